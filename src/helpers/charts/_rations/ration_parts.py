"""What a ration held, product by product, alone or beside another one."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._rations.order import heading, known_amounts
from helpers.charts.shared.record import describe, hover, record
from helpers.charts.shared.shelf import Shelf, Style, bars

#: Look of the first ration and of the one beside it.
STYLES = (Style(theme.BLUE, "", ""), Style(theme.VERMILION, "/", ""))


def ration_parts(table: pd.DataFrame, *, ration: str, beside: str = "") -> go.Figure:
    """
    Draw the products of a ration, the heaviest first.

    Parameters
    ----------
    table : DataFrame
        ``rations``, as for ``rations``.
    ration : str
        ``ration_id`` of the ration.
    beside : str, optional
        ``ration_id`` of another ration, for comparison.

    Returns
    -------
    Figure
        Bars from zero, in g per day. Where only one of two rations names a product, the place
        of the other says so; that is no zero.

    Raises
    ------
    ValueError
        If no amount is known of such a ration.
    """
    known = known_amounts(table)
    names = [name for name in dict.fromkeys((ration, beside)) if name]
    parts = [_rows(known, name) for name in names]
    rows = pd.concat(parts)
    figure, shelf = go.Figure(), Shelf()
    marks: list[list[dict]] = [[] for _ in names]
    for product in _products(rows):
        for place, y in enumerate(shelf.bars(product, len(names))):
            found = parts[place][parts[place]["product"] == product]
            if found.empty:
                _missing(figure, y)
            marks[place] += [_mark(row, y) for _, row in found.iterrows()]
    for part, shown, style in zip(parts, marks, STYLES, strict=False):
        first = part.iloc[0]
        words = f"{first['ration']}<br>{heading(first)}"
        hollow = bool((part["checked"] == "unread").any())
        figure.add_trace(bars(shown, style._replace(words=_wrapped(words)), hollow=hollow))
    height = shelf.close(figure, "g per day", max(mark["x"] for line in marks for mark in line))
    return record(figure, rows, _table(rows), alt=_alt(parts), height=height + 60 * len(names))


def _rows(known: pd.DataFrame, name: str) -> pd.DataFrame:
    rows = known[known["ration_id"] == name]
    if rows.empty:
        names = ", ".join(known["ration_id"].unique())
        raise ValueError(f"no amounts for ration '{name}'; the table has {names}")
    return rows.sort_values("value_max", ascending=False, kind="stable")


def _products(rows: pd.DataFrame) -> list[str]:
    most = rows.groupby("product", sort=False)["value_max"].max()
    return most.sort_values(ascending=False, kind="stable").index.tolist()


def _mark(row: pd.Series, y: float) -> dict:
    value = row["value_max"] if not pd.isna(row["value_max"]) else row["value_min"]
    return {
        "y": y,
        "x": int(value) if value == int(value) else round(float(value), 3),
        "text": f"{theme.amount(row)} g",
        "hover": hover(row, f"g of {row['product']} a day"),
        "row": row["row"],
    }


def _missing(figure: go.Figure, y: float) -> None:
    figure.add_annotation(
        text="not listed", x=0, y=y, xanchor="left", xshift=4, showarrow=False, font={"size": 12}
    )


def _wrapped(words: str) -> str:
    return "<br>".join(line for part in words.split("<br>") for line in textwrap.wrap(part, 38))


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    view = describe(rows, "Amount (g per day)")
    view.insert(0, "Ration", rows["ration"])
    view.insert(1, "Product", rows["product"])
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    return view


def _alt(parts: list[pd.DataFrame]) -> str:
    said = []
    for rows in parts:
        top = rows.iloc[0]
        when = f" ({top['date_text']})" if top["date_text"] else ""
        many = "product" if len(rows) == 1 else "products"
        most = f"most of all {theme.amount(top)} g of {top['product']}"
        said.append(f"{top['ration']}{when}: {len(rows)} {many}, {most}.")
    return " ".join(["Bar chart of what a ration held in a day.", *said, *_difference(parts)])


def _difference(parts: list[pd.DataFrame]) -> list[str]:
    """Name the product in which two rations differ most, as a ratio."""
    if len(parts) < 2:
        return []
    first, second = (rows.set_index("product")["value_max"].astype(float) for rows in parts)
    both = pd.concat([first, second], axis=1, join="inner").dropna()
    if both.empty:
        return ["No product is in both."]
    ratio = both.max(axis=1) / both.min(axis=1)
    if ratio.max() == 1:
        return ["The products in both agree."]
    product = ratio.idxmax()
    one, other = (theme.number(value) for value in both.loc[product])
    return [f"They differ most in {product}: {one} g against {other} g."]
