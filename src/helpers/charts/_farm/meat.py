"""A number without a unit: the meat of the abstract in three units, beside what is known."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import theme, units
from helpers.charts._farm.marks import inputs, joined, rounded
from helpers.charts.shared.ranked import AROUND, LINE, lines
from helpers.charts.shared.record import record
from helpers.models import fields, herds

#: The units that are tried.
TRIED = ("kg", "poods", "centners")

#: The report of August 1944 speaks of three years; its row has the days from which they are cut.
REPORT_YEARS = 3

#: Colour, mark and words of the legend.
LOOKS = {
    "tried": (theme.PURPLE, "diamond", "the number of the abstract, unit tried"),
    "reported": (theme.GREEN, "square", "reported"),
    "computed": (theme.GREY, "triangle-up", "computed in this book, a scale"),
}


def farm_meat(
    production: pd.DataFrame,
    regional: pd.DataFrame,
    gulag: pd.DataFrame,
    factors: pd.DataFrame,
    *,
    camp: str = "karlag",
) -> go.Figure:
    """
    Try units for meat that has none, and set each beside scales in tonnes a year.

    Parameters
    ----------
    production : DataFrame
        ``karlag_production``: the meat ``delivered`` (unit not stated), the herds of 1945, the
        cows named as meat animals, the weight of a cow.
    regional : DataFrame
        ``regional_output``: meat, beef and pork of the USSR in 1945, its cattle and sheep.
    gulag : DataFrame
        ``gulag_economy``: ``animals for slaughter``, live weight, of all farms.
    factors : DataFrame
        ``unit_conversions``.
    camp : str, optional
        ``camp_id`` of the camp.

    Returns
    -------
    Figure
        Marks on a logarithmic axis (bars would need a zero), the smallest on top.

    Raises
    ------
    ValueError
        If the meat has a unit, or a row for a scale is missing.
    """
    ours = production[production["camp_id"] == camp]
    marks = sorted(
        [*_tried(ours, factors), *_scales(ours, regional, gulag, factors)],
        key=lambda mark: mark["x"],
    )
    figure = go.Figure()
    for kind, (colour, symbol, words) in LOOKS.items():
        at = [place for place, mark in enumerate(marks) if mark["kind"] == kind]
        figure.add_trace(_trace([marks[place] for place in at], at, (colour, symbol), words))
    lines(figure, [mark["label"] for mark in marks], grid=True)
    ticks = [100, 1000, 10000, 100000]
    figure.update_xaxes(
        type="log",
        range=[1.9, 5.1],
        tickmode="array",
        tickvals=ticks,
        ticktext=[theme.number(tick) for tick in ticks],
        title={"text": "t a year, each step ten times", "font": {"size": 12}},
    )
    figure.update_layout(legend={"traceorder": "normal"})
    rows = inputs(production, regional, gulag, factors, links=[mark["row"] for mark in marks])
    height = AROUND + 60 + round(LINE * 1.5) * len(marks)
    return record(figure, rows, _table(marks), alt=_alt(marks), height=height)


def _one(table: pd.DataFrame, **wanted: str) -> pd.Series:
    rows = table
    for column, value in wanted.items():
        rows = rows[rows[column] == value]
    if len(rows) != 1:
        named = ", ".join(f"{column} '{value}'" for column, value in wanted.items())
        raise ValueError(f"{len(rows)} rows with {named}; the scale needs exactly one")
    return rows.iloc[0]


def _tried(ours: pd.DataFrame, factors: pd.DataFrame) -> list[dict[str, Any]]:
    meat = ours[(ours["product"] == "meat") & (ours["measure"] == "delivered")]
    found = []
    for unit in TRIED:
        row = units.in_unit(units.suppose(meat, unit), "t", factors).iloc[0]
        a_year, years = fields.yearly(row)
        found.append(
            _mark(f"in {unit}", a_year, "tried", row["row"], f"unit supposed, {years} years")
        )
    return found


def _scales(
    ours: pd.DataFrame, regional: pd.DataFrame, gulag: pd.DataFrame, factors: pd.DataFrame
) -> list[dict[str, Any]]:
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
        _herd(ours, regional, factors),
        _cows(ours, factors),
    ]


def _herd(ours: pd.DataFrame, regional: pd.DataFrame, factors: pd.DataFrame) -> dict[str, Any]:
    """Reckon what such a herd gave elsewhere in the Union."""
    union = regional[regional["region"] == "USSR"]
    meat, beef, pork = (
        _one(union, product=name, measure="output")
        for name in ("meat of all kinds", "beef and veal", "pork")
    )
    head = {kind: _one(union, product=kind, measure="herd") for kind in ("cattle", "sheep")}
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
    label = "such a herd elsewhere in the Union, at most"
    return _mark(label, value, "computed", joined(used), "carcass weight, 1945")


def _cows(ours: pd.DataFrame, factors: pd.DataFrame) -> dict[str, Any]:
    """Reckon the carcasses of the cows that the same text names, over five years."""
    cows = _one(ours, product="cows", measure="meat_animals")
    weight = _one(ours, product="Dolinsky cows", measure="weight_per_cow")
    way = units.path("kg live weight", "kg carcass", factors, "cattle")
    each = float(weight["value_min"]) * float(way["times"].iloc[0])
    value = float(cows["value_min"]) * units.convert(each, "kg", "t", factors) / 5
    used = joined([cows["row"], weight["row"], *way["row"]])
    return _mark("30,000 cows in five years, about", value, "computed", used, "231 kg each")


def _mark(label: str, value: float, kind: str, row: str, note: str) -> dict[str, Any]:
    return {"label": label, "x": rounded(value), "kind": kind, "row": row, "note": note}


def _trace(
    marks: list[dict[str, Any]], at: list[int], look: tuple[str, str], words: str
) -> go.Scatter:
    colour, symbol = look
    return go.Scatter(
        x=[mark["x"] for mark in marks],
        y=at,
        mode="markers+text",
        name=words,
        marker={"color": colour, "symbol": symbol, "size": 12},
        text=[theme.number(mark["x"]) for mark in marks],
        textposition=["middle left" if mark["x"] > 8000 else "middle right" for mark in marks],
        textfont={"size": 12},
        hovertext=[
            f"<b>{theme.number(mark['x'])} t a year</b><br>{mark['label']}<br>{mark['note']}"
            for mark in marks
        ],
        hoverinfo="text",
        customdata=[mark["row"] for mark in marks],
        cliponaxis=False,
    )


def _table(marks: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "What": [mark["label"] for mark in marks],
            "Tonnes a year": [mark["x"] for mark in marks],
            "Kind of number": [LOOKS[mark["kind"]][2] for mark in marks],
            "How": [mark["note"] for mark in marks],
            "row": [mark["row"] for mark in marks],
        }
    )


def _alt(marks: list[dict[str, Any]]) -> str:
    listed = "; ".join(f"{mark['label']}: {theme.number(mark['x'])}" for mark in marks)
    return (
        "Marks on a logarithmic axis: meat in tonnes a year, the number without a unit in three "
        f"units beside four scales. From the smallest: {listed}."
    )
