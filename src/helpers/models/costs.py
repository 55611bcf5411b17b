"""
Reckon with the accounts of a camp; draw and load nothing.

The numbers are those of the accounts: upkeep of prisoners (food, clothing, heating, medical care),
without staff, guards, investment and whatever a prisoner would have made in freedom.
"""

from __future__ import annotations


def prisoner_days(upkeep: float, per_day: float) -> float:
    """
    Find how many prisoner-days an account paid for.

    ``prisoner-days = upkeep / upkeep per prisoner-day``

    Parameters
    ----------
    upkeep : float
        Upkeep of all prisoners in a time, in roubles.
    per_day : float
        Upkeep of one prisoner for one day, in roubles.

    Returns
    -------
    float
        Prisoner-days, not rounded.

    Raises
    ------
    ValueError
        If the upkeep is negative, or a day costs nothing.

    Examples
    --------
    Vyatlag in 1943, as paid (Berdinskikh 2001):

    >>> round(prisoner_days(24_032_400, 4.92))
    4884634
    """
    if upkeep < 0 or per_day <= 0:
        raise ValueError(
            f"{upkeep} roubles at {per_day} a day give no prisoner-days; look at the two numbers"
        )
    return upkeep / per_day


def average_prisoners(days: float, length: int = 365) -> float:
    """
    Turn prisoner-days into the average number of prisoners.

    ``average = prisoner-days / days of the time``

    Parameters
    ----------
    days : float
        Prisoner-days.
    length : int, optional
        Length of the time in days; a year if not given.

    Raises
    ------
    ValueError
        If the days are negative, or the time has no day.

    Examples
    --------
    >>> round(average_prisoners(4_884_634))
    13383
    """
    if days < 0 or length <= 0:
        raise ValueError(f"{days} prisoner-days in {length} days are no number of prisoners")
    return days / length


def break_even(per_day: float, working: float) -> float:
    """
    Find what a day's work has to bring in so that all prisoners are kept.

    ``roubles per day worked = upkeep per prisoner-day x 100 / per cent of prisoners at work``

    Only prisoners in production (group A) bring in money; the others eat as well. It is a least
    sum: staff, guards and materials are not in it.

    Parameters
    ----------
    per_day : float
        Upkeep of one prisoner for one day, in roubles.
    working : float
        Prisoners at work in production, in per cent of all.

    Returns
    -------
    float
        Roubles for each prisoner-day worked, not rounded.

    Raises
    ------
    ValueError
        If a day costs less than nothing, or the share is no per cent above nought.

    Examples
    --------
    >>> round(break_even(4.92, 70), 2), break_even(4.92, 100)
    (7.03, 4.92)
    """
    if per_day < 0 or not 0 < working <= 100:
        raise ValueError(
            f"{per_day} roubles a day and {working} per cent at work: a cost below nothing, or no "
            "share of the prisoners"
        )
    return per_day * 100 / working


def whole(part: float, percent: float) -> float:
    """
    Find the whole that a source must have had in mind when it stated a share.

    ``whole = 100 x part / per cent``

    Parameters
    ----------
    part : float
        The part, in any unit.
    percent : float
        Its share as stated.

    Returns
    -------
    float
        The whole in the unit of the part, not rounded; no better than the share is rounded.

    Raises
    ------
    ValueError
        If the share is not above nought and at most 100.

    Examples
    --------
    >>> round(whole(17.18, 2.3))
    747
    """
    if not 0 < percent <= 100:
        raise ValueError(f"{percent} is no share of a whole, in per cent")
    return 100 * part / percent
