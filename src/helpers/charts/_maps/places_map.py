"""The places of Karlag on a map: the whole tract above, the middle of it enlarged below."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._maps import ground, labels, panels, place_looks
from helpers.charts.shared.record import nothing, record

#: What the two panels show; together the middle and the rest make one map.
WHOLE = ground.Window(west=60, east=86, south=43, north=55.8)
MIDDLE = ground.Window(west=72.25, east=73.5, south=49.34, north=49.99)

#: Which part of the height each panel takes.
DOMAINS = {"": (0.54, 1), "2": (0, 0.49)}


def places_map(places: pd.DataFrame, outlines: pd.DataFrame, *, kind: str = "every") -> go.Figure:
    """
    Draw the places of Karlag.

    Parameters
    ----------
    places : DataFrame
        ``karlag_places``: columns ``name_en``, ``kind``, ``lat`` and ``lon`` (degrees),
        ``coordinates``, ``what``, ``checked``, ``source_keys``.
    outlines : DataFrame
        ``geo_outlines``: outlines of today, in degrees.
    kind : str, optional
        Draw places of this kind only.

    Returns
    -------
    Figure
        Two panels, the lower one the middle of the upper one enlarged; a place stands in one of
        them. Its symbol is its kind; a grey filling says that the point is approximate. Places
        that would hide each other stand side by side.

    Raises
    ------
    ValueError
        If the table has no place of this kind.
    """
    known = places["kind"].unique().tolist()
    if kind not in ("every", *known):
        raise ValueError(f"no place of the kind '{kind}'; the table has {', '.join(sorted(known))}")
    chosen = places if kind == "every" else places[places["kind"] == kind]
    parts = _panels(chosen)
    figure = go.Figure([*ground.outlines(outlines), *place_looks.key(known)])
    figure.update_layout(legend={"font": {"size": 11}, "entrywidth": 118})
    for axis, shown in parts.items():
        _panel(figure, shown, axis)
    _frames(figure)
    drawn = pd.concat(parts.values())
    if drawn.empty:
        nothing(figure, "No such place in this part<br>of the country")
    rows = [*zip(drawn["row"], drawn["source_keys"], strict=True), *ground.cited(outlines)]
    cited = pd.DataFrame(rows, columns=["row", "source_keys"])
    record(figure, cited, _table(drawn), alt=_alt(drawn, len(chosen), kind), height=740)
    return ground.low_source_line(figure)


def _panel(figure: go.Figure, shown: pd.DataFrame, axis: str) -> None:
    window = MIDDLE if axis else WHOLE
    across, up = window.axes(axis)
    axes = {f"xaxis{axis}": {**across, "anchor": f"y{axis}"}}
    figure.update_layout({**axes, f"yaxis{axis}": {**up, "domain": DOMAINS[axis]}})
    if len(shown):
        figure.add_trace(place_looks.points(shown, axis))
    for note in _names(shown, window, axis):
        figure.add_annotation(note)


def _panels(places: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Give each place its panel and the spot where it is drawn."""
    middle, whole = MIDDLE.holds(places), WHOLE.holds(places)
    return {
        "": panels.apart(places[whole & ~middle], WHOLE),
        "2": panels.apart(places[middle], MIDDLE),
    }


def _names(places: pd.DataFrame, window: ground.Window, axis: str) -> list[dict[str, Any]]:
    spots = [(*spot, place_looks.RADIUS) for spot in places[["x", "y"]].to_numpy().tolist()]
    texts = ["<br>".join(textwrap.wrap(panels.short(name), 20)) for name in places["name_en"]]
    # in the upper panel, no name stands in the dotted frame
    frame = [] if axis else [(*MIDDLE.centre, 8)]
    room = [*texts, *[""] * len(frame)]
    found = labels.labels(window, [*spots, *frame], room, widths=labels.WIDTHS[:1])
    return [
        labels.annotation(label, spots[label.number], texts[label.number], axis) for label in found
    ]


def _frames(figure: go.Figure) -> None:
    """Frame the middle in the upper panel, and the lower panel as a whole."""
    line = {"color": theme.INK, "width": 1, "dash": "dot"}
    sides = {"x0": MIDDLE.west, "x1": MIDDLE.east, "y0": MIDDLE.south, "y1": MIDDLE.north}
    ground = {"fillcolor": theme.GRID, "opacity": 0.5, "layer": "below"}
    figure.add_shape(type="rect", line=line, **sides)
    figure.add_shape(type="rect", line=line, xref="x2", yref="y2", **sides, **ground)
    words = "dotted frame of the map above, enlarged:"
    look = {"font": {"size": 12}, "showarrow": False, "yanchor": "bottom"}
    figure.add_annotation(text=words, xref="paper", x=0.5, yref="paper", y=DOMAINS["2"][1], **look)


def _table(places: pd.DataFrame) -> pd.DataFrame:
    moved = places["moved"].map({True: "; drawn beside it", False: ""}).astype("str")
    return pd.DataFrame(
        {
            "Place": places["name_en"],
            "Kind": places["kind"],
            "What it was": places["what"],
            "Point": places["coordinates"] + moved,
            "How known": places["checked"].map(theme.CHECKED),
            "Source": [sources.short_list(sources.split(keys)) for keys in places["source_keys"]],
            "row": places["row"],
        }
    )


def _alt(places: pd.DataFrame, chosen: int, kind: str) -> str:
    what = "places" if kind == "every" else f"places of the kind '{kind}'"
    start = f"Map of {len(places)} {what} of Karlag around Karaganda"
    if places.empty:
        return f"{start}."
    north, south = places.loc[places["lat"].idxmax()], places.loc[places["lat"].idxmin()]
    out = f" {chosen - len(places)} more lie outside the map." if chosen > len(places) else ""
    unsure = int((places["coordinates"] != "exact place").sum())
    return (
        f"{start}, {unsure} of them at an approximate point: "
        f"from {panels.short(north['name_en'])} in the north ({north['lat']:.1f}° N) "
        f"to {panels.short(south['name_en'])} in the south ({south['lat']:.1f}° N).{out}"
    )
