"""The marks of the camps as lines of time: bars, terms of heads, names beside the bars."""

from __future__ import annotations

import re

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._maps.camp_looks import KINDS, OTHER_KIND
from helpers.charts._maps.camp_map import short_name
from helpers.charts._totals.looks import decimal_year, short
from helpers.charts.shared.looks import fill

#: What a label leaves out, since the mark says it or a name is long enough without.
LEFT_OUT = (
    r"^ITL and Construction of (the )?",
    r"( and)? ITL$",
    " camp section$",
    " separate.*",
    ",.*",
)

#: Patterns that tell the kinds apart without colour.
PATTERNS = {
    "ITL": "",
    "special camp": "/",
    "construction ITL": "|",
    "camp section": "-",
    "prisoner-of-war camp": "+",
    "check-and-filtration section": "\\",
}


def bars(rows: pd.DataFrame, places: dict[str, int], heads: pd.DataFrame) -> go.Bar:
    """Draw the camps of one kind, from the first possible day to the last."""
    name = rows["kind"].iloc[0]
    _, colour, _ = KINDS.get(name, OTHER_KIND)
    starts = [decimal_year(day) for day in rows["first"]]
    ends = [decimal_year(day) for day in rows["last"]]
    return go.Bar(
        base=starts,
        x=[max(0.15, short(end - start)) for start, end in zip(starts, ends, strict=True)],
        y=[places[camp] for camp in rows["camp_id"]],
        orientation="h",
        width=0.62,
        name=name,
        marker=fill(colour, PATTERNS[name]),
        hovertext=[_hover(row, heads) for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
    )


def terms(heads: pd.DataFrame, places: dict[str, int]) -> list[go.Scatter]:
    """Draw the terms, and a dot at each end that is not known, hollow if not re-read."""
    x: list[float | None] = []
    y: list[int | None] = []
    texts: list[str] = []
    links: list[str] = []
    dots: list[tuple[float, int, str, str, bool]] = []
    for _, row in heads.iterrows():
        ends = [decimal_year(row["date_start"]), decimal_year(row["date_end"])]
        place, text, link = places[row["camp_id"]], term(row), row["row"]
        x, y = [*x, *ends, None], [*y, place, place, None]
        texts, links = [*texts, text, text, ""], [*links, link, link, ""]
        known = (row["start_known"], row["end_known"])
        dots += [
            (end, place, text, link, row["checked"] == "unread")
            for end, sure in zip(ends, known, strict=True)
            if sure == "no"
        ]
    line = go.Scatter(
        x=x,
        y=y,
        mode="lines",
        name="a head is recorded",
        line={"color": theme.INK, "width": 5},
        text=texts,
        hoverinfo="text",
        customdata=links,
    )
    if not dots:
        return [line]
    xs, ys, said, rows, unread = (list(cells) for cells in zip(*dots, strict=True))
    return [
        line,
        go.Scatter(
            x=xs,
            y=ys,
            mode="markers",
            name="its end is not known",
            marker={
                "symbol": "circle",
                "size": 9,
                "color": [theme.PAPER if one else theme.INK for one in unread],
                "line": {"color": theme.INK, "width": 2},
            },
            text=said,
            hoverinfo="text",
            customdata=rows,
        ),
    ]


def names(rows: pd.DataFrame, places: dict[str, int]) -> go.Scatter:
    """Write each name beside its bar, on the side where there is room."""
    starts = [decimal_year(day) for day in rows["first"]]
    ends = [decimal_year(day) for day in rows["last"]]
    right = [1961.5 - end > start - 1926.5 for start, end in zip(starts, ends, strict=True)]
    return go.Scatter(
        x=[end if side else start for start, end, side in zip(starts, ends, right, strict=True)],
        y=[places[camp] for camp in rows["camp_id"]],
        text=[_label(row) for _, row in rows.iterrows()],
        textposition=["middle right" if side else "middle left" for side in right],
        textfont={"size": 12},
        mode="text",
        hoverinfo="skip",
        showlegend=False,
        customdata=rows["row"].tolist(),
    )


def _label(row: pd.Series) -> str:
    r"""
    Shorten the name of a camp to what fits beside its bar.

    >>> _label(pd.Series({"name_en": "Construction 790 and ITL", "camp_id": "constr790"}))
    '\xa0Construction 790\xa0'
    """
    name = theme.CAMPS.get(row["camp_id"]) or short_name(row["name_en"])
    for words in LEFT_OUT:
        name = re.sub(words, "", name)
    return f"\u00a0{name}\u00a0"


def dates(row: pd.Series) -> str:
    """Write when a camp was open."""
    return f"{row['opened_text']} to {row['closed_text']}"


def term(row: pd.Series) -> str:
    """Write who headed a camp, and when."""
    acting = " (acting)" if row["role"] == "acting head" else ""
    read = ", not re-read" if row["checked"] == "unread" else ""
    return f"{row['head']}{acting}, {row['date_text']}{read}"


def _hover(row: pd.Series, heads: pd.DataFrame) -> str:
    known = (heads["camp_id"] == row["camp_id"]).any()
    missing = [] if known else ["no head recorded here"]
    who = sources.short_list(sources.split(row["source_keys"]))
    return "<br>".join(
        [f"<b>{short_name(row['name_en'])}</b>: {row['kind']}", dates(row), *missing, who]
    )
