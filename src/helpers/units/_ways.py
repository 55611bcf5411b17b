"""Find the factors that lead from one unit to another, and convert a quantity by them."""

from __future__ import annotations

from collections import deque

import pandas as pd

#: The word of the tables for a number whose unit the source does not give.
NOT_STATED = "unit not stated"


class UnitError(ValueError):
    """Units do not fit; the message names rows, units and what to do."""


def path(
    from_unit: str, to_unit: str, factors: pd.DataFrame, applies_to: str | None = None
) -> pd.DataFrame:
    """
    Find the factors that lead from one unit to another, by the shortest way.

    Parameters
    ----------
    from_unit, to_unit : str
        As in the table of units.
    factors : DataFrame
        ``unit_conversions``: columns ``row``, ``from_unit``, ``to_unit``, ``applies_to``,
        ``value_min`` (a quantity in ``from_unit`` times it is the quantity in ``to_unit``),
        ``qualifier``, ``source_keys``.
    applies_to : str, optional
        What is measured (``milk``, ``cattle``, ``cash``). A factor that holds for one thing
        only is used for that thing only; the others hold for everything.

    Returns
    -------
    DataFrame
        The rows of the factors in the order of use, with a column ``times``: the factor, or its
        inverse where it is used backwards. No row if the units are the same.

    Raises
    ------
    UnitError
        If a unit is not stated, or no factor leads there.
    """
    for unit in (from_unit, to_unit):
        if unit == NOT_STATED:
            raise UnitError(f"'{NOT_STATED}' cannot be converted; test a unit with units.suppose")
    steps = _steps(factors[factors["applies_to"].isin(["", applies_to or ""])])
    came_by: dict[str, tuple[str, int, float]] = {from_unit: ("", -1, 1.0)}
    waiting = deque([from_unit])
    while waiting and to_unit not in came_by:
        here = waiting.popleft()
        for there, number, times in steps.get(here, []):
            if there not in came_by:
                came_by[there] = (here, number, times)
                waiting.append(there)
    if to_unit not in came_by:
        raise UnitError(_no_way(from_unit, to_unit, factors, applies_to))
    way: list[tuple[int, float]] = []
    here = to_unit
    while here != from_unit:
        before, number, times = came_by[here]
        way.insert(0, (number, times))
        here = before
    return factors.loc[[number for number, _ in way]].assign(times=[times for _, times in way])


def convert(
    value: float,
    from_unit: str,
    to_unit: str,
    factors: pd.DataFrame,
    applies_to: str | None = None,
) -> float:
    """
    Convert one quantity.

    ``result = value x factor x ...``, by the factors of `path`; not rounded.

    Parameters
    ----------
    value : float
        The quantity in ``from_unit``.
    from_unit, to_unit, factors, applies_to
        As for `path`.

    Returns
    -------
    float
        The quantity in ``to_unit``. Whether a factor was approximate is said by `path`.

    Raises
    ------
    UnitError
        As for `path`; also if there is no number.
    """
    if pd.isna(value):
        raise UnitError(f"no number in {from_unit} to convert; unknown is not zero")
    for times in path(from_unit, to_unit, factors, applies_to)["times"]:
        value *= times
    return float(value)


def _steps(factors: pd.DataFrame) -> dict[str, list[tuple[str, int, float]]]:
    steps: dict[str, list[tuple[str, int, float]]] = {}
    ends = zip(
        factors.index, factors["from_unit"], factors["to_unit"], factors["value_min"], strict=True
    )
    for number, start, end, factor in ends:
        steps.setdefault(start, []).append((end, number, float(factor)))
        steps.setdefault(end, []).append((start, number, 1 / float(factor)))
    return steps


def _no_way(from_unit: str, to_unit: str, factors: pd.DataFrame, applies_to: str | None) -> str:
    things = sorted(set(factors["applies_to"]) - {"", applies_to})
    for thing in things:
        try:
            path(from_unit, to_unit, factors[factors["applies_to"].isin(["", thing])], thing)
        except UnitError:
            continue
        return f"{from_unit} becomes {to_unit} only for {thing}; say applies_to='{thing}' if so"
    return (
        f"no factor leads from {from_unit} to {to_unit}; look at both in data/units.csv and "
        "data/unit_conversions.csv: perhaps they measure different things"
    )
