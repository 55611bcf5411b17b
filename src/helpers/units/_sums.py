"""Add up values of one unit; refuse what has no common sum."""

from __future__ import annotations

import pandas as pd

from helpers.units._tables import joined
from helpers.units._ways import NOT_STATED, UnitError


def one_unit(table: pd.DataFrame) -> str:
    """
    Make sure that rows may be added or drawn on one axis.

    Parameters
    ----------
    table : DataFrame
        Rows with ``row`` and ``unit``.

    Returns
    -------
    str
        The one unit of all rows.

    Raises
    ------
    UnitError
        If there is no row, a unit is not stated, or units are mixed.
    """
    if table.empty:
        raise UnitError("there is no row, so no unit; look at how the rows were chosen")
    silent = table.loc[table["unit"] == NOT_STATED, "row"]
    if len(silent):
        raise UnitError(
            f"{', '.join(silent)}: {NOT_STATED}; leave the row out or test one with units.suppose"
        )
    units = table["unit"].unique()
    if len(units) > 1:
        named = "; ".join(
            f"{unit}: {', '.join(table.loc[table['unit'] == unit, 'row'])}" for unit in units
        )
        raise UnitError(f"units are mixed ({named}); bring them into one with units.in_unit")
    return str(units[0])


def total(table: pd.DataFrame) -> pd.Series:
    """
    Add up the values of some rows.

    Parameters
    ----------
    table : DataFrame
        As for `in_unit`, and ``basis``.

    Returns
    -------
    Series
        ``value_min`` and ``value_max`` (missing where one of the rows has no such end),
        ``qualifier``, ``unit``, ``row`` and ``source_keys`` of all rows.

    Raises
    ------
    UnitError
        As for `one_unit`; also if a row has no number, or plans meet actual numbers.
    """
    unit = one_unit(table)
    empty = table.loc[table["value_min"].isna() & table["value_max"].isna(), "row"]
    if len(empty):
        raise UnitError(f"{', '.join(empty)}: no number; unknown is not zero, leave the row out")
    if table["basis"].nunique() > 1:
        kinds = " and ".join(sorted(table["basis"].unique()))
        raise UnitError(f"{kinds} numbers have no common sum; choose one basis")
    low, high = table["value_min"].sum(skipna=False), table["value_max"].sum(skipna=False)
    return pd.Series(
        {
            "value_min": low,
            "value_max": high,
            "qualifier": _qualifier(table["qualifier"], low, high),
            "unit": unit,
            "row": joined(table["row"], " "),
            "source_keys": joined(table["source_keys"], ";"),
        }
    )


def _qualifier(qualifiers: pd.Series, low: object, high: object) -> str:
    if pd.isna(low) or pd.isna(high):
        return "at_least" if pd.isna(high) else "at_most"
    if low != high:
        return "range"
    return "about" if (qualifiers == "about").any() else "exact"
