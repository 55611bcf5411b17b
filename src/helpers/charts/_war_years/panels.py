"""Stack small charts that share an axis of years; know nothing of what they show."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from helpers import theme

#: First and last moment of the axis.
START, END = 1941, 1946

#: Pixels of a panel with its words, and of what stands around all panels.
PANEL, AROUND = 168, 120

#: Part of a panel that the words above it take.
WORDS = 0.34


class Panels:
    """Small charts from the top down, each with words above it and an axis of its own."""

    def __init__(self, figure: go.Figure, headings: Sequence[str]) -> None:
        self.figure, self.number = figure, len(headings)
        self.height = PANEL * self.number + AROUND
        figure.update_xaxes(
            range=[START - 0.12, END + 0.12],
            tickvals=[year + 0.5 for year in range(START, END)],
            ticktext=[str(year) for year in range(START, END)],
            ticks="",
            showgrid=False,
            zeroline=False,
            anchor=self.axis(self.number - 1),
        )
        for place, words in enumerate(headings):
            self._open(place, words)
        for year in range(START, END + 1):
            # one line through all panels: plotly draws the grid in one panel only
            line = {"color": theme.GRID, "width": 1}
            ends = {"x0": year, "x1": year, "y0": 0, "y1": 1, "yref": "paper"}
            figure.add_shape(type="line", layer="below", line=line, **ends)

    def axis(self, place: int) -> str:
        """Name the axis of a panel, as traces want it."""
        return "y" if place == 0 else f"y{place + 1}"

    def _open(self, place: int, words: str) -> None:
        top, bottom = 1 - place / self.number, 1 - (place + 1) / self.number
        low = bottom + 0.05 / self.number
        high = top - WORDS / self.number
        self.figure.update_layout(
            {
                f"yaxis{place + 1}".replace("yaxis1", "yaxis"): {
                    "domain": [round(low, 4), round(high, 4)],
                    "anchor": "x",
                    "rangemode": "tozero",
                    "nticks": 4,
                    "tickfont": {"size": 12},
                    "zeroline": True,
                    "tickformat": ",~r",
                }
            }
        )
        self.figure.add_annotation(
            text="<br>".join(textwrap.wrap(words, 31)),
            xref="paper",
            x=0,
            xanchor="left",
            yref="paper",
            y=round(high, 4),
            yanchor="bottom",
            yshift=4,
            align="left",
            showarrow=False,
            font={"size": 13, "weight": 700},
        )

    def say(self, place: int, words: str) -> None:
        """Say in the middle of a panel what it cannot draw."""
        # placed on the paper: an axis without traces does not exist for the browser
        self.figure.add_annotation(
            text="<br>".join(textwrap.wrap(words, 32)),
            xref="paper",
            x=0.5,
            yref="paper",
            y=round(1 - (place + (1 + WORDS) / 2) / self.number, 4),
            yanchor="middle",
            showarrow=False,
            bgcolor=theme.PAPER,
            font={"size": 12.5},
        )

    def empty(self, place: int) -> None:
        """Take the ticks from a panel without numbers."""
        axis = f"yaxis{place + 1}".replace("yaxis1", "yaxis")
        self.figure.update_layout({axis: {"showticklabels": False, "ticks": "", "range": [0, 1]}})


def moment(day: pd.Timestamp) -> float:
    """
    Place a day on the axis of years.

    >>> moment(pd.Timestamp(1942, 1, 1)), moment(pd.Timestamp(1942, 7, 2))
    (1942.0, 1942.499)
    """
    return round(day.year + (day.day_of_year - 1) / (366 if day.is_leap_year else 365), 3)
