import pandas as pd
import pytest

from helpers import data
from helpers.models import balance


def row(year, name, value, **more):
    measure, category = balance.PARTS[name]
    return {
        "row": f"amnesties/{year}-{name}",
        "act": "balance_camps_colonies",
        "measure": measure,
        "category": category,
        "unit": "persons",
        "value_min": value,
        "value_max": value,
        "date_start": pd.Timestamp(f"{year}-01-01"),
        **more,
    }


def table(*years):
    """Build a balance of years given as start, arrivals, departures and their two reasons."""
    rows = [
        row(1953 + at, name, value)
        for at, values in enumerate(years)
        for name, value in zip(balance.PARTS, values, strict=True)
    ]
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


def test_a_balance_that_closes_has_no_slip():
    """100 prisoners, 20 come, 50 leave: 70 are left, as the next count says."""
    first, second = balance.years(table((100, 20, 50, 30, 20), (70, 0, 10, 10, 0)))

    assert 70 == first.expected
    assert 0 == first.slip == first.reasons_slip
    assert "70; printed 70: closes" in str(first)
    assert "30 + 20 = 50; printed 50: closes" in str(first)
    assert second.slip is None


def test_a_slip_has_a_size_and_a_side():
    """A count above what follows from the year before is too many; below, too few."""
    first, _ = balance.years(table((100, 20, 50, 30, 17), (75, 0, 10, 10, 0)))

    assert 5 == first.slip
    assert 3 == first.reasons_slip
    assert "5 too many" in str(first)


def test_the_balance_of_1953_to_1956_has_its_three_slips():
    """The printed table is 50 too many, 50 too few, and 3,000 too many."""
    years = balance.years(data.load("amnesties"))

    assert [1953, 1954, 1955, 1956] == [year.year for year in years]
    assert [50, -50, 0, None] == [year.slip for year in years]
    assert [0, 0, 0, 3000] == [year.reasons_slip for year in years]


def test_a_year_names_the_rows_that_it_rests_on():
    """Each sum can be followed to its rows, the next count among them."""
    first, _ = balance.years(table((100, 20, 50, 30, 20), (70, 0, 10, 10, 0)))

    assert "amnesties/1953-start" == first.row.split()[0]
    assert "amnesties/1954-start" == first.row.split()[-1]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda t: t.iloc[1:], "the balance of 1953 has 0 rows for 'start'"),
        (lambda t: pd.concat([t, t.iloc[:1]]), "has 2 rows for 'start'"),
        (lambda t: t.assign(value_max=t["value_max"] + 1), "one number from zero up"),
        (lambda t: t.assign(value_min=-1.0, value_max=-1.0), "one number from zero up"),
        (lambda t: t.assign(unit="thousand persons"), "here are thousand persons"),
        (lambda t: t.iloc[:0], "the table has no balance"),
    ],
)
def test_nonsense_is_refused_with_its_row_or_year(change, message):
    """A part that is missing, double, a range, negative or in another unit stops the sum."""
    with pytest.raises(ValueError, match=message):
        balance.years(change(table((100, 20, 50, 30, 20))))
