"""How to cite: words, BibTeX, and what Zotero makes of a page."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from pybtex.database import parse_string
from small import ROOT

from helpers.book import citation

#: The rules of Zotero's translator "Embedded Metadata" (version of June 2024) that are imitated:
#: which prefixes are namespaces, which names decide the kind of work, and which field is filled.
NAMESPACES = {
    "bib", "bibo", "dc", "dcterms", "prism", "foaf", "vcard", "link", "z", "eprint", "eprints",
    "og", "article", "book", "music", "video", "so", "codemeta", "rdf",
}  # fmt: skip
DECIDES = {
    "citation_journal_title": "journalArticle",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
}
HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_inbook_title": "publicationTitle",
    "citation_book_title": "bookTitle",
    "citation_language": "language",
}
DUBLIN = {
    "dc.title": "title",
    "dc.source": "publicationTitle",
    "dc.date": "date",
    "dc.language": "language",
    "dc.rights": "rights",
    "prism.edition": "edition",
}


def zotero(meta: list[tuple[str, str]]) -> dict[str, str]:
    """Make of a page's metadata what Zotero makes of it."""
    item: dict[str, str] = {}
    kind = guess = ""
    for name, content in meta:
        parts = name.replace(":", ".").replace("_", ".").split(".")
        # of three parts the second may be a namespace: citation_book_title is a "book:title"
        second = parts[1].lower() if len(parts) > 2 else ""
        prefix = second if second in NAMESPACES else parts[0].lower()
        if prefix in NAMESPACES:
            item |= {DUBLIN[name.lower()]: content} if name.lower() in DUBLIN else {}
            # a kind of Dublin Core counts unless a name of Highwire decides
            guess = content.lower() if name.lower() == "dc.type" else guess or "webpage"
        elif name in DECIDES:
            kind = DECIDES[name]
        elif name == "citation_title":
            guess = "journalArticle"
    highwire = {HIGHWIRE[name]: content for name, content in meta if name in HIGHWIRE}
    return item | highwire | {"itemType": kind or guess}


@pytest.fixture
def folder() -> Path:
    """The repository, which holds CITATION.cff."""
    return ROOT


def test_zotero_saves_a_chapter_as_a_section_of_the_book(folder):
    """Title, book, version, date, language and rights stand where Zotero looks for them."""
    meta = citation.metadata(folder, "chapters/karlag/origins", "Karlag: origins")
    facts = citation.book(folder)

    assert {
        "itemType": "bookSection",
        "title": "Karlag: origins",
        "publicationTitle": facts["title"],
        "date": facts["date-released"].isoformat(),
        "edition": facts["version"],
        "language": "en",
        "rights": "CC-BY-4.0",
    } == zotero(meta)


@pytest.mark.parametrize(("page", "kind"), [("data/camps", "webpage"), ("index", "book")])
def test_zotero_saves_other_pages_as_what_they_are(folder, page, kind):
    """A page of a table is a web page of the book, the first page the book itself."""
    found = zotero(citation.metadata(folder, page, "Camps"))

    assert (kind, "CC-BY-4.0") == (found["itemType"], found["rights"])
    assert (citation.book(folder)["title"] if page == "index" else "Camps") == found["title"]


def test_the_name_that_seems_right_would_make_a_journal_article():
    """The imitation knows the trap: `citation_book_title` is taken for a namespace."""
    trap = [("citation_title", "A"), ("citation_book_title", "B")]

    assert "journalArticle" == zotero(trap)["itemType"]


def test_a_chapter_has_bibtex_that_is_read(folder):
    """Pybtex reads the entry; key, title, book, version and year are in it."""
    text = citation.bibtex(folder, "chapters/karlag/origins", "Bread & 5% of {it}_all")
    (key,), (entry,) = zip(*parse_string(text, "bibtex").entries.items(), strict=True)

    assert "steppecamps-karlag-origins" == key
    assert r"{Bread \& 5\% of \{it\}\_all}" == entry.fields["title"]
    assert citation.book(folder)["version"] == entry.fields["version"]
    assert "2026" == entry.fields["year"]


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("chapters/karlag/origins", "steppecamps-karlag-origins"),
        ("reference/people", "steppecamps-reference-people"),
        ("index", "steppecamps"),
    ],
)
def test_the_key_of_a_page_is_stable(page, key):
    """A key says which page is meant and never depends on a number."""
    assert key == citation.key(page)


def test_version_and_date_are_the_same_everywhere():
    """CITATION.cff, package, tables, changelog: one version, one date."""
    facts = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    version, date = facts["version"], facts["date-released"].isoformat()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    package = json.loads((ROOT / "data" / "datapackage.json").read_text("utf-8"))

    assert version == project["version"]
    assert version == package["version"]
    assert f"## {version}, {date}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_a_built_page_carries_it_all(book):
    """Chapter and page of a table name version and date; the citation stands without scripts."""
    book.write("## How to cite this chapter\n\n```{cite-chapter}\n```")
    soup = BeautifulSoup(book.page(), "html.parser")
    table = (book.folder / "_build/html/data/camps.html").read_text("utf-8")
    edition = citation.edition(book.folder)

    assert "“Chapter.” In The Steppe Camps" in soup.select_one(".steppe-citation").text
    entry = soup.select_one(".steppe-bibtex").text
    assert ["steppecamps-chapter"] == list(parse_string(entry, "bibtex").entries)
    for html in (str(soup), table):
        assert f"The Steppe Camps. {edition}." in html
        assert 'name="DC.title"' in html
