"""Deaths in the Gulag by year: the published rate beside the rate that counts and deaths give."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._totals.looks import (
    LEGEND,
    SYSTEMS,
    computed_marks,
    not_re_read,
    short,
    years,
)
from helpers.charts.shared.record import describe, hover, record
from helpers.models import totals as model

#: Title of the axis and words after a number.
MEASURES = {
    "mortality": ("deaths a year per 100 prisoners", "deaths per 100 prisoners"),
    "deaths": ("deaths in a year", "deaths"),
}

#: Yearly numbers that make a series; a single year of camps or colonies is left to its row.
SERIES = 3

#: The parts of the system in the charts of deaths.
DRAWN = ("itl_itk", "itl", "itk")


def death_rates(table: pd.DataFrame, *, measure: str = "mortality") -> go.Figure:
    """
    Draw the deaths of the Gulag by year, or their rate, with a check of the rate.

    Parameters
    ----------
    table : DataFrame
        ``gulag_totals``: measures ``mortality`` (percent), ``deaths`` and ``prisoners``
        (persons).
    measure : str, optional
        ``mortality`` or ``deaths``.

    Returns
    -------
    Figure
        A line per part of the system that has a series. With the rates stand hexagons, computed
        from the deaths of the year and the counts of 1 January before and after it; two counts
        of a day give two of them with a bar between. A year without both counts has none.

    Raises
    ------
    ValueError
        If the measure is another one, or the table has no such rows.
    """
    if measure not in MEASURES:
        raise ValueError(f"no measure '{measure}'; choose from {', '.join(MEASURES)}")
    rows = table[(table["measure"] == measure) & (table["date_kind"] == "year")]
    rows = rows[rows["system"].isin(DRAWN) & rows["value_min"].notna()]
    rows = rows[rows.groupby("system")["row_id"].transform("size") >= SERIES]
    rows = rows.sort_values(["date_start", "row_id"])
    rows = rows.drop_duplicates(["system", "date_start", "value_min"])
    if rows.empty:
        raise ValueError(f"the table of totals has no yearly rows of measure '{measure}'")
    figure = go.Figure()
    for system in [name for name in DRAWN if name in set(rows["system"])]:
        figure.add_trace(_line(rows[rows["system"] == system], system, measure))
    computed = model.death_rates(table) if measure == "mortality" else pd.DataFrame()
    if len(computed):
        marks = computed_marks(
            computed, _hover, name=SYSTEMS["itl_itk"][0], colour=theme.VERMILION, symbol="hexagon"
        )
        figure.add_trace(marks)
    if (rows["checked"] == "unread").any() or (len(computed) and computed["unread"].any()):
        figure.add_trace(not_re_read())
    figure.update_yaxes(title_text=MEASURES[measure][0], rangemode="tozero", tickformat="~s")
    years(figure)
    figure.update_layout(legend=LEGEND | {"entrywidth": 210})
    view = _table(rows, computed, measure)
    inputs = [rows[["row", "source_keys"]]]
    inputs += [computed[["row", "source_keys"]]] if len(computed) else []
    alt = _alt(rows, computed, measure)
    return record(figure, pd.concat(inputs), view, alt=alt, height=470)


def _line(rows: pd.DataFrame, system: str, measure: str) -> go.Scatter:
    words, colour, dash, symbol = SYSTEMS[system]
    x: list[int | None] = []
    y: list[float | None] = []
    rest: list[tuple[str | None, str | None, str]] = []
    for _, row in rows.iterrows():
        year = int(row["date_start"].year)
        if x and year - x[-1] > 1:
            x, y, rest = [*x, None], [*y, None], [*rest, (None, None, symbol)]
        mark = theme.symbol(symbol, unread=row["checked"] == "unread")
        x, y = [*x, year], [*y, short(float(row["value_min"]))]
        rest.append((hover(row, f"{MEASURES[measure][1]}, {words}"), row["row"], mark))
    return go.Scatter(
        x=x,
        y=y,
        name=f"{words}, published",
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 1.5, "dash": dash},
        marker={"color": colour, "size": 7, "symbol": [mark for _, _, mark in rest]},
        text=[text for text, _, _ in rest],
        hoverinfo="text",
        customdata=[link for _, link, _ in rest],
    )


def _percent(row: pd.Series) -> str:
    low, high = (theme.number(row[end], 2) for end in ("low", "high"))
    return low if low == high else f"{low} or {high}"


def _hover(year: int, row: pd.Series) -> str:
    basis = "deaths of the year / mean of the counts<br>of 1 January before and after"
    read = f"<br>{theme.CHECKED['unread']}" if row["unread"] else ""
    return f"<b>{_percent(row)}</b> per 100 prisoners, {year}<br>{basis}<br>computed{read}"


def _table(rows: pd.DataFrame, computed: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Write a line per published number, with the computed rate beside it."""
    view = describe(rows, MEASURES[measure][1].capitalize())
    view.insert(0, "Where", [SYSTEMS[name][0] for name in rows["system"]])
    if computed.empty:
        return view
    years_ = rows["date_start"].dt.year.where(rows["system"] == "itl_itk", -1)
    found = [computed.loc[year] if year in computed.index else None for year in years_]
    said = [
        "" if line is None else _percent(line) + " (not re-read)" * bool(line["unread"])
        for line in found
    ]
    # one register has them all, named under the chart
    view = view.drop(columns=["Kind of number", "Source"])
    view.insert(3, "Computed", said)
    linked = [
        own if line is None else f"{own} {line['row']}"
        for own, line in zip(view["row"], found, strict=True)
    ]
    view["row"] = _once(linked)
    return view


def _once(linked: list[str]) -> list[str]:
    """Leave out what the line above links: the count that ends a year begins the next."""
    above = [set(), *(set(links.split()) for links in linked)]
    return [
        " ".join(link for link in links.split() if link not in before)
        for links, before in zip(linked, above[:-1], strict=True)
    ]


def _alt(rows: pd.DataFrame, computed: pd.DataFrame, measure: str) -> str:
    top, low = rows.loc[rows["value_min"].idxmax()], rows.loc[rows["value_min"].idxmin()]
    what = MEASURES[measure][1]
    words = (
        f"Line chart of {what} in the Gulag by year, {len(rows)} numbers. The highest is "
        f"{theme.amount(top)} ({top['date_text']}), the lowest {theme.amount(low)} "
        f"({low['date_text']})."
    )
    if not len(computed):
        return words
    peak = computed["high"].idxmax()
    highest = f"the highest is {_percent(computed.loc[peak])} ({peak})"
    return f"{words} Computed for {len(computed)} years; {highest}."
