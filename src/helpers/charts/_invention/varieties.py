"""How many varieties and kinds of crops the experiment station is said to have had."""

from __future__ import annotations

import math
import re

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.ranked import STATUS_LOOKS
from helpers.charts.shared.record import describe, hover, record

#: Measures drawn, and what is counted, in words.
COUNTED = {"varieties_bred": "varieties bred", "crops_grown": "kinds of crops grown"}

#: What the two kinds of counts are in this table.
WHO = {"reported": "reported by the station, 1957", "claimed": "claimed in teaching texts"}

SCALES = ("linear", "log")

#: Pixels from one line to the next, and of all that stands around them.
LINE, AROUND = 50, 140


def varieties(table: pd.DataFrame, *, scale: str = "linear") -> go.Figure:
    """
    Draw each count of the station's varieties and crops on a line of its own.

    Parameters
    ----------
    table : DataFrame
        ``invention``: columns ``row``, ``item``, ``measure``, values, ``qualifier``,
        ``date_text``, ``source_keys``, ``status``, ``checked``.
    scale : str, optional
        ``linear`` (from zero) or ``log`` (each grid line ten times the one before).

    Returns
    -------
    Figure
        Claims and what the station reported have different marks; "more than" is an arrow.
        Varieties and kinds are different things and told apart by word.

    Raises
    ------
    ValueError
        If the scale is none of the two, or the table has no such count.
    """
    if scale not in SCALES:
        raise ValueError(f"no scale '{scale}'; choose from {', '.join(SCALES)}")
    rows = table[table["measure"].isin(COUNTED)].sort_values(["value_min", "row_id"])
    if rows.empty:
        raise ValueError("invention has no row of varieties or kinds of crops")
    rows = rows.reset_index(drop=True)
    figure = go.Figure()
    for status, (colour, symbol, _) in STATUS_LOOKS.items():
        group = rows[rows["status"] == status]
        if len(group):
            figure.add_trace(_dots(group, colour, symbol, status))
    for line, row in rows[rows["qualifier"] == "at_least"].iterrows():
        _more(figure, float(row["value_min"]), int(line), scale)
    _labels(figure, rows, scale)
    _axis(figure, float(rows["value_min"].max()), scale)
    table_view = describe(rows, "Number")
    table_view.insert(0, "What", [_label(row) for _, row in rows.iterrows()])
    return record(figure, rows, table_view, alt=_alt(rows, scale), height=AROUND + LINE * len(rows))


def _dots(rows: pd.DataFrame, colour: str, symbol: str, status: str) -> go.Scatter:
    return go.Scatter(
        x=[float(value) for value in rows["value_min"]],
        y=[float(line) for line in rows.index],
        mode="markers+text",
        name=WHO.get(status, status),
        marker={
            "color": colour,
            "symbol": symbol,
            "size": 11,
            "line": {"color": theme.INK, "width": 1},
        },
        text=[_number(row) for _, row in rows.iterrows()],
        textposition=[
            "bottom center" if how == "at_least" else "middle right" for how in rows["qualifier"]
        ],
        textfont={"size": 12},
        hovertext=[hover(row, COUNTED[row["measure"]]) for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
        cliponaxis=False,
    )


def _number(row: pd.Series) -> str:
    """Write the number beside its mark, or below it where an arrow says more than."""
    if row["qualifier"] == "at_least":
        return theme.number(row["value_min"])
    return f"\u00a0{theme.amount(row)}"


def _labels(figure: go.Figure, rows: pd.DataFrame, scale: str) -> None:
    """Write what is counted above each line: no margin is lost on a telephone."""
    left = 1 if scale == "log" else -0.04 * float(rows["value_min"].max())
    figure.add_trace(
        go.Scatter(
            x=[left] * len(rows),
            y=[line - 0.45 for line in rows.index],
            text=[_label(row) for _, row in rows.iterrows()],
            mode="text",
            textposition="middle right",
            textfont={"size": 12},
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )
    )
    figure.update_yaxes(
        range=[len(rows) - 0.4, -0.85],
        tickvals=rows.index.tolist(),
        showticklabels=False,
        showgrid=True,
        zeroline=False,
        ticks="",
    )
    corner = {"xref": "container", "x": 0, "yref": "container", "y": 0.995, "yanchor": "top"}
    figure.update_layout(legend=corner)


def _more(figure: go.Figure, value: float, line: int, scale: str) -> None:
    """Draw an arrow to the right: the source says more than."""
    figure.add_annotation(
        x=value if scale == "linear" else math.log10(value),
        y=line,
        ax=30,
        ay=0,
        xref="x",
        yref="y",
        axref="pixel",
        arrowside="start",
        startarrowhead=2,
        arrowhead=0,
        arrowcolor=theme.INK,
        arrowwidth=1.5,
        text="",
        standoff=7,
    )


def _axis(figure: go.Figure, most: float, scale: str) -> None:
    if scale == "linear":
        figure.update_xaxes(range=[-0.06 * most, most * 1.22], dtick=1000, tickformat=",")
        title = "number, from zero"
    else:
        figure.update_xaxes(
            type="log", range=[-0.1, 4.1], tickvals=[1, 10, 100, 1000, 10000], tickformat=","
        )
        title = "number, each step ten times"
    figure.update_xaxes(
        zeroline=False, title={"text": title, "font": {"size": 12}}, tickfont={"size": 12}
    )


def _label(row: pd.Series) -> str:
    """Say what is counted in words short enough for a telephone: names of breeds are left out."""
    item = re.sub(r'( and)? "[^"]+"', "", row["item"])
    if row["measure"] == "crops_grown":
        return f"{COUNTED['crops_grown'].capitalize()} at the station"
    return f"{item} bred" if "varieties" in item else f"{item}: {COUNTED[row['measure']]}"


def _alt(rows: pd.DataFrame, scale: str) -> str:
    told = "; ".join(
        f"{_label(row)} {theme.amount(row)} "
        f"({sources.short_list(sources.split(row['source_keys']))}, {row['status']})"
        for _, row in rows.iterrows()
    )
    kind = "from zero" if scale == "linear" else "on a scale by tens"
    return f"Dot chart of the station's crops and varieties {kind}: {told}."
