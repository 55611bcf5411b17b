"""
Lay horizontal bars below one another with their words above them; choose no rows.

A position is a number of pixels from the top: long labels take the lines that they need and no
margin, so that the bars keep their length on a telephone.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable
from typing import Any, NamedTuple

import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.looks import fill

#: Characters in a line of a label; as many as fit a plot of 290 pixels.
WIDTH = 42

#: Pixels that a line of words, a bar and the space after a bar take.
LINE, BAR, SPACE = 16, 14, 8

#: Pixels below the bars (ticks, title, sources) and for each entry of the legend above them.
BELOW, ENTRY = 102, 24


class Style(NamedTuple):
    """Look of a bar: colour, pattern (empty: filled) and the words of the legend."""

    colour: str
    pattern: str
    words: str


class Shelf:
    """Positions of bars and labels, given out from top to bottom."""

    def __init__(self) -> None:
        self.depth = 0.0
        self._words: list[tuple[float, str]] = []

    def heading(self, words: str) -> None:
        """Put a line in bold above the bars that follow."""
        self.depth += SPACE
        self._write(f"<b>{line}</b>" for line in _wrap(words, WIDTH - 3))
        self.depth += 3

    def bars(self, words: str, number: int = 1) -> list[float]:
        """
        Write a label and give out the positions of the bars below it.

        Parameters
        ----------
        words : str
            The label; broken into lines where it is long.
        number : int, optional
            How many bars stand below the label.

        Returns
        -------
        list of float
            Middle of each bar, in pixels from the top.
        """
        self._write(_wrap(words, WIDTH))
        middles = [self.depth + (BAR + 3) * place + BAR / 2 for place in range(number)]
        self.depth += (BAR + 3) * number - 3 + SPACE
        return middles

    def _write(self, lines: Iterable[str]) -> None:
        lines = list(lines)
        self.depth += LINE * len(lines)
        self._words.append((self.depth, "<br>".join(lines)))
        self.depth += 2

    def close(self, figure: go.Figure, title: str, most: float, *, room: float = 1.25) -> int:
        """
        Write the labels and set the axes of a figure.

        Parameters
        ----------
        figure : Figure
            With bars at positions of this shelf.
        title : str
            Title of the axis of values, with the unit.
        most : float
            The greatest value; the axis runs from zero to somewhat more.
        room : float, optional
            How many times the greatest value the axis is long, so that words fit after the bars.

        Returns
        -------
        int
            The height that the figure needs, in pixels.
        """
        entries = sum(trace.showlegend is not False for trace in figure.data)
        figure.add_trace(self._labels(round(most * 0.006, 4)))
        figure.update_xaxes(
            title_text=title,
            range=[0, round(most * room, 3)],
            dtick=_step(most),
            tickformat=",~r",
        )
        figure.update_yaxes(
            range=[round(self.depth, 1), 0],
            showticklabels=False,
            ticks="",
            showgrid=False,
            zeroline=False,
            showline=True,
        )
        figure.update_layout(barmode="overlay", showlegend=True)
        return round(self.depth + BELOW + ENTRY * entries)

    def _labels(self, left: float) -> go.Scatter:
        # each label stands on its bar, so that the two stay together where the chart is stretched
        return go.Scatter(
            x=[left] * len(self._words),
            y=[depth for depth, _ in self._words],
            text=[words for _, words in self._words],
            mode="text",
            textposition="top right",
            textfont={"size": 13},
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )


def _wrap(words: str, width: int) -> list[str]:
    return textwrap.wrap(words, width, break_on_hyphens=False)


def _step(most: float) -> float:
    """
    Choose the distance of the ticks: three to five of them up to the greatest value.

    >>> [_step(most) for most in (1200, 150, 20, 58179)]
    [300, 50, 5, 20000]
    """
    size = 10 ** math.floor(math.log10(most))
    step = next(part * size for part in (0.2, 0.25, 0.3, 0.5, 1, 2) if most / (part * size) <= 4.5)
    return int(step) if step == int(step) else round(step, 3)


def bars(
    marks: list[dict[str, Any]], style: Style, *, hollow: bool = False, name: str | None = None
) -> go.Bar:
    """
    Draw bars of one style.

    Parameters
    ----------
    marks : list of dict
        Keys ``y`` (position), ``x`` (length), ``text`` (words at the end), ``hover``, ``row``
        and, where a bar does not begin at zero because another part stands before it, ``base``.
    style : Style
        Colour, pattern, words of the legend.
    hollow : bool, optional
        Draw colour on paper, for numbers that were not re-read.
    name : str, optional
        Words of the legend in place of those of the style.
    """
    return go.Bar(
        y=[mark["y"] for mark in marks],
        x=[mark["x"] for mark in marks],
        base=[mark.get("base", 0) for mark in marks] if any("base" in m for m in marks) else None,
        width=BAR,
        orientation="h",
        name=name or (f"{style.words}, {theme.UNREAD}" if hollow else style.words),
        marker=fill(style.colour, style.pattern, hollow),
        text=[mark["text"] for mark in marks],
        textposition="outside",
        textangle=0,
        textfont={"size": 12},
        cliponaxis=False,
        hovertext=[mark["hover"] for mark in marks],
        hoverinfo="text",
        customdata=[mark["row"] for mark in marks],
    )
