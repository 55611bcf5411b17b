"""The units of Steplag on a map: the country above, the copper district enlarged below."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._maps import ground, labels, unit_looks
from helpers.charts._maps.units import PERIODS, Spot, spots, units
from helpers.charts.shared.record import record

#: What the two panels show.
WHOLE = ground.Window(west=60, east=86, south=43, north=55.8)
MIDDLE = ground.Window(west=65.7, east=69.1, south=47.32, north=48.6)

#: Which part of the height of the maps each panel takes.
DOMAINS = {"": (0.49, 1), "2": (0, 0.42)}

#: Towns that are named even where no unit stands, for orientation.
TOWNS = ("karaganda", "balkhash")

#: Least distance of two marks, height of a line of the list, of the chart without the list, and of
#: the maps in it where the legend is longest, in pixels.
APART, LINE, HEIGHT, MAPS = 15, 17, 610, 460

#: Room round the dot of a town, in pixels: the name of a unit beside it would be taken for its own.
TOWN = 6

#: Where the list of what has no point stands: below the maps, inside the plot.
LIST = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 0, "yanchor": "bottom"}
LIST |= {"align": "left", "showarrow": False, "font": {"size": 12}}


def structure_map(
    structure: pd.DataFrame,
    places: pd.DataFrame,
    outlines: pd.DataFrame,
    numbers: pd.DataFrame | None = None,
    *,
    period: str = "1954",
) -> go.Figure:
    """
    Draw the units of Steplag in a period.

    Parameters
    ----------
    structure : DataFrame
        ``steplag_structure``: columns ``kind``, ``unit_name``, ``work``, ``economic_activity``,
        ``settlement``, ``place_ids``, ``camp_id``, dates, sources.
    places : DataFrame
        ``steplag_places``: ``place_id``, ``name_en``, ``lat`` and ``lon`` (degrees, empty where
        no source gives them), ``coordinates``.
    outlines : DataFrame
        ``geo_outlines``: outlines of today, in degrees.
    numbers : DataFrame, optional
        ``camp_composition``: numbers of prisoners of the divisions (persons).
    period : str, optional
        ``before``, ``1948``, ``early 1950s``, ``1954``, or ``whole`` for works without a date.

    Returns
    -------
    Figure
        A symbol is a kind of work, a grey one stands at an approximate point. Units whose
        place is not told, or has no point in a source, are listed below the map. Two accounts
        of one place are both written, the second with "or".

    Raises
    ------
    ValueError
        If there is no such period, or a unit names an unknown place.
    """
    found = units(structure, places, numbers, period)
    panels = {axis: _apart(spots(found), axis) for axis in DOMAINS}
    figure = go.Figure([*ground.outlines(outlines), *unit_looks.key(structure, places)])
    figure.update_layout(legend={"font": {"size": 11}, "entrywidth": 88})
    towns = _towns(places, {spot.place["place_id"] for spot in panels[""]})
    for axis, shown in panels.items():
        _panel(figure, shown, axis, towns.head(0) if axis else towns)
    listed = unit_looks.unplaced(found)
    tall = LINE * len(listed) + 14 * bool(listed)
    _frames(figure, PERIODS[period][0], _rooms(figure, tall / (MAPS + tall)))
    if listed:
        figure.add_annotation(text="<br>".join(listed), **LIST)
    rows = [(unit.row["row"], ";".join(unit.keys)) for unit in found]
    cited = pd.DataFrame([*rows, *ground.cited(outlines)], columns=["row", "source_keys"])
    view, alt = unit_looks.table(found), unit_looks.alt(found, period)
    return ground.low_source_line(record(figure, cited, view, alt=alt, height=HEIGHT + tall))


def _rooms(figure: go.Figure, floor: float) -> float:
    """Place the panels above the list, and say how high the lower one reaches."""
    domains = {axis: [floor + (1 - floor) * end for end in ends] for axis, ends in DOMAINS.items()}
    for axis, (low, high) in domains.items():
        figure.update_layout({f"yaxis{axis}": {"domain": [round(low, 4), round(high, 4)]}})
    return round(domains["2"][1], 4)


def _window(axis: str) -> ground.Window:
    return MIDDLE if axis else WHOLE


def _apart(shown: list[Spot], axis: str) -> list[Spot]:
    """Choose the spots of a panel; those at one point stand side by side."""
    window = _window(axis)
    least = APART * (window.east - window.west) / labels.WIDTHS[0]
    placed: list[Spot] = []
    for spot in shown:
        lon, lat = float(spot.place["lon"]), float(spot.place["lat"])
        inside = MIDDLE.west < lon < MIDDLE.east and MIDDLE.south < lat < MIDDLE.north
        if inside == bool(axis):
            others = [(other.x, other.y) for other in placed]
            x, y, moved = ground.beside(lon, lat, others, least)
            placed.append(replace(spot, x=x, y=y, moved=moved))
    return placed


def _panel(figure: go.Figure, shown: list[Spot], axis: str, towns: pd.DataFrame) -> None:
    window = _window(axis)
    across, up = window.axes(axis)
    figure.update_layout({f"xaxis{axis}": {**across, "anchor": f"y{axis}"}})
    figure.update_layout({f"yaxis{axis}": up})
    if shown:
        figure.add_trace(unit_looks.points(shown, axis))
    if len(towns):
        figure.add_trace(unit_looks.dots(towns))
    marks = [(spot.x, spot.y, unit_looks.RADIUS) for spot in shown]
    marks += [(lon, lat, TOWN) for lon, lat in towns[["lon", "lat"]].astype(float).to_numpy()]
    texts = [*(_name(spot, shown) for spot in shown), *towns["name_en"]]
    frame = [] if axis else [(*MIDDLE.centre, 10)]
    room = [*texts, *[""] * len(frame)]
    for label in labels.labels(window, [*marks, *frame], room, widths=labels.WIDTHS[:1]):
        at = label.number
        figure.add_annotation(labels.annotation(label, marks[at], texts[at], axis))


def _name(spot: Spot, shown: list[Spot]) -> str:
    """Name a place once, with its divisions."""
    here = [one for one in shown if one.place["place_id"] == spot.place["place_id"]]
    if here[0] is not spot:
        return ""
    units_here = [unit.short for one in here for unit in one.units]
    return "<br>".join(dict.fromkeys([spot.units[0].where, *filter(None, units_here)]))


def _towns(places: pd.DataFrame, drawn: set[str]) -> pd.DataFrame:
    """Choose the towns that the upper map names for orientation, where no unit stands."""
    return places[places["place_id"].isin(TOWNS) & ~places["place_id"].isin(drawn)]


def _frames(figure: go.Figure, period: str, top: float) -> None:
    """Frame the copper district above and the lower panel as a whole; write the period."""
    line = {"color": theme.INK, "width": 1, "dash": "dot"}
    sides = {"x0": MIDDLE.west, "x1": MIDDLE.east, "y0": MIDDLE.south, "y1": MIDDLE.north}
    floor = {"fillcolor": theme.GRID, "opacity": 0.5, "layer": "below"}
    figure.add_shape(type="rect", line=line, **sides)
    figure.add_shape(type="rect", line=line, xref="x2", yref="y2", **sides, **floor)
    words = "dotted frame of the map above, enlarged:"
    look = {"font": {"size": 12}, "showarrow": False, "yanchor": "bottom"}
    figure.add_annotation(text=words, xref="paper", x=0.5, yref="paper", y=top, **look)
    corner = {"x": WHOLE.west, "xanchor": "left", "y": WHOLE.north, "yanchor": "top"}
    figure.add_annotation(text=f"<b>{period}</b>", showarrow=False, font={"size": 16}, **corner)
