"""The camps of Kazakhstan as lines of time: their kinds, and whose command is recorded when."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers.charts._maps.camp_map import short_name
from helpers.charts._totals.looks import LEGEND, years
from helpers.charts._totals.time_marks import PATTERNS, bars, dates, names, term, terms
from helpers.charts.shared.record import record

#: Rows that are no camp, and those that have no dates of their own.
NO_CAMPS = ("whole republic", "several camps", "group of sections")

#: Pixels for a camp, and for all that stands around the camps.
LINE, AROUND = 24, 230


def camp_times(camps: pd.DataFrame, heads: pd.DataFrame) -> go.Figure:
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
        If no camp has dates.
    """
    rows = camps[~camps["kind"].isin(NO_CAMPS)]
    rows = rows.assign(
        first=rows["opened_start"].fillna(rows["opened_end"]),
        last=rows["closed_end"].fillna(rows["closed_start"]),
    )
    rows = rows[rows["first"].notna() & rows["last"].notna()]
    rows = rows.sort_values(["first", "row_id"]).reset_index(drop=True)
    if rows.empty:
        raise ValueError("no camp of the table has a day of opening and a day of closing")
    known = heads[heads["camp_id"].isin(rows["camp_id"])]
    places = {camp: place for place, camp in enumerate(rows["camp_id"])}
    figure = go.Figure()
    for name in [name for name in PATTERNS if name in set(rows["kind"])]:
        figure.add_trace(bars(rows[rows["kind"] == name], places, known))
    figure.add_traces(terms(known, places))
    figure.add_trace(names(rows, places))
    figure.update_yaxes(
        range=[len(rows) - 0.4, -0.6], showticklabels=False, ticks="", showgrid=False
    )
    years(figure)
    figure.update_xaxes(range=[1926.5, 1961.5])
    figure.update_layout(barmode="overlay", legend=LEGEND | {"entrywidth": 210})
    inputs = pd.concat([rows[["row", "source_keys"]], known[["row", "source_keys"]]])
    height = AROUND + LINE * len(rows)
    return record(figure, inputs, _table(rows, known), alt=_alt(rows, known), height=height)


def _of(camp: pd.Series, heads: pd.DataFrame) -> list[str]:
    own = heads[heads["camp_id"] == camp["camp_id"]].sort_values("date_start")
    return [term(row) for _, row in own.iterrows()]


def _table(rows: pd.DataFrame, heads: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Camp": rows["name_en"],
            "Kind": rows["kind"],
            "Open": [dates(row) for _, row in rows.iterrows()],
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
