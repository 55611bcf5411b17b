"""Mortality in the Gulag by year, and what is known for single camps of Kazakhstan."""

from __future__ import annotations

import itertools
import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._mortality.camp_deaths import (
    camp_table,
    hexagons,
    label,
    labels,
    single_camps,
    value_heading,
)
from helpers.charts.shared.record import describe, hover, record

#: Systems of places of detention, in the words of the legend.
SYSTEMS = {"itl": "camps (ITL)", "itk": "colonies (ITK)", "itl_itk": "camps and colonies"}

#: Title of the axis and words after a number, for each measure.
MEASURES = {
    "mortality": ("deaths a year per 100 prisoners", "deaths per 100 prisoners"),
    "deaths": ("deaths in a year", "deaths"),
}

#: The camp for whose yearly deaths the book has looked.
CAMP = "karlag"

#: Yearly numbers that make a series.
SERIES = 3

#: Dates longer than this (days) are totals over a period: they have no place on a line.
LONGEST = 800


def mortality(
    totals: pd.DataFrame,
    camp_numbers: pd.DataFrame,
    camps: pd.DataFrame,
    *,
    measure: str = "mortality",
) -> go.Figure:
    """
    Draw mortality in camps and colonies by year, and the single camps for which it is known.

    Parameters
    ----------
    totals : DataFrame
        ``gulag_totals``: columns ``system``, ``measure``, values (``mortality`` in percent,
        ``deaths`` in persons), dates, sources.
    camp_numbers : DataFrame
        ``camp_population``: as for ``helpers.models.mortality.camp_rates``.
    camps : DataFrame
        ``camps``: columns ``camp_id``, ``name_en``, ``in_kazakhstan``, ``note``.
    measure : str, optional
        ``mortality`` or ``deaths``.

    Returns
    -------
    Figure
        A line per system and source; a year without a number is a gap. Hexagons are single camps;
        their rates are computed from deaths and the count of 1 January. If no yearly deaths of
        Karlag are in the table, the chart says so.

    Raises
    ------
    ValueError
        If the measure is another one, or the table has no such rows.
    """
    if measure not in MEASURES:
        raise ValueError(f"no measure '{measure}'; choose from {', '.join(MEASURES)}")
    rows = totals[(totals["measure"] == measure) & totals["value_min"].notna()]
    rows = rows[(rows["date_end"] - rows["date_start"]).dt.days < LONGEST]
    if rows.empty:
        raise ValueError(f"the table of totals has no yearly rows of measure '{measure}'")
    rows = rows.sort_values(["date_start", "row_id"])
    single = single_camps(camp_numbers, camps, measure)
    drawn = single[single["value"].notna()]
    figure = go.Figure()
    groups = [group for _, group in rows.groupby(["system", "source_keys", "checked"], sort=False)]
    looks = itertools.cycle(theme.SERIES)
    for group, look in zip(sorted(groups, key=len, reverse=True), looks, strict=False):
        figure.add_trace(_line(group, measure, look))
    if len(drawn):
        figure.add_trace(hexagons(drawn, measure))
    start, end = rows["date_start"].dt.year.min(), rows["date_end"].dt.year.max()
    figure.update_xaxes(range=[int(start) - 1, int(end) + 1])
    gap = _gap(single)
    labels(figure, rows, drawn, gap)
    figure.update_yaxes(title_text=MEASURES[measure][0], rangemode="tozero", tickformat="~s")
    figure.update_xaxes(dtick=10, tickformat="d", minor={"dtick": 1, "ticks": "outside"})
    table = pd.concat([_table(rows, measure), camp_table(single, measure)], ignore_index=True)
    inputs = pd.concat([rows[["source_keys"]], single[["source_keys"]]])
    return record(figure, inputs, table, alt=_alt(rows, drawn, measure, gap), height=540)


def _line(rows: pd.DataFrame, measure: str, look: tuple[str, str, str]) -> go.Scatter:
    colour, dash, symbol = look
    first = rows.iloc[0]
    system = SYSTEMS.get(first["system"], first["system"])
    unread = first["checked"] == "unread"
    points: list[tuple[Any, ...]] = []
    for _, row in rows.iterrows():
        year = (row["date_start"].year + row["date_end"].year) / 2
        if points and year - points[-1][0] > 1:
            points.append((None,) * 5)
        low = float(row["value_min"])
        high = low if pd.isna(row["value_max"]) else float(row["value_max"])
        said = hover(row, f"{MEASURES[measure][1]}, {system}")
        points.append(
            (_short(year), _short((low + high) / 2), _short((high - low) / 2), said, row["row"])
        )
    years, values, ends, texts, links = (list(column) for column in zip(*points, strict=True))
    name = f"{system}: {sources.short_list(sources.split(first['source_keys']))}"
    name = f"{name}, not re-read" if unread else name
    name = "<br>".join(textwrap.wrap(name, 34, break_on_hyphens=False))
    return go.Scatter(
        x=years,
        y=values,
        error_y={"array": ends, "thickness": 1.5, "width": 4} if any(ends) else None,
        name=name,
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 1.5, "dash": dash},
        marker={"color": colour, "size": 7, "symbol": symbol + ("-open" if unread else "")},
        text=texts,
        hoverinfo="text",
        customdata=links,
    )


def _short(value: float) -> float:
    return int(value) if value == int(value) else round(value, 3)


def _table(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    view = describe(rows, value_heading(measure))
    view.insert(0, "Where", rows["system"].replace(SYSTEMS))
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    return view


def _gap(single: pd.DataFrame) -> str:
    """Say that Karlag has no series, or which single years of it are known; nothing if it has."""
    years = sorted(single.loc[single["camp_id"] == CAMP, "year"].unique())
    if len(years) >= SERIES:
        return ""
    known = " and ".join(str(year) for year in years)
    return f"Karlag: only {known} is known" if years else "Karlag: no yearly series is known"


def _alt(rows: pd.DataFrame, single: pd.DataFrame, measure: str, gap: str) -> str:
    top, low = rows.loc[rows["value_min"].idxmax()], rows.loc[rows["value_min"].idxmin()]
    what = MEASURES[measure][1]
    camps = "; ".join(f"{label(row)} ({row['year']})" for _, row in single.iterrows())
    return (
        f"Line chart of {what} in camps and colonies of the Gulag, {len(rows)} numbers. "
        f"The highest is {theme.amount(top)} ({top['date_text']}), "
        f"the lowest {theme.amount(low)} ({low['date_text']})."
        + (f" Single camps: {camps}." if camps else "")
        + f" {gap}." * bool(gap)
    )
