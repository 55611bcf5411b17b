"""The camps of Kazakhstan as lines of time: their kinds, and whose command is recorded when."""

from __future__ import annotations

import re

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._maps.camp_looks import KINDS, OTHER_KIND
from helpers.charts._maps.camp_map import short_name
from helpers.charts._totals.looks import LEGEND, decimal_year, short, years
from helpers.charts.shared.filters import EVERY, declare, fitting
from helpers.charts.shared.record import record

#: Rows that are no camp, and those that have no dates of their own.
NO_CAMPS = ("whole republic", "several camps", "group of sections")

#: What a label leaves out, since the mark says it or a name is long enough without.
LEFT_OUT = (
    r"^ITL and Construction of (the )?",
    r"( and)? ITL$",
    " camp section$",
    " separate.*",
    ",.*",
)

#: Pixels for a camp, and for all that stands around the camps.
LINE, AROUND = 24, 230

#: Patterns that tell the kinds apart without colour.
PATTERNS = {
    "ITL": "",
    "special camp": "/",
    "construction ITL": ".",
    "camp section": "-",
    "prisoner-of-war camp": "x",
    "check-and-filtration section": "+",
}


def camp_times(camps: pd.DataFrame, heads: pd.DataFrame, *, kind: str = EVERY) -> go.Figure:
    """
    Draw how long each camp of Kazakhstan existed, and for which time a head is recorded.

    Parameters
    ----------
    camps : DataFrame
        ``camps``: columns ``camp_id``, ``name_en``, ``kind``, first and last possible days of
        opening and closing, sources.
    heads : DataFrame
        ``camp_heads``: columns ``camp_id``, ``head``, first and last day on which the head is
        attested, ``start_known``, ``end_known``.
    kind : str, optional
        Draw the camps of this kind only.

    Returns
    -------
    Figure
        A bar per camp from its first possible day to its last, the earliest on top; its colour
        and pattern are the kind. A thick line in the bar is a head whose time is recorded, a dot
        an end of such a line that is not known; where the bar is bare, no head is recorded in
        this book. Camps without dates are left out.

    Raises
    ------
    ValueError
        If no camp has this kind.
    """
    rows = camps[~camps["kind"].isin(NO_CAMPS)]
    rows = rows.assign(
        first=rows["opened_start"].fillna(rows["opened_end"]),
        last=rows["closed_end"].fillna(rows["closed_start"]),
    )
    rows = rows[rows["first"].notna() & rows["last"].notna()]
    rows = rows.sort_values(["first", "row_id"]).reset_index(drop=True)
    classes = pd.DataFrame({"kind": [[kind_] for kind_ in rows["kind"]]})
    shown = rows[fitting(classes, {"kind": kind})]
    known = heads[heads["camp_id"].isin(shown["camp_id"])]
    places = {camp: place for place, camp in enumerate(rows["camp_id"])}
    figure = go.Figure()
    for name in [name for name in PATTERNS if name in set(shown["kind"])]:
        figure.add_trace(_bars(shown[shown["kind"] == name], places, known))
    camp_rows = shown.set_index("camp_id")["row"]
    figure.add_traces(_terms(known, places, camp_rows))
    figure.add_trace(_names(shown, places))
    figure.update_yaxes(
        range=[len(rows) - 0.4, -0.6], showticklabels=False, ticks="", showgrid=False
    )
    years(figure)
    figure.update_xaxes(range=[1926.5, 1961.5])
    figure.update_layout(barmode="overlay", legend=LEGEND | {"entrywidth": 210})
    inputs = pd.concat([shown[["row", "source_keys"]], known[["row", "source_keys"]]])
    table = _table(shown, known)
    height = AROUND + LINE * len(rows)
    record(figure, inputs, table, alt=_alt(shown, known), height=height)
    order = {"kind": list(PATTERNS)}
    kept = classes[fitting(classes, {"kind": kind})]
    return declare(figure, shown, kept, order, "camps", "No camp of this kind")


def _bars(rows: pd.DataFrame, places: dict[str, int], heads: pd.DataFrame) -> go.Bar:
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
        marker={
            "color": theme.PAPER if PATTERNS[name] else colour,
            "opacity": 1,
            "line": {"color": colour, "width": 1.5},
            "pattern": {
                "shape": PATTERNS[name],
                "size": 5,
                "fgcolor": colour,
                "bgcolor": theme.PAPER,
            },
        },
        hovertext=[_hover(row, heads) for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
    )


def _terms(heads: pd.DataFrame, places: dict[str, int], camps: pd.Series) -> list[go.Scatter]:
    """Draw the terms, and a dot at each end that is not known."""
    x: list[float | None] = []
    y: list[int | None] = []
    texts: list[str] = []
    links: list[str] = []
    dots: list[tuple[float, int, str, str]] = []
    for _, row in heads.iterrows():
        ends = [decimal_year(row["date_start"]), decimal_year(row["date_end"])]
        place, text = places[row["camp_id"]], _term(row)
        # the line and its camp share a row, so that a filter hides both
        link = f"{camps[row['camp_id']]}"
        x, y = [*x, *ends, None], [*y, place, place, None]
        texts, links = [*texts, text, text, ""], [*links, link, link, ""]
        known = (row["start_known"], row["end_known"])
        dots += [
            (end, place, text, link) for end, sure in zip(ends, known, strict=True) if sure == "no"
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
    xs, ys, said, rows = (list(cells) for cells in zip(*dots, strict=True))
    return [
        line,
        go.Scatter(
            x=xs,
            y=ys,
            mode="markers",
            name="its end is not known",
            marker={
                "symbol": "circle",
                "size": 7,
                "color": theme.PAPER,
                "line": {"color": theme.INK, "width": 2},
            },
            text=said,
            hoverinfo="text",
            customdata=rows,
        ),
    ]


def _names(rows: pd.DataFrame, places: dict[str, int]) -> go.Scatter:
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


def _dates(row: pd.Series) -> str:
    return f"{row['opened_text']} to {row['closed_text']}"


def _of(camp: pd.Series, heads: pd.DataFrame) -> list[str]:
    own = heads[heads["camp_id"] == camp["camp_id"]].sort_values("date_start")
    return [_term(row) for _, row in own.iterrows()]


def _term(row: pd.Series) -> str:
    acting = " (acting)" if row["role"] == "acting head" else ""
    read = ", not re-read" if row["checked"] == "unread" else ""
    return f"{row['head']}{acting}, {row['date_text']}{read}"


def _hover(row: pd.Series, heads: pd.DataFrame) -> str:
    known = (heads["camp_id"] == row["camp_id"]).any()
    names = [] if known else ["no head recorded here"]
    who = sources.short_list(sources.split(row["source_keys"]))
    return "<br>".join(
        [f"<b>{short_name(row['name_en'])}</b>: {row['kind']}", _dates(row), *names, who]
    )


def _table(rows: pd.DataFrame, heads: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Camp": rows["name_en"],
            "Kind": rows["kind"],
            "Open": [_dates(row) for _, row in rows.iterrows()],
            "Heads recorded": ["; ".join(_of(row, heads)) or "none" for _, row in rows.iterrows()],
            "row": [
                " ".join([row["row"], *heads.loc[heads["camp_id"] == row["camp_id"], "row"]])
                for _, row in rows.iterrows()
            ],
        }
    )


def _alt(rows: pd.DataFrame, heads: pd.DataFrame) -> str:
    kinds = ", ".join(f"{number} {name}" for name, number in rows["kind"].value_counts().items())
    first, last = rows.iloc[0], rows.loc[rows["last"].idxmax()]
    headed = heads["camp_id"].nunique()
    return (
        f"Bars of time for {len(rows)} camps of Kazakhstan ({kinds}). The earliest is "
        f"{short_name(first['name_en'])} ({first['opened_text']}), the last to close "
        f"{short_name(last['name_en'])} ({last['closed_text']}). Heads are recorded for {headed} "
        f"of them, {len(heads)} terms."
    )
