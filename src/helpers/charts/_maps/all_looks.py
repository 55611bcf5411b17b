"""How the map of all places looks: a symbol for each group of kinds, and the key to them."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import theme

#: Mark of each group: symbol and colour.
LOOKS = {
    "ITL": ("circle", theme.BLUE),
    "special camp": ("square", theme.VERMILION),
    "prisoner-of-war camp": ("pentagon", theme.PURPLE),
    "section or point of a camp": ("diamond", theme.GREEN),
    "settlement, station or work": ("x", theme.INK),
    "place of memory": ("cross", theme.ORANGE),
}

#: Edges that differ from the filling: orange alone is too pale on white.
EDGES = {theme.ORANGE: theme.INK}

#: Radius of a mark, in pixels.
RADIUS = 6


def spots(places: pd.DataFrame) -> pd.DataFrame:
    """Make one line of the places of a group that stand at one point."""
    together = []
    for _, same in places.groupby(["group", "camp", "lat", "lon"], sort=False):
        line = same.iloc[0].copy()
        line["row"] = " ".join(same["row"])
        line["exact"] = bool((same["coordinates"] == "exact place").any())
        line["hover"] = "<br>".join(_told(place) for _, place in same.iterrows())
        together.append(line)
    columns = [*places.columns, "exact", "hover"]
    return pd.DataFrame(together, columns=columns).reset_index(drop=True)


def _told(place: pd.Series) -> str:
    lines = [f"<b>{line}</b>" for line in textwrap.wrap(place["name_en"], 44)]
    about = [place["kind"], place["time"], place["coordinates"]]
    return "<br>".join([*lines, *textwrap.wrap("; ".join(text for text in about if text), 48)])


def points(shown: pd.DataFrame, axis: str) -> go.Scatter:
    """
    Draw spots: a symbol for the group, filled with grey where no exact point is known.

    Parameters
    ----------
    shown : DataFrame
        From `spots`, with ``x`` and ``y`` (degrees, where the mark stands).
    axis : str
        Number of the pair of axes, empty for the first.
    """
    looks = [LOOKS[group] for group in shown["group"]]
    colours = [colour for _, colour in looks]
    sure = shown["exact"].tolist()
    filled = [colour if exact else theme.GREY for colour, exact in zip(colours, sure, strict=True)]
    return go.Scatter(
        x=shown["x"].tolist(),
        y=shown["y"].tolist(),
        mode="markers",
        marker={
            "symbol": [symbol for symbol, _ in looks],
            "color": filled,
            "size": 2 * RADIUS - 1,
            "line": {"color": [EDGES.get(colour, colour) for colour in colours], "width": 2},
        },
        text=shown["hover"].tolist(),
        hoverinfo="text",
        customdata=shown["row"].tolist(),
        showlegend=False,
        xaxis=f"x{axis}",
        yaxis=f"y{axis}",
    )


def key() -> list[go.Scatter]:
    """Draw the legend of all groups, so that it stays when one is chosen."""
    entries = [
        (symbol, colour, EDGES.get(colour, colour), group)
        for group, (symbol, colour) in LOOKS.items()
    ]
    entries.append(("circle", theme.GREY, theme.INK, "grey: point not exact"))
    return [
        go.Scatter(
            x=[None],
            y=[None],
            mode="markers",
            name="<br>".join(textwrap.wrap(words, 17)),
            marker={
                "symbol": symbol,
                "color": fill,
                "size": 11,
                "line": {"color": line, "width": 2},
            },
            hoverinfo="skip",
        )
        for symbol, fill, line, words in entries
    ]
