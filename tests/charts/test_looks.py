from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import pytest

from helpers import theme
from helpers.charts.shared.looks import dotted, fill, follow, point

ROWS = pd.DataFrame(
    [
        ("t/count", "counted", "print"),
        ("t/claim", "claimed", "second_hand"),
        ("t/old", "estimated", "unread"),
    ],
    columns=["row", "status", "checked"],
)


def scatter(rows, symbol="circle"):
    marker = {"symbol": symbol, "color": theme.BLUE}
    return go.Scatter(x=rows, y=rows, mode="markers", customdata=rows, marker=marker)


def followed(trace):
    figure = go.Figure(trace)
    follow(figure, ROWS)
    return figure.data[0]


def test_marks_follow_their_rows():
    """A claim among counts is a diamond, an estimate that was not re-read a hollow star."""
    drawn = followed(scatter(["t/count", "t/claim", "t/old"]))

    assert ("circle", "diamond", "star-open") == drawn.marker.symbol


def test_a_series_of_one_kind_needs_one_mark():
    """Gaps in the line do not count; the page stays small."""
    assert "diamond" == followed(scatter(["t/claim", None, "t/claim"])).marker.symbol


@pytest.mark.parametrize("symbol", ["line-ns", "arrow-up", "triangle-right", "circle-dot"])
def test_ticks_arrows_and_computed_marks_stay(symbol):
    """They show no number of the row, or say more than it."""
    assert symbol == followed(scatter(["t/claim"], symbol)).marker.symbol


def test_marks_of_several_rows_stay():
    """Only the chart knows what it made of them; a factor of units does not count."""
    assert "circle" == followed(scatter(["t/claim t/count"])).marker.symbol
    assert "diamond" == followed(scatter(["t/claim unit_conversions/pood"])).marker.symbol


def test_things_that_are_no_numbers_stay():
    """Events have no status."""
    figure = go.Figure(scatter(["t/claim"]))
    follow(figure, ROWS[["row"]])

    assert "circle" == figure.data[0].marker.symbol


def test_bars_follow_their_rows_and_the_legend_shows_the_series():
    """The first bar is the one that the legend draws: it keeps the look of the series."""
    rows = ["t/claim", "t/count", "t/old"]
    marker = fill(theme.BLUE, "/")
    bars = go.Bar(x=[1, 2, 3], y=rows, orientation="h", customdata=rows, marker=marker)
    drawn = followed(bars)

    assert ("t/count", "t/claim", "t/old") == drawn.customdata
    assert (2, 1, 3) == drawn.x
    assert ("/", "\\", "x") == drawn.marker.pattern.shape
    assert (theme.BLUE, theme.BLUE, theme.PAPER) == drawn.marker.color


def test_a_bar_that_was_not_re_read_is_an_outline():
    """Only patterns that say the kind of number are left in it."""
    assert "pattern" not in fill(theme.BLUE, "/", True)
    claimed = fill(theme.BLUE, "\\", True)

    assert (theme.PAPER, theme.BLUE) == (claimed["color"], claimed["pattern"]["fgcolor"])


def test_the_dot_of_a_computed_mark_can_be_seen():
    """Its edge is paper and it is larger; a hollow one draws its dot in its own colour."""
    full, hollow = (point(theme.INK, "circle", "computed", unread) for unread in (False, True))

    assert (12, theme.PAPER) == (full["size"], full["line"]["color"])
    assert "line" not in hollow
    assert full == dotted({"color": theme.INK, "symbol": "circle-dot", "size": 9})
