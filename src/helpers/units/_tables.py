"""Convert the values of tables, or suppose a unit where the source gives none."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.units._ways import NOT_STATED, UnitError, path


def in_unit(
    table: pd.DataFrame, unit: str, factors: pd.DataFrame, applies_to: str | None = None
) -> pd.DataFrame:
    """
    Convert the values of a table.

    Parameters
    ----------
    table : DataFrame
        Rows of numbers: ``row``, ``unit``, ``value_min``, ``value_max``, ``qualifier``,
        ``source_keys``.
    unit : str
        Unit of the result.
    factors : DataFrame
        As for `path`.
    applies_to : str, optional
        What all the rows measure, as for `path`.

    Returns
    -------
    DataFrame
        A new table in the same order. Values in ``unit``, not rounded; a missing value stays
        missing. ``row`` and ``source_keys`` also name the factors used; ``qualifier`` becomes
        ``about`` where an exact number met an approximate factor; ``unit_printed`` keeps the
        unit of the row of data. Status and ``value_text`` stay: a number converted is still
        the number of its source.

    Raises
    ------
    UnitError
        If a row states no unit or cannot be converted; the message names the row.
    """
    lines = [_line(row, unit, factors, applies_to) for _, row in table.iterrows()]
    printed = table["unit"].tolist()
    changed = table.assign(unit_printed=printed)
    for column in ("unit", "value_min", "value_max", "qualifier", "row", "source_keys"):
        values = pd.Series([line[column] for line in lines], index=table.index)
        changed[column] = values.astype("Float64") if column.startswith("value") else values
    return changed


def suppose(table: pd.DataFrame, unit: str) -> pd.DataFrame:
    """
    Give rows without a unit one, as a hypothesis to be tested.

    Parameters
    ----------
    table : DataFrame
        Rows of which each has the unit ``unit not stated``.
    unit : str
        The unit to be tried.

    Returns
    -------
    DataFrame
        The rows with that unit and a column ``supposed`` that says so in words.

    Raises
    ------
    UnitError
        If a row has a unit already: what a source states is not supposed.
    """
    stated = table[table["unit"] != NOT_STATED]
    if len(stated):
        named = ", ".join(f"{row.row} ({row.unit})" for row in stated.itertuples())
        raise UnitError(f"{named}: the source states a unit; convert it with units.in_unit")
    return table.assign(unit=unit, supposed=f"unit supposed: {unit}")


def _line(
    row: pd.Series, unit: str, factors: pd.DataFrame, applies_to: str | None
) -> dict[str, object]:
    try:
        way = path(row["unit"], unit, factors, applies_to)
    except UnitError as error:
        raise UnitError(f"{row['row']}: {error}") from None
    times = float(way["times"].prod())
    exact = row["qualifier"] == "exact" and (way["qualifier"] == "about").any()
    return {
        "unit": unit,
        "value_min": row["value_min"] * times,
        "value_max": row["value_max"] * times,
        "qualifier": "about" if exact else row["qualifier"],
        "row": joined([row["row"], *way["row"]], " "),
        "source_keys": joined([row["source_keys"], *way["source_keys"]], ";"),
    }


def joined(cells: Iterable[str], sign: str) -> str:
    """Join references or keys, each once."""
    parts = (part for cell in cells for part in cell.split(sign) if part)
    return sign.join(dict.fromkeys(parts))
