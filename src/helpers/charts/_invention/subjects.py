"""Sort events in invention and science by subject and lay them below one another."""

from __future__ import annotations

import pandas as pd

#: Words in an item or a list of people by which an event belongs to a subject, in order.
SUBJECTS = {
    "bureau and training": ("bureau", "training"),
    "vehicles on coal": ("vehicle", "rally", "lorries"),
    "cattle": ("cattle",),
    "crops and soil": ("wheat", "millet", "barley", "station"),
    "Chizhevsky": ("chizhevsky",),
}

OTHER = "scientists named"

#: Pixels of a heading, of a track of marks, of the space after a subject.
HEADING, TRACK, SPACE = 20, 15, 10

#: Part of the axis that a mark covers where the plot is narrow (a phone).
MARK = 0.042


def subject_of(row: pd.Series) -> str:
    """
    Name the subject of an event.

    >>> subject_of(pd.Series({"item": 'Wheat "Algabas"', "people": ""}))
    'crops and soil'
    """
    words = f"{row['item']} {row['people']}".lower()
    return next((name for name, keys in SUBJECTS.items() if any(k in words for k in keys)), OTHER)


def placed(
    rows: pd.DataFrame, begin: pd.Timestamp, end: pd.Timestamp
) -> tuple[pd.DataFrame, list[tuple[float, str]], float]:
    """
    Give each event its depth below the heading of its subject.

    Parameters
    ----------
    rows : DataFrame
        Events with ``subject``, ``day`` and dates.
    begin, end : Timestamp
        First and last day of the axis.

    Returns
    -------
    rows : DataFrame
        The same events with ``y``, in pixels from the top; no two that may be of the same time
        stand on one line.
    heads : list of (float, str)
        Place and words of each heading.
    depth : float
        Pixels that all need.
    """
    length, depth, heads = (end - begin).days, 0.0, []
    rows["y"] = 0.0
    for name in [*SUBJECTS, OTHER]:
        mine = rows[rows["subject"] == name].sort_values(["day", "row_id"])
        if mine.empty:
            continue
        heads.append((depth + HEADING / 2, name))
        half = pd.Timedelta(days=round(length * MARK / 2))
        tracks = _tracks(
            [
                (min(row["date_start"], row["day"] - half), row["date_end"] + half)
                for _, row in mine.iterrows()
            ]
        )
        rows.loc[mine.index, "y"] = [depth + HEADING + TRACK * (t + 0.5) for t in tracks]
        depth += HEADING + TRACK * (max(tracks) + 1) + SPACE
    return rows, heads, depth


def _tracks(spans: list[tuple[pd.Timestamp, pd.Timestamp]]) -> list[int]:
    """Give each span the first track on which nothing else stands at that time."""
    taken: list[list[tuple[pd.Timestamp, pd.Timestamp]]] = []
    found = []
    for start, end in spans:
        free = (
            number
            for number, others in enumerate(taken)
            if all(end < first or start > last for first, last in others)
        )
        number = next(free, len(taken))
        if number == len(taken):
            taken.append([])
        taken[number].append((start, end))
        found.append(number)
    return found
