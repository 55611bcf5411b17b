from __future__ import annotations

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from small import ROOT, Book

from helpers import data
from helpers.book import places

TOC = """format: jb-book
root: index
chapters:
- file: chapters/chapter
- file: reference/places
- file: reference/bibliography
"""


@pytest.fixture(scope="module")
def listed() -> pd.DataFrame:
    """All places of the book."""
    return places.gazetteer()


def test_every_place_has_one_permanent_name(listed: pd.DataFrame):
    """No anchor stands twice on the page."""
    assert listed["id"].is_unique


def test_every_camp_is_listed(listed: pd.DataFrame):
    """All rows of the camps that are places, and no row that is none."""
    rows = {row for cell in listed["row"] for row in cell.split()}
    camps = data.load("camps")
    places_ = camps[~camps["kind"].isin(("whole republic", "several camps"))]

    assert set(places_["row"]) <= rows
    assert not set(camps["row"]) - set(places_["row"]) & rows


@pytest.mark.parametrize("table", ["karlag_places", "steplag_places"])
def test_every_place_of_the_tables_is_listed(listed: pd.DataFrame, table: str):
    """A place that a chapter draws is found in the index."""
    rows = {row for cell in listed["row"] for row in cell.split()}

    assert set(data.load(table)["row"]) <= rows


def test_every_camp_of_the_list_has_words(listed: pd.DataFrame):
    """The filter knows each of them."""
    assert set(places.CAMPS) == set(listed["camp"])


def test_an_unknown_point_is_said(listed: pd.DataFrame):
    """A settlement that no source places is listed all the same, and the page says so."""
    perevalka = listed[listed["name_en"] == "Perevalka"].iloc[0]

    assert "No source that was read gives a point." == places.point(perevalka)


def test_a_point_says_how_precise_it_is(listed: pd.DataFrame):
    """Degrees and the word of the table."""
    dolinka = listed[listed["id"] == "karlag_places-dolinka"].iloc[0]

    assert "49.677° N, 72.678° E: exact place." == places.point(dolinka)


def test_the_page_leads_to_rows_sources_and_chapters(book: Book):
    """Names in three languages, the rows of two tables on one town, the chapter that links one."""
    (book.folder / "_toc.yml").write_text(TOC)
    (book.folder / "reference" / "places.ipynb").unlink()
    (book.folder / "reference" / "places.md").write_text("# Places\n\n```{places}\n```\n")
    (book.folder / "chapters").mkdir()
    link = "[Balkhash](row:steplag_places/balkhash)"
    (book.folder / "chapters" / "chapter.md").write_text(f"# Copper\n\n{link}\n")
    done = book.build()
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    built = book.folder / "_build" / "html" / "reference" / "places.html"
    soup = BeautifulSoup(built.read_text("utf-8"), "html.parser")
    town = soup.select_one("#place-karlag_places-balkhash")
    links = [a["href"] for a in town.select("a")]

    assert "Балқаш" == town.select_one("[lang=kk]").text
    assert "Балхаш" == town.select_one("[lang=ru]").text
    assert "../data/karlag_places.html#row-karlag_places-balkhash" in links
    assert "../data/steplag_places.html#row-steplag_places-balkhash" in links
    assert "../chapters/chapter.html" in links
    assert {"kind", "camp", "point"} == {one["name"] for one in soup.select(".steppe-find select")}


def test_the_page_says_that_outlines_are_of_today():
    """A map with borders of today says so under it."""
    assert "Borders are those of today" in (ROOT / "reference" / "places.ipynb").read_text("utf-8")
