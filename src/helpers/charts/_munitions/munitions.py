"""What a camp is said to have made, beside the output of its ministry and of the country."""

from __future__ import annotations

import math
import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._munitions.lines import gathered
from helpers.charts.shared.looks import point
from helpers.charts.shared.ranked import STATUS_LOOKS
from helpers.charts.shared.record import describe, hover, record

#: The axes that can be chosen: lengths that compare, or ten times more at each step.
SCALES = ("linear", "log")

#: Look of a number with digits left out; no source gives it.
READING = (theme.INK, "diamond", "a reading, computed from the claim")

#: Pixels of a line and of what stands around the lines.
LINE, AROUND = 54, 270

#: Least and greatest value of the axis of ten times more at each step.
LOG_ENDS = (3_000, 3_000_000_000)


def munitions(
    economy: pd.DataFrame,
    production: pd.DataFrame,
    factors: pd.DataFrame,
    *,
    scale: str = "linear",
    digits: int = 0,
) -> go.Figure:
    """
    Set the mortar bombs claimed for camps of Kazakhstan beside the whole output.

    Parameters
    ----------
    economy : DataFrame
        ``gulag_economy``: rows of the topic ``munitions`` on mortar rounds and bodies of
        mortar bombs, 1941-1945.
    production : DataFrame
        ``karlag_production``: rows on mortar mines.
    factors : DataFrame
        ``unit_conversions``, for ``units.in_unit``.
    scale : str, optional
        ``linear`` draws lengths from zero; ``log`` draws places, each step ten times the last.
    digits : int, optional
        How many zeros at the end of the claim for Dzhezkazgan are left out, 0 to 3. The result
        is a reading, drawn with a mark of its own.

    Returns
    -------
    Figure
        One line per number, the greatest on top, all in pieces. "More than" is an arrow.

    Raises
    ------
    ValueError
        If the scale is no scale, the claim cannot lose so many zeros, or a whole is missing.
    """
    if scale not in SCALES:
        raise ValueError(f"no scale '{scale}'; choose from {', '.join(SCALES)}")
    rows = gathered(economy, production, factors, digits)
    figure = go.Figure()
    _stems(figure, rows, scale)
    for kind in [*STATUS_LOOKS, "reading"]:
        group = rows[rows["kind"] == kind]
        if len(group):
            figure.add_trace(_marks(group, kind, scale))
    _open_ends(figure, rows, scale)
    _axes(figure, rows, scale)
    return record(
        figure, rows, _table(rows), alt=_alt(rows, scale), height=LINE * len(rows) + AROUND
    )


def _stems(figure: go.Figure, rows: pd.DataFrame, scale: str) -> None:
    """Draw lengths where lengths mean something; on the other axis a line would mislead."""
    if scale == "linear":
        x = [end for size in rows["size"] for end in (0, size, None)]
        y = [end for line in rows.index for end in (line, line, None)]
        line = {"color": theme.GREY, "width": 3}
        figure.add_scatter(
            x=x, y=y, mode="lines", line=line, hoverinfo="skip", showlegend=False, cliponaxis=False
        )


def _marks(rows: pd.DataFrame, kind: str, scale: str) -> go.Scatter:
    colour, symbol, words = READING if kind == "reading" else (*STATUS_LOOKS[kind][:2], kind)
    return go.Scatter(
        x=rows["size"].tolist(),
        y=rows.index.tolist(),
        mode="markers+text",
        name=words,
        marker=point(colour, symbol, "computed" if kind == "reading" else kind, size=12),
        text=[f"  {_amount(row)}  " for _, row in rows.iterrows()],
        textposition=[_side(size, rows.attrs["top"], scale) for size in rows["size"]],
        textfont={"size": 12},
        hovertext=[hover(row, row["what"]) for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
        cliponaxis=False,
    )


def _side(size: float, top: float, scale: str) -> str:
    low, high = (math.log10(end) for end in LOG_ENDS)
    share = size / top if scale == "linear" else (math.log10(size) - low) / (high - low)
    return "bottom left" if share > 0.6 else "bottom right"


def _open_ends(figure: go.Figure, rows: pd.DataFrame, scale: str) -> None:
    for line, row in rows[rows["qualifier"] == "at_least"].iterrows():
        start = row["size"]
        end = start + 0.07 * rows.attrs["top"] if scale == "linear" else start * 3
        figure.add_scatter(
            x=[start, round(end)],
            y=[line, line],
            mode="lines+markers",
            line={"color": theme.INK, "width": 1.5},
            marker={"color": theme.INK, "symbol": ["line-ns", "triangle-right"], "size": 10},
            showlegend=False,
            hoverinfo="skip",
            customdata=[row["row"]] * 2,
            cliponaxis=False,
        )


def _axes(figure: go.Figure, rows: pd.DataFrame, scale: str) -> None:
    for line, row in rows.iterrows():
        _write(figure, row["label"], line, 12)
    _write(figure, "<br>".join(textwrap.wrap(_finding(rows), 38)), -0.85, 0)
    figure.update_yaxes(
        range=[len(rows) - 0.4, -2.0], showticklabels=False, ticks="", showgrid=False
    )
    figure.update_yaxes(zeroline=False, showline=scale == "linear")
    if scale == "linear":
        ticks = {"tickvals": [0, 100e6, 200e6, 300e6], "ticktext": ["0", "100", "200", "300"]}
        figure.update_xaxes(range=[0, 310e6], title_text="million pieces, 1941–1945", **ticks)
        return
    steps = {1e4: "10 thou.", 1e6: "1 million", 1e8: "100 million"}
    figure.update_xaxes(
        type="log",
        range=[round(math.log10(end), 4) for end in LOG_ENDS],
        tickvals=list(steps),
        ticktext=list(steps.values()),
        minor={"tickvals": [1e5, 1e7, 1e9], "showgrid": True, "gridcolor": theme.GRID},
        title_text="pieces, 1941–1945; × 10 at each line",
    )


def _write(figure: go.Figure, words: str, line: float, above: int) -> None:
    """Write words at the left edge, a number of pixels above a line."""
    figure.add_annotation(
        text=words,
        xref="paper",
        x=0,
        xanchor="left",
        xshift=3,
        y=line,
        yanchor="bottom",
        yshift=above - 4,
        align="left",
        showarrow=False,
        font={"size": 12.5},
    )


def words_of(size: float) -> str:
    """
    Write a number of pieces.

    >>> words_of(268_300_000), words_of(955_200)
    ('268.3 million', '955,200')
    """
    return f"{theme.number(round(size / 1e6, 2))} million" if size >= 1e6 else theme.number(size)


def _amount(row: pd.Series) -> str:
    return "more than " * (row["qualifier"] == "at_least") + words_of(row["size"])


def _finding(rows: pd.DataFrame) -> str:
    found = rows.set_index("part")["size"]
    claim = found["claim"]
    times, share = claim / found["nkvd"], 100 * claim / found["ussr"]
    nkvd = f"{times:.1f} times" if times >= 1 else f"{_percent(100 * times)} of"
    return (
        f"{words_of(claim)} at Dzhezkazgan would be {_percent(share)} of all Soviet mortar "
        f"rounds and {nkvd} all bomb bodies of the NKVD"
    )


def _percent(share: float) -> str:
    return f"{share:.1f} %" if share >= 1 else f"{share:.2g} %"


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    view = describe(rows, "Pieces")
    view.insert(0, "What", rows["what"])
    view["Kind of number"] = rows["kind"].replace("reading", READING[2])
    view.insert(len(view.columns) - 1, "Note", rows["said"])
    return view


def _alt(rows: pd.DataFrame, scale: str) -> str:
    axis = "with lengths from zero" if scale == "linear" else "with a logarithmic axis"
    order = "; ".join(f"{row['what']}, {_amount(row)}" for _, row in rows.iterrows())
    return f"Dot chart {axis}, the greatest number on top: {order}. {_finding(rows)}."
