from __future__ import annotations

import pandas as pd
import pytest

from helpers import data, theme
from helpers.charts._lives.lives import lives
from helpers.charts._lives.looks import EVENTS, GROUPS
from helpers.charts._lives.stacked import stacked


def event(name, start, end=None, kind="day", **more):
    return {
        "row": f"lives/{name}",
        "row_id": name,
        "person_id": "one",
        "event": "arrested",
        "occasion": 1,
        "place": "",
        "statement": "Told in a few words",
        "date_text": start or "",
        "date_start": start,
        "date_end": end or start,
        "date_kind": kind,
        "certainty": "stated",
        "source_keys": "khristoforov2019",
        "checked": "reproduced",
        **more,
    }


@pytest.fixture
def table():
    """Build two lives: rival arrests, a claim, a doubtful death, an office, an undated event."""
    rows = pd.DataFrame(
        [
            event("born", "1880-01-01", "1880-12-31", "year", event="born", date_text="1880"),
            event("july", "1929-07-20"),
            event("year", "1930-01-01", "1930-12-31", "year", date_text="1930"),
            event("claim", "1928-10-01", "1928-12-31", "circa", certainty="claimed"),
            event("end", "1937-11-21", event="shot", certainty="doubtful"),
            event("post", "1922-01-01", "1931-12-31", "span", event="office", person_id="two"),
            event("lost", None, kind="undated", event="sent_to", person_id="two"),
            event("other", "1931-01-01", person_id="nobody"),
        ]
    )
    return rows.assign(
        date_start=pd.to_datetime(rows["date_start"]), date_end=pd.to_datetime(rows["date_end"])
    )


@pytest.fixture
def people():
    return pd.DataFrame(
        {
            "person_id": ["one", "two"],
            "name_en": ["First Person", "Second Person"],
            "side": ["Alash", "Soviet Kazakh elite"],
        }
    )


def rows_of(figure, mode="markers"):
    traces = [trace for trace in figure.data if trace.mode == mode and trace.customdata is not None]
    return {row for trace in traces for row in trace.customdata}


def test_every_dated_event_of_the_people_given_has_a_mark(table, people):
    """A reader finds each event once; who is not among the people does not stand there."""
    drawn = rows_of(lives(table, people))

    assert {f"lives/{name}" for name in ("born", "july", "year", "claim", "end", "post")} == drawn


def test_an_event_without_a_date_stands_in_the_table_only(table, people):
    """What nobody dates is not put on an axis, and not lost."""
    figure = lives(table, people)

    assert "lives/lost" in figure.layout.meta["table"]["links"]
    assert "lives/lost" not in rows_of(figure)


def test_rival_dates_are_joined_and_said(table, people):
    """Two accounts of one arrest are both drawn, joined, and the table says that they differ."""
    figure = lives(table, people)
    joined = {row for row in rows_of(figure, "lines") if " " in row}

    assert "lives/july lives/year" in joined
    lines = figure.layout.meta["table"]
    sure = lines["rows"][lines["links"].index("lives/july")][lines["columns"].index("Certainty")]
    assert "stated by a source; sources differ" == sure


def test_a_claim_never_shares_a_mark_with_an_event(table, people):
    """A claimed end looks unlike an arrest that a source dates; a doubtful end is pale."""
    symbols = {
        row: (trace.marker.symbol, trace.marker.color)
        for trace in lives(table, people).data
        if trace.mode == "markers" and trace.customdata
        for row in trace.customdata
    }

    assert symbols["lives/claim"] != symbols["lives/july"]
    assert ("x", theme.GRID) == symbols["lives/end"]


def test_what_is_known_to_the_year_is_a_bar_over_the_year(table, people):
    """A reader sees that the arrest of 1930 may have been on any day of that year."""
    bars = {
        trace.customdata[0]: tuple(trace.x)
        for trace in lives(table, people).data
        if trace.mode == "lines" and trace.customdata and " " not in trace.customdata[0]
    }

    assert ("1930-01-01", "1930-12-31") == bars["lives/year"]
    assert "lives/july" not in bars


def test_a_bar_that_reaches_into_the_period_is_cut_and_has_no_mark(table, people):
    """An office since 1922 fills the left of an axis that begins in 1926, without a false start."""
    figure = lives(table, people, period=(1926, 1940))
    bars = {t.customdata[0]: tuple(t.x) for t in figure.data if t.mode == "lines" and t.customdata}

    assert ("1926-01-01", "1931-12-31") == bars["lives/post"]
    assert "lives/post" not in rows_of(figure)
    assert "lives/post" in figure.layout.meta["table"]["links"]


def test_the_alt_text_counts_claims_apart(table, people):
    """Who cannot see the chart hears how many accounts there are, and that a date is a claim."""
    alt = lives(table, people).layout.meta["alt"]

    assert "2 people, 6 accounts of events" in alt
    assert "arrested 2" in alt
    assert "Sources date 1 of the events differently" in alt
    assert "Dates that a text only claims: 1, for 1 people; for 1 of them" in alt


def test_filters_keep_only_what_fits(table, people):
    """A choice of the group leaves the other group's events out, from the table too."""
    figure = lives(table, people, group="Alash", event="arrested", certainty="stated by a source")

    assert {"lives/july", "lives/year"} == rows_of(figure)
    assert {"group", "event", "certainty"} == set(figure.layout.meta["filter"]["facets"])


def test_a_choice_that_fits_nothing_is_said(table, people):
    """An empty chart says why it is empty."""
    figure = lives(table, people, group="Soviet Kazakh elite", event="shot")

    assert any("fits this choice" in note.text for note in figure.layout.annotations)


def test_marks_that_would_cover_one_another_stand_below(table):
    """On a telephone four events of one year can still be told apart."""
    assert [0, 1, 2, 0] == stacked([0.5, 0.51, 0.52, 0.9])


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"period": (1940, 1926)}, r"last year \(1926\) is before the first \(1940\)"),
        ({"group": "alsh"}, "no group 'alsh'; choose from every, Alash"),
    ],
)
def test_nonsense_is_refused(table, people, wrong, message):
    """The message says what is wrong and what there is."""
    with pytest.raises(ValueError, match=message):
        lives(table, people, **wrong)


def test_people_without_events_are_refused(table, people):
    """A chart of nobody is a mistake of the chapter, not an empty picture."""
    with pytest.raises(ValueError, match="no event of these people"):
        lives(table, people.iloc[:0])


def test_the_book_s_kinds_of_events_and_groups_have_a_look():
    """A new kind of event in the table needs a mark, a group needs a word."""
    table, people = data.load("lives"), data.load("people")
    sides = set(people[people["person_id"].isin(table["person_id"])]["side"])

    assert set(table["event"]) <= set(EVENTS)
    assert sides <= set(GROUPS)


def test_every_claim_of_late_1928_stands_beside_what_sources_say():
    """Each of the thirteen names of the exhibition text is a claim of its own."""
    table = data.load("lives")
    claims = table[table["source_keys"] == "exhibition_repression"]

    assert 13 == len(claims)
    assert {"claimed"} == set(claims["certainty"])
