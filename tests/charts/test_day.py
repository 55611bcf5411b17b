from __future__ import annotations

import pandas as pd
import pytest

from helpers import data
from helpers.charts._forty_days.day import day
from helpers.explore import LIMIT, explore


def dated(rows):
    table = pd.DataFrame(rows)
    for column in ("date_start", "date_end"):
        table[column] = pd.to_datetime(table[column])
    return table.assign(source_keys="article_kengir", checked="teaching_text")


def event(name, actor, start, end=None, kind="day", **more):
    return {
        "row": f"kengir_events/{name}",
        "actor": actor,
        "event_type": "strike",
        "place": "Kengir",
        "time": "evening",
        "description": f"{name} is told.",
        "date_text": f"{start} as printed",
        "date_start": start,
        "date_end": end or start,
        "date_kind": kind,
        **more,
    }


@pytest.fixture
def tables():
    """Build a day event, a night of two days, a month and half a year; two demands; one paper."""
    events = [
        event("night", "army", "1954-05-17", "1954-05-18", "span"),
        event("strike", "prisoners", "1954-05-18"),
        event("may", "prisoners", "1954-05-01", "1954-05-31", "month"),
        event("half", "administration", "1954-01-01", "1954-06-30", "span"),
    ]
    demand = {"made_by": "prisoners", "kind": "demand", "date_text": "", "date_kind": "day"}
    on = {"date_start": "1954-05-18", "date_end": "1954-05-18"}
    demands = [
        {"row": "kengir_demands/d1", "demand": "Bodies", "outcome": "Given.", **demand, **on},
        {"row": "kengir_demands/d2", "demand": "Gates", "outcome": "", **demand, **on},
    ]
    paper = {"type": "Telegram", "number": "60", "sender": "Kruglov", "recipient": "Gubin"}
    document = {"row": "documents/doc02", **paper, "says": "Go.", "date_kind": "day", **on}
    return dated(events), dated(demands), dated([{**document, "date_text": "1954-05-18"}])


def lines(figure):
    return [tuple(line) for line in figure.layout.meta["table"]["rows"]]


def test_a_day_tells_what_each_side_did_and_asked_for(tables):
    """Sides come in their order, with what they did, then what they asked for and its outcome."""
    found = lines(day(*tables, date="1954-05-18"))

    assert ("Prisoners", "Strike", "evening; Kengir", "strike is told.") == found[0][:4]
    assert "Bodies. What became of it: Given." == found[1][3]
    assert "Gates. What became of it: no source says." == found[2][3]
    assert ("Documents", "Telegram no. 60", "Kruglov to Gubin", "Go.") == found[-2][:4]
    assert "Kengir article (Kk.); read in a teaching text" == found[0][4]


def test_a_side_without_a_row_is_not_called_quiet(tables):
    """Unknown is not nothing: the words speak of our sources."""
    found = {line[0]: line[3] for line in lines(day(*tables, date="1954-05-20"))}

    sides = ("Prisoners", "Administration of the camp", "MVD and procurators", "Army")
    assert dict.fromkeys(sides, "No event in our sources.") == {name: found[name] for name in sides}
    assert "No document in our sources." == found["Documents"]


@pytest.mark.parametrize("date", ["1954-05-17", "1954-05-18"])
def test_a_night_of_two_days_stands_on_both_with_its_date(tables, date):
    """What lasts over a few days is told on each, with the date as the source has it."""
    found = next(line for line in lines(day(*tables, date=date)) if line[0] == "Army")

    assert "1954-05-17 as printed, evening; Kengir" == found[2]


def test_what_is_dated_to_a_month_is_counted_and_linked(tables):
    """It may belong to the day, so it is named at the end; what spans half a year is not."""
    figure = day(*tables, date="1954-05-20")

    text = "Dated only to a month or “about”, and perhaps of this day: 1 event."
    assert ("Day not known", text) == (lines(figure)[-1][0], lines(figure)[-1][3])
    assert "kengir_events/may" == figure.layout.meta["table"]["links"][-1]


def test_the_description_counts_the_entries_of_each_side(tables):
    """Day of the week, date and numbers are what a screen reader hears first."""
    assert (
        "Tuesday, 18 May 1954. Entries in our sources: Prisoners 3, Administration of the camp "
        "none, MVD and procurators none, Army 1, Documents 1."
    ) == day(*tables, date="1954-05-18").layout.meta["alt"]


def test_a_notebook_shows_the_same_table(tables):
    """The trace of a running notebook holds what the page shows as text."""
    figure = day(*tables, date="1954-05-18")
    columns = [list(column) for column in figure.data[0].cells.values]

    assert lines(figure) == list(zip(*columns, strict=True))
    assert list(figure.layout.meta["table"]["links"]) == list(figure.data[0].customdata)
    assert "table" == figure.layout.meta["view"]
    assert () == figure.layout.annotations


def test_what_is_no_date_is_named(tables):
    """A slip of the pen is shown back."""
    with pytest.raises(ValueError, match="'32 May' is no day; write it as 1954-05-14"):
        day(*tables, date="32 May")


def test_the_forty_days_of_the_book_fit_on_a_page():
    """All days from 14 May to 30 June weigh less than a page may hold, with a slider."""
    tables = [data.load(name) for name in ("kengir_events", "kengir_demands", "documents")]
    dates = {f"{one.day} {one:%B}": one for one in pd.date_range("1954-05-14", "1954-06-30")}
    stored = explore(day, *tables, date=dates).figure().layout.meta["explore"]

    assert (48, "range") == (len(stored["states"]), stored["controls"][0]["kind"])
    assert 150_000 == LIMIT
