from __future__ import annotations

import re

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from small import Book

from helpers import data
from helpers.book import finder
from helpers.book.timeline import bars, chosen, facts, page, tables, words
from helpers.book.timeline.entry import Entry, make

TOC = """format: jb-book
root: index
chapters:
- file: chapters/chapter
- file: reference/timeline
- file: reference/bibliography
"""

#: What a reader of this book would miss: day, and a word of the entry.
MILESTONES = [
    ("26 August 1920", "autonomous republic"),
    ("27 August 1928", "bais"),
    ("25 April 1930", "GULAG"),
    ("1930–1933", "Famine"),
    ("17 September 1931", "Karlag"),
    ("1936", "Poles and Germans"),
    ("1937", "Koreans"),
    ("30 July 1937", "00447"),
    ("15 August 1937", "00486"),
    ("3 December 1937", "ALZHIR"),
    ("28 August 1941", "Germans of the Volga"),
    ("10 January 1942", "labour army"),
    ("January 1944", "Karachay"),
    ("February 1944", "Chechens and Ingush"),
    ("7 July 1945", "Amnesty"),
    ("28 February 1948", "Steplag"),
    ("5 March 1953", "Stalin dies"),
    ("27 March 1953", "amnesty"),
    ("16 May – 26 June 1954", "Rising at Kengir"),
    ("16 July 1956", "Chechens and Ingush are released"),
    ("27 July 1959", "Karlag"),
    ("16 January 1989", "troikas"),
    ("14 April 1993", "rehabilitation"),
    ("31 May 2007", "ALZHIR"),
    ("26 December 2023", "state commission"),
]


@pytest.fixture(scope="module")
def events() -> list[Entry]:
    """All events of the book."""
    return tables.entries()


def row(**cells: object) -> pd.Series:
    """Build a row of laws: an act of a day."""
    usual = {
        "row": "laws/statute-1930",
        "date_text": "1930-04-07",
        "date_start": pd.Timestamp(1930, 4, 7),
        "date_end": pd.Timestamp(1930, 4, 7),
        "date_kind": "day",
        "source_keys": "smirnov1998",
        "checked": "reproduced",
    }
    return pd.Series(usual | cells)


def test_the_timeline_has_a_good_length(events: list[Entry]):
    """Enough to follow the story, not so much that it cannot be read."""
    assert 250 <= len(events) <= 450


@pytest.mark.parametrize(("date", "word"), MILESTONES)
def test_nothing_is_missing_that_a_reader_would_miss(events: list[Entry], date: str, word: str):
    """The events on which the chapters stand are in the timeline, with their dates."""
    assert any(entry.date == date and word in entry.says for entry in events)


def test_events_stand_in_the_order_of_time(events: list[Entry]):
    """From 1917 on, the earlier first."""
    days = [entry.order[0] for entry in events]

    assert days == sorted(days)
    assert tables.FIRST == days[0].year


def test_no_event_stands_twice(events: list[Entry]):
    """Neither an anchor nor a sentence of one date repeats."""
    assert len({entry.name for entry in events}) == len(events)
    assert len({(entry.date, entry.says) for entry in events}) == len(events)


def test_every_event_is_a_sentence_with_a_date_a_topic_and_a_place(events: list[Entry]):
    """No entry is cryptic: no key of a table, no place left open, no date in digits only."""
    for entry in events:
        assert re.match(r"[A-Z0-9\"“Ü]", entry.says), entry.name
        assert entry.says.endswith((".", "?")), entry.name
        assert "{" not in entry.says, entry.name
        assert not re.search(r"\b[a-z]+_[a-z]+\b", entry.says), entry.name
        assert not re.search(r"\d{4}-\d{2}", entry.date + entry.note), entry.name
        assert entry.date, entry.name
        assert all(page.values(entry).values()), entry.name


def test_every_row_of_an_event_exists(events: list[Entry]):
    """Date and rivals lead to rows."""
    for entry in events:
        for reference in entry.rows:
            assert reference == data.row(reference)["row"]


def test_every_choice_of_the_form_finds_something(events: list[Entry]):
    """A topic, a place or a period without events would be a dead end."""
    items = [finder.Item("", page.values(entry)) for entry in events]
    for one in page.FILTERS:
        assert [value for value, _, _ in finder.choices(items, one)] == list(one.words)


def test_rival_dates_stand_side_by_side(events: list[Entry]):
    """The three days on which Karlag is said to have begun make one entry."""
    karlag = next(entry for entry in events if entry.name == "camps/karlag")

    assert "17 September 1931" == karlag.date
    assert ["19 December 1930", "19 December 1931"] == [one.date for one in karlag.rivals]


def test_a_claim_never_stands_alone(events: list[Entry]):
    """That everybody was arrested at the end of 1928 is told only beside a date that is stated."""
    lives = [entry for entry in events if entry.topic == "lives"]

    assert "claimed" not in {entry.row["certainty"] for entry in lives}
    assert any(one.row["certainty"] == "claimed" for entry in lives for one in entry.rivals)


def test_a_row_beside_an_unknown_one_is_named():
    """A slip in the column stops the build and says what is looked for."""
    lone = make(row(timeline="= camps/karlga"), "Karlag", "camps")

    with pytest.raises(ValueError, match="names camps/karlga, no row of the timeline"):
        tables.together([lone])


def test_numbers_come_from_the_row():
    """A sentence holds a place for the number, so that a corrected row corrects the timeline."""
    cells = {"value_min": 36000, "value_max": 36000, "qualifier": "about", "value_text": ""}
    told = row(timeline="{value} Greeks are deported.", unit="persons", note="", **cells)

    assert (
        "About 36,000 Greeks are deported." == chosen.choose(told, "deportations", "exile", "").says
    )


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("day", "1930-04-07", "7 April 1930"),
        ("month", "1930-04", "April 1930"),
        ("year", "1930", "1930"),
        ("circa", "autumn 1930", "autumn 1930"),
        ("span", "24 January - 6 March 1942", "24 January – 6 March 1942"),
        ("span", "1930/1933", "1930–1933"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(kind: str, text: str, said: str):
    """A month is no first day of a month."""
    assert said == words.date_of(row(date_kind=kind, date_text=text))


def test_an_administration_begins_and_ends():
    """The end of the GULAG is an event of its own, with an anchor of its own."""
    gulag = [entry for entry in facts.laws() if entry.row["row_id"] == "org-gulag"]

    assert ["laws/org-gulag", "laws/org-gulag-ended"] == [entry.name for entry in gulag]
    assert "1960" == gulag[1].date


def test_bars_link_only_decades_with_events(events: list[Entry]):
    """Each link of the overview leads to a decade of the page."""
    soup = BeautifulSoup(bars.overview(events), "html.parser")
    linked = [a["href"] for a in soup.select("nav a")]

    assert [f"#decade-{decade}s" for decade in range(1910, 2030, 10)] == linked


def test_the_page_leads_to_rows_sources_and_chapters(book: Book):
    """From an entry one click to the row, the work, and the chapter that links the row."""
    (book.folder / "_toc.yml").write_text(TOC)
    (book.folder / "chapters").mkdir()
    chapter = book.folder / "chapters" / "chapter.md"
    chapter.write_text(
        "# Famine\n\n[1,500,000](row:deportations/famine-total-1930-1933-deaths-cameron)\n"
    )
    done = book.build()
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    built = book.folder / "_build" / "html" / "reference" / "timeline.html"
    soup = BeautifulSoup(built.read_text("utf-8"), "html.parser")
    famine = soup.select_one("#event-deportations-famine-total-1930-1933-deaths-cameron")
    links = [a["href"] for a in famine.select("a")]
    unread = soup.select_one("#event-deportations-greeks-1949-06-deported")

    assert built.stat().st_size < 250_000
    assert (
        "../data/deportations.html#row-deportations-famine-total-1930-1933-deaths-cameron"
        == links[0]
    )
    assert "bibliography.html#source-cameron2016" in links
    assert "../chapters/chapter.html" in links
    assert "1,500,000–2,300,000" in famine.text
    assert "not re-read" in unread.text
    assert soup.select_one(".steppe-finder section#decade-1930s .steppe-group h3")
    assert "1930s" in soup.select_one(".bd-toc, #pst-page-toc-nav, nav.page-toc").text

    chapter.write_text("# Famine\n\nNothing.\n")
    book.build()
    assert "chapters/chapter.html" not in str(
        BeautifulSoup(built.read_text("utf-8"), "html.parser").select_one(f"#{famine['id']}")
    )
