import pandas as pd
import pytest

from helpers.models.printed import as_printed, corrected
from helpers.models.sums import remainder


def sentence(category, value, year=1932, **more):
    return {
        "row": f"convictions/ussr-{year}-{category}",
        "row_id": f"ussr-{year}-{category}",
        "scope": "ussr",
        "category": category,
        "measure": "sentenced",
        "unit": "persons",
        "value_min": value,
        "value_max": value,
        "qualifier": "exact",
        "value_text": "",
        "date_text": str(year),
        "date_start": pd.Timestamp(f"{year}-01-01"),
        "date_end": pd.Timestamp(f"{year}-12-31"),
        "date_kind": "year",
        "source_keys": "kurashvili1996",
        "status": "counted",
        "checked": "reproduced",
        "note": "",
        "camp_id": "",
        **more,
    }


@pytest.fixture
def table():
    """Build a year with a misprint that can be read, and one with a broken number."""
    mended = {"value_text": "22,728", "note": "Corrected: the page prints 22,728."}
    rows = [
        sentence("total", 141919),
        sentence("death", 2728, **mended),
        sentence("camps_colonies_prisons", 73946),
        sentence("exile", 36017),
        sentence("other_measures", 29228),
        sentence("total", 790665, 1937, note="Corrected: a broken number."),
        sentence("death", 353074, 1937),
    ]
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


def parts_of(table, year):
    rows = table[table["date_text"] == year]
    whole = rows["category"] == "total"
    return rows[whole], rows[~whole]


def test_a_misprint_put_back_opens_its_sum(table):
    """With 22,728 death sentences the year 1932 has 20,000 too many."""
    assert "closes" == remainder(*parts_of(table, "1932")).verdict
    assert "20,000 more than stated" == remainder(*parts_of(as_printed(table), "1932")).words


def test_a_broken_number_is_left_out_not_taken_for_zero(table):
    """Nobody knows what stood on the page for 1937."""
    assert "ussr-1937-total" not in set(as_printed(table)["row_id"])
    assert corrected(table)["printed"].isna().tolist() == [False, True]


def test_a_printed_value_in_words_is_refused(table):
    """The message names the row that must be mended."""
    table.loc[table["row_id"] == "ussr-1932-death", "value_text"] = "about 23,000"

    with pytest.raises(ValueError, match="ussr-1932-death: value_text is no whole number"):
        corrected(table)


def test_nothing_is_put_back_into_the_table_itself(table):
    """The mended table stays as it was."""
    before = table.copy()
    as_printed(table)

    pd.testing.assert_frame_equal(before, table)
