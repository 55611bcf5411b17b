"""Killed, and killed or wounded: two measures of Kengir that copies turn into one."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._casualties.claims import (
    SOURCE_KINDS,
    claims_about,
    greatest,
    label,
    one_of,
    table_of,
    who,
)
from helpers.charts._casualties.headed import Group, headed
from helpers.charts.shared.claim_marks import computed, open_ends, values
from helpers.charts.shared.ranked import AROUND, measured
from helpers.charts.shared.record import nothing, record

#: Claims about the assault, and those that count the whole time with it.
EPISODES = ["june_assault", "whole_uprising"]

#: Headings of the three groups of lines.
KILLED, EITHER = "killed", "killed or wounded, as one number"
ADDED = "killed and wounded of one source, added in this book"

#: What a sum of a claim leaves out.
NOT_ADDED = "later deaths are not added, they may be among the wounded"

#: Height around the lines, in pixels.
HEIGHT = AROUND + 20


def killed_or_wounded(table: pd.DataFrame, *, source_kind: str = "every") -> go.Figure:
    """
    Draw the dead of 26 June 1954 beside the dead and wounded, each under its own heading.

    Claims about the whole uprising, which hold that day, stand with them.

    Parameters
    ----------
    table : DataFrame
        ``kengir_casualties``: columns as for `casualties`, and ``claim_id``.
    source_kind : str, optional
        Draw the claims of this kind of source only, as in `casualties`.

    Returns
    -------
    Figure
        One line per claim in numbers. The last group is computed: killed and wounded of the
        same claim, where both are exact; different claims are never added. A range that stands
        under both words is shaded across the chart.

    Raises
    ------
    ValueError
        If there is no such kind of source.
    """
    one_of(source_kind, ("every", *SOURCE_KINDS), "kind of source")
    rows = _lines(table)
    top = greatest(rows)
    if source_kind != "every":
        rows = rows[rows["source_kind"] == source_kind]
    figure = go.Figure()
    tall = _draw(figure, rows, top)
    return record(figure, rows, table_of(rows), alt=_alt(rows), height=HEIGHT + max(tall, 120))


def _lines(table: pd.DataFrame) -> pd.DataFrame:
    """List the claims in numbers, and what is computed from them, under their headings."""
    killed, either, wounded = (
        claims_about(table, EPISODES, measure, "prisoners").dropna(subset=["size"])
        for measure in ("killed", "killed_or_wounded", "wounded")
    )
    parts = {KILLED: killed, EITHER: either, ADDED: _added(killed, wounded)}
    return pd.concat([rows.assign(heading=heading) for heading, rows in parts.items()])


def _added(killed: pd.DataFrame, wounded: pd.DataFrame) -> pd.DataFrame:
    """Add killed and wounded of each claim that gives both exactly."""
    hurt = wounded[wounded["qualifier"] == "exact"].set_index("claim_id")
    dead = killed[(killed["qualifier"] == "exact") & killed["claim_id"].isin(hurt.index)]
    added = pd.DataFrame([_sum(row, hurt.loc[row["claim_id"]]) for _, row in dead.iterrows()])
    if added.empty:
        return killed.head(0)
    added = added.astype(dict.fromkeys(("size", "value_min", "value_max"), "Float64"))
    added["repeats"] = added.groupby("size")["size"].transform("size")
    return added.sort_values(["size", "written", "row_id"])


def _sum(killed: pd.Series, wounded: pd.Series) -> dict[str, object]:
    total = float(killed["size"] + wounded["size"])
    parts = f"{theme.number(killed['size'])} killed and {theme.number(wounded['size'])} wounded"
    said = f"<b>{theme.number(total)}</b> persons, killed and wounded<br>{parts}; {NOT_ADDED}"
    return {
        **killed,
        "measure": "killed and wounded",
        "row": f"{killed['row']} {wounded['row']}",
        "size": total,
        "value_min": total,
        "value_max": total,
        "status": "computed",
        "note": f"{parts}; {NOT_ADDED}",
        "hover": f"{said}<br>{who(killed)}<br>{theme.status({**killed, 'status': 'computed'})}",
    }


def _draw(figure: go.Figure, rows: pd.DataFrame, top: float) -> int:
    if rows.empty:
        nothing(figure, "The table holds<br>no such claim")
        return 0
    groups = [
        Group(heading, [label(row) for _, row in held.iterrows()])
        for heading, held in rows.groupby("heading", sort=False)
    ]
    places, tall = headed(figure, groups)
    placed = rows.set_axis(places)
    is_sum = placed["status"] == "computed"
    for low, high in _shared(rows):
        _shade(figure, low, high, tall)
    open_ends(figure, placed, top)
    values(figure, placed[~is_sum], top)
    computed(figure, placed[is_sum], top)
    measured(figure, top, "", "persons", room=1.12)
    figure.update_layout(showlegend=True)
    return tall


def _shared(rows: pd.DataFrame) -> list[tuple[float, float]]:
    """List the ranges that stand under both words."""
    ranges = rows[rows["qualifier"] == "range"].groupby("measure")
    ends = {
        measure: set(zip(held["value_min"], held["value_max"], strict=True))
        for measure, held in ranges
    }
    both = ends.get("killed", set()) & ends.get("killed_or_wounded", set())
    return sorted((float(low), float(high)) for low, high in both)


def _shade(figure: go.Figure, low: float, high: float, tall: int) -> None:
    figure.add_scatter(
        x=[low, high, high, low],
        y=[0, 0, tall, tall],
        fill="toself",
        fillcolor=theme.GRID,
        opacity=0.5,
        mode="none",
        name=f"{theme.number(low)}–{theme.number(high)}, under both words",
        hoverinfo="skip",
    )


def _alt(rows: pd.DataFrame) -> str:
    start = "Dot chart of claims about the assault of 26 June 1954 or the whole uprising"
    if rows.empty:
        return f"{start}: the table holds no number for this choice."
    said = [f"{start}, under {rows['heading'].nunique()} headings, never added to one another."]
    for heading, held in rows.groupby("heading", sort=False):
        numbers = dict.fromkeys(theme.amount(row) for _, row in held.iterrows())
        said.append(f"{heading.capitalize()}, {len(held)} lines: {', '.join(numbers)}.")
    for low, high in _shared(rows):
        same = rows[(rows["value_min"] == low) & (rows["value_max"] == high)]
        named = {
            measure: "; ".join(who(row) for _, row in held.iterrows())
            for measure, held in same.groupby("measure")
        }
        said.append(
            f"{theme.number(low)}–{theme.number(high)} are killed in {named['killed']}, "
            f"and killed or wounded in {named['killed_or_wounded']}."
        )
    return " ".join(said)
