"""
Say how to cite book, chapter and figure, to readers and to Zotero.

Title, version and date are in `CITATION.cff`. The citations of figures are made by `cite.js` of
what stands in the head of the page, so that a figure costs no byte for it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.docutils import SphinxDirective

from helpers.book.figure import TEMPLATES

#: Folder of the pages that are chapters of the book.
CHAPTERS = "chapters/"

#: What TeX would read as a command.
TEX = {letter: f"\\{letter}" for letter in "&%$#_{}"} | {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}


def setup(app: Sphinx) -> None:
    """Register the directive, the metadata of every page and the script."""
    # a new version is a changed setting, for which Sphinx reads and writes every page again
    app.add_config_value("steppe_edition", "", "env", str)
    app.connect("config-inited", note_edition)
    app.add_directive("cite-chapter", CiteChapter)
    app.connect("html-page-context", tell_pages)
    app.add_js_file("copy.js", loading_method="defer")
    app.add_js_file("cite.js", loading_method="defer")


def note_edition(app: Sphinx, config: Config) -> None:
    """Keep version and date as a setting of the book."""
    config.steppe_edition = edition(Path(app.confdir))


def book(folder: Path) -> dict[str, Any]:
    """Read `CITATION.cff` in the book's folder."""
    path = Path(folder) / "CITATION.cff"
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


def edition(folder: Path) -> str:
    """Name version and date of the book, such as ``Version 0.1.0, 20 November 2026``."""
    facts = book(folder)
    released = facts["date-released"]
    return f"Version {facts['version']}, {released.day} {released:%B %Y}"


def chicago(folder: Path, part: str = "") -> str:
    """
    Write a citation of the book in Chicago's manner, as HTML.

    The book names no person as its author; a citation begins with a title, as in Chicago's manner
    it does in such a case.

    Parameters
    ----------
    folder : Path
        The book's folder.
    part : str, optional
        Title of the chapter.
    """
    inside = f"“{escape(part, quote=False)}.” In " if part else ""
    title = escape(book(folder)["title"], quote=False)
    return f"{inside}<cite>{title}</cite>. {edition(folder)}."


def key(docname: str) -> str:
    """
    Name a page in a bibliography; the name is permanent, as the page's address is.

    >>> key("chapters/karlag/origins"), key("index")
    ('steppecamps-karlag-origins', 'steppecamps')
    """
    path = "" if docname == "index" else docname.removeprefix(CHAPTERS)
    return "-".join(["steppecamps", *path.split("/")]).rstrip("-")


def bibtex(folder: Path, docname: str, title: str) -> str:
    """
    Write the entry of a chapter for BibTeX; the script adds the reader's address.

    Parameters
    ----------
    folder : Path
        The book's folder.
    docname : str
        Page of the chapter, which gives the key.
    title : str
        Title of the chapter.
    """
    facts = book(folder)
    released = facts["date-released"]
    fields = {
        "title": f"{{{tex(title)}}}",
        "booktitle": f"{{{tex(facts['title'])}}}",
        "year": str(released.year),
        "month": f"{released:%b}".lower(),
        "version": str(facts["version"]),
        "note": edition(folder),
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'}"
        for name, value in fields.items()
    ]
    return f"@incollection{{{key(docname)},\n" + ",\n".join(lines) + "\n}"


def tex(text: str) -> str:
    r"""
    Write a text so that TeX prints it.

    >>> tex("work & bread: 5%")
    'work \\& bread: 5\\%'
    """
    return "".join(TEX.get(letter, letter) for letter in text)


class CiteChapter(SphinxDirective):
    """Write how to cite the chapter in which the directive stands."""

    def run(self) -> list[nodes.Node]:
        """Find the chapter's title, which is its first heading."""
        title = next((node.astext() for node in self.state.document.findall(nodes.title)), "")
        folder = Path(self.env.srcdir)
        html = TEMPLATES.get_template("cite_chapter.html").render(
            chicago=chicago(folder, title),
            bibtex=bibtex(folder, self.env.docname, title),
        )
        return [nodes.raw("", html, format="html")]


def metadata(folder: Path, docname: str, title: str) -> list[tuple[str, str]]:
    """
    List what the head of a page tells to Zotero and its like: name, content.

    The names follow Zotero's translator "Embedded Metadata":

    - a chapter is a book section because of ``citation_inbook_title``. Not of
      ``citation_book_title``: there the translator takes ``book`` for a namespace, and the
      chapter becomes a journal article;
    - the other pages have no ``citation_title``, which alone would make them journal articles,
      but Dublin Core, which makes them web pages, and the first page the book (``DC.type``);
    - nobody is named as author: of "The Steppe Camps" Zotero would make a Mr Camps with the
      first name "The Steppe";
    - no address is given: Zotero takes the one at which the reader stands.
    """
    facts = book(folder)
    date = facts["date-released"].isoformat()
    common = [("DC.rights", facts["license"][0]), ("prism.edition", str(facts["version"]))]
    if docname.startswith(CHAPTERS):
        return [
            ("citation_title", title),
            ("citation_inbook_title", facts["title"]),
            ("citation_publication_date", date),
            ("citation_language", "en"),
            *common,
        ]
    if docname == "index":
        kind, title = ("DC.type", "Book"), facts["title"]
    else:
        kind = ("DC.source", facts["title"])
    told = [("DC.title", title), kind, ("DC.date", date), ("DC.language", "en"), *common]
    return [(name, content) for name, content in told if content]


def tell_pages(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Hand metadata, version and date to every page."""
    folder = Path(app.srcdir)
    title = unescape(re.sub(r"<[^>]+>", "", context.get("title") or ""))
    context["steppe_metadata"] = metadata(folder, page, title)
    context["steppe_edition"] = edition(folder)
    context["steppe_title"] = book(folder)["title"].partition(":")[0]
