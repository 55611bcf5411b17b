"""What the camp farm grew, milked and kept, each kind in one unit."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from helpers import theme, units
from helpers.charts._farm.marks import dated, first_upper, said, shelved, size, written
from helpers.charts.shared.record import describe, record


class Show(NamedTuple):
    """What one state shows: measures, products, unit, what the unit is of, title of the axis."""

    measures: tuple[str, ...]
    products: tuple[str, ...]
    unit: str
    applies_to: str | None
    title: str


CROPS = ("wheat", "potatoes", "vegetables, melons and fruit")
ANIMALS = ("sheep", "cattle", "horses", "oxen")
COWS = ("Dolinsky cows", "cows of state farms", "cows of collective farms")

#: The states of the chart. A unit belongs to a state: litres and head have no common axis.
SHOWS = {
    "crops, poods": Show(("harvest",), CROPS, "million poods", None, "harvest of five years"),
    "crops, tonnes": Show(("harvest",), CROPS, "thousand t", None, "harvest of five years"),
    "milk and butter": Show(("delivered",), ("milk", "butter"), "t", "milk", "sent in five years"),
    "herds": Show(("taken_over", "herd"), ANIMALS, "head", None, "animals"),
    "milk per cow": Show(("yield_per_cow",), COWS, "kg per head", "milk", "milk per cow and year"),
}


def farm(
    production: pd.DataFrame,
    regional: pd.DataFrame,
    factors: pd.DataFrame,
    *,
    camp: str = "karlag",
    show: str = "crops, poods",
) -> go.Figure:
    """
    Draw what a source gives for the farm of a camp.

    Parameters
    ----------
    production : DataFrame
        ``karlag_production``: ``camp_id``, ``product``, ``measure``, ``unit``, values, dates,
        sources.
    regional : DataFrame
        ``regional_output``: of the measure ``yield_per_cow`` the rows of Soviet farms, as a
        scale for the cows of the camp.
    factors : DataFrame
        ``unit_conversions``.
    camp : str, optional
        ``camp_id`` of the camp.
    show : str, optional
        A key of ``SHOWS``: what is drawn, and in which unit.

    Returns
    -------
    Figure
        Bars from zero. Converted values carry the row of their factor; "at least" and "about"
        stay with the number.

    Raises
    ------
    ValueError
        If there is no such state, or the table has no row for it.
    """
    if show not in SHOWS:
        raise ValueError(f"nothing called '{show}'; choose from {'; '.join(SHOWS)}")
    chosen = SHOWS[show]
    rows = _rows(production, regional, chosen, camp)
    if rows.empty:
        raise ValueError(f"no row of {', '.join(chosen.measures)} for camp '{camp}'")
    rows = units.in_unit(rows, chosen.unit, factors, chosen.applies_to)
    units.one_unit(rows)
    marks = [_mark(row, chosen) for _, row in rows.iterrows()]
    figure, height = shelved(marks, f"{chosen.title}, {chosen.unit}")
    return record(figure, rows, _table(rows, marks, chosen), alt=_alt(marks, chosen), height=height)


def _rows(
    production: pd.DataFrame, regional: pd.DataFrame, chosen: Show, camp: str
) -> pd.DataFrame:
    ours = production[production["camp_id"] == camp].assign(place="")
    rows = pd.concat([ours, regional.assign(place=regional["region"])], ignore_index=True)
    rows = rows[rows["measure"].isin(chosen.measures) & rows["product"].isin(chosen.products)]
    if "yield_per_cow" not in chosen.measures:
        rows = rows[rows["place"] == ""]
    order = rows["product"].map(chosen.products.index)
    return rows.assign(order=order).sort_values(["order", "date_start"], kind="stable")


def _mark(row: pd.Series, chosen: Show) -> dict[str, Any]:
    herd = chosen.unit == "head"
    if herd:
        taken = "taken over, " if row["measure"] == "taken_over" else ""
        heading, label = first_upper(row["product"]), f"{taken}{dated(row)}"
    elif row["measure"] == "yield_per_cow":
        place = "USSR" if row["place"] else "Karlag"
        heading, label = place, f"{row['product']}, {dated(row)}"
    else:
        heading, label = f"{theme.camp_name(row['camp_id'])}, 1941–1945", row["product"]
    return {
        "heading": heading,
        "label": label,
        "x": size(row),
        "text": written(row),
        "style": row["status"],
        "unread": row["checked"] == "unread",
        "hover": said(row, f"{chosen.unit}, {row['product']}"),
        "row": row["row"],
    }


def _table(rows: pd.DataFrame, marks: list[dict[str, Any]], chosen: Show) -> pd.DataFrame:
    value = first_upper(chosen.unit)
    view = describe(rows, value).assign(Note=rows["note"])
    view[value] = [mark["text"] for mark in marks]
    view.insert(0, "What", [f"{mark['heading']}: {mark['label']}" for mark in marks])
    view.insert(3, "As printed", [_printed(row) for _, row in rows.iterrows()])
    return view


def _printed(row: pd.Series) -> str:
    """Write the value before the conversion."""
    if row["value_text"]:
        return row["value_text"]
    return f"in {row['unit_printed']}" if row["unit"] != row["unit_printed"] else "the same"


def _alt(marks: list[dict[str, Any]], chosen: Show) -> str:
    listed = "; ".join(f"{mark['heading']}, {mark['label']}: {mark['text']}" for mark in marks)
    return f"Bar chart of the camp farm, {chosen.title}, in {chosen.unit}. {listed}."
