"""What maps of several panels share: marks that stand apart, and short names of places."""

from __future__ import annotations

import pandas as pd

from helpers.charts._maps import ground, labels

#: Two marks stand at least this many pixels apart.
APART = 13


def apart(places: pd.DataFrame, window: ground.Window) -> pd.DataFrame:
    """
    Find where each place of a panel is drawn, so that no mark hides another.

    Parameters
    ----------
    places : DataFrame
        With ``lon`` and ``lat`` (degrees).
    window : Window
        What the panel shows, on the narrowest chart for which labels are placed.

    Returns
    -------
    DataFrame
        The places with ``x`` and ``y`` (degrees) and ``moved`` (drawn beside its place).
    """
    least = APART * (window.east - window.west) / labels.WIDTHS[0]
    spots: list[tuple[float, float]] = []
    moved = []
    for lon, lat in places[["lon", "lat"]].to_numpy().tolist():
        x, y, aside = ground.beside(lon, lat, spots, least)
        spots.append((x, y))
        moved.append(aside)
    return places.assign(x=[x for x, _ in spots], y=[y for _, y in spots], moved=moved)


def short(name: str) -> str:
    """
    Shorten the name of a place for a label.

    >>> short("Karaganda ITL (Karlag)"), short("Akmol (Malinovka), site of ALZHIR")
    ('Karaganda ITL', 'Akmol')
    """
    return name.split(" (")[0].split(",")[0]
