"""Lay the bars of the farm charts on a shelf, and write their numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme, units
from helpers.charts.shared.ranked import STATUS_LOOKS
from helpers.charts.shared.shelf import Shelf, Style, bars
from helpers.charts.shared.when import when

#: Look of a bar by what kind of number it is; two kinds never share one.
STYLES = {
    status: Style(colour, pattern, words)
    for (status, (colour, _, pattern)), words in zip(
        STATUS_LOOKS.items(),
        ("counted", "reported", "planned or prescribed", "estimated", "claimed, no document"),
        strict=True,
    )
} | {"computed": Style(theme.GREY, theme.STATUS_PATTERNS["computed"], theme.COMPUTED)}


def shelved(
    marks: list[dict[str, Any]], title: str, *, room: float = 1.35
) -> tuple[go.Figure, int]:
    """
    Draw marks from the top down; those of one label stand below it together.

    Parameters
    ----------
    marks : list of dict
        ``heading``, ``label``, ``x``, ``text``, ``style`` (a key of ``STYLES``), ``unread``,
        ``hover``, ``row`` and, for a bar that does not begin at zero, ``base``.
    title : str
        What the axis measures, with its unit.
    room : float, optional
        How many times the greatest value the axis is long.

    Returns
    -------
    Figure
        A trace for each style.
    int
        The height it needs.
    """
    figure, shelf, heading = go.Figure(), Shelf(), ""
    for group in _groups(marks):
        if group[0]["heading"] != heading:
            heading = group[0]["heading"]
            shelf.heading(heading)
        for mark, middle in zip(group, shelf.bars(group[0]["label"], len(group)), strict=True):
            mark["y"] = middle
    for style, look in STYLES.items():
        for unread in (False, True):
            ours = [m for m in marks if m["style"] == style and m["unread"] == unread]
            if ours:
                figure.add_trace(bars(ours, look, hollow=unread))
    most = max(mark.get("base", 0) + mark["x"] for mark in marks)
    return figure, shelf.close(figure, title, most, room=room)


def _groups(marks: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    groups: list[list[dict[str, Any]]] = []
    for mark in marks:
        if groups and (mark["heading"], mark["label"]) == (
            groups[-1][0]["heading"],
            groups[-1][0]["label"],
        ):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def rounded(value: float, digits: int = 4) -> float:
    """
    Keep some digits of a computed number.

    >>> rounded(127767.8688), rounded(75.35028), rounded(0)
    (127800, 75.35, 0)
    """
    if not value:
        return 0
    kept = round(float(value), digits - 1 - math.floor(math.log10(abs(value))))
    return int(kept) if kept == int(kept) else kept


def written(row: pd.Series) -> str:
    """Write the value of a row; a converted one with four digits."""
    if row["unit"] == row.get("unit_printed", row["unit"]):
        return theme.amount(row)
    ends = {end: rounded(row[end]) for end in ("value_min", "value_max") if pd.notna(row[end])}
    return theme.amount(pd.Series({**row.to_dict(), **ends}))


def size(row: pd.Series) -> float:
    """Take the number to draw: the least, or the greatest where there is no least."""
    return rounded(row["value_max"] if pd.isna(row["value_min"]) else row["value_min"], 6)


def said(row: pd.Series, unit: str) -> str:
    """Write what appears on pointing at a bar."""
    who = sources.short_list(sources.split(row["source_keys"]))
    return f"<b>{written(row)}</b> {unit}<br>{dated(row)}<br>{who}<br>{theme.status(row)}"


def dated(row: pd.Series) -> str:
    """
    Write the date of a row for a label: years joined by a dash, "n.d." as a word.

    >>> dated(pd.Series({"date_text": "1941-1945"}))
    '1941–1945'
    """
    return re.sub(r"(?<=\d)-(?=\d{4})", "–", when(row)).replace("n.d.", "undated")


def first_upper(text: str) -> str:
    """Begin with a capital and leave the rest."""
    return text[:1].upper() + text[1:]


def joined(cells: Iterable[str], sign: str = " ") -> str:
    """Join references or keys, each once."""
    parts = (part for cell in cells for part in cell.split(sign) if part)
    return sign.join(dict.fromkeys(parts))


def sown(claims: pd.DataFrame, camp: str, factors: pd.DataFrame) -> pd.DataFrame:
    """Take the sown areas of a camp from the table of claims, in ha."""
    rows = claims[(claims["camp_id"] == camp) & (claims["measure"] == "sown_area")]
    return units.in_unit(rows.assign(product="crops"), "ha", factors)


def inputs(*tables: pd.DataFrame, links: Iterable[str]) -> pd.DataFrame:
    """Find the rows of data to which some references lead, for the list of sources."""
    wanted = set(" ".join(links).split())
    found = [table.loc[table["row"].isin(wanted), ["row", "source_keys"]] for table in tables]
    return pd.concat(found).drop_duplicates("row")
