"""One event of the timeline, and how a row in the normal form becomes one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from helpers import data
from helpers.book.timeline import words


@dataclass(frozen=True)
class Entry:
    """
    One event.

    Parameters
    ----------
    row : Series
        The row that founds it: with ``row``, ``source_keys``, ``checked``.
    says : str
        What happened, in a sentence.
    topic : str
        A key of ``words.TOPICS``.
    date : str
        The date in words.
    start, end : Timestamp
        First and last possible day.
    place, camp : str
        Where, as the row tells; key of a camp.
    part : str
        Ending of the anchor, where a row gives two entries.
    note : str
        A doubt that the reader must know.
    rivals : list of Entry
        The same event as other rows have it.
    """

    row: pd.Series
    says: str
    topic: str
    date: str
    start: pd.Timestamp
    end: pd.Timestamp
    place: str = ""
    camp: str = ""
    part: str = ""
    note: str = ""
    rivals: list[Entry] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Name the anchor, without what all anchors begin with."""
        return self.row["row"] + self.part

    @property
    def order(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        """Say where it stands: at its first day, or at the last if it is told to be "by" a day."""
        return (self.end if self.date.startswith("by ") else self.start), self.end

    @property
    def rows(self) -> list[str]:
        """List the references of all its rows."""
        return [self.row["row"], *(rival.row["row"] for rival in self.rivals)]


def rows(table: str) -> Iterator[pd.Series]:
    """Go through the rows of a table."""
    return (row for _, row in data.load(table).iterrows())


def make(row: pd.Series, says: str, topic: str, **more: str) -> Entry:
    """Make an entry of a row in the normal form."""
    more.setdefault("place", row.get("place", "") or "")
    more.setdefault("camp", row.get("camp_id", "") or "")
    start, end = row["date_start"], row["date_end"]
    said = words.sentence(says)
    return Entry(row, said, topic, words.date_of(row), start, end, **more)
