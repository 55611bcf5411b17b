"""Compute what part of a whole something is; draw and load nothing."""

from __future__ import annotations


def share(part: float, whole: float) -> float:
    """
    Compute how much of a whole a part is.

    ``per cent = 100 x part / whole``

    Parameters
    ----------
    part, whole : float
        Counts of the same people, at the same time and place.

    Returns
    -------
    float
        Per cent, not rounded.

    Raises
    ------
    ValueError
        If the whole is nothing, or less than its part.

    Examples
    --------
    >>> round(share(2407, 5597), 1)
    43.0
    """
    if whole <= 0 or part > whole:
        raise ValueError(f"{part} of {whole} is no part of a whole; look at the two numbers")
    return 100 * part / whole
