"""Describe lanes of events in words: the hover of a mark, the alt text of the whole."""

from __future__ import annotations

import calendar
import re
import textwrap

import pandas as pd

from helpers.charts._forty_days.happenings import side, when, where, who_says, written
from helpers.charts.shared.ranked import wrap

#: Letters of a line of a hover text that fits on a telephone, and of a description in it.
WIDTH, MOST = 38, 95

#: How a row is known, in a word for a hundred hovers and lines of a table.
READ = {
    "print": "in print",
    "reproduced": "reproduced",
    "second_hand": "second hand",
    "teaching_text": "teaching text",
    "unread": "not re-read",
}


def hovers(rows: pd.DataFrame) -> list[str]:
    """
    Write the hover text of each event: date, side and kind, what happened, source.

    A long description is cut: on a telephone it would not fit, and the table has it whole.
    """
    return [_hover(row) for _, row in rows.iterrows()]


def _hover(row: pd.Series) -> str:
    what = f"{side(row['actor'])}: {row['event_type']}"
    parts = [
        f"<b>{wrap(when(row), WIDTH)}</b>",
        wrap("; ".join(filter(None, [what, where(row["place"])])), WIDTH),
        wrap(textwrap.shorten(row["description"], MOST, placeholder=" …"), WIDTH),
        wrap(known(row), WIDTH),
    ]
    return "<br>".join(parts)


def without_year(text: str, year: int) -> str:
    """
    Leave out the year after a month, where a heading names it.

    >>> without_year("16 May 1954, evening", 1954), without_year("early in 1954", 1954)
    ('16 May, evening', 'early in 1954')
    """
    return re.sub(rf"({'|'.join(calendar.month_name[1:])}) {year}\b", r"\1", text)


def known(row: pd.Series) -> str:
    """Name the works behind an event, and in a word how they were read."""
    return f"{who_says(row)}; {READ[row['checked']]}"


def alt(rows: pd.DataFrame, begin: pd.Timestamp, end: pd.Timestamp) -> str:
    """Describe the chart: how many events of which side, how well dated, the fullest day."""
    start = f"Chart of events in lanes, {written(begin)} to {written(end)}"
    if rows.empty:
        return f"{start}: no event in our sources fits this choice; that is no sign of a quiet day."
    counts = ", ".join(f"{side(actor)} {n}" for actor, n in rows["actor"].value_counts().items())
    exact = rows[rows["date_start"] == rows["date_end"]]
    lasting = int((rows["date_kind"] == "span").sum())
    loose = len(rows) - len(exact) - lasting
    dated = f"Dated to a day: {len(exact)}; over several days: {lasting}; less closely: {loose}."
    return f"{start}: {len(rows)} ({counts}). {dated}{_fullest(exact, begin, end)}"


def _fullest(exact: pd.DataFrame, begin: pd.Timestamp, end: pd.Timestamp) -> str:
    if exact.empty:
        return ""
    per_day = exact["date_start"].value_counts().sort_index()
    most, every = per_day.idxmax(), (end - begin).days + 1
    return (
        f" Most stand at {written(most)} ({per_day.max()}); "
        f"{every - len(per_day)} of {every} days have no event of their own in our sources."
    )
