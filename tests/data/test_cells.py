from __future__ import annotations

import pytest

from helpers.data._cells import fault_in

NUMBER = {"name": "value_min", "type": "number"}
WHOLE = {"name": "divisions", "type": "integer"}
DAY = {"name": "date_start", "type": "date"}
TEXT = {"name": "date_text", "type": "string"}


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("65673", NUMBER),
        ("17806.5", NUMBER),
        ("0", NUMBER),
        ("-12", NUMBER),
        ("0.05", NUMBER),
        ("26", WHOLE),
        ("1954-06-26", DAY),
        ("1952-02-29", DAY),
        ("May 1954", TEXT),
        ("26.06.1954", TEXT),
        ("1,5 тонны", TEXT),
    ],
)
def test_a_right_cell_has_no_fault(value, field):
    """Numbers with digits and a point, days as year-month-day and any text are right."""
    assert fault_in(value, field) is None


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("65,673", "65673"),
        ("65 673", "65673"),
        ("65\u00a0673", "65673"),
        ("65\u202f673", "65673"),
        ("65'673", "65673"),
        ("1.067.580", "1067580"),
        ("1,067,580", "1067580"),
        ("-65,673", "-65673"),
    ],
)
def test_a_thousands_separator_is_taken_out(value, plain):
    """A number with separators is refused, and the message has the number without them."""
    expected = f"is '{value}'; write numbers without separators: {plain}"

    assert expected == fault_in(value, NUMBER)


@pytest.mark.parametrize(
    ("value", "plain"),
    [("17,5", "17.5"), ("0,25", "0.25"), ("0,500", "0.500"), ("-3,2287", "-3.2287")],
)
def test_a_decimal_comma_becomes_a_point(value, plain):
    """A decimal comma is refused; a nought before it cannot be a count of thousands."""
    assert f"is '{value}'; write a point for the decimal comma: {plain}" == fault_in(value, NUMBER)


@pytest.mark.parametrize("value", ["6.57E+04", "6,57E+04", "1e5"])
def test_digits_lost_to_scientific_notation_are_to_be_written_again(value):
    """What a spreadsheet shortened cannot be restored from the cell, only from the source."""
    expected = (
        f"is '{value}', which a spreadsheet shortened; write all digits again from the source"
    )

    assert expected == fault_in(value, NUMBER)


@pytest.mark.parametrize(("value", "plain"), [("030", "30"), ("00", "0"), ("00.5", "0.5")])
def test_a_number_has_no_leading_zero(value, plain):
    """A leading zero belongs to names, not to numbers."""
    assert f"is '{value}'; write it without the leading zero: {plain}" == fault_in(value, NUMBER)


@pytest.mark.parametrize("value", ["many", "nan", "+5", "½", "1,234.5", "65673?", "५"])
def test_what_is_no_number_is_refused(value):
    """Words, signs and other digits than 0 to 9 are no numbers."""
    assert f"is '{value}', which is not a number; write digits only" == fault_in(value, NUMBER)


def test_a_whole_number_has_no_decimals():
    """A count of divisions cannot be broken."""
    assert "is '26.5'; write a whole number" == fault_in("26.5", WHOLE)


@pytest.mark.parametrize("value", ["1953-02-30", "1954-13-01", "1951-02-29"])
def test_a_day_that_never_was_is_refused(value):
    """A day must be in the calendar."""
    assert f"is '{value}'; no such day" == fault_in(value, DAY)


@pytest.mark.parametrize("value", ["26.06.1954", "6/26/54", "26/06/1954", "1954/6/26"])
def test_a_day_in_another_order_is_refused(value):
    """Day, month and year have one order only."""
    expected = f"is '{value}'; write dates as year-month-day, for example 1954-06-26"

    assert expected == fault_in(value, DAY)


@pytest.mark.parametrize("value", ["1954", "1954-6-2", "19540626", "in summer"])
def test_a_day_is_written_in_full(value):
    """A year alone is no day; the least and the greatest day stand in two columns."""
    assert f"is '{value}'; write a day as 1954-06-26" == fault_in(value, DAY)


@pytest.mark.parametrize("field", [NUMBER, DAY, TEXT], ids=["number", "day", "text"])
@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("May-54", ", probably 1954-05"),
        ("Jun-1954", ", probably 1954-06"),
        ("26-Jun-54", ", probably 1954-06"),
        ("май.54", ""),
    ],
)
def test_a_month_that_a_spreadsheet_rewrote_is_recognised(value, meant, field):
    """A spreadsheet turns 1954-05 into May-54, in columns of text as well."""
    expected = f"is '{value}', a date that a spreadsheet rewrote; write year-month{meant}"

    assert expected == fault_in(value, field)


@pytest.mark.parametrize("value", [" karlag", "karlag ", "\tkarlag", "karlag\u00a0"])
def test_blanks_at_the_ends_are_refused(value):
    """A blank that nobody sees would make a second camp of the same name."""
    assert f"is '{value}'; take the blanks off its ends" == fault_in(value, TEXT)


def test_an_empty_cell_is_allowed_unless_the_column_must_be_filled():
    """Not known is a right answer, except where the schema asks for one."""
    must = {**TEXT, "constraints": {"required": True}}

    assert fault_in("", TEXT) is None
    assert "is empty; this column must be filled" == fault_in("", must)


@pytest.mark.parametrize(
    ("value", "field", "limits", "expected"),
    [
        ("plann", TEXT, {"enum": ["actual", "plan"]}, "is 'plann'; choose from actual, plan"),
        (
            "Karlag 1",
            TEXT,
            {"pattern": "[a-z0-9-]+"},
            "is 'Karlag 1'; it must look like [a-z0-9-]+",
        ),
        ("-1", WHOLE, {"minimum": 0}, "is -1; the least that makes sense is 0"),
        ("101", NUMBER, {"maximum": 100}, "is 101; the most that makes sense is 100"),
    ],
    ids=["word", "pattern", "least", "most"],
)
def test_limits_of_the_schema_are_kept(value, field, limits, expected):
    """Lists of words, patterns and bounds come from the schema and are named in the message."""
    assert expected == fault_in(value, {**field, "constraints": limits})


@pytest.mark.parametrize(
    ("value", "field", "limits"),
    [
        ("plan", TEXT, {"enum": ["actual", "plan"]}),
        ("0", WHOLE, {"minimum": 0}),
        ("100", NUMBER, {"maximum": 100}),
    ],
)
def test_limits_include_their_ends(value, field, limits):
    """A value on the bound is right."""
    assert fault_in(value, {**field, "constraints": limits}) is None
