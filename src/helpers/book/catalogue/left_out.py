"""
Choose the rows of the tables without unread rows.

An unread row stays where a row that was read refers to it by a foreign key: a package whose keys
lead nowhere is broken. Such rows are few, keep their word, and are counted.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pandas as pd

from helpers import data

#: The word of the column `checked` for a row that nobody of this book has read.
UNREAD = "unread"


def left_out(name: str, folder: Path = data.FOLDER) -> set[str]:
    """Name the rows (`row_id`) that are left out of a table."""
    return _chosen(Path(folder))[name]


def kept(name: str, folder: Path = data.FOLDER) -> list[str]:
    """Name the unread rows of a table that stay because a row that was read refers to them."""
    stay = unread(data.load(name, folder)) - left_out(name, folder)
    return sorted(stay)


def unread(frame: pd.DataFrame) -> set[str]:
    """Name the unread rows of a table."""
    return set(frame.loc[frame["checked"] == UNREAD, "row_id"]) if "checked" in frame else set()


def _chosen(folder: Path) -> dict[str, set[str]]:
    tables = data.resources(folder).values()
    return _choose(folder, tuple(table.path.stat().st_mtime_ns for table in tables))


@lru_cache(maxsize=4)
def _choose(folder: Path, _changed: tuple[int, ...]) -> dict[str, set[str]]:
    tables = data.resources(folder)
    frames = {name: data.load(name, folder) for name in tables}
    out = {name: unread(frame) for name, frame in frames.items()}
    needed = True
    while needed:
        needed = False
        for name, table in tables.items():
            for column, target, key in table.foreign_keys:
                used = set(_rest(frames[name], out[name])[column])
                lost = _out(frames[target], out[target])
                back = set(lost.loc[lost[key].isin(used), "row_id"]) if len(lost) else set()
                out[target] -= back
                needed |= bool(back)
    return out


def _rest(frame: pd.DataFrame, out: set[str]) -> pd.DataFrame:
    return frame[~frame["row_id"].isin(out)] if out else frame


def _out(frame: pd.DataFrame, out: set[str]) -> pd.DataFrame:
    return frame[frame["row_id"].isin(out)] if out else frame[:0]
