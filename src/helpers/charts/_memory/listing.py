"""Lay things with a year below one another, the words of each above its mark."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any, NamedTuple

import plotly.graph_objects as go

from helpers import theme

#: Characters in a line of words, in a narrow chart.
WIDTH = 40

#: Pixels of a line of words, a mark, the space after it, and around all lines.
LINE, MARK, SPACE, AROUND = 16, 12, 10, 96

#: Pixels for two entries of the legend, which stand side by side.
ENTRY = 24


class Look(NamedTuple):
    """Look of a mark: colour, symbol and the words of the legend."""

    colour: str
    symbol: str
    words: str


class Item(NamedTuple):
    """
    A thing on a line of its own.

    Parameters
    ----------
    words : str
        What stands above the mark.
    first, last : float
        Years between which it lies; equal where the year is known.
    look : str
        Name of its look.
    hollow : bool
        Whether the mark is hollow: not re-read.
    hover, row : str
        Words of the mark when it is touched; reference of its row.
    """

    words: str
    first: float
    last: float
    look: str
    hollow: bool
    hover: str
    row: str


def listing(
    groups: Iterable[tuple[str, list[Item]]],
    looks: dict[str, Look],
    ticks: dict[float, str],
) -> tuple[go.Figure, int]:
    """
    Draw groups of items from the top down.

    Parameters
    ----------
    groups : iterable of tuple
        Heading and items of each group.
    looks : dict of str to Look
        Looks of the marks, in the order of the legend; those of no item are left out.
    ticks : dict of float to str
        Years of the axis and their words; the first and the last end the axis.

    Returns
    -------
    tuple
        The figure and the height that it needs, in pixels.
    """
    depth = 0.0
    headings: list[tuple[float, str, str]] = []
    words: list[tuple[float, str, str]] = []
    placed: list[tuple[Item, float]] = []
    for heading, items in groups:
        depth += SPACE + LINE
        headings.append((depth, f"<b>{heading}</b>", ""))
        for item in items:
            lines = textwrap.wrap(item.words, WIDTH, break_on_hyphens=False)
            depth += LINE * len(lines) + 2
            words.append((depth, "<br>".join(lines), item.row))
            placed.append((item, round(depth + MARK / 2 + 2, 1)))
            depth += MARK + SPACE
    figure = go.Figure()
    figure.add_traces(list(_spans(placed, looks)))
    figure.add_traces(list(_marks(placed, looks)))
    if any(item.hollow for item, _ in placed):
        figure.add_trace(_key())
    entries = sum(trace.showlegend is not False for trace in figure.data)
    left, right = min(ticks), max(ticks)
    pad = (right - left) * 0.03
    figure.add_traces([_words(headings, left - pad), _words(words, left - pad)])
    figure.update_xaxes(
        range=[round(left - pad, 2), round(right + pad, 2)],
        tickmode="array",
        tickvals=list(ticks),
        ticktext=list(ticks.values()),
        side="bottom",
    )
    figure.update_yaxes(
        range=[round(depth, 1), 0], showticklabels=False, ticks="", showgrid=False, zeroline=False
    )
    figure.update_layout(showlegend=True, legend={"font": {"size": 12}, "entrywidth": 150})
    return figure, round(depth + AROUND + ENTRY * ((entries + 1) // 2))


def _key() -> go.Scatter:
    look = {"color": theme.PAPER, "size": 10, "line": {"color": theme.GREY, "width": 2}}
    return go.Scatter(
        x=[None],
        y=[None],
        mode="markers",
        name=f"hollow: {theme.UNREAD}",
        marker=look,
        hoverinfo="skip",
    )


def _words(words: list[tuple[float, str, str]], left: float) -> go.Scatter:
    rows = [row for _, _, row in words if row]
    return go.Scatter(
        x=[round(left, 2)] * len(words),
        y=[depth for depth, _, _ in words],
        text=[text for _, text, _ in words],
        # words go with their mark where the page leaves some out; headings stay
        customdata=rows or None,
        mode="text",
        textposition="top right",
        textfont={"size": 13},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def _spans(placed: list[tuple[Item, float]], looks: dict[str, Look]) -> Iterable[go.Scatter]:
    """Draw a line where a thing lies between two years."""
    for name, look in looks.items():
        wide = [(i, y) for i, y in placed if i.look == name and i.last - i.first > 1]
        if wide:
            yield go.Scatter(
                x=[x for item, _ in wide for x in (item.first, item.last, None)],
                y=[y for _, at in wide for y in (at, at, None)],
                mode="lines",
                line={"color": look.colour, "width": 2},
                hoverinfo="skip",
                customdata=[row for item, _ in wide for row in (item.row, item.row, None)],
                showlegend=False,
            )


def _marks(placed: list[tuple[Item, float]], looks: dict[str, Look]) -> Iterable[go.Scatter]:
    for name, look in looks.items():
        ours = [(item, at) for item, at in placed if item.look == name]
        if not ours:
            continue
        marker: dict[str, Any] = {
            "color": [theme.PAPER if item.hollow else look.colour for item, _ in ours],
            "symbol": look.symbol,
            "size": 11,
            "line": {"color": look.colour, "width": 2},
        }
        yield go.Scatter(
            x=[item.last for item, _ in ours],
            y=[at for _, at in ours],
            mode="markers",
            name=look.words,
            marker=marker,
            hovertext=[item.hover for item, _ in ours],
            hoverinfo="text",
            customdata=[item.row for item, _ in ours],
            cliponaxis=False,
        )
