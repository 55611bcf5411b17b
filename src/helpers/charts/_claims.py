"""Rival claims about one thing, one line each; never averaged, never joined."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.claim_marks import open_ends, values
from helpers.charts.shared.ranked import (
    AROUND,
    LINE,
    STATUS_LOOKS,
    in_words,
    lines,
    measured,
    number_of,
    unit_sign,
)
from helpers.charts.shared.record import describe, hover, nothing, record


def claims(
    table: pd.DataFrame, *, measure: str, camp: str = "karlag", kind: str = "every"
) -> go.Figure:
    """
    Draw every claim about one thing, the smallest on top.

    Parameters
    ----------
    table : DataFrame
        ``camp_claims``: columns ``row``, ``camp_id``, ``measure``, ``unit``, values in that
        unit, ``qualifier``, ``status``, ``checked``, ``source_keys``.
    measure : str
        What the claims are about: ``passed_through``, ``deaths``, ``area``.
    camp : str, optional
        ``camp_id`` of the camp.
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
        If the table has no claim about this, claims in several units, or the kind is no status.
    """
    if kind not in ("every", *STATUS_LOOKS):
        raise ValueError(f"no kind '{kind}'; choose from every, {', '.join(STATUS_LOOKS)}")
    rows = _about(table, camp, measure)
    chosen = (rows if kind == "every" else rows[rows["status"] == kind]).reset_index(drop=True)
    figure, top = go.Figure(), float(rows[["value_min", "value_max"]].max().max() or 1)
    what, unit = measure.replace("_", " "), unit_sign(rows["unit"].iloc[0])
    chosen["hover"] = [hover(row, f"{unit}, {what}") for _, row in chosen.iterrows()]
    open_ends(figure, chosen, top)
    values(figure, chosen, top)
    for line, row in chosen[chosen["size"].isna()].iterrows():
        in_words(figure, line, f"in words: {row['value_text']}")
    measured(figure, top, what, unit, room=1.12)
    lines(figure, [_who(row) for _, row in chosen.iterrows()], grid=True)
    if chosen.empty:
        nothing(figure, "The table holds no such claim")
    return record(
        figure,
        chosen,
        describe(chosen, f"{what.capitalize()} ({unit})"),
        alt=_alt(chosen, f"{theme.camp_name(camp)}, {what} ({unit})"),
        height=AROUND + LINE * max(len(chosen), 3),
    )


def _about(table: pd.DataFrame, camp: str, measure: str) -> pd.DataFrame:
    rows = table[(table["camp_id"] == camp) & (table["measure"] == measure)]
    if rows.empty:
        known = sorted(set(table["camp_id"] + ": " + table["measure"]))
        raise ValueError(
            f"no claim for camp '{camp}' and measure '{measure}'; the table has {', '.join(known)}"
        )
    if rows["unit"].nunique() > 1:
        units = ", ".join(sorted(rows["unit"].unique()))
        raise ValueError(f"the claims of measure '{measure}' have several units: {units}")
    return rows.assign(size=number_of(rows)).sort_values(["size", "row_id"])


def _alt(rows: pd.DataFrame, what: str) -> str:
    start, drawn = f"Dot chart of claims about {what}", rows.dropna(subset=["size"])
    if drawn.empty:
        return f"{start}: the table holds no number for this choice."
    kinds = ", ".join(f"{n} {status}" for status, n in rows["status"].value_counts().items())
    tops = drawn["value_max"].fillna(drawn["size"])
    least, most = drawn.iloc[0], drawn.loc[tops.idxmax()]
    if len(drawn) == 1:
        return f"{start}: one ({kinds}), {theme.amount(least)} ({_who(least)})."
    ratio = float(tops.max() / least["size"])
    times = theme.number(round(ratio, 1 if ratio < 100 else None))
    return (
        f"{start}: {len(rows)} ({kinds}). The smallest number is {theme.amount(least)} "
        f"({_who(least)}), the largest {theme.amount(most)} ({_who(most)}), {times} times as much."
    )


def _who(row: pd.Series) -> str:
    return sources.short_list(sources.split(row["source_keys"]))
