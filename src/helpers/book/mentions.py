"""
Lead the names of people to their entries, and note which pages name whom.

``[Kapiton Kuznetsov](row:people/kuznetsov-kapiton)`` is a link to a row; where the book has the
page of the people it leads there, one click from the name, and the card stays the row's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup, escape
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

from helpers import data
from helpers.book.notes import Notes
from helpers.book.numbers import NumberReference
from helpers.book.pages import PEOPLE_PAGE, person_address, root, row_address

TABLE = "people"

#: For each page, the people named there and the anchor of the first mention.
NOTES = Notes("mentions", (PEOPLE_PAGE,))


def setup(app: Sphinx) -> None:
    """Register the links and the way back to the chapters."""
    app.add_transform(LinkPeople)
    NOTES.connect(app)


class LinkPeople(SphinxTransform):
    """Lead the name of a person to the entry, and note where the name stands."""

    #: after the links of numbers have been made
    default_priority = 710

    def apply(self) -> None:
        """Redirect each link to a row of people, and mark the first of each."""
        for link in self.document.findall(NumberReference):
            table, _, person = link["row"].partition("/")
            if table != TABLE:
                continue
            link["refuri"] = root(self.env.docname) + address(self.env, person)
            if note_mention(self.env, person, f"mention-{person}"):
                link["ids"].append(f"mention-{person}")


def address(env: BuildEnvironment, person: str) -> str:
    """Name the entry of somebody; in a book without the page, the row."""
    if PEOPLE_PAGE in env.found_docs:
        return person_address(person)
    return row_address(f"{TABLE}/{person}")


def mentions(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    """Hand out, for each page, the people named there and the anchor of the first mention."""
    return NOTES.of(env)


def note_mention(env: BuildEnvironment, person: str, anchor: str) -> bool:
    """Note that the present page names somebody; True if it is the first time."""
    here = mentions(env).setdefault(env.docname, {})
    first = person not in here
    here.setdefault(person, anchor)
    return first


@lru_cache(maxsize=1)
def _labels(rows: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Name people as documents do, ``S. N. Kruglov``; a label that fits two people fits none."""
    found: dict[str, str] = {}
    for person, name in rows:
        *first, surname = re.sub(r"\([^)]*\)", "", name).split() or [""]
        initials = [word if word.endswith(".") else f"{word[0]}." for word in first]
        label = " ".join([*initials, surname])
        found[label] = "" if label in found else person
    return {label: person for label, person in found.items() if person}


def link_names(text: str, link: Callable[[str], str]) -> Markup:
    """
    Link the people whose names stand in a text with their initials.

    Parameters
    ----------
    text : str
        Such as ``S. N. Kruglov; R. A. Rudenko``.
    link : callable
        Gives the address for a person's id.
    """
    frame = data.load(TABLE)
    labels = _labels(tuple(zip(frame["row_id"], frame["name_en"], strict=True)))
    longest = sorted(labels, key=len, reverse=True)
    pattern = "|".join(rf"(?<![\w.] )(?<!\w){re.escape(label)}(?!\w)" for label in longest)
    parts, last = [], 0
    for match in re.finditer(pattern, text):
        person = labels[match[0]]
        anchor = Markup('<a class="number" href="{}">{}</a>')
        parts += [escape(text[last : match.start()]), anchor.format(link(person), match[0])]
        last = match.end()
    return Markup("").join([*parts, escape(text[last:])])
