from __future__ import annotations

import os
import shutil
import time
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from small import ROOT, Book

from helpers import data, sources
from helpers.book.catalogue import table_pages
from helpers.book.catalogue.facts import facts, totals
from helpers.book.catalogue.fields import fields
from helpers.book.catalogue.left_out import left_out
from helpers.book.catalogue.summary import Summary, summary
from helpers.book.claims import judgement
from helpers.book.pages import (
    ARCHIVES_PAGE,
    CATALOGUE_PAGE,
    MARKS_PAGE,
    row_address,
    row_anchor,
    table_page,
)

TABLES = sorted(data.resources())
NAMED = [name for name in TABLES if data.resource(name).primary_key]
UNREAD = [name for name in NAMED if left_out(name)]
LONG_AGO = 1_000_000_000


@cache
def soup(name: str) -> BeautifulSoup:
    """The page of a table."""
    return BeautifulSoup(table_pages.page(name, ROOT), "html.parser")


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The built site of a small book with the catalogue and the index of archives."""
    folder = tmp_path_factory.mktemp("book")
    for name in ("data", "reference"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("_config.yml", "CITATION.cff"):
        shutil.copy(ROOT / name, folder)
    pages = (CATALOGUE_PAGE, ARCHIVES_PAGE, MARKS_PAGE)
    listed = "\n".join(f"- file: {page}" for page in pages)
    (folder / "_toc.yml").write_text(f"format: jb-book\nroot: index\nchapters:\n{listed}\n")
    (folder / "index.md").write_text("# Book\n")
    done = Book(folder).build("-q")
    assert all((folder / "_build" / "html" / f"{page}.html").exists() for page in pages), (
        done.stdout
    )
    return folder / "_build" / "html"


@pytest.mark.parametrize("name", NAMED)
def test_every_row_has_its_place_on_the_page(name):
    """Each row of a table stands on its page under its permanent address, in the file's order."""
    found = [line["id"] for line in soup(name).select(".steppe-rows tr[id]")]

    assert [row_anchor(row) for row in data.load(name)["row"]] == found


@pytest.mark.parametrize("name", NAMED)
def test_an_error_can_be_reported_beside_every_row(name):
    """The links are told apart by ear, and each says which row it means."""
    links = soup(name).select(".steppe-rows a.steppe-report")

    assert list(data.load(name)["row"]) == [link["data-row"] for link in links]
    assert len(links) == len({link["aria-label"] for link in links})
    assert all(link["aria-label"].startswith(link.text) for link in links)


@pytest.mark.parametrize("name", TABLES)
def test_every_field_is_explained(name):
    """Type, unit and meaning of each field stand above the rows."""
    lines = soup(name).select(".steppe-fields tbody tr")
    explained = [line.th.code.text for line in lines]

    assert data.resource(name).columns == explained
    assert all(cell.text for line in lines for cell in line.find_all("td")[:3])


@pytest.mark.parametrize("name", TABLES)
def test_a_page_says_what_the_table_is_worth(name):
    """Description, note on reliability, licence and citation stand on the page of each table."""
    text = soup(name).text
    table = data.resource(name).description

    assert table["title"] == soup(name).h1.text
    assert table["integrity"].replace("`", "")[:60] in text
    assert table["licenses"][0]["title"] in text
    assert "The Steppe Camps" in text


def test_the_sums_are_those_of_the_rows():
    """Rows, period, works and kinds of a table are counted, not typed."""
    frame = data.load("amnesties")
    found = summary("amnesties")

    assert len(frame) == found.rows
    assert (frame["date_start"].min().year, frame["date_end"].max().year) == found.years
    assert frame["status"].value_counts().to_dict() == dict(found.statuses)
    assert frame["checked"].value_counts().to_dict() == dict(found.checked)
    assert set(frame["source_keys"].map(sources.split).explode()) == set(found.works)


def test_totals_are_the_sums_of_the_tables():
    """A work that several tables cite is one work."""
    found = totals("../")["summary"]

    assert sum(len(data.load(name)) for name in TABLES) == found.rows
    assert sum(len(left_out(name)) for name in NAMED) == found.out
    assert set().union(*(summary(name).works for name in TABLES)) == set(found.works)


@pytest.mark.parametrize(
    ("years", "period"), [(None, "no dates"), ((1954, 1954), "1954"), ((1930, 1960), "1930–1960")]
)
def test_a_period_reads_well(years, period):
    """A table of one year does not say it twice."""
    assert period == Summary(years=years).period


def test_a_table_whose_dates_are_empty_says_so():
    """Nobody reads "nan–nan" where a table has columns of dates and no date in them."""
    assert "no dates" == summary("food_energy").period


def test_works_of_most_rows_stand_first():
    """A researcher sees at once on what a table rests; the rest is folded."""
    table = facts("camp_claims", "../")
    numbers = [work["rows"] for work in table["works"]]

    assert sorted(numbers, reverse=True) == numbers
    assert len(table["works"]) - table["shown"] == len(
        soup("camp_claims").select("dd details a[href*='#source-']")
    )


def test_a_field_says_what_may_stand_in_it():
    """Closed lists, limits, forms and keys of other tables are told in words."""
    told = {field["name"]: field for field in fields("geo_outlines", "../")}
    camps = {field["name"]: field for field in fields("camp_population", "../")}

    assert ["never empty", "at least 44", "at most 90"] == told["lon"]["rules"]
    assert ["never empty", "one of: country, lake"] == told["kind"]["rules"]
    assert "../data/camps.html" == camps["camp_id"]["table"]["href"]
    assert "known from the literature, not re-read" == camps["checked"]["terms"]["unread"]


@pytest.mark.parametrize("name", UNREAD)
def test_unread_rows_can_be_left_out(name):
    """The rows that vanish are those that the smaller file lacks; the counts say so."""
    page = soup(name)
    hidden = {line["id"] for line in page.select("tr.steppe-out")}
    (count,) = page.select("[role=status] [data-read]")
    rows = len(data.load(name))

    assert {row_anchor(f"{name}/{row}") for row in left_out(name)} == hidden
    assert (f"{rows:,}", f"{rows - len(hidden):,}") == (count.text, count["data-read"])
    assert f"../downloads/without-unread/{name}.csv" == page.select_one("a[data-read]")["data-read"]
    assert page.select_one(f".steppe-plain a[href='../downloads/without-unread/{name}.csv']")


@pytest.mark.parametrize("name", sorted(set(TABLES) - set(UNREAD)))
def test_nothing_is_offered_where_nothing_is_unread(name):
    """A switch that changes nothing does not appear."""
    assert [] == soup(name).select(".steppe-leave-out, [data-read], .steppe-out")


def test_a_judged_row_leads_to_the_ledger():
    """Whoever meets a claim in a table finds its verdict one click away."""
    judged = [row for row in data.load("camp_claims")["row"] if judgement(row)]
    links = soup("camp_claims").select("a.steppe-judged")

    assert judged
    assert [f"../{judgement(row).address}" for row in judged] == [link["href"] for link in links]


def test_rows_and_works_that_a_cell_names_are_links():
    """From the ledger's table one click leads to the claim, the evidence and the chapter."""
    line = soup("claims").select_one("tr[id]")
    row = data.load("claims").iloc[0]
    targets = [link["href"] for link in line.select("td a")]

    assert f"../{row_address(row['claim'])}" in targets
    assert f"../chapters/{row['chapter']}.html" in targets
    assert len(targets) >= 1 + len(sources.split(row["evidence_rows"]))


def test_a_row_that_repeats_another_leads_to_it():
    """Where two rows give one count under two names, one click leads from the one to the other."""
    frame = data.load("camp_population")
    repeats = frame[frame["same_as"] != ""]
    links = {link["href"] for link in soup("camp_population").select("td a")}

    assert len(repeats)
    assert {f"../{row_address(f'camp_population/{row}')}" for row in repeats["same_as"]} <= links


def test_rows_without_names_are_shown_as_a_sample():
    """Of the points of the outlines the page shows the first; the file has all."""
    lines = soup("geo_outlines").select(".steppe-rows tbody tr")

    assert table_pages.NAMELESS_SHOWN == len(lines)
    assert f"{len(data.load('geo_outlines')):,}" in soup("geo_outlines").text


def test_no_page_is_written_that_is_younger_than_its_table(tmp_path, monkeypatch):
    """After an edit of prose the pages of the tables and the downloads stay as they are."""
    app = SimpleNamespace(confdir=ROOT, outdir=tmp_path)
    monkeypatch.setattr(table_pages, "page", lambda name, _book: f"page of {name}")
    for page, _, _ in table_pages.pages(app):
        path = tmp_path / f"{page}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text("built")
    later = time.time() + 10
    for path in tmp_path.rglob("*"):
        os.utime(path, (later, later))
    assert [] == [page for page, _, _ in table_pages.pages(app)]

    os.utime(tmp_path / f"{table_page('laws')}.html", (LONG_AGO, LONG_AGO))
    (tmp_path / "downloads" / "steppe-camps.zip").unlink()
    again = [page for page, _, _ in table_pages.pages(app)]

    assert [table_page("laws")] == again
    assert (tmp_path / "downloads" / "steppe-camps.zip").exists()


def test_a_page_is_made_of_all_tables_that_refer_to_it():
    """An edit of the counts can change which camps are left out, so their page is made again."""
    names = {table.name for table in table_pages.related(data.resource("camps"))}

    assert {"camps", "camp_population", "claims"} <= names
    assert "laws" not in names


def test_the_catalogue_lists_every_table(built: Path):
    """Each table has its entry with a link to its page and to its file."""
    page = BeautifulSoup((built / f"{CATALOGUE_PAGE}.html").read_text("utf-8"), "html.parser")
    entries = page.select("#tables .steppe-item")

    assert {f"table-{name}" for name in TABLES} == {entry["id"] for entry in entries}
    for link in page.select("#tables a[href^='../data/'], a.steppe-file, .steppe-plain a"):
        assert (built / "reference" / link["href"]).exists(), link["href"]
    for link in page.select("a[data-read]"):
        assert (built / "reference" / link["data-read"]).exists(), link["data-read"]
    assert f"{sum(len(data.load(name)) for name in TABLES):,} rows" in page.text


def test_archive_files_are_found_from_both_ends(built: Path):
    """From a row one click leads to its file in the index, and from there back to the row."""
    page = BeautifulSoup((built / f"{ARCHIVES_PAGE}.html").read_text("utf-8"), "html.parser")
    anchors = {tag["id"] for tag in page.select("[id^=archive-]")}
    links = {link["href"].partition("#")[2] for link in page.select(".steppe-archives a")}
    table = data.archive_table()

    assert {row_anchor(row) for row in table["row"]} <= links
    for name in {row.partition("/")[0] for row in table["row"]}:
        named = {link["href"].partition("#")[2] for link in soup(name).select("a.steppe-archive")}
        assert named <= anchors
