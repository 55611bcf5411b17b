"""Rival claims about one thing, one line each; never averaged, never joined."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._ranked import (
    AROUND,
    LINE,
    STATUS_LOOKS,
    lines,
    measured,
    name_of,
    number_of,
    unit_sign,
)
from helpers.charts._record import describe, hover, nothing, record

#: Length of the arrow of an open end, as a part of the greatest value.
ARROW = 0.06


def claims(table: pd.DataFrame, *, camp: str, measure: str, kind: str = "every") -> go.Figure:
    """
    Draw every claim about one thing, the smallest on top.

    Parameters
    ----------
    table : DataFrame
        ``camp_claims``: columns ``row``, ``camp_id``, ``measure``, ``unit``, values in that
        unit, ``qualifier``, ``status``, ``checked``, ``source_keys``.
    camp : str
        ``camp_id`` of the camp.
    measure : str
        What the claims are about: ``passed_through``, ``deaths``, ``area``.
    kind : str, optional
        Draw the claims of this status only: ``counted``, ``reported``, ``estimated``,
        ``claimed``.

    Returns
    -------
    Figure
        One line per claim. A range is a bar between two marks, an open end an arrow, a claim
        that is not re-read a hollow mark; a claim in words is written out. The axis is the same
        for every kind.

    Raises
    ------
    ValueError
        If the table has no claim about this, or the kind is no status.
    """
    if kind not in ("every", *STATUS_LOOKS):
        raise ValueError(f"no kind '{kind}'; choose from every, {', '.join(STATUS_LOOKS)}")
    rows = _about(table, camp, measure)
    chosen = (rows if kind == "every" else rows[rows["status"] == kind]).reset_index(drop=True)
    figure, top = go.Figure(), float(rows[["value_min", "value_max"]].max().max() or 1)
    what, unit = measure.replace("_", " "), unit_sign(rows["unit"].iloc[0])
    chosen["hover"] = [hover(row, f"{unit}, {what}") for _, row in chosen.iterrows()]
    for (status, checked), group in _groups(chosen[chosen["size"].notna()]):
        figure.add_trace(_marks(group, status, checked, top))
    _open_ends(figure, chosen, top)
    _words(figure, chosen[chosen["size"].isna()])
    measured(figure, top, what, unit, room=1.12)
    lines(
        figure, [sources.short_list(sources.split(key)) for key in chosen["source_keys"]], grid=True
    )
    if chosen.empty:
        nothing(figure, "The table holds no such claim")
    return record(
        figure,
        chosen,
        describe(chosen, f"{what.capitalize()} ({unit})"),
        alt=_alt(chosen, f"{name_of(camp)}, {what} ({unit})"),
        height=AROUND + LINE * max(len(chosen), 3),
    )


def _about(table: pd.DataFrame, camp: str, measure: str) -> pd.DataFrame:
    rows = table[(table["camp_id"] == camp) & (table["measure"] == measure)]
    if rows.empty:
        same = sorted(table.loc[table["measure"] == measure, "camp_id"].unique())
        known = (
            f"for {', '.join(same)}"
            if same
            else f"about {', '.join(sorted(set(table['measure'])))}"
        )
        raise ValueError(
            f"no claim for camp '{camp}' and measure '{measure}'; the table has it {known}"
        )
    return rows.assign(size=number_of(rows)).sort_values(["size", "row_id"])


def _groups(rows: pd.DataFrame) -> list[tuple[tuple[str, str], pd.DataFrame]]:
    unread = rows["checked"].where(rows["checked"] == "unread", "")
    return list(rows.groupby(["status", unread], sort=False))


def _marks(rows: pd.DataFrame, status: str, checked: str, top: float) -> go.Scatter:
    colour, symbol, _ = STATUS_LOOKS[status]
    x, y, labels, texts, links = [], [], [], [], []
    for line, row in rows.iterrows():
        ends = [float(row["size"])]
        if row["qualifier"] == "range":
            ends.append(float(row["value_max"]))
        x += [*ends, None]
        y += [line] * len(ends) + [None]
        labels += [theme.number(end) for end in ends] + [None]
        texts += [row["hover"]] * len(ends) + [None]
        links += [row["row"]] * len(ends) + [None]
    return go.Scatter(
        x=x,
        y=y,
        mode="lines+markers+text",
        name=f"{status}, not re-read" if checked else status,
        line={"color": colour, "width": 4},
        marker={"color": colour, "symbol": symbol + ("-open" if checked else ""), "size": 11},
        text=labels,
        textposition=[_side(end, top) for end in x],
        textfont={"size": 12},
        hovertext=texts,
        hoverinfo="text",
        customdata=links,
        cliponaxis=False,
    )


def _side(value: float | None, top: float) -> str:
    share = (value or 0) / top
    return "top right" if share < 0.15 else "top left" if share > 0.85 else "top center"


def _open_ends(figure: go.Figure, rows: pd.DataFrame, top: float) -> None:
    for qualifier, symbol, way in (
        ("at_least", "triangle-right", 1),
        ("at_most", "triangle-left", -1),
    ):
        open_rows = rows[rows["qualifier"] == qualifier]
        if open_rows.empty:
            continue
        x, y, texts, links = [], [], [], []
        for line, row in open_rows.iterrows():
            start = float(row["size"])
            x += [round(start + way * ARROW * top, 6), start, None]
            y += [line, line, None]
            texts += [row["hover"], row["hover"], None]
            links += [row["row"], row["row"], None]
        figure.add_scatter(
            x=x,
            y=y,
            mode="lines+markers",
            name=f"{qualifier.replace('_', ' ')} this number",
            line={"color": theme.INK, "width": 1.5},
            marker={"color": theme.INK, "symbol": symbol, "size": [11, 0, 0] * len(open_rows)},
            hovertext=texts,
            hoverinfo="text",
            customdata=links,
            cliponaxis=False,
        )


def _words(figure: go.Figure, rows: pd.DataFrame) -> None:
    for line, row in rows.iterrows():
        figure.add_annotation(
            x=0,
            y=line,
            text="<br>".join(textwrap.wrap(f"in words: {row['value_text']}", 28)),
            xanchor="left",
            align="left",
            showarrow=False,
            font={"size": 11},
        )


def _alt(rows: pd.DataFrame, what: str) -> str:
    drawn = rows.dropna(subset=["size"])
    if drawn.empty:
        return f"Dot chart of claims: {what}: the table holds no number for this choice."
    least, most = drawn.iloc[0], drawn.loc[drawn[["value_min", "value_max"]].max(axis=1).idxmax()]
    kinds = ", ".join(f"{n} {status}" for status, n in rows["status"].value_counts().items())
    return (
        f"Dot chart of claims: {what}: {len(rows)} ({kinds}). "
        f"The smallest is {theme.amount(least)} ({_who(least)}), "
        f"the largest {theme.amount(most)} ({_who(most)})."
    )


def _who(row: pd.Series) -> str:
    return sources.short_list(sources.split(row["source_keys"]))
