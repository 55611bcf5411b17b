"""Lay things that last side by side so that none covers another; know nothing of what they are."""

from __future__ import annotations

from collections.abc import Sequence


def tracks(spans: Sequence[tuple[int, int]]) -> list[int]:
    """
    Give each span a track of its own for as long as it lasts.

    Parameters
    ----------
    spans : sequence of (int, int)
        First and last day of each.

    Returns
    -------
    list of int
        Track of each span, from 0. Short spans are placed first, so that what is known to the
        day stands in front and what is not stands behind it.

    Examples
    --------
    >>> tracks([(1, 30), (3, 3), (3, 3), (4, 4)])
    [2, 0, 1, 0]
    """
    taken: list[list[tuple[int, int]]] = []
    found = [0] * len(spans)
    for place in sorted(range(len(spans)), key=lambda place: _rank(spans[place])):
        start, end = spans[place]
        free = (
            number
            for number, others in enumerate(taken)
            if all(end < begin or start > last for begin, last in others)
        )
        number = next(free, len(taken))
        if number == len(taken):
            taken.append([])
        taken[number].append((start, end))
        found[place] = number
    return found


def _rank(span: tuple[int, int]) -> tuple[int, int]:
    return span[1] - span[0], span[0]
