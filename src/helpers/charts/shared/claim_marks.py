"""
Mark claims on the lines of a chart: a value, a range, an open end; know nothing of their subject.

A line stands at ``y`` = index of its row.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.looks import point
from helpers.charts.shared.ranked import STATUS_LOOKS

#: Length of the arrow of an open end, as a part of the greatest value.
ARROW = 0.06

#: Ends of a range that lie nearer, as a part of the greatest value, share a label.
NARROW = 0.12

#: Colour and mark of a number that no source gives; a dot is put into it.
COMPUTED = (theme.INK, "circle")

#: The start of an arrow lies under its mark and has none of its own; nor has the gap after it.
NO_MARK = ["line-ns", "line-ns"]


def values(figure: go.Figure, rows: pd.DataFrame, top: float) -> None:
    """
    Draw the numbers of claims, each kind of number with its mark, those not re-read hollow.

    Parameters
    ----------
    figure : Figure
        Changed.
    rows : DataFrame
        Rows of numbers with ``size`` (see `ranked.number_of`), ``hover`` and ``row``; those
        without a number are passed over.
    top : float
        The greatest value of the axis.
    """
    for status in STATUS_LOOKS:
        for unread in (False, True):
            of_kind = (rows["status"] == status) & ((rows["checked"] == "unread") == unread)
            group = rows[of_kind & rows["size"].notna()]
            if len(group):
                colour, symbol, _ = STATUS_LOOKS[status]
                name = f"{status}, {theme.UNREAD}" if unread else status
                look = point(colour, symbol, status, unread, size=11)
                figure.add_trace(_marks(group, name, look, top))


def computed(figure: go.Figure, rows: pd.DataFrame, top: float) -> None:
    """Draw numbers that this book computes; their ``row`` names all rows that went into them."""
    colour, symbol = COMPUTED
    for unread in (False, True):
        group = rows[(rows["checked"] == "unread") == unread]
        name = f"computed, {theme.UNREAD}" if unread else theme.COMPUTED
        if len(group):
            look = point(colour, symbol, "computed", unread, size=11)
            figure.add_trace(_marks(group, name, look, top))


def _marks(rows: pd.DataFrame, name: str, look: dict[str, Any], top: float) -> go.Scatter:
    x, y, labels, texts, links = [], [], [], [], []
    for line, row in rows.iterrows():
        ends = [float(row["size"])]
        if row["qualifier"] == "range":
            ends.append(float(row["value_max"]))
        x += [*ends, None]
        y += [line] * len(ends) + [None]
        about = "about " if row["qualifier"] == "about" else ""
        written = [about + theme.number(end) for end in ends]
        if len(ends) > 1 and ends[1] - ends[0] < NARROW * top:
            # a blank, not nothing: plotly.js drops the labels that follow an empty one
            written = ["–".join(written), " "]
        labels += [*written, None]
        texts += [row["hover"]] * len(ends) + [None]
        links += [row["row"]] * len(ends) + [None]
    return go.Scatter(
        x=x,
        y=y,
        mode="lines+markers+text",
        name=name,
        line={"color": look["color"], "width": 4},
        marker=look,
        text=labels,
        textposition=[_side(end, top) for end in x],
        textfont={"size": 12},
        hovertext=texts,
        hoverinfo="text",
        customdata=links,
        cliponaxis=False,
    )


def _side(value: float | None, top: float) -> str:
    share = (value or 0) / top
    return "top right" if share < 0.2 else "top left" if share > 0.85 else "top center"


def open_ends(figure: go.Figure, rows: pd.DataFrame, top: float) -> None:
    """Draw an arrow from each number that is a least or a greatest one; draw them first."""
    for qualifier, symbol, way in (
        ("at_least", "triangle-right", 1),
        ("at_most", "triangle-left", -1),
    ):
        open_rows = rows[rows["qualifier"] == qualifier]
        if open_rows.empty:
            continue
        x, y, texts, links = [], [], [], []
        for line, row in open_rows.iterrows():
            start = float(row["size"])
            x += [round(start + way * ARROW * top, 6), start, None]
            y += [line, line, None]
            texts += [row["hover"], row["hover"], None]
            links += [row["row"], row["row"], None]
        figure.add_scatter(
            x=x,
            y=y,
            mode="lines+markers",
            name=f"{qualifier.replace('_', ' ')} this number",
            line={"color": theme.INK, "width": 1.5},
            marker={"color": theme.INK, "symbol": [symbol, *NO_MARK] * len(open_rows), "size": 11},
            hovertext=texts,
            hoverinfo="text",
            customdata=links,
            cliponaxis=False,
        )
