"""Limits of order 00447 for the oblasts of Kazakhstan, and what was done where it is known."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.record import describe, hover, record
from helpers.charts.shared.shelf import Shelf, Style, bars
from helpers.charts.shared.when import when

#: Category and measure of a row -> words of its bar, look. A plan is patterned, a deed filled.
LINES = {
    ("first_category_execution", "limit"): ("limit: to be shot", Style(theme.INK, "|", "limit")),
    ("second_category_camps", "limit"): ("limit: camp or prison", Style(theme.GREY, "|", "limit")),
    ("total", "convicted_or_repressed"): ("sentenced", Style(theme.BLUE, "", "reported")),
    ("death", "shot"): ("of them shot", Style(theme.VERMILION, "", "reported")),
}


def limits(table: pd.DataFrame) -> go.Figure:
    """
    Draw how many people each oblast was allowed to sentence, and how many it sentenced.

    Parameters
    ----------
    table : DataFrame
        ``convictions``: rows whose ``scope`` is an oblast, in persons.

    Returns
    -------
    Figure
        For each oblast its two limits, and below them the sentences where a number is known. An
        oblast without such a bar is one of which nothing was found.

    Raises
    ------
    ValueError
        If the table has no row of an oblast.
    """
    rows = table[table["scope"].str.endswith("_oblast")]
    if rows.empty:
        raise ValueError("the table has no row whose scope is an oblast")
    kinds = list(zip(rows["category"], rows["measure"], strict=True))
    rows = rows.assign(order=[list(LINES).index(kind) for kind in kinds])
    rows = rows.sort_values(["scope", "order"])
    figure, shelf = go.Figure(), Shelf()
    marks: dict[tuple[str, bool], list[dict]] = {}
    for scope, oblast in rows.groupby("scope", sort=True):
        shelf.heading(name_of(scope))
        for _, row in oblast.iterrows():
            words, style = LINES[row["category"], row["measure"]]
            mark = _mark(row, words, shelf.bars(_label(row, words))[0])
            marks.setdefault((words, row["checked"] == "unread"), []).append(mark)
    for words, style in LINES.values():
        for hollow in (False, True):
            if shown := marks.get((words, hollow)):
                figure.add_trace(bars(shown, style, hollow=hollow, name=_legend(words, hollow)))
    most = max(mark["x"] for shown in marks.values() for mark in shown)
    height = shelf.close(figure, "persons", most)
    return record(figure, rows, _table(rows), alt=_alt(rows), height=height)


def name_of(scope: str) -> str:
    """
    Name an oblast.

    >>> name_of("alma_ata_oblast"), name_of("west_kazakhstan_oblast")
    ('Alma-Ata oblast', 'West Kazakhstan oblast')
    """
    bare = scope.removesuffix("_oblast")
    return {"alma_ata": "Alma-Ata"}.get(bare, bare.replace("_", " ").title()) + " oblast"


def _legend(words: str, hollow: bool) -> str:
    return f"{words}, not re-read" if hollow else words


def _label(row: pd.Series, words: str) -> str:
    return f"{words}, {when(row).replace('/', chr(0x2013))}"


def _mark(row: pd.Series, words: str, y: float) -> dict:
    return {
        "y": y,
        "x": int(row["value_min"]),
        "text": theme.amount(row),
        "hover": hover(row, f"persons, {words}"),
        "row": row["row"],
    }


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    view = describe(rows, "Persons")
    view["Date"] = [when(row).replace("/", "\u2013") for _, row in rows.iterrows()]
    view.insert(0, "Oblast", [name_of(scope) for scope in rows["scope"]])
    pairs = zip(rows["category"], rows["measure"], strict=True)
    view.insert(1, "What", [LINES[pair][0] for pair in pairs])
    # the limits share one note, which the chapter says once
    view.insert(len(view.columns) - 1, "Note", rows["note"].where(rows["measure"] != "limit", ""))
    return view


def _alt(rows: pd.DataFrame) -> str:
    plan, done = rows[rows["measure"] == "limit"], rows[rows["measure"] != "limit"]
    sums = plan.groupby("category", sort=True)["value_min"].sum()
    said = "; ".join(
        f"{name_of(row['scope'])}, {LINES[row['category'], row['measure']][0]}: "
        f"{theme.amount(row)} ({when(row).replace('/', chr(0x2013))})"
        for _, row in done.iterrows()
    )
    return (
        f"Bar chart of the limits of order 00447 for {plan['scope'].nunique()} oblasts of "
        f"Kazakhstan. Added up they are {theme.number(sums.iloc[0])} to be shot and "
        f"{theme.number(sums.iloc[1])} for camp or prison. Known sentences: {said}."
    )
