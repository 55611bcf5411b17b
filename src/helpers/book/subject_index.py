"""
Write the index of the book: terms, places and people, with the sections that speak of them.

Nothing is typed: `subjects.py` finds the sections, and a subject that no chapter names is left out.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from helpers.book import subjects
from helpers.book.figure import TEMPLATES
from helpers.book.notes import title_of
from helpers.book.pages import root
from helpers.book.person_names import plain

#: A subject of more chapters than these is everywhere: its chapters are named, not its sections.
EVERYWHERE = 8


class Index(nodes.General, nodes.Element):
    """A place for the index, filled when every chapter has been read."""


class IndexPage(SphinxDirective):
    """List all subjects."""

    def run(self) -> list[nodes.Node]:
        """Keep a place for them."""
        return [Index("")]


class FillIndex(SphinxPostTransform):
    """Write the index."""

    default_priority = 900

    def run(self, **_: Any) -> None:
        """Fill each place."""
        for node in list(self.document.findall(Index)):
            node.replace_self(nodes.raw("", page(self.env), format="html"))


def page(env: BuildEnvironment) -> str:
    """Write the letters with their subjects."""
    place, known = root(env.docname), subjects.subjects()
    chapters = chapters_of(env)
    named = sorted(chapters, key=lambda name: plain(known[name].heading))
    listed = [
        {
            "heading": known[name].heading,
            "href": place + known[name].address,
            "chapters": [
                links(env, place, chapter, sections, brief=len(chapters[name]) > EVERYWHERE)
                for chapter, sections in chapters[name].items()
            ],
        }
        for name in named
    ]
    letters = groupby(listed, lambda entry: letter_of(entry["heading"]))
    return TEMPLATES.get_template("subject_index.html").render(
        letters=[(letter, list(entries)) for letter, entries in letters]
    )


def letter_of(heading: str) -> str:
    """
    Name the letter under which a subject stands; numbers stand together, at the beginning.

    >>> letter_of("Óspanov"), letter_of("25-year men")
    ('O', '0–9')
    """
    first = plain(heading)[0]
    return "0–9" if first.isdigit() else first.upper()


def chapters_of(env: BuildEnvironment) -> dict[str, dict[str, dict[str, str]]]:
    """Turn the findings round: for each subject its chapters, in order, and their sections."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for chapter in subjects.in_order(env):
        for name, sections in subjects.findings(env)[chapter].items():
            found.setdefault(name, {})[chapter] = sections
    return found


def links(
    env: BuildEnvironment, place: str, chapter: str, sections: dict[str, str], *, brief: bool
) -> dict[str, Any]:
    """Prepare a chapter with its sections."""
    title, address = title_of(env, chapter), f"{place}{chapter}.html"
    parts = [] if brief else [
        {"href": f"{address}#{anchor}", "text": name}
        for anchor, name in sections.items()
    ]  # fmt: skip
    return {"title": title, "href": f"{address}#{next(iter(sections))}", "sections": parts}


def setup(app: Sphinx) -> None:
    """Register the page."""
    app.add_node(Index)
    app.add_directive("subject-index", IndexPage)
    app.add_post_transform(FillIndex)
