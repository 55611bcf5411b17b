"""How much bread rose and fell with the output norm: each step against the bread at full norm."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._rations.order import heading, known_amounts, ordered
from helpers.charts._rations.rations import FOODS
from helpers.charts.shared.record import record
from helpers.charts.shared.shelf import Shelf, Style, bars

#: Looks of the bars.
LOOKS = {
    # the label above a bar says the step; the dots, that each share is computed
    "penalty": Style(theme.VERMILION, ".", "penalty"),
    "less": Style(theme.PURPLE, ".", "less than the norm"),
    "norm": Style(theme.BLUE, ".", "norm fulfilled"),
    "more": Style(theme.GREEN, ".", "more than the norm"),
}

#: Words of the table for a fulfilment that is less, or more, than the norm.
LESS = ("below the norm", "75 percent", "50 percent", "50-100 percent", "under 50 percent")
MORE = ("above the norm", "over 100 percent")


def bread_steps(table: pd.DataFrame) -> go.Figure:
    """
    Draw the bread of each step of a ration scale, as per cent of the bread at full norm.

    ``per cent = 100 x bread of the step / bread at full norm``; of a range the middle is drawn.
    What was given on top of the norm is added to it.

    Parameters
    ----------
    table : DataFrame
        ``rations``, as for `rations`.

    Returns
    -------
    Figure
        A group of bars for each order or account that names the bread of a fulfilled norm and of
        at least one other step; the grams stand beside the bars. The percentages are computed,
        and a bar leads to both rows.

    Raises
    ------
    ValueError
        If no order of the table has two steps.
    """
    steps = _steps(table)
    if not steps:
        raise ValueError("no order names bread for a fulfilled norm and for another step")
    figure, shelf = go.Figure(), Shelf()
    marks: dict[str, list[dict]] = {}
    for name in dict.fromkeys(step["order"] for step in steps):
        shelf.heading(name)
        for step in steps:
            if step["order"] == name:
                marks.setdefault(step["look"], []).append(_mark(step, *shelf.bars(step["step"])))
    for look, style in LOOKS.items():
        if look in marks:
            figure.add_trace(bars(marks[look], style))
    most = max(step["share"] for step in steps)
    title = "bread, per cent of the bread at full norm"
    height = shelf.close(figure, title, most, room=1.45)
    figure.update_xaxes(title_font_size=13)
    rows = pd.concat([step["rows"] for step in steps]).drop_duplicates("row")
    return record(figure, rows, _table(steps), alt=_alt(steps), height=height)


def _steps(table: pd.DataFrame) -> list[dict]:
    known = known_amounts(table)
    bread = known[known["product"].isin(FOODS["bread"])]
    scales = bread["ration_group"].isin(["norm by fulfilment", "penalty", "supplement"])
    steps = []
    for _, rows in ordered(bread[scales]).groupby("order_id", sort=False):
        full = rows[rows["fulfilment"] == "norm fulfilled"]
        if len(full) != 1 or len(rows) < 2:
            continue
        norm = full.iloc[0]
        steps += [_step(row, norm) for _, row in rows.iterrows()]
    return steps


def _step(row: pd.Series, norm: pd.Series) -> dict:
    added = row["ration_group"] == "supplement"
    grams = _middle(row) + (_middle(norm) if added else 0)
    amount = theme.number(grams) if added else theme.amount(row)
    links = [row["row"]] if row["row"] == norm["row"] else [row["row"], norm["row"]]
    return {
        "order": heading(row),
        "step": row["fulfilment"] or row["ration"],
        "look": _look(row),
        "grams": amount,
        "share": round(100 * grams / _middle(norm)),
        "row": " ".join(links),
        "rows": pd.DataFrame([row, norm]),
        "kind": row["status"],
        "known": "; ".join(dict.fromkeys(theme.CHECKED[one["checked"]] for one in (row, norm))),
    }


def _look(row: pd.Series) -> str:
    if row["fulfilment"] in LESS:
        return "less"
    if row["ration_group"] == "penalty":
        return "penalty"
    return "more" if row["fulfilment"] in MORE else "norm"


def _middle(row: pd.Series) -> float:
    low = row["value_min"] if pd.notna(row["value_min"]) else row["value_max"]
    high = row["value_max"] if pd.notna(row["value_max"]) else low
    return float(low + high) / 2


def _mark(step: dict, y: float) -> dict:
    said = f"<b>{step['grams']} g</b> of bread, {step['step']}<br>{step['share']} per cent of the "
    more = f"bread at full norm<br>{step['order']}<br>{theme.STATUSES['computed']}"
    text = f"{step['share']} ({step['grams']} g)"
    return {"y": y, "x": step["share"], "text": text, "hover": said + more, "row": step["row"]}


def _table(steps: list[dict]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Order or account": [step["order"] for step in steps],
            "Step": [step["step"] for step in steps],
            "Bread (g per day)": [step["grams"] for step in steps],
            "Per cent of the bread at full norm (computed)": [step["share"] for step in steps],
            "Kind of number": [step["kind"] for step in steps],
            "How known": [step["known"] for step in steps],
            "Source": [
                sources.short_list(sources.split(step["rows"].iloc[0]["source_keys"]))
                for step in steps
            ],
            "row": [step["row"] for step in steps],
        }
    )


def _alt(steps: list[dict]) -> str:
    said = []
    for name in dict.fromkeys(step["order"] for step in steps):
        own = [step for step in steps if step["order"] == name]
        scale = ", ".join(f"{step['step']} {step['share']}" for step in own)
        said.append(f"{name}: {scale}")
    return (
        f"Bar chart of bread by output, in per cent of the bread at full norm. {'; '.join(said)}."
    )
