"""Events day by day, a lane for each side, each drawn as exactly as its date is known."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._forty_days.happenings import (
    LOOKS,
    PLACES,
    SIDES,
    SOURCE_KINDS,
    a_day,
    place_class,
    side,
    source_kinds,
    when,
    where,
    within,
)
from helpers.charts._forty_days.marks import bars, marks
from helpers.charts._forty_days.places import BETWEEN, placed
from helpers.charts._forty_days.words import alt, hovers, known, without_year
from helpers.charts.shared.filters import EVERY, blank, declare, fitting
from helpers.charts.shared.record import record

#: Heights in pixels: of a day, and of all that stands around the days.
DAY, AROUND = 17, 220

#: Words in the order in which a reader chooses from them.
ORDER = {
    "side": [full for full, _ in SIDES.values()],
    "event_type": list(LOOKS),
    "place": list(PLACES),
    "source_kind": list(SOURCE_KINDS),
}

NO_EVENT = "No event in our sources<br>fits this choice"


def lanes(
    events: pd.DataFrame,
    *,
    first: str = "1954-05-14",
    last: str = "1954-07-01",
    side: str = EVERY,
    event_type: str = EVERY,
    place: str = EVERY,
    source_kind: str = EVERY,
) -> go.Figure:
    """
    Draw events from the top down, a lane for each side.

    Parameters
    ----------
    events : DataFrame
        ``kengir_events``: columns ``row``, ``actor``, ``event_type``, ``place``, ``time``,
        ``description``, dates, ``source_keys``, ``checked``.
    first, last : str, optional
        First and last day drawn, as ``1954-05-14``.
    side, event_type, place, source_kind : str, optional
        Draw only what fits, all of them together; the words are those of the controls. The
        places and the extent of the chart stay those of every event.

    Returns
    -------
    Figure
        A day is a mark; what lasted is a bar, what is known to a month or "about" a hatched bar,
        with its mark on it; what is not re-read is hollow. Events of one side and day stand side
        by side; those of one side that may be of any day of the same days share a bar. Events
        known to the year only are not drawn. The table tells them day by day, and those whose
        day is not known after the others.

    Raises
    ------
    ValueError
        If the period is none, or no event has a word that is asked for.
    """
    begin, end = a_day(first), a_day(last)
    if end < begin:
        raise ValueError(f"the last day ({last}) is before the first ({first})")
    rows = placed(within(events, begin, end), begin, end, list(SIDES))
    rows = rows.assign(hover=hovers(rows))
    classes = _classes(rows)
    wanted = {"side": side, "event_type": event_type, "place": place, "source_kind": source_kind}
    fits = fitting(classes, wanted)
    shown = rows[fits]
    figure = go.Figure([*marks(shown), *bars(shown)])
    _days(figure, begin, end)
    _headings(figure, rows)
    if shown.empty:
        figure.add_annotation(blank(NO_EVENT))
    height = AROUND + DAY * ((end - begin).days + 1)
    told = shown.sort_values(["loose", "start", "stop", "lane", "row_id"])
    record(figure, told, _table(told, begin, end), alt=alt(shown, begin, end), height=height)
    return declare(figure, told, classes.loc[told.index], ORDER, "events", NO_EVENT)


def _classes(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "side": [[side(actor)] for actor in rows["actor"]],
            "event_type": [[kind] for kind in rows["event_type"]],
            "place": [[place_class(place)] for place in rows["place"]],
            "source_kind": [source_kinds(keys) for keys in rows["source_keys"]],
        },
        index=rows.index,
    )


def _days(figure: go.Figure, begin: pd.Timestamp, end: pd.Timestamp) -> None:
    """Write every day at the left, the month with the first of each."""
    every = pd.date_range(begin, end)
    half = pd.Timedelta(hours=12)
    figure.update_yaxes(
        type="date",
        range=[f"{end + half:%Y-%m-%d %H:%M}", f"{begin - half:%Y-%m-%d %H:%M}"],
        tickmode="array",
        tickvals=[f"{day:%Y-%m-%d}" for day in every],
        ticktext=[
            f"{day.day} {day:%B}" if day.day == 1 or day == begin else str(day.day) for day in every
        ],
        tickfont={"size": 11},
        ticks="",
        showgrid=True,
        zeroline=False,
    )
    # words on the colour of a mark would be hard to read
    paper = {"bgcolor": theme.PAPER, "bordercolor": theme.GREY, "font": {"color": theme.INK}}
    figure.update_layout(barmode="overlay", hoverlabel=paper)


def _headings(figure: go.Figure, rows: pd.DataFrame) -> None:
    """Name the lanes above them and draw a line between two."""
    found = rows.drop_duplicates("lane")
    middles = (found["left"] + (found["width"] - 1) / 2).tolist()
    right = float((found["left"] + found["width"]).max()) if len(found) else 1.0
    figure.update_xaxes(
        side="top",
        range=[-0.8, round(right - 0.2, 6)],
        tickmode="array",
        tickvals=middles,
        ticktext=[SIDES[actor][1] for actor in found["actor"]],
        tickfont={"size": 11},
        tickangle=0,
        ticks="",
        showgrid=False,
        zeroline=False,
    )
    for left in found["left"].iloc[1:]:
        edge = round(left - 0.5 - BETWEEN / 2, 6)
        figure.add_vline(x=edge, line={"color": theme.GREY, "width": 1})
    corner = {"xref": "container", "x": 0, "yref": "container", "y": 0.998, "yanchor": "top"}
    figure.update_layout(legend={**corner, "font": {"size": 12}})


def _table(rows: pd.DataFrame, begin: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
    every = [row for _, row in rows.iterrows()]
    date, dates = "Date", [when(row) for row in every]
    if begin.year == end.year:
        date, dates = f"Date in {end.year}", [without_year(text, end.year) for text in dates]
    return pd.DataFrame(
        {
            date: dates,
            "Side": [side(row["actor"]) for row in every],
            "Kind of event": [row["event_type"] for row in every],
            "Place": [where(row["place"]) or "not stated" for row in every],
            "What happened": [row["description"] for row in every],
            "Source; how read": [known(row) for row in every],
            "row": [row["row"] for row in every],
        }
    )
