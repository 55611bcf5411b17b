"""Give events in lanes their places: side by side on a day, along one bar where days are loose."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.charts._forty_days.tracks import tracks

#: The fewest tracks of a lane, so that its heading fits; between lanes a part of a track is free.
FEWEST, BETWEEN = 4, 0.6

HALF = pd.Timedelta(hours=12)


def placed(
    rows: pd.DataFrame, begin: pd.Timestamp, end: pd.Timestamp, order: Sequence[str]
) -> pd.DataFrame:
    """
    Give each event a place from the left and from the top.

    Parameters
    ----------
    rows : DataFrame
        Events with ``row_id``, ``actor`` and dates.
    begin, end : Timestamp
        First and last day; what is longer is cut.
    order : sequence of str
        The actors, from the left lane to the right.

    Returns
    -------
    DataFrame
        The events in the order of their lanes and days, with ``start`` and ``stop`` (days drawn),
        ``loose`` (the day itself is not known), ``bar`` (what shares a bar), ``x`` (track), ``y``
        (time of the mark), ``left`` and ``width`` (of the lane, in tracks).
    """
    loose = (rows["date_start"] < rows["date_end"]) & (rows["date_kind"] != "span")
    rows = rows.assign(
        lane=rows["actor"].map(list(order).index),
        start=rows["date_start"].clip(lower=begin),
        stop=rows["date_end"].clip(upper=end),
        loose=loose,
    ).sort_values(["lane", "start", "stop", "row_id"], kind="stable")
    parts, left = [rows.head(0).assign(bar="", x=0.0, left=0.0, width=0)], 0.0
    for _, lane in rows.groupby("lane", sort=True):
        part = _tracked(lane.assign(bar=_shared(lane)), begin)
        width = max(int(part["track"].max()) + 1, FEWEST)
        parts.append(part.assign(x=left + part["track"], left=left, width=width))
        left += width + BETWEEN
    laid = pd.concat([part for part in parts if len(part)] or parts)
    return laid.assign(y=_along(laid))


def _shared(lane: pd.DataFrame) -> list[str]:
    """Name the bar of each event: loose events of the same days share one, a mark for a day."""
    loose = lane[lane["loose"]]
    number = loose.groupby(["start", "stop"]).cumcount()
    room = (loose["stop"] - loose["start"]).dt.days + 1
    names = lane["row_id"].copy()
    for place in loose.index:
        start, stop = lane.at[place, "start"], lane.at[place, "stop"]
        names[place] = f"{start:%m-%d} to {stop:%m-%d}, {number[place] // room[place]}"
    return names.tolist()


def _tracked(lane: pd.DataFrame, begin: pd.Timestamp) -> pd.DataFrame:
    one = lane.drop_duplicates("bar")
    spans = list(zip((one["start"] - begin).dt.days, (one["stop"] - begin).dt.days, strict=True))
    return lane.assign(track=lane["bar"].map(dict(zip(one["bar"], tracks(spans), strict=True))))


def _along(laid: pd.DataFrame) -> pd.Series:
    """Spread the marks of a bar evenly along it; a single mark stands in the middle."""
    together = laid.groupby(["lane", "bar"])["row_id"]
    share = (together.cumcount() + 1) / (together.transform("size") + 1)
    length = laid["stop"] - laid["start"] + 2 * HALF
    return (laid["start"] - HALF + share * length).dt.strftime("%Y-%m-%d %H:%M")
