"""Draw counts as stacked bars, one line per thing counted; know nothing of what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.ranked import AROUND, LINE, bar_look, lines, measured
from helpers.charts.shared.record import record


@dataclass(frozen=True)
class Part:
    """
    One part of every bar.

    Parameters
    ----------
    key : str
        How the part is called in the counts.
    words : str
        How the legend calls it.
    colour : str
        A colour of the theme.
    pattern : str
        Pattern of plotly, empty for solid, ``hollow`` for an outline.
    """

    key: str
    words: str
    colour: str
    pattern: str


def stacked(
    counts: pd.DataFrame,
    parts: Sequence[Part],
    rows: pd.DataFrame,
    *,
    thing: str,
    counted: str,
    share: bool,
) -> go.Figure:
    """
    Draw and complete a stacked bar chart.

    Parameters
    ----------
    counts : DataFrame
        One line per segment: ``line`` (words), ``key`` (of a part), ``n``, ``point``
        (``customdata``), ``row`` (links of the table view).
    parts : sequence of Part
        Parts from the axis outwards.
    rows : DataFrame
        Every row of data counted.
    thing : str
        What a line stands for.
    counted : str
        What is counted, in the plural.
    share : bool
        Draw per cent of each line instead of numbers.
    """
    segments, totals = _placed(counts, parts)
    figure = go.Figure()
    for part in parts:
        of_part = segments[segments["key"] == part.key]
        if len(of_part):
            figure.add_trace(_bars(of_part, part, counted, share))
    figure.update_layout(barmode="stack", legend={"traceorder": "normal"})
    top = 100.0 if share else float(totals.max())
    measured(figure, top, f"per cent of {counted}" if share else counted, room=1.04)
    lines(figure, [f"{line} ({theme.number(n)})" for line, n in totals.items()])
    return record(
        figure,
        rows,
        _table(segments, thing, counted),
        alt=_alt(segments, parts, thing, counted),
        height=AROUND + LINE * len(totals),
        values=False,
    )


def _placed(counts: pd.DataFrame, parts: Sequence[Part]) -> tuple[pd.DataFrame, pd.Series]:
    """Sort the segments, the longest line first, and add their place, words and per cent."""
    totals = counts.groupby("line")["n"].sum().sort_values(ascending=False, kind="stable")
    order = {part.key: place for place, part in enumerate(parts)}
    segments = counts.assign(
        place=counts["line"].map({line: place for place, line in enumerate(totals.index)}),
        order=counts["key"].map(order),
        words=counts["key"].map({part.key: part.words for part in parts}),
        percent=(100 * counts["n"] / counts["line"].map(totals)).round(1),
    )
    return segments.sort_values(["place", "order"], ignore_index=True), totals


def _bars(segments: pd.DataFrame, part: Part, counted: str, share: bool) -> go.Bar:
    return go.Bar(
        orientation="h",
        name=part.words,
        x=segments["percent" if share else "n"].tolist(),
        y=segments["place"].tolist(),
        width=0.6,
        marker=bar_look(part.colour, part.pattern),
        hovertext=[
            f"<b>{theme.number(line['n'])}</b> {counted}, {theme.number(line['percent'], 1)} "
            f"per cent<br>{line['line']}<br>{part.words}<br>{theme.STATUSES['computed']}"
            for _, line in segments.iterrows()
        ],
        hoverinfo="text",
        customdata=segments["point"].tolist(),
    )


def _table(segments: pd.DataFrame, thing: str, counted: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            thing: segments["line"],
            "Part": segments["words"],
            counted.capitalize(): segments["n"],
            "Per cent": segments["percent"],
            "Kind of number": "computed",
            "row": segments["row"],
        }
    )


def _alt(segments: pd.DataFrame, parts: Sequence[Part], thing: str, counted: str) -> str:
    total, lines_drawn = int(segments["n"].sum()), segments["line"].nunique()
    sums = segments.groupby("key")["n"].sum()
    said = [f"{part.words} {theme.number(sums[part.key])}" for part in parts if part.key in sums]
    first = segments[segments["key"] == parts[0].key]
    start = (
        f"Stacked bar chart of {theme.number(total)} {counted} in {lines_drawn} "
        f"{thing.lower()}{'' if lines_drawn == 1 else 's'}: {', '.join(said)}."
    )
    if first.empty:
        return start
    most = first.loc[first["percent"].idxmax()]
    return (
        f"{start} '{parts[0].words}' has its largest share in {most['line']}: "
        f"{theme.number(most['percent'], 1)} per cent ({theme.number(most['n'])})."
    )
