"""Where and when days of work were credited: a column for each kind of place, time downwards."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._credits.words import who
from helpers.charts.shared.record import record
from helpers.models import credits as rates

#: Heads of the columns.
HEADS = {
    "places outside the camps": "outside<br>the camps",
    "ordinary camps": "ordinary<br>camps",
    "camps named in an order": "camps<br>named in<br>an order",
    "special camps": "special<br>camps",
}

#: Looks of the fields: colour, pattern, words of the legend.
LOOKS = {
    "rate": (theme.BLUE, "", "credits, rate known"),
    "limit": (theme.GREEN, "/", "credits, greatest rate known"),
    "rule": (theme.GREY, "-", "credits, rate not known"),
    "ban": (theme.VERMILION, "+", "no credits"),
}

#: Height of a year and of all that stands around, in pixels; first and last year.
YEAR, AROUND, FIRST, LAST = 19, 230, 1919, 1961


def credits_history(incentives: pd.DataFrame) -> go.Figure:
    """
    Draw rates and bans of workday credits by kind of place, from 1919 down to 1960.

    Parameters
    ----------
    incentives : DataFrame
        As for `credits`.

    Returns
    -------
    Figure
        A field for each place and period about which a source says something; its pattern says
        what kind of rule stood there, its words the rate. An empty place is a period for which no
        rule was found. A field with an outline only rests on rows that were not re-read.
    """
    fields = _fields(incentives)
    figure = go.Figure()
    for kind, look in LOOKS.items():
        for unread in (False, True):
            shown = [one for one in fields if (one["kind"], one["unread"]) == (kind, unread)]
            if shown:
                figure.add_trace(_bars(shown, look, unread))
    # words on a filled field are written in the colour of the paper
    for colour in (theme.PAPER, theme.INK):
        on = [one for one in fields if (_filled(one)) == (colour == theme.PAPER)]
        figure.add_trace(_words(on, colour))
    _axes(figure)
    rows = pd.concat([one["rows"] for one in fields]).drop_duplicates("row")
    height = AROUND + YEAR * (LAST - FIRST)
    return record(figure, rows, _table(fields), alt=_alt(fields), height=height, values=False)


def _fields(incentives: pd.DataFrame) -> list[dict]:
    fields = []
    for column, regime in enumerate(HEADS):
        for period, (begin, end) in rates.PERIODS.items():
            rows = rates.rules(incentives, regime=regime, period=period)
            if rows.empty:
                continue
            kind = _kind(rows)
            fields.append(
                {"column": column, "regime": regime, "period": period, "begin": begin}
                | {"end": end, "kind": kind, "words": _said(rows, kind), "rows": rows}
                | {"unread": bool((rows["checked"] == "unread").all())}
            )
    return fields


def _kind(rows: pd.DataFrame) -> str:
    rated = rows[rows["counted"] != ""]
    if rated.empty:
        return "rule"
    if (rated["counted"] == "1/1").all():
        return "ban"
    return "limit" if rated["at_most"].all() else "rate"


def _said(rows: pd.DataFrame, kind: str) -> str:
    rated = rows[rows["counted"] != ""]
    if kind == "rule":
        return "?"
    if kind == "ban":
        return "none" + (", ?" if len(rated) < len(rows) else "")
    sure = rated[~rated["at_most"]] if kind == "rate" else rated
    return "<br>".join(
        f"{'' if kind == 'rate' else '≤ '}{row['counted'].replace('/', ':')}"
        for _, row in sure.drop_duplicates("counted").sort_values("counted").iterrows()
    )


def _bars(shown: list[dict], look: tuple[str, str, str], unread: bool) -> go.Bar:
    colour, pattern, words = look
    fill = {"color": theme.PAPER if unread else colour, "line": {"color": colour, "width": 1.5}}
    if pattern:
        fill["pattern"] = {"shape": pattern, "fillmode": "replace", "size": 6, "solidity": 0.15}
    return go.Bar(
        x=[one["column"] for one in shown],
        y=[round(one["end"] - one["begin"] - 0.12, 3) for one in shown],
        base=[round(one["begin"] + 0.06, 3) for one in shown],
        width=0.92,
        name=f"{words}, not re-read" if unread else words,
        marker=fill,
        hovertext=[_hover(one) for one in shown],
        hoverinfo="text",
        customdata=[" ".join(one["rows"]["row"]) for one in shown],
    )


def _filled(one: dict) -> bool:
    return not LOOKS[one["kind"]][1] and not one["unread"]


def _words(fields: list[dict], colour: str) -> go.Scatter:
    return go.Scatter(
        x=[one["column"] for one in fields],
        y=[round((one["begin"] + one["end"]) / 2, 3) for one in fields],
        mode="text",
        text=[f"<b>{one['words']}</b>" for one in fields],
        textfont={"size": 12, "color": colour},
        hoverinfo="skip",
        showlegend=False,
    )


def _hover(one: dict) -> str:
    said = [f"{_rate(row)} ({row['date_text']})" for _, row in one["rows"].iterrows()]
    return "<br>".join([f"<b>{one['regime']}, {one['period']}</b>", *said, who(one["rows"])])


def _rate(row: pd.Series) -> str:
    return rates.in_words(row["counted"], row["at_most"]) if row["counted"] else "rate not known"


def _axes(figure: go.Figure) -> None:
    figure.update_yaxes(
        range=[LAST, FIRST - 0.3],
        tickmode="array",
        tickvals=[1919, 1924, 1931, 1935, 1939, 1948, 1954, 1959],
        tickfont={"size": 12},
        showgrid=True,
        zeroline=False,
    )
    figure.update_xaxes(
        side="top",
        range=[-0.5, len(HEADS) - 0.5],
        tickmode="array",
        tickvals=list(range(len(HEADS))),
        ticktext=list(HEADS.values()),
        tickfont={"size": 11},
        tickangle=0,
        ticks="",
        showgrid=False,
    )
    corner = {"xref": "container", "x": 0, "yref": "container", "y": 0.998}
    figure.update_layout(barmode="overlay", legend={**corner, "yanchor": "top"})


def _table(fields: list[dict]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Place": [one["regime"] for one in fields],
            "Period": [one["period"] for one in fields],
            "What stood": [LOOKS[one["kind"]][2] for one in fields],
            "Rates": [
                "; ".join(dict.fromkeys(_rate(row) for _, row in one["rows"].iterrows()))
                for one in fields
            ],
            "How known": [
                "; ".join(theme.CHECKED[word] for word in dict.fromkeys(one["rows"]["checked"]))
                for one in fields
            ],
            "row": [" ".join(one["rows"]["row"]) for one in fields],
        }
    )


def _alt(fields: list[dict]) -> str:
    kinds = pd.Series([one["kind"] for one in fields]).value_counts()
    cells = len(HEADS) * len(rates.PERIODS)
    said = ", ".join(f"{kinds[kind]} {look[2]}" for kind, look in LOOKS.items() if kind in kinds)
    bans = [
        f"{one['regime']} {one['period']}" + " (with exceptions)" * one["words"].endswith("?")
        for one in fields
        if one["kind"] == "ban"
    ]
    return (
        f"Timeline of workday credits by kind of place, {FIRST} to 1960. Of {cells} places and "
        f"periods {len(fields)} have a rule: {said}. No credits: {', '.join(bans)}."
    )
