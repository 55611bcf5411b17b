"""Output of prisoners beside that of free workers, as the ministry or later authors put it."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.claim_marks import computed, values
from helpers.charts.shared.ranked import AROUND, LINE, in_words, lines, measured
from helpers.charts.shared.record import describe, hover, record

#: What a free worker of the same branch makes, on the axis of the chart.
FREE = 100

#: How the numbers can be shown, and the title of the axis.
WAYS = {
    "output": "output of a prisoner; free worker = 100",
    "gap": "per cent below free workers, as stated",
}


def productivity(table: pd.DataFrame, letter: pd.DataFrame, *, shown: str = "output") -> go.Figure:
    """
    Draw how far prisoners' output lay below that of free workers, one line per branch.

    Parameters
    ----------
    table : DataFrame
        ``gulag_economy``: columns ``row``, ``item``, ``measure`` (``productivity_gap``, per cent
        below), values, ``qualifier``, ``status``, ``checked``, ``source_keys``.
    letter : DataFrame
        Statements in words that stand below the numbers and are no measurement: rows with
        ``row``, ``value_text``, ``date_text``, ``status``, ``checked``, ``source_keys``.
    shown : str, optional
        ``output``: what a prisoner makes where a free worker makes 100, computed as 100 less the
        gap; ``gap``: the gap as stated.

    Returns
    -------
    Figure
        A mark per branch, a range as two marks; a statement is written out.

    Raises
    ------
    ValueError
        If there is no such way, or no gap in the table.
    """
    if shown not in WAYS:
        raise ValueError(f"no way '{shown}'; choose from {', '.join(WAYS)}")
    rows = table[table["measure"] == "productivity_gap"].copy()
    if rows.empty:
        raise ValueError("the table has no row of the measure 'productivity_gap'")
    rows = rows.sort_values("value_min", kind="stable").reset_index(drop=True)
    figure = go.Figure()
    if shown == "output":
        computed(figure, _output(rows), FREE)
        figure.add_vline(x=FREE, line={"color": theme.INK, "width": 1.5, "dash": "dash"})
    else:
        rows["hover"] = [hover(row, "per cent below") for _, row in rows.iterrows()]
        values(figure, rows.assign(size=rows["value_min"]), FREE)
    for place, (_, row) in enumerate(letter.iterrows(), start=len(rows)):
        in_words(figure, place, f"a statement, no number: \u201c{row['value_text']}\u201d")
    measured(figure, FREE, WAYS[shown], room=1.04)
    labels = [*rows["item"], *(f"letter of {row['date_text'][:4]}" for _, row in letter.iterrows())]
    lines(figure, labels, grid=True)
    inputs = pd.concat([rows, letter])
    height = AROUND + LINE * len(inputs)
    return record(
        figure, inputs, _table(rows, letter), alt=_alt(rows, letter, shown), height=height
    )


def _output(rows: pd.DataFrame) -> pd.DataFrame:
    """Turn gaps into outputs: the ends of a range change places."""
    low, high = FREE - rows["value_max"], FREE - rows["value_min"]
    return rows.assign(
        size=low,
        value_min=low,
        value_max=high,
        hover=[
            f"<b>{_range(row)}</b> where a free worker makes {FREE}<br>{row['item']}, "
            f"{row['date_text']}<br>{theme.STATUSES['computed']}"
            for _, row in rows.iterrows()
        ],
    )


def _range(row: pd.Series) -> str:
    ends = sorted({FREE - float(row["value_max"]), FREE - float(row["value_min"])})
    return "\u2013".join(theme.number(end) for end in ends)


def _table(rows: pd.DataFrame, letter: pd.DataFrame) -> pd.DataFrame:
    view = describe(rows, "Per cent below free workers")
    view.insert(0, "Branch", rows["item"])
    view.insert(3, "Output, free worker = 100 (computed)", [_range(r) for _, r in rows.iterrows()])
    words = describe(letter, "Per cent below free workers")
    words.insert(0, "Branch", "all, a statement in words")
    words["Per cent below free workers"] = letter["value_text"].to_numpy()
    return pd.concat([view, words], ignore_index=True).fillna("")


def _alt(rows: pd.DataFrame, letter: pd.DataFrame, shown: str) -> str:
    if shown == "output":
        said = [f"{row['item']} {_range(row)}" for _, row in rows.iterrows()]
        what = f"output of a prisoner where a free worker of the branch makes {FREE}, computed"
    else:
        said = [f"{row['item']} {theme.amount(row)}" for _, row in rows.iterrows()]
        what = "how far, in per cent, prisoners stayed below free workers, as stated"
    words = "".join(
        f" A letter of {row['date_text'][:4]}, in words: \u201c{row['value_text']}\u201d."
        for _, row in letter.iterrows()
    )
    return f"Dot chart of {what}: {'; '.join(said)}.{words}"
