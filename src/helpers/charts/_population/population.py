"""Prisoners of a camp by date: counts, yearly maxima and year values, each with its own mark."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._population import doubts
from helpers.charts.shared.looks import point
from helpers.charts.shared.record import describe, hover, nothing, record

#: Two counts further apart than this (in days) are not joined: between them is a gap.
JOINED_WITHIN = 400


def population(
    table: pd.DataFrame,
    camps: pd.DataFrame | None = None,
    *,
    camp: str,
    measure: str = "prisoners",
    kind: str = "every",
    source: str = "every",
) -> go.Figure:
    """
    Draw every number of the people held in a camp.

    Parameters
    ----------
    table : DataFrame
        ``camp_population``: columns ``camp_id``, ``measure``, ``count_kind``, ``same_as``,
        values in persons, dates, sources.
    camps : DataFrame, optional
        ``camps``: with it the days of opening and closing are drawn, and counts that cannot all
        be right are named: one number on two days, two of one day, one after the closing.
    camp : str
        ``camp_id`` of the camp.
    measure : str, optional
        What is counted: ``prisoners``, ``women``, ``counter_revolutionary``, ``deaths``.
    kind : str, optional
        Draw this ``count_kind`` only.
    source : str, optional
        Draw the numbers of this work only (a key of the bibliography).

    Returns
    -------
    Figure
        One mark per number; a count that stands under two names is drawn once. Gaps in the
        record are gaps in the line. A number without a date stands in the table view only.
        Where nothing fits the choice, the chart says so.

    Raises
    ------
    ValueError
        If the table has no number of this camp and measure.
    """
    rows = _select(table, camp, measure)
    chosen = rows
    if kind != "every":
        chosen = chosen[chosen["count_kind"] == kind]
    if source != "every":
        chosen = chosen[[source in sources.split(keys) for keys in chosen["source_keys"]]]
    dated = chosen[chosen["date_start"].notna()]
    figure = go.Figure()
    for (name, unread), marks in dated.groupby(
        ["count_kind", dated["checked"] == "unread"], sort=False
    ):
        figure.add_trace(_series(name, unread, marks, measure))
    if dated.empty:
        nothing(figure, "The table holds no such number with a date")
    figure.update_yaxes(title_text=_title(measure), rangemode="tozero", tickformat=",d")
    figure.update_xaxes(type="date", nticks=5, tickformat="%Y", tickangle=0)
    found = []
    view = _table(chosen, measure)
    if camps is not None and len(dated):
        opened = doubts.camp_of(camps, camp)
        found = doubts.doubts(dated, opened)
        doubts.write(figure, found, opened)
        view.insert(len(view.columns) - 1, "Note", chosen["note"])
    alt = " ".join([_alt(chosen, camp, measure), *(doubt.sentence for doubt in found)])
    return record(figure, chosen if len(chosen) else rows.head(0), view, alt=alt)


def _select(table: pd.DataFrame, camp: str, measure: str) -> pd.DataFrame:
    rows = table[(table["camp_id"] == camp) & (table["measure"] == measure)]
    if rows.empty:
        known = ", ".join(sorted(table.loc[table["measure"] == measure, "camp_id"].unique()))
        raise ValueError(
            f"no rows for camp '{camp}' and measure '{measure}'; the table has {known}"
        )
    shown = rows[rows["same_as"] == ""]
    return shown.sort_values(["date_start", "row_id"])


def _series(kind: str, unread: bool, rows: pd.DataFrame, measure: str) -> go.Scatter:
    colour, symbol, words = theme.COUNT_KINDS[kind]
    dates, values, texts, links = [], [], [], []
    earlier = None
    for _, row in rows.iterrows():
        if earlier is not None and (row["date_start"] - earlier).days > JOINED_WITHIN:
            for column in (dates, values, texts, links):
                column.append(None)
        earlier = row["date_start"]
        dates.append(f"{row['date_start']:%Y-%m-%d}")
        values.append(_height(row))
        texts.append(hover(row, measure.replace("_", "-")))
        links.append(row["row"])
    return go.Scatter(
        x=dates,
        y=values,
        name=f"{words}, {theme.UNREAD}" if unread else words,
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 1, "dash": "dot"},
        marker=point(colour, symbol, unread=unread),
        text=texts,
        hoverinfo="text",
        customdata=links,
    )


def _height(row: pd.Series) -> float:
    value = row["value_min"] if not pd.isna(row["value_min"]) else row["value_max"]
    return int(value)


def _title(measure: str) -> str:
    return {"prisoners": "prisoners", "women": "women", "deaths": "deaths in a year"}.get(
        measure, measure.replace("_", "-") + " prisoners"
    )


def _table(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    view = describe(rows, f"{_title(measure).capitalize()} (persons)")
    kinds = rows["count_kind"].map({key: words for key, (_, _, words) in theme.COUNT_KINDS.items()})
    view.insert(2, "Kind of count", kinds)
    return view


def _alt(rows: pd.DataFrame, camp: str, measure: str) -> str:
    what = f"Scatter chart of {_title(measure)} in {theme.camp_name(camp)}"
    if rows.empty:
        return f"{what}: the table holds no number for this choice."
    dated = rows[rows["date_start"].notna()]
    undated = len(rows) - len(dated)
    only = f" {undated} without a date stand in the table only." if undated else ""
    if dated.empty:
        return f"{what}: no number has a date.{only}"
    top = dated.loc[dated.apply(_height, axis=1).idxmax()]
    first, last = dated.iloc[0], dated.iloc[-1]
    return (
        f"{what}, {len(dated)} numbers from {first['date_text']} to {last['date_text']}. "
        f"The highest is {theme.amount(top)} ({top['date_text']}); "
        f"the first is {theme.amount(first)}, the last {theme.amount(last)}.{only}"
    )
