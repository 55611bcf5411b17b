"""
Give a figure what it must carry: alt text, sources, a table and the row behind each point.

Everything travels in `figure.layout.meta`, so that the page needs to know nothing of any chart.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.looks import follow

#: Letters of short names that fit under a chart in a notebook; the page has room for all.
SOURCE_LINE_LENGTH = 70


def record(
    figure: go.Figure,
    rows: pd.DataFrame,
    table: pd.DataFrame,
    *,
    alt: str,
    height: int = 420,
    values: bool = True,
) -> go.Figure:
    """
    Complete a figure.

    Parameters
    ----------
    figure : Figure
        The traces and axes; changed and returned.
    rows : DataFrame
        Every row of data that the figure was made from, with ``row`` and ``source_keys``.
    table : DataFrame
        What the reader of the table view sees: one line per mark, columns with readable names.
        A column ``row`` names the row of data behind the line (several joined by blanks where
        the line is computed, empty where none) and becomes a link.
    alt : str
        Kind of chart, what it shows, the finding; computed from the rows.
    height : int, optional
        Height of the chart in pixels.
    values : bool, optional
        Whether marks show numbers: then each follows the status and check of its row (see
        `looks.follow`). On maps and bars of time a mark says what stands there.

    Returns
    -------
    Figure
        The same figure, with template, sources and ``layout.meta``.
    """
    if values:
        follow(figure, rows)
    keys = cited(rows)
    columns = [name for name in table.columns if name != "row"]
    meta: dict[str, Any] = {
        "alt": alt,
        "sources": keys,
        "table": {
            "columns": columns,
            "rows": [
                [_plain(cell) for cell in line] for line in table[columns].to_numpy().tolist()
            ],
            "links": table["row"].tolist() if "row" in table else [],
        },
    }
    figure.update_layout(height=height, meta=meta)
    # assigned, not updated: an update would leave eight kilobytes of plotly's own template in it
    figure.layout.template = theme.template()
    if keys:
        _source_line(figure, keys)
    return figure


def cited(rows: pd.DataFrame) -> list[str]:
    """List the keys of the works behind some rows, the most cited first."""
    keys = rows["source_keys"].map(sources.split).explode().dropna()
    return (
        keys.value_counts(sort=True)
        .sort_index()
        .sort_values(ascending=False, kind="stable")
        .index.tolist()
    )


def _source_line(figure: go.Figure, keys: list[str]) -> None:
    label = "Source" if len(keys) == 1 else "Sources"
    names = [sources.short(key) for key in keys]
    while len(names) > 1 and len("; ".join(names)) > SOURCE_LINE_LENGTH:
        names.pop()
    more = f" and {len(keys) - len(names)} more" if len(names) < len(keys) else ""
    shown = "; ".join(names) + more
    figure.add_annotation(
        name="sources",
        text=f"{label}: {shown}",
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        xanchor="left",
        yanchor="top",
        yshift=-58,
        showarrow=False,
        font={"size": 11},
    )
    figure.update_layout(margin={"b": 86})


def _plain(cell: Any) -> Any:
    """Make a cell fit for JSON: missing is None, whole numbers are integers."""
    if cell is None or cell is pd.NA or (isinstance(cell, float) and pd.isna(cell)):
        return None
    if isinstance(cell, float) and cell == int(cell):
        return int(cell)
    return cell


def nothing(figure: go.Figure, words: str) -> go.Figure:
    """Say in the middle of an empty chart why it is empty."""
    figure.add_annotation(
        text=words, xref="paper", yref="paper", x=0.5, y=0.5, showarrow=False, font={"size": 16}
    )
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return figure


def hover(row: pd.Series, what: str) -> str:
    """
    Write the hover text of a point: value, date, source, status.

    Parameters
    ----------
    row : Series
        A row of a table of numbers.
    what : str
        What is counted, in words.
    """
    when = row["date_text"] or "undated"
    who = sources.short_list(sources.split(row["source_keys"]))
    return f"<b>{theme.amount(row)}</b> {what}<br>{when}<br>{who}<br>{theme.status(row)}"


def doubts(row: pd.Series | None) -> list[str]:
    """Name in words what the mark of a number would show; nothing of a number counted and read."""
    if row is None:
        return []
    status = [row["status"]] if row["status"] in theme.STATUS_SYMBOLS else []
    return status + [theme.UNREAD] * (row["checked"] == "unread")


def describe(rows: pd.DataFrame, value: str) -> pd.DataFrame:
    """
    Build the usual table view of rows of numbers.

    Parameters
    ----------
    rows : DataFrame
        Rows in the order in which the reader should find them.
    value : str
        Heading of the values, with their unit.

    Returns
    -------
    DataFrame
        Columns ``Date``, the value, ``Kind of number``, ``How known``, ``Source`` and ``row``.
    """
    return pd.DataFrame(
        {
            "Date": rows["date_text"].where(rows["date_text"] != "", "undated"),
            value: [theme.amount(row) for _, row in rows.iterrows()],
            "Kind of number": rows["status"],
            "How known": rows["checked"].map(theme.CHECKED),
            "Source": [sources.short_list(sources.split(keys)) for keys in rows["source_keys"]],
            "row": rows["row"],
        }
    )
