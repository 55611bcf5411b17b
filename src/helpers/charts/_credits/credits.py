"""Time served against length of sentence, at the rates that a source gives for a place and time."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._credits.words import (
    alt,
    by_text,
    in_years,
    name_of,
    nothing,
    rates_of,
    source,
    table,
    who,
)
from helpers.charts.shared.filters import EVERY, blank, declare
from helpers.charts.shared.looks import point
from helpers.charts.shared.record import record
from helpers.charts.shared.when import when
from helpers.models import credits as rates

#: Sentences at which a line has a mark, in years; the axis ends with the longest.
SENTENCES = (1, 3, 5, 8, 10, 15, 20, 25)

#: Looks of the lines, by their order: colour, mark.
LOOKS = (
    (theme.BLUE, "circle"),
    (theme.GREEN, "square"),
    (theme.VERMILION, "triangle-down"),
    (theme.PURPLE, "pentagon"),
)

#: Letters in a line of what is written into the empty corner, and in the legend.
CORNER, LEGEND = 27, 40

#: Pixels of the chart without its legend, and of a line of the legend.
HEIGHT, ENTRY = 430, 18


def credits(incentives: pd.DataFrame, *, regime: str, period: str, band: str = EVERY) -> go.Figure:
    """
    Draw how long sentences lasted at the rates known for a place and a period.

    Parameters
    ----------
    incentives : DataFrame
        ``incentives``: columns ``row``, ``incentive``, ``measure``, ``regime``, ``period``,
        ``band``, ``counted``, dates, ``source_keys``, ``status``, ``checked``.
    regime, period, band : str, optional
        As for `models.credits.rules`.

    Returns
    -------
    Figure
        A line for each rate, from no sentence to 25 years; a dashed line with triangles is the
        least that can have been served, because the rate is an upper limit; hollow marks stand
        for rates that were not re-read. What no source gives is written out. The dotted line is
        the whole sentence.

    Raises
    ------
    ValueError
        If there is no such regime, period or band.
    """
    rows = rates.rules(incentives, regime=regime, period=period, band=band)
    rows = rows.reset_index(drop=True)
    figure = go.Figure(_whole())
    # the longest time first; an upper limit over the rate that reaches it
    rated = rows[rows["counted"] != ""]
    rated = rated.assign(size=rated["counted"].map(rates.fraction).astype(float))
    rated = rated.sort_values(["at_most", "size"], kind="stable")
    lines = rated.groupby(["counted", "at_most"], sort=False)
    for place, (look, (_, group)) in enumerate(zip(LOOKS, lines, strict=False)):
        figure.add_trace(_line(group, *look, above=place == 0))
    figure.add_trace(_unknown(rows[rows["counted"] == ""]))
    words = nothing(regime, period, band)
    empty = "Not known: no source gives<br>a rate for this band"
    if rows.empty:
        # the page writes the same words in the same place when a band is chosen
        empty = "<br>".join(textwrap.wrap(words, CORNER))
        figure.add_annotation(blank(empty))
    height = HEIGHT + ENTRY * sum(len(_lines(trace.name)) for trace in figure.data if trace.name)
    _axes(figure)
    record(figure, rows, table(rows), alt=alt(rows, regime, period, words), height=height)
    classes = pd.DataFrame({"band": rows["bands"]})
    declare(figure, rows, classes, {"band": list(rates.BANDS)}, "rules", empty)
    # the control offers every band in every state: that a rule does not name it is an answer
    figure.layout.meta["filter"]["facets"]["band"]["words"] = list(rates.BANDS)
    return figure


def _whole() -> go.Scatter:
    end = SENTENCES[-1]
    return go.Scatter(
        x=[0, end],
        y=[0, end],
        mode="lines",
        line={"color": theme.GREY, "dash": "dot", "width": 1.5},
        name="the whole sentence",
        hoverinfo="skip",
    )


def _line(group: pd.DataFrame, colour: str, symbol: str, *, above: bool) -> go.Scatter:
    row = group.iloc[0]
    served = [round(rates.time_served(years, row["counted"]), 4) for years in SENTENCES]
    least = "at least " if row["at_most"] else ""
    unread = bool((group["checked"] == "unread").any())
    hovers = [
        f"sentence of {years} years:<br><b>{least}{in_years(time)}</b><br>{who(group)}"
        for years, time in zip(SENTENCES, served, strict=True)
    ]
    return go.Scatter(
        x=list(SENTENCES),
        y=served,
        mode="lines+markers+text",
        line={"color": colour, "dash": "dash" if row["at_most"] else "solid", "width": 2.5},
        marker=point(
            colour,
            "triangle-up" if row["at_most"] else symbol,
            "computed",
            unread,
            size=12 if row["at_most"] else 8,
        ),
        # two lines that coincide have their words at two places
        text=[
            f"{least}{time:.3g}" if years == (15 if row["at_most"] else 10) else " "
            for years, time in zip(SENTENCES, served, strict=True)
        ],
        textposition="top left" if above and not row["at_most"] else "bottom right",
        textfont={"size": 12},
        name="<br>".join(_lines(name_of(group))),
        hovertext=hovers,
        hoverinfo="text",
        customdata=[" ".join(group["row"])] * len(SENTENCES),
        cliponaxis=False,
    )


def _unknown(rows: pd.DataFrame) -> go.Scatter:
    """Write what the table knows as a rule without its rate; the corner above the line is free."""
    texts = [
        f"Act of {when(row)}: {rates_of(row)} not known{by_text(row)}" for _, row in rows.iterrows()
    ]
    tops, depth = [], SENTENCES[-1] + 0.6
    for text in texts:
        tops.append(round(depth, 3))
        depth -= 1.5 * len(textwrap.wrap(text, CORNER)) + 0.4
    return go.Scatter(
        x=[0.3] * len(rows),
        y=tops,
        mode="text",
        text=["<br>".join(textwrap.wrap(text, CORNER)) for text in texts],
        textposition="bottom right",
        textfont={"size": 12},
        hovertext=[f"{row['incentive']}<br>{source(row)}" for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
        showlegend=False,
        cliponaxis=False,
    )


def _lines(name: str) -> list[str]:
    return textwrap.wrap(name.replace("<br>", " "), LEGEND, break_on_hyphens=False)


def _axes(figure: go.Figure) -> None:
    end = SENTENCES[-1]
    figure.update_xaxes(title_text="sentence, in years", range=[0, end + 0.5], dtick=5)
    figure.update_yaxes(title_text="time served, in years", range=[0, end + 1], dtick=5)
    corner = {"xref": "container", "x": 0, "yref": "container", "y": 0.995}
    figure.update_layout(legend={**corner, "yanchor": "top", "font": {"size": 12}})
