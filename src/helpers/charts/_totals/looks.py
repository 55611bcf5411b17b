"""How the parts of the penal system look, and what charts of the whole Gulag share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.looks import point

#: Parts of the penal system: words, colour, dash, marker.
SYSTEMS = {
    "itl_itk": ("camps and colonies", theme.INK, "solid", "circle"),
    "itl": ("camps (ITL)", theme.BLUE, "dash", "square"),
    "itk": ("colonies (ITK)", theme.VERMILION, "dot", "triangle-down"),
    "prisons": ("prisons", theme.GREEN, "dashdot", "triangle-up"),
    "all_incl_prisons": ("camps, colonies and prisons", theme.PURPLE, "longdash", "x"),
}


#: Two columns of the legend on a telephone, more on a wider page.
LEGEND = {"font": {"size": 12}, "entrywidth": 142}


def decimal_year(day: pd.Timestamp) -> float:
    """
    Write a day as a year with a fraction.

    >>> decimal_year(pd.Timestamp("1940-07-02"))
    1940.5
    """
    return round(day.year + (day.day_of_year - 1) / (366 if day.is_leap_year else 365), 2)


def short(value: float) -> float:
    """
    Store a number with as few digits as its mark needs.

    >>> short(746871.0), short(44.7036)
    (746871, 44.7)
    """
    return int(value) if value == int(value) else round(float(value), 2)


def key(words: str, **look: object) -> go.Scatter:
    """Make an entry of the legend that has no marks of its own."""
    return go.Scatter(x=[None], y=[None], name=words, hoverinfo="skip", **look)


def not_re_read() -> go.Scatter:
    """Make the entry of the legend for hollow marks."""
    mark = {"symbol": "circle-open", "color": theme.GREY, "size": 9}
    return key(f"hollow: {theme.UNREAD}", mode="markers", marker=mark)


def both_ends(lines: pd.DataFrame) -> tuple[list[int], list[float], list[float]]:
    """
    Give a computed line one mark, or two where two counts give it two ends; never their middle.

    Returns
    -------
    tuple of list
        For each mark the number of its line, its height, and how far a bar goes up from it.
    """
    places, heights, reach = [], [], []
    for place, (low, high) in enumerate(zip(lines["low"], lines["high"], strict=True)):
        apart = high - low > 0.05
        places += [place, place] if apart else [place]
        heights += [short(low), short(high)] if apart else [short(high)]
        reach += [short(high - low), 0] if apart else [0]
    return places, heights, reach


def computed_marks(
    lines: pd.DataFrame,
    texts: Callable[[Any, pd.Series], str],
    *,
    name: str,
    colour: str,
    symbol: str,
) -> go.Scatter:
    """
    Mark what the book computed, two counts of one day as two ends with a bar between them.

    Parameters
    ----------
    lines : DataFrame
        By year or day: ``low`` and ``high`` (percent), ``unread``, ``row``.
    texts : callable
        Gives for a year or day and its line what the reader sees on hover.
    """
    places, heights, reach = both_ends(lines)
    chosen = lines.iloc[places]
    return go.Scatter(
        x=[
            decimal_year(day) if isinstance(day, pd.Timestamp) else int(day) for day in chosen.index
        ],
        y=heights,
        error_y={"array": reach, "arrayminus": [0] * len(reach), "thickness": 2, "width": 0},
        name=f"{name}, computed",
        mode="markers",
        marker=point(colour, symbol, "computed")
        | {"symbol": [theme.symbol(symbol, "computed", bool(one)) for one in chosen["unread"]]},
        text=[texts(day, line) for day, line in chosen.iterrows()],
        hoverinfo="text",
        customdata=chosen["row"].tolist(),
    )


def years(figure: go.Figure) -> None:
    """Draw an axis of years from 1930 to 1960."""
    figure.update_xaxes(
        range=[1929, 1961],
        dtick=10,
        tick0=1930,
        tickformat="d",
        minor={"dtick": 1, "ticks": "outside"},
    )
