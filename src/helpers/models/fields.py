"""
Test a harvest by the land that it needs; draw nothing.

yield (t per hectare) = harvest of a year (t) / area (ha), and so
area needed (ha) = harvest of a year (t) / yield (t per hectare).
"""

from __future__ import annotations

import pandas as pd

from helpers import units


def yearly(row: pd.Series) -> tuple[float, int]:
    """
    Divide a value over a span into equal years.

    Parameters
    ----------
    row : Series
        ``value_min`` (or ``value_max`` where there is no least), ``date_start``, ``date_end``.

    Returns
    -------
    float
        Value per year, in the unit of the row. Real years differed; how, the row does not say.
    int
        Number of years.

    Raises
    ------
    ValueError
        If the row has no number or no whole years.
    """
    value = row["value_max"] if pd.isna(row["value_min"]) else row["value_min"]
    if pd.isna(value) or pd.isna(row["date_start"]) or pd.isna(row["date_end"]):
        raise ValueError(f"{row['row']}: no number or no dates, so nothing to divide")
    years = row["date_end"].year - row["date_start"].year + 1
    return float(value) / years, years


def yield_of(harvest: float, area: float) -> float:
    """
    Divide the harvest of a year by its land.

    Parameters
    ----------
    harvest : float
        t in a year.
    area : float
        ha.

    Returns
    -------
    float
        t per hectare.

    Raises
    ------
    ValueError
        If there is no land or the harvest is negative.

    Examples
    --------
    >>> round(yield_of(25553.57, 21400), 2)
    1.19
    """
    if area <= 0 or harvest < 0:
        raise ValueError(f"{harvest} t from {area} ha is no harvest; look at the two rows")
    return harvest / area


def area_needed(
    harvest: pd.Series, yields: pd.Series, factors: pd.DataFrame
) -> tuple[float, float]:
    """
    Reckon the land that a harvest would need at a yield that is known elsewhere.

    Parameters
    ----------
    harvest : Series
        A row in any unit of mass, over one or more years.
    yields : Series
        A row of a yield per area; a range gives a range.
    factors : DataFrame
        ``unit_conversions``.

    Returns
    -------
    tuple of float
        Least and greatest area in ha: the greatest yield needs the least land.

    Raises
    ------
    ValueError
        As in `yearly`; also if the yield lacks an end or is not above zero, or units do not fit.
    """
    if pd.isna(yields["value_min"]) or pd.isna(yields["value_max"]):
        raise ValueError(f"{yields['row']}: a yield needs both ends; choose another row")
    a_year, _ = yearly(harvest)
    tonnes = units.convert(a_year, harvest["unit"], "t", factors)
    low, high = (
        units.convert(float(yields[end]), yields["unit"], "t per hectare", factors)
        for end in ("value_min", "value_max")
    )
    if low <= 0:
        raise ValueError(f"{yields['row']}: a yield of {low} needs endless land")
    return tonnes / high, tonnes / low
