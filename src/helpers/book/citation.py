"""Say how to cite book, chapter and figure: title, version and date are in `CITATION.cff`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


@lru_cache(maxsize=1)
def book(folder: Path) -> dict[str, Any]:
    """Read `CITATION.cff` in the book's folder."""
    return yaml.safe_load((folder / "CITATION.cff").read_text("utf-8"))


def citation(folder: Path, part: str = "") -> str:
    """
    Write a citation of the book in Chicago's manner.

    Parameters
    ----------
    folder : Path
        The book's folder.
    part : str, optional
        Title of the chapter or caption of the figure.
    """
    facts = book(folder)
    inside = f"“{part}.” In " if part else ""
    return f"{inside}{facts['title']}. Version {facts['version']}, {facts['date-released']}."


class CiteChapter(SphinxDirective):
    """Write how to cite the chapter in which the directive stands."""

    def run(self) -> list[nodes.Node]:
        """Find the chapter's title, which is its first heading."""
        title = next((node.astext() for node in self.state.document.findall(nodes.title)), "")
        return [
            nodes.paragraph(
                "", citation(Path(self.env.srcdir), title), classes=["steppe-cite-chapter"]
            )
        ]


def tell_pages(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Hand the citation to every page, for the script that completes it for a figure."""
    context["steppe_citation"] = citation(Path(app.srcdir))


def setup(app: Sphinx) -> None:
    """Register the directive and the page's citation."""
    app.add_directive("cite-chapter", CiteChapter)
    app.connect("html-page-context", tell_pages)
