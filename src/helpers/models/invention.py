"""Test figures on inventions: savings per proposal, lost decimal points, lengths of journeys."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

#: Mean radius of the Earth in kilometres, for distances on a sphere.
EARTH_KM = 6371.0


def saving_per_proposal(savings: float, proposals: float) -> float:
    """
    Compute what one proposal saved on average.

    ``saving per proposal = savings / proposals``

    Parameters
    ----------
    savings : float
        Roubles saved by all proposals of a period.
    proposals : float
        Number of the same proposals.

    Returns
    -------
    float
        Roubles per proposal, not rounded.

    Raises
    ------
    ValueError
        If there is no proposal, or less than nothing was saved.

    Examples
    --------
    >>> round(saving_per_proposal(170186, 750))
    227
    """
    if proposals <= 0:
        raise ValueError(
            f"{proposals:g} proposals cannot have saved anything; write a number above 0"
        )
    if savings < 0:
        raise ValueError(f"savings of {savings:g} roubles are a loss; look at the row")
    return savings / proposals


def point_moved(value: float, places: int) -> float:
    """
    Read a number as if its decimal point had been lost some places before its end.

    ``value / 10 ** places``

    Parameters
    ----------
    value : float
        The number as printed.
    places : int
        How many of its last digits are taken to be decimals.

    Returns
    -------
    float
        The number with the point put back.

    Raises
    ------
    ValueError
        If the number of places is negative, or the number has not so many digits.

    Examples
    --------
    >>> point_moved(2739779, 2)
    27397.79
    """
    if not 0 <= places < len(f"{abs(value):.0f}"):
        raise ValueError(f"{value:g} has no {places} digits that could be decimals")
    return value / 10**places


def straight_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """
    Compute the shortest distance of two places over the globe.

    The haversine formula on a sphere with a radius of 6,371 km; against the true shape of the
    Earth it is wrong by less than 0.6 per cent.

    Parameters
    ----------
    one, other : tuple of float
        Latitude and longitude in degrees.

    Returns
    -------
    float
        Kilometres; no road is shorter.

    Raises
    ------
    ValueError
        If a latitude is beyond a pole or a longitude beyond 180 degrees.

    Examples
    --------
    >>> round(straight_km((49.80187, 73.10211), (43.25249, 76.9115)))
    784
    """
    for lat, lon in (one, other):
        if abs(lat) > 90 or abs(lon) > 180:
            raise ValueError(f"no place has latitude {lat:g} and longitude {lon:g}")
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, place)) for place in (one, other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def journey_km(stops: Sequence[tuple[float, float]]) -> float:
    """
    Add up the straight distances of a journey.

    Parameters
    ----------
    stops : sequence of tuple of float
        Latitude and longitude of each stop, in order; a return is a stop of its own.

    Returns
    -------
    float
        Kilometres as the crow flies; the journey on the ground was longer.

    Raises
    ------
    ValueError
        If there are fewer than two stops.

    Examples
    --------
    >>> there = [(49.80187, 73.10211), (43.25249, 76.9115)]
    >>> round(journey_km([*there, there[0]]))
    1568
    """
    if len(stops) < 2:
        raise ValueError("a journey needs two stops or more")
    return sum(straight_km(one, other) for one, other in pairwise(stops))
