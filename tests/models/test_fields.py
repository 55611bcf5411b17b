import pandas as pd
import pytest

from helpers import data
from helpers.models import fields


@pytest.fixture(scope="module")
def factors():
    return data.load("unit_conversions")


def row(value, unit, high=None, start="1941-01-01", end="1945-12-31"):
    return pd.Series(
        {
            "row": "t/one",
            "unit": unit,
            "value_min": value,
            "value_max": value if high is None else high,
            "date_start": pd.Timestamp(start),
            "date_end": pd.Timestamp(end),
        }
    )


def test_a_span_is_divided_into_years():
    """Five years from January 1941 to December 1945; one year stays whole."""
    assert (1_560_000, 5) == fields.yearly(row(7_800_000, "poods"))
    assert (10, 1) == fields.yearly(row(10, "t", end="1941-12-31"))


def test_a_row_without_dates_is_not_divided():
    """An undated total has no years."""
    with pytest.raises(ValueError, match="t/one: no number or no dates"):
        fields.yearly(row(10, "t", start=None))
    with pytest.raises(ValueError, match="t/one: no number or no dates"):
        fields.yearly(row(None, "t"))


def test_the_yield_of_the_abstract(factors):
    """7.8 million poods in five years from 21,400 ha are 11.9 centners per hectare."""
    tonnes = 7_800_000 * 16.380496 / 1000 / 5

    assert 1.194 == round(fields.yield_of(tonnes, 21_400), 3)
    assert 9.126 == round(fields.yield_of(tonnes, 2_800), 3)
    with pytest.raises(ValueError, match="is no harvest"):
        fields.yield_of(tonnes, 0)


def test_the_better_yield_needs_less_land(factors):
    """At 4 to 6 centners the wheat needs 43 to 64 thousand hectares."""
    land = fields.area_needed(row(7_800_000, "poods"), row(4, "centners per hectare", 6), factors)

    assert [42_589, 63_884] == [round(end) for end in land]


def test_land_without_sense_is_refused(factors):
    """A yield of nothing, or litres of wheat, are named."""
    with pytest.raises(ValueError, match="endless land"):
        fields.area_needed(row(1, "t"), row(0, "centners per hectare"), factors)
    with pytest.raises(ValueError, match="needs both ends"):
        fields.area_needed(row(1, "t"), row(4, "centners per hectare", pd.NA), factors)
    with pytest.raises(ValueError, match="only for milk"):
        fields.area_needed(row(1, "litres"), row(5, "centners per hectare"), factors)
