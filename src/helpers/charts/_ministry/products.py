"""The ministry's share in single products, and how each share is known."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.filters import EVERY, declare, fitting
from helpers.charts.shared.record import hover, record
from helpers.charts.shared.shelf import Shelf, Style, bars

#: The products of the chart, by words that stand in the item of a row.
PRODUCTS = {
    "gold": "gold",
    "platinum": "platinum, mica, diamonds",
    "tin": "tin",
    "copper": "copper",
    "nickel": "nickel",
    "timber": "timber and forestry",
    "forestry": "timber and forestry",
}

#: Scopes whose products the chart compares.
OWNERS = ("MVD", "USSR Gulag")

#: How a number is drawn, by how it is known.
LOOKS = {
    "reproduced": Style(theme.BLUE, "", "read as reproduced elsewhere"),
    "second_hand": Style(theme.GREEN, "/", "read at second hand"),
    "unread": Style(theme.VERMILION, "hollow", "known from the literature, not re-read"),
}


def product_shares(table: pd.DataFrame, *, known: str = EVERY) -> go.Figure:
    """
    Draw the stated shares of the ministry in Soviet output, product by product.

    Parameters
    ----------
    table : DataFrame
        ``gulag_economy``: columns ``row``, ``scope``, ``item``, ``measure``
        (``share_of_ussr_output``), values in per cent, ``qualifier``, dates, ``checked``,
        ``source_keys``.
    known : str, optional
        Only numbers known in this way, in the words of `LOOKS`.

    Returns
    -------
    Figure
        A bar per statement from zero; rival statements on one product stand below each other.

    Raises
    ------
    ValueError
        If the table has no such share, or nothing is known in this way.
    """
    rows = _of_products(table)
    classes = pd.DataFrame({"known": [[LOOKS[one].words] for one in rows["checked"]]})
    fits = fitting(classes, {"known": known})
    rows, classes = rows[fits].reset_index(drop=True), classes[fits].reset_index(drop=True)
    figure, shelf, drawn = go.Figure(), Shelf(), {}
    for place, row in rows.iterrows():
        if place == 0 or row["product"] != rows.at[place - 1, "product"]:
            shelf.heading(row["product"])
        mark = _mark(row)
        (mark["y"],) = shelf.bars(mark["label"])
        drawn.setdefault(row["checked"], []).append(mark)
    for checked, group in drawn.items():
        style = LOOKS[checked]
        hollow = style.pattern == "hollow"
        figure.add_trace(bars(group, style, hollow=hollow, name=style.words))
    height = shelf.close(figure, "per cent of Soviet output", 100, room=1.3)
    figure.update_xaxes(dtick=None, tickmode="array", tickvals=[0, 25, 50, 75, 100])
    record(figure, rows, _table(rows), alt=_alt(rows), height=height)
    order = {"known": [style.words for style in LOOKS.values()]}
    return declare(figure, rows, classes, order, "statements", "No statement is known in this way")


def _of_products(table: pd.DataFrame) -> pd.DataFrame:
    rows = table[(table["measure"] == "share_of_ussr_output") & table["scope"].isin(OWNERS)]
    rows = rows.assign(product=[_product(item) for item in rows["item"]])
    rows = rows[(rows["product"] != "") & rows["checked"].isin(LOOKS)]
    if rows.empty:
        raise ValueError("the table has no share of the ministry in the output of a product")
    order = {name: place for place, name in enumerate(dict.fromkeys(PRODUCTS.values()))}
    place = rows["product"].map(order)
    return rows.assign(place=place).sort_values(
        ["place", "date_start", "row_id"], ignore_index=True
    )


def _product(item: str) -> str:
    return next((name for word, name in PRODUCTS.items() if word in item), "")


def _mark(row: pd.Series) -> dict[str, Any]:
    low = row["value_max"] if pd.isna(row["value_min"]) else row["value_min"]
    item = "" if row["item"] in row["product"] else f"{row['item']}, "
    return {
        "label": item + _dates(row),
        "x": float(low),
        "text": f"{theme.amount(row)} %",
        "row": row["row"],
        "hover": hover(row, f"per cent of Soviet output, {row['item']}"),
    }


def _dates(row: pd.Series) -> str:
    return str(row["date_text"]).replace("-", "\u2013")


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Product": rows["product"],
            "Item": rows["item"],
            "Date": rows["date_text"],
            "Per cent of Soviet output": [theme.amount(row) for _, row in rows.iterrows()],
            "Kind of number": rows["status"],
            "How known": rows["checked"].map(theme.CHECKED),
            "Source": [sources.short_list(sources.split(keys)) for keys in rows["source_keys"]],
            "row": rows["row"],
        }
    )


def _alt(rows: pd.DataFrame) -> str:
    said = "; ".join(
        f"{row['item']}, {_dates(row)}, {theme.amount(row)} per cent "
        f"({theme.CHECKED[row['checked']]})"
        for _, row in rows.iterrows()
    )
    return f"Bar chart of the ministry's stated share in Soviet output: {said}."
