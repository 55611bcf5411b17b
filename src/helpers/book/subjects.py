"""
Find where the chapters speak of what: terms of the glossary, camps, places, people.

The glossary takes from it the first use of a term, the index of the book every section. Headings,
links, quotations in other languages and what is no narrative (the opening, questions, tasks,
further reading) are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

from helpers import data
from helpers.book.notes import Notes
from helpers.book.numbers import NumberReference
from helpers.book.pages import GLOSSARY_PAGE, INDEX_PAGE, person_address, row_address, term_address
from helpers.book.person_names import index_names
from helpers.book.roles import Foreign

#: Tables of places: what they name has an entry in the index under their rows.
PLACES = ("camps", "karlag_places", "steplag_places")

#: For each page, the subjects of which it speaks, and the sections that do so.
NOTES = Notes("subjects", (GLOSSARY_PAGE, INDEX_PAGE))

#: Sections that tell nothing of a subject.
NO_NARRATIVE = ("Check yourself", "Tasks", "Key points", "Further reading", "How to cite")

#: Where words stand that are no prose of the book, or lead somewhere already.
NO_PROSE = (
    nodes.title, nodes.reference, nodes.literal, nodes.literal_block, nodes.raw, nodes.caption,
    nodes.comment, nodes.Inline, Foreign, NumberReference,
)  # fmt: skip

#: Inline elements whose words are prose.
PROSE = (nodes.emphasis, nodes.strong, nodes.Text)


@dataclass(frozen=True)
class Subject:
    """
    What the index lists.

    Parameters
    ----------
    name : str
        Short name, unique: ``term-itl``, ``camps/karlag``.
    heading : str
        How the index writes it.
    address : str
        Where it is explained, from the root of the site.
    forms : tuple of str
        The strings by which it is found in the prose.
    """

    name: str
    heading: str
    address: str
    forms: tuple[str, ...] = ()


def setup(app: Sphinx) -> None:
    """Register the search, and keep its findings in order."""
    app.add_transform(FindSubjects)
    NOTES.connect(app)


class FindSubjects(SphinxTransform):
    """Note for each section of a chapter of what it speaks."""

    #: after the links of numbers and people
    default_priority = 715

    def apply(self) -> None:
        """Search the prose and the links to people."""
        if not is_chapter(self.env):
            return
        for text in prose(self.document):
            for match in pattern().finditer(text):
                self._note(by_form()[match[0]].name, text)
        for link in self.document.findall(NumberReference):
            if link["row"].startswith("people/"):
                self._note(link["row"], link)

    def _note(self, subject: str, node: nodes.Node) -> None:
        section = section_of(node)
        if is_opening(node) or section[0].astext().startswith(NO_NARRATIVE):
            return
        here = findings(self.env).setdefault(self.env.docname, {})
        here.setdefault(subject, {})[section["ids"][0]] = section[0].astext()


def is_chapter(env: BuildEnvironment) -> bool:
    """Tell whether the page that is read tells something: not the welcome, not a list."""
    return not env.docname.startswith("reference/") and env.docname != env.config.root_doc


def prose(document: nodes.document) -> Iterator[nodes.Text]:
    """Yield the words of a chapter that are prose of the book; its opening only announces it."""
    for text in list(document.findall(nodes.Text)):
        above, inside = text.parent, not is_opening(text)
        while above is not None and inside:
            inside = isinstance(above, PROSE) or not isinstance(above, NO_PROSE)
            above = above.parent
        if inside:
            yield text


def is_opening(node: nodes.Node) -> bool:
    """Tell whether something stands before the first section of a chapter."""
    section = section_of(node)
    return section is None or not isinstance(section.parent, nodes.section)


def section_of(node: nodes.Node) -> nodes.section | None:
    """Find the section in which something stands."""
    while node is not None and not isinstance(node, nodes.section):
        node = node.parent
    return node


def subjects() -> dict[str, Subject]:
    """List all subjects by their names: terms first, then camps and places, then people."""
    return {subject.name: subject for subject in (*_terms(), *_places(), *_people())}


@lru_cache(maxsize=1)
def by_form() -> dict[str, Subject]:
    """
    List the subjects by the strings that stand for them; the glossary comes first.

    A word in small letters may begin a sentence; a name keeps its capital.
    """
    found: dict[str, Subject] = {}
    for subject in (*_terms(), *_places()):
        for form in subject.forms:
            found.setdefault(form, subject)
            found.setdefault(form[:1].upper() + form[1:], subject)
    return found


@lru_cache(maxsize=1)
def pattern() -> re.Pattern[str]:
    """Match any form of any subject, the longest first."""
    forms = sorted(by_form(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)" if forms else r"(?!)")


def _terms() -> Iterator[Subject]:
    for _, row in data.load("glossary").iterrows():
        forms = (row["term"], *(form.strip() for form in row["also"].split(";") if form.strip()))
        yield Subject(f"term-{row['row_id']}", row["term"], term_address(row["row_id"]), forms)


def _places() -> Iterator[Subject]:
    for table in PLACES:
        for _, row in data.load(table).iterrows():
            heading, forms = _names(row["name_en"])
            yield Subject(row["row"], heading, row_address(row["row"]), forms)


def _names(name: str) -> tuple[str, tuple[str, ...]]:
    """
    Read a name with brackets: a single word in them is the name that readers look for.

    >>> _names("Karaganda ITL (Karlag)")
    ('Karlag (Karaganda ITL)', ('Karaganda ITL', 'Karlag'))
    >>> _names("Steplag (Special Camp No. 4)")
    ('Steplag (Special Camp No. 4)', ('Steplag',))
    """
    plain, _, bracket = name.partition(" (")
    short = bracket.rstrip(")")
    if short[:1].isupper() and " " not in short:
        return f"{short} ({plain})", (plain, short)
    return name, (plain,)


def _people() -> Iterator[Subject]:
    rows = [row for _, row in data.load("people").iterrows()]
    for row, name in zip(rows, index_names(rows), strict=True):
        yield Subject(row["row"], name, person_address(row["row_id"]))


def findings(env: BuildEnvironment) -> dict[str, dict[str, dict[str, str]]]:
    """Hand out, for each page and subject, the sections by their ids."""
    return NOTES.of(env)


def in_order(env: BuildEnvironment) -> list[str]:
    """List the pages on which something was found, as they follow each other in the book."""
    order = env.toctree_includes.get(env.config.root_doc, [])
    places = {page: at for at, page in enumerate([env.config.root_doc, *order])}
    return sorted(findings(env), key=lambda page: (places.get(page, len(places)), page))
