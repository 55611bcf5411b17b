import pytest

from helpers import data
from helpers.charts import judgements
from helpers.charts._judgements.judgements import COMPARED, UNDATED, VERDICTS


@pytest.fixture
def table():
    return data.load("judgements")


def marks(figure):
    return [trace for trace in figure.data if trace.customdata]


def test_each_conclusion_is_one_mark_with_its_row(table):
    """Nothing is averaged: as many marks as rows."""
    figure = judgements(table)

    assert set(table["row"]) == {trace.customdata[0] for trace in marks(figure)}
    assert len(table) == len(figure.layout.meta["table"]["rows"])


def test_works_without_a_year_stand_beside_the_axis(table):
    """No year is made up for the dissertation."""
    figure = judgements(table)
    places = {trace.customdata[0]: trace.x[0] for trace in marks(figure)}

    assert UNDATED == places["judgements/akhmetov-unprofitable"]
    assert "undated" in figure.layout.xaxis.ticktext
    assert 1950 == places["judgements/kruglov-1950"]


def test_the_author_who_says_two_things_has_two_marks(table):
    """Contribution and loss stand in one dissertation, and both in the chart."""
    said = {row[0]: row[4] for row in judgements(table).layout.meta["table"]["rows"]}

    assert "gave results" == said["A. K. Akhmetov, in the text"]
    assert "did not pay" == said["A. K. Akhmetov, at the end"]


def test_comparisons_can_be_chosen(table):
    """Compared with free workers: three works, and the text says so."""
    figure = judgements(table, compared="free workers")

    assert 3 == len(marks(figure))
    assert "Compared with free workers: V. N. Zemskov (1991)" in figure.layout.meta["alt"]


def test_a_comparison_that_nobody_makes_is_refused(table):
    """The message names the comparisons there are."""
    with pytest.raises(ValueError, match="choose from every, free workers"):
        judgements(table, compared="slavery")


def test_what_was_not_read_is_hollow(table):
    """Jasny's article is known from the literature only."""
    figure = judgements(table)
    jasny = next(t for t in marks(figure) if t.customdata[0].endswith("jasny-1951"))

    assert jasny.marker.symbol.endswith("-open")


def test_every_class_of_the_table_has_a_look(table):
    """A new verdict or comparison cannot slip in without a mark and a heading."""
    assert set(table["verdict"]) <= set(VERDICTS)
    assert set(table["compared"]) <= set(COMPARED)


def test_the_text_names_who_concludes_what(table):
    """A listener hears author, year, verdict and how well the work is known."""
    alt = judgements(table).layout.meta["alt"]

    assert "N. Jasny (1951): did not pay, not read" in alt
    assert "S. N. Kruglov (1950): paid, at second hand" in alt
