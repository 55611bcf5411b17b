"""Give each event its day and its place below the name of the person; draw nothing."""

from __future__ import annotations

import pandas as pd

from helpers.charts._lives.looks import LASTING, group_of
from helpers.charts._lives.stacked import stacked

#: Pixels of the line of a name, of a track of marks, of the space after a life, of a heading.
NAME, TRACK, SPACE, HEADING = 19, 13, 9, 24


def dated(table: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """
    Join events and people, give each event one day, and find rival accounts.

    Returns
    -------
    DataFrame
        The events of the people given, with ``name``, ``group``, ``day`` (the first day of what
        lasts, the middle of the possible days of the rest) and ``rival`` (whether another
        account of the same event has no day in common with it).
    """
    who = people.set_index("person_id")
    rows = table[table["person_id"].isin(who.index)].copy()
    rows["name"] = rows["person_id"].map(who["name_en"])
    rows["group"] = rows["person_id"].map(who["side"]).map(group_of)
    middle = rows["date_start"] + (rows["date_end"] - rows["date_start"]) / 2
    lasts = rows["event"].isin(LASTING) & (rows["date_kind"] == "span")
    rows["lasts"] = lasts
    rows["day"] = middle.where(~lasts, rows["date_start"]).dt.floor("D")
    rows["rival"] = [_rival(row, rows) for _, row in rows.iterrows()]
    return rows


def rivals(row: pd.Series, rows: pd.DataFrame) -> pd.DataFrame:
    """Find the other accounts of an event that have no day in common with it."""
    same = (
        (rows["person_id"] == row["person_id"])
        & (rows["event"] == row["event"])
        & (rows["occasion"] == row["occasion"])
        & (rows["row_id"] != row["row_id"])
    )
    apart = (rows["date_start"] > row["date_end"]) | (rows["date_end"] < row["date_start"])
    return rows[same & apart]


def _rival(row: pd.Series, rows: pd.DataFrame) -> bool:
    return not pd.isna(row["day"]) and not rivals(row, rows).empty


def order(rows: pd.DataFrame) -> list[str]:
    """List the people by group, then by the first arrest that a source states, then by name."""
    stated = rows[(rows["event"] == "arrested") & (rows["certainty"] != "claimed")]
    first = stated.groupby("person_id")["day"].min()
    one = rows.drop_duplicates("person_id").set_index("person_id")
    never = pd.Timestamp.max.floor("D")
    groups = list(dict.fromkeys([*sorted(set(one["group"]))]))
    return sorted(
        one.index,
        key=lambda person: (
            groups.index(one.at[person, "group"]),
            first.get(person, never),
            one.at[person, "name"],
        ),
    )


def placed(
    rows: pd.DataFrame, begin: pd.Timestamp, end: pd.Timestamp
) -> tuple[pd.DataFrame, dict[str, float], float]:
    """
    Give each event that falls on the axis, or reaches into it, its place.

    Returns
    -------
    rows : DataFrame
        The events on the axis with ``since`` and ``until`` (what is drawn of their time) and
        ``y``, in pixels from the top.
    lines : dict
        Pixels from the top of the line of each life.
    depth : float
        Pixels that all lives need.
    """
    inside = rows[(rows["date_end"] >= begin) & (rows["date_start"] <= end)].copy()
    inside["since"] = inside["date_start"].clip(lower=begin)
    inside["until"] = inside["date_end"].clip(upper=end)
    inside["y"] = 0.0
    length, depth, lines, group = (end - begin).days, 0.0, {}, ""
    groups = rows.drop_duplicates("person_id").set_index("person_id")["group"]
    for person in order(rows):
        if groups[person] != group and groups.nunique() > 1:
            depth += HEADING
        group = groups[person]
        mine = inside[inside["person_id"] == person].assign(
            at=lambda one: one["day"].clip(begin, end)
        )
        mine = mine.sort_values(["at", "row_id"])
        tracks = stacked([(day - begin).days / length for day in mine["at"]])
        lines[person] = depth + NAME + TRACK / 2
        inside.loc[mine.index, "y"] = [lines[person] + TRACK * track for track in tracks]
        depth += NAME + TRACK * (max(tracks, default=0) + 1) + SPACE
    return inside, lines, depth
