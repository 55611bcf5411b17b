"""Coal of Karaganda through the years, in tonnes or as a part of the country's."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme, units
from helpers.charts.shared.looks import point
from helpers.charts.shared.record import describe, hover, record
from helpers.models import shares

#: What can be shown, with the title of the axis.
SHOWN = {"output": "million tonnes in the year", "share": "per cent of all Soviet coal"}

#: Regions drawn, with their look; the first is the subject, the others stand beside it.
REGIONS = {
    "Karaganda basin": theme.SERIES[0],
    "Kazakhstan": theme.SERIES[1],
    "Kuznetsk basin": theme.SERIES[2],
    "Urals": theme.SERIES[3],
}

#: First and last year drawn.
SPAN = (1930, 1956)

#: Unit in which all is drawn.
UNIT = "million t"


def coal(table: pd.DataFrame, factors: pd.DataFrame, *, shown: str = "output") -> go.Figure:
    """
    Draw the coal of the Karaganda basin and its neighbours, year by year.

    Parameters
    ----------
    table : DataFrame
        ``regional_output``: rows of the product ``coal`` and the measure ``output``.
    factors : DataFrame
        ``unit_conversions``, for ``units.in_unit``.
    shown : str, optional
        ``output``, or ``share``: computed where the whole of the USSR is known for the year.

    Returns
    -------
    Figure
        A line joins years of one region that follow each other; a gap is a gap. Numbers not
        re-read are hollow. The years of the war are shaded.

    Raises
    ------
    ValueError
        If something else is to be shown, or the table has no coal of the Karaganda basin.
    """
    if shown not in SHOWN:
        raise ValueError(f"cannot show '{shown}'; choose from {', '.join(SHOWN)}")
    rows = _rows(table, factors)
    if shown == "share":
        rows = _shares(rows)
    rows = rows[rows["region"].isin(REGIONS)]
    figure = go.Figure()
    for region, look in REGIONS.items():
        part = rows[rows["region"] == region]
        if len(part):
            figure.add_trace(_line(part, region, look, shown))
    figure.add_vrect(x0=1941, x1=1945, fillcolor=theme.GREY, opacity=0.15, line_width=0)
    figure.update_xaxes(range=SPAN, dtick=5, tickformat="d")
    figure.update_yaxes(title_text=SHOWN[shown], rangemode="tozero")
    view = describe(rows, "Million t" if shown == "output" else "Per cent of Soviet coal")
    view.insert(0, "Where", rows["region"])
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    if shown == "share":
        view["Kind of number"] = "computed"
    return record(figure, rows, view, alt=_alt(rows, shown), height=460)


def _rows(table: pd.DataFrame, factors: pd.DataFrame) -> pd.DataFrame:
    rows = table[(table["product"] == "coal") & (table["measure"] == "output")]
    rows = rows[rows["basis"] == "actual"].assign(year=rows["date_start"].dt.year)
    rows = rows[rows["year"].between(*SPAN)]
    if not (rows["region"] == "Karaganda basin").any():
        raise ValueError("the table has no yearly coal of the Karaganda basin")
    return units.in_unit(rows, UNIT, factors).sort_values(["region", "year"])


def _shares(rows: pd.DataFrame) -> pd.DataFrame:
    """Divide by the USSR of the same year; a year without that whole has no share."""
    whole = rows[rows["region"] == "USSR"].drop_duplicates("year").set_index("year")
    rows = rows[rows["year"].isin(whole.index) & (rows["region"] != "USSR")].copy()
    beside = whole.loc[rows["year"]]
    rows["value_min"] = [
        round(shares.share(float(part), float(all_of_it)), 1)
        for part, all_of_it in zip(rows["value_min"], beside["value_min"], strict=True)
    ]
    rows["value_max"] = rows["value_min"]
    rows["row"] = rows["row"] + " " + beside["row"].to_numpy()
    rows["source_keys"] = rows["source_keys"] + ";" + beside["source_keys"].to_numpy()
    return rows


def _line(rows: pd.DataFrame, region: str, look: tuple[str, str, str], shown: str) -> go.Scatter:
    colour, dash, symbol = look
    status = "computed" if shown == "share" else ""
    marks = [theme.symbol(symbol, status, kind == "unread") for kind in rows["checked"]]
    hollow = (rows["checked"] == "unread").all()
    unread = f", {theme.UNREAD}" if hollow else ""
    unit = "million t of coal" if shown == "output" else "per cent of Soviet coal, computed"
    return go.Scatter(
        x=_broken(rows, rows["year"].tolist()),
        y=_broken(rows, [round(float(value), 3) for value in rows["value_min"]]),
        mode="lines+markers" if len(rows) > 1 else "markers",
        name=f"{region}{unread}",
        line={"color": colour, "dash": dash, "width": 1.5},
        marker=point(colour, symbol, status, hollow) | {"symbol": _broken(rows, marks, symbol)},
        hovertext=_broken(rows, [hover(row, f"{unit}, {region}") for _, row in rows.iterrows()]),
        hoverinfo="text",
        customdata=_broken(rows, rows["row"].tolist()),
        cliponaxis=False,
    )


def _broken(rows: pd.DataFrame, cells: list, gap: str | None = None) -> list:
    """Leave a gap between years that do not follow each other: what lay between is not known."""
    parts: list = []
    for year, before, cell in zip(rows["year"], rows["year"].shift(), cells, strict=True):
        if parts and year - before > 1:
            parts.append(gap)
        parts.append(cell)
    return parts


def _alt(rows: pd.DataFrame, shown: str) -> str:
    said = []
    for region, part in rows.groupby("region", sort=False):
        values = ", ".join(f"{row['year']}: {theme.amount(row)}" for _, row in part.iterrows())
        said.append(f"{region} {values}")
    return f"Line chart of coal, {SHOWN[shown]}. {'; '.join(said)}."
