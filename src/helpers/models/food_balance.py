"""
Compute what a camp farm grew for each prisoner and day, beside what the ration promised.

grown (g per prisoner and day) = mass grown in the period (g) / (prisoners x days of the period)

It is a division, no account: how much of the harvest was seed, fodder, loss, pay of the staff,
delivery to army and towns, and how much came to the prisoners, no source says.
"""

from __future__ import annotations

import pandas as pd

from helpers import units

#: Unit of everything that is compared here: grams for one prisoner and one day.
PER_DAY = "g per day"


def person_days(prisoners: float, start: pd.Timestamp, end: pd.Timestamp) -> float:
    """
    Count the days that a number of people spent in a camp, if it was the same all the time.

    ``person-days = prisoners x (days from the first to the last, both counted)``

    Parameters
    ----------
    prisoners : float
        Head count.
    start, end : Timestamp
        First and last day.

    Returns
    -------
    float
        Person-days.

    Raises
    ------
    ValueError
        If there are no prisoners, or the period ends before it begins.

    Examples
    --------
    >>> person_days(50_000, pd.Timestamp("1941-01-01"), pd.Timestamp("1945-12-31"))
    91300000.0
    """
    if pd.isna(prisoners) or prisoners <= 0:
        raise ValueError(f"{prisoners} prisoners eat nothing; give a head count above zero")
    if pd.isna(start) or pd.isna(end) or end < start:
        raise ValueError(f"{start} to {end} is no period; look at the dates of the row")
    return float(prisoners) * ((end - start).days + 1)


def counted_days(years: pd.DataFrame, first: int, last: int) -> float:
    """
    Count person-days from the numbers of prisoners known year by year.

    ``person-days = sum over years of prisoners x days of the year``

    Parameters
    ----------
    years : DataFrame
        From `helpers.models.stays.prisoner_years`: ``year``, ``persons``.
    first, last : int
        First and last year.

    Returns
    -------
    float
        Person-days; an upper bound where the numbers are yearly maxima.

    Raises
    ------
    ValueError
        If a year of the period has no number.
    """
    known = years.set_index("year")["persons"]
    missing = [str(year) for year in range(first, last + 1) if year not in known.index]
    if missing:
        raise ValueError(f"no number of prisoners for {', '.join(missing)}; shorten the period")
    return sum(
        person_days(known[year], pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31))
        for year in range(first, last + 1)
    )


def grown(harvests: pd.DataFrame, days: float, factors: pd.DataFrame) -> pd.DataFrame:
    """
    Divide harvests by person-days.

    Parameters
    ----------
    harvests : DataFrame
        Rows of one period, in any unit of mass, as `helpers.units.in_unit` takes them; of milk
        give kilograms.
    days : float
        Person-days of the same period.
    factors : DataFrame
        ``unit_conversions``.

    Returns
    -------
    DataFrame
        The rows with values in g per prisoner and day (``unit``), not rounded; ``row`` and
        ``source_keys`` also name the factors.

    Raises
    ------
    ValueError
        If there are no days, or a row has no unit or no mass.
    """
    if days <= 0:
        raise ValueError(f"{days} person-days cannot divide a harvest")
    grams = units.in_unit(harvests, "g", factors)
    return grams.assign(
        value_min=grams["value_min"] / days, value_max=grams["value_max"] / days, unit=PER_DAY
    )


def grain_of(bread: float, factors: pd.DataFrame, flour: str = "rye") -> float:
    """
    Reckon the grain in a ration of bread.

    ``grain = bread / (kg of bread from a kg of grain)``; the factor is approximate.

    Parameters
    ----------
    bread : float
        Bread in g.
    factors : DataFrame
        ``unit_conversions``.
    flour : str, optional
        The grain for which the factor holds.

    Returns
    -------
    float
        Grain in g.

    Raises
    ------
    ValueError
        If the amount is negative, or no factor is known for this grain.
    """
    if bread < 0:
        raise ValueError(f"{bread} g of bread: an amount cannot be negative")
    return units.convert(bread, "kg bread", "kg grain", factors, flour)


def times(made: float, given: float) -> float:
    """
    Say how many times the ration the harvest would have covered.

    ``times = made / given``

    Parameters
    ----------
    made, given : float
        In the same unit, for the same people.

    Returns
    -------
    float
        Not rounded.

    Raises
    ------
    ValueError
        If nothing was given: then there is nothing to compare with.

    Examples
    --------
    >>> round(times(2440, 600), 1)
    4.1
    """
    if given <= 0:
        raise ValueError("the ration gives none of it, so there is no ratio; say so in words")
    return made / given
