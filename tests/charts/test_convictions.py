import pandas as pd
import pytest

from helpers import data
from helpers.charts import convictions, limits
from helpers.models.printed import as_printed, corrected
from helpers.models.sums import remainder


@pytest.fixture
def book():
    return data.load("convictions")


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


def test_a_year_with_a_misprint_has_a_mark_that_tells_both_numbers(table):
    """The reader sees what was printed and what is read."""
    marks = next(one for one in convictions(table).data if one.name == "a misprint was mended")

    assert (1932, 1937) == tuple(marks.x)
    assert "1932, death: printed 22,728, read 2,728" == marks.hovertext[0]
    assert "printed a broken number" in marks.hovertext[1]


def test_the_kinds_of_the_book_add_up_to_its_totals(book):
    """4,060,306 sentences are drawn, half of 1953 included."""
    figure = convictions(book)

    drawn = sum(sum(one.y) for one in figure.data if one.type == "bar")
    assert 4060306 == drawn


def test_five_misprints_are_marked_in_the_book(book):
    """1932, 1937, 1938, 1941 and 1948."""
    marks = next(one for one in convictions(book).data if one.name == "a misprint was mended")

    assert (1932, 1937, 1938, 1941, 1948) == tuple(marks.x)


def test_each_kind_of_sentence_is_another_picture(book):
    """The control changes bars and alt text."""
    kinds = ("every", "death", "camps_colonies_prisons", "exile", "other_measures")
    alts = {convictions(book, kind=one).layout.meta["alt"] for one in kinds}

    assert len(kinds) == len(alts)


def test_an_unknown_sentence_is_refused(book):
    """The message names the kinds."""
    with pytest.raises(ValueError, match="no kind of sentence 'shot'; choose from every, death"):
        convictions(book, kind="shot")


def test_limits_and_deeds_have_different_bars(book):
    """A limit is never drawn like people shot."""
    names = [one.name for one in limits(book).data if one.type == "bar"]

    assert "limit: to be shot, not re-read" in names
    assert "of them shot" in names


def test_the_limits_add_up_to_those_of_the_republic(book):
    """2,500 and 5,000: what the literature gives for Kazakhstan."""
    assert "2,500 to be shot and 5,000" in limits(book).layout.meta["alt"]


def test_limits_need_an_oblast(book):
    """A table of the Union alone says what is missing."""
    with pytest.raises(ValueError, match="no row whose scope is an oblast"):
        limits(book[book["scope"] == "ussr"])
