"""The ground of a map: outlines as plain lines on plain axes; nothing is fetched from a server."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import theme

#: How many degrees of longitude are as long as one of latitude, in the middle of Kazakhstan.
STRETCH = round(1 / math.cos(math.radians(48)), 4)

#: Directions in which a mark moves aside for another, and how far, as multiples of the distance.
ASIDE = ((1, 0), (-1, 0), (0, -1), (0, 1), (0.7, 0.7), (-0.7, -0.7), (0.7, -0.7), (-0.7, 0.7))
RINGS = (1.1, 2.2)

#: The work that the outlines are taken from.
SOURCE = "natural_earth"


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
    border = {point for ring in _rings(table[ours]) for point in ring}
    country = {"line": {"color": theme.GREY, "width": 1.5}, "fillcolor": theme.GRID}
    water = {"line": {"color": theme.SKY, "width": 1}, "fillcolor": theme.SKY}
    filled = {"fill": "toself", "opacity": 0.5}
    looks = (
        (table[~ours & ~lakes], border, {"line": {"color": theme.GREY, "width": 0.7}}),
        (table[ours], set(), {**country, **filled}),
        (table[lakes], set(), {**water, **filled}),
    )
    return [_lines(rows, drawn, look, axis) for rows, drawn, look in looks if len(rows)]


Point = tuple[float, float]


def _rings(rows: pd.DataFrame) -> list[list[Point]]:
    return [
        [
            (round(lon, 2), round(lat, 2))
            for lon, lat in zip(ring["lon"].tolist(), ring["lat"].tolist(), strict=True)
        ]
        for _, ring in rows.groupby(["part", "ring"], sort=False)
    ]


def _lines(rows: pd.DataFrame, drawn: set[Point], look: dict[str, Any], axis: str) -> go.Scatter:
    """Draw rings, with gaps where another trace draws the same border."""
    points: list[Point | None] = []
    for ring in _rings(rows):
        after = [*ring[1:], ring[0]]
        for before, point, later in zip([ring[-1], *ring], ring, after, strict=False):
            hidden = {before, point, later} <= drawn
            if not hidden:
                points.append(point)
            elif points and points[-1]:
                points.append(None)
        points.append(None)
    return go.Scatter(
        x=[point and point[0] for point in points[:-1]],
        y=[point and point[1] for point in points[:-1]],
        mode="lines",
        hoverinfo="skip",
        showlegend=False,
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
        **look,
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

    def pixels(self, lon: float, lat: float, width: int) -> tuple[float, float]:
        """Place of a point on a map of some width, in pixels from the south-western corner."""
        scale = width / (self.east - self.west)
        return (lon - self.west) * scale, (lat - self.south) * scale * STRETCH

    def holds(self, points: pd.DataFrame) -> pd.Series:
        """Whether each point (``lon``, ``lat``) lies in the window."""
        across = points["lon"].between(self.west, self.east)
        return across & points["lat"].between(self.south, self.north)

    @property
    def centre(self) -> tuple[float, float]:
        """Longitude and latitude of its middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2


def beside(
    lon: float, lat: float, others: list[tuple[float, float]], apart: float
) -> tuple[float, float, bool]:
    """
    Move a mark aside, where another would hide it; the same marks always move in the same way.

    Parameters
    ----------
    lon, lat : float
        Place of the mark, in degrees.
    others : list of tuple
        Longitude and latitude of the marks that stand already.
    apart : float
        Least distance between two marks, in degrees of longitude.

    Returns
    -------
    tuple
        Longitude and latitude of the mark, and whether it was moved.
    """
    ways = [(ring * apart * across, ring * apart * up) for ring in RINGS for across, up in ASIDE]
    for across, up in [(0.0, 0.0), *ways]:
        x, y = round(lon + across, 3), round(lat + up / STRETCH, 3)
        if all(math.hypot(x - at, (y - height) * STRETCH) >= apart for at, height in others):
            break
    return x, y, bool(across or up)


def cited(table: pd.DataFrame) -> list[tuple[str, str]]:
    """Name the work behind the outlines, as rows for `record`; none for an empty table."""
    return [("", SOURCE)] if len(table) else []


def low_source_line(figure: go.Figure) -> go.Figure:
    """Move the source line up: a map has no tick labels to make room for."""
    figure.update_annotations(selector={"name": "sources"}, yshift=-8)
    return figure.update_layout(margin={"b": 36})
