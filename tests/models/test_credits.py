import itertools
from fractions import Fraction

import pytest

from helpers import data
from helpers.models import credits as rates


@pytest.fixture(scope="module")
def incentives():
    return data.load("incentives")


@pytest.mark.parametrize(
    ("counted", "years"),
    [("1/1", 10), ("5/4", 8), ("4/3", 7.5), ("3/2", 20 / 3), ("2/1", 5), ("3/1", 10 / 3)],
)
def test_ten_years_at_each_rate(counted, years):
    """Ten years last eight at five for four, and seven and a half at four for three."""
    assert years == rates.time_served(10, counted)


def test_a_rate_is_taken_as_the_whole_numbers_of_its_source():
    """Four for three is four thirds and not 1.33: thirty years lose exactly seven and a half."""
    assert 22.5 == rates.time_served(30, "4/3")
    assert 0 == rates.time_served(0, Fraction(4, 3))


@pytest.mark.parametrize("sentence", [-1, float("nan"), float("inf")])
def test_a_sentence_that_is_no_length_of_time_is_refused(sentence):
    """A negative term, and one without a number, have no time served."""
    with pytest.raises(ValueError, match="is no length of time; give a number from 0 on"):
        rates.time_served(sentence, "2/1")


@pytest.mark.parametrize("counted", ["1.33", 1.33, 2, None, "4 for 3", "0/1", "1/0", "-2/1", ""])
def test_what_is_no_rate_is_refused(counted):
    """A rate is written as two whole numbers; a rounded number would lengthen every term."""
    with pytest.raises(ValueError, match="write days of the sentence / days of work: 4/3"):
        rates.time_served(10, counted)


def test_a_rate_that_lengthens_the_term_is_refused():
    """Three days for four of work would be no credit."""
    with pytest.raises(ValueError, match="would lengthen the term"):
        rates.time_served(10, "3/4")


def test_every_rate_row_of_the_table_is_reproduced(incentives):
    """Each row with a rate answers in each place, period and band that it names, and no less."""
    rows = incentives[incentives["measure"].isin(rates.MEASURES)]

    assert 16 == len(rows)
    for _, row in rows.iterrows():
        assert float(row["value_max"]) == pytest.approx(float(Fraction(row["counted"])), abs=1e-4)
        places = itertools.product(row["regime"].split(";"), row["period"].split(";"))
        bands = rates.BANDS if row["band"] == rates.ALL else row["band"].split(";")
        for (regime, period), band in itertools.product(places, bands):
            found = rates.rules(incentives, regime=regime, period=period, band=band)
            said = rates.answer(incentives, regime=regime, period=period, band=band)

            assert row["row"] in found["row"].tolist()
            assert rates.in_words(row["counted"], row["measure"] == "credit_rate_maximum") in said


def test_elsewhere_the_answer_is_not_known(incentives):
    """No choice has a rate that no row gives; most choices have none."""
    rows = incentives[incentives["measure"].isin(rates.MEASURES)]
    known = unknown = 0
    for regime, period, band in itertools.product(rates.REGIMES, rates.PERIODS, rates.BANDS):
        named = [
            regime in row["regime"].split(";")
            and period in row["period"].split(";")
            and (row["band"] == rates.ALL or band in row["band"].split(";"))
            for _, row in rows.iterrows()
        ]
        said = rates.answer(incentives, regime=regime, period=period, band=band)

        assert any(named) == (said != ["not known"])
        known, unknown = known + any(named), unknown + (not any(named))

    assert unknown > known > 0


def test_the_words_of_the_table_are_those_of_the_calculator(incentives):
    """A misspelt regime, period or band in the table would never be found by a reader."""
    for column, known in (
        ("regime", rates.REGIMES),
        ("period", rates.PERIODS),
        ("band", (*rates.BANDS, rates.ALL)),
    ):
        words = {word for cell in incentives[column] for word in cell.split(";") if word}

        assert set() == words - set(known)


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"regime": "gulag"}, "no regime 'gulag'; choose from camps named in an order, ordinary"),
        ({"period": "1937"}, "no period '1937'; choose from 1919–1923, 1924–1930"),
        ({"band": "90 percent"}, "no band '90 percent'; choose from every, below 100 percent"),
    ],
)
def test_an_unknown_choice_is_answered_with_those_that_there_are(incentives, choice, message):
    """The message lists the words that can be chosen."""
    chosen = {"regime": "ordinary camps", "period": "from 1959", **choice}
    with pytest.raises(ValueError, match=message):
        rates.rules(incentives, **chosen)


def test_between_two_rates_nothing_is_put(incentives):
    """Of 1948-1954 rates are known at 115 and from 121 percent on, and for no other band."""
    said = {
        band: rates.answer(
            incentives,
            regime="camps named in an order",
            period="December 1948–July 1954",
            band=band,
        )
        for band in rates.BANDS[:6]
    }

    assert {
        "below 100 percent": ["not known"],
        "100–105 percent": ["not known"],
        "106–110 percent": ["not known"],
        "111–120 percent": ["not known"],
        "115 percent": ["2 for 1"],
        "121 percent and more": ["at most 3 for 1", "3 for 1"],
    } == said


def test_periods_follow_one_another_without_a_gap():
    """Each period begins where the one before it ends."""
    bounds = list(rates.PERIODS.values())

    assert [end for _, end in bounds[:-1]] == [begin for begin, _ in bounds[1:]]
