"""One day of Kengir as a table to read: what each side did, asked for and wrote."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._forty_days.happenings import (
    SIDES,
    a_day,
    capital,
    side,
    when,
    where,
    who_says,
    within,
    written,
)
from helpers.charts.shared.record import record

#: The sides that are named on every day, with or without a row.
ALWAYS = ("prisoners", "administration", "mvd", "army")

#: The most days over which a row is told on each of them; what is longer is dated loosely.
NEAR = 7

#: The most days of a loose date: what is longer says nothing about a day.
LOOSE = 62

COLUMNS = ("Side", "What", "When, where, to whom", "In our sources", "Source")

#: Lines that belong to no side.
PAPERS, UNPLACED = "Documents", "Day not known"


def day(
    events: pd.DataFrame,
    demands: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    date: str | pd.Timestamp,
) -> go.Figure:
    """
    Tell one day, side by side.

    Parameters
    ----------
    events : DataFrame
        ``kengir_events``: columns ``row``, ``actor``, ``event_type``, ``place``, ``time``,
        ``description``, dates, ``source_keys``, ``checked``.
    demands : DataFrame
        ``kengir_demands``: columns ``row``, ``made_by``, ``kind``, ``demand``, ``outcome``,
        dates, ``source_keys``, ``checked``.
    documents : DataFrame
        ``documents``: columns ``row``, ``type``, ``number``, ``sender``, ``recipient``,
        ``says``, dates, ``source_keys``, ``checked``.
    date : str or Timestamp
        The day, as ``1954-05-16``.

    Returns
    -------
    Figure
        A table, which the page shows as text. A side without a row is named with the words "no
        event in our sources". What is dated to a week at most stands on each of its days; what is
        dated to a month or "about" is counted in the last line, with links.

    Raises
    ------
    ValueError
        If the date is no day.
    """
    begin = a_day(date)
    told = {
        "event": within(events, begin, begin),
        "demand": within(demands, begin, begin),
        "document": within(documents, begin, begin),
    }
    length = {name: (rows["date_end"] - rows["date_start"]).dt.days for name, rows in told.items()}
    close = {name: rows[_is_close(rows, length[name])] for name, rows in told.items()}
    loose = {
        name: rows[~_is_close(rows, length[name]) & (length[name] < LOOSE)]
        for name, rows in told.items()
    }
    lines = [*_sides(close["event"], close["demand"]), *_papers(close["document"])]
    lines += _loose(loose)
    table = pd.DataFrame(lines, columns=[*COLUMNS, "row"])
    figure = go.Figure(_sheet(table))
    every = pd.concat([*close.values(), *loose.values()])
    record(figure, every, table, alt=_alt(table, begin), height=520)
    # every line names its sources; a line of them below would stand there a second time
    figure.layout.annotations = ()
    figure.layout.meta = {**figure.layout.meta, "view": "table"}
    return figure


def _is_close(rows: pd.DataFrame, length: pd.Series) -> pd.Series:
    return rows["date_kind"].isin(["day", "span"]) & (length < NEAR)


def _sides(events: pd.DataFrame, demands: pd.DataFrame) -> list[tuple[str, ...]]:
    """Write the lines of every side in their order: what it did, then what it asked for."""
    lines = []
    for actor in SIDES:
        name = capital(side(actor))
        did = [_event(name, row) for _, row in events[events["actor"] == actor].iterrows()]
        asked = [_demand(name, row) for _, row in demands[demands["made_by"] == actor].iterrows()]
        lines += did + asked
        if not did and not asked and actor in ALWAYS:
            lines.append((name, "", "", "No event in our sources.", "", ""))
    return lines


def _event(name: str, row: pd.Series) -> tuple[str, ...]:
    # the day itself is known; what says more than the day is told
    date = when(row) if row["date_start"] < row["date_end"] else row["time"]
    context = "; ".join(filter(None, [date, where(row["place"])]))
    return name, capital(row["event_type"]), context, row["description"], _known(row), row["row"]


def _demand(name: str, row: pd.Series) -> tuple[str, ...]:
    outcome = row["outcome"].rstrip(".") or "no source says"
    text = f"{row['demand'].rstrip('.')}. What became of it: {outcome}."
    return name, capital(row["kind"]), "", text, _known(row), row["row"]


def _papers(documents: pd.DataFrame) -> list[tuple[str, ...]]:
    lines = [(PAPERS, *_paper(row), row["row"]) for _, row in documents.iterrows()]
    return lines or [(PAPERS, "", "", "No document in our sources.", "", "")]


def _paper(row: pd.Series) -> tuple[str, ...]:
    number = f" no. {row['number']}" if row["number"] else ""
    people = " to ".join(filter(None, [row["sender"] or "sender not stated", row["recipient"]]))
    return row["type"] + number, people, row["says"], _known(row)


def _known(row: pd.Series) -> str:
    return f"{who_says(row)}; {theme.CHECKED[row['checked']]}"


def _loose(rows: dict[str, pd.DataFrame]) -> list[tuple[str, ...]]:
    counts = [_counted(len(found), name) for name, found in rows.items() if len(found)]
    if not counts:
        return []
    links = " ".join(row for found in rows.values() for row in found["row"])
    text = f"Dated only to a month or “about”, and perhaps of this day: {', '.join(counts)}."
    return [(UNPLACED, "", "", text, "", links)]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"


def _sheet(table: pd.DataFrame) -> go.Table:
    look = {"align": "left", "fill": {"color": theme.PAPER}, "line": {"color": theme.GRID}}
    return go.Table(
        columnwidth=[3, 3, 4, 9, 4],
        header={"values": [f"<b>{name}</b>" for name in COLUMNS], **look},
        cells={"values": [table[name].tolist() for name in COLUMNS], **look},
        customdata=table["row"].tolist(),
    )


def _alt(table: pd.DataFrame, begin: pd.Timestamp) -> str:
    counts = []
    for name, lines in table.groupby("Side", sort=False):
        if name != UNPLACED:
            number = int((lines["row"] != "").sum())
            counts.append(f"{name} {number or 'none'}")
    return f"{begin.day_name()}, {written(begin)}. Entries in our sources: {', '.join(counts)}."
