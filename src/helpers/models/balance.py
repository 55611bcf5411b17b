"""Check whether counts of prisoners follow from each other; draw nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from helpers.theme import number

#: Parts of a balance: name -> measure and category of the table of amnesties.
PARTS = {
    "start": ("prisoners", "total"),
    "arrivals": ("arrivals", "newly_convicted"),
    "departures": ("departures", "total"),
    "end_of_term": ("departures", "end_of_term"),
    "by_decrees": ("departures", "by_decrees"),
}


@dataclass(frozen=True)
class Year:
    """
    A year of a balance, in persons.

    Parameters
    ----------
    year : int
        The year.
    start, arrivals, departures, end_of_term, by_decrees : float
        Prisoners on 1 January, who came, who left, and why, as printed.
    next_start : float or None
        Prisoners on the next 1 January; None where the balance ends.
    row : str
        References of the rows used, joined by blanks.
    """

    year: int
    start: float
    arrivals: float
    departures: float
    end_of_term: float
    by_decrees: float
    next_start: float | None
    row: str

    @property
    def expected(self) -> float:
        """Prisoners at the end: ``start + arrivals - departures``."""
        return self.start + self.arrivals - self.departures

    @property
    def slip(self) -> float | None:
        """The next count less the expected one; None where there is no next count."""
        return None if self.next_start is None else self.next_start - self.expected

    @property
    def reasons_slip(self) -> float:
        """Departures as printed less the sum of their two reasons."""
        return self.departures - self.end_of_term - self.by_decrees

    def __str__(self) -> str:
        """Write the year as one would on paper."""
        line = (
            f"{self.year}: {number(self.start)} + {number(self.arrivals)} "
            f"- {number(self.departures)} = {number(self.expected)}"
        )
        if self.next_start is not None:
            line += f"; printed {number(self.next_start)}: {_signed(self.slip)}"
        reasons = (
            f"{number(self.end_of_term)} + {number(self.by_decrees)} "
            f"= {number(self.end_of_term + self.by_decrees)}"
        )
        printed = f"printed {number(self.departures)}: {_signed(self.reasons_slip)}"
        return f"{line}\n      left: {reasons}; {printed}"


def years(table: pd.DataFrame) -> list[Year]:
    """
    Take a balance of prisoners apart, year by year.

    ``expected = start + arrivals - departures`` (persons), after the printed table, which has no
    column for the dead and the escaped.

    Parameters
    ----------
    table : DataFrame
        ``amnesties``; the rows of the act ``balance_camps_colonies`` are used: ``row``,
        ``measure``, ``category``, ``unit``, ``value_min``, ``value_max``, ``date_start``.

    Returns
    -------
    list of Year
        In order of time.

    Raises
    ------
    ValueError
        If a part of a year is missing or stands twice, a number is negative or is a range.
    """
    rows = table[table["act"] == "balance_camps_colonies"]
    if rows.empty:
        raise ValueError("the table has no balance: no row of the act balance_camps_colonies")
    if set(rows["unit"]) != {"persons"}:
        units = ", ".join(sorted(set(rows["unit"])))
        raise ValueError(f"a balance is in persons; here are {units}")
    by_year = {int(year): group for year, group in rows.groupby(rows["date_start"].dt.year)}
    return [_year(year, by_year) for year in sorted(by_year)]


def _year(year: int, by_year: dict[int, pd.DataFrame]) -> Year:
    found = {name: _part(by_year[year], year, name) for name in PARTS}
    values = {name: value for name, (value, _) in found.items()}
    after = _part(by_year[year + 1], year + 1, "start") if year + 1 in by_year else None
    used = [row for _, row in [*found.values(), *([after] if after else [])]]
    return Year(year=year, **values, next_start=after[0] if after else None, row=" ".join(used))


def _part(rows: pd.DataFrame, year: int, name: str) -> tuple[float, str]:
    measure, category = PARTS[name]
    found = rows[(rows["measure"] == measure) & (rows["category"] == category)]
    if len(found) != 1:
        raise ValueError(f"the balance of {year} has {len(found)} rows for '{name}'; it needs one")
    low, high = found["value_min"].iloc[0], found["value_max"].iloc[0]
    if pd.isna(low) or pd.isna(high) or low != high or low < 0:
        raise ValueError(f"{found['row'].iloc[0]}: a balance needs one number from zero up")
    return float(low), str(found["row"].iloc[0])


def _signed(value: float) -> str:
    return "closes" if value == 0 else f"{number(abs(value))} too {'many' if value > 0 else 'few'}"
