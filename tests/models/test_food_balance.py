import pandas as pd
import pytest

from helpers import data
from helpers.models import food_balance

FIRST, LAST = pd.Timestamp("1941-01-01"), pd.Timestamp("1945-12-31")


@pytest.fixture(scope="module")
def factors():
    return data.load("unit_conversions")


@pytest.fixture
def wheat():
    """Build a harvest of 7.8 million poods."""
    return pd.DataFrame(
        {
            "row": ["t/wheat"],
            "unit": "poods",
            "value_min": pd.array([7_800_000], dtype="Float64"),
            "value_max": pd.array([7_800_000], dtype="Float64"),
            "qualifier": "exact",
            "source_keys": "akhmetov_abstract",
        }
    )


def test_days_count_the_first_and_the_last():
    """Five years with one leap year are 1,826 days."""
    assert 1826 == food_balance.person_days(1, FIRST, LAST)
    assert 2 == food_balance.person_days(1, FIRST, pd.Timestamp("1941-01-02"))


@pytest.mark.parametrize(
    ("words", "prisoners", "start", "end"),
    [
        ("0 prisoners eat nothing", 0, FIRST, LAST),
        ("-5 prisoners", -5, FIRST, LAST),
        ("is no period", 10, LAST, FIRST),
        ("is no period", 10, pd.NaT, LAST),
    ],
)
def test_days_without_sense_are_refused(words, prisoners, start, end):
    """No head, or a period that runs backwards, is named."""
    with pytest.raises(ValueError, match=words):
        food_balance.person_days(prisoners, start, end)


def test_counted_days_follow_the_numbers_of_the_years():
    """Each year counts with its own prisoners and its own days."""
    years = pd.DataFrame({"year": [1943, 1944], "persons": [10.0, 20.0]})

    assert 10 * 365 + 20 * 366 == food_balance.counted_days(years, 1943, 1944)
    with pytest.raises(ValueError, match="no number of prisoners for 1945"):
        food_balance.counted_days(years, 1943, 1945)


@pytest.mark.parametrize(("grams", "prisoners"), [(1749, 40_000), (1399, 50_000), (1166, 60_000)])
def test_a_harvest_is_divided_among_the_prisoners(factors, wheat, grams, prisoners):
    """The wheat of the abstract makes about 1.4 kg a day for fifty thousand prisoners."""
    days = food_balance.person_days(prisoners, FIRST, LAST)
    line = food_balance.grown(wheat, days, factors).iloc[0]

    assert grams == round(line["value_min"])
    assert "g per day" == line["unit"]
    assert line["row"].startswith("t/wheat unit_conversions/pood")


def test_a_harvest_without_unit_or_mass_is_refused(factors, wheat):
    """Meat without a unit and cattle by the head are no food by weight."""
    for unit in ("unit not stated", "head"):
        with pytest.raises(ValueError, match="t/wheat"):
            food_balance.grown(wheat.assign(unit=unit), 100, factors)
    with pytest.raises(ValueError, match="cannot divide"):
        food_balance.grown(wheat, 0, factors)


def test_bread_is_more_than_its_grain(factors):
    """700 g of bread hold some 540 g of rye."""
    assert 538 == round(food_balance.grain_of(700, factors))
    with pytest.raises(ValueError, match="negative"):
        food_balance.grain_of(-1, factors)
    with pytest.raises(ValueError, match="rye"):
        food_balance.grain_of(700, factors, "oats")


def test_what_the_ration_does_not_give_has_no_ratio():
    """Milk against no milk is said in words."""
    assert 4 == food_balance.times(2400, 600)
    with pytest.raises(ValueError, match="gives none"):
        food_balance.times(620, 0)
