import pandas as pd
import pytest

from helpers import data
from helpers.models import shares, stays


@pytest.fixture
def population():
    """Build years of one camp: 1932 has two counts, 1933 none, 1934 one under two names."""
    return pd.DataFrame(
        [
            ("camp_population/a-1931", "", "a", 90, 1931),
            ("camp_population/a-1932-01", "", "a", 100, 1932),
            ("camp_population/a-1932-07", "", "a", 120, 1932),
            ("camp_population/a-1934", "", "a", 60, 1934),
            ("camp_population/a-1934-again", "a-1934", "a", 60, 1934),
            ("camp_population/b-1931", "", "b", 7, 1931),
        ],
        columns=["row", "same_as", "camp_id", "value_min", "year"],
    ).assign(
        measure="prisoners",
        basis="actual",
        value_min=lambda rows: rows["value_min"].astype("Float64"),
        value_max=lambda rows: rows["value_min"],
        date_start=lambda rows: pd.to_datetime(rows["year"].astype(str) + "-01-01"),
        date_end=lambda rows: pd.to_datetime(rows["year"].astype(str) + "-12-31"),
    )


def test_prisoner_years_takes_the_greatest_number_of_each_year_once(population):
    """Of two counts of a year the greater counts, of two names of one count only one."""
    years = stays.prisoner_years(population, "a", "left out")

    assert [1931, 1932, 1934] == years["year"].tolist()
    assert [90, 120, 60] == years["persons"].tolist()
    assert 270 == years["persons"].sum()
    assert "camp_population/a-1932-07" == years["row"][1]
    assert not years["filled"].any()


def test_prisoner_years_fills_a_blank_year_halfway_between_its_neighbours(population):
    """1933 lies between 120 and 60: 90, said to be filled, with the rows of both neighbours."""
    years = stays.prisoner_years(population, "a", "interpolated")
    filled = years[years["filled"]].iloc[0]

    assert 360 == years["persons"].sum()
    assert (1933, 90) == (filled["year"], filled["persons"])
    assert "camp_population/a-1932-07 camp_population/a-1934" == filled["row"]


def test_prisoner_years_uses_the_only_end_of_an_open_number(population):
    """'At least 90' counts as 90, 'at most 60' as 60; words count as nothing."""
    population.loc[0, "value_max"] = pd.NA
    population.loc[3, "value_min"] = pd.NA
    population.loc[5, ["value_min", "value_max"]] = pd.NA

    assert 270 == stays.prisoner_years(population, "a", "left out")["persons"].sum()
    with pytest.raises(ValueError, match="camp 'b'"):
        stays.prisoner_years(population, "b")


def test_prisoner_years_leaves_out_numbers_of_no_single_year(population):
    """A span of years or an undated number says nothing of one year."""
    population.loc[0, "date_end"] = pd.Timestamp("1935-12-31")
    population.loc[3, ["date_start", "date_end"]] = pd.NaT

    assert [1932] == stays.prisoner_years(population, "a")["year"].tolist()


def test_prisoner_years_refuses_an_unknown_camp(population):
    """The message says what was given and which camps exist."""
    with pytest.raises(ValueError, match="no prisoners of camp 'karlga' in the table; it has a, b"):
        stays.prisoner_years(population, "karlga")


def test_prisoner_years_refuses_an_unknown_way(population):
    """The message names the ways that exist."""
    with pytest.raises(ValueError, match="choose from interpolated, left out"):
        stays.prisoner_years(population, "a", "zero")


def test_prisoner_years_changes_nothing(population):
    """The table of the caller stays as it was."""
    before = population.copy()
    stays.prisoner_years(population, "a")

    pd.testing.assert_frame_equal(before, population)


def test_mean_stay_is_in_months():
    """A thousand prisoner-years shared by two thousand people are half a year each."""
    assert 6 == stays.mean_stay(1000, 2000)


def test_mean_stay_needs_people():
    """Nobody cannot stay."""
    with pytest.raises(ValueError, match="persons is 0"):
        stays.mean_stay(1000, 0)


def test_prisoner_years_of_karlag_are_about_a_million():
    """The scale on which the claims of the book are tested, by both ways."""
    population = data.load("camp_population")
    filled = stays.prisoner_years(population, "karlag")
    left_out = stays.prisoner_years(population, "karlag", "left out")

    assert 1.06 == pytest.approx(filled["persons"].sum() / 1e6, abs=0.02)
    assert left_out["persons"].sum() < filled["persons"].sum()
    assert filled["filled"].sum() == len(filled) - len(left_out)


def test_share_of_women_in_the_third_division():
    """2,407 of 5,597 make the 43 per cent that is told of the participants."""
    held = data.row("camp_composition/steplag-3-1954-06-10-total")["value_min"]
    women = data.row("camp_composition/steplag-3-1954-06-10-women")["value_min"]

    assert 43.0 == round(shares.share(women, held), 1)


@pytest.mark.parametrize(("part", "whole"), [(1, 0), (6, 5)])
def test_share_refuses_what_is_no_part(part, whole):
    """A part is not greater than its whole, and nothing has no parts."""
    with pytest.raises(ValueError, match="no part of a whole"):
        shares.share(part, whole)
