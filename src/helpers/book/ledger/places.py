"""
Join chapters and ledger: where a chapter speaks of a claim, and which claims it discusses.

At the end of its section "Where the sources disagree" a chapter lists the claims for which the
ledger names it; no notebook is changed. The ledger leads to the section that links a claim's row.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

from helpers import data
from helpers.book.claims import TABLE, judgement
from helpers.book.ledger.lists import claims_of
from helpers.book.notes import Notes, title_of
from helpers.book.numbers import NumberReference
from helpers.book.pages import CHAPTER_CLAIMS, LEDGER_PAGE, chapter_page, root

#: For each page, the judged rows that it links and their sections.
NOTES = Notes("claims", (LEDGER_PAGE,))

#: Heading of the section that ends with the claims of a chapter.
HEADING = "Where the sources disagree"


@dataclass(frozen=True)
class Chapter:
    """
    A chapter as the ledger sees it.

    Parameters
    ----------
    page : str
        Its page, without the ending.
    title : str
        Its title.
    sections : dict of str to str
        For rows that the ledger judges, the id of the first section that links them.
    """

    page: str
    title: str
    sections: dict[str, str] = field(default_factory=dict)

    def address(self, claim: str, evidence: list[str]) -> str:
        """Name the place that speaks of a claim: by its row, by one beside it, or in the list."""
        linked = (self.sections[row] for row in (claim, *evidence) if row in self.sections)
        return f"{self.page}.html#{next(linked, CHAPTER_CLAIMS)}"


class NoteSections(SphinxTransform):
    """Note in which sections of a chapter the rows stand that the ledger judges."""

    #: after the links of numbers have been made
    default_priority = 720

    def apply(self) -> None:
        """Note the first section of each row."""
        noted = sections(self.env).setdefault(self.env.docname, {})
        for link in self.document.findall(NumberReference):
            section = _section(link)
            if section and judgement(link["row"]):
                noted.setdefault(link["row"], section["ids"][0])


class ListClaims(SphinxTransform):
    """End the section on disagreement with the claims that the chapter discusses."""

    default_priority = 730

    def apply(self) -> None:
        """Find the section by its heading."""
        page = self.env.docname
        if LEDGER_PAGE not in self.env.found_docs or TABLE not in data.resources():
            return
        for section in self.document.findall(nodes.section):
            if section[0].astext() == HEADING and (html := claims_of(page, root(page))):
                section += nodes.raw("", html, format="html")


def _section(node: nodes.Node) -> nodes.section | None:
    while node and not isinstance(node, nodes.section):
        node = node.parent
    return node


def sections(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    """Hand out, for each page, the judged rows that it links and their sections."""
    return NOTES.of(env)


def chapters(env: BuildEnvironment) -> dict[str, Chapter]:
    """List the chapters for which the ledger has claims, in the order of their names."""
    named = sorted(set(data.load(TABLE)["chapter"]) - {""})
    pages = {name: chapter_page(name) for name in named}
    return {
        name: Chapter(page, title_of(env, page), sections(env).get(page, {}))
        for name, page in pages.items()
        if page in env.found_docs
    }


def setup(app: Sphinx) -> None:
    """Register the transforms and what keeps the ledger up to date."""
    app.add_transform(NoteSections)
    app.add_transform(ListClaims)
    NOTES.connect(app)
