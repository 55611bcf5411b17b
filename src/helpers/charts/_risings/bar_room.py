"""Say how much room the words after bars need on a telephone; draw nothing."""

from __future__ import annotations

from collections.abc import Iterable

#: Pixels of the plot of a telephone, of a letter at the end of a bar, and between bar and words.
PLOT, LETTER, GAP = 290, 6.6, 8


def room(ends: Iterable[tuple[float, str]], most: float) -> float:
    """
    Say how long an axis must be for the words after its bars to fit on a telephone.

    Parameters
    ----------
    ends : iterable of (float, str)
        Length of each bar and the words at its end.
    most : float
        The greatest length.

    Returns
    -------
    float
        In greatest lengths, at least 1.25.

    Examples
    --------
    >>> [round(room([(100, words)], 100), 2) for words in ("100", "at least 17,000")]
    [1.25, 1.58]
    """
    free = ((size, 1 - (len(words) * LETTER + GAP) / PLOT) for size, words in ends)
    return max([1.25, *(size / share / most for size, share in free)])
