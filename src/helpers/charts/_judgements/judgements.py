"""Conclusions on a time axis, grouped by what the camps are compared with; none is weighed."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.filters import EVERY, declare, fitting
from helpers.charts.shared.record import record
from helpers.charts.shared.shelf import Shelf

#: Comparisons in the order of the chart, with their headings.
COMPARED = {
    "own costs": "compared with the camps' own costs",
    "free workers": "compared with free workers",
    "wages outside": "compared with wages outside the camps",
    "whole economy": "compared with the whole economy",
    "other aims of the state": "compared with other aims of the state",
    "nothing named": "compared with nothing that is named",
}

#: Colour and mark of each verdict.
VERDICTS = {
    "paid": (theme.GREEN, "square"),
    "gave results": (theme.GREEN, "triangle-up"),
    "useful where nobody would go": (theme.BLUE, "pentagon"),
    "profit was sought": (theme.BLUE, "circle"),
    "profit outside the camps": (theme.BLUE, "star"),
    "other purpose": (theme.PURPLE, "diamond"),
    "felt as a burden": (theme.PURPLE, "hexagon"),
    "cannot be weighed": (theme.INK, "x"),
    "did not pay": (theme.VERMILION, "triangle-down"),
}

#: What the label of a work adds that was not read itself.
KNOWN = {"unread": ", not read", "second_hand": ", at second hand"}

#: The years of the axis, and the place of works without a year to the right of them.
AXIS, UNDATED = (1946, 2038), 2031


def judgements(table: pd.DataFrame, *, verdict: str = EVERY, compared: str = EVERY) -> go.Figure:
    """
    Draw a mark per conclusion, at the year of the work.

    Parameters
    ----------
    table : DataFrame
        ``judgements``: columns ``row``, ``who``, ``year`` (missing: undated), ``work``,
        ``voice``, ``verdict``, ``compared``, ``concludes``, ``compared_with``, ``checked``,
        ``source_keys``.
    verdict, compared : str, optional
        Only conclusions of this class.

    Returns
    -------
    Figure
        Works below the heading of their comparison, the oldest first; works without a year stand
        to the right of the axis. The table has the conclusions in words.

    Raises
    ------
    ValueError
        If nobody concludes or compares in this way.
    """
    rows = _sorted(table)
    classes = pd.DataFrame(
        {"compared": [[one] for one in rows["compared"]], "verdict": [[v] for v in rows["verdict"]]}
    )
    fits = fitting(classes, {"verdict": verdict, "compared": compared})
    rows, classes = rows[fits].reset_index(drop=True), classes[fits].reset_index(drop=True)
    figure, shelf = go.Figure(), Shelf()
    for place, row in rows.iterrows():
        if place == 0 or row["compared"] != rows.at[place - 1, "compared"]:
            shelf.heading(COMPARED[row["compared"]])
        (y,) = shelf.bars(_label(row))
        figure.add_trace(_point(row, y))
    height = shelf.close(figure, "year of the work", AXIS[1])
    _years(figure)
    record(figure, rows, _table(rows), alt=_alt(rows), height=height + 10)
    order = {"compared": list(COMPARED), "verdict": list(VERDICTS)}
    return declare(figure, rows, classes, order, "conclusions", "Nobody here says both")


def _sorted(table: pd.DataFrame) -> pd.DataFrame:
    place = table["compared"].map({name: number for number, name in enumerate(COMPARED)})
    year = table["year"].astype("Float64").fillna(UNDATED)
    return table.assign(place=place, x=year).sort_values(
        ["place", "x", "row_id"], ignore_index=True
    )


def _label(row: pd.Series) -> str:
    year = "undated" if pd.isna(row["year"]) else str(int(row["year"]))
    return f"{row['who']} ({year}): {row['verdict']}{KNOWN.get(row['checked'], '')}"


def _point(row: pd.Series, y: float) -> go.Scatter:
    colour, symbol = VERDICTS[row["verdict"]]
    hollow = "-open" if row["checked"] == "unread" else ""
    said = "<br>".join(
        [
            f"<b>{row['who']}</b>, {row['work']}",
            _wrapped(row["concludes"]),
            f"Compared with: {_wrapped(row['compared_with'])}",
            theme.CHECKED[row["checked"]],
        ]
    )
    return go.Scatter(
        x=[float(row["x"])],
        y=[y],
        mode="markers",
        marker={"color": colour, "symbol": symbol + hollow, "size": 13},
        hovertext=[said],
        hoverinfo="text",
        customdata=[row["row"]],
        showlegend=False,
        cliponaxis=False,
    )


def _wrapped(text: str) -> str:
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > 46:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "<br>".join([*lines, line])


def _years(figure: go.Figure) -> None:
    """Put years on the axis that the shelf has made, and the labels at its beginning."""
    ticks = [1950, 1970, 1990, 2010, UNDATED]
    figure.update_xaxes(
        range=list(AXIS),
        dtick=None,
        tickformat=None,
        tickmode="array",
        tickvals=ticks,
        ticktext=[*map(str, ticks[:-1]), "undated"],
    )
    labels = figure.data[-1]
    labels.x = [AXIS[0] + 0.6] * len(labels.x)
    figure.update_layout(showlegend=False)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    known: dict[str, Any] = {
        "Who": rows["who"],
        "Year": [None if pd.isna(year) else int(year) for year in rows["year"]],
        "Concludes": rows["concludes"],
        "Compared with": rows["compared_with"],
        "Class": rows["verdict"],
        "How known": rows["checked"].map(theme.CHECKED),
        "Source": [sources.short_list(sources.split(keys)) for keys in rows["source_keys"]],
        "row": rows["row"],
    }
    return pd.DataFrame(known)


def _alt(rows: pd.DataFrame) -> str:
    """Name every author with the verdict below the comparison: counts alone would say little."""
    groups = [
        (COMPARED[name], "; ".join(_label(row) for _, row in group.iterrows()))
        for name, group in rows.groupby("compared", sort=False)
    ]
    said = ". ".join(f"{name[0].upper()}{name[1:]}: {labels}" for name, labels in groups)
    return f"Dot chart of {len(rows)} conclusions on the economy of the camps by year. {said}."
