"""Draw the curves of a causal map and their marks; place nothing."""

from __future__ import annotations

import plotly.graph_objects as go

from helpers import theme
from helpers.charts._causes.lines import GAP, POINTS, Link
from helpers.charts._causes.looks import LINKS, VOICES, hover_of


def curves(group: list[Link], depth: float) -> go.Scatter:
    """
    Draw the links of one voice.

    Parameters
    ----------
    group : list of Link
        Links of one voice.
    depth : float
        Depth of the chart in pixels.
    """
    words, colour, dash = VOICES[group[0].voice]
    x, y, rows = [], [], []
    for link in group:
        across, down = link.curve(depth)
        x += [*across, None]
        y += [*down, None]
        # the first point stands for the curve: repeated at each, its rows would weigh most of it
        rows += [" ".join(link.rows["row"])] + [None] * len(across)
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        name=words,
        line={"color": colour, "dash": dash, "width": 2, "shape": "spline"},
        # the marks tell more: a curve passes too close to others to be pointed at
        hoverinfo="skip",
        customdata=rows,
        cliponaxis=False,
    )


def marks(group: list[Link], depth: float) -> go.Scatter:
    """
    Mark what kind of link a curve is: an arrow at its end, or a sign in its middle.

    Parameters
    ----------
    group : list of Link
        Links of one kind, of any voice.
    depth : float
        Depth of the chart in pixels.
    """
    kind = LINKS[group[0].kind]
    colours = [VOICES[link.voice][1] for link in group]
    if group[0].kind == "led_to":
        places = [(round(GAP + 0.01, 3), round(link.end, 1)) for link in group]
    else:
        found = [link.curve(depth) for link in group]
        places = [(across[POINTS // 2], down[POINTS // 2]) for across, down in found]
    return go.Scatter(
        x=[across for across, _ in places],
        y=[down for _, down in places],
        mode="markers",
        name=kind.legend,
        marker={
            "color": colours if kind.filled else theme.GRID,
            "symbol": kind.symbol,
            "size": kind.size,
            "line": {"color": colours, "width": 2},
        },
        hovertext=[hover_of(link) for link in group],
        hoverinfo="text",
        customdata=[" ".join(link.rows["row"]) for link in group],
        cliponaxis=False,
        showlegend=False,
    )


def key(kind: str) -> go.Scatter:
    """Explain a mark in the colour of no voice: a legend shows one colour of a trace only."""
    look = LINKS[kind]
    edge = {"color": theme.INK, "width": 2}
    fill = theme.INK if look.filled else theme.GRID
    marker = {"color": fill, "symbol": look.symbol, "size": look.size, "line": edge}
    return go.Scatter(x=[None], y=[None], mode="markers", name=look.legend, marker=marker)
