"""Terms of the glossary and the index of the book, in a small real book."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from small import ROOT, Book

from helpers import data
from helpers.book import glossary, subjects

TOC = """format: jb-book
root: index
chapters:
- file: chapter
- file: reference/people
- file: reference/glossary
- file: reference/subjects
- file: reference/bibliography
"""

CHAPTER = (
    "An ITL is announced.",
    "## The camp\n\nAn ITL near Dolinka. Another ITL, and `ITL`, and [an ITL](row:camps/karlag).",
    "## The transport\n\nPeople were sent to Steplag with {ru}`ИТЛ`; [Kapiton Kuznetsov]"
    "(row:people/kuznetsov-kapiton) too. A special settler came to Dolinka.",
    "## Tasks\n\nAsk about a pood.",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a book whose chapter speaks of some subjects."""
    folder = tmp_path_factory.mktemp("book")
    for name in ("data", "reference"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("_config.yml", "CITATION.cff"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "_toc.yml").write_text(TOC)
    (folder / "index.md").write_text("# Book\n\nAn ITL.\n")
    book = Book(folder)
    book.write(*CHAPTER)
    done = book.build()
    built = folder / "_build" / "html"
    assert (built / "chapter.html").exists(), done.stdout[-2000:] + done.stderr[-2000:]
    return built


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def entry(site: Path, heading: str) -> Tag:
    """Find what the index says under a heading."""
    page = soup(site / "reference" / "subjects.html")
    (found,) = [dt for dt in page.select("dl.steppe-index dt") if dt.text.strip() == heading]
    return found


def test_a_term_leads_to_the_glossary_where_it_is_first_used(site: Path):
    """Once in a chapter, not in its opening, in code, nor in links, nor in another language."""
    page = soup(site / "chapter.html")
    links = page.select("a.term")

    assert 1 == [link.text for link in links].count("ITL")
    assert "reference/glossary.html#term-itl" == links[0]["href"]
    assert "The camp#" == links[0].find_previous("h2").text
    assert "special settler" in [link.text for link in links]


def test_every_term_has_its_card_in_one_script(site: Path):
    """Term, definition and its words in the other languages travel once for all chapters."""
    script = (site / "_static" / "terms.js").read_text("utf-8")
    cards = json.loads(script.removeprefix("window.steppeTerms = ").rstrip(";\n"))
    row = data.row("glossary/itl")

    assert set(data.load("glossary")["row_id"]) == set(cards)
    assert [row["term"], row["definition"]] == cards["itl"][:2]
    assert row["ru"] in cards["itl"][2]


def test_the_glossary_shows_languages_sources_and_first_use(site: Path):
    """A term has its words with their language, its sources, and the chapter that begins it."""
    item = soup(site / "reference" / "glossary.html").find(id="term-itl")

    assert data.row("glossary/itl")["ru"] == item.select_one("[lang=ru]").text
    assert item.select("a[href*='bibliography.html#source-']")
    assert item.select_one("a[href^='../chapter.html#']")


def test_the_index_names_the_sections_that_speak_of_a_subject(site: Path):
    """Place, person and term lead to their explanation, their sections to the chapter."""
    people = entry(site, "Kuznetsov, Kapiton")
    dolinka = entry(site, "Dolinka")

    assert "people.html#person-kuznetsov-kapiton" in people.a["href"]
    assert ["Chapter", "The camp", "The transport"] == [
        a.text for a in dolinka.find_next("dd").select("a")
    ]
    assert "../chapter.html#the-transport" == dolinka.find_next("dd").select("a")[2]["href"]


def test_what_is_no_narrative_is_not_in_the_index(site: Path):
    """Tasks, and terms that no chapter names, are left out."""
    page = soup(site / "reference" / "subjects.html")

    assert "pood" not in [dt.text for dt in page.select("dl.steppe-index dt")]


def test_a_form_is_found_with_and_without_a_capital_but_not_inside_a_word():
    """The longest form wins, and a part of a word is no term."""
    found = [match[0] for match in subjects.pattern().finditer("Special settlers; ITLs; an ITL")]

    assert ["Special settlers", "ITL"] == found
    assert ["Memorial"] == subjects.pattern().findall("Memorial put up a memorial")


@pytest.mark.parametrize("row_id", ["itl", "special-settlers"])
def test_a_card_begins_with_its_term(row_id: str):
    """The card names what it explains."""
    assert f'"{row_id}": ["{data.row(f"glossary/{row_id}")["term"]}"' in glossary.cards()
