import pandas as pd
import pytest

from helpers.models.printed import as_printed, corrected
from helpers.models.sums import remainder
from misprints import misprinted


@pytest.fixture
def table():
    return misprinted()


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
