"""Lay out lines in groups under headings, from the top down; know nothing of what they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.ranked import lines, wrap

#: Heights in pixels: of a line of letters, around the label of a line, around a heading.
LETTERS, BESIDE, ABOVE = 16, 14, 12

#: The least height of a line: its mark, and the number above it.
LEAST = 38

#: Letters of a heading that fit into the plot on a telephone.
WIDTH = 25


@dataclass(frozen=True)
class Group:
    """
    Lines that belong together.

    Parameters
    ----------
    heading : str
        What they have in common; no heading if empty.
    labels : sequence of str
        The label of each line.
    ground : bool, optional
        Whether the group stands on a ground of its own.
    """

    heading: str
    labels: Sequence[str]
    ground: bool = False


def headed(figure: go.Figure, groups: Sequence[Group]) -> tuple[list[float], int]:
    """
    Write labels and headings, and make the axis of lines one of pixels.

    Parameters
    ----------
    figure : Figure
        Changed.
    groups : sequence of Group
        From the top down.

    Returns
    -------
    tuple
        The middle of every line in pixels from the top, and the whole height.
    """
    places: list[float] = []
    down = 0
    for group in groups:
        top, words = down, wrap(group.heading, WIDTH)
        if words:
            _heading(figure, top, words)
            down += _tall(words) + ABOVE
        for label in group.labels:
            high = max(_tall(wrap(label)) + BESIDE, LEAST)
            places.append(down + high / 2)
            down += high
        if group.ground:
            _ground(figure, top, down)
    lines(figure, [label for group in groups for label in group.labels])
    figure.update_yaxes(tickvals=places, range=[down, 0])
    return places, down


def _tall(words: str) -> int:
    return (words.count("<br>") + 1) * LETTERS


def _heading(figure: go.Figure, top: int, words: str) -> None:
    figure.add_shape(
        type="line",
        xref="paper",
        x0=0,
        x1=1,
        y0=top,
        y1=top,
        line={"color": theme.GREY, "width": 1},
        layer="below",
    )
    figure.add_annotation(
        xref="paper",
        x=0,
        y=top,
        text=f"<b>{words}</b>",
        xanchor="left",
        yanchor="top",
        xshift=3,
        yshift=-2,
        align="left",
        showarrow=False,
        font={"size": 12},
    )


def _ground(figure: go.Figure, top: int, bottom: int) -> None:
    figure.add_shape(
        type="rect",
        xref="paper",
        x0=0,
        x1=1,
        y0=top,
        y1=bottom,
        line={"width": 0},
        fillcolor=theme.GRID,
        opacity=0.4,
        layer="below",
    )
