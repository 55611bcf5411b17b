"""All camps, sections, points and places of memory of the book on one map."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._maps import all_looks, ground, labels, panels
from helpers.charts._maps.gazetteer import CAMPS
from helpers.charts.shared.record import nothing, record

#: What the three panels show: the country, the middle around Karaganda, the copper district.
WINDOWS = {
    "": ground.Window(west=46, east=88, south=40, north=56),
    "2": ground.Window(west=72.25, east=73.5, south=49.34, north=49.99),
    "3": ground.Window(west=65.85, east=69, south=47.35, north=48.65),
}

#: Part of the height that each panel takes, and what is written above the enlarged ones.
DOMAINS = {"": (0.66, 1), "2": (0.34, 0.62), "3": (0, 0.29)}
TITLES = {"2": "around Karaganda, enlarged", "3": "around Dzhezkazgan, enlarged"}

#: Letters of a name that the map has room for; a longer one stands in hover text and table.
LETTERS = 26


def all_places(
    places: pd.DataFrame, outlines: pd.DataFrame, *, kind: str = "every", camp: str = "every"
) -> go.Figure:
    """
    Draw all places of the book that have a point.

    Parameters
    ----------
    places : DataFrame
        From `gazetteer`.
    outlines : DataFrame
        ``geo_outlines``: outlines of today, in degrees.
    kind : str, optional
        Draw the places of this group only, such as "special camp".
    camp : str, optional
        Draw the places of this camp only, such as ``steplag``.

    Returns
    -------
    Figure
        Three panels, the lower two parts of the upper one enlarged; a place stands in one of
        them. A symbol is a group of kinds, filled with grey where the point is not exact. Places
        of one group at one point share a mark; marks that would hide each other stand side by
        side. What has no known point stands at the end of the table.

    Raises
    ------
    ValueError
        If there is no such kind or camp.
    """
    for name, chosen, known in (("kind", kind, all_looks.LOOKS), ("camp", camp, CAMPS)):
        if chosen not in ("every", *known):
            raise ValueError(f"no {name} '{chosen}'; choose from {', '.join(known)}")
    here = _chosen(places, kind, camp)
    figure = go.Figure([*ground.outlines(outlines), *all_looks.key()])
    figure.update_layout(legend={"font": {"size": 11}, "entrywidth": 104})
    # marks move aside for all others, chosen or not: so each stands still in every state
    for axis, part in _panels(all_looks.spots(places[places["lat"].notna()])).items():
        _panel(figure, _chosen(part, kind, camp), axis)
    _frames(figure)
    if here["lat"].isna().all():
        nothing(figure, "No such place<br>has a known point")
    rows = [*zip(here["row"], here["source_keys"], strict=True), *ground.cited(outlines)]
    cited = pd.DataFrame(rows, columns=["row", "source_keys"])
    record(figure, cited, _table(here), alt=_alt(here), height=980, values=False)
    return ground.low_source_line(figure)


def _chosen(places: pd.DataFrame, kind: str, camp: str) -> pd.DataFrame:
    fits = pd.Series(data=True, index=places.index)
    if kind != "every":
        fits &= places["group"] == kind
    if camp != "every":
        fits &= places["camp"] == camp
    here = places[fits]
    return pd.concat([here[here["lat"].notna()], here[here["lat"].isna()]])


def _panels(shown: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Give each spot its panel and the place where it is drawn."""
    inside = {axis: WINDOWS[axis].holds(shown) for axis in TITLES}
    outside = WINDOWS[""].holds(shown) & ~inside["2"] & ~inside["3"]
    return {
        axis: panels.apart(shown[fits], WINDOWS[axis])
        for axis, fits in {"": outside, **inside}.items()
    }


def _panel(figure: go.Figure, shown: pd.DataFrame, axis: str) -> None:
    window = WINDOWS[axis]
    across, up = window.axes(axis)
    axes = {f"xaxis{axis}": {**across, "anchor": f"y{axis}"}}
    figure.update_layout({**axes, f"yaxis{axis}": {**up, "domain": DOMAINS[axis]}})
    if shown.empty:
        return
    # a trace for each group and camp, so that the states of an explorer share them
    for _, part in shown.groupby(["group", "camp"], sort=False):
        figure.add_trace(all_looks.points(part, axis))
    marks = [(*spot, all_looks.RADIUS) for spot in shown[["x", "y"]].to_numpy().tolist()]
    names = [panels.short(name).removeprefix("Steplag: ") for name in shown["name_en"]]
    texts = ["<br>".join(textwrap.wrap(name, 20)) if len(name) <= LETTERS else "" for name in names]
    # in the upper panel, no name stands in the dotted frames
    frames = [] if axis else [(*WINDOWS[part].centre, 9) for part in TITLES]
    room = [*texts, *[""] * len(frames)]
    found = labels.labels(window, [*marks, *frames], room, widths=labels.WIDTHS[:1], led=10)
    for label in found:
        note = labels.annotation(label, marks[label.number], texts[label.number], axis)
        figure.add_annotation(note)


def _frames(figure: go.Figure) -> None:
    """Frame the enlarged parts in the upper panel, and say what each of them is."""
    line = {"color": theme.INK, "width": 1, "dash": "dot"}
    paper = {"fillcolor": theme.GRID, "opacity": 0.5, "layer": "below"}
    look = {"font": {"size": 12}, "showarrow": False, "yanchor": "bottom"}
    for axis, words in TITLES.items():
        part = WINDOWS[axis]
        sides = {"x0": part.west, "x1": part.east, "y0": part.south, "y1": part.north}
        figure.add_shape(type="rect", line=line, **sides)
        on = {"xref": f"x{axis}", "yref": f"y{axis}"}
        figure.add_shape(type="rect", line=line, **on, **sides, **paper)
        top = DOMAINS[axis][1]
        figure.add_annotation(text=words, xref="paper", x=0.5, yref="paper", y=top, **look)


def _table(here: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Place": here["name_en"],
            "Kind": here["kind"],
            "Time": here["time"],
            "Point": here["coordinates"].where(here["lat"].notna(), "no known point"),
            "row": here["row"],
        }
    )


def _alt(here: pd.DataFrame) -> str:
    placed = here[here["lat"].notna()]
    start = f"Map of Kazakhstan in today's outlines with {len(placed)} places of the book"
    without = len(here) - len(placed)
    lost = f" {without} more have no known point and stand in the table." if without else ""
    if placed.empty:
        return f"{start}.{lost}"
    parts = placed["group"].value_counts(sort=False)
    counted = ", ".join(f"{number} of the kind {group}" for group, number in parts.items())
    return f"{start}: {counted}.{lost}"
