"""Energy of the rations, computed from their products, beside what sources state."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._rations.order import (
    ADDITIONS,
    OTHERS,
    heading,
    kind_of_number,
    of_order,
    ordered,
)
from helpers.charts.shared.record import hover, nothing, record
from helpers.charts.shared.shelf import Shelf, Style, bars
from helpers.models import food

#: The two parts of a bar.
BREAD = Style(theme.BLUE, ".", "computed: bread")
REST = Style(theme.GREEN, ".", "computed: other food")


def ration_energy(
    table: pd.DataFrame, food_energy: pd.DataFrame, *, order: str = "every"
) -> go.Figure:
    """
    Draw the energy of each ration, computed from its products, and the energy sources state.

    Parameters
    ----------
    table : DataFrame
        ``rations``, as for ``rations``; rows with the measure ``energy`` (kcal per day) are
        what a source states.
    food_energy : DataFrame
        ``food_energy``, as for ``helpers.models.food.energy``.
    order : str, optional
        ``order_id`` of one order or account.

    Returns
    -------
    Figure
        A bar from zero per ration whose list looks whole, and per addition; a line at its end
        runs from the least to the most that the unstated kinds of food allow. Rations of which
        only bread or a few products are known have no bar. Products without a factor are
        named in the table.

    Raises
    ------
    ValueError
        If the table has no such order.
    """
    rows = ordered(of_order(table, order))
    computed = food.energy(rows, food_energy)
    if len(computed):
        shown = computed["whole"] | computed["ration_group"].isin(ADDITIONS)
        computed = computed[shown].set_index("ration_id")
    stated = rows[(rows["measure"] == "energy") & rows["value_min"].notna()]
    figure, shelf = go.Figure(), Shelf()
    lines = _draw(figure, shelf, rows, computed, stated)
    inputs = pd.concat([computed, stated]) if lines else rows.head(0)
    height = 300
    if lines:
        most = max(mark["most"] for mark in lines)
        height = shelf.close(figure, "kcal per day", most)
    else:
        nothing(figure, "no whole ration is known")
    alt = _alt(computed, stated)
    return record(figure, inputs, _table(lines), alt=alt, height=height)


def _draw(
    figure: go.Figure,
    shelf: Shelf,
    rows: pd.DataFrame,
    computed: pd.DataFrame,
    stated: pd.DataFrame,
) -> list[dict]:
    """Add the bars and marks; return the lines of the table."""
    lines: list[dict] = []
    marks: dict[tuple[str, bool], list[dict]] = {}
    points: list[dict] = []
    for _, group in rows.groupby("order_id", sort=False):
        there = group["ration_id"].isin([*computed.index, *stated["ration_id"]])
        if there.any():
            shelf.heading(heading(group[there].iloc[0]))
        for name in group.loc[there, "ration_id"].unique():
            said = stated[stated["ration_id"] == name]
            line = computed.loc[name] if name in computed.index else None
            places = shelf.bars(_label(group, name, line), len(said) + (line is not None))
            if line is not None:
                lines.append(_computed(marks, line, places.pop(0)))
            for (_, row), y in zip(said.iterrows(), places, strict=True):
                lines.append(_stated(points, row, y))
    for (part, hollow), parts in sorted(marks.items()):
        figure.add_trace(_bars(parts, BREAD if part == "bread" else REST, hollow))
    if points:
        figure.add_trace(_points(points))
    return lines


def _label(group: pd.DataFrame, name: str, line: pd.Series | None) -> str:
    row = group[group["ration_id"] == name].iloc[0]
    extra = row["kind"] == "addition" and "upplement" not in row["ration"]
    words = f"{row['ration']} (addition)" if extra else row["ration"]
    return words if line is None else f"{words}: {_round(line['kcal']):,}\u00a0kcal"


def _round(value: float) -> int:
    """Round to tens: the factors allow no more."""
    return int(round(value, -1))


def _computed(marks: dict[tuple, list[dict]], line: pd.Series, y: float) -> dict:
    low, kcal, high, bread = (_round(line[name]) for name in ("low", "kcal", "high", "bread"))
    missing = f"<br>not counted: {line['not_counted'] or 'nothing'}".replace("; ", ",<br>")
    status = theme.STATUSES["computed"]
    words = f"<b>about {kcal:,}</b> kcal a day ({low:,}–{high:,}), {bread:,} of it from bread"
    mark = {"y": y, "text": "", "hover": f"{words}{missing}<br>{status}", "row": line["row"]}
    hollow = line["unread"]
    if bread:
        first = {**mark, "x": bread, "base": 0, "row": line["bread_row"]}
        marks.setdefault(("bread", hollow), []).append(first)
    ends = {"less": kcal - low, "more": high - kcal}
    rest = {**mark, "x": kcal - bread, "base": bread, **ends}
    marks.setdefault(("other", hollow), []).append(rest)
    ends = f"{low:,}–{high:,}"
    return {"line": line, "value": f"about {kcal:,}", "ends": ends, "bread": bread, "most": high}


def _stated(points: list[dict], row: pd.Series, y: float) -> dict:
    least = int(row["value_min"])
    most = least if pd.isna(row["value_max"]) else int(row["value_max"])
    points.append({"y": y, "x": least, "more": most - least, "row": row})
    return {"line": row, "value": theme.amount(row), "ends": "", "bread": None, "most": most * 1.1}


def _bars(parts: list[dict], style: Style, hollow: bool) -> go.Bar:
    trace = bars(parts, style, hollow=hollow)
    if any("more" in part for part in parts):
        more, less = ([part[end] for part in parts] for end in ("more", "less"))
        trace.error_x = _ends(more, less, theme.INK)
    return trace


def _ends(more: list[int], less: list[int], colour: str) -> dict:
    ends = {"array": more, "arrayminus": less, "symmetric": False}
    return {**ends, "color": colour, "thickness": 1.5, "width": 4}


def _points(points: list[dict]) -> go.Scatter:
    rows = [point["row"] for point in points]
    return go.Scatter(
        x=[point["x"] for point in points],
        y=[point["y"] for point in points],
        error_x=_ends([point["more"] for point in points], [0] * len(points), theme.VERMILION),
        mode="markers+text",
        marker={"color": theme.VERMILION, "symbol": "square", "size": 10},
        name="stated by a source",
        text=[f"  {theme.amount(row)}" for row in rows],
        textposition=["middle left" if point["more"] else "middle right" for point in points],
        textfont={"size": 12},
        cliponaxis=False,
        hovertext=[hover(row, "kcal a day, as stated") for row in rows],
        hoverinfo="text",
        customdata=[row["row"] for row in rows],
    )


def _table(lines: list[dict]) -> pd.DataFrame:
    rows = [mark["line"] for mark in lines]
    keys = [sources.split(row["source_keys"]) for row in rows]
    return pd.DataFrame(
        {
            "Order or account": [row["order_title"] for row in rows],
            "Ration": [row["ration"] for row in rows],
            "Energy (kcal per day)": [mark["value"] for mark in lines],
            "Least to most": [mark["ends"] for mark in lines],
            "From bread": [mark["bread"] for mark in lines],
            "Products counted": [row.get("counted") for row in rows],
            "Not counted": [row.get("not_counted", "") for row in rows],
            "Kind of number": [kind_of_number(row) for row in rows],
            "Source": [sources.short_list(part) for part in keys],
            "row": [row["row"] for row in rows],
        }
    )


def _alt(computed: pd.DataFrame, stated: pd.DataFrame) -> str:
    what = "Bar chart of the energy of rations in kcal a day"
    said = f"{len(stated)} stated by sources" if len(stated) else "none stated by a source"
    whole = computed
    if len(computed):
        whole = computed[computed["whole"] & ~computed["ration_group"].isin(OTHERS)]
    if whole.empty:
        return f"{what}: {said}, no camp ration computed from a whole list."
    top, low = whole.loc[whole["kcal"].idxmax()], whole.loc[whole["kcal"].idxmin()]
    share = round(100 * whole["bread"].sum() / whole["kcal"].sum())
    return (
        f"{what}, computed for {len(whole)} camp rations: from about {_round(low['kcal']):,} "
        f"({low['ration']}) to about {_round(top['kcal']):,} ({top['ration']}). "
        f"Bread gives {share} percent of it; {said}."
    )
