"""Lay marks on a line of years below one another, each with its words above it; choose no rows."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import theme

#: First and last year of the axis.
FIRST, LAST = 1918, 1961

#: Letters in a line of words: as many as fit a plot of 290 pixels.
WIDTH = 44

#: Pixels of a line of words, of the mark below them, and of the space after it.
LINE, MARK, SPACE = 16, 15, 9

#: Pixels below the marks, and for each entry of the legend above them.
BELOW, ENTRY = 104, 24


class Years:
    """Positions of marks and words, given out from top to bottom."""

    def __init__(self) -> None:
        self.depth = 4.0
        self._words: list[tuple[float, str]] = []

    def place(self, words: str) -> float:
        """Write words and give out the position of the mark below them, in pixels."""
        lines = textwrap.wrap(words, WIDTH, break_on_hyphens=False)
        self.depth += LINE * len(lines)
        self._words.append((self.depth, "<br>".join(lines)))
        middle = self.depth + 2 + MARK / 2
        self.depth += 2 + MARK + SPACE
        return middle

    def close(self, figure: go.Figure) -> int:
        """Write the words, set the axes and say how high the figure is, in pixels."""
        entries = sum(trace.showlegend is not False for trace in figure.data)
        figure.add_scatter(
            x=[FIRST + 0.3] * len(self._words),
            y=[depth for depth, _ in self._words],
            text=[words for _, words in self._words],
            mode="text",
            textposition="top right",
            textfont={"size": 13},
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )
        figure.update_xaxes(range=[FIRST, LAST], dtick=10, tick0=1920, title_text="")
        figure.update_yaxes(
            range=[round(self.depth, 1), 0],
            showticklabels=False,
            ticks="",
            showgrid=False,
            zeroline=False,
            showline=True,
        )
        figure.update_layout(showlegend=True)
        return round(self.depth + BELOW + ENTRY * entries)


def year(day: pd.Timestamp) -> float:
    """
    Turn a day into a part of its year.

    >>> year(pd.Timestamp("1929-07-02"))
    1929.5
    """
    return round(day.year + (day.day_of_year - 1) / 365, 2)


def look(colour: str, symbol: str, unread: bool) -> dict[str, object]:
    """Describe a mark; what was not re-read is hollow."""
    return {
        "color": colour,
        "symbol": symbol + ("-open" if unread else ""),
        "size": 11,
        "line": {"color": theme.INK if not unread else colour, "width": 1},
    }
