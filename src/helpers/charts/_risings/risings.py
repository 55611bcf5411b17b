"""Risings of prisoners beside each other; rival numbers stay side by side, none is chosen."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._risings.bar_room import room
from helpers.charts._risings.parts import whole_or_part
from helpers.charts._risings.spans import spans
from helpers.charts.shared.ranked import number_of
from helpers.charts.shared.record import hover, record
from helpers.charts.shared.shelf import Shelf, Style, bars
from helpers.charts.shared.when import unbroken, when

#: What each comparison takes of ``uprising_numbers``: measure -> colour, pattern, words.
MEASURES = {
    "participants": {
        "participants": Style(theme.BLUE, "", "took part"),
        "not_at_work": Style(theme.GREEN, "/", "not at work"),
        "not_at_work_in_part": Style(theme.GREEN, "-", "not at work in one part of the camp"),
        "on_strike": Style(theme.INK, "+", "on strike, beyond the division"),
        "held_in_part": Style(theme.GREY, "|", "held in one part of the camp"),
    },
    "dead": {
        "killed": Style(theme.BLUE, "", "killed in the whole rising"),
        "killed_in_part": Style(theme.BLUE, "-", "killed in one part or on some days"),
        "killed_or_wounded": Style(theme.VERMILION, "+", "killed and wounded in one figure"),
        "executed": Style(theme.INK, "", "shot after trial"),
        "guards_killed": Style(theme.GREY, "/", "guards and officials killed"),
        "killed_both_sides": Style(theme.GREY, "|", "killed on both sides in one figure"),
    },
}

#: For each comparison: unit, what it compares, what it says where nothing is known.
COMPARED = {
    "length": ("days", "length in days", "length not known: no day is given"),
    "participants": ("persons", "people taking part, each by its own measure", "number not known"),
    "dead": ("persons", "dead", "number of dead not known"),
}

#: What stands before a number with an open end.
ARROWS = {"at_least": "\u2192 ", "at_most": "\u2190 "}


def risings(
    numbers: pd.DataFrame, uprisings: pd.DataFrame, *, compare: str = "length"
) -> go.Figure:
    """
    Compare risings by length, people or dead.

    Parameters
    ----------
    numbers : DataFrame
        ``uprising_numbers``: columns ``row``, ``uprising_id``, ``measure``, values (persons),
        ``qualifier``, dates, ``status``, ``checked``, ``source_keys``. Rows of the measure
        ``span`` give rival first or last days.
    uprisings : DataFrame
        ``uprisings``: columns ``row``, ``uprising_id``, ``camp``, ``demands``, ``outcome``,
        dates, ``checked``, ``source_keys``.
    compare : str, optional
        ``length`` (days from the first to the last, computed), ``participants`` or ``dead``.

    Returns
    -------
    Figure
        The risings in order of their first day, below each a bar per claim. What no source
        says is written in words; it is no bar of length zero.

    Raises
    ------
    ValueError
        If there is no such comparison.
    """
    if compare not in COMPARED:
        raise ValueError(f"no comparison '{compare}'; choose from {', '.join(COMPARED)}")
    marks = _marks(numbers, uprisings, compare)
    figure, shelf, drawn = go.Figure(), Shelf(), {}
    for place, mark in enumerate(marks):
        if place == 0 or mark["rising"]["row"] != marks[place - 1]["rising"]["row"]:
            shelf.heading(name(mark["rising"]))
        known = mark["x"] is not None
        middles = shelf.bars(mark["label"], 1 if known else 0)
        if known:
            mark["y"] = middles[0]
            drawn.setdefault((mark["style"], mark["unread"]), []).append(mark)
    for (style, unread), group in drawn.items():
        figure.add_trace(bars(group, style, hollow=unread))
    unit = COMPARED[compare][0]
    longest = [(mark["x"], mark["text"]) for group in drawn.values() for mark in group]
    most = max((size for size, _ in longest), default=1)
    height = shelf.close(figure, unit, most, room=room(longest, most))
    links = " ".join(mark["row"] for mark in marks).split()
    inputs = pd.concat([table[table["row"].isin(links)] for table in (uprisings, numbers)])
    return record(figure, inputs, _table(marks, unit), alt=_alt(marks, compare), height=height)


def name(rising: pd.Series) -> str:
    """Name a rising for readers: place and year."""
    return f"{rising['camp']}, {rising['date_start'].year}"


def _marks(numbers: pd.DataFrame, risings: pd.DataFrame, compare: str) -> list[dict[str, Any]]:
    """Describe a bar per claim, or for each rising without one the words that say so."""
    marks: list[dict[str, Any]] = []
    for _, rising in risings.sort_values(["date_start", "row_id"]).iterrows():
        own = numbers[numbers["uprising_id"] == rising["uprising_id"]]
        if compare == "length":
            found = spans(rising, own)
        else:
            found = _claims(whole_or_part(own, rising), MEASURES[compare])
        marks += [{**mark, "rising": rising} for mark in found or [_gap(rising, compare)]]
    return marks


def _claims(own: pd.DataFrame, styles: dict[str, Style]) -> list[dict[str, Any]]:
    rows = own[own["measure"].isin(styles)].copy()
    rows["order"] = rows["measure"].map({measure: n for n, measure in enumerate(styles)})
    rows["size"] = number_of(rows).astype("float64")
    rows = rows.sort_values(["order", "date_start", "size", "row_id"])
    return [_claim(row, styles[row["measure"]]) for _, row in rows.iterrows()]


def _claim(row: pd.Series, style: Style) -> dict[str, Any]:
    said = theme.amount(row)
    words = row["qualifier"] == "words"
    low, high = row["size"], row["value_max"] if row["qualifier"] == "range" else row["size"]
    who = sources.short_list(sources.split(row["source_keys"]))
    dates = when(row)
    named = f"{style.words}{f', in words: {said}' if words else ''}"
    mark = {
        "x": None if words else float(high) - (float(low) if high > low else 0),
        "text": ARROWS.get(row["qualifier"], "") + said,
        "label": f"{named}, {unbroken(dates)} ({who})",
        "hover": hover(row, style.words),
        "row": row["row"],
        "style": style,
        "unread": row["checked"] == "unread",
        "table": {
            "What": style.words,
            "Value": said,
            "Date": dates,
            "Kind of number": row["status"],
            "How known": theme.CHECKED[row["checked"]],
            "Source": who,
            "Note": row["note"],
        },
    }
    return mark | ({"base": float(low)} if high > low else {})


def _gap(rising: pd.Series, compare: str) -> dict[str, Any]:
    _, _, words = COMPARED[compare]
    who = sources.short_list(sources.split(rising["source_keys"]))
    known = {"How known": theme.CHECKED[rising["checked"]], "Source": who, "Note": rising["note"]}
    said = {"What": words, "Value": "not known", "Date": when(rising)}
    return {
        "x": None,
        "text": words,
        "label": words,
        "row": rising["row"],
        "table": {**said, "Kind of number": "", **known},
    }


def _table(marks: list[dict[str, Any]], unit: str) -> pd.DataFrame:
    lines = []
    for mark in marks:
        told, rising = dict(mark["table"]), mark["rising"]
        value = {f"Value ({unit})": told.pop("Value")}
        what = {"Rising": name(rising), "What": told.pop("What"), **value}
        end = {"Demands": rising["demands"], "Outcome": rising["outcome"]}
        end = {column: text or "not known" for column, text in end.items()}
        lines.append({**what, **told, **end, "row": mark["row"]})
    return pd.DataFrame(lines)


def _alt(marks: list[dict[str, Any]], compare: str) -> str:
    unit, what, _ = COMPARED[compare]
    said: dict[str, dict[str, list[str]]] = {}
    for mark in marks:
        told = mark["table"]
        about = f"{told['What']}, {told['Date']}: " if mark["x"] is not None else ""
        values = said.setdefault(name(mark["rising"]), {}).setdefault(
            "" if compare == "length" else about, []
        )
        values.append(told["Value"].split(" (")[0])
    lines = [
        f"{rising}: " + ", ".join(about + " or ".join(found) for about, found in claims.items())
        for rising, claims in said.items()
    ]
    unit = "" if compare == "length" else f" ({unit})"
    return f"Bar chart of {len(said)} risings by {what}{unit}, rivals side by side. " + (
        "; ".join(lines) + "."
    )
