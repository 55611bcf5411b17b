"""Compute how long a rising lasted, by each reckoning of its first and last day; draw nothing."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from helpers import sources, theme
from helpers.charts.shared.shelf import Style
from helpers.charts.shared.when import unbroken, when

#: Looks of the reckoning of the table of risings and of the rival ones.
COMMON = Style(theme.BLUE, ".", "first to last day, computed")
RIVAL = Style(theme.VERMILION, ".", "by other first or last days, computed")

#: Kinds of dates from which no length can be computed.
VAGUE = ("year", "undated", "month", "quarter", "circa")


def spans(rising: pd.Series, numbers: pd.DataFrame) -> list[dict[str, Any]]:
    """
    Compute the lengths of a rising, the common reckoning first, then from the longest down.

    Parameters
    ----------
    rising : Series
        A row of ``uprisings``.
    numbers : DataFrame
        Its rows of ``uprising_numbers``; those of the measure ``span`` hold other days.

    Returns
    -------
    list of dict
        One per reckoning, for `shelf.bars`, with ``label``, ``style``, ``unread``, ``table``;
        empty where no day is known.
    """
    rivals = [row for _, row in numbers[numbers["measure"] == "span"].iterrows()]
    rivals.sort(key=lambda row: (-_days(row), row["row_id"]))
    dated = [row for row in (rising, *rivals) if row["date_kind"] not in VAGUE]
    return [_mark(row, COMMON if row is rising else RIVAL) for row in dated]


def _days(row: pd.Series) -> int:
    return (row["date_end"] - row["date_start"]).days


def _mark(row: pd.Series, style: Style) -> dict[str, Any]:
    days = _days(row)
    # a last day that the text gives as a month only stands in the table as the month's last day
    most = "" if _knows_its_end(row) else "at most "
    text = f"{most}{theme.number(days)}"
    who = sources.short_list(sources.split(row["source_keys"]))
    dates = when(row)
    words = row.get("value_text", "")
    return {
        "x": days,
        "text": f"\u2190 {text}" if most else text,
        "label": f"{unbroken(dates)}{f', {words}' if words else ''} ({who})",
        "hover": f"<b>{text}</b> days apart, {days + 1} with both end days<br>{dates}<br>{who}"
        f"<br>{theme.STATUSES['computed']}; {theme.CHECKED[row['checked']]}",
        "row": row["row"],
        "style": style,
        "unread": row["checked"] == "unread",
        "table": {
            "What": style.words.removesuffix(", computed"),
            "Value": f"{text} ({days + 1} with both end days)",
            "Date": dates,
            "Kind of number": "computed",
            "How known": theme.CHECKED[row["checked"]],
            "Source": who,
            "Note": row["note"],
        },
    }


def _knows_its_end(row: pd.Series) -> bool:
    """
    Say whether the date as printed names its last day.

    >>> _knows_its_end(pd.Series({"date_text": "22 January 1952 - January 1952"}))
    False
    """
    last = re.split(r" [-\u2013] ", row["date_text"])[-1]
    return bool(re.match(r"\d{1,2} |\d{4}-\d\d-\d\d", last))
