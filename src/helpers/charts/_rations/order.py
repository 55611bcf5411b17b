"""Put rations in order, by order and fulfilment, and say what kind of ration each is."""

from __future__ import annotations

import re

import pandas as pd

from helpers import theme
from helpers.charts.shared.shelf import Style

#: Groups of rations for people who were not prisoners of the camps.
OTHERS = ("comparison", "guards", "prisoners of war")

#: Groups of rations that were given on top of a norm.
ADDITIONS = ("supplement", "hard conditions")

#: How the bars of each kind of ration look, in the order of the legend.
KINDS = {
    "norm": Style(theme.BLUE, "", "norm"),
    "addition": Style(theme.GREEN, "/", "addition to a norm"),
    "penalty": Style(theme.VERMILION, "|", "penalty ration"),
    "told": Style(theme.PURPLE, "-", "as told in memoirs"),
    "other": Style(theme.GREY, "+", "other people, for comparison"),
}


def kind(row: pd.Series) -> str:
    """
    Say what kind of ration a row belongs to.

    Parameters
    ----------
    row : Series
        With ``ration_group`` and ``status``.

    Returns
    -------
    str
        A key of ``KINDS``.
    """
    group = row["ration_group"]
    if group in OTHERS:
        return "other"
    if row["status"] != "prescribed":
        return "told"
    if group in ADDITIONS:
        return "addition"
    return "penalty" if group == "penalty" else "norm"


def rank(fulfilment: str, group: str) -> float:
    """
    Put rations in the order of the work for which they were given, the least first.

    >>> [rank(words, "basic") for words in ("penalty", "under 50 percent", "50 percent", "")]
    [0.0, 49.5, 50.0, 100.0]
    """
    words = {
        "penalty": 0.0,
        "below the norm": 99.0,
        "norm fulfilled": 100.0,
        "above the norm": 101.0,
    }
    number = re.search(r"\d+", fulfilment)
    if fulfilment in words:
        return words[fulfilment]
    if not number:
        return 102.0 if group in ADDITIONS else 100.0
    shift = {"under": -0.5, "over ": 0.5}.get(fulfilment[:5], 0.0)
    return float(number.group()) + shift


def of_order(rows: pd.DataFrame, order: str) -> pd.DataFrame:
    """
    Keep the rows of one order.

    Raises
    ------
    ValueError
        If no row has this ``order_id``; ``every`` keeps all.
    """
    known = rows["order_id"].unique().tolist()
    if order == "every":
        return rows
    if order not in known:
        raise ValueError(f"no order '{order}'; the table has {', '.join(known)}")
    return rows[rows["order_id"] == order]


def ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """
    Sort rows by the day of their order, and within an order by fulfilment.

    Parameters
    ----------
    rows : DataFrame
        With ``order_id``, ``fulfilment``, ``ration_group``, ``status``, ``date_start`` and
        ``date_end``.

    Returns
    -------
    DataFrame
        The rows with a column ``kind``; orders without a day come last.
    """
    days = rows["date_start"].fillna(rows["date_end"])
    kept = rows.assign(
        first=days.groupby(rows["order_id"]).transform("min"),
        rank=[rank(row["fulfilment"], row["ration_group"]) for _, row in rows.iterrows()],
        place=range(len(rows)),
        kind=[kind(row) for _, row in rows.iterrows()],
    )
    kept = kept.sort_values(["first", "order_id", "rank", "place"], na_position="last")
    return kept.drop(columns=["first", "rank", "place"])


def heading(row: pd.Series) -> str:
    """Name the order of a row, with its date where the title has none."""
    title, year = row["order_title"], re.search(r"\d{4}", row["date_text"])
    title = title[0].upper() + title[1:]
    dated = not row["date_text"] or (year is not None and year.group() in title)
    return title if dated else f"{title} ({row['date_text']})"


def known_amounts(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of a table of rations that say how much of a product was given."""
    there = table["value_min"].notna() | table["value_max"].notna()
    return table[(table["measure"] == "ration") & there]


def kind_of_number(line: pd.Series) -> str:
    """Name the status of an energy that a source states; one without status is computed."""
    if "status" in line:
        return f"{line['status']}; {theme.CHECKED[line['checked']]}"
    return f"computed, {theme.UNREAD}" if line["unread"] else "computed"
