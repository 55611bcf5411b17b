"""Prisoners of the whole Gulag by date; where a day has two counts, the line forks."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._totals.forks import joins, line_of
from helpers.charts._totals.looks import (
    LEGEND,
    SYSTEMS,
    decimal_year,
    key,
    not_re_read,
    short,
    years,
)
from helpers.charts.shared.record import describe, hover, record
from helpers.models import totals as model

#: Parts of the system that are drawn together; the sum with prisons has too few counts for it.
TOGETHER = ("itl_itk", "itl", "itk", "prisons")

#: Marks of bounds, which name no number that was counted.
BOUNDS = {"at_least": "arrow-up", "at_most": "arrow-down"}

#: Heading of the values in the table.
VALUE = "Prisoners (persons)"


def totals(table: pd.DataFrame, *, system: str = "every") -> go.Figure:
    """
    Draw the prisoners of camps, colonies and prisons by date.

    Parameters
    ----------
    table : DataFrame
        ``gulag_totals``: columns ``system``, ``measure`` (``prisoners`` is drawn, in persons),
        values, dates, sources.
    system : str, optional
        ``itl``, ``itk``, ``itl_itk``, ``prisons`` or ``all_incl_prisons``; ``every`` draws the
        first four beside each other.

    Returns
    -------
    Figure
        A mark per number. Where a day has two counts that no rounding explains, the line forks
        to both, and the chart of one part names them. A gap in the record is a gap in the line;
        an arrow is a bound. Totals of 1930 and 1931 that repeat the number of the camps are not
        drawn: in those years the colonies were not counted.

    Raises
    ------
    ValueError
        If the table has no such part of the system.
    """
    rows = table[(table["measure"] == "prisoners") & (table["date_kind"] != "span")]
    rows = rows[~_repeats(rows)]
    known = [name for name in SYSTEMS if name in set(rows["system"])]
    if system not in ("every", *known):
        raise ValueError(f"no system '{system}'; choose from every, {', '.join(known)}")
    drawn = [name for name in TOGETHER if name in known] if system == "every" else [system]
    rows = rows[rows["system"].isin(drawn)].sort_values(["date_start", "row_id"])
    figure = go.Figure([trace for name in drawn for trace in _series(rows, name)])
    if (rows["checked"] == "unread").any():
        figure.add_trace(not_re_read())
    forks = {name: model.rivals(rows, name) for name in drawn}
    figure.add_traces(_explained(rows, forks))
    if system != "every":
        _say(figure, forks[system])
    figure.update_layout(legend=LEGEND)
    figure.update_yaxes(title_text="prisoners", rangemode="tozero", tickformat="~s")
    years(figure)
    return record(figure, rows, _table(rows), alt=_alt(rows, forks, drawn), height=520)


def _repeats(rows: pd.DataFrame) -> pd.Series:
    camps = rows[rows["system"] == "itl"]
    known = set(zip(camps["date_start"], camps["value_max"].fillna(0), strict=True))
    pairs = zip(rows["date_start"], rows["value_max"].fillna(-1), strict=True)
    found = pd.Series([pair in known for pair in pairs], index=rows.index)
    return (rows["system"] == "itl_itk") & found


def _series(rows: pd.DataFrame, system: str) -> list[go.Scatter]:
    words, colour, dash, symbol = SYSTEMS[system]
    own = rows[rows["system"] == system]
    by_day = {
        decimal_year(day): sorted({short(value) for value in group["value_min"]})
        for day, group in model.counts(rows, system).groupby("date_start")
    }
    forked = {decimal_year(day) for day in model.rivals(rows, system).index}
    line = {"color": colour, "width": 2, "dash": dash}
    joined = joins(by_day, forked)
    thin = {"color": colour, "width": 1, "dash": "dot"}
    return [
        key(words, mode="lines+markers", line=line, marker={"color": colour, "symbol": symbol}),
        line_of(joined[False], line),
        *([line_of(joined[True], thin)] if joined[True] else []),
        go.Scatter(
            x=[decimal_year(day) for day in own["date_start"]],
            y=[_height(row) for _, row in own.iterrows()],
            mode="markers",
            showlegend=False,
            marker={
                "color": colour,
                "size": 7,
                "symbol": [_symbol(row, symbol) for _, row in own.iterrows()],
            },
            text=[hover(row, f"prisoners, {words}") for _, row in own.iterrows()],
            hoverinfo="text",
            customdata=own["row"].tolist(),
        ),
    ]


def _explained(rows: pd.DataFrame, forks: dict[str, pd.DataFrame]) -> list[go.Scatter]:
    """Explain in the legend the marks and lines that not every chart has."""
    entries = []
    if any(len(days) for days in forks.values()):
        thin = {"color": theme.GREY, "width": 1, "dash": "dot"}
        entries.append(key("thin: two counts", mode="lines", line=thin))
    for qualifier, word in (("at_least", "more than this"), ("at_most", "at most this")):
        if (rows["qualifier"] == qualifier).any():
            mark = {"symbol": BOUNDS[qualifier], "color": theme.GREY, "size": 9}
            entries.append(key(word, mode="markers", marker=mark))
    return entries


def _height(row: pd.Series) -> float:
    return short(row["value_max"] if pd.isna(row["value_min"]) else row["value_min"])


def _symbol(row: pd.Series, symbol: str) -> str:
    base = BOUNDS.get(row["qualifier"], symbol)
    return theme.symbol(base, unread=row["checked"] == "unread")


def _said(forks: dict[str, pd.DataFrame]) -> list[str]:
    return [
        f"{day.year}, {SYSTEMS[name][0]}: {theme.number(row['high'])} or {theme.number(row['low'])}"
        for name, rows in forks.items()
        for day, row in rows.iterrows()
    ]


def _say(figure: go.Figure, forks: pd.DataFrame) -> None:
    """Name the two counts of a day in the lower right, which is empty in every part."""
    if forks.empty:
        return
    lines = ["<b>two counts of 1 January</b>"]
    for day, row in forks.iterrows():
        lines.append(f"{day.year}: {theme.number(row['high'])} or {theme.number(row['low'])}")
    figure.add_annotation(
        text="<br>".join(lines),
        xref="paper",
        yref="paper",
        x=0.99,
        y=0.02,
        xanchor="right",
        yanchor="bottom",
        align="right",
        showarrow=False,
        font={"size": 12},
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    view = describe(rows, VALUE)
    view.insert(0, "Where", [SYSTEMS[name][0] for name in rows["system"]])
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    return view


def _alt(rows: pd.DataFrame, forks: dict[str, pd.DataFrame], drawn: list[str]) -> str:
    words = ", ".join(SYSTEMS[name][0] for name in drawn)
    exact = rows[rows["qualifier"] == "exact"]
    top = exact.loc[exact["value_min"].idxmax()]
    said = _said(forks)
    unread = int((rows["checked"] == "unread").sum())
    return (
        f"Line chart of prisoners in the Gulag ({words}), {len(rows)} numbers from "
        f"{rows.iloc[0]['date_text']} to {rows.iloc[-1]['date_text']}, {unread} of them not "
        f"re-read. The highest is {theme.amount(top)} ({top['date_text']})."
        + (f" Two counts of 1 January: {'; '.join(said)}." if said else "")
    )
