"""Join counts by date: plainly, or by a fork where a day has two counts."""

from __future__ import annotations

import itertools

import plotly.graph_objects as go

#: Counts further apart than this (years) are not joined: between them is a gap.
JOINED_WITHIN = 1.1


def joins(by_day: dict[float, list[float]], forked: set[float]) -> dict[bool, list]:
    """Join neighbouring days: plainly, or (under True) by a fork to each of two counts."""
    found: dict[bool, list] = {False: [], True: []}
    days = list(by_day)
    for start, end in itertools.pairwise(days):
        if end - start > JOINED_WITHIN:
            continue
        fork = start in forked or end in forked
        firsts = by_day[start] if start in forked else by_day[start][-1:]
        lasts = by_day[end] if end in forked else by_day[end][-1:]
        for first in firsts:
            for last in lasts:
                found[fork].append((start, end, first, last))
    return found


def line_of(pieces: list[tuple[float, float, float, float]], line: dict[str, object]) -> go.Scatter:
    """Draw pieces (first and last day, first and last number); what is apart stays apart."""
    x: list[float | None] = []
    y: list[float | None] = []
    for start, end, first, last in pieces:
        if x and (x[-1], y[-1]) == (start, first):
            x, y = [*x, end], [*y, last]
            continue
        if x:
            x, y = [*x, None], [*y, None]
        x, y = [*x, start, end], [*y, first, last]
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", showlegend=False)
