"""Add up the parts that a source gives beside a whole, and say what they leave; draw nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from helpers.theme import number

#: What `add_up` carries from the rows of data; the most parts that are written out one by one.
CARRIED = ["camp_id", "date_text", "row", "source_keys", "status", "checked", "note"]
WRITTEN_OUT = 10


@dataclass(frozen=True)
class Remainder:
    """
    What the parts of a whole add up to, in the unit of the rows.

    Parameters
    ----------
    numbers : tuple of float
        The parts, as far as each is one number.
    parts_min, parts_max : float
        Their sum.
    whole_min, whole_max : float
        The whole as it is stated; two numbers where the source gives a range.
    row : str
        References of the rows used: the whole, then the parts.
    """

    numbers: tuple[float, ...]
    parts_min: float
    parts_max: float
    whole_min: float
    whole_max: float
    row: str

    @property
    def left_min(self) -> float:
        """The least that is left; negative where the parts are too many."""
        return self.whole_min - self.parts_max

    @property
    def left_max(self) -> float:
        """The most that is left; negative where the parts are too many."""
        return self.whole_max - self.parts_min

    @property
    def verdict(self) -> str:
        """What the sum shows: ``closes``, ``missing``, ``excess``, or ``open`` where a range."""
        if self.left_min == self.left_max == 0:
            return "closes"
        if self.left_min >= 0:
            return "missing"
        return "excess" if self.left_max <= 0 else "open"

    @property
    def difference(self) -> tuple[float, float]:
        """The size of the difference, from least to most, without a sign."""
        return tuple(sorted((abs(self.left_min), abs(self.left_max))))

    @property
    def words(self) -> str:
        """The difference in words."""
        amount = span(*self.difference)
        return {
            "closes": "nothing left over",
            "missing": f"{amount} not in the table",
            "excess": f"{amount} more than stated",
            "open": f"between {number(-self.left_min)} more and {number(self.left_max)} fewer",
        }[self.verdict]

    def __str__(self) -> str:
        """Write the sum as one would on paper."""
        added = span(self.parts_min, self.parts_max)
        written = " + ".join(number(value) for value in self.numbers)
        if len(self.numbers) > WRITTEN_OUT:
            written = f"{len(self.numbers)} numbers"
        sum_up = f"{written} = {added}" if len(self.numbers) > 1 else added
        return f"{sum_up}; stated {span(self.whole_min, self.whole_max)}: {self.words}"


def remainder(whole: pd.DataFrame, parts: pd.DataFrame) -> Remainder:
    """
    Set the sum of some parts against the whole that is stated.

    ``left = whole - sum of parts``; of a range both ends are carried through.

    Parameters
    ----------
    whole : DataFrame
        One row of a table of numbers: ``row``, ``measure``, ``unit``, ``value_min``,
        ``value_max``.
    parts : DataFrame
        Rows of its parts, in the same unit and measure.

    Returns
    -------
    Remainder
        Printed, it is the sum as one would write it.

    Raises
    ------
    ValueError
        If the whole is not one row, a part is missing or open ("at least"), or units differ.
    """
    _check(whole, parts)
    low, high = parts["value_min"].astype(float), parts["value_max"].astype(float)
    return Remainder(
        numbers=tuple(low) if low.equals(high) else (),
        parts_min=float(low.sum()),
        parts_max=float(high.sum()),
        whole_min=float(whole["value_min"].iloc[0]),
        whole_max=float(whole["value_max"].iloc[0]),
        row=" ".join([*whole["row"], *parts["row"]]),
    )


def add_up(sums: Mapping[str, tuple[pd.DataFrame, pd.DataFrame]]) -> pd.DataFrame:
    """
    List wholes, parts and what is left, for a chart.

    Parameters
    ----------
    sums : mapping of str to tuple
        Name of each sum -> the row of its whole, the rows of its parts.

    Returns
    -------
    DataFrame
        ``sum`` (its name), ``role`` (``whole``, ``part``, ``missing``, ``excess``, ``open``),
        ``group`` (the category), ``low`` and ``high`` (in the unit of the rows), ``unit``, and
        the columns of the rows. The line of the difference is computed: its ``row`` names every
        row used. A sum that closes has none.

    Raises
    ------
    ValueError
        As in `remainder`, with the name of the sum.
    """
    return pd.concat([_lines(name, *rows) for name, rows in sums.items()], ignore_index=True)


def _lines(name: str, whole: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    try:
        left = remainder(whole, parts)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
    rows = pd.concat([whole, parts])
    lines = rows[CARRIED].assign(
        sum=name,
        role=["whole"] + ["part"] * len(parts),
        group=rows["category"],
        low=rows["value_min"].astype(float),
        high=rows["value_max"].astype(float),
        unit=rows["unit"],
    )
    if left.verdict == "closes":
        return lines
    low, high = left.difference
    computed = lines.iloc[[0]].assign(
        role=left.verdict,
        group=left.words.split(" ", 1)[1],
        low=low,
        high=high,
        row=left.row,
        source_keys=";".join(dict.fromkeys(";".join(rows["source_keys"]).split(";"))),
        status="computed",
        checked="",
        note="",
    )
    return pd.concat([lines, computed])


def _check(whole: pd.DataFrame, parts: pd.DataFrame) -> None:
    if len(whole) != 1:
        found = ", ".join(whole["row"]) or "none"
        raise ValueError(f"the whole must be one row; here are {len(whole)}: {found}")
    if parts.empty:
        raise ValueError("there is no row of a part; look at how they were chosen")
    rows = pd.concat([whole, parts])
    for column in ("unit", "measure"):
        if rows[column].nunique() > 1:
            raise ValueError(f"{column} differs: {', '.join(sorted(set(rows[column])))}")
    unbounded = rows[rows["value_min"].isna() | rows["value_max"].isna()]
    if len(unbounded):
        raise ValueError(f"{', '.join(unbounded['row'])}: a number without an end has no sum")


def span(low: float, high: float) -> str:
    """
    Write a number or a range.

    >>> span(429, 429), span(11396, 11416)
    ('429', '11,396–11,416')
    """
    return number(low) if low == high else f"{number(low)}–{number(high)}"
