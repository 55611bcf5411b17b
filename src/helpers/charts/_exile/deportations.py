"""People deported to Kazakhstan by group and date, each number with what it counts."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._exile.words import group_name, place_words, years
from helpers.charts.shared.ranked import measured
from helpers.charts.shared.record import describe, hover, nothing, record
from helpers.charts.shared.shelf import Shelf, Style, bars

#: What was counted: words of the table, look of the bar.
MEASURES = {
    "deported": Style(theme.VERMILION, "/", "deported, sent off"),
    "arrived": Style(theme.BLUE, "", "arrived"),
    "settled": Style(theme.GREEN, "+", "settled at the place"),
    "registered": Style(theme.PURPLE, "-", "on the register at a date"),
}

#: Numbers of a plan are told apart from all that happened.
PLAN = Style(theme.INK, "|", "planned")

#: The upper part of a range.
UP_TO = Style(theme.GREY, "-", "up to")

#: Destinations that are Kazakhstan, the whole or a part, alone or mainly.
HERE = ("kazakhstan", "mainly_kazakhstan", "north_kazakhstan")

#: Groups that are all people of several others.
WHOLES = ("all_special_settlers", "all_exiles_and_deportees")


def deportations(table: pd.DataFrame, *, measure: str = "every") -> go.Figure:
    """
    Draw how many people were brought to Kazakhstan, by group in the order of the dates.

    Parameters
    ----------
    table : DataFrame
        ``deportations``: columns ``row``, ``group``, ``destination``, ``measure``, ``unit``,
        ``basis``, values, ``qualifier``, ``status``, ``checked``, dates, ``source_keys``,
        ``note``. Only rows of persons are drawn.
    measure : str, optional
        Draw one kind of number only: ``deported``, ``arrived``, ``settled``, ``registered``.

    Returns
    -------
    Figure
        One bar per number, below the name of its group. Bars of different measures are never
        added up; a plan, a number that was not re-read and a claim are told apart by look and
        word.

    Raises
    ------
    ValueError
        If there is no such measure.
    """
    if measure not in ("every", *MEASURES):
        raise ValueError(f"no measure '{measure}'; choose from every, {', '.join(MEASURES)}")
    rows = _select(table, measure)
    figure, shelf = go.Figure(), Shelf()
    marks: dict[tuple[str, bool], list[dict]] = {}
    for _, group in rows.groupby("group", sort=False):
        shelf.heading(group_name(group.iloc[0]["group"]))
        for _, row in group.iterrows():
            style = "plan" if row["basis"] == "plan" else row["measure"]
            _mark(marks, style, row, shelf.bars(_label(row))[0])
    for name, style in (MEASURES | {"plan": PLAN, "up to": UP_TO}).items():
        for hollow in (False, True):
            if shown := marks.get((name, hollow)):
                figure.add_trace(bars(shown, style, hollow=hollow))
    height = 300
    if rows.empty:
        nothing(figure, "The table holds no such number")
    else:
        most = max(mark["x"] + mark.get("base", 0) for shown in marks.values() for mark in shown)
        height = shelf.close(figure, "persons", most, room=1.6)
        measured(figure, most, "people", room=1.6)
    return record(figure, rows, _table(rows), alt=_alt(rows, measure), height=height)


def _select(table: pd.DataFrame, measure: str) -> pd.DataFrame:
    rows = table[
        table["destination"].isin(HERE)
        & table["measure"].isin(MEASURES)
        & (table["unit"] == "persons")
        & ~table["group"].isin(WHOLES)
        & ~table["group"].str.startswith("famine")
    ]
    if measure != "every":
        rows = rows[rows["measure"] == measure]
    first = rows.groupby("group")["date_start"].transform("min")
    return rows.assign(first=first).sort_values(["first", "group", "date_start", "row_id"])


def _label(row: pd.Series) -> str:
    what = "plan to deport" if row["basis"] == "plan" else row["measure"]
    place = place_words(row["destination"])
    return f"{what} {place}".strip() + f", {years(row)}"


def _mark(marks: dict[tuple[str, bool], list[dict]], style: str, row: pd.Series, y: float) -> None:
    """Add the bar of a row; a range has a hatched part from the least to the most."""
    low = row["value_max"] if pd.isna(row["value_min"]) else row["value_min"]
    more = int(row["value_max"] - low) if row["qualifier"] == "range" else 0
    claimed = " claimed" if row["status"] == "claimed" else ""
    said = f"{theme.amount(row)}{claimed}"
    mark = {"y": y, "hover": hover(row, f"persons, {group_name(row['group'])}"), "row": row["row"]}
    first = {**mark, "x": int(low), "text": "" if more else said}
    marks.setdefault((style, row["checked"] == "unread"), []).append(first)
    if more:
        marks.setdefault(("up to", row["checked"] == "unread"), []).append(
            {**mark, "x": more, "base": int(low), "text": said}
        )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    view = describe(rows, "Persons")
    view["Date"] = [years(row) for _, row in rows.iterrows()]
    view.insert(0, "Group", [group_name(group) for group in rows["group"]])
    plan = rows["basis"].map({"plan": "plan: "}).fillna("")
    view.insert(1, "What is counted", plan + rows["measure"])
    places = [place_words(one) or "Kazakhstan" for one in rows["destination"]]
    view.insert(2, "Where", places)
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    return view


def _alt(rows: pd.DataFrame, measure: str) -> str:
    what = "" if measure == "every" else f", {measure} only"
    start = f"Bar chart of people brought to Kazakhstan by group and date{what}"
    if rows.empty:
        return f"{start}: the table holds no such number."
    done = rows[rows["basis"] != "plan"]
    top = done.loc[done["value_min"].astype(float).idxmax()]
    first = done.iloc[0]
    groups = rows["group"].nunique()
    return (
        f"{start}: {len(rows)} numbers for {groups} groups, not to be added up. The first is "
        f"{group_name(first['group'])}, {first['measure']} {years(first)}, "
        f"{theme.amount(first)}; the largest is {group_name(top['group'])}, {top['measure']} "
        f"{years(top)}, {theme.amount(top)} ({top['status']})."
    )
