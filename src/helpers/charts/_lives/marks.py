"""Draw lives: lines from birth to death, bars of time, marks by kind, rival dates joined."""

from __future__ import annotations

import itertools

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._lives.layout import rivals
from helpers.charts._lives.looks import CLAIM, EVENTS, Look


def life_lines(
    rows: pd.DataFrame, lines: dict[str, float], begin: pd.Timestamp, end: pd.Timestamp
) -> list[go.Scatter]:
    """Draw a thin line for each life, from birth or the first event to death or the last."""
    found = []
    for person, y in lines.items():
        known = rows[(rows["person_id"] == person) & rows["day"].notna()]
        lived = known[~known["event"].isin(["rehabilitated"]) & (known["certainty"] != "claimed")]
        if lived.empty:
            continue
        last = lived["day"].max()
        first = max(lived["day"].min(), begin)
        if first < end and last > begin:
            found.append(
                go.Scatter(
                    x=[f"{first:%Y-%m-%d}", f"{min(last, end):%Y-%m-%d}"],
                    y=[y, y],
                    mode="lines",
                    line={"color": theme.GRID, "width": 3},
                    hoverinfo="skip",
                    showlegend=False,
                )
            )
    return found


def bars(rows: pd.DataFrame) -> list[go.Scatter]:
    """Draw the days that an event lasted (broad) or within which it fell (narrow)."""
    long = rows[(rows["date_end"] - rows["date_start"]).dt.days > 20]
    return [
        go.Scatter(
            x=[f"{row['since']:%Y-%m-%d}", f"{row['until']:%Y-%m-%d}"],
            y=[row["y"], row["y"]],
            mode="lines",
            line={"color": look_of(row).colour, "width": 6 if row["lasts"] else 2},
            opacity=0.55,
            hovertext=[row["hover"]] * 2,
            hoverinfo="text",
            customdata=[row["row"]] * 2,
            showlegend=False,
        )
        for _, row in long.iterrows()
    ]


def joins(rows: pd.DataFrame) -> list[go.Scatter]:
    """Join rival dates of one event by a dotted line."""
    found = []
    for _, row in rows[rows["rival"]].iterrows():
        for _, other in rivals(row, rows).iterrows():
            if (row["day"], row["row_id"]) < (other["day"], other["row_id"]):
                found.append(
                    go.Scatter(
                        x=[f"{row['day']:%Y-%m-%d}", f"{other['day']:%Y-%m-%d}"],
                        y=[row["y"], other["y"]],
                        mode="lines",
                        line={"color": theme.GREY, "width": 1, "dash": "dot"},
                        hoverinfo="skip",
                        customdata=[f"{row['row']} {other['row']}"] * 2,
                        showlegend=False,
                    )
                )
    return found


def marks(rows: pd.DataFrame) -> list[go.Scatter]:
    """Draw a mark for each event; pale where it is doubtful, a sign of its own for a claim."""
    found, named = [], set()
    for kind, certainty in itertools.product(EVENTS, ("stated", "doubtful", "claimed")):
        group = rows[(rows["event"] == kind) & (rows["certainty"] == certainty)]
        if group.empty:
            continue
        look = look_of(group.iloc[0])
        found.append(_marks(group, look, certainty, look.words not in named))
        named.add(look.words)
    return found


def legend_of_doubt() -> go.Scatter:
    """Say in the legend what a pale mark means."""
    return go.Scatter(
        x=[None],
        y=[None],
        mode="markers",
        name="pale: doubtful",
        marker={
            "symbol": "circle",
            "size": 9,
            "color": theme.GRID,
            "line": {"color": theme.INK, "width": 1},
        },
        hoverinfo="skip",
    )


def look_of(row: pd.Series) -> Look:
    """Choose the look of an event."""
    return CLAIM if row["certainty"] == "claimed" else EVENTS[row["event"]]


def _marks(rows: pd.DataFrame, look: Look, certainty: str, named: bool) -> go.Scatter:
    pale = certainty == "doubtful"
    size = {"born": 7, "claimed": 13}.get(certainty if certainty == "claimed" else look.words, 10)
    marker = {"color": theme.GRID if pale else look.colour, "symbol": look.symbol, "size": size}
    marker["line"] = {"color": theme.INK, "width": 1}
    return go.Scatter(
        x=[f"{day:%Y-%m-%d}" for day in rows["day"]],
        y=rows["y"].tolist(),
        mode="markers",
        name=look.words,
        legendgroup=look.words,
        showlegend=named,
        marker=marker,
        hovertext=rows["hover"].tolist(),
        hoverinfo="text",
        customdata=rows["row"].tolist(),
        cliponaxis=False,
    )
