"""Man-days that prisoners did not work, by the reason that the report gives."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme, units
from helpers.charts.shared.ranked import AROUND, LINE, STATUS_LOOKS, bar_look, lines, measured
from helpers.charts.shared.record import describe, hover, record
from helpers.models import shares


def days_lost(table: pd.DataFrame, *, share: bool = False) -> go.Figure:
    """
    Draw the man-days lost, the most frequent reason on top.

    Parameters
    ----------
    table : DataFrame
        ``gulag_economy``: columns ``row``, ``scope``, ``item``, ``measure`` (``man_days_lost``),
        ``unit`` (the same in all rows), values, ``status``, ``checked``, ``source_keys``.
    share : bool, optional
        Draw per cent of the days listed instead of days. Reasons that a report does not list are
        in neither.

    Returns
    -------
    Figure
        A bar per reason, from zero; the table has days and per cent.

    Raises
    ------
    ValueError
        If the table has no man-days lost, or has them in several units.
    """
    rows = table[(table["measure"] == "man_days_lost") & table["value_min"].notna()]
    if rows.empty:
        raise ValueError("the table has no row of the measure 'man_days_lost'")
    total, unit = float(units.total(rows)["value_min"]), units.one_unit(rows)
    rows = rows.sort_values("value_min", ascending=False, kind="stable").reset_index(drop=True)
    percent = [round(shares.share(float(days), total), 1) for days in rows["value_min"]]
    figure = go.Figure(_bars(rows, percent, total, unit, share=share))
    if share:
        measured(figure, max(percent), "per cent of the days listed")
    else:
        measured(figure, float(rows["value_min"].max()), unit)
    lines(figure, rows["item"].tolist())
    figure.update_layout(showlegend=False)
    view = describe(rows, unit.capitalize())
    view.insert(0, "Reason", rows["item"])
    view.insert(3, "Per cent (computed)", percent)
    return record(
        figure,
        rows,
        view,
        alt=_alt(rows, percent, total, unit, share=share),
        height=AROUND + LINE * len(rows),
    )


def _bars(
    rows: pd.DataFrame, percent: list[float], total: float, unit: str, *, share: bool
) -> go.Bar:
    colour, _, _ = STATUS_LOOKS[rows["status"].iloc[0]]
    written = [f"{one:.1f} %" for one in percent] if share else rows["value_min"].map(theme.number)
    whole = theme.number(total)
    said = [
        f"{hover(row, unit)}<br>{part:.1f} per cent of the {whole} {unit} listed (computed)"
        for (_, row), part in zip(rows.iterrows(), percent, strict=True)
    ]
    return go.Bar(
        orientation="h",
        x=percent if share else rows["value_min"].astype(float).tolist(),
        y=list(range(len(rows))),
        width=0.55,
        marker=bar_look(colour, theme.STATUS_PATTERNS["computed"] if share else ""),
        text=list(written),
        textposition="outside",
        textfont={"size": 12},
        cliponaxis=False,
        hovertext=said,
        hoverinfo="text",
        customdata=rows["row"].tolist(),
    )


def _alt(rows: pd.DataFrame, percent: list[float], total: float, unit: str, *, share: bool) -> str:
    where, when = rows["scope"].iloc[0], rows["date_text"].iloc[0]
    parts = [
        f"{row['item']} {part:.1f} per cent" if share else f"{row['item']} {theme.amount(row)}"
        for (_, row), part in zip(rows.iterrows(), percent, strict=True)
    ]
    who = sources.short_list(sources.split(rows["source_keys"].iloc[0]))
    return (
        f"Bar chart of {theme.number(total)} {unit} lost in the {where}, {when} ({who}): "
        f"{', '.join(parts)}."
    )
