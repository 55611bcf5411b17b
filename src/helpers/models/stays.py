"""Compute how many prisoner-years a camp can have seen, and how long each stay was."""

from __future__ import annotations

import pandas as pd

MONTHS_IN_A_YEAR = 12

#: What can be done about a year without any number.
MISSING = ("interpolated", "left out")


def prisoner_years(
    population: pd.DataFrame, camp: str, missing: str = "interpolated"
) -> pd.DataFrame:
    """
    Say for each calendar year how many prisoners a camp held at most.

    One prisoner held for one year is one prisoner-year, so the sum of the column ``persons`` is
    the number of prisoner-years that the camp can have seen::

        prisoner-years = sum over years of (greatest number known of that year) x 1 year

    Parameters
    ----------
    population : DataFrame
        ``camp_population``: columns ``row``, ``camp_id``, ``measure``, ``basis``, ``value_min``
        and ``value_max`` (persons), ``date_start``, ``date_end``, ``same_as``.
    camp : str
        ``camp_id`` of the camp.
    missing : str, optional
        What to do about years between the first and the last number that have none:
        ``interpolated`` fills them along the straight line between the neighbouring years,
        ``left out`` counts nothing for them.

    Returns
    -------
    DataFrame
        One line per year: ``year``, ``persons``, ``filled`` (whether the number was put in
        here), ``row`` (the row of data used; of a filled year the rows of its two neighbours,
        joined by a blank).

    Raises
    ------
    ValueError
        If the table has no prisoners of this camp, or ``missing`` is no known way.

    Notes
    -----
    The reasoning is the scale test of the book's notes on Karlag. A camp is fullest on few days
    of a year, so the greatest number of a year times one year is more than was lived through
    there: the sum is an upper bound, as far as the highest day of each year is among the numbers
    that have come down. Of a range or of "at most" the upper end is used; "at least" has only
    its lower end. A filled year is a guess and not a bound, and with years left out the sum is
    too low. Numbers that do not belong to one calendar year are not used.

    Examples
    --------
    >>> prisoner_years(population, "karlag")["persons"].sum()  # doctest: +SKIP
    1067580.5
    """
    if missing not in MISSING:
        raise ValueError(f"no way '{missing}' to treat years; choose from {', '.join(MISSING)}")
    years = _greatest(population, camp)
    years["filled"] = False
    if missing == "interpolated":
        years = _fill(years)
    return years.reset_index()[["year", "persons", "filled", "row"]]


def mean_stay(years: float, persons: float) -> float:
    """
    Compute how long each of some persons was held on average.

    ``months = 12 x prisoner-years / persons``

    Parameters
    ----------
    years : float
        Prisoner-years; if they are an upper bound, so is the stay.
    persons : float
        How many people passed through.

    Returns
    -------
    float
        Mean stay in months.

    Raises
    ------
    ValueError
        If nobody passed through.

    Examples
    --------
    >>> mean_stay(1_000_000, 1_500_000)
    8.0
    """
    if persons <= 0:
        raise ValueError(f"persons is {persons}; a mean stay needs at least one person")
    return MONTHS_IN_A_YEAR * years / persons


def _greatest(population: pd.DataFrame, camp: str) -> pd.DataFrame:
    rows = population[(population["measure"] == "prisoners") & (population["basis"] == "actual")]
    one_year = rows["date_start"].dt.year == rows["date_end"].dt.year
    rows = rows[one_year & (rows["same_as"] == "")]
    rows = rows.assign(
        year=rows["date_start"].dt.year,
        persons=rows["value_max"].fillna(rows["value_min"]).astype("Float64"),
    ).dropna(subset=["persons"])
    mine = rows[rows["camp_id"] == camp]
    if mine.empty:
        known = ", ".join(sorted(rows["camp_id"].unique()))
        raise ValueError(f"no prisoners of camp '{camp}' in the table; it has {known}")
    first = mine.sort_values("persons", ascending=False, kind="stable").drop_duplicates("year")
    return first.astype({"year": int, "persons": float}).set_index("year").sort_index()


def _fill(years: pd.DataFrame) -> pd.DataFrame:
    whole = years.reindex(range(years.index.min(), years.index.max() + 1))
    empty = whole["persons"].isna()
    before, after = whole["row"].ffill(), whole["row"].bfill()
    return whole.assign(
        persons=whole["persons"].interpolate(),
        filled=empty,
        row=whole["row"].where(~empty, before + " " + after),
    ).rename_axis("year")
