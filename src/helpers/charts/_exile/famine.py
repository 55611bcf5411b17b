"""Estimates of the famine of 1930-1933, one line each with what it counts; never averaged."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._exile.words import group_name, who, years
from helpers.charts.shared.claim_marks import open_ends, values
from helpers.charts.shared.ranked import measured, number_of
from helpers.charts.shared.record import describe, hover, nothing, record
from helpers.charts.shared.shelf import Shelf

#: What is counted, in the words after the group; the rest of the table counts other things.
COUNTED = {
    "deaths": "deaths",
    "excess_deaths": "deaths above the usual",
    "census_decrease": "fewer at the next census",
    "share_of_population_lost": "share lost",
}

#: What a reader chooses -> measures and title of the axis.
MEASURES = {
    "persons": (("deaths", "excess_deaths", "census_decrease"), "people", "persons"),
    "percent": (("share_of_population_lost",), "part of the group that was lost", "percent"),
}

#: Whose losses, in the order in which they stand.
GROUPS = ("famine_kazakhs", "famine_all_groups", "famine_other_groups")


def famine(table: pd.DataFrame, *, measure: str = "persons", whose: str = "every") -> go.Figure:
    """
    Draw every estimate of the losses of the famine, by whom it counts.

    Parameters
    ----------
    table : DataFrame
        ``deportations``: columns ``row``, ``group``, ``destination``, ``measure``, ``unit``,
        values, ``qualifier``, ``status``, ``checked``, dates, ``source_keys``, ``note``.
    measure : str, optional
        ``persons`` (deaths, deaths above the usual, fall between censuses) or ``percent`` (share
        of the group that was lost).
    whose : str, optional
        Group: ``famine_kazakhs``, ``famine_all_groups``, ``famine_other_groups`` or ``every``.

    Returns
    -------
    Figure
        One line per estimate, named by what it counts, in which years and by whom; a range is a
        bar between two marks. Within a group the smallest stands on top. The axis is the same
        for every group.

    Raises
    ------
    ValueError
        If there is no such measure or group.
    """
    if measure not in MEASURES:
        raise ValueError(f"no measure '{measure}'; choose from {', '.join(MEASURES)}")
    if whose not in ("every", *GROUPS):
        raise ValueError(f"no group '{whose}'; choose from every, {', '.join(GROUPS)}")
    rows = _select(table, measure)
    top = float(rows[["value_min", "value_max"]].max().max())
    shown = rows if whose == "every" else rows[rows["group"] == whose]
    shown = shown.reset_index(drop=True)
    figure, shelf, (_, what, unit) = go.Figure(), Shelf(), MEASURES[measure]
    shown.index = _places(shelf, shown)
    shown["hover"] = [hover(row, f"{unit}: {_said(row)}") for _, row in shown.iterrows()]
    open_ends(figure, shown, top)
    values(figure, shown, top)
    height = 300
    if shown.empty:
        nothing(figure, "The table holds no such estimate")
    else:
        height = shelf.close(figure, what, top)
        measured(figure, top, what, unit if unit == "percent" else "", room=1.03)
    view = _table(shown, measure)
    return record(figure, shown, view, alt=_alt(shown, measure, whose), height=height)


def _select(table: pd.DataFrame, measure: str) -> pd.DataFrame:
    wanted = MEASURES[measure][0]
    rows = table[
        table["group"].isin(GROUPS)
        & table["measure"].isin(wanted)
        & (table["destination"] == "kazakhstan")
    ]
    if rows.empty:
        raise ValueError(f"the table has no row of the famine with measure {' or '.join(wanted)}")
    rows = rows.assign(size=number_of(rows), order=rows["group"].map(GROUPS.index))
    return rows.sort_values(["order", "size", "row_id"])


def _said(row: pd.Series) -> str:
    """Say whom a number counts and what of them, with the years."""
    return f"{group_name(row['group'])}, {COUNTED[row['measure']]}, {years(row)}"


def _places(shelf: Shelf, rows: pd.DataFrame) -> list[float]:
    """Write the labels and give each line its height, with room for the number above its mark."""
    places = []
    for group, lines in rows.groupby("group", sort=False):
        shelf.heading(group_name(group).capitalize() if group != GROUPS[0] else group_name(group))
        for _, row in lines.iterrows():
            what = _said(row).split(", ", 1)[1]
            places.append(shelf.bars(f"{what}: {who(row)}", 2)[1])
    return places


def _table(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    view = describe(rows, "Number (persons)" if measure == "persons" else "Share (percent)")
    view["Date"] = view["Date"].str.replace("/", "\u2013")
    view.insert(0, "Whose", [group_name(group) for group in rows["group"]])
    view.insert(1, "What is counted", rows["measure"].map(COUNTED))
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    return view


def _alt(rows: pd.DataFrame, measure: str, whose: str) -> str:
    named = "" if whose == "every" else f" of {group_name(whose)}"
    start = f"Dot chart of estimates of the famine of 1930\u20131933 ({measure}){named}"
    if rows.empty:
        return f"{start}: the table holds none for this choice."
    said = [
        f"{_said(row)}: {theme.amount(row)} ({who(row)})"
        for _, group_rows in rows.groupby("group", sort=False)
        for row in _ends(group_rows)
    ]
    return f"{start}: {len(rows)}, none joined or averaged. From each group the ends: " + (
        "; ".join(said) + "."
    )


def _ends(rows: pd.DataFrame) -> list[pd.Series]:
    tops = rows["value_max"].fillna(rows["size"])
    first, last = rows.iloc[0], rows.loc[tops.idxmax()]
    return [first] if first["row"] == last["row"] else [first, last]
