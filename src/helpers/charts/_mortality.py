"""Mortality in the Gulag by year, and what is known for single camps."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import mortality as rates
from helpers import sources, theme
from helpers.charts._record import describe, hover, record

#: Systems of places of detention, in the words of the legend.
SYSTEMS = {"itl": "camps (ITL)", "itk": "colonies (ITK)", "itl_itk": "camps and colonies"}

#: Title of the axis and words after a number, for each measure.
MEASURES = {
    "mortality": ("deaths a year per 100 prisoners", "deaths per 100 prisoners"),
    "deaths": ("deaths in a year", "deaths"),
}

#: The camp for which the book looks for yearly deaths.
CAMP = "karlag"


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
        ``camp_population``: columns ``camp_id``, ``measure``, values in persons, dates, sources.
    camps : DataFrame
        ``camps``: columns ``camp_id``, ``name_en``, ``in_kazakhstan``.
    measure : str, optional
        ``mortality`` or ``deaths``.

    Returns
    -------
    Figure
        A line per system and source; a year without a number is a gap. Stars are single camps;
        their rates are computed from deaths and the count of 1 January. If no yearly deaths of
        Karlag are in the table, the chart says so.

    Raises
    ------
    ValueError
        If the measure is another one, or the table has no such rows.
    """
    if measure not in MEASURES:
        raise ValueError(f"no measure '{measure}'; choose from {', '.join(MEASURES)}")
    rows = totals[(totals["measure"] == measure) & (totals["date_kind"] != "total")]
    rows = rows[_days(rows) < 800].sort_values(["date_start", "row_id"])
    if rows.empty:
        raise ValueError(f"the table of totals has no rows of measure '{measure}'")
    single = _single(camp_numbers, camps, measure)
    figure = go.Figure()
    groups = rows.groupby(["system", "source_keys"], sort=False)
    largest = sorted(groups, key=lambda item: -len(item[1]))
    for (_, group), look in zip(largest, theme.SERIES, strict=False):
        figure.add_trace(_line(group, measure, look))
    drawn = [mark for mark in single if mark["value"] is not None]
    if drawn:
        figure.add_trace(_stars(drawn, measure))
    _words(figure, drawn, measure, known=any(mark["camp"] == CAMP for mark in single))
    figure.update_yaxes(title_text=MEASURES[measure][0], rangemode="tozero", tickformat=",~r")
    figure.update_xaxes(dtick=5, tickformat="d")
    inputs = pd.concat([rows, pd.DataFrame(single)[["source_keys"]]]) if single else rows
    table = pd.concat([_table(rows, measure), _camp_table(single, measure)], ignore_index=True)
    return record(figure, inputs, table, alt=_alt(rows, single, measure), height=500)


def _days(rows: pd.DataFrame) -> pd.Series:
    """Measure the length of the dates; the total over a whole period has no place on a line."""
    return (rows["date_end"] - rows["date_start"]).dt.days


def _line(rows: pd.DataFrame, measure: str, look: tuple[str, str, str]) -> go.Scatter:
    colour, dash, symbol = look
    columns: dict[str, list[Any]] = {"x": [], "y": [], "more": [], "text": [], "row": []}
    earlier = None
    for _, row in rows.iterrows():
        year = (row["date_start"].year + row["date_end"].year) / 2
        if earlier is not None and year - earlier > 1:
            _add(columns, None, None, None, None, None)
        earlier = year
        low, high = _ends(row)
        words = hover(row, f"{MEASURES[measure][1]}, {SYSTEMS.get(row['system'], row['system'])}")
        _add(columns, _short(year), _short((low + high) / 2), _short((high - low) / 2), words, row["row"])
    unread = bool((rows["checked"] == "unread").any())
    first = rows.iloc[0]
    name = f"{SYSTEMS.get(first['system'], first['system'])}: {_cited(first)}"
    return go.Scatter(
        x=columns["x"],
        y=columns["y"],
        error_y={"array": columns["more"], "thickness": 1} if any(columns["more"]) else None,
        name=f"{name}, not re-read" if unread else name,
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 1.5, "dash": dash},
        marker={
            "color": colour,
            "size": 7,
            "symbol": [symbol + "-open" * (kind == "unread") for kind in _with_gaps(columns, rows)],
        },
        text=columns["text"],
        hoverinfo="text",
        customdata=columns["row"],
    )
