"""Put marks that would cover one another below each other; know nothing of what they are."""

from __future__ import annotations

from collections.abc import Sequence

#: Part of the axis that a mark covers where the plot is narrow (a phone).
MARK = 0.042


def stacked(places: Sequence[float]) -> list[int]:
    """
    Put marks that would cover one another on tracks below each other.

    Parameters
    ----------
    places : sequence of float
        Place of each mark on the axis, as a part of its length.

    Returns
    -------
    list of int
        Track of each mark, from 0.

    Examples
    --------
    >>> stacked([0.10, 0.11, 0.50, 0.12])
    [0, 1, 0, 2]
    """
    last: list[float] = []
    found = [0] * len(places)
    for number in sorted(range(len(places)), key=lambda number: (places[number], number)):
        place = places[number]
        free = (track for track, end in enumerate(last) if place - end >= MARK)
        track = next(free, len(last))
        if track == len(last):
            last.append(place)
        last[track] = place
        found[number] = track
    return found
