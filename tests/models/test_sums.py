import pandas as pd
import pytest

from helpers import data
from helpers.models import sums


def rows(*values, dimension="sentence", **more):
    """Build rows of persons: a number, or the two ends of a range."""
    ends = [value if isinstance(value, tuple) else (value, value) for value in values]
    return pd.DataFrame(
        {
            "row": [f"camp_composition/{dimension}-{at}" for at in range(len(ends))],
            "category": [f"group {at}" for at in range(len(ends))],
            "camp_id": "steplag",
            "measure": "prisoners",
            "unit": "persons",
            "value_min": pd.array([low for low, _ in ends], dtype="Float64"),
            "value_max": pd.array([high for _, high in ends], dtype="Float64"),
            "date_text": "1954-06-10",
            "source_keys": "article_kengir",
            "status": "counted",
            "checked": "teaching_text",
            "note": "",
        }
    ).assign(**more)


@pytest.fixture
def whole():
    """Build a whole of a thousand."""
    return rows(1000, dimension="total")


def test_remainder_writes_the_sum_as_on_paper(whole):
    """The parts, their sum, what is stated and what is left stand in one line."""
    left = sums.remainder(whole, rows(700, 200, 40))

    assert "700 + 200 + 40 = 940; stated 1,000: 60 not in the table" == str(left)
    assert (60, 60) == (left.left_min, left.left_max)


def test_remainder_says_when_nothing_is_left(whole):
    """Parts that make the whole close; no sum of one number is written out."""
    assert "1,000; stated 1,000: nothing left over" == str(sums.remainder(whole, rows(1000)))


def test_remainder_says_when_the_parts_are_too_many():
    """A range that is stated gives a range of the excess, negative in the numbers."""
    left = sums.remainder(rows((120, 140)), rows(1830, 9706))

    assert ("excess", -11416, -11396) == (left.verdict, left.left_min, left.left_max)
    assert "11,396–11,416 more than stated" == left.words


def test_remainder_leaves_open_what_a_range_leaves_open(whole):
    """Where a part is a range that reaches across the whole, nothing is decided."""
    left = sums.remainder(whole, rows(900, (50, 150)))

    assert "open" == left.verdict
    assert "between 50 more and 50 fewer" == left.words


def test_remainder_does_not_write_out_many_numbers(whole):
    """Of more than ten parts only how many they are is written."""
    assert str(sums.remainder(whole, rows(*[10] * 11))).startswith("11 numbers = 110;")


def test_remainder_names_the_rows_used(whole):
    """The whole comes first, then its parts."""
    row = sums.remainder(whole, rows(1, 2)).row

    assert "camp_composition/total-0 camp_composition/sentence-0 camp_composition/sentence-1" == row


@pytest.mark.parametrize(
    ("stated", "parts", "message"),
    [
        (rows(1, 2, dimension="total"), rows(1), "must be one row; here are 2: camp_composition/"),
        (rows(1).head(0), rows(1), "must be one row; here are 0: none"),
        (rows(1), rows(1).head(0), "there is no row of a part"),
        (rows(1), rows(1, unit="percent"), "unit differs: percent, persons"),
        (rows(1), rows(1, measure="arrivals"), "measure differs: arrivals, prisoners"),
        (rows(9), rows((4, None)), "sentence-0: a number without an end has no sum"),
    ],
)
def test_remainder_refuses_what_cannot_be_added(stated, parts, message):
    """No sum is made of two wholes, no parts, two units or 'at least'; the rows are named."""
    with pytest.raises(ValueError, match=message):
        sums.remainder(stated, parts)


def test_add_up_lists_whole_parts_and_difference(whole):
    """Each sum has its lines; the computed one names all rows and is said to be computed."""
    table = sums.add_up({"a": (whole, rows(700, 200)), "b": (whole, rows(1000))})
    last = table[table["sum"] == "a"].iloc[-1]

    assert ["whole", "part", "part", "missing", "whole", "part"] == table["role"].tolist()
    assert (100, "computed", "not in the table") == (last["low"], last["status"], last["group"])
    assert 3 == len(last["row"].split())


def test_add_up_names_the_sum_that_is_wrong(whole):
    """An error says which of several sums cannot be made."""
    with pytest.raises(ValueError, match="sentences: there is no row of a part"):
        sums.add_up({"sentences": (whole, rows(1).head(0))})


def chosen(table, camp, dimension, date):
    here = table[(table["camp_id"] == camp) & (table["dimension"] == dimension)]
    return here[here["date_text"] == date]


def test_the_sums_of_the_book_come_out_as_they_are_told():
    """The sums that the chapters on Steplag compute stand on rows of the table."""
    table = data.load("camp_composition")
    june = "1954-06-10"
    total = chosen(table, "steplag", "total", june)
    ours = table["camp_id"].str.match("steplag_[1-6]$") & (table["date_text"] == june)
    stated = table[table["row_id"] == "dzhezkazgan-itl-1942-01-01-total-seminar"]
    parts = {
        429: chosen(table, "steplag", "sentence", june),
        239: chosen(table, "steplag", "offence", june),
        0: chosen(table, "steplag", "nationality", june),
        5136: chosen(table, "steplag", "division", "1954-05"),
        3884: table[ours & (table["dimension"] == "total")],
        16677: chosen(table, "steplag", "sex", june),
    }
    of_1942 = sums.remainder(stated, chosen(table, "dzhezkazgan_itl", "offence", "1942-01-01"))
    nations = [chosen(table, "pow39", name, "1945-1947") for name in ("total", "nationality")]

    assert list(parts) == [sums.remainder(total, rows).left_min for rows in parts.values()]
    assert 34 == len(parts[0])
    assert 11536 == of_1942.parts_min
    assert (4317, 129) == (sums.remainder(*nations).parts_min, sums.remainder(*nations).left_min)
