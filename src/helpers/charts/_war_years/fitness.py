"""For which labour the prisoners were classed as fit, before and in the war."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.record import describe, hover, record

#: Categories from the heaviest labour down: item of the data, words, colour, pattern.
CLASSES = {
    "fit for heavy labour": ("fit for heavy labour", theme.BLUE, "/"),
    "fit for medium labour": ("fit for medium labour", theme.GREEN, "|"),
    "fit for light labour": ("fit for light labour", theme.VERMILION, "+"),
    "invalids and weakened": ("invalids and weakened", theme.INK, "-"),
    "fit for light labour only, or invalids": ("light labour or invalid", theme.PURPLE, ""),
}

#: Categories at the lower end of the scale, drawn from 100 per cent backwards.
LOWER = "fit for light labour only, or invalids"

#: Pixels of a bar with its words, and of what stands around the bars.
LINE, AROUND = 66, 210


def fitness(table: pd.DataFrame) -> go.Figure:
    """
    Draw the shares of prisoners fit for each kind of labour, a bar per year and source.

    Parameters
    ----------
    table : DataFrame
        ``gulag_economy``: rows of the measure ``fitness_share``, in percent.

    Returns
    -------
    Figure
        Stacked bars. A source that gives one class only fills only that part of its bar; the
        rest is left open. Shares that were not re-read are colour on paper, others filled.

    Raises
    ------
    ValueError
        If the table has no such rows, or the classes of one bar add up to more than 100.
    """
    rows = table[table["measure"] == "fitness_share"]
    if rows.empty:
        raise ValueError("the table has no rows of measure 'fitness_share'")
    rank = rows["item"].map({item: place for place, item in enumerate(CLASSES)})
    rows = rows.assign(rank=rank).sort_values(["date_end", "checked", "rank"], kind="stable")
    groups = [part for _, part in rows.groupby(["date_end", "date_start", "source_keys"])]
    figure, marks = go.Figure(), []
    for line, group in enumerate(groups):
        parts = _parts(group, line)
        marks += parts
        _values(figure, parts)
        _write(figure, group, line)
    for item in CLASSES:
        named = False
        for unread in (False, True):
            chosen = [
                mark
                for mark in marks
                if mark["item"] == item and (mark["row"]["checked"] == "unread") == unread
            ]
            if chosen:
                figure.add_trace(_bars(chosen, item, unread=unread, named=not named))
                named = True
    figure.update_xaxes(range=[0, 100], dtick=25, title_text="per cent of prisoners")
    figure.update_yaxes(range=[len(groups) - 0.45, -0.75], showticklabels=False, ticks="")
    figure.update_yaxes(showgrid=False, zeroline=False)
    figure.update_layout(barmode="overlay", showlegend=True, legend={"tracegroupgap": 0})
    rows = pd.concat(groups)
    height = LINE * len(groups) + AROUND
    return record(figure, rows, _table(rows), alt=_alt(groups), height=height)


def _parts(group: pd.DataFrame, line: int) -> list[dict]:
    start, parts = 0.0, []
    for item in CLASSES:
        for _, row in group[group["item"] == item].iterrows():
            share = float(row["value_min"])
            base = 100 - share if item == LOWER else start
            part = {"item": item, "y": line, "x": share, "base": round(base, 3)}
            parts.append({**part, "row": row})
            start += share
    if start > 100.05:
        raise ValueError(f"the classes of {group['date_text'].iloc[0]} add up to {start:.1f}")
    return parts


def _bars(parts: list[dict], item: str, *, unread: bool, named: bool) -> go.Bar:
    words, colour, pattern = CLASSES[item]
    # four classes of one bar: an outline alone would not tell them apart
    lines = {"bgcolor": theme.PAPER, "fgcolor": colour, "fgopacity": 1, "size": 9, "solidity": 0.3}
    return go.Bar(
        orientation="h",
        x=[part["x"] for part in parts],
        y=[part["y"] for part in parts],
        base=[part["base"] for part in parts],
        width=0.42,
        name=words,
        legendgroup=words,
        showlegend=named,
        marker={
            "color": theme.PAPER if unread else colour,
            "line": {"color": colour, "width": 2},
            "pattern": {"shape": pattern, **lines} if unread else None,
        },
        hovertext=[hover(part["row"], f"per cent {part['item']}") for part in parts],
        hoverinfo="text",
        customdata=[part["row"]["row"] for part in parts],
    )


def _values(figure: go.Figure, parts: list[dict]) -> None:
    """Write each share in its part, on paper: numbers on stripes are hard to read."""
    for part in parts:
        figure.add_annotation(
            text=theme.amount(part["row"]).replace("about ", "≈"),
            x=round(part["base"] + part["x"] / 2, 2),
            y=part["y"],
            showarrow=False,
            bgcolor=theme.PAPER,
            borderpad=1,
            font={"size": 12},
        )


def _write(figure: go.Figure, group: pd.DataFrame, line: int) -> None:
    first = group.iloc[0]
    doubt = ", not re-read" if first["checked"] == "unread" else ""
    year = first["date_end"].year
    when = str(year) if first["date_start"].year == year else first["date_text"].replace("-", "–")
    who = sources.short_list(sources.split(first["source_keys"])[:1])
    figure.add_annotation(
        text=f"<b>{when}</b>, {who}{doubt}",
        xref="paper",
        x=0,
        xanchor="left",
        y=line,
        yanchor="bottom",
        yshift=15,
        showarrow=False,
        font={"size": 12.5},
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    view = describe(rows, "Share (percent)")
    view.insert(0, "Fit for", rows["item"])
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    return view


def _alt(groups: list[pd.DataFrame]) -> str:
    said = []
    for group in groups:
        shares = ", ".join(f"{row['item']} {theme.amount(row)}" for _, row in group.iterrows())
        who = sources.short_list(sources.split(group["source_keys"].iloc[0])[:1])
        said.append(f"{group['date_text'].iloc[0].replace('-', '–')} ({who}): {shares}")
    what = "prisoners by the labour for which they were classed as fit, in per cent"
    return f"Stacked bars, {what}. {'; '.join(said)}."
