"""Sentences by the political police by year and kind, with the misprints that were mended."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.looks import fill
from helpers.charts.shared.record import record
from helpers.models.printed import corrected

#: Kinds of sentence from the bottom up: words, colour, pattern.
KINDS = {
    "death": ("death", theme.INK, ""),
    "camps_colonies_prisons": ("camp, colony, prison", theme.VERMILION, "/"),
    "exile": ("exile and banishment", theme.BLUE, ""),
    "other_measures": ("other measures", theme.GREEN, "|"),
}

#: Look of the mark above a year in which a misprint was mended.
MENDED = (theme.PURPLE, "arrow-down")

#: How far the mark stands above its bar, as a part of the highest.
ABOVE = 0.05


def convictions(table: pd.DataFrame, *, kind: str = "every") -> go.Figure:
    """
    Draw how many people were sentenced in each year, by kind of sentence.

    Parameters
    ----------
    table : DataFrame
        ``convictions``: rows of scope ``ussr`` and measure ``sentenced`` for single years, in
        persons; ``category`` is ``total`` or a kind of sentence.
    kind : str, optional
        Draw one kind only: ``death``, ``camps_colonies_prisons``, ``exile``, ``other_measures``.

    Returns
    -------
    Figure
        One bar a year, its kinds on top of one another; a mark above the bar where a misprint
        of the page was mended, with what is printed. The values are the mended ones.

    Raises
    ------
    ValueError
        If there is no such kind, or the table has no yearly rows.
    """
    if kind not in ("every", *KINDS):
        raise ValueError(f"no kind of sentence '{kind}'; choose from every, {', '.join(KINDS)}")
    rows = yearly(table)
    shown = rows[rows["category"].isin(KINDS if kind == "every" else [kind])]
    mended = corrected(rows if kind == "every" else shown)
    tops = shown.groupby("year")["value_min"].sum()
    figure = go.Figure()
    for name in KINDS:
        bars = shown[shown["category"] == name]
        if len(bars):
            figure.add_trace(_bars(bars, name))
    if len(mended):
        figure.add_trace(_marks(mended, tops))
    figure.update_layout(barmode="stack", bargap=0.25)
    figure.update_yaxes(title_text="persons sentenced", rangemode="tozero", tickformat="~s")
    figure.update_xaxes(dtick=10, tickangle=0, tickformat="d", range=[1920.3, 1953.9])
    used = rows if kind == "every" else pd.concat([shown, mended]).drop_duplicates("row")
    return record(figure, used, _table(used, mended), alt=_alt(shown, mended, kind), height=460)


def yearly(table: pd.DataFrame) -> pd.DataFrame:
    """
    Choose the rows of single years of the whole Union, with their ``year``.

    Raises
    ------
    ValueError
        If there are none.
    """
    rows = table[
        (table["scope"] == "ussr")
        & (table["measure"] == "sentenced")
        & table["category"].isin(["total", *KINDS])
        & (table["date_start"].dt.year == table["date_end"].dt.year)
    ]
    if rows.empty:
        raise ValueError("the table has no yearly rows of scope 'ussr' and measure 'sentenced'")
    return rows.assign(year=rows["date_start"].dt.year).sort_values(["year", "row_id"])


def _bars(rows: pd.DataFrame, name: str) -> go.Bar:
    words, colour, pattern = KINDS[name]
    marker = fill(colour, pattern) | {"line": {"width": 0}}
    return go.Bar(
        x=rows["year"].tolist(),
        y=[int(value) for value in rows["value_min"]],
        name=words,
        marker=marker,
        # one work counted all of them: its name stands under the chart, not in 132 boxes
        hovertext=[
            f"<b>{theme.amount(row)}</b> {words}, {row['year']}" for _, row in rows.iterrows()
        ],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
    )


def _marks(mended: pd.DataFrame, tops: pd.Series) -> go.Scatter:
    colour, symbol = MENDED
    return go.Scatter(
        x=mended["year"].tolist(),
        y=[int(tops[year] + ABOVE * tops.max()) for year in mended["year"]],
        name="a misprint was mended",
        mode="markers",
        marker={
            "color": colour,
            "symbol": symbol,
            "size": 12,
        },
        cliponaxis=False,
        hovertext=[_mending(row) for _, row in mended.iterrows()],
        hoverinfo="text",
        customdata=mended["row"].tolist(),
    )


def _mending(row: pd.Series) -> str:
    printed = "a broken number" if pd.isna(row["printed"]) else theme.number(row["printed"])
    return f"{row['year']}, {_words(row)}: printed {printed}, read {theme.number(row['value_min'])}"


def _words(row: pd.Series) -> str:
    return KINDS[row["category"]][0] if row["category"] in KINDS else "all sentences"


def _table(rows: pd.DataFrame, mended: pd.DataFrame) -> pd.DataFrame:
    """Build a line for each year: its sentences by kind, and what the page prints instead."""
    kinds = [name for name in ("total", *KINDS) if (rows["category"] == name).any()]
    lines = []
    for year, group in rows.groupby("year"):
        values = group.set_index("category")["value_min"]
        line = {"Year": str(year)}
        line |= {_heading(name): theme.number(values[name]) for name in kinds if name in values}
        wrong = mended[mended["year"] == year]
        line["Misprint mended"] = "; ".join(
            _mending(row).split(", ", 1)[1] for _, row in wrong.iterrows()
        )
        lines.append(line | {"row": " ".join(group["row"])})
    return pd.DataFrame(lines).fillna("")


def _heading(category: str) -> str:
    return "All sentences" if category == "total" else KINDS[category][0].capitalize()


def _alt(rows: pd.DataFrame, mended: pd.DataFrame, kind: str) -> str:
    words = "by kind of sentence" if kind == "every" else f"only {KINDS[kind][0]}"
    years = rows.groupby("year")["value_min"].sum()
    top = int(years.idxmax())
    share = years.loc[1937:1938].sum() / years.sum()
    said = "; ".join(_mending(row) for _, row in mended.iterrows())
    return (
        f"Stacked bars of people sentenced by the political police of the USSR, {words}, "
        f"{years.index.min()}\u2013{years.index.max()}. The most in a year are "
        f"{theme.number(years.max())} ({top}); 1937 and 1938 hold {share:.0%} of all. "
        + (f"Misprints mended: {said}." if said else "No misprint in this kind.")
    )
