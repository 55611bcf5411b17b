"""How many prisoners an incentive reached, and what was said of its effect, in per cent."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.claim_marks import open_ends, values
from helpers.charts.shared.ranked import AROUND, lines, measured, number_of
from helpers.charts.shared.record import describe, hover, record
from helpers.charts.shared.when import when

#: What can be shown: the measures of the table, and the words of the axis.
MEASURES = {
    "prisoners": (
        ("prisoners_with_credits", "prisoners_in_competition", "prisoners_below_norm"),
        "share of prisoners",
    ),
    "output": (("productivity_rise",), "rise of output per worker"),
    "norms": (("norm_fulfilment",), "fulfilment of the output norm"),
}

#: Pixels of a row: a label has up to three lines.
ROW = 56

#: Words before the scope where shares of different groups stand below one another.
GROUPS = {
    "prisoners_with_credits": "credits, ",
    "prisoners_in_competition": "competition, ",
    "prisoners_below_norm": "below the norm, ",
}


def reach(incentives: pd.DataFrame, *, measure: str = "prisoners") -> go.Figure:
    """
    Draw shares, one line per row, the earliest on top.

    Parameters
    ----------
    incentives : DataFrame
        ``incentives``: columns ``row``, ``incentive``, ``measure``, values in per cent,
        ``qualifier``, ``status``, ``checked``, ``source_keys``.
    measure : str, optional
        ``prisoners`` (share of prisoners with credits, in competition or below the norm),
        ``output`` (rise that was reported) or ``norms`` (fulfilment of norms).

    Returns
    -------
    Figure
        One mark per number; a range is a bar between two marks, "at least" an arrow. The axis
        starts at zero and is the same for every choice.

    Raises
    ------
    ValueError
        If there is no such measure, or no number of it.
    """
    if measure not in MEASURES:
        raise ValueError(f"no measure '{measure}'; choose from {', '.join(MEASURES)}")
    names, words = MEASURES[measure]
    rows = incentives[incentives["measure"].isin(names)].sort_values(["date_start", "row_id"])
    if rows.empty:
        raise ValueError(f"the table has no number of {' or '.join(names)}")
    rows = rows.reset_index(drop=True).assign(size=number_of(rows.reset_index(drop=True)))
    rows["hover"] = [hover(row, f"per cent, {row['incentive']}") for _, row in rows.iterrows()]
    figure = go.Figure()
    open_ends(figure, rows, 100)
    values(figure, rows, 100)
    measured(figure, 120, words, "per cent", room=1.05)
    lines(figure, [_label(row) for _, row in rows.iterrows()], grid=True)
    table = describe(rows, "Per cent")
    table.insert(0, "What is measured", rows["incentive"])
    table.insert(len(table.columns) - 1, "Note", rows["note"])
    height = AROUND + ROW * max(len(rows), 3)
    return record(figure, rows, table, alt=_alt(rows, words), height=height)


def _label(row: pd.Series) -> str:
    of = GROUPS.get(row["measure"], "")
    return f"{of}{row['scope']}, {when(row)}"


def _alt(rows: pd.DataFrame, words: str) -> str:
    said = [
        f"{theme.amount(row)} ({row['incentive'].split(',')[0]}, {row['scope']}, "
        f"{row['date_text']})"
        for _, row in rows.iterrows()
    ]
    return f"Dot chart of the {words}, in per cent: {'; '.join(said)}."
