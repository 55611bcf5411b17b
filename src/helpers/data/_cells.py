"""
Judge single cells: is this a number, a date, a word from the list, and if not, what happened to it.

Every function returns half a sentence that completes "row 41: prisoners ...", or None.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:([,.'’ \u00a0\u202f])\d{3})(?:\1\d{3})*")
DECIMAL_COMMA = re.compile(r"-?\d+,\d+")
SCIENTIFIC = re.compile(r"-?\d(?:[.,]\d+)?[eE][+-]?\d+")
MONTH_NAME = re.compile(
    r"(?:\d{1,2}-)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-(\d{2}|\d{4})"
    r"|(янв|фев|мар|апр|май|мая|июн|июл|авг|сен|окт|ноя|дек)[а-я]*[.-]\d{2}",
    re.IGNORECASE,
)
OTHER_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}/\d{1,2}/\d{1,2}")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def fault_in(value: str, field: dict[str, Any]) -> str | None:
    """
    Say what is wrong with a cell, given the description of its column.

    Parameters
    ----------
    value : str
        The cell as it stands in the file.
    field : dict
        Field descriptor (Frictionless Table Schema) of the column.

    Returns
    -------
    str or None
        None if the cell is right.
    """
    limits = field.get("constraints", {})
    if value == "":
        return "is empty; this column must be filled" if limits.get("required") else None
    if value != value.strip():
        return f"is '{value}'; take the blanks off its ends"
    judge = {"number": _number, "integer": _integer, "date": _day}.get(field["type"], _text)
    return judge(value) or _limits(value, field["type"], limits)


def _number(value: str) -> str | None:
    if NUMBER.fullmatch(value):
        return None
    if THOUSANDS.fullmatch(value):
        plain = re.sub(r"[^\d-]", "", value)
        return f"is '{value}'; write numbers without separators: {plain}"
    if DECIMAL_COMMA.fullmatch(value):
        return f"is '{value}'; write a point for the decimal comma: {value.replace(',', '.')}"
    if SCIENTIFIC.fullmatch(value):
        return (
            f"is '{value}', which a spreadsheet shortened; write all digits again from the source"
        )
    if re.fullmatch(r"0\d+(\.\d+)?", value):
        plain = re.sub(r"^0+(?=\d)", "", value)
        return f"is '{value}'; write it without the leading zero: {plain}"
    return _spreadsheet_date(value) or f"is '{value}', which is not a number; write digits only"


def _integer(value: str) -> str | None:
    return _number(value) or (f"is '{value}'; write a whole number" if "." in value else None)


def _day(value: str) -> str | None:
    if DAY.fullmatch(value):
        try:
            date.fromisoformat(value)
        except ValueError:
            return f"is '{value}'; no such day"
        return None
    return _spreadsheet_date(value) or f"is '{value}'; write a day as 1954-06-26"


def _text(value: str) -> str | None:
    return _spreadsheet_date(value) if MONTH_NAME.fullmatch(value) else None


def _spreadsheet_date(value: str) -> str | None:
    found = MONTH_NAME.fullmatch(value)
    if found:
        guess = ""
        if found[1]:
            year = found[2] if len(found[2]) == 4 else f"19{found[2]}"
            guess = f", probably {year}-{MONTHS.index(found[1].lower()[:3]) + 1:02d}"
        return f"is '{value}', a date that a spreadsheet rewrote; write year-month{guess}"
    if OTHER_DATE.fullmatch(value):
        return f"is '{value}'; write dates as year-month-day, for example 1954-06-26"
    return None


def _limits(value: str, kind: str, limits: dict[str, Any]) -> str | None:
    if "enum" in limits and value not in limits["enum"]:
        return f"is '{value}'; choose from {', '.join(limits['enum'])}"
    if "pattern" in limits and not re.fullmatch(limits["pattern"], value):
        return f"is '{value}'; it must look like {limits['pattern']}"
    if kind in ("number", "integer"):
        if "minimum" in limits and float(value) < limits["minimum"]:
            return f"is {value}; the least that makes sense is {limits['minimum']}"
        if "maximum" in limits and float(value) > limits["maximum"]:
            return f"is {value}; the most that makes sense is {limits['maximum']}"
    return None
