"""
Test an amount of meat by the herd from which it should come; draw nothing.

meat of a herd (t a year) = head x (carcass weight of the country's meat of that kind in a year
/ head of that kind in the country), added over the kinds of animal.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def meat_per_head(meat: float, head: float) -> float:
    """
    Divide the meat of a country's year by its whole herd.

    Parameters
    ----------
    meat : float
        Carcass weight in t a year.
    head : float
        Animals at one date, old and young.

    Returns
    -------
    float
        t per head of the herd and year: not the weight of an animal, for most were not killed.

    Raises
    ------
    ValueError
        If there are no animals or the meat is negative.

    Examples
    --------
    >>> round(meat_per_head(1_300_000, 47_600_000), 4)
    0.0273
    """
    if head <= 0 or meat < 0:
        raise ValueError(f"{meat} t of meat from {head} head is no herd; look at the two rows")
    return meat / head


def meat_of_herd(herd: Mapping[str, float], rates: Mapping[str, float]) -> float:
    """
    Reckon the meat that a herd would give in a year at the rates of a country.

    Parameters
    ----------
    herd : mapping of str to float
        Head by kind of animal.
    rates : mapping of str to float
        t per head and year by kind of animal, from `meat_per_head`.

    Returns
    -------
    float
        t a year.

    Raises
    ------
    ValueError
        If a kind of animal has no rate.

    Examples
    --------
    >>> meat_of_herd({"cattle": 1000, "sheep": 100}, {"cattle": 0.03, "sheep": 0.01})
    31.0
    """
    missing = sorted(set(herd) - set(rates))
    if missing:
        raise ValueError(f"no rate for {', '.join(missing)}; leave the kind out or give one")
    return sum(head * rates[kind] for kind, head in herd.items())


def mutton_at_most(meat: pd.Series, beef: pd.Series, pork: pd.Series) -> float:
    """
    Take from all meat the kinds that are known, and keep the rest as a bound for mutton.

    ``rest = all meat - beef - pork``: mutton, goat, horse and poultry together.

    Parameters
    ----------
    meat, beef, pork : Series
        Rows in one unit of mass.

    Returns
    -------
    float
        The rest, in the unit of the rows.

    Raises
    ------
    ValueError
        If the units differ or the parts are more than the whole.
    """
    if len({row["unit"] for row in (meat, beef, pork)}) > 1:
        raise ValueError("the three rows have more than one unit; convert them with units.in_unit")
    rest = float(meat["value_min"] - beef["value_min"] - pork["value_min"])
    if rest < 0:
        raise ValueError("beef and pork are more than all meat; look at the three rows")
    return round(rest, 10)
