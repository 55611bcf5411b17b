"""Proposals of the inventors' bureau and what they are said to have saved."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.record import record
from helpers.charts.shared.shelf import Shelf, Style, bars
from helpers.models.invention import point_moved, saving_per_proposal

#: Periods of the bureau: row of the proposals, words of the label.
PERIODS = {
    "proposals-1941-1945": "1941–1945, handed in within five years",
    "proposals-1946": "1946, carried out",
    "proposals-1955": "1955, scope not stated",
}

CLAIMED = Style(theme.PURPLE, "\\", "as printed, claimed")
COMPUTED = Style(theme.BLUE, ".", "computed from the two claims")
READING = Style(theme.VERMILION, ".", "computed: a decimal point put back")

#: What is shown: title of the axis and the measure it rests on.
MEASURES = {
    "proposals": "proposals",
    "savings": "roubles saved",
    "per_proposal": "roubles saved per proposal",
}


def savings(table: pd.DataFrame, *, measure: str = "per_proposal") -> go.Figure:
    """
    Draw the proposals, their savings, or the savings per proposal, a bar for each period.

    Parameters
    ----------
    table : DataFrame
        ``invention``: columns ``row``, ``row_id``, ``value_min``, ``source_keys``, ``status``,
        ``checked``; the rows of the bureau's proposals.
    measure : str, optional
        ``proposals``, ``savings`` or ``per_proposal``.

    Returns
    -------
    Figure
        Bars from zero. For the savings per proposal two more bars read the sum of 1955 as if its
        decimal point had been lost one or two places before the end.

    Raises
    ------
    ValueError
        If the measure is none of the three, or a row is missing.
    """
    if measure not in MEASURES:
        raise ValueError(f"no measure '{measure}'; choose from {', '.join(MEASURES)}")
    marks = [mark for period in PERIODS for mark in _marks(table, period, measure)]
    figure, shelf = go.Figure(), Shelf()
    for mark in marks:
        mark["y"] = shelf.bars(mark["label"])[0]
    for style in (CLAIMED, COMPUTED, READING):
        group = [mark for mark in marks if mark["style"] is style]
        if group:
            figure.add_trace(bars(group, style))
    height = shelf.close(figure, MEASURES[measure], max(mark["x"] for mark in marks), room=1.3)
    used = table[table["row"].isin({row for mark in marks for row in mark["row"].split()})]
    return record(figure, used, _table(marks, measure), alt=_alt(marks, measure), height=height)


def _row(table: pd.DataFrame, name: str) -> pd.Series:
    found = table[table["row_id"] == name]
    if found.empty:
        raise ValueError(f"invention has no row '{name}'; the chart needs it")
    return found.iloc[0]


def _marks(table: pd.DataFrame, period: str, measure: str) -> list[dict[str, Any]]:
    many, saved = _row(table, period), _row(table, f"{period}-savings")
    if measure != "per_proposal":
        one = many if measure == "proposals" else saved
        return [_mark(PERIODS[period], one["value_min"], [one], CLAIMED)]
    rows = [saved, many]
    each = saving_per_proposal(saved["value_min"], many["value_min"])
    found = [_mark(PERIODS[period], each, rows, COMPUTED)]
    if period == "proposals-1955":
        for places, word in ((1, "one place"), (2, "two places")):
            value = point_moved(saved["value_min"], places)
            label = f"1955, point put back {word}"
            each = saving_per_proposal(value, many["value_min"])
            found.append(_mark(label, each, rows, READING))
    return found


def _mark(label: str, value: float, rows: list[pd.Series], style: Style) -> dict[str, Any]:
    text = theme.number(round(float(value)))
    who = sources.short_list(sources.split(rows[0]["source_keys"]))
    return {
        "label": label,
        "x": round(float(value), 2),
        "text": text,
        "style": style,
        "who": who,
        "hover": f"<b>{text}</b><br>{label}<br>{style.words}<br>{who}",
        "row": " ".join(row["row"] for row in rows),
    }


def _table(marks: list[dict[str, Any]], measure: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Period": [mark["label"] for mark in marks],
            MEASURES[measure].capitalize(): [mark["text"] for mark in marks],
            "Kind of number": [mark["style"].words for mark in marks],
            "Source": [mark["who"] for mark in marks],
            "row": [mark["row"] for mark in marks],
        }
    )


def _alt(marks: list[dict[str, Any]], measure: str) -> str:
    printed = [mark for mark in marks if mark["style"] is not READING]
    told = "; ".join(f"{mark['label']}: {mark['text']}" for mark in printed)
    least, most = min(mark["x"] for mark in printed), max(mark["x"] for mark in printed)
    times = theme.number(round(most / least, 1 if most / least < 100 else None))
    other = [mark["text"] for mark in marks if mark["style"] is READING]
    tail = f" With a decimal point put back 1955 has {' or '.join(other)}." if other else ""
    return (
        f"Bar chart of {MEASURES[measure]} of the inventors' bureau: {told}. "
        f"The largest is {times} times the smallest.{tail}"
    )
