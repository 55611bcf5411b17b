"""Draw events in lanes: marks by kind, bars by how closely the date is known."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._forty_days.happenings import LOOKS, when

#: Milliseconds of a day: the unit in which plotly measures a bar on an axis of dates.
MILLISECONDS = 86_400_000

#: How a length of time is drawn, and what that means.
BARS = {"": "several days", "/": "day not known"}


def marks(rows: pd.DataFrame) -> list[go.Scatter]:
    """
    Draw a mark for each event, by its kind; hollow where it is not re-read.

    Parameters
    ----------
    rows : DataFrame
        Events with their place: columns ``x`` (track), ``y`` (day), ``hover``.
    """
    found = []
    for kind, (colour, symbol) in LOOKS.items():
        for unread in (False, True):
            of_kind = rows["event_type"] == kind
            group = rows[of_kind & ((rows["checked"] == "unread") == unread)]
            edge = {"color": colour if unread else theme.INK, "width": 1}
            look = {"color": colour, "symbol": symbol + ("-open" if unread else ""), "size": 9}
            if len(group):
                found.append(
                    go.Scatter(
                        x=group["x"].tolist(),
                        y=group["y"].tolist(),
                        mode="markers",
                        name=f"{kind}, not re-read" if unread else kind,
                        marker={**look, "line": edge},
                        hovertext=group["hover"].tolist(),
                        hoverinfo="text",
                        customdata=group["row"].tolist(),
                        cliponaxis=False,
                    )
                )
    return found


def bars(rows: pd.DataFrame) -> list[go.Bar]:
    """
    Draw a bar for what is longer than a day; hatched where the day itself is not known.

    Parameters
    ----------
    rows : DataFrame
        Events with their place: columns ``x`` (track), ``start``, ``stop``, ``loose``, ``bar``,
        ``hover``.
    """
    found = []
    for pattern, words in BARS.items():
        long = (
            rows["loose"] if pattern else ~rows["loose"] & (rows["date_start"] < rows["date_end"])
        )
        group = rows[long].groupby(["lane", "bar"], sort=False)
        if not group.ngroups:
            continue
        one = group.first()
        # half a day on each side: the first and the last day belong to it
        begin = one["start"] - pd.Timedelta(hours=12)
        length = (one["stop"] - one["start"]).dt.days + 1
        found.append(
            go.Bar(
                x=one["x"].tolist(),
                y=[days * MILLISECONDS for days in length],
                base=begin.dt.strftime("%Y-%m-%d %H:%M").tolist(),
                width=0.55,
                name=words,
                marker={
                    "color": theme.GREY if pattern else theme.GRID,
                    "line": {"color": theme.GREY, "width": 1},
                    "pattern": {"shape": pattern, "size": 5, "solidity": 0.25},
                },
                hovertext=[_bar_hover(row) for _, row in one.iterrows()],
                hoverinfo="text",
                customdata=group["row"].agg(" ".join).tolist(),
            )
        )
    return found


def _bar_hover(row: pd.Series) -> str:
    if not row["loose"]:
        return row["hover"]
    return (
        f"<b>{when(row)}</b><br>day not known: each mark on this bar<br>may belong anywhere in it"
    )
