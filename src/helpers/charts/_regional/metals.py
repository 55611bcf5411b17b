"""Copper planned and made, and the shares of the country's metals that are claimed."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme, units
from helpers.charts.shared.claim_marks import open_ends, values
from helpers.charts.shared.ranked import AROUND, LINE, in_words, lines, measured, number_of
from helpers.charts.shared.record import describe, hover, record

#: What can be shown: products, unit, title of the axis.
SHOWN = {
    "ore": (("copper ore",), "thousand t", "copper ore in the year"),
    "copper": (("copper",), "thousand t", "copper"),
    "shares": ((), "percent", "share of Soviet output"),
}

#: Numbers of this year and later belong to another chapter.
LAST = 1946


def metals(table: pd.DataFrame, factors: pd.DataFrame, *, shown: str = "shares") -> go.Figure:
    """
    Draw plans and output of copper, or the shares of Soviet metals claimed for Kazakhstan.

    Parameters
    ----------
    table : DataFrame
        ``regional_output``: copper, copper ore, and rows of ``share_of_ussr_output``.
    factors : DataFrame
        ``unit_conversions``, for ``units.in_unit``.
    shown : str, optional
        ``ore``, ``copper`` or ``shares``.

    Returns
    -------
    Figure
        One line per number. Plans have the mark of what is prescribed, shares that of claims.
        A total over several years stands on no axis of yearly output and is left out.

    Raises
    ------
    ValueError
        If something else is to be shown, or the table has no such rows.
    """
    if shown not in SHOWN:
        raise ValueError(f"cannot show '{shown}'; choose from {', '.join(SHOWN)}")
    products, unit, title = SHOWN[shown]
    rows = _claimed(table) if shown == "shares" else _made(table, products)
    if rows.empty:
        raise ValueError(f"the table has no rows to show for '{shown}'")
    rows = units.in_unit(rows, unit, factors)
    rows = rows.assign(size=number_of(rows)).sort_values(["date_start", "size", "row_id"])
    rows = rows.reset_index(drop=True)
    what = f"{unit}, {title}"
    rows["hover"] = [hover(row, f"{what}, {row['region']}") for _, row in rows.iterrows()]
    figure, top = go.Figure(), float(rows["size"].max())
    open_ends(figure, rows, top)
    values(figure, rows, top)
    measured(figure, top, title, unit, room=1.25)
    labels = [_label(row, shown) for _, row in rows.iterrows()]
    if shown != "shares":
        in_words(figure, len(labels), "no output of a year is known")
        labels.append("1941–1945")
    lines(figure, labels, grid=True)
    view = describe(rows, f"{title.capitalize()} ({unit})")
    view.insert(0, "What", [f"{row['region']}: {row['product']}" for _, row in rows.iterrows()])
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    height = AROUND + 20 + (LINE + 6) * max(len(labels), 3)
    return record(figure, rows, view, alt=_alt(rows, shown, unit, title), height=height)


def _claimed(table: pd.DataFrame) -> pd.DataFrame:
    rows = table[(table["measure"] == "share_of_ussr_output") & (table["status"] == "claimed")]
    return rows.assign(date_start=pd.Timestamp(1941, 1, 1))


def _made(table: pd.DataFrame, products: tuple[str, ...]) -> pd.DataFrame:
    measures = table["measure"].isin(["output", "yearly_design_output"])
    rows = table[table["product"].isin(products) & measures & (table["date_kind"] != "span")]
    return rows[rows["date_start"].dt.year < LAST]


def _label(row: pd.Series, shown: str) -> str:
    if shown == "shares":
        when = "" if row["region"] != "USSR" else ", before the war"
        return f"{row['product'].replace(' from', ' of')}{when}"
    kind = "plan" if row["basis"] == "plan" else "made"
    when = row["date_text"].replace("plan for ", "").replace("plan (", "").rstrip(")")
    return f"{row['region']} {when}: {kind}"


def _alt(rows: pd.DataFrame, shown: str, unit: str, title: str) -> str:
    said = "; ".join(f"{_label(row, shown)} {theme.amount(row)}" for _, row in rows.iterrows())
    gap = "" if shown == "shares" else " No output of a single year 1941–1945 is known."
    return f"Dot chart of {title} ({unit}): {said}.{gap}"
