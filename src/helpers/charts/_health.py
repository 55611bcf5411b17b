"""Beds, places and staff of the camps' health service, beside the number of prisoners."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.record import describe, hover, record
from helpers.charts.shared.shelf import Shelf, Style, bars

#: Look of a bar for each basis of a number, and of what is added up here.
STYLES = {
    "actual": Style(theme.BLUE, "", "said to exist"),
    "capacity": Style(theme.GREEN, "/", "places or beds provided"),
    "norm": Style(theme.VERMILION, "-", "approved or allowed"),
    "plan": Style(theme.PURPLE, "|", "planned"),
    "computed": Style(theme.GREY, ".", "added up in this book"),
}

#: Units of which there is one for each person who has it: a share of the prisoners makes sense.
ROOM = ("places", "beds")


def health_places(
    table: pd.DataFrame, population: pd.DataFrame, camps: pd.DataFrame, *, unit: str = "places"
) -> go.Figure:
    """
    Draw what the health service of the camps had, in one unit, with its share of the prisoners.

    Parameters
    ----------
    table : DataFrame
        ``health_places``: columns ``camp_id`` (empty: all camps of the Gulag), ``institution``,
        ``measure``, ``unit``, ``basis``, values, dates, sources.
    population : DataFrame
        ``camp_population``: columns ``camp_id``, ``measure``, ``count_kind``, values in
        persons, dates.
    camps : DataFrame
        ``camps``: columns ``camp_id``, ``name_en``.
    unit : str, optional
        A ``unit`` of the table, such as ``places``, ``beds``, ``persons``, ``departments``.

    Returns
    -------
    Figure
        Bars from zero. Places and beds of a camp that belong to one date are also added up (the
        camp may have had more), and related to the count of its prisoners that lies nearest in
        the same year; without such a count there is no share.

    Raises
    ------
    ValueError
        If the table has no such unit.
    """
    rows = table[(table["unit"] == unit) & table["value_min"].notna()]
    if rows.empty:
        raise ValueError(f"no unit '{unit}'; the table has {', '.join(table['unit'].unique())}")
    names = camps.set_index("camp_id")["name_en"]
    marks = _marks(rows, population)
    figure, shelf = go.Figure(), Shelf()
    drawn: dict[tuple[str, str, bool], list[dict]] = {}
    place = None
    for mark in marks:
        if mark["place"] != place:
            place = mark["place"]
            shelf.heading(_heading(place, names))
        (mark["y"],) = shelf.bars(mark["label"])
        drawn.setdefault((mark["style"], mark["status"], mark["unread"]), []).append(mark)
    for (style, status, unread), group in drawn.items():
        figure.add_trace(bars(group, _style(style, status), hollow=unread))
    height = shelf.close(figure, unit, max(mark["x"] for mark in marks))
    links = " ".join(mark["row"] for mark in marks).split()
    inputs = pd.concat([rows, population[population["row"].isin(links)]])
    table_view = _table(rows, marks, unit, names)
    return record(figure, inputs, table_view, alt=_alt(marks, unit, names), height=height)


def _style(style: str, status: str) -> Style:
    """Keep colour and words of the basis; a claim has the pattern of claims."""
    look = STYLES[style]
    if status not in ("claimed", "estimated"):
        return look
    return Style(look.colour, theme.STATUS_PATTERNS[status], f"{look.words}, {status}")


def _marks(rows: pd.DataFrame, population: pd.DataFrame) -> list[dict[str, Any]]:
    """Describe a bar per row, and one for what a camp had at one date together."""
    several = rows["measure"].nunique() > 1
    marks: list[dict[str, Any]] = []
    for place, group in rows.groupby(["camp_id", "date_text"], sort=False):
        held = _held(group.iloc[0], population) if group.iloc[0]["unit"] in ROOM else None
        for _, row in group.iterrows():
            measure = f": {row['measure'].replace('_', ' ')}" if several else ""
            mark = _mark(f"{row['institution']}{measure}", [row], held)
            mark |= {"text": theme.amount(row), "style": row["basis"]}
            marks.append({**mark, "place": place, "hover": hover(row, row["unit"])})
        if group.iloc[0]["unit"] in ROOM and len(group) > 1:
            mark = _mark("these together", [row for _, row in group.iterrows()], held)
            said = f"<b>{mark['text']}</b> {row['unit']}<br>{theme.STATUSES['computed']}"
            marks.append({**mark, "place": place, "hover": said})
    return marks


def _mark(label: str, rows: list[pd.Series], held: pd.Series | None) -> dict[str, Any]:
    total = sum(float(row["value_min"]) for row in rows)
    mark = {
        "label": label,
        "x": int(total) if total == int(total) else round(total, 3),
        "text": theme.number(total),
        "row": " ".join(row["row"] for row in rows),
        "style": "computed",
        "status": rows[0]["status"] if len(rows) == 1 else "computed",
        "unread": any(row["checked"] == "unread" for row in rows),
        "share": "",
    }
    if held is None:
        return mark
    share = theme.number(100 * total / float(held["value_min"]), 1)
    unread = ", not re-read" if held["checked"] == "unread" else ""
    whole = f"of {theme.amount(held)} prisoners ({held['date_text']}{unread})"
    mark["share"] = f"{share} per 100 {whole}"
    mark["label"] += (
        f", {share} per 100 prisoners" if len(rows) == 1 else f", {share} per 100 {whole}"
    )
    mark["row"] += f" {held['row']}"
    return mark


def _held(row: pd.Series, population: pd.DataFrame) -> pd.Series | None:
    """Find the count of the camp's prisoners that lies nearest to a date, in the same year."""
    if pd.isna(row["date_start"]):
        return None
    counts = population[
        (population["camp_id"] == row["camp_id"])
        & (population["measure"] == "prisoners")
        & (population["count_kind"] == "count")
        & (population["date_start"].dt.year == row["date_start"].year)
        & population["value_min"].notna()
    ]
    if counts.empty:
        return None
    before, after = row["date_start"] - counts["date_end"], counts["date_start"] - row["date_end"]
    away = pd.concat([before, after], axis=1).max(axis=1)
    return counts.loc[away.idxmin()]


def _heading(place: tuple[str, str], names: pd.Series) -> str:
    camp, when = place
    name = names.get(camp, camp) if camp else "All camps of the Gulag"
    return f"{name} ({when})" if when else f"{name} (undated)"


def _table(
    rows: pd.DataFrame, marks: list[dict[str, Any]], unit: str, names: pd.Series
) -> pd.DataFrame:
    """Write a line per bar; a share links the rows from which it was computed."""
    value = unit.capitalize()
    told = describe(rows, value).assign(Note=rows["note"]).set_index("row")
    lines = []
    for mark in marks:
        first = mark["row"].split()[0]
        line = told.loc[first].to_dict()
        if mark["style"] == "computed":
            line |= {value: mark["text"], "Kind of number": "computed", "Note": ""}
        what = {"Where": _heading(mark["place"], names), "What": mark["label"].split(", ")[0]}
        lines.append({**what, **line, "Share, computed": mark["share"], "row": mark["row"]})
    return pd.DataFrame(lines)


def _alt(marks: list[dict[str, Any]], unit: str, names: pd.Series) -> str:
    said = "; ".join(
        f"{_heading(mark['place'], names)}, {mark['label']}: {mark['text']}" for mark in marks
    )
    return f"Bar chart of the camps' health service in {unit}. {said}."
