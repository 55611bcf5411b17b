import json

import pandas as pd
import pytest

from helpers import data
from helpers.charts._implied_stay import implied_stay
from helpers.models import stays


@pytest.fixture
def population():
    """Hold 100 prisoners in 1931 and 300 in 1933: 400 prisoner-years, or 600 with 1932 filled."""
    return pd.DataFrame(
        {
            "row": ["camp_population/a-1931", "camp_population/a-1933"],
            "camp_id": "a",
            "measure": "prisoners",
            "basis": "actual",
            "same_as": "",
            "value_min": pd.array([100, 300], "Float64"),
            "value_max": pd.array([100, 300], "Float64"),
            "date_start": pd.to_datetime(["1931-01-01", "1933-01-01"]),
            "date_end": pd.to_datetime(["1931-12-31", "1933-12-31"]),
            "source_keys": "smirnov1998",
        }
    )


@pytest.fixture
def claims():
    """Make two claims of 1,200 people, one of 600, and one about something else."""
    return pd.DataFrame(
        {
            "row": ["camp_claims/x", "camp_claims/y", "camp_claims/z", "camp_claims/dead"],
            "row_id": ["x", "y", "z", "dead"],
            "camp_id": "a",
            "measure": ["passed_through", "passed_through", "passed_through", "deaths"],
            "value_min": pd.array([1200, 1200, 600, 5], "Float64"),
            "value_max": pd.array([1200, None, 600, 5], "Float64"),
            "source_keys": ["bolashaq", "kargoo", "stark_hedeler2007", "kargoo"],
            "status": ["claimed", "claimed", "estimated", "claimed"],
        }
    )


def test_implied_stay_divides_prisoner_years_by_each_number_claimed(claims, population):
    """600 prisoner-years: a year for 600 people, half a year for 1,200."""
    bars = implied_stay(claims, population, camp="a").data[0]

    assert (12.0, 6.0) == bars.x
    assert ("camp_claims/z", "camp_claims/x camp_claims/y") == bars.customdata


def test_implied_stay_says_what_became_of_blank_years(claims, population):
    """The chart and the alt text name the years without a number and what was done."""
    filled = implied_stay(claims, population, camp="a").layout
    left_out = implied_stay(claims, population, camp="a", missing="left out").layout

    assert "about 600 prisoner-years, 1931–1933" in filled.title.text
    assert "no number, filled in from their neighbours:<br>1932" in filled.title.text
    assert "filled in from their neighbours: 1932" in filled.meta["alt"]
    assert "left out: 1932" in left_out.title.text
    assert "at most" in filled.xaxis.title.text
    assert "at most" not in left_out.xaxis.title.text


def test_implied_stay_without_the_blank_year_is_shorter(claims, population):
    """400 prisoner-years for 600 people are eight months."""
    figure = implied_stay(claims, population, camp="a", missing="left out")

    assert (8.0, 4.0) == figure.data[0].x
    assert (
        implied_stay(claims, population, camp="a").layout.xaxis.range == figure.layout.xaxis.range
    )


def test_implied_stay_links_every_input(claims, population):
    """The first line of the table holds the rows of the population, then come the claims."""
    table = implied_stay(claims, population, camp="a").layout.meta["table"]

    years = "camp_population/a-1931 camp_population/a-1933"
    assert [years, years, "camp_claims/z", "camp_claims/x camp_claims/y"] == table["links"]
    assert ["Prisoner-years, 1931–1933", "600", None, "computed", ""] == table["rows"][0]
    assert ["of them 1932, filled", "200", None, "computed", ""] == table["rows"][1]


def test_implied_stay_has_bars_from_zero(claims, population):
    """The axis begins at zero, and each bar carries its number and its claim."""
    figure = implied_stay(claims, population, camp="a")

    assert 0 == figure.layout.xaxis.range[0]
    assert ("12.0", "6.0") == figure.data[0].text
    assert ("600<br>1 estimated", "1,200<br>2 claimed") == figure.layout.yaxis.ticktext
    assert "12 × 600 ÷ 1,200" in figure.data[0].hovertext[1]


def test_implied_stay_alt_gives_both_ends(claims, population):
    """The alt text tells the stay of the smallest and of the largest claim."""
    alt = implied_stay(claims, population, camp="a").layout.meta["alt"]

    assert "12.0 months if 600 passed through, 6.0 months if 1,200 did" in alt


def test_implied_stay_says_when_there_is_no_claim(claims, population):
    """A camp without claims has a sentence instead of bars."""
    figure = implied_stay(claims.tail(1), population, camp="a")

    assert "The table holds no claim to test" == figure.layout.annotations[0].text
    assert "no claim" in figure.layout.meta["alt"]


def test_implied_stay_refuses_an_unknown_camp(claims, population):
    """The message names the camps that have numbers."""
    with pytest.raises(ValueError, match="camp 'karlga' in the table; it has a"):
        implied_stay(claims, population, camp="karlga")


def test_implied_stay_draws_the_tables_of_the_book():
    """On the real tables a million people would have stayed about a year, with all rows linked."""
    population = data.load("camp_population")
    figure = implied_stay(data.load("camp_claims"), population)
    meta, bars = figure.layout.meta, figure.data[0]
    links = {
        link for links in [*bars.customdata, *meta["table"]["links"]] for link in links.split()
    }
    total = stays.prisoner_years(population, "karlag")["persons"].sum()

    assert round(12 * total / 1e6, 1) in bars.x
    assert sorted(bars.x, reverse=True) == list(bars.x)
    assert meta["sources"]
    assert all(data.row(link) is not None for link in links)
    json.dumps(figure.to_plotly_json(), allow_nan=False)
