"""Chief administrations of camps: from when to when each existed."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._incentives.years import MARK, Years, year
from helpers.charts.shared.record import record
from helpers.charts.shared.when import when

#: Length of the arrow of an administration whose end was not read, in years.
ARROW = 3


def administrations(table: pd.DataFrame) -> go.Figure:
    """
    Draw the life of each chief administration as a bar, the oldest on top.

    Parameters
    ----------
    table : DataFrame
        ``laws``: rows of the kind ``organisation``, with ``title``, ``what``, dates, ``ended``
        (last day), ``ended_text``, ``source_keys``, ``checked``.

    Returns
    -------
    Figure
        A bar from the founding to the end; where no end was read, a mark with an arrow, which
        says nothing about how long the administration lasted.

    Raises
    ------
    ValueError
        If the table has no administration.
    """
    rows = table[table["kind"] == "organisation"].sort_values(["date_start", "row_id"])
    if rows.empty:
        raise ValueError("the table has no row of the kind 'organisation'")
    figure, years = go.Figure(), Years()
    rows = rows.assign(y=[years.place(row["title"]) for _, row in rows.iterrows()])
    figure.add_trace(_bars(rows[rows["ended"].notna()]))
    unended = rows[rows["ended"].isna()]
    if len(unended):
        figure.add_trace(_arrows(unended))
    height = years.close(figure)
    figure.update_layout(barmode="overlay")
    return record(figure, rows, _table(rows), alt=_alt(rows), height=height)


def _bars(rows: pd.DataFrame) -> go.Bar:
    begins = [year(day) for day in rows["date_start"]]
    ends = [year(day) for day in rows["ended"]]
    return go.Bar(
        y=rows["y"].tolist(),
        x=[round(end - begin, 2) for begin, end in zip(begins, ends, strict=True)],
        base=begins,
        width=MARK - 2,
        orientation="h",
        name="founding to end",
        marker={"color": theme.BLUE},
        hovertext=[_hover(row) for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
    )


def _arrows(rows: pd.DataFrame) -> go.Scatter:
    x, y, texts, links = [], [], [], []
    for _, row in rows.iterrows():
        begin = year(row["date_start"])
        x += [begin, round(begin + ARROW, 2), None]
        y += [row["y"]] * 2 + [None]
        texts += [_hover(row)] * 2 + [None]
        links += [row["row"]] * 2 + [None]
    return go.Scatter(
        x=x,
        y=y,
        mode="lines+markers",
        name="founding; end not read",
        line={"color": theme.BLUE, "width": 3},
        marker={
            "color": theme.BLUE,
            "symbol": ["square", "triangle-right", "circle"] * len(rows),
            "size": 12,
        },
        hovertext=texts,
        hoverinfo="text",
        customdata=links,
    )


def _end(row: pd.Series) -> str:
    return row["ended_text"] or "not read"


def _hover(row: pd.Series) -> str:
    who = sources.short_list(sources.split(row["source_keys"]))
    return f"<b>{row['title']}</b><br>{when(row)} – end: {_end(row)}<br>{who}"


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    every = [row for _, row in rows.iterrows()]
    return pd.DataFrame(
        {
            "Administration": [row["title"] for row in every],
            "Founded": [when(row) for row in every],
            "End": [_end(row) for row in every],
            "Belonged to": [row["issuer"] for row in every],
            "What it did": [row["what"] for row in every],
            "Note": [row["note"] for row in every],
            "Source": [sources.short_list(sources.split(row["source_keys"])) for row in every],
            "row": [row["row"] for row in every],
        }
    )


def _alt(rows: pd.DataFrame) -> str:
    lives = [
        f"{row['title'].split(':')[0]} {row['date_start'].year}–"
        + (str(row["ended"].year) if pd.notna(row["ended"]) else "end not read")
        for _, row in rows.iterrows()
    ]
    same = rows["date_start"].value_counts()
    return (
        f"Bar chart of {len(rows)} chief administrations of camps: {', '.join(lives)}. "
        f"{same.max()} of them were founded on one day, {same.idxmax():%Y-%m-%d}."
    )
