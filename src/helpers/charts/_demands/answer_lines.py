"""Write demands and answers below one another; judge no answer and draw no mark of one."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.when import when

#: Characters in a line of a demand and of an answer; as many as fit a plot of 320 pixels.
WIDTH, ANSWER_WIDTH = 44, 48

#: Pixels that a line of a demand, a line of an answer, a row of marks and a space take.
LINE, ANSWER, MARK, SPACE = 17, 15, 20, 9


def write(figure: go.Figure, rows: pd.DataFrame, answers: bool) -> tuple[float, list[float]]:
    """
    Write headings, demands and, where asked for, answers.

    Parameters
    ----------
    figure : Figure
        Changed.
    rows : DataFrame
        Rows of ``kengir_demands`` in the order in which they shall stand.
    answers : bool
        Whether the answers are written too.

    Returns
    -------
    tuple
        The depth of it all and the middle of the row of marks of each line, in pixels.
    """
    depth, middles, heading = 0.0, [], ""
    written: dict[int, list[tuple[float, str]]] = {13: [], 12: []}
    for _, row in rows.iterrows():
        if _heading(row) != heading:
            heading = _heading(row)
            lines = [f"<b>{line}</b>" for line in textwrap.wrap(heading, WIDTH - 4)]
            depth += SPACE + LINE * len(lines)
            written[13].append((depth, "<br>".join(lines)))
            depth += 4
        lines = textwrap.wrap(row["demand"], WIDTH)
        depth += LINE * len(lines)
        written[13].append((depth, "<br>".join(lines)))
        middles.append(depth + MARK / 2 + 3)
        depth += MARK + 3
        if answers:
            said = textwrap.wrap(f"Answer: {row['outcome'] or 'not known'}", ANSWER_WIDTH)
            depth += ANSWER * len(said)
            written[12].append((depth, "<br>".join(f"<i>{line}</i>" for line in said)))
        depth += SPACE
    for size, texts in written.items():
        if texts:
            figure.add_trace(_text(texts, size))
    return depth, middles


def places(middles: list[float], taken: list[set[int]], columns: int) -> go.Scatter:
    """
    Draw the empty places of every line, so that a column can be followed down.

    Parameters
    ----------
    middles : list of float
        The middle of each line's row of marks, in pixels.
    taken : list of set of int
        The columns of each line that its mark and the word beside it take.
    columns : int
        How many columns there are.
    """
    spots = [
        (column, middle)
        for middle, full in zip(middles, taken, strict=True)
        for column in range(columns)
        if column not in full
    ]
    return go.Scatter(
        x=[column for column, _ in spots],
        y=[middle for _, middle in spots],
        mode="markers",
        marker={"color": theme.GRID, "size": 5},
        hoverinfo="skip",
        showlegend=False,
        cliponaxis=False,
    )


def _heading(row: pd.Series) -> str:
    verb = {"demand": "demanded", "offer": "offered"}.get(row["kind"], row["kind"])
    day = ", no day given" if row["date_kind"] == "month" else ""
    return f"{when(row)}{day}: {verb} by the {row['made_by']}"


def _text(texts: list[tuple[float, str]], size: int) -> go.Scatter:
    return go.Scatter(
        x=[-0.5] * len(texts),
        y=[depth for depth, _ in texts],
        text=[words for _, words in texts],
        mode="text",
        textposition="top right",
        textfont={"size": size},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )
