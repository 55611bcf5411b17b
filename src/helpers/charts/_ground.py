"""The ground of a map and the places of its labels; outlines are plain lines, nothing is fetched."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import theme

#: How many degrees of longitude are as long as one of latitude, in the middle of Kazakhstan.
STRETCH = round(1 / math.cos(math.radians(48)), 4)

#: The work that the outlines are taken from.
SOURCE = "natural_earth"

#: Width in pixels that labels are laid out for: a map on a phone.
NARROW = 330

#: Pixels that one letter and one line of a label take (measured for 12 px).
LETTER, LINE = 6.6, 15

#: Directions in which a label looks for room, in this order.
AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))

#: How far from its mark a label may stand, in pixels; beyond the first a line leads to it.
GAPS = (2, 16, 30, 46, 64)


def outlines(table: pd.DataFrame, axis: str = "") -> list[go.Scatter]:
    """
    Draw borders and lakes.

    Parameters
    ----------
    table : DataFrame
        ``geo_outlines``: columns ``part``, ``kind``, ``ring``, ``lon``, ``lat`` (degrees).
    axis : str, optional
        Number of the pair of axes, such as ``2``.

    Returns
    -------
    list of Scatter
        Neighbours as thin lines, Kazakhstan and the lakes filled; the same for every map.
    """
    ours = table["part"] == "kazakhstan"
    lakes = table["kind"] == "lake"
    looks = (
        (table[~ours & ~lakes], {"line": {"color": theme.GREY, "width": 0.7}}),
        (table[ours], {"line": {"color": theme.GREY, "width": 1.5}, "fillcolor": theme.GRID}),
        (table[lakes], {"line": {"color": theme.SKY, "width": 1}, "fillcolor": theme.SKY}),
    )
    return [_lines(rows, look, axis) for rows, look in looks if len(rows)]


def _lines(rows: pd.DataFrame, look: dict[str, Any], axis: str) -> go.Scatter:
    longitudes: list[float | None] = []
    latitudes: list[float | None] = []
    for _, ring in rows.groupby(["part", "ring"], sort=False):
        gap = [None] if longitudes else []
        longitudes += gap + [round(float(value), 2) for value in ring["lon"]]
        latitudes += gap + [round(float(value), 2) for value in ring["lat"]]
    filled = {"fill": "toself", "opacity": 0.5} if "fillcolor" in look else {}
    return go.Scatter(
        x=longitudes,
        y=latitudes,
        mode="lines",
        hoverinfo="skip",
        showlegend=False,
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
        **look,
        **filled,
    )


@dataclass(frozen=True)
class Window:
    """
    The part of the earth that a map shows, in degrees.

    Parameters
    ----------
    west, east, south, north : float
        Longitudes and latitudes of its sides.
    """

    west: float
    east: float
    south: float
    north: float

    def axes(self, axis: str = "") -> tuple[dict[str, Any], dict[str, Any]]:
        """Describe the two axes: hidden, true to scale, never wider than the window."""
        hidden = {"visible": False, "constrain": "domain", "fixedrange": True}
        across = {**hidden, "range": [self.west, self.east]}
        up = {**hidden, "range": [self.south, self.north], "constraintoward": "top"}
        return across, {**up, "scaleanchor": f"x{axis}", "scaleratio": STRETCH}

    def pixels(self, lon: float, lat: float) -> tuple[float, float]:
        """Place of a point on a narrow screen, in pixels from the south-western corner."""
        scale = NARROW / (self.east - self.west)
        return (lon - self.west) * scale, (lat - self.south) * scale * STRETCH

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point lies in the window."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """
    A label that has found room.

    Parameters
    ----------
    number : int
        Which mark it belongs to.
    side : tuple of int
        On which side of the mark it stands: -1, 0 or 1 across and up.
    shift : tuple of int
        From the mark to the middle of the label, in pixels across and up.
    gap : int
        Pixels between mark and label.
    """

    number: int
    side: tuple[int, int]
    shift: tuple[int, int]
    gap: int


def labels(
    window: Window,
    marks: list[tuple[float, float, float]],
    texts: list[str],
    gaps: tuple[int, ...] = GAPS,
) -> list[Label]:
    """
    Find room for labels that overlap neither each other nor a mark, on a narrow screen.

    Parameters
    ----------
    window : Window
        What the map shows.
    marks : list of tuple
        Longitude, latitude and radius (pixels) of every mark, the most important first.
    texts : list of str
        The label of each mark; empty for a mark that only takes room.
    gaps : tuple of int, optional
        How far from its mark a label may stand, in pixels.

    Returns
    -------
    list of Label
        A label without room is left out.
    """
    taken = [_around(window.pixels(lon, lat), (2 * radius, 2 * radius)) for lon, lat, radius in marks]
    frame = (0.0, 0.0, *window.pixels(window.east, window.north))
    found = []
    for number, ((lon, lat, radius), text) in enumerate(zip(marks, texts, strict=True)):
        others = taken[:number] + taken[number + 1 :]
        for label in _tries(number, radius, _size(text), gaps) if text else ():
            x, y = window.pixels(lon, lat)
            box = _around((x + label.shift[0], y + label.shift[1]), _size(text))
            if _inside(box, frame) and not any(_overlap(box, other) for other in others):
                taken.append(box)
                found.append(label)
                break
    return found


def _tries(
    number: int, radius: float, size: tuple[float, float], gaps: tuple[int, ...]
) -> Iterator[Label]:
    for gap in gaps:
        for side in AROUND:
            reach = (radius + gap) * (0.75 if all(side) else 1)
            across, up = (round(way * (reach + long / 2)) for way, long in zip(side, size, strict=True))
            yield Label(number, side, (across, up), gap)


def _around(middle: tuple[float, float], size: tuple[float, float]) -> Box:
    (x, y), (wide, high) = middle, size
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _size(text: str) -> tuple[float, float]:
    lines = text.split("<br>")
    return max(len(line) for line in lines) * LETTER, len(lines) * LINE


def _inside(box: Box, frame: Box) -> bool:
    return box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]


def _overlap(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def low_source_line(figure: go.Figure) -> go.Figure:
    """Move the source line up: a map has no tick labels to make room for."""
    figure.update_annotations(selector={"name": "sources"}, yshift=-8)
    return figure.update_layout(margin={"b": 36})
