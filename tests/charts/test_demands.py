import json

import pandas as pd
import pytest

from helpers import data
from helpers.charts._demands.demands import OUTCOMES, demands


def demand(name, day, answer, **more):
    return {
        "row": f"kengir_demands/{name}",
        "row_id": name,
        "made_by": "prisoners",
        "kind": "demand",
        "demand": f"Demand {name}",
        "outcome": f"Answer to {name}",
        "outcome_kind": answer,
        "outcome_reason": f"Reason of {name}",
        "date_text": day,
        "date_start": pd.Timestamp(day),
        "date_end": pd.Timestamp(day) + pd.Timedelta(days=0 if len(day) == 10 else 30),
        "date_kind": "day" if len(day) == 10 else "month",
        "source_keys": "formozov2012",
        "checked": "reproduced",
        **more,
    }


@pytest.fixture
def table():
    """Build a demand without a day, two of one day, and an offer of the other side."""
    return pd.DataFrame(
        [
            demand("listed", "1954-05", "not_known", outcome=""),
            demand("gates", "1954-05-19", "promised_broken"),
            demand("bodies", "1954-05-19", "refused"),
            demand("order", "1954-05-28", "refused", made_by="administration", kind="offer"),
        ]
    )


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def words(figure):
    return [text.replace("<br>", " ") for one in figure.data if getattr(one, "mode", "") == "text"
            for text in one.text]  # fmt: skip


def test_demands_stand_under_their_day_and_side(table):
    """Days come first, in order; what a list names without a day comes last and says so."""
    heads = [text for text in words(demands(table)) if text.startswith("<b>")]

    assert [
        "<b>19 May 1954: demanded by the prisoners</b>",
        "<b>28 May 1954: offered by the</b> <b>administration</b>",
        "<b>May 1954, no day given: demanded by the</b> <b>prisoners</b>",
    ] == heads


def test_two_days_stand_among_the_days(table):
    """What is known to be of 18 or 19 May is no demand without a date."""
    table.loc[0, ["date_start", "date_end"]] = [pd.Timestamp(f"1954-05-1{n}") for n in (8, 9)]
    links = demands(table).layout.meta["table"]["links"]

    assert "kengir_demands/listed" == links[0]


def test_demands_have_a_column_for_each_kind_of_answer(table):
    """Refusals stand in one column with one mark; a broken promise stands apart."""
    figure = demands(table)
    refused, broken = (
        trace(figure, "refused"),
        trace(figure, "promised, then broken"),
    )

    assert ((4, 4), (2,)) == (refused.x, broken.x)
    assert refused.marker.symbol != broken.marker.symbol
    assert ("kengir_demands/bodies", "kengir_demands/order") == refused.customdata


def test_an_answer_that_is_not_known_is_no_refusal(table):
    """It has the last column, a grey mark and its words."""
    figure = demands(table)
    unknown = trace(figure, "answer not known")

    assert ((5,), "cross", (" not known ",)) == (
        unknown.x, unknown.marker.symbol, unknown.text,
    )  # fmt: skip
    assert "not known" == figure.layout.meta["table"]["rows"][-1][4]


def test_answers_are_written_out_where_asked_for(table):
    """The answers take lines of their own, and the chart grows by them."""
    short, long = demands(table), demands(table, answers=True)

    assert "<i>Answer: Answer to gates</i>" in words(long)
    assert "<i>Answer: not known</i>" in words(long)
    assert not any("Answer:" in text for text in words(short))
    assert short.layout.height < long.layout.height
    assert "to each and the answers in words: 4" in long.layout.meta["alt"]


def test_demands_can_be_chosen_by_side_and_answer(table):
    """A choice leaves out the other rows, in the chart and in the table."""
    links = demands(table, side="prisoners", outcome="refused").layout.meta["table"]["links"]

    assert ["kengir_demands/bodies"] == links


def test_demands_say_when_none_is_left(table):
    """That no demand was granted is a sentence, not an empty chart."""
    figure = demands(table, outcome="granted")

    assert "The table holds no such demand" in [note.text for note in figure.layout.annotations]
    assert figure.layout.meta["alt"].endswith("the table holds none for this choice.")


def test_demands_alt_counts_every_kind(table):
    """Kinds that do not occur are counted too: nothing was granted."""
    alt = demands(table).layout.meta["alt"]

    assert "4 (3 by the prisoners, 1 by the administration), first 19 May 1954" in alt
    assert "granted 0, promised, the rest not known 0, promised, then broken 1" in alt


def test_empty_places_keep_clear_of_marks_and_their_words(table):
    """No small dot lies under a mark or under the word beside it."""
    figure = demands(table, outcome="refused")
    dots = next(one for one in figure.data if one.mode == "markers")

    assert {0, 1, 2, 5} == set(dots.x)


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"side": "guards"}, "no side 'guards'"),
        ({"outcome": "maybe"}, "choose from every, granted"),
    ],
)
def test_demands_refuse_what_does_not_exist(table, choice, message):
    """The message says what exists."""
    with pytest.raises(ValueError, match=message):
        demands(table, **choice)


def test_demands_draw_the_table_of_the_book():
    """Every row is drawn once, with a reason for its kind, sources and rows that exist."""
    rows = data.load("kengir_demands")
    figure = demands(rows, answers=True)
    links = [link for one in figure.data for link in one.customdata or []]

    assert sorted(rows["row"]) == sorted(links)
    assert set(rows["outcome_kind"]) <= set(OUTCOMES)
    assert rows["outcome_reason"].all()
    json.dumps(figure.to_plotly_json(), allow_nan=False)
