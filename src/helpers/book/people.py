"""
Show people by group, each with a permanent anchor.

``{people} kengir`` lists a group of ``GROUPS``, ``{people-index}`` names everybody by letter. An
entry leads to the sources, to the row, and back to the chapters that name the person.
"""

from __future__ import annotations

import re
from calendar import month_name
from itertools import groupby
from typing import Any

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from helpers import data, sources, theme
from helpers.book.figure import TEMPLATES
from helpers.book.mentions import TABLE, mentions
from helpers.book.notes import title_of
from helpers.book.pages import person_anchor, root, row_address, source_address
from helpers.book.person_names import index_names, plain, sort_key

#: Where a prisoner's row places him or her; other camps and doubtful ones are "elsewhere".
CAMPS = {"karlag": "karlag", "alzhir": "alzhir", "steplag": "kengir"}

PRISONERS = ("prisoner", "prisoner's child")

#: Groups of the page, and the sides that belong to them.
GROUPS: dict[str, tuple[str, ...]] = {
    "karlag": PRISONERS,
    "alzhir": PRISONERS,
    "kengir": PRISONERS,
    "science": ("scientist",),
    "elsewhere": PRISONERS,
    "administration": ("administration",),
    "ministries": ("MVD", "procurator", "government"),
    "soldiers": ("guard", "army"),
    "alash": ("Alash",),
    "elite": ("Soviet Kazakh elite",),
    "authors": ("historian", "witness"),
}


class People(nodes.General, nodes.Element):
    """A place for a group, filled when every chapter has been read."""


def setup(app: Sphinx) -> None:
    """Register the directives and what fills them."""
    app.add_node(People)
    app.add_directive("people", PeopleList)
    app.add_directive("people-index", PeopleIndex)
    app.add_post_transform(FillPeople)


def group_of(person: pd.Series) -> str:
    """
    Name the group of a row.

    Raises
    ------
    ValueError
        If no group has the row's side; the message names the row.
    """
    side = person["side"]
    if side in PRISONERS:
        # who is known for his work stands with it, the others stand with their camp
        return person["field"] or CAMPS.get(person["camp_id"].split("_")[0], "elsewhere")
    for name, sides in GROUPS.items():
        if side in sides:
            return name
    raise ValueError(f"people.csv, row '{person['row_id']}': no group for the side '{side}'")


def members(group: str = "") -> list[pd.Series]:
    """List the rows of a group, or all, in the order of the alphabet."""
    rows = (row for _, row in data.load(TABLE).iterrows())
    return sorted((row for row in rows if group in ("", group_of(row))), key=sort_key)


def entry(person: pd.Series, place: str, mentions: list[dict[str, str]]) -> dict[str, Any]:
    """Prepare one person for the template."""
    names = {code: person[f"name_{code}"] for code in ("ru", "kk", "uk") if person[f"name_{code}"]}
    life = [
        f"{word} {readable(person[name])}"
        for word, name in (("born", "born_text"), ("died", "died_text"))
        if person[name]
    ]
    missing = "" if group_of(person) == "authors" else "not found in the sources that were read"
    return {
        "anchor": person_anchor(person["row_id"]),
        "name": person["name_en"],
        "names": names,
        "role": person["role"],
        "life": "; ".join(life),
        "fate": person["fate"] or missing,
        "sources": named_sources(person, place),
        "locator": person["locator"],
        "checked": theme.CHECKED[person["checked"]],
        "note": person["note"],
        "row": place + row_address(person["row"]),
        "mentions": mentions,
    }


def readable(text: str) -> str:
    """
    Write an ISO date for readers, as precisely as it is known; other words stay.

    >>> readable("1954-06-26"), readable("1954-05"), readable("1913"), readable("early 1954")
    ('26 June 1954', 'May 1954', '1913', 'early 1954')
    """
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        return text
    year, *rest = (int(part) for part in text.split("-"))
    words = [str(rest[1])] if rest[1:] else []
    return " ".join([*words, month_name[rest[0]], str(year)] if rest else [str(year)])


def named_sources(row: pd.Series, place: str) -> list[dict[str, str]]:
    """Name the works of a row in short form, with their addresses."""
    return [
        {"text": sources.short(key), "href": place + source_address(key)}
        for key in sources.split(row["source_keys"])
    ]


class PeopleList(SphinxDirective):
    """List a group of people."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Keep a place for the group."""
        if self.arguments[0] not in GROUPS:
            groups = ", ".join(GROUPS)
            raise self.error(f"no group '{self.arguments[0]}' of people; choose from {groups}")
        return [People("", group=self.arguments[0])]


class PeopleIndex(SphinxDirective):
    """Name everybody by letter."""

    def run(self) -> list[nodes.Node]:
        """Write the letters."""
        rows = members()
        anchors = (f"#{person_anchor(row['row_id'])}" for row in rows)
        named = list(zip(index_names(rows), anchors, strict=True))
        letters = groupby(named, lambda entry: plain(entry[0])[0].upper())
        html = TEMPLATES.get_template("people_index.html").render(
            letters=[(letter, list(entries)) for letter, entries in letters]
        )
        return [nodes.raw("", html, format="html")]


class FillPeople(SphinxPostTransform):
    """Write the groups, with links back to the chapters."""

    default_priority = 900

    def run(self, **_: Any) -> None:
        """Fill each place."""
        place = root(self.env.docname)
        for node in list(self.document.findall(People)):
            listed = [
                entry(row, place, self._back(row["row_id"], place))
                for row in members(node["group"])
            ]
            html = TEMPLATES.get_template("people.html").render(people=listed)
            node.replace_self(nodes.raw("", html, format="html"))

    def _back(self, person: str, place: str) -> list[dict[str, str]]:
        return [
            {"href": f"{place}{page}.html#{named[person]}", "text": title_of(self.env, page)}
            for page, named in sorted(mentions(self.env).items())
            if person in named
        ]
