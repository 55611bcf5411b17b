from __future__ import annotations

import pandas as pd
import pytest

from helpers import data
from helpers.charts._invention.inventions import LOOKS, inventions
from helpers.charts._invention.savings import savings
from helpers.charts._invention.subjects import OTHER, subject_of
from helpers.charts._invention.varieties import varieties


@pytest.fixture
def invention():
    return data.load("invention")


@pytest.fixture
def events():
    return data.load("invention_events")


def texts(figure):
    return [text for trace in figure.data for text in trace.text or ()]


def test_savings_per_proposal_are_computed_from_the_rows(invention):
    """1,333, 227 and 59,560 roubles, and what 1955 would be with its point put back."""
    figure = savings(invention)
    drawn = [text for trace in figure.data if trace.type == "bar" for text in trace.text]

    assert ["1,333", "227", "59,560", "5,956", "596"] == drawn
    assert "262 times the smallest" in figure.layout.meta["alt"]


def test_a_computed_bar_names_both_of_its_rows(invention):
    """From the bar of 1955 a reader reaches the sum and the number of proposals."""
    rows = [row for trace in savings(invention).data for row in trace.customdata or ()]

    assert "invention/proposals-1955-savings invention/proposals-1955" in rows


@pytest.mark.parametrize("measure", ["proposals", "savings"])
def test_printed_and_computed_numbers_never_share_a_look(invention, measure):
    """What the text prints is a claim; the quotient is ours."""
    printed = savings(invention, measure=measure).data[0]

    assert "as printed, claimed" == printed.name
    assert printed.marker.color != savings(invention).data[0].marker.color


def test_savings_refuse_an_unknown_measure_and_a_missing_row(invention):
    """The message says what there is, or which row is gone."""
    with pytest.raises(ValueError, match="no measure 'roubles'; choose from proposals"):
        savings(invention, measure="roubles")
    with pytest.raises(ValueError, match="no row 'proposals-1946'"):
        savings(invention[invention["row_id"] != "proposals-1946"])


def test_the_five_thousand_stand_beside_the_fifty_and_the_sixteen(invention):
    """Each count has a line; claims and what the station reported look different."""
    figure = varieties(invention)
    marks = {trace.name: trace for trace in figure.data if trace.mode == "markers+text"}

    reported, claimed = marks["reported by the station, 1957"], marks["claimed in teaching texts"]
    assert [1, 2, 3, 5] == list(reported.x)
    assert [16, 50, 5000] == list(claimed.x)
    assert reported.marker.symbol != claimed.marker.symbol


def test_no_label_of_a_line_is_wider_than_a_telephone(invention):
    """At 300 pixels some 46 letters have room; names of breeds stand in the table."""
    labels = [text for text in texts(varieties(invention)) if "bred" in text or "grown" in text]

    assert 7 == len(labels)
    assert 46 >= max(map(len, labels))
    assert "Alfalfa: varieties bred" in labels


def test_more_than_is_an_arrow(invention):
    """The words "more than 50" and "more than 5,000" are lower bounds."""
    arrows = [
        note for note in varieties(invention).layout.annotations if note.arrowhead is not None
    ]

    assert 2 == len(arrows)


def test_the_scale_changes_picture_and_alt_text(invention):
    """From zero the small numbers vanish; on the scale by tens they can be read."""
    linear, log = varieties(invention), varieties(invention, scale="log")

    assert ("linear", "log") != (linear.layout.xaxis.type, log.layout.xaxis.type)
    assert linear.layout.meta["alt"] != log.layout.meta["alt"]
    with pytest.raises(ValueError, match="no scale 'root'"):
        varieties(invention, scale="root")


def test_varieties_refuse_a_table_without_any(invention):
    """A chart of nothing is a mistake of the chapter."""
    with pytest.raises(ValueError, match="no row of varieties"):
        varieties(invention[invention["measure"] == "savings"])


def test_every_event_has_a_mark_and_a_subject(events):
    """No event of the table is lost, none stands under "others" by mistake."""
    figure = inventions(events)
    drawn = {row for t in figure.data if t.mode == "markers" for row in t.customdata}

    assert set(events["row"]) == drawn
    assert set(events["checked"]) <= set(LOOKS)
    assert not [row["row_id"] for _, row in events.iterrows() if subject_of(row) == OTHER]


def test_a_vague_date_is_hollow_and_has_its_bar(events):
    """The words "1930s-1950s" are not a day in 1945."""
    figure = inventions(events)
    hollow = [t for t in figure.data if t.mode == "markers" and t.marker.symbol.endswith("open")]
    bars = {t.customdata[0] for t in figure.data if t.mode == "lines"}

    assert all(trace.name.endswith("date vague") for trace in hollow)
    assert {row for trace in hollow for row in trace.customdata} <= bars


def test_the_teaching_text_is_told_apart(events):
    """A reader sees which events rest on the abstract alone."""
    names = {trace.name for trace in inventions(events).data if trace.mode == "markers"}
    only = inventions(events, known="teaching text only")

    assert "teaching text only" in names
    assert len(only.layout.meta["table"]["rows"]) == (events["checked"] == "teaching_text").sum()


def test_events_of_one_time_stand_on_lines_of_their_own(events):
    """Bars of one subject do not run into each other."""
    bars = [t for t in inventions(events).data if t.mode == "lines"]
    spans = {(t.y[0], t.x[0], t.x[1]) for t in bars}

    for y, start, end in spans:
        others = [s for s in spans if s[0] == y and s != (y, start, end)]
        assert all(end < first or start > last for _, first, last in others)


def test_an_unknown_subject_is_refused(events):
    """The message lists the subjects."""
    with pytest.raises(ValueError, match="no subject 'cows'; choose from every"):
        inventions(events, subject="cows")


def test_charts_leave_their_tables_alone(invention, events):
    """Drawing twice gives the same."""
    before = events.copy()
    inventions(events)

    pd.testing.assert_frame_equal(before, events)
    assert savings(invention).to_json() == savings(invention).to_json()
