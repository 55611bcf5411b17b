"""Find from the rows behind a mark what its number is; look at no mark."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from helpers import data
from helpers.data._read import read

Row = dict[str, str]

#: Tables of factors: a number in another unit stays what it is.
FACTORS = "unit_conversions"

#: Numbers are drawn in units, thousands or millions.
SCALES = (1, 1e3, 1e6)


@dataclass(frozen=True)
class Kind:
    """
    What a number is.

    Parameters
    ----------
    status : str
        A key of ``theme.STATUSES``; empty for a row that is no number.
    unread : bool
        Whether the row, or one that a computed number is made from, was not re-read.
    """

    status: str
    unread: bool


@lru_cache(maxsize=1)
def rows() -> dict[str, Row]:
    """Every row of the book, as text: a fault in one table is its own test's news."""
    sheets = {name: read(table.path, table.file)[0] for name, table in data.resources().items()}
    return {
        f"{name}/{row['row_id']}": row
        for name, sheet in sheets.items()
        for row in sheet.rows.values()
        if "row_id" in row
    }


def of(names: Iterable[str]) -> list[Row]:
    """Take the rows that some names lead to, without factors of units."""
    return [rows()[name] for name in names if name in rows() and not name.startswith(FACTORS)]


def unread(row: Row) -> bool:
    """Whether a row is known from the literature only."""
    return row.get("checked") == "unread"


def kinds(names: tuple[str, ...], drawn: Iterable[float], *, as_computed: bool) -> set[Kind]:
    """
    Find what some rows and the numbers drawn from them are.

    Parameters
    ----------
    names : tuple of str
        Rows, as a mark names them.
    drawn : iterable of float
        Numbers of the mark on its axes.
    as_computed : bool
        Whether the mark says that it is computed.

    Returns
    -------
    set of Kind
        Those that fit, as several works may give one number; empty where no row is behind it.
    """
    behind, drawn = of(names), list(drawn)
    if not behind:
        return set()
    numbers = [row for row in behind if row.get("status")]
    if not numbers:
        return {Kind("", all(unread(row) for row in behind))}
    factors = [rows()[name] for name in names if name.startswith(FACTORS) and name in rows()]
    # a thousandth of a claim may be a reading of it, not the claim in thousands
    scales = SCALES[:1] if as_computed else SCALES
    given = [row for row in numbers if gives(row, drawn, factors, scales)]
    if given:
        read_one = [row for row in given if not unread(row)] or given
        return {Kind(row["status"], unread(row)) for row in read_one}
    # where two works give one number, it is enough that one was read
    known = {_ends(row) for row in numbers if not unread(row)}
    return {Kind("computed", any(_ends(row) not in known for row in numbers))}


def _ends(row: Row) -> tuple[str, str]:
    return row["value_min"], row["value_max"]


def gives(
    row: Row,
    drawn: Iterable[float],
    factors: Iterable[Row] = (),
    scales: tuple[float, ...] = SCALES,
) -> bool:
    """Whether a number is that of the row, in its unit or in another: an end, the middle."""
    ends = [float(end) for end in _ends(row) if end]
    if len(set(ends)) == 2:
        ends += [sum(ends) / 2, ends[1] - ends[0]]
    steps = [(1.0, float(one["value_min"]), 1 / float(one["value_min"])) for one in factors]
    values = [end * math.prod(ways) for end, ways in product(ends, product(*steps))]
    return any(
        math.isclose(value, one * scale, rel_tol=2e-3)
        or math.isclose(value * scale, one, rel_tol=2e-3)
        for value, one, scale in product(values, drawn, scales)
        if one or not value
    )
