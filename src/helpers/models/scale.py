"""
Test a claim by its scale: per day, per prisoner, beside a whole, and with other digits.

None of these says what was; they say what would have to be true if the claim were.
"""

from __future__ import annotations

import datetime

import pandas as pd

from helpers.models import stays


def days(start: datetime.date, end: datetime.date) -> int:
    """
    Count the days from one day to another, both included.

    Raises
    ------
    ValueError
        If the end lies before the start.

    Examples
    --------
    >>> days(datetime.date(1941, 6, 22), datetime.date(1945, 5, 9))
    1418
    """
    if end < start:
        raise ValueError(f"{end} lies before {start}; give the first day first")
    return (end - start).days + 1


def rate(amount: float, parts: float) -> float:
    """
    Divide an amount evenly over days, people or prisoner-years.

    ``rate = amount / parts``

    Parameters
    ----------
    amount : float
        What was claimed, in any unit.
    parts : float
        Over how many it is spread.

    Raises
    ------
    ValueError
        If there is nothing to spread it over, or the amount is negative.

    Examples
    --------
    >>> rate(141_800, 1418)
    100.0
    """
    if parts <= 0 or amount < 0:
        raise ValueError(f"cannot spread {amount} over {parts}; both must be above zero")
    return amount / parts


def readings(amount: float, most: int) -> list[float]:
    """
    Read a printed number with 0, 1, 2 ... of its last digits left out.

    Parameters
    ----------
    amount : float
        The number as printed.
    most : int
        How many digits may be left out at most.

    Returns
    -------
    list of float
        The number divided by 1, 10, 100 ... Only whole numbers: a number whose last digit is
        no zero would lose more than a zero, and is not read further.

    Raises
    ------
    ValueError
        If the number is not above zero, or ``most`` is negative.

    Examples
    --------
    >>> readings(95_520_000, 2)
    [95520000.0, 9552000.0, 955200.0]
    >>> readings(2_310, 3)
    [2310.0, 231.0]
    """
    if amount <= 0 or most < 0:
        raise ValueError(f"cannot leave {most} digits out of {amount}; look at the two numbers")
    read = [float(amount)]
    while len(read) <= most and read[-1] % 10 == 0:
        read.append(read[-1] / 10)
    return read


def prisoner_years(population: pd.DataFrame, camp: str, first: int, last: int) -> pd.DataFrame:
    """
    Say how many prisoner-years a camp can have seen from one year to another.

    Parameters
    ----------
    population : DataFrame
        ``camp_population``, as for ``stays.prisoner_years``.
    camp : str
        ``camp_id`` of the camp.
    first, last : int
        Calendar years, both included.

    Returns
    -------
    DataFrame
        As ``stays.prisoner_years``: an upper bound, since the greatest number of each year counts.

    Raises
    ------
    ValueError
        If one of the years has no number and none can be put in between two others.
    """
    years = stays.prisoner_years(population, camp)
    chosen = years[years["year"].between(first, last)]
    missing = sorted(set(range(first, last + 1)) - set(chosen["year"]))
    if missing or chosen.empty:
        absent = ", ".join(map(str, missing)) or "any year asked for"
        raise ValueError(f"no number of prisoners of '{camp}' for {absent}")
    return chosen.reset_index(drop=True)
