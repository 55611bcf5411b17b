"""Draw rows of numbers in a panel: bars of a year, marks of a day, lines over a period."""

from __future__ import annotations

import pandas as pd

from helpers import theme
from helpers.charts._war_years.panels import Panels, moment
from helpers.charts.shared.record import hover


def plain(value: float) -> float:
    """
    Write a number without needless decimals.

    >>> plain(5520.0), plain(115.4841)
    (5520, 115.484)
    """
    return int(value) if value == int(value) else round(float(value), 3)


def _ends(rows: pd.DataFrame) -> zip:
    return zip(rows["date_start"], rows["date_end"], strict=True)


def year_bars(panels: Panels, place: int, rows: pd.DataFrame, colour: str) -> None:
    """Draw totals of a year as bars over that year, with the value above each."""
    values = [plain(value) for value in rows["value_min"]]
    panels.figure.add_bar(
        x=[day.year + 0.5 for day in rows["date_start"]],
        y=values,
        width=0.7,
        yaxis=panels.axis(place),
        marker={"color": colour},
        text=[theme.number(value, 1 if value % 1 else 0) for value in values],
        textposition="outside",
        textfont={"size": 12},
        cliponaxis=False,
        hovertext=[hover(row, row["what"]) for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
        showlegend=False,
    )
    _room(panels, place, max(values))


def day_marks(
    panels: Panels, place: int, rows: pd.DataFrame, look: tuple[str, str], name: str = ""
) -> None:
    """Draw counts of a day where they belong; those not re-read are hollow."""
    colour, symbol = look
    hollow = ["-open" if kind == "unread" else "" for kind in rows["checked"]]
    panels.figure.add_scatter(
        x=[round((moment(first) + moment(last)) / 2, 3) for first, last in _ends(rows)],
        y=[plain(value) for value in rows["value_min"]],
        yaxis=panels.axis(place),
        mode="markers",
        marker={"color": colour, "size": 10, "symbol": [symbol + end for end in hollow]},
        name=name,
        showlegend=bool(name),
        cliponaxis=False,
        hovertext=[hover(row, row["what"]) for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
    )


def period_lines(
    panels: Panels, place: int, rows: pd.DataFrame, look: tuple[str, str, str], name: str
) -> None:
    """
    Draw a number that holds for a period as a line over it, with its value at the start.

    ``look`` is the colour, the dash and the side of the words, ``top`` or ``bottom``: two
    sources on the same years then stand on two sides.
    """
    colour, dash, side = look
    x, y, said, links, words = [], [], [], [], []
    for _, row in rows.iterrows():
        value, text = plain(row["value_min"]), hover(row, row["what"])
        x += [moment(row["date_start"]), moment(row["date_end"]), None]
        y += [value, value, None]
        said += [text, text, None]
        links += [row["row"], row["row"], None]
        words += [theme.number(value), " ", None]
    panels.figure.add_scatter(
        x=x,
        y=y,
        yaxis=panels.axis(place),
        mode="lines+markers+text",
        line={"color": colour, "width": 4, "dash": dash},
        marker={"color": colour, "size": 8, "symbol": "line-ns-open"},
        text=words,
        textposition=f"{side} right",
        textfont={"size": 12},
        name=name,
        showlegend=True,
        cliponaxis=False,
        hovertext=said,
        hoverinfo="text",
        customdata=links,
    )


def _room(panels: Panels, place: int, top: float) -> None:
    axis = f"yaxis{place + 1}".replace("yaxis1", "yaxis")
    panels.figure.update_layout({axis: {"range": [0, round(top * 1.28, 3)]}})
