"""How the places of Karlag look on a map: marks and the key to them."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme

#: Mark of each kind of place.
KINDS = {
    "administration": ("star", theme.VERMILION),
    "section": ("circle", theme.BLUE),
    "settlement": ("hexagon", theme.INK),
    "town": ("square", theme.INK),
    "railway station": ("diamond", theme.PURPLE),
    "quarry": ("triangle-up", theme.INK),
    "reservoir": ("triangle-down", theme.BLUE),
    "cemetery": ("cross", theme.GREY),
    "museum": ("pentagon", theme.GREEN),
}

#: Mark of a kind that an instructor's table adds.
OTHER_KIND = ("octagon", theme.GREY)

#: Radius of a mark, in pixels.
RADIUS = 6


def points(places: pd.DataFrame, axis: str) -> go.Scatter:
    """
    Draw places: a symbol for the kind, grey where the point is approximate.

    Parameters
    ----------
    places : DataFrame
        ``karlag_places`` with ``x``, ``y`` (degrees, where the mark stands) and ``moved``.
    axis : str
        Number of the pair of axes, empty for the first.
    """
    looks = [KINDS.get(kind, OTHER_KIND) for kind in places["kind"]]
    exact = (places["coordinates"] == "exact place").tolist()
    colours = [colour for _, colour in looks]
    filled = [colour if sure else theme.GREY for colour, sure in zip(colours, exact, strict=True)]
    return go.Scatter(
        x=places["x"].tolist(),
        y=places["y"].tolist(),
        mode="markers",
        marker={
            "symbol": [symbol for symbol, _ in looks],
            "color": filled,
            "size": 2 * RADIUS - 1,
            "line": _line(colours),
        },
        text=[_hover(place) for _, place in places.iterrows()],
        hoverinfo="text",
        customdata=places["row"].tolist(),
        showlegend=False,
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
    )


def _hover(place: pd.Series) -> str:
    moved = "; drawn beside it" if place["moved"] else ""
    lines = [f"<b>{line}</b>" for line in textwrap.wrap(place["name_en"], 44)]
    lines += [f"{place['kind']} ({place['coordinates']}{moved})", *textwrap.wrap(place["what"], 48)]
    lines += textwrap.wrap(sources.short_list(sources.split(place["source_keys"])), 48)
    return "<br>".join([*lines, theme.CHECKED[place["checked"]]])


def key(kinds: list[str]) -> list[go.Scatter]:
    """Draw the legend of all kinds of the table, so that it stays when one is chosen."""
    ordered = [kind for kind in KINDS if kind in kinds] + sorted(set(kinds) - KINDS.keys())
    entries = [(*KINDS.get(kind, OTHER_KIND), kind) for kind in ordered]
    looks = [(symbol, colour, colour, words) for symbol, colour, words in entries]
    looks.append(("circle", theme.INK, theme.GREY, "grey: place<br>approximate"))
    return [
        go.Scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=words,
            marker={"symbol": symbol, "color": fill, "size": 11, "line": _line(colour)},
            hoverinfo="skip",
        )
        for symbol, colour, fill, words in looks
    ]


def _line(colour: str | list[str]) -> dict[str, Any]:
    return {"color": colour, "width": 2}
