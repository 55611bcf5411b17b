"""Release, law and memory in the order of time, kind by kind."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._memory.listing import Item, listing
from helpers.charts._memory.looks import EVENTS, one_of, told, with_sources, year
from helpers.charts.shared.record import record
from helpers.charts.shared.when import when

#: Years of the axis.
TICKS = {1940.0: "1940", 1960.0: "1960", 1980.0: "1980", 2000.0: "2000", 2025.0: "2025"}


#: What can be shown: kinds of events; and what it is called.
CHOICES = {
    "every": tuple(EVENTS),
    "people": ("release",),
    "law": ("commission", "law", "day"),
    "places": ("museum", "monument", "names", "staging"),
}
SUBJECTS = {
    "every": "releases, laws and memory",
    "people": "people set free",
    "law": "commissions, laws and days of remembrance",
    "places": "museums, monuments, lists of names and stagings",
}


def remembrance(memory: pd.DataFrame, *, which: str = "every") -> go.Figure:
    """
    Draw what was done for release and memory, and when.

    Parameters
    ----------
    memory : DataFrame
        ``memory``: columns ``row``, ``kind``, ``name_en``, ``what``, ``doubt``, dates,
        ``checked``, sources.
    which : str, optional
        ``people`` set free, ``law`` (commissions, laws, days), ``places`` (museums, monuments,
        names, stagings) or ``every``.

    Returns
    -------
    Figure
        A heading per kind, a line per event. A mark with a tail lies somewhere on the tail; a
        question mark after the name says that sources disagree on the date or the name; hollow
        is not re-read.

    Raises
    ------
    ValueError
        If there is no such choice.
    """
    one_of(which, tuple(CHOICES), "choice")
    dated = memory.dropna(subset=["date_start", "date_end"])
    rows = dated[dated["kind"].isin(CHOICES[which])]
    order = {name: at for at, name in enumerate(EVENTS)}
    rows = rows.assign(at=rows["kind"].map(order)).sort_values(["at", "date_end", "row_id"])
    groups = [
        (EVENTS[str(name)].words.capitalize(), [_item(row) for _, row in group.iterrows()])
        for name, group in rows.groupby("kind", sort=False)
    ]
    figure, height = listing(groups, EVENTS, TICKS)
    return record(figure, rows, _table(rows), alt=_alt(rows, which), height=height)


def _item(row: pd.Series) -> Item:
    doubt = f"In doubt: {row['doubt']}" if row["doubt"] else ""
    exact = row["date_kind"] not in ("span", "circa")
    last = year(row["date_end"] if not exact else row["date_start"])
    return Item(
        words=f"{when(row)}: {row['name_en']}{' (?)' if doubt else ''}",
        first=last if exact else year(row["date_start"]),
        last=last,
        look=row["kind"],
        hollow=row["checked"] == "unread",
        hover=told(row["name_en"], when(row), row["what"], *filter(None, [doubt]), row=row),
        row=row["row"],
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Date": [when(row) for _, row in rows.iterrows()],
            "Kind": [EVENTS[kind].words for kind in rows["kind"]],
            "Name": rows["name_en"],
            "What happened": rows["what"],
            "In doubt": rows["doubt"],
            "How known": rows["checked"].map(theme.CHECKED),
            "Source": with_sources(rows),
            "row": rows["row"],
        }
    )


def _alt(rows: pd.DataFrame, which: str) -> str:
    what = SUBJECTS[which]
    if rows.empty:
        return f"Time chart of {what}: the table holds no dated event."
    first, last = rows.sort_values("date_end").iloc[0], rows.sort_values("date_end").iloc[-1]
    doubts = int((rows["doubt"] != "").sum())
    return (
        f"Time chart of {what}, {len(rows)} events from {when(first)} ({first['name_en']}) to "
        f"{when(last)} ({last['name_en']}); the date or name of {doubts or 'none'} is in doubt."
    )
