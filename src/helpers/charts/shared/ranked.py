"""Lay out charts that read line by line from the top down; know nothing of what they show."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.looks import fill

#: How each status is drawn: colour, mark, pattern of a bar.
STATUS_LOOKS = {
    "counted": (theme.BLUE, "circle", ""),
    "reported": (theme.GREEN, "square", "/"),
    "prescribed": (theme.INK, "x", "|"),
    "estimated": (theme.VERMILION, "star", "x"),
    "claimed": (theme.PURPLE, "diamond", "\\"),
}

#: Height of a line, and of all that stands around the lines, in pixels.
LINE, AROUND = 44, 130

UNITS = ((1e6, "million"), (1e3, "thousand"), (1, ""))


def wrap(text: str, width: int = 19) -> str:
    """Break a label into lines that leave room for a chart on a telephone; breaks in it stay."""
    parts = text.split("<br>")
    return "<br>".join("<br>".join(textwrap.wrap(part, width)) for part in parts)


def lines(figure: go.Figure, labels: Sequence[str], *, grid: bool = False) -> None:
    """Write one label per line, from the top down; line ``n`` is at ``y = n``."""
    figure.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(labels))),
        ticktext=[wrap(label) for label in labels],
        tickfont={"size": 12},
        ticklabelstandoff=6,
        range=[len(labels) - 0.5, -0.5],
        showgrid=grid,
        zeroline=False,
        ticks="",
    )
    # at the edges of the whole chart: on a telephone the plot alone is too narrow for a legend
    corner = {"xref": "container", "x": 0, "yref": "container", "y": 0.995, "yanchor": "top"}
    figure.update_layout(legend=corner)


def measured(figure: go.Figure, top: float, what: str, unit: str = "", room: float = 1.35) -> None:
    """
    Draw a linear axis from zero with few, short tick labels.

    Parameters
    ----------
    figure : Figure
        Changed.
    top : float
        The greatest value drawn.
    what : str
        What is measured.
    unit : str, optional
        Its unit; thousands and millions are named with it.
    room : float, optional
        How far the axis goes, as a multiple of ``top``: labels beside bars need room.
    """
    step = _step(top)
    values = [round(step * n, 10) for n in range(math.floor(top * room / step) + 1)]
    # the greatest value itself is written out: 0, 500, 1,000 reads better than 0, 0.5, 1 thousand
    scale, word = next((size, word) for size, word in UNITS if top > size or size == 1)
    figure.update_xaxes(
        tickmode="array",
        tickvals=values,
        ticktext=[theme.number(round(value / scale, 6)) for value in values],
        tickfont={"size": 12},
        range=[0, round(top * room, 6)],
        title={
            "text": wrap(", ".join(filter(None, [what, f"{word} {unit}".strip()])), 30),
            "font": {"size": 12},
        },
        zeroline=True,
    )


def _step(top: float) -> float:
    rough = (top or 1) / 3
    size = 10 ** math.floor(math.log10(rough))
    return next(size * factor for factor in (1, 2, 5, 10) if size * factor >= rough)


def in_words(figure: go.Figure, line: int, text: str) -> None:
    """Write on a line what cannot be drawn there."""
    figure.add_annotation(
        x=0,
        y=line,
        text=wrap(text, 28),
        xanchor="left",
        xshift=4,
        align="left",
        showarrow=False,
        bgcolor=theme.PAPER,
        font={"size": 11},
    )


def number_of(rows: pd.DataFrame) -> pd.Series:
    """Take one number from each row: the lower end, or the upper where there is no lower."""
    return rows["value_min"].fillna(rows["value_max"])


def unit_sign(unit: str) -> str:
    """Write a unit for readers."""
    return unit.replace("km2", "km²")


def bar_look(colour: str, pattern: str) -> dict[str, object]:
    """Describe the filling of bars: solid (no pattern), patterned or ``hollow``."""
    return fill(colour, "", True) if pattern == "hollow" else fill(colour, pattern)
