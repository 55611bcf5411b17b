import json

import pandas as pd
import pytest

from helpers import data
from helpers.charts._claims import claims


def claim(name, qualifier, low, high, status="claimed", checked="second_hand", words="", **more):
    return {
        "row": f"camp_claims/{name}",
        "row_id": name,
        "camp_id": "karlag",
        "measure": "deaths",
        "unit": "persons",
        "value_min": low,
        "value_max": high,
        "qualifier": qualifier,
        "value_text": words,
        "date_text": "",
        "source_keys": "bolashaq",
        "status": status,
        "checked": checked,
        **more,
    }


@pytest.fixture
def table():
    """Build an exact count, an open claim, a range, an unread estimate and a claim in words."""
    rows = [
        claim("open", "at_least", 40000, None),
        claim("exact", "exact", 20000, 20000, "counted"),
        claim("range", "range", 25000, 35000),
        claim("unread", "about", 30000, 30000, "estimated", "unread"),
        claim("words", "words", None, None, words="very many"),
    ]
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


def draw(table, **choices):
    return claims(table, camp="karlag", measure="deaths", **choices)


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def test_claims_are_sorted_from_the_smallest_down(table):
    """The table view and the lines follow the value; words come last."""
    figure = draw(table)

    links = ["exact", "range", "unread", "open", "words"]
    assert [f"camp_claims/{name}" for name in links] == figure.layout.meta["table"]["links"]
    assert (4.5, -0.5) == figure.layout.yaxis.range
    assert [0] == [line for line in trace(figure, "counted").y if line is not None]


def test_claims_of_one_source_stay_two_lines(table):
    """A source that gives two numbers has two lines with its name."""
    ticks = draw(table).layout.yaxis

    assert (0, 1, 2, 3, 4) == ticks.tickvals
    assert ("Bolashaq Academy",) * 5 == ticks.ticktext


def test_claims_draw_a_range_between_two_ends(table):
    """A range has two marks on one line, joined, and nothing joins it to the next claim."""
    marks = trace(draw(table), "claimed")

    assert (25000, 35000, None, 40000, None) == marks.x
    assert (1, 1, None, 3, None) == marks.y
    assert "lines" in marks.mode


def test_claims_point_to_the_open_side(table):
    """'At least' has an arrow to the right of its mark, 'at most' one to the left."""
    table.loc[1, ["qualifier", "value_min"]] = ["at_most", pd.NA]
    figure = draw(table)
    more, less = trace(figure, "at least this number"), trace(figure, "at most this number")

    assert "triangle-right" == more.marker.symbol[0]
    assert more.x[0] > more.x[1] == 40000
    assert "triangle-left" == less.marker.symbol[0]
    assert less.x[0] < less.x[1] == 20000


def test_claims_of_each_status_have_their_mark(table):
    """Count, estimate and claim differ in mark, not in colour alone; unread is hollow."""
    figure = draw(table)

    assert "circle" == trace(figure, "counted").marker.symbol
    assert "diamond" == trace(figure, "claimed").marker.symbol
    assert "star-open" == trace(figure, "estimated, not re-read").marker.symbol


def test_claims_in_words_are_written_out(table):
    """A claim without a number has no mark, but a line with its words."""
    figure = draw(table)
    notes = [note for note in figure.layout.annotations if note.name != "sources"]

    assert [(4, "in words: very many")] == [(note.y, note.text) for note in notes]
    assert "camp_claims/words" not in {link for one in figure.data for link in one.customdata}


def test_claims_stand_on_an_axis_from_zero_that_does_not_move(table):
    """Every kind is drawn on the same linear axis, in short numbers with their unit."""
    every, counted = draw(table).layout.xaxis, draw(table, kind="counted").layout.xaxis

    assert 0 == every.range[0]
    assert every.range == counted.range
    assert ("0", "20", "40") == every.ticktext
    assert "deaths, thousand persons" == every.title.text


def test_claims_of_one_kind_leave_out_the_others(table):
    """The choice of a kind selects rows of this status."""
    figure = draw(table, kind="counted")

    assert ["camp_claims/exact"] == figure.layout.meta["table"]["links"]


def test_claims_say_when_a_kind_has_none(table):
    """An empty choice is a sentence, not an empty axis."""
    figure = draw(table, kind="reported")

    assert "The table holds no such claim" == figure.layout.annotations[0].text
    assert figure.layout.meta["alt"].endswith("the table holds no number for this choice.")


def test_claims_alt_names_both_ends(table):
    """The alt text counts the claims by status and names the smallest and the largest."""
    alt = draw(table).layout.meta["alt"]

    assert "5 (3 claimed, 1 counted, 1 estimated)" in alt
    assert "smallest number is 20,000" in alt
    assert "largest at least 40,000 (Bolashaq Academy), 2 times as much" in alt


def test_claims_hover_tells_value_source_and_status(table):
    """The hover text of a point is complete."""
    text = trace(draw(table), "at least this number").hovertext[0]

    assert text.startswith("<b>at least 40,000</b> persons, deaths<br>undated<br>Bolashaq Academy")
    assert "claimed without a basis" in text


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"camp": "karlga", "measure": "deaths"}, "the table has karlag: deaths"),
        ({"camp": "karlag", "measure": "deaths", "kind": "guess"}, "choose from every, counted"),
    ],
)
def test_claims_refuse_what_does_not_exist(table, choices, message):
    """The message says what exists."""
    with pytest.raises(ValueError, match=message):
        claims(table, **choices)


def test_claims_refuse_two_units_on_one_axis(table):
    """Persons and per cent cannot share an axis."""
    table.loc[0, "unit"] = "percent"

    with pytest.raises(ValueError, match="several units: percent, persons"):
        draw(table)


@pytest.mark.parametrize("measure", ["passed_through", "deaths", "area"])
def test_claims_draw_the_table_of_the_book(measure):
    """The real table is drawn with sources, alt text, table and rows that exist."""
    figure = claims(data.load("camp_claims"), camp="karlag", measure=measure)
    links = {link for one in figure.data for link in one.customdata if link}

    assert figure.layout.meta["sources"]
    assert figure.layout.meta["alt"]
    assert links <= set(figure.layout.meta["table"]["links"])
    assert all(data.row(link) is not None for link in links)
    json.dumps(figure.to_plotly_json(), allow_nan=False)
