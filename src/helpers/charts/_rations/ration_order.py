"""All that the book knows of one order or account on food, product by product."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._rations.order import KINDS, heading, of_order, ordered
from helpers.charts.shared.record import describe, hover, record
from helpers.charts.shared.shelf import Shelf, bars


def ration_order(table: pd.DataFrame, *, order: str) -> go.Figure:
    """
    Draw every row of an order: amounts as bars, everything else as words.

    Parameters
    ----------
    table : DataFrame
        ``rations``: columns ``order_id``, ``order_title``, ``ration``, ``ration_group``,
        ``fulfilment``, ``product``, ``measure``, ``unit``, values, dates, sources.
    order : str
        ``order_id`` of the order or account.

    Returns
    -------
    Figure
        Rations below one another, in each the products with the heaviest first. A bar is grams
        a day, from zero; percentages, energy, classes and words have no bar and are written out.

    Raises
    ------
    ValueError
        If there is no such order.
    """
    rows = ordered(of_order(table, order))
    rows = rows.assign(grams=[_grams(row) for _, row in rows.iterrows()])
    figure, shelf = go.Figure(), Shelf()
    marks: dict[tuple[str, bool], list[dict]] = {}
    for name, group in rows.groupby("ration", sort=False):
        shelf.heading(name)
        for _, row in group.sort_values("grams", ascending=False, kind="stable").iterrows():
            # what is no amount has its words above an empty line
            words = _label(row) if row["grams"] else f"{_label(row)}: {_said(row)}"
            (y,) = shelf.bars(words)
            look = (row["kind"], row["checked"] == "unread")
            marks.setdefault(look, []).append(_mark(row, y))
    for (kind, hollow), shown in marks.items():
        trace = bars(shown, KINDS[kind], hollow=hollow)
        # what stands in words only has no bar that a legend could explain
        trace.showlegend = any(mark["x"] for mark in shown)
        figure.add_trace(trace)
    most = max(float(rows["grams"].max()), 100.0)
    height = shelf.close(figure, "g per day", most, room=1.3)
    if not rows["grams"].any():
        figure.update_xaxes(title_text="no amounts", showticklabels=False)
    return record(figure, rows, _table(rows), alt=_alt(rows), height=height)


def _grams(row: pd.Series) -> float:
    value = row["value_max"] if pd.notna(row["value_max"]) else row["value_min"]
    bar = row["measure"] == "ration" and row["unit"] == "g per day" and pd.notna(value)
    return round(float(value), 3) if bar else 0.0


def _label(row: pd.Series) -> str:
    return row["product"] or row["measure"].replace("_", " ")


def _said(row: pd.Series) -> str:
    if row["grams"]:
        return f"{theme.amount(row)} g"
    if row["qualifier"] == "words" or row["value_text"]:
        return row["value_text"]
    return f"{theme.amount(row)} {row['unit']}"


def _mark(row: pd.Series, y: float) -> dict:
    what = f"{row['unit']}, {_label(row)}"
    return {
        "y": y,
        "x": row["grams"],
        "text": _said(row) if row["grams"] else "",
        "hover": hover(row, what),
    } | {"row": row["row"]}


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    view = describe(rows, "As given")
    view["As given"] = [_said(row) for _, row in rows.iterrows()]
    view.insert(0, "Ration", rows["ration"])
    view.insert(1, "Product", [_label(row) for _, row in rows.iterrows()])
    return view


def _alt(rows: pd.DataFrame) -> str:
    first, drawn = rows.iloc[0], int((rows["grams"] > 0).sum())
    words = len(rows) - drawn
    top = rows.loc[rows["grams"].idxmax()]
    most = f" The most is {_said(top)} of {_label(top)} ({top['ration']})." if drawn else ""
    other = f", and {words} in words: {_said(rows[rows['grams'] == 0].iloc[0])}" if words else ""
    return (
        f"Bar chart of {heading(first)}: {drawn} amounts in {rows['ration'].nunique()} "
        f"rations{other}.{most}"
    )
