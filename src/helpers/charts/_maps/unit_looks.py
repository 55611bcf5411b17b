"""How the units of Steplag look on a map and in words: marks, key, list, table, alt text."""

from __future__ import annotations

import re
import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._maps.units import PERIODS, Spot, Unit, spots

#: Mark of each kind of work.
WORKS = {
    "management": ("star", theme.ORANGE),
    "building": ("pentagon", theme.BLUE),
    "copper": ("square", theme.VERMILION),
    "coal": ("diamond", theme.INK),
    "manganese": ("triangle-up", theme.PURPLE),
    "several": ("hexagon", theme.GREEN),
    "": ("circle", theme.GREY),
}

#: Mark of a kind of work that an instructor's table adds.
OTHER_WORK = ("octagon", theme.GREY)

#: Colours too light to part a mark from white paper; their marks are edged with ink.
LIGHT = (theme.ORANGE,)

#: Radius of a mark in pixels; letters to a line of the list, which a phone must hold.
RADIUS, WIDTH = 7, 44


def points(shown: list[Spot], axis: str) -> go.Scatter:
    """Draw spots: a symbol for the work, grey where the point is approximate."""
    looks = [WORKS.get(spot.work, OTHER_WORK) for spot in shown]
    colours = [colour for _, colour in looks]
    filled = [
        colour if spot.exact else theme.GREY for colour, spot in zip(colours, shown, strict=True)
    ]
    return go.Scatter(
        x=[spot.x for spot in shown],
        y=[spot.y for spot in shown],
        mode="markers",
        marker={
            "symbol": [symbol for symbol, _ in looks],
            "color": filled,
            "size": 2 * RADIUS - 1,
            "line": {"color": _edges(colours), "width": _widths(filled)},
        },
        text=[spot.hover for spot in shown],
        hoverinfo="text",
        customdata=[spot.links for spot in shown],
        showlegend=False,
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
    )


def dots(towns: pd.DataFrame) -> go.Scatter:
    """Draw towns that are named for orientation only."""
    return go.Scatter(
        x=[float(lon) for lon in towns["lon"]],
        y=[float(lat) for lat in towns["lat"]],
        mode="markers",
        marker={"size": 4, "color": theme.GREY},
        hoverinfo="skip",
        showlegend=False,
    )


def key(structure: pd.DataFrame, places: pd.DataFrame) -> list[go.Scatter]:
    """Draw the legend of all works that stand at a point, so that it stays put."""
    known = set(places.loc[places["lat"].notna(), "place_id"])
    drawn = [not known.isdisjoint(ids.split(";")) for ids in structure["place_ids"]]
    present = structure.loc[drawn, "work"].unique().tolist()
    ordered = [work for work in WORKS if work in present] + sorted(set(present) - WORKS.keys())
    entries = [(*WORKS.get(work, OTHER_WORK), work or "work not told") for work in ordered]
    looks = [(symbol, colour, colour, words) for symbol, colour, words in entries]
    looks.append(("circle", theme.INK, theme.GREY, "grey: place<br>approximate"))
    return [
        go.Scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=words,
            marker={"symbol": symbol, "color": fill, "size": 11, "line": _line(colour, fill)},
            hoverinfo="skip",
        )
        for symbol, colour, fill, words in looks
    ]


def _line(colour: str, fill: str) -> dict[str, Any]:
    return {"color": _edges([colour])[0], "width": _widths([fill])[0]}


def _edges(colours: list[str]) -> list[str]:
    """Choose the colours of edges: that of the work, ink where it is too light."""
    return [theme.INK if colour in LIGHT else colour for colour in colours]


def _widths(fills: list[str]) -> list[int]:
    """Choose the widths of edges: thin round a light filling, which should be seen."""
    return [1 if fill in LIGHT else 2 for fill in fills]


def unplaced(found: list[Unit]) -> list[str]:
    """Write the list of what has no point on the map, in lines that a phone holds."""
    items = [_without(unit) for unit in found if not unit.placed]
    if not items:
        return []
    wrapped = [textwrap.wrap(_tied(item), WIDTH, subsequent_indent="  ") for item in items]
    return ["<b>Without a point on the map:</b>", *(line for lines in wrapped for line in lines)]


def _tied(words: str) -> str:
    """Keep a number and its unit on one line."""
    return re.sub(r"(\d) (km|prisoners)\b", "\\1\N{NO-BREAK SPACE}\\2", words)


def _without(unit: Unit) -> str:
    name = unit.row["unit_name"].replace(" (variant)", " by another account")
    date = f" ({unit.row['date_text']})" if unit.row["kind"] == "statement" else ""
    held = f", {unit.number} prisoners" if unit.number else ""
    # a farm and a building are called by their places already
    where = "" if unit.where in name or not unit.where else f", {unit.where}"
    return f"{name}{date}{where}{held}"


def table(found: list[Unit]) -> pd.DataFrame:
    """Build the table view: a line for each unit at each of its places."""
    return pd.DataFrame(
        [
            {
                "Unit": unit.row["unit_name"],
                "Kind": unit.row["kind"],
                "Place": unit.where or "not told",
                "Work": unit.row["economic_activity"] or unit.row["work"] or "not told",
                "Date": unit.row["date_text"] or "undated",
                "Prisoners (persons)": unit.number,
                "Point": unit.place["coordinates"] if unit.placed else "not known",
                "How known": theme.CHECKED[unit.row["checked"]],
                "Source": sources.short_list(list(dict.fromkeys(unit.keys))),
                "Note": unit.row["note"],
                "row": " ".join(unit.links),
            }
            for unit in found
        ],
        columns=[
            "Unit",
            "Kind",
            "Place",
            "Work",
            "Date",
            "Prisoners (persons)",
            "Point",
            "How known",
            "Source",
            "Note",
            "row",
        ],
    )


def alt(found: list[Unit], period: str) -> str:
    """Describe the map: what stands at which place, and what has none."""
    start = f"Map of Steplag, {PERIODS[period][0]}"
    drawn = spots(found)
    if not found:
        return f"{start}: the table has no unit."
    at: dict[str, list[str]] = {}
    for spot in drawn:
        for unit in spot.units:
            held = f", {unit.number} prisoners" if unit.number else ""
            at.setdefault(unit.where, []).append(f"{unit.row['unit_name']}{held}")
    said = " ".join(f"{where}: {'; '.join(names)}." for where, names in at.items())
    without = [_without(unit) for unit in found if not unit.placed]
    rest = f" Without a point: {'; '.join(without)}." if without else ""
    many = f"{len(at)} place{'s' * (len(at) != 1)}"
    return f"{start}, {many} with a point. {said}{rest}" if at else f"{start}.{rest}"
