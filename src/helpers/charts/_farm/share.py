"""What part of all Gulag farms one camp would have been."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import theme, units
from helpers.charts._farm.marks import inputs, joined, rounded, shelved, sown
from helpers.charts.shared.record import record
from helpers.models import fields
from helpers.models.shares import share

#: Years of the report, for what it gives as a total of the war.
REPORT_YEARS = 3

#: The measure of land that comes from the table of claims.
CLAIMED = "sown_area_claimed"

#: Lines of the chart: label; measure and products of the camp; item and measure of the Gulag.
LINES = (
    ("sown land, abstract", ("sown_area", ("crops",)), ("all crops", "sown_area")),
    ("sown land, text of 2006 on 1940", (CLAIMED, ("crops",)), ("all crops", "sown_area")),
    ("grain (of the camp: wheat)", ("harvest", ("wheat",)), ("grain", "harvest")),
    (
        "potatoes and vegetables",
        ("harvest", ("potatoes", "vegetables, melons and fruit")),
        ("vegetables and potatoes", "harvest"),
    ),
    ("milk", ("delivered", ("milk",)), ("milk", "output")),
    ("butter", ("delivered", ("butter",)), ("butter", "output")),
)

#: Bases: year of the Gulag's crops, basis of its harvests.
BASES = {"1941": ("1941", "actual"), "1944": ("1944", "plan")}


def farm_share(
    production: pd.DataFrame,
    gulag: pd.DataFrame,
    claims: pd.DataFrame,
    factors: pd.DataFrame,
    *,
    camp: str = "karlag",
    base: str = "1941",
) -> go.Figure:
    """
    Divide what is said of a camp farm, by year, by what was reported of all Gulag farms.

    Parameters
    ----------
    production : DataFrame
        ``karlag_production``.
    gulag : DataFrame
        ``gulag_economy``: the rows of the topic ``farming`` (report of August 1944).
    claims : DataFrame
        ``camp_claims``: another sown area of the camp (km²).
    factors : DataFrame
        ``unit_conversions``.
    camp : str, optional
        ``camp_id`` of the camp.
    base : str, optional
        ``1941``: crops as reported for that year; ``1944``: sown land of that year and the
        harvests of its plan. Milk and butter are totals of three war years in both.

    Returns
    -------
    Figure
        Bars from zero in per cent, all computed.

    Raises
    ------
    ValueError
        If there is no such base, or a row is missing.
    """
    if base not in BASES:
        raise ValueError(f"no base '{base}'; choose from {', '.join(BASES)}")
    ours = production[production["camp_id"] == camp]
    ours = pd.concat([ours, sown(claims, camp, factors).assign(measure=CLAIMED)])
    farms = gulag[gulag["topic"] == "farming"]
    marks = [_mark(line, ours, farms, factors, base) for line in LINES]
    figure, height = shelved(marks, "per cent of all Gulag farms", room=1.5)
    rows = inputs(production, gulag, claims, factors, links=[mark["row"] for mark in marks])
    return record(figure, rows, _table(marks), alt=_alt(marks, base), height=height)


def _mark(
    line: tuple[Any, Any, Any],
    ours: pd.DataFrame,
    farms: pd.DataFrame,
    factors: pd.DataFrame,
    base: str,
) -> dict[str, Any]:
    label, (measure, products), (item, whole_measure) = line
    parts = ours[(ours["measure"] == measure) & ours["product"].isin(products)]
    whole = _whole(farms, item, whole_measure, base)
    land = measure in ("sown_area", CLAIMED)
    unit = "ha" if land else "t"
    rows = units.in_unit(parts, unit, factors, "milk" if label == "milk" else None)
    part = sum(
        float(row["value_min"]) if land else fields.yearly(row)[0] for _, row in rows.iterrows()
    )
    total = units.convert(float(whole["value_min"]), whole["unit"], unit, factors)
    if whole["date_kind"] == "span":
        total /= REPORT_YEARS
    percent = rounded(share(part, total), 3)
    numbers = f"{theme.number(rounded(part))} of {theme.number(rounded(total))} {unit} a year"
    if land:
        numbers = numbers.removesuffix(" a year")
    kind = "planned" if whole["basis"] == "plan" else "reported"
    when = "1941–1944" if whole["date_kind"] == "span" else whole["date_text"]
    least = "at least " if (parts["qualifier"] == "at_least").any() else ""
    return {
        "heading": "Part of all Gulag farms",
        "label": f"{label}: {numbers} ({kind}, {when})",
        "x": percent,
        "text": f"{least}{theme.number(percent)}",
        "style": "computed",
        "unread": False,
        "hover": f"<b>{theme.number(percent)} per cent</b><br>{label}<br>{numbers}"
        f"<br>{theme.STATUSES['computed']}",
        "row": joined([*rows["row"], whole["row"]]),
        "cells": (
            label,
            theme.number(rounded(part)),
            theme.number(rounded(total)),
            unit,
            kind,
            when,
        ),
    }


def _whole(farms: pd.DataFrame, item: str, measure: str, base: str) -> pd.Series:
    year, basis = BASES[base]
    rows = farms[(farms["item"] == item) & (farms["measure"] == measure)]
    dated = rows[
        (rows["date_text"] == year) & ((rows["basis"] == basis) | (measure == "sown_area"))
    ]
    found = dated if len(dated) else rows[rows["date_kind"] == "span"]
    if len(found) != 1:
        raise ValueError(
            f"{len(found)} rows of {item} for {base} in the farming topic; one is needed"
        )
    return found.iloc[0]


def _table(marks: list[dict[str, Any]]) -> pd.DataFrame:
    columns = ["Product", "Karlag, a year", "All Gulag farms, a year", "Unit", "Gulag number", "Of"]
    view = pd.DataFrame([mark["cells"] for mark in marks], columns=columns)
    view.insert(1, "Per cent (computed)", [mark["text"] for mark in marks])
    return view.assign(row=[mark["row"] for mark in marks])


def _alt(marks: list[dict[str, Any]], base: str) -> str:
    said = "; ".join(f"{mark['cells'][0]} {mark['text']}" for mark in marks)
    crops = "as reported for 1941" if base == "1941" else "of 1944, harvests as planned"
    return (
        "Bar chart: what texts say of Karlag in per cent of all Gulag farms, crops "
        f"{crops}, milk and butter as reported for three war years. {said}."
    )
