"""The scales of the meat: what herds, cows and all Gulag farms gave in a year."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers import theme, units
from helpers.charts._farm.marks import joined, rounded
from helpers.models import fields, herds

#: The units that are tried.
TRIED = ("kg", "poods", "centners")

#: Years of the Union's meat, and the day on which its herd was counted.
HERDS = {"1940": "1941-01-01", "1945": "1946-01-01"}

#: The years over which the abstract's animals are spread.
YEARS = 5

#: The report of August 1944 speaks of three years; its row has the days from which they are cut.
REPORT_YEARS = 3


def _one(table: pd.DataFrame, **wanted: str) -> pd.Series:
    rows = table
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    if len(rows) != 1:
        named = ", ".join(f"{column} '{value}'" for column, value in wanted.items())
        raise ValueError(f"{len(rows)} rows with {named}; the scale needs exactly one")
    return rows.iloc[0]


def tried(ours: pd.DataFrame, factors: pd.DataFrame) -> list[dict[str, Any]]:
    """Try each unit for the meat of a camp, in t a year."""
    meat = ours[(ours["product"] == "meat") & (ours["measure"] == "delivered")]
    found = []
    for unit in TRIED:
        row = units.in_unit(units.suppose(meat, unit), "t", factors).iloc[0]
        a_year, years = fields.yearly(row)
        found.append(
            _mark(f"if in {unit}", a_year, "tried", row["row"], f"unit supposed, {years} years")
        )
    return found


def scales(
    ours: pd.DataFrame, regional: pd.DataFrame, gulag: pd.DataFrame, factors: pd.DataFrame
) -> list[dict[str, Any]]:
    """Set beside it what all Gulag farms gave, such a herd, and the cows of the same text."""
    animals = _one(gulag, item="animals for slaughter", measure="delivered")
    live = units.convert(float(animals["value_min"]), animals["unit"], "kg", factors)
    live /= 1000 * REPORT_YEARS
    carcass = units.path("kg live weight", "kg carcass", factors, "cattle")
    dead = live * float(carcass["times"].iloc[0])
    half = joined([animals["row"], *carcass["row"]])
    return [
        _mark("all Gulag farms, live weight", live, "reported", animals["row"], "three war years"),
        _mark(
            "all Gulag farms, as carcasses, about",
            dead,
            "computed",
            half,
            "half of the live weight",
        ),
        *(_herd(ours, regional, factors, year) for year in HERDS),
        _cows(ours, factors),
    ]


def _herd(
    ours: pd.DataFrame, regional: pd.DataFrame, factors: pd.DataFrame, year: str
) -> dict[str, Any]:
    """Reckon what such a herd gave elsewhere in the Union in a year."""
    union = regional[regional["region"] == "USSR"]
    meat, beef, pork = (
        _one(union, product=name, measure="output", date_text=year)
        for name in ("meat of all kinds", "beef and veal", "pork")
    )
    head = {
        kind: _one(union, product=kind, measure="herd", date_text=HERDS[year])
        for kind in ("cattle", "sheep")
    }
    own = {
        kind: _one(ours, product=kind, measure="herd", date_text="1945")
        for kind in ("cattle", "sheep")
    }
    tonnes = {
        "cattle": units.convert(float(beef["value_min"]), beef["unit"], "t", factors),
        "sheep": units.convert(herds.mutton_at_most(meat, beef, pork), meat["unit"], "t", factors),
    }
    rates = {
        kind: herds.meat_per_head(tonnes[kind], float(head[kind]["value_min"])) for kind in head
    }
    value = herds.meat_of_herd({kind: float(row["value_min"]) for kind, row in own.items()}, rates)
    used = [row["row"] for row in (*own.values(), *head.values(), meat, beef, pork)]
    label = f"such a herd in the Union of {year}, at most"
    return _mark(label, value, "computed", joined(used), "carcass weight")


def _cows(ours: pd.DataFrame, factors: pd.DataFrame) -> dict[str, Any]:
    """Reckon the carcasses of the cows that the same text names, spread over its years."""
    cows = _one(ours, product="cows", measure="meat_animals")
    weight = _one(ours, product="Dolinsky cows", measure="weight_per_cow")
    way = units.path("kg live weight", "kg carcass", factors, "cattle")
    each = float(weight["value_min"]) * float(way["times"].iloc[0])
    value = float(cows["value_min"]) * units.convert(each, "kg", "t", factors) / YEARS
    used = joined([cows["row"], weight["row"], *way["row"]])
    label = f"{theme.number(cows['value_min'])} cows in five years, about"
    return _mark(label, value, "computed", used, f"{theme.number(each)} kg each")


def _mark(label: str, value: float, kind: str, row: str, note: str) -> dict[str, Any]:
    return {"label": label, "x": rounded(value), "kind": kind, "row": row, "note": note}
