"""Sums that do not close: the parts that a source gives, laid end to end beside the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._sums import sum_words
from helpers.charts.shared.ranked import bar_look, measured
from helpers.charts.shared.record import nothing, record

#: Heights in pixels: of a bar, between the bars of a sum, of a line of words, between sums,
#: around them all.
BAR, BETWEEN, LETTERS, APART, AROUND = 20, 4, 18, 24, 190

#: Looks of the segments: words of the legend, colour, pattern.
LOOKS = {
    "whole": ("the whole, as stated", theme.GREY, ""),
    "range": ("the whole, up to", theme.GREY, "-"),
    "part": ("its parts, in turn", theme.BLUE, ""),
    "next": ("its parts, in turn", theme.SKY, ""),
    "unread": ("a part, not re-read", theme.BLUE, "hollow"),
    "missing": ("not in the table (computed)", theme.GREEN, "."),
    "excess": ("more than stated (computed)", theme.VERMILION, "."),
    "open": ("difference, a range (computed)", theme.PURPLE, "."),
}


@dataclass(frozen=True)
class Segment:
    """A piece of a bar: its line of the table, its look, where it starts, its length, its line."""

    line: pd.Series
    look: str
    start: float
    length: float
    at: float


def sums(table: pd.DataFrame, *, which: str = "every") -> go.Figure:
    """
    Draw sums: the whole as it is stated, below it the parts end to end, and what is left.

    Parameters
    ----------
    table : DataFrame
        From `helpers.models.sums.add_up`: ``sum``, ``role``, ``group``, ``low``, ``high`` (in
        ``unit``), ``row``, ``source_keys``, ``status``, ``checked``, ``date_text``, ``note``.
    which : str, optional
        Draw this sum only.

    Returns
    -------
    Figure
        Two bars to a sum, on one axis from zero. What the parts lack is dotted at the end of
        their bar; what they have too much, at the end of the bar of the whole. The numbers stand
        above the bars.

    Raises
    ------
    ValueError
        If the table has no such sum.
    """
    known = list(dict.fromkeys(table["sum"]))
    if which not in ("every", *known):
        raise ValueError(f"no sum '{which}' in the table; it has {', '.join(known)}")
    shown = sum_words.named(table if which == "every" else table[table["sum"] == which])
    figure, height = go.Figure(), 0.0
    segments: list[Segment] = []
    for name, lines in shown.groupby("sum", sort=False):
        words = sum_words.heading(name, lines)
        figure.add_annotation(_heading(words, height))
        height += LETTERS * len(words) + 2
        segments += _segments(lines, height + BAR / 2)
        height += 2 * BAR + BETWEEN + APART
    _draw(figure, segments, height, " and ".join(dict.fromkeys(shown["unit"])))
    record(
        figure,
        shown,
        sum_words.view(shown),
        alt=sum_words.alt(shown),
        height=round(AROUND + height),
    )
    # thin lines: the names of the parts are written on them
    return figure.update_traces(marker_pattern_solidity=0.12, selector={"type": "bar"})


def _draw(figure: go.Figure, segments: list[Segment], height: float, unit: str) -> None:
    for look in LOOKS:
        ours = [segment for segment in segments if segment.look == look]
        if ours:
            figure.add_trace(_trace(ours, look))
    if not segments:
        nothing(figure, "No sum to draw")
        return
    corner = {"xref": "container", "x": 0, "yref": "container", "y": 0.995, "yanchor": "top"}
    figure.update_layout(barmode="overlay", legend={**corner, "traceorder": "normal"})
    # words in a segment appear only where they fit, never smaller
    figure.update_layout(uniformtext={"mode": "hide", "minsize": 11})
    figure.update_yaxes(range=[height, 0], visible=False)
    measured(figure, max(s.start + s.length for s in segments), "", unit, room=1.02)


def _heading(words: list[str], height: float) -> dict[str, object]:
    place = {"xref": "paper", "x": 0, "xanchor": "left", "y": height, "yanchor": "top"}
    look = {
        "align": "left",
        "showarrow": False,
        "font": {"size": 13},
        "borderpad": 0,
        "bgcolor": theme.PAPER,
    }
    return {"text": "<br>".join(words), **place, **look}


def _segments(lines: pd.DataFrame, at: float) -> Iterator[Segment]:
    """Lay out the two bars of a sum."""
    whole, parts, left = sum_words.apart(lines)
    below = at + BAR + BETWEEN
    yield Segment(whole, "whole", 0, whole["low"], at)
    if whole["high"] > whole["low"]:
        yield Segment(whole, "range", whole["low"], whole["high"] - whole["low"], at)
    end = 0.0
    for turn, (_, part) in enumerate(parts.iterrows()):
        look = "unread" if part["checked"] == "unread" else ("part", "next")[turn % 2]
        yield Segment(part, look, end, part["low"], below)
        end += part["low"]
    for _, line in left.iterrows():
        short = line["role"] == "excess"
        start = whole["high"] if short else end
        yield Segment(line, line["role"], start, line["low"], at if short else below)


def _trace(segments: list[Segment], look: str) -> go.Bar:
    words, colour, pattern = LOOKS[look]
    marker = bar_look(colour, pattern)
    if not pattern:
        # thirty segments would be nothing but edges; only the pale ones need one on white paper
        edge = {"color": theme.BLUE, "width": 1} if look == "next" else {"width": 0}
        marker = {"color": colour, "line": edge}
    return go.Bar(
        orientation="h",
        name=words,
        showlegend=look not in ("next", "range"),
        base=[segment.start for segment in segments],
        x=[segment.length for segment in segments],
        y=[segment.at for segment in segments],
        width=BAR,
        marker=marker,
        text=[sum_words.inside(segment.line) for segment in segments],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        insidetextfont={"size": 12},
        hovertext=[sum_words.hover(segment.line) for segment in segments],
        hoverinfo="text",
        customdata=[segment.line["row"] for segment in segments],
    )
