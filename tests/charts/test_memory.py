import json

import pandas as pd
import pytest

from helpers import data
from helpers.charts import books, memorials, remembrance
from helpers.charts._memory.books import KINDS as BOOKS
from helpers.charts._memory.listing import Item, Look, listing


@pytest.fixture
def memory():
    return data.load("memory")


@pytest.fixture
def reading():
    return data.load("reading_list")


@pytest.fixture
def outlines():
    return data.load("geo_outlines")


def meta(figure):
    return figure.layout.meta


def drawn(figure):
    """List the rows of all marks."""
    marks = [one for one in figure.data if one.mode == "markers" and one.customdata]
    return [row for one in marks for row in one.customdata]


def words(figure):
    return " ".join(t for one in figure.data if one.mode == "text" for t in one.text)


@pytest.mark.parametrize("which", ["every", "people", "law", "places"])
def test_every_dated_event_has_a_mark_and_a_line(memory, which):
    """The table view and the marks hold the same rows."""
    figure = remembrance(memory, which=which)

    assert sorted(meta(figure)["table"]["links"]) == sorted(drawn(figure))
    assert f"{len(drawn(figure))} events" in meta(figure)["alt"]


def test_a_doubtful_date_is_marked(memory):
    """A question mark stands after the name, and the rival dates in the table."""
    figure = remembrance(memory, which="places")
    text = words(figure).replace("<br>", " ")

    assert "Monument at Zhangalyk (Zhanalyk) (?)" in text
    assert "Spassk: sign of Japan (?)" not in text
    assert "2002 (Tengrinews)" in json.dumps(meta(figure)["table"]["rows"])


def test_an_event_known_between_two_years_has_a_tail(memory):
    """The famine joined the day of remembrance somewhere between 1997 and 2012."""
    figure = remembrance(memory, which="law")
    tail = next(one for one in figure.data if one.mode == "lines")

    assert (1997.26, 2012.41, None) == tail.x
    assert "memory/day-31-may-famine" == tail.customdata[0]


def test_what_was_not_read_is_hollow_and_said(memory):
    """What is known from the literature only has its own entry in the legend."""
    read = memory.assign(checked="print")
    unread = memory.assign(checked="unread")

    assert "hollow: not re-read" in words_of_legend(remembrance(unread, which="law"))
    assert "hollow: not re-read" not in words_of_legend(remembrance(read, which="law"))


def words_of_legend(figure):
    return [one.name for one in figure.data]


def test_events_follow_time_within_their_kind(memory):
    """Museums stand in the order of their opening."""
    links = meta(remembrance(memory, which="places"))["table"]["links"]
    museums = [link for link in links if "/museum-" in link]

    assert "memory/museum-dolinka-2001" == museums[0]
    assert "memory/museum-zhangalyk" == museums[-1]


def test_an_unknown_choice_is_refused(memory, reading, outlines):
    """The messages name what can be chosen."""
    with pytest.raises(ValueError, match="choose from every, people, law, places"):
        remembrance(memory, which="museum")
    with pytest.raises(ValueError, match="choose from every, museum"):
        memorials(memory, outlines, kind="law")
    with pytest.raises(ValueError, match="choose from every, English"):
        books(reading, shown="Latin")
    with pytest.raises(ValueError, match="no book for 'Kyrgyz'"):
        books(reading[reading["language"] == "French"], shown="Kyrgyz")


def test_a_place_has_one_mark_for_all_its_events(memory, outlines):
    """Dolinka is one point with every row behind it, and its label counts them."""
    figure = memorials(memory, outlines)
    dolinka = next(row for row in drawn(figure) if "museum-dolinka-2001" in row)

    assert "memory/staging-night" in dolinka.split()
    assert f"Dolinka: {len(dolinka.split())}" in [note.text for note in figure.layout.annotations]


def test_a_place_without_a_point_is_named(memory, outlines):
    """What cannot be drawn is not lost: it stands below the map and in the table."""
    figure = memorials(memory, outlines)
    below = " ".join(str(note.text) for note in figure.layout.annotations).replace("<br>", " ")

    assert "Museum at Zhangalyk" in below
    assert "memory/museum-zhangalyk" in meta(figure)["table"]["links"]


def test_places_outside_every_source_make_an_empty_map(memory, outlines):
    """A table without coordinates says so instead of drawing nothing."""
    lost = memory.assign(lat=pd.NA, lon=pd.NA)
    notes = [str(note.text) for note in memorials(lost, outlines).layout.annotations]

    assert "No such place has a point in a source" in notes


def test_books_stand_by_language_and_year(reading):
    """Within a language the oldest comes first and a book without a year last."""
    figure = books(reading, shown="Kyrgyz")
    links = meta(figure)["table"]["links"]

    assert "reading_list/esimde-2020" == links[0]
    assert {"Kyrgyz"} == {line[0] for line in meta(figure)["table"]["rows"]}


def test_a_book_without_a_year_stands_apart(reading):
    """An unknown year is no year: a mark before the axis begins, with the word."""
    figure = books(reading, shown="Kazakh")
    ticks = dict(zip(figure.layout.xaxis.tickvals, figure.layout.xaxis.ticktext, strict=True))

    assert "no<br>year" == ticks[min(ticks)]
    assert "year not found" in json.dumps(meta(figure)["table"]["rows"])
    assert "hollow: not re-read" not in [one.name for one in figure.data]


def test_every_book_says_how_it_is_known(reading):
    """No title without a proof, a sentence and a source."""
    assert (reading[["annotation", "proof", "source_keys"]] != "").all().all()
    assert {"English", "Russian", "Kazakh", "Kyrgyz"} <= set(reading["language"])


def test_a_kind_is_shown_in_every_language(reading):
    """Memoirs leave no gaps where other books stood, and the alt text counts their languages."""
    figure = books(reading, shown="memoir")
    every = books(reading)

    assert {"memoir"} == {line[5] for line in meta(figure)["table"]["rows"]}
    assert figure.layout.height < every.layout.height / 2
    assert "books, memoir, from 1949 to 2020 (English 2, Russian 4" in meta(figure)["alt"]


def test_every_choice_of_books_is_another_picture(reading):
    """No two choices of the control show the same books or say the same of them."""
    choices = ("every", *reading["language"].unique(), *BOOKS)
    figures = [books(reading, shown=one) for one in choices]

    assert len(choices) == len({meta(one)["alt"] for one in figures})
    assert len(choices) == len({tuple(meta(one)["table"]["links"]) for one in figures})


def test_words_stand_above_their_mark():
    """Two items never share a line, and a long name is broken."""
    look = {"one": Look("#0072b2", "circle", "one")}
    items = [Item("word " * 15, 1950, 1950, "one", False, "", f"t/{n}") for n in range(2)]
    figure, height = listing([("Heading", items)], look, {1900.0: "1900", 2000.0: "2000"})
    first, second = next(one for one in figure.data if one.mode == "markers").y
    heading, text = (one for one in figure.data if one.mode == "text")

    assert second - first > 3 * 16
    assert "<br>" in text.text[1]
    assert ("t/0", "t/1") == text.customdata
    assert heading.customdata is None
    assert figure.layout.yaxis.range[0] < height
