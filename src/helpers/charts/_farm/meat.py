"""A number without a unit: the meat of the abstract in three units, beside what is known."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._farm import meat_scales
from helpers.charts._farm.marks import inputs
from helpers.charts.shared.looks import point
from helpers.charts.shared.ranked import AROUND, LINE, lines
from helpers.charts.shared.record import record

#: Colour, mark and words of the legend.
LOOKS = {
    "tried": (theme.PURPLE, "diamond", "claimed, unit tried; computed for a year"),
    "reported": (theme.GREEN, "square", "reported; computed for a year"),
    "computed": (theme.GREY, "circle", "a scale, computed in this book"),
}


def farm_meat(
    production: pd.DataFrame,
    regional: pd.DataFrame,
    gulag: pd.DataFrame,
    factors: pd.DataFrame,
    *,
    camp: str = "karlag",
) -> go.Figure:
    """
    Try units for meat that has none, and set each beside scales in tonnes a year.

    Parameters
    ----------
    production : DataFrame
        ``karlag_production``: the meat ``delivered`` (unit not stated), the herds of 1945, the
        cows named as meat animals, the weight of a cow.
    regional : DataFrame
        ``regional_output``: meat, beef and pork of the USSR in the years of ``HERDS``, its cattle
        and sheep.
    gulag : DataFrame
        ``gulag_economy``: ``animals for slaughter``, live weight, of all farms.
    factors : DataFrame
        ``unit_conversions``.
    camp : str, optional
        ``camp_id`` of the camp.

    Returns
    -------
    Figure
        Marks on a logarithmic axis (bars would need a zero), the smallest on top.

    Raises
    ------
    ValueError
        If the meat has a unit, or a row for a scale is missing.
    """
    ours = production[production["camp_id"] == camp]
    marks = sorted(
        [*meat_scales.tried(ours, factors), *meat_scales.scales(ours, regional, gulag, factors)],
        key=lambda mark: mark["x"],
    )
    figure = go.Figure()
    for kind, (colour, symbol, words) in LOOKS.items():
        at = [place for place, mark in enumerate(marks) if mark["kind"] == kind]
        figure.add_trace(_trace([marks[place] for place in at], at, (colour, symbol), words))
    lines(figure, [mark["label"] for mark in marks], grid=True)
    ticks = [100, 1000, 10000]
    figure.update_xaxes(
        type="log",
        range=[1.9, 4.8],
        tickmode="array",
        tickvals=ticks,
        ticktext=[theme.number(tick) for tick in ticks],
        title={"text": "t a year, each step ten times", "font": {"size": 12}},
    )
    figure.update_layout(legend={"traceorder": "normal"})
    rows = inputs(production, regional, gulag, factors, links=[mark["row"] for mark in marks])
    height = AROUND + 60 + round(LINE * 1.5) * len(marks)
    return record(figure, rows, _table(marks), alt=_alt(marks), height=height)


def _trace(
    marks: list[dict[str, Any]], at: list[int], look: tuple[str, str], words: str
) -> go.Scatter:
    colour, symbol = look
    return go.Scatter(
        x=[mark["x"] for mark in marks],
        y=at,
        mode="markers+text",
        name=words,
        marker=point(colour, symbol, "computed", size=11),
        text=[theme.number(mark["x"]) for mark in marks],
        textposition=["middle left" if mark["x"] > 8000 else "middle right" for mark in marks],
        textfont={"size": 12},
        hovertext=[
            f"<b>{theme.number(mark['x'])} t a year</b><br>{mark['label']}<br>{mark['note']}"
            for mark in marks
        ],
        hoverinfo="text",
        customdata=[mark["row"] for mark in marks],
        cliponaxis=False,
    )


def _table(marks: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "What": [mark["label"] for mark in marks],
            "Tonnes a year": [mark["x"] for mark in marks],
            "Kind of number": [LOOKS[mark["kind"]][2] for mark in marks],
            "How": [mark["note"] for mark in marks],
            "row": [mark["row"] for mark in marks],
        }
    )


def _alt(marks: list[dict[str, Any]]) -> str:
    listed = "; ".join(f"{mark['label']}: {theme.number(mark['x'])}" for mark in marks)
    return (
        "Marks on a logarithmic axis: meat in tonnes a year, the number without a unit in three "
        f"units beside scales. From the smallest: {listed}."
    )
