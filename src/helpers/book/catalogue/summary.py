"""Sum up a table: rows, period, works, and how many rows are of which kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import pandas as pd

from helpers import data, sources, theme
from helpers.book.catalogue.left_out import left_out

#: Columns whose cells are keys of the bibliography.
WORKS = ("source_keys", "evidence_works")


@dataclass
class Summary:
    """
    What a reader wants to know of some rows before taking them.

    Parameters
    ----------
    rows : int
        Number of rows.
    years : tuple of int, optional
        First and last year of a date; None if no row has one.
    works : Counter
        Keys of the bibliography, and the rows that rest on each.
    statuses, checked : Counter
        Values of `status` and of `checked`, and their rows.
    out : int
        Rows that are left out with the unread ones.
    """

    rows: int = 0
    years: tuple[int, int] | None = None
    works: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    checked: Counter[str] = field(default_factory=Counter)
    out: int = 0

    def __add__(self, other: Summary) -> Summary:
        both = [*(self.years or ()), *(other.years or ())]
        return Summary(
            self.rows + other.rows,
            (min(both), max(both)) if both else None,
            self.works + other.works,
            self.statuses + other.statuses,
            self.checked + other.checked,
            self.out + other.out,
        )

    @property
    def period(self) -> str:
        """First and last year in words."""
        if not self.years:
            return "no dates"
        first, last = self.years
        return str(first) if first == last else f"{first}–{last}"


def summary(name: str) -> Summary:
    """Sum up a table of the book."""
    frame = data.load(name)
    return Summary(
        rows=len(frame),
        years=years(frame),
        works=works(frame),
        statuses=_counted(frame, "status", theme.STATUSES),
        checked=_counted(frame, "checked", theme.CHECKED),
        out=len(left_out(name)),
    )


def years(frame: pd.DataFrame) -> tuple[int, int] | None:
    """Find the first and the last year of all dates in a table."""
    dated = frame.select_dtypes("datetime").stack().dropna()
    return (dated.min().year, dated.max().year) if len(dated) else None


def works(frame: pd.DataFrame) -> Counter[str]:
    """Count the rows that rest on each work."""
    cells = (cell for column in WORKS for cell in frame.get(column, []))
    return Counter(key for cell in cells for key in dict.fromkeys(sources.split(cell)))


def _counted(frame: pd.DataFrame, column: str, words: dict[str, str]) -> Counter[str]:
    """Count the values of a column, in the order of the words that explain them."""
    found = Counter(value for value in frame.get(column, []) if value)
    return Counter({value: found[value] for value in [*words, *found] if found[value]})
