"""How camps look on a map: marks, their sizes and the key to both."""

from __future__ import annotations

import itertools
import math
import textwrap
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from helpers import theme
from helpers.charts._maps.marks import Mark

#: Mark of each kind of camp: symbol, colour, and the area that the symbol has at size 1.
KINDS = {
    "ITL": ("circle", theme.BLUE, 0.785),
    "special camp": ("square", theme.VERMILION, 1.0),
    "construction ITL": ("triangle-up", theme.INK, 0.433),
    "camp section": ("diamond", theme.GREEN, 0.845),
    "prisoner-of-war camp": ("pentagon", theme.PURPLE, 0.594),
    "check-and-filtration section": ("hexagon", theme.INK, 0.65),
}

#: Mark of a kind that an instructor's table adds.
OTHER_KIND = ("octagon", theme.GREY, 0.828)

#: Edge of a mark: thin round a count on a date, dark round a number of the year.
EDGES = {
    "count": {"width": 1, "color": theme.PAPER},
    "year": {"width": 2, "color": theme.INK},
}

#: Prisoners to a square pixel; the smallest mark and the mark without a number, in pixels.
PERSONS_PER_PIXEL, SMALLEST, UNKNOWN = 50, 4, 9

#: The numbers in the key of sizes.
SCALE = (50_000, 5_000)

#: Labels to write beside marks: text and side, by the number of the mark.
Names = dict[int, tuple[str, tuple[int, int]]]

#: Plotly's words for the side of a mark on which its name stands.
UP, ACROSS = {-1: "bottom", 0: "middle", 1: "top"}, {-1: "left", 0: "center", 1: "right"}


def look(kind: str) -> tuple[str, str, float]:
    """Find symbol, colour and area of a kind of camp."""
    return KINDS.get(kind, OTHER_KIND)


def width(persons: float, area: float) -> float:
    """
    Compute the size of a mark whose area stands for a number of prisoners.

    >>> width(50_000, 0.785), width(5_000, 1.0), width(59, 1.0)
    (35.7, 10.0, 4)
    """
    return max(SMALLEST, round(math.sqrt(persons / PERSONS_PER_PIXEL / area), 1))


def size(mark: Mark) -> float:
    """Compute the size of a mark, in pixels."""
    return UNKNOWN if mark.number is None else width(mark.persons, look(mark.site.camp["kind"])[2])


def hollow(mark: Mark) -> bool:
    """Whether a mark is drawn as an outline: its number was not re-read."""
    return mark.number is not None and mark.number["checked"] == "unread"


def edge(mark: Mark) -> str:
    """Name the edge of a mark: ``unknown``, ``hollow``, ``count`` or ``year``."""
    if mark.number is None:
        return "unknown"
    if hollow(mark):
        return "hollow"
    return "count" if mark.number["count_kind"] == "count" else "year"


def traces(shown: list[Mark], hovers: list[str], names: Names) -> list[go.Scatter]:
    """
    Draw the marks of a year.

    Parameters
    ----------
    shown : list of Mark
        The largest first.
    hovers : list of str
        Hover text of each.
    names : dict
        Labels beside the marks.

    Returns
    -------
    list of Scatter
        One for each edge of numbered marks, so that colours and edges are stored once; one for
        each camp without a number, so that the years of an explorer can share it.
    """
    # numbers of a year below counts, marks without a number on top, where no disc hides them
    layers = {at: _layer(mark, at) for at, mark in enumerate(shown)}
    groups = itertools.groupby(sorted(layers, key=layers.__getitem__), layers.__getitem__)
    return [
        _points([(shown[at], hovers[at], names.get(at)) for at in group]) for _, group in groups
    ]


def _layer(mark: Mark, at: int) -> tuple[int, int]:
    if mark.number is None:
        return 3, at
    return ("year", "count", "hollow").index(edge(mark)), 0


def _points(group: list[tuple[Mark, str, tuple[str, tuple[int, int]] | None]]) -> go.Scatter:
    marks, hovers, names = zip(*group, strict=True)
    drawn = go.Scatter(
        x=[mark.site.x for mark in marks],
        y=[mark.site.y for mark in marks],
        mode="markers",
        marker={**_colours(marks), "size": [size(mark) for mark in marks], "opacity": 0.9},
        hovertext=list(hovers),
        hoverinfo="text",
        customdata=[mark.links for mark in marks],
        showlegend=False,
    )
    if any(names):
        drawn.mode, drawn.textfont = "markers+text", {"size": 12}
        drawn.text = [name[0] if name else "" for name in names]
        drawn.textposition = [place(name[1] if name else (1, 0)) for name in names]
    return drawn


def _colours(marks: Sequence[Mark]) -> dict[str, Any]:
    """Describe symbols, colours and edges; without a number a mark is filled with grey."""
    looks = [look(mark.site.camp["kind"]) for mark in marks]
    symbols = [symbol for symbol, _, _ in looks]
    colours = [colour for _, colour, _ in looks]
    if (kind := edge(marks[0])) in ("unknown", "hollow"):
        return {
            "symbol": symbols,
            "color": theme.GREY if kind == "unknown" else theme.PAPER,
            "line": {"width": 2, "color": colours},
        }
    return {"symbol": symbols, "color": colours, "line": EDGES[kind]}


def place(side: tuple[int, int]) -> str:
    """
    Say on which side of its mark a label stands, in the words of plotly.

    >>> place((-1, 0)), place((0, 1))
    ('middle left', 'top center')
    """
    return f"{UP[side[1]]} {ACROSS[side[0]]}"


def key(kinds: set[str], *, unread: bool) -> list[go.Scatter]:
    """Draw the legend: every kind of camp of the table, in every year, so that it stays put."""
    ordered = [kind for kind in KINDS if kind in kinds] + sorted(kinds - KINDS.keys())
    outline = {"width": 2, "color": theme.BLUE}
    entries = [
        (*look(kind)[:2], EDGES["count"], "<br>".join(textwrap.wrap(kind, 20))) for kind in ordered
    ] + [
        ("circle", theme.BLUE, EDGES["count"], "count on a date"),
        ("circle", theme.BLUE, EDGES["year"], "number of the year"),
        ("circle", theme.GREY, outline, "grey: number<br>not known"),
    ]
    if unread:
        entries.append(("circle", theme.PAPER, outline, f"hollow: {theme.UNREAD}"))
    return [
        go.Scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=words,
            marker={"symbol": symbol, "color": colour, "size": 10, "line": line},
            hoverinfo="skip",
        )
        for symbol, colour, line, words in entries
    ]


def scale(lon: float, lat: float) -> list[dict[str, Any]]:
    """Draw the key of sizes: circles with one foot, at a place in degrees."""
    sizes = [width(persons, KINDS["ITL"][2]) for persons in SCALE]
    corner = {"xanchor": lon, "yanchor": lat, "xsizemode": "pixel", "ysizemode": "pixel"}
    line = {"color": theme.INK, "width": 1}
    return [
        {"type": "circle", "line": line, **corner, "x0": -half, "x1": half, "y0": 0, "y1": wide}
        for wide, half in ((wide, round(wide / 2, 1)) for wide in sizes)
    ]
