"""Demands and answers, one line each; judges no answer, the column of the table does."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._demands.answer_lines import places, write
from helpers.charts.shared.record import nothing, record
from helpers.charts.shared.when import when

#: Kinds of answer from yes to no: words of the legend, word beside the mark, colour, mark.
OUTCOMES = {
    "granted": ("granted", "granted", theme.GREEN, "circle"),
    "promised": ("promised, the rest not known", "promised", theme.BLUE, "square"),
    "promised_broken": ("promised, then broken", "broken", theme.VERMILION, "x"),
    "referred": ("put off to a general review", "put off", theme.INK, "triangle-up"),
    "refused": ("refused", "refused", theme.INK, "diamond"),
    "not_known": ("answer not known", "not known", theme.GREY, "cross"),
}

#: What is known within these days stands among them.
CLOSE = pd.Timedelta(days=3)

#: Pixels around the lines: ticks above, sources below; and for an entry of the legend.
AROUND, ENTRY = 130, 22


def demands(
    table: pd.DataFrame, *, side: str = "every", outcome: str = "every", answers: bool = False
) -> go.Figure:
    """
    Draw demands by day, and below each what kind of answer it had.

    Parameters
    ----------
    table : DataFrame
        ``kengir_demands``: columns ``row``, ``made_by``, ``kind``, ``demand``, ``outcome``,
        ``outcome_kind``, ``outcome_reason``, dates, ``checked``, ``source_keys``.
    side : str, optional
        Draw what this side asked or offered: ``prisoners``, ``administration``.
    outcome : str, optional
        Draw this kind of answer only, a key of ``OUTCOMES``.
    answers : bool, optional
        Write below each mark what was answered or done.

    Returns
    -------
    Figure
        One mark per demand, in a column for its kind of answer, from granted to refused; an
        answer that is not known has a column of its own, apart from the refusals.

    Raises
    ------
    ValueError
        If the side or the kind of answer does not exist.
    """
    sides = list(table["made_by"].unique())
    for name, value, known in (("side", side, sides), ("kind of answer", outcome, OUTCOMES)):
        if value not in ("every", *known):
            raise ValueError(f"no {name} '{value}'; choose from every, {', '.join(known)}")
    rows = table[(table["made_by"] == side) | (side == "every")]
    rows = rows[(rows["outcome_kind"] == outcome) | (outcome == "every")]
    # what may belong to any day of some weeks comes after the days
    rows = rows.assign(vague=rows["date_end"] - rows["date_start"] > CLOSE)
    rows = rows.sort_values(["vague", "date_start", "row_id"]).reset_index(drop=True)
    figure = go.Figure()
    depth, middles = write(figure, rows, answers)
    taken = [{_column(kind), _column(kind) + _side(kind)} for kind in rows["outcome_kind"]]
    figure.add_trace(places(middles, taken, len(OUTCOMES)))
    for kind in OUTCOMES:
        group = rows[rows["outcome_kind"] == kind]
        if len(group):
            figure.add_trace(_marks(group, kind, middles))
    _axes(figure, depth)
    if rows.empty:
        nothing(figure, "The table holds no such demand")
    entries = rows["outcome_kind"].nunique()
    height = round(depth) + AROUND + ENTRY * entries
    return record(figure, rows, _table(rows), alt=_alt(rows, answers), height=max(height, 300))


def _column(kind: str) -> int:
    return list(OUTCOMES).index(kind)


def _side(kind: str) -> int:
    """On which side of a mark its word stands: where the middle of the chart is."""
    return 1 if _column(kind) < len(OUTCOMES) / 2 else -1


def _marks(rows: pd.DataFrame, kind: str, middles: list[float]) -> go.Scatter:
    legend, word, colour, symbol = OUTCOMES[kind]
    return go.Scatter(
        x=[_column(kind)] * len(rows),
        y=[middles[place] for place in rows.index],
        mode="markers+text",
        name=legend,
        marker={
            "color": colour,
            "symbol": symbol,
            "size": 12,
            "line": {"color": colour, "width": 2},
        },
        text=[f" {word} "] * len(rows),
        textposition="middle right" if _side(kind) > 0 else "middle left",
        textfont={"size": 12},
        hovertext=[_hover(row, legend) for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
        cliponaxis=False,
    )


def _hover(row: pd.Series, legend: str) -> str:
    parts = [f"<b>{legend}</b>", row["demand"], row["outcome"], row["outcome_reason"]]
    lines = [textwrap.fill(part, 46).replace("\n", "<br>") for part in parts if part]
    who = sources.short_list(sources.split(row["source_keys"]))
    return "<br>".join([*lines, when(row), f"{who}; {theme.CHECKED[row['checked']]}"])


def _axes(figure: go.Figure, depth: float) -> None:
    figure.update_xaxes(
        range=[-0.5, len(OUTCOMES) - 0.5],
        tickmode="array",
        tickvals=list(range(len(OUTCOMES))),
        ticktext=[word.replace(" ", "<br>") for _, word, _, _ in OUTCOMES.values()],
        tickfont={"size": 11},
        tickangle=0,
        showgrid=False,
        zeroline=False,
    )
    figure.update_yaxes(range=[round(depth, 1), 0], visible=False, showgrid=False, zeroline=False)
    corner = {"xref": "container", "x": 0, "yref": "container", "y": 0.998, "yanchor": "top"}
    figure.update_layout(legend=corner, showlegend=True)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Date": [when(row) for _, row in rows.iterrows()],
            "Made by": rows["made_by"],
            "Demand or offer": rows["demand"],
            "Answer": [OUTCOMES[kind][0] for kind in rows["outcome_kind"]],
            "What was answered or done": rows["outcome"].where(rows["outcome"] != "", "not known"),
            "Why this kind": rows["outcome_reason"],
            "How known": rows["checked"].map(theme.CHECKED),
            "Source": [sources.short_list(sources.split(keys)) for keys in rows["source_keys"]],
            "row": rows["row"],
        }
    )


def _alt(rows: pd.DataFrame, answers: bool) -> str:
    start = "Chart of demands by day with the kind of answer to each"
    start += " and the answers in words" if answers else ""
    if rows.empty:
        return f"{start}: the table holds none for this choice."
    counts = rows["outcome_kind"].value_counts()
    made = ", ".join(f"{n} by the {side}" for side, n in rows["made_by"].value_counts().items())
    kinds = ", ".join(f"{words[0]} {counts.get(kind, 0)}" for kind, words in OUTCOMES.items())
    return f"{start}: {len(rows)} ({made}), first {when(rows.iloc[0])}. Answers: {kinds}."
