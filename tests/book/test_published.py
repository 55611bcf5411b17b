"""No published address is lost, and no published number changes in silence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from small import ROOT, Book

from helpers.book import published, redirects
from helpers.book.redirects import BrokenRedirectError, Redirect

MAP = """
- {from: old.html, to: chapter.html, reason: It has a new name.}
- {from: old.html#fig-other, to: index.html#book, reason: It went to the first page.}
- {from: chapter.html#fig-before, to: reference/bibliography.html#bibliography, reason: It left.}
"""


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A window of a browser."""
    page = browser.new_page()
    page.set_default_timeout(10_000)
    yield page
    page.close()


def test_no_published_row_changes_in_silence():
    """A number that differs from the last version has an entry in the table of changes."""
    known = published.load_numbers(ROOT / "tests" / "published" / "rows.csv")

    assert len(known) > 2_000
    assert [] == published.untold(known, published.numbers())


def test_a_silent_change_is_found():
    """Row, column, before and after are named, and so is a row that is gone."""
    present = published.numbers()
    changed = {row: dict(cells) for row, cells in present.items()}
    changed["camp_population/karlag-1949-01"]["value_max"] = "56673"
    del changed["amnesties/amnesty-1945-karlag-prisoners"]
    told = published.untold(present, changed)

    assert [
        "amnesties/amnesty-1945-karlag-prisoners: the row is gone; "
        "enter it in data/changes.csv, column 'row'",
        "camp_population/karlag-1949-01: value_max was '65673' and is '56673'; "
        "enter it in data/changes.csv",
    ] == sorted(told)


def test_every_published_row_is_still_in_its_table():
    """The names of rows are addresses: what was published once stays, or is sent on."""
    moved = {one.old for one in redirects.read(ROOT)}
    listed = published.load(ROOT / "tests" / "published" / "anchors.txt")
    present = {f"row-{row.replace('/', '-', 1)}" for row in rows()}
    gone = [
        f"{page}#{anchor}"
        for page, anchors in listed.items()
        for anchor in anchors
        if anchor.startswith("row-") and anchor not in present
    ]

    assert [] == [address for address in gone if address not in moved]


def rows() -> list[str]:
    """Name every row of the book."""
    tables = [published.data.load(name) for name in published.data.resources()]
    return [row for table in tables if "row" in table for row in table["row"]]


def test_a_lost_address_is_named():
    """A page, or an anchor, that is neither there nor sent on is lost."""
    listed = {"a.html": {"fig-1"}, "b.html": {"fig-2"}, "c.html": {"fig-3", "fig-4"}}
    present = {"a.html": {"fig-1"}, "d.html": {"fig-2", "fig-9"}, "c.html": {"fig-3"}}
    moved = [Redirect("b.html", "d.html", "A new name.")]

    assert ["c.html#fig-4"] == published.lost(listed, present, moved)
    moved += [Redirect("c.html#fig-4", "d.html#fig-9", "A new name.")]
    assert [] == published.lost(listed, present, moved)
    assert ["b.html", "b.html#fig-2", "c.html#fig-4"] == published.lost(listed, present, [])


def test_a_list_is_read_as_it_was_written(tmp_path):
    """Sorted lines: a list that is saved again is the same file."""
    pages = {"b.html": {"row-2", "row-1"}, "a.html": set()}
    published.save(tmp_path / "anchors.txt", pages)

    assert pages == published.load(tmp_path / "anchors.txt")
    assert ["a.html", "b.html", "  row-1", "  row-2"] == (
        (tmp_path / "anchors.txt").read_text("utf-8").splitlines()[1:]
    )


def test_accept_adds_and_never_removes(tmp_path, capsys):
    """A new figure joins the list; one that disappeared stays in it and is reported."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_text('<p id="fig-new">')
    published.save(tmp_path / "anchors.txt", {"a.html": {"fig-old"}})
    code = published.main(["--site", str(site), "--folder", str(tmp_path), "--accept"])

    assert 1 == code
    assert "a.html#fig-old is lost" in capsys.readouterr().out
    assert {"a.html": {"fig-old", "fig-new"}} == published.load(tmp_path / "anchors.txt")


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ("- {from: a.html, to: b.html}", "entry 1: write from, to and reason"),
        (
            "- {from: a.html, to: b.html, reason: x}\n- {from: b.html, to: c.html, reason: x}",
            "a.html leads to b.html, which leads on to c.html; write the last address at once",
        ),
        (
            "- {from: a.html, to: b.html, reason: x}\n- {from: a.html, to: c.html, reason: x}",
            "a.html stands twice",
        ),
    ],
)
def test_a_map_that_cannot_be_followed_is_refused(tmp_path, entries, message):
    """A missing reason, a chain, a double entry: the message says what to write."""
    (tmp_path / "redirects.yml").write_text(entries)

    with pytest.raises(BrokenRedirectError, match=message):
        redirects.read(tmp_path)


def test_the_books_own_map_is_read():
    """The map of this book can be followed."""
    assert isinstance(redirects.read(ROOT), list)


@pytest.fixture
def moved_book(book: Book) -> Book:
    """A small book in which a page and two anchors have moved."""
    (book.folder / "redirects.yml").write_text(MAP)
    (book.folder / "reference" / "bibliography.md").write_text("# Bibliography\n")
    book.write("Words.")
    return book


def test_old_addresses_lead_to_the_new_ones(moved_book: Book, window: Page):
    """By double click: an old page, an old anchor on it, and an old anchor on a page that stays."""
    html = moved_book.page()
    site = (moved_book.folder / "_build" / "html").as_uri()
    stub = (moved_book.folder / "_build" / "html" / "old.html").read_text("utf-8")

    assert '<link rel="canonical" href="chapter.html">' in stub
    assert "url=chapter.html" in stub
    assert '"fig-before"' in html
    moves = (
        ("old.html", "chapter.html"),
        ("old.html#words", "chapter.html#words"),
        ("old.html#fig-other", "index.html#book"),
        ("chapter.html#fig-before", "reference/bibliography.html#bibliography"),
    )
    for old, new in moves:
        window.goto("about:blank")
        window.goto(f"{site}/{old}")
        window.wait_for_url(f"{site}/{new}")


def test_an_address_that_leads_nowhere_stops_the_build(moved_book: Book):
    """Every such entry is named at once, with what is missing."""
    wrong = [
        {"from": "old.html", "to": "lost.html", "reason": "x"},
        {"from": "chapter.html#a", "to": "index.html#b", "reason": "x"},
        {"from": "reference/bibliography.html", "to": "chapter.html", "reason": "x"},
    ]
    (moved_book.folder / "redirects.yml").write_text(json.dumps(wrong))
    done = moved_book.build()

    assert done.returncode != 0
    said = done.stdout + done.stderr
    assert "the book has no page lost.html" in said
    assert "index.html has no anchor b" in said
    assert "reference/bibliography.html is still in the book" in said


def test_the_published_addresses_are_those_of_a_site(tmp_path: Path):
    """Figures, rows and people are listed; headings and pages of the theme are not."""
    (tmp_path / "genindex.html").write_text('<p id="fig-x">')
    (tmp_path / "a.html").write_text(
        '<p id="fig-a"><p id="row-t-1"><h2 id="the-end"><h2 id="document-workshop-x">'
        '<div id="document-d1"><p id="document-d1-title">'
    )

    assert {"a.html": {"fig-a", "row-t-1", "document-d1"}} == published.on_site(tmp_path)
