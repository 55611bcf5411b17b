"""The camps that a map can show: where they stand and in which years."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from helpers.charts._maps.ground import beside

#: Kinds of rows in ``camps`` that are no camp.
NOT_CAMPS = ("whole republic", "several camps")

#: Two camps of one year stand at least this far apart, in degrees of longitude.
APART = 1.1


@dataclass(frozen=True)
class Site:
    """
    A camp on the map.

    Parameters
    ----------
    camp : Series
        Its row of ``camps``.
    years : frozenset of int
        Years in which it was open or counted.
    x, y : float
        Where its mark stands, in degrees.
    moved : bool
        Whether that is beside its place, because another camp of the same years stands there.
    """

    camp: pd.Series
    years: frozenset[int]
    x: float
    y: float
    moved: bool

    @property
    def dates(self) -> str:
        """When it was open, in words."""
        opened = self.camp["opened_text"] or "opening not known"
        closed = self.camp["closed_text"] or "closing not known"
        return f"{opened} to {closed}"


def rows_of(table: pd.DataFrame) -> list[pd.Series]:
    """List the rows of a table."""
    return [row for _, row in table.iterrows()]


def sites(camps: pd.DataFrame, population: pd.DataFrame) -> list[Site]:
    """
    Find the camps that have a place and dates, the largest first.

    Parameters
    ----------
    camps : DataFrame
        ``camps``.
    population : DataFrame
        ``camp_population``.

    Returns
    -------
    list of Site
        No two marks of one year at the same place. A camp whose closing is not known ends with
        its last number; one without any date is left out.
    """
    placed = camps[~camps["kind"].isin(NOT_CAMPS) & camps["lat"].notna() & camps["lon"].notna()]
    counted = population[population["measure"] == "prisoners"]
    persons = counted["value_max"].fillna(counted["value_min"])
    largest = persons.groupby(counted["camp_id"]).max().to_dict()
    found: list[Site] = []
    for camp in sorted(
        rows_of(placed), key=lambda row: (-largest.get(row["camp_id"], 0), row["row_id"])
    ):
        years = _years(camp, population[population["camp_id"] == camp["camp_id"]])
        if years:
            found.append(_site(camp, years, found))
    return found


def not_drawn(camps: pd.DataFrame, known: list[Site], year: int) -> pd.DataFrame:
    """
    Find the camps that may have been open in a year, for all that the table knows.

    Parameters
    ----------
    camps : DataFrame
        ``camps``.
    known : list of Site
        From `sites`.
    year : int
        The year.

    Returns
    -------
    DataFrame
        Camps without place or dates, and after their last number those whose closing is not
        known; a section of another camp is left to that camp.
    """
    placed = {site.camp["row"]: site for site in known}
    found = []
    for camp in rows_of(camps[~camps["kind"].isin(NOT_CAMPS) & (camps["part_of"] == "")]):
        site = placed.get(camp["row"])
        endless = pd.isna(camp["closed_start"]) and pd.isna(camp["closed_end"])
        if site is None or (endless and year > max(site.years)):
            found.append(camp["row"])
    return camps[camps["row"].isin(found)]


def _years(camp: pd.Series, numbers: pd.DataFrame) -> frozenset[int]:
    dated = numbers[numbers["date_start"].notna()]
    counted = dated.loc[dated["measure"] == "prisoners", "date_start"].dt.year.tolist()
    first = _year(camp["opened_start"], camp["opened_end"])
    if first is None:
        return frozenset(counted)
    last = _year(camp["closed_end"], camp["closed_start"])
    if last is None:
        last = max([first, *dated["date_end"].dt.year.tolist()])
    return frozenset([*range(first, last + 1), *counted])


def _year(*days: pd.Timestamp) -> int | None:
    return next((int(day.year) for day in days if not pd.isna(day)), None)


def _site(camp: pd.Series, years: frozenset[int], placed: list[Site]) -> Site:
    others = [(site.x, site.y) for site in placed if site.years & years]
    spot = beside(float(camp["lon"]), float(camp["lat"]), others, APART)
    return Site(camp, years, *spot)
