import datetime

import pandas as pd
import pytest

from helpers import data
from helpers.models import scale

WAR = (datetime.date(1941, 6, 22), datetime.date(1945, 5, 9))


def test_the_war_had_1418_days():
    """Both ends count."""
    assert 1418 == scale.days(*WAR)
    assert 1 == scale.days(WAR[0], WAR[0])


def test_days_refuses_an_end_before_the_start():
    """The message names both days."""
    with pytest.raises(ValueError, match="1941-06-22 lies before 1945-05-09"):
        scale.days(*reversed(WAR))


def test_the_claim_of_mines_would_be_67_thousand_a_day():
    """95,520,000 over the days of the war."""
    claim = data.row("karlag_production/dzhezkazgan-1941-1945-mortar-mines")

    assert 67_362 == round(scale.rate(float(claim["value_min"]), scale.days(*WAR)))


@pytest.mark.parametrize(("amount", "parts"), [(1, 0), (1, -2), (-1, 2)])
def test_rate_refuses_nonsense(amount, parts):
    """Nothing is spread over nobody."""
    with pytest.raises(ValueError, match="both must be above zero"):
        scale.rate(amount, parts)


def test_readings_leave_out_zeros_only():
    """A digit that is no zero ends the row of readings."""
    assert [95_520_000, 9_552_000, 955_200, 95_520] == scale.readings(95_520_000, 3)
    assert [2_310, 231] == scale.readings(2_310, 5)
    assert [7] == scale.readings(7, 0)


@pytest.mark.parametrize(("amount", "most"), [(0, 1), (-5, 1), (10, -1)])
def test_readings_refuse_nonsense(amount, most):
    """No number, no reading."""
    with pytest.raises(ValueError, match="cannot leave"):
        scale.readings(amount, most)


@pytest.fixture
def population():
    """Count 100 prisoners in 1941 and 300 in 1943."""
    return pd.DataFrame(
        {
            "row": ["camp_population/a-1941", "camp_population/a-1943"],
            "camp_id": "a",
            "measure": "prisoners",
            "basis": "actual",
            "same_as": "",
            "value_min": pd.array([100, 300], "Float64"),
            "value_max": pd.array([100, 300], "Float64"),
            "date_start": pd.to_datetime(["1941-01-01", "1943-01-01"]),
            "date_end": pd.to_datetime(["1941-12-31", "1943-12-31"]),
        }
    )


def test_prisoner_years_of_some_years(population):
    """The year between two numbers lies half way."""
    assert 500 == scale.prisoner_years(population, "a", 1942, 1943)["persons"].sum()


def test_prisoner_years_refuse_years_without_a_number(population):
    """Years outside the record are named."""
    with pytest.raises(ValueError, match="no number of prisoners of 'a' for 1944, 1945"):
        scale.prisoner_years(population, "a", 1943, 1945)
