"""The places of Karlag on a map: the whole tract above, the middle of it enlarged below."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts import _ground, _labels
from helpers.charts._record import nothing, record

#: What the two panels show; together the middle and the rest make one map.
WHOLE = _ground.Window(west=60, east=86, south=43, north=55.8)
MIDDLE = _ground.Window(west=72.25, east=73.5, south=49.34, north=49.99)

#: Which part of the height each panel takes.
DOMAINS = {"": (0.54, 1), "2": (0, 0.49)}

#: Two marks stand at least this many pixels apart; radius of a mark.
APART, RADIUS = 13, 6

#: Mark of each kind of place.
KINDS = {
    "administration": ("star", theme.VERMILION),
    "section": ("circle", theme.BLUE),
    "settlement": ("hexagon", theme.INK),
    "town": ("square", theme.INK),
    "railway station": ("diamond", theme.PURPLE),
    "quarry": ("triangle-up", theme.ORANGE),
    "reservoir": ("triangle-down", theme.SKY),
    "cemetery": ("cross", theme.GREY),
    "museum": ("pentagon", theme.GREEN),
}

#: Mark of a kind that an instructor's table adds.
OTHER_KIND = ("octagon", theme.GREY)


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
        them. Its symbol is its kind; a hollow mark says that the point is approximate. Places
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
    panels = _panels(chosen)
    figure = go.Figure([*_ground.outlines(outlines), *_key(known)])
    for axis, shown in panels.items():
        window = MIDDLE if axis else WHOLE
        across, up = window.axes(axis)
        up["domain"] = DOMAINS[axis]
        figure.update_layout({f"xaxis{axis}": {**across, "anchor": f"y{axis}"}, f"yaxis{axis}": up})
        if len(shown):
            figure.add_trace(_points(shown, axis))
        for note in _names(shown, window, axis):
            figure.add_annotation(note)
    _frames(figure)
    drawn = pd.concat(panels.values())
    if drawn.empty:
        nothing(figure, "No such place in this part<br>of the country")
    figure.update_layout(legend={"font": {"size": 11}, "entrywidth": 118})
    rows = [*zip(drawn["row"], drawn["source_keys"], strict=True), *_ground.cited(outlines)]
    cited = pd.DataFrame(rows, columns=["row", "source_keys"])
    record(figure, cited, _table(drawn), alt=_alt(drawn, len(chosen), kind), height=740)
    return _ground.low_source_line(figure)


def _panels(places: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Give each place its panel and the place where it is drawn."""
    spots = list(zip(places["lon"].tolist(), places["lat"].tolist(), strict=True))
    middle = pd.Series([MIDDLE.holds(*spot) for spot in spots], index=places.index, dtype=bool)
    whole = pd.Series([WHOLE.holds(*spot) for spot in spots], index=places.index, dtype=bool)
    return {"": _apart(places[whole & ~middle], WHOLE), "2": _apart(places[middle], MIDDLE)}


def _apart(places: pd.DataFrame, window: _ground.Window) -> pd.DataFrame:
    least = APART * (window.east - window.west) / _labels.WIDTHS[0]
    spots: list[tuple[float, float]] = []
    moved = []
    for lon, lat in zip(places["lon"].tolist(), places["lat"].tolist(), strict=True):
        x, y, aside = _ground.beside(lon, lat, spots, least)
        spots.append((x, y))
        moved.append(aside)
    return places.assign(x=[x for x, _ in spots], y=[y for _, y in spots], moved=moved)


def _points(places: pd.DataFrame, axis: str) -> go.Scatter:
    looks = [KINDS.get(kind, OTHER_KIND) for kind in places["kind"]]
    exact = (places["coordinates"] == "exact place").tolist()
    colours = [colour for _, colour in looks]
    filled = [colour if sure else theme.PAPER for colour, sure in zip(colours, exact, strict=True)]
    return go.Scatter(
        x=places["x"].tolist(),
        y=places["y"].tolist(),
        mode="markers",
        marker={
            "symbol": [symbol for symbol, _ in looks],
            "color": filled,
            "size": 2 * RADIUS - 1,
            "line": {"color": colours, "width": 2},
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


def _key(kinds: list[str]) -> list[go.Scatter]:
    ordered = [kind for kind in KINDS if kind in kinds] + sorted(set(kinds) - KINDS.keys())
    entries = [(*KINDS.get(kind, OTHER_KIND), True, kind) for kind in ordered]
    return [
        go.Scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=words,
            marker={
                "symbol": symbol,
                "color": colour if sure else theme.PAPER,
                "size": 11,
                "line": {"color": colour, "width": 2},
            },
            hoverinfo="skip",
        )
        for symbol, colour, sure, words in [
            *entries,
            ("circle", theme.GREY, False, "hollow: place<br>approximate"),
        ]
    ]


def _names(places: pd.DataFrame, window: _ground.Window, axis: str) -> list[dict[str, Any]]:
    spots = [
        (x, y, RADIUS) for x, y in zip(places["x"].tolist(), places["y"].tolist(), strict=True)
    ]
    texts = ["<br>".join(textwrap.wrap(_short(name), 20)) for name in places["name_en"]]
    blocked = (
        [] if axis else [((MIDDLE.west + MIDDLE.east) / 2, (MIDDLE.south + MIDDLE.north) / 2, 8)]
    )
    found = _labels.labels(
        window, [*spots, *blocked], [*texts, *[""] * len(blocked)], widths=_labels.WIDTHS[:1]
    )
    return [
        _labels.annotation(label, spots[label.number], texts[label.number], axis) for label in found
    ]


def _short(name: str) -> str:
    return name.split(" (")[0].split(",")[0]


def _frames(figure: go.Figure) -> None:
    """Frame the middle in the upper panel, and the lower panel as a whole."""
    line = {"color": theme.INK, "width": 1, "dash": "dot"}
    sides = {"x0": MIDDLE.west, "x1": MIDDLE.east, "y0": MIDDLE.south, "y1": MIDDLE.north}
    figure.add_shape(type="rect", line=line, **sides)
    ground = {"fillcolor": theme.GRID, "opacity": 0.5, "layer": "below"}
    figure.add_shape(type="rect", xref="x2", yref="y2", line=line, **sides, **ground)
    figure.add_annotation(
        text="dotted frame of the map above, enlarged:",
        xref="paper",
        x=0.5,
        yref="paper",
        y=DOMAINS["2"][1],
        yanchor="bottom",
        showarrow=False,
        font={"size": 12},
    )


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
        f"{start}, {unsure} of them at an approximate point: from {_short(north['name_en'])} in "
        f"the north ({north['lat']:.1f}° N) to {_short(south['name_en'])} in the south "
        f"({south['lat']:.1f}° N).{out}"
    )
