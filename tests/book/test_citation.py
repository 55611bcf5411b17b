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
from zotero import saved

from helpers.book import citation


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
    } == saved(meta)


@pytest.mark.parametrize(("page", "kind"), [("data/camps", "webpage"), ("index", "book")])
def test_zotero_saves_other_pages_as_what_they_are(folder, page, kind):
    """A page of a table is a web page of the book, the first page the book itself."""
    found = saved(citation.metadata(folder, page, "Camps"))

    assert (kind, "CC-BY-4.0") == (found["itemType"], found["rights"])
    assert (citation.book(folder)["title"] if page == "index" else "Camps") == found["title"]


def test_the_name_that_seems_right_would_make_a_journal_article():
    """The imitation knows the trap: `citation_book_title` is taken for a namespace."""
    trap = [("citation_title", "A"), ("citation_book_title", "B")]

    assert "journalArticle" == saved(trap)["itemType"]


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
