"""Order circumstances from the oldest to the rising and find the chains of links; draw nothing."""

from __future__ import annotations

import pandas as pd

#: Levels from the top down, with the words of their headings.
LEVELS = {
    "long_term": "Long before",
    "middle": "1952 and 1953",
    "short_term": "Up to April 1954",
    "blamed": "Put down to people",
    "trigger": "16 to 23 May 1954",
    "rising": "The outcome",
}


def ordered(causes: pd.DataFrame) -> dict[str, str]:
    """
    Put the circumstances in an order in which every link runs downwards.

    Parameters
    ----------
    causes : DataFrame
        ``kengir_causes``: columns ``row``, ``cause``, ``cause_level``, ``effect``,
        ``effect_level``.

    Returns
    -------
    dict of str to str
        Circumstance -> level, from the first to the last; within a level in the order of the
        rows, but an effect below its causes.

    Raises
    ------
    ValueError
        If a circumstance stands on two levels, or a link runs backwards or in a circle.
    """
    level: dict[str, str] = {}
    for _, row in causes.iterrows():
        for end in ("cause", "effect"):
            name, here = row[end], row[f"{end}_level"]
            if level.setdefault(name, here) != here:
                raise ValueError(f"{row['row']}: '{name}' stands on {level[name]} and on {here}")
    ranks = {name: place for place, name in enumerate(LEVELS)}
    pairs = list(dict.fromkeys(zip(causes["cause"], causes["effect"], strict=True)))
    backwards = [f"{a} -> {b}" for a, b in pairs if ranks[level[a]] > ranks[level[b]]]
    if backwards:
        raise ValueError(f"links run backwards in time: {'; '.join(backwards)}")
    first = _first_rows(causes)
    order: dict[str, str] = {}
    for here in LEVELS:
        left = sorted((name for name in level if level[name] == here), key=first.__getitem__)
        while left:
            after = {b for a, b in pairs if a in left}
            ready = next((name for name in left if name not in after), None)
            if ready is None:
                raise ValueError(f"links run in a circle: {', '.join(left)}")
            order[ready] = here
            left.remove(ready)
    return order


def _first_rows(causes: pd.DataFrame) -> dict[str, int]:
    """Find the row in which each circumstance is a cause first, or an effect if never a cause."""
    first: dict[str, int] = {}
    for names in (causes["cause"], causes["effect"]):
        for place, name in enumerate(names):
            first.setdefault(name, place)
    return first


def main_chain(causes: pd.DataFrame, order: dict[str, str]) -> list[str]:
    """
    Find the longest chain of links.

    Parameters
    ----------
    causes : DataFrame
        Rows of one voice; links that hold back or are denied are no part of a chain. Where a
        voice has several speakers, their links may follow one another in a chain.
    order : dict
        From `ordered`.

    Returns
    -------
    list of str
        Circumstances from the first to the last; empty without links. Of chains of one length
        the one that ends further down, and of these the one that begins higher up.
    """
    places = {name: place for place, name in enumerate(order)}
    best = {name: [name] for name in order}
    links = causes[causes["link"] == "led_to"]
    pairs = set(zip(links["cause"], links["effect"], strict=True))
    for cause, effect in sorted(pairs, key=lambda pair: (places[pair[0]], places[pair[1]])):
        longer = [*best[cause], effect]
        old = best[effect]
        if (len(longer), -places[longer[0]]) > (len(old), -places[old[0]]):
            best[effect] = longer
    chain = max(best.values(), key=lambda way: (len(way), places[way[-1]], -places[way[0]]))
    return chain if len(chain) > 1 else []
