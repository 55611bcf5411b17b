"""Food norms by order and by fulfilment of the output norm, and what one ration held."""

from __future__ import annotations

import re

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._record import describe, hover, nothing, record
from helpers.charts._shelf import Shelf, Style, bars

#: Products of the rations that are the same food under several names.
FOODS = {
    "bread": ("bread", "rye bread"),
    "groats": ("groats", "groats and pasta"),
    "potatoes and vegetables": ("potatoes and vegetables", "vegetables"),
    "fats": ("fats", "vegetable oil", "vegetable fat", "oil", "lard (bacon)"),
}

#: How the bars of each kind of ration look, in the order of the legend.
KINDS = {
    "norm": Style(theme.BLUE, "", "norm"),
    "addition": Style(theme.GREEN, "/", "addition to a norm"),
    "penalty": Style(theme.VERMILION, "x", "penalty ration"),
    "told": Style(theme.PURPLE, "\\", "as told in memoirs"),
    "other": Style(theme.GREY, ".", "other people, for comparison"),
}

#: Groups of rations for people who were not prisoners of the camps.
OTHERS = ("comparison", "guards", "prisoners of war")

#: Groups of rations that were given on top of a norm.
ADDITIONS = ("supplement", "hard conditions")


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
        A key of ``KINDS``; ``norm`` leaves out additions, penalties and other people.

    Returns
    -------
    Figure
        One bar per ration, from zero; a range is a filled bar with a hatched end. A ration
        whose list does not name the food has no bar: that is no zero.

    Raises
    ------
    ValueError
        If the table has no such food or order, or there is no such kind.
    """
    rows = _select(table, product, order, kind)
    figure, shelf, marks = go.Figure(), Shelf(), {}
    for _, group in rows.groupby("order_id", sort=False):
        shelf.heading(_order(group.iloc[0]))
        for _, row in group.iterrows():
            (y,) = shelf.bars(row["ration"])
            _mark(marks, row, y)
    for name, style in KINDS.items():
        for part, hollow in ((False, False), (False, True), (True, False), (True, True)):
            if chosen := marks.get((name, part, hollow)):
                look = Style(style.colour, "-", f"{style.words}, up to") if part else style
                figure.add_trace(bars(chosen, look, hollow=hollow and not part))
    if rows.empty:
        nothing(figure, f"No {product} in such a ration")
        height = 300
    else:
        height = shelf.close(figure, f"{product} (g per day)", max(rows.apply(_most, axis=1)))
    return record(figure, rows, _table(rows, product), alt=_alt(rows, product), height=height)


def _select(table: pd.DataFrame, product: str, order: str, kind: str) -> pd.DataFrame:
    known = _known(table)
    if kind not in ("every", *KINDS):
        raise ValueError(f"no kind of ration '{kind}'; choose from every, {', '.join(KINDS)}")
    rows = known[known["product"].isin(FOODS.get(product, (product,)))]
    if rows.empty:
        foods = ", ".join(sorted(known["product"].unique()))
        raise ValueError(f"no ration holds '{product}'; the table has {foods}")
    if order != "every":
        if order not in set(known["order_id"]):
            orders = ", ".join(known["order_id"].unique())
            raise ValueError(f"no order '{order}'; the table has {orders}")
        rows = rows[rows["order_id"] == order]
    rows = rows.assign(
        day=rows["date_start"].fillna(rows["date_end"]),
        rank=[_rank(row["fulfilment"], row["ration_group"]) for _, row in rows.iterrows()],
        kind=[_kind(row) for _, row in rows.iterrows()],
        place=range(len(rows)),
    )
    if kind != "every":
        rows = rows[rows["kind"] == kind]
    first = rows.groupby("order_id")["day"].transform("min")
    return rows.assign(first=first).sort_values(
        ["first", "order_id", "rank", "place"], na_position="last"
    )


def _known(table: pd.DataFrame) -> pd.DataFrame:
    return table[(table["measure"] == "ration") & table["value_max"].fillna(table["value_min"]).notna()]


def _kind(row: pd.Series) -> str:
    if row["ration_group"] in OTHERS:
        return "other"
    if row["status"] != "prescribed":
        return "told"
    if row["ration_group"] in ADDITIONS:
        return "addition"
    return "penalty" if row["ration_group"] == "penalty" else "norm"


def _rank(fulfilment: str, group: str) -> float:
    """
    Put rations in the order of the work for which they were given, the least first.

    >>> [_rank(words, "basic") for words in ("penalty", "under 50 percent", "50 percent", "")]
    [0.0, 49.5, 50.0, 100.0]
    """
    words = {"penalty": 0.0, "below the norm": 99.0, "norm fulfilled": 100.0, "above the norm": 101.0}
    number = re.search(r"\d+", fulfilment)
    if fulfilment in words:
        return words[fulfilment]
    if not number:
        return 102.0 if group in ADDITIONS else 100.0
    shift = {"under": -0.5, "over ": 0.5}.get(fulfilment[:5], 0.0)
    return float(number.group()) + shift


def _order(row: pd.Series) -> str:
    title, year = row["order_title"], re.search(r"\d{4}", row["date_text"])
    title = title[0].upper() + title[1:]
    return title if not row["date_text"] or (year and year.group() in title) else (
        f"{title} ({row['date_text']})"
    )


def _most(row: pd.Series) -> float:
    value = row["value_max"] if not pd.isna(row["value_max"]) else row["value_min"]
    return _whole(value)


def _whole(value: float) -> float:
    return int(value) if value == int(value) else round(float(value), 3)


def _mark(marks: dict[tuple, list[dict]], row: pd.Series, y: float) -> None:
    """Add the bar of a row; a range has a second part from the least to the most."""
    hollow = row["checked"] == "unread"
    least = 0 if pd.isna(row["value_min"]) else _whole(row["value_min"])
    rest = round(_most(row) - least, 3)
    end = f"{theme.amount(row)} g"
    mark = {"y": y, "x": least, "hover": hover(row, f"g of {row['product']} a day"), "row": row["row"]}
    marks.setdefault((row["kind"], False, hollow), []).append({**mark, "text": "" if rest else end})
    if rest:
        part = {**mark, "x": rest, "base": least, "text": end}
        marks.setdefault((row["kind"], True, hollow), []).append(part)


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
    said = (
        f"{what} in {len(rows)} rations of {rows['order_id'].nunique()} orders and accounts. "
        f"The most is {_named(rows.loc[rows.apply(_most, axis=1).idxmax()])}"
    )
    whole = rows[rows["kind"].isin(["norm", "penalty", "told"])]
    if len(whole) < 2:
        return f"{said}."
    least = whole.loc[whole.apply(_most, axis=1).idxmin()]
    return f"{said}; of the camp rations without additions the least is {_named(least)}."


def _named(row: pd.Series) -> str:
    when = f", {row['date_text']}" if row["date_text"] else ""
    return f"{theme.amount(row)} g ({row['ration']}{when})"
