"""Food norms by order and by fulfilment of the output norm, one food at a time."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._rations.order import KINDS, heading, known_amounts, of_order, ordered
from helpers.charts.shared.record import describe, hover, nothing, record
from helpers.charts.shared.shelf import Shelf, Style, bars

#: Products of the rations that are the same food under several names.
FOODS = {
    "bread": ("bread", "rye bread"),
    "groats": ("groats", "groats and pasta"),
    "potatoes and vegetables": ("potatoes and vegetables", "vegetables"),
    "fats": ("fats", "vegetable oil", "vegetable fat", "oil", "lard (bacon)"),
}


def rations(
    table: pd.DataFrame, *, product: str = "bread", order: str = "every", kind: str = "every"
) -> go.Figure:
    """
    Draw how much of a food each ration held, by order and by fulfilment of the norm.

    Parameters
    ----------
    table : DataFrame
        ``rations``: columns ``order_id``, ``order_title``, ``ration_id``, ``ration``,
        ``ration_group``, ``fulfilment``, ``product``, ``measure``, values in g per day, dates,
        sources.
    product : str, optional
        A food of ``FOODS`` or a ``product`` of the table.
    order : str, optional
        ``order_id`` of one order or account.
    kind : str, optional
        A kind of ration: ``norm``, ``addition``, ``penalty``, ``told`` or ``other``.

    Returns
    -------
    Figure
        One bar per ration, from zero; a range has a hatched end. A ration whose list does not
        name the food has no bar: that is no zero.

    Raises
    ------
    ValueError
        If the table has no such food or order, or there is no such kind.
    """
    rows = _select(table, product, order, kind)
    figure, shelf = go.Figure(), Shelf()
    marks: dict[tuple[str, bool, bool], list[dict]] = {}
    for _, group in rows.groupby("order_id", sort=False):
        shelf.heading(heading(group.iloc[0]))
        for _, row in group.iterrows():
            _mark(marks, row, *shelf.bars(row["ration"]))
    for name, style in KINDS.items():
        for hollow in (False, True):
            if shown := marks.get((name, False, hollow)):
                figure.add_trace(bars(shown, style, hollow=hollow))
        if shown := [*marks.get((name, True, False), []), *marks.get((name, True, True), [])]:
            figure.add_trace(bars(shown, Style(style.colour, "-", f"{style.words}, up to")))
    height = 300
    if rows.empty:
        nothing(figure, f"no {product} is named in such a ration")
    else:
        height = shelf.close(figure, f"{product} (g per day)", max(rows.apply(_most, axis=1)))
    return record(figure, rows, _table(rows, product), alt=_alt(rows, product), height=height)


def _select(table: pd.DataFrame, product: str, order: str, kind: str) -> pd.DataFrame:
    known = known_amounts(table)
    if kind not in ("every", *KINDS):
        raise ValueError(f"no kind of ration '{kind}'; choose from every, {', '.join(KINDS)}")
    names = FOODS.get(product, (product,))
    if not known["product"].isin(names).any():
        foods = ", ".join(sorted(known["product"].unique()))
        raise ValueError(f"no ration holds '{product}'; the table has {foods}")
    rows = of_order(known, order)
    rows = ordered(rows[rows["product"].isin(names)])
    return rows if kind == "every" else rows[rows["kind"] == kind]


def _mark(marks: dict[tuple, list[dict]], row: pd.Series, y: float) -> None:
    """Add the bar of a row; a range has a second part from the least to the most."""
    hollow = row["checked"] == "unread"
    least = 0 if pd.isna(row["value_min"]) else _whole(row["value_min"])
    rest = _whole(_most(row) - least)
    end = f"{theme.amount(row)} g"
    mark = {"y": y, "hover": hover(row, f"g of {row['product']} a day"), "row": row["row"]}
    first = {**mark, "x": least, "text": "" if rest else end}
    marks.setdefault((row["kind"], False, hollow), []).append(first)
    if rest:
        second = {**mark, "x": rest, "base": least, "text": end}
        marks.setdefault((row["kind"], True, hollow), []).append(second)


def _most(row: pd.Series) -> float:
    return _whole(row["value_max"] if not pd.isna(row["value_max"]) else row["value_min"])


def _whole(value: float) -> float:
    return int(value) if value == int(value) else round(float(value), 3)


def _table(rows: pd.DataFrame, product: str) -> pd.DataFrame:
    view = describe(rows, f"{product.capitalize()} (g per day)")
    view.insert(0, "Order or account", rows["order_title"])
    view.insert(1, "Ration", rows["ration"])
    view.insert(2, "Product", rows["product"])
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    return view


def _alt(rows: pd.DataFrame, product: str) -> str:
    what = f"Bar chart of {product} a day"
    if rows.empty:
        return f"{what}: no such ration names it."
    orders, most = rows["order_id"].nunique(), rows.apply(_most, axis=1)
    said = (
        f"{what} in {len(rows)} {'ration' if len(rows) == 1 else 'rations'} of {orders} "
        f"{'order or account' if orders == 1 else 'orders and accounts'}. "
        f"The most is {_named(rows.loc[most.idxmax()])}"
    )
    camp = rows[rows["kind"].isin(["norm", "penalty", "told"])]
    if len(camp) < 2:
        return f"{said}."
    least = _named(camp.loc[most[camp.index].idxmin()])
    return f"{said}; of the camp rations without additions the least is {least}."


def _named(row: pd.Series) -> str:
    when = f", {row['date_text']}" if row["date_text"] else ""
    return f"{theme.amount(row)} g ({row['ration']}{when})"
