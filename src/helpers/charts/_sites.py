"""The camps that a map can show: where they were, in which years, and their number in one year."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from helpers import theme
from helpers.charts._ground import STRETCH

#: Kinds of rows in ``camps`` that are no camp.
NOT_CAMPS = ("whole republic", "several camps")

#: Two camps of one year stand at least this far apart, in degrees of longitude.
APART = 1.1

#: Where a camp is put that would hide another, in degrees of longitude across and up.
BESIDE = tuple(
    (ring * across, ring * up)
    for ring in (1.2, 2.4)
    for across, up in ((1, 0), (-1, 0), (0, -1), (0, 1), (0.7, 0.7), (-0.7, -0.7), (0.7, -0.7), (-0.7, 0.7))
)

#: Which number of a year is taken first.
PREFERRED = {"count": 0, "year_maximum": 1, "year_value": 2}


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


@dataclass(frozen=True)
class Mark:
    """
    A camp in one year.

    Parameters
    ----------
    site : Site
        The camp.
    number : Series or None
        The row of ``camp_population`` that is drawn; None where no number of the year is known.
    rivals : DataFrame
        Rows that give another number for the same date.
    """

    site: Site
    number: pd.Series | None
    rivals: pd.DataFrame

    @property
    def persons(self) -> int:
        """Number of prisoners drawn; 0 where it is not known."""
        return 0 if self.number is None else height(self.number)

    @property
    def links(self) -> str:
        """References of the rows behind the mark."""
        if self.number is None:
            return self.site.camp["row"]
        return " ".join([self.number["row"], *self.rivals["row"]])

    @property
    def words(self) -> str:
        """The number as the reader sees it, with its rivals."""
        if self.number is None:
            return "number not known"
        return " or ".join([theme.amount(self.number), *map(theme.amount, rows_of(self.rivals))])

    @property
    def remark(self) -> str:
        """Whether the number lies outside the dates of the camp, in words."""
        return "" if self.number is None else outside(self.site.camp, self.number)


def rows_of(table: pd.DataFrame) -> list[pd.Series]:
    """List the rows of a table."""
    return [row for _, row in table.iterrows()]


def height(row: pd.Series) -> int:
    """Choose the number that is drawn: the lower bound where there is one."""
    return int(row["value_max"] if pd.isna(row["value_min"]) else row["value_min"])


def outside(camp: pd.Series, number: pd.Series) -> str:
    """Say that a number is earlier than the opening of its camp or later than its closing."""
    if not pd.isna(camp["opened_start"]) and number["date_end"] < camp["opened_start"]:
        return "before its opening"
    if not pd.isna(camp["closed_end"]) and number["date_start"] > camp["closed_end"]:
        return "after its closing"
    return ""


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
    largest = counted.groupby("camp_id")["value_max"].max()
    found: list[Site] = []
    for camp in sorted(rows_of(placed), key=lambda row: (-largest.get(row["camp_id"], 0), row["row_id"])):
        years = _years(camp, population[population["camp_id"] == camp["camp_id"]])
        if years:
            found.append(_beside(camp, years, found))
    return found


def _years(camp: pd.Series, numbers: pd.DataFrame) -> frozenset[int]:
    counted = numbers.loc[numbers["measure"] == "prisoners", "date_start"].dropna()
    first = _year(camp["opened_start"], camp["opened_end"])
    if first is None:
        return frozenset()
    traces = numbers["date_end"].dropna().dt.year
    last = _year(camp["closed_end"], camp["closed_start"]) or max(first, *traces, first)
    return frozenset(range(first, last + 1)) | frozenset(int(day.year) for day in counted)


def _year(*days: pd.Timestamp) -> int | None:
    return next((int(day.year) for day in days if not pd.isna(day)), None)


def _beside(camp: pd.Series, years: frozenset[int], placed: list[Site]) -> Site:
    lon, lat = float(camp["lon"]), float(camp["lat"])
    others = [site for site in placed if site.years & years]
    for across, up in ((0.0, 0.0), *BESIDE):
        x, y = round(lon + across, 2), round(lat + up / STRETCH, 2)
        if all(math.hypot(x - site.x, (y - site.y) * STRETCH) >= APART for site in others):
            break
    return Site(camp, years, x, y, moved=bool(across or up))


def marks(known: list[Site], population: pd.DataFrame, year: int) -> list[Mark]:
    """
    Choose the camps of a year and one number for each, the largest number first.

    Parameters
    ----------
    known : list of Site
        From `sites`.
    population : DataFrame
        ``camp_population``.
    year : int
        The year.

    Returns
    -------
    list of Mark
        Of several numbers of a year the first that was re-read, that lies within the dates of
        the camp, and that is a count on a date, in this order of importance.
    """
    rows = population[
        (population["measure"] == "prisoners")
        & (population["basis"] == "actual")
        & (population["same_as"] == "")
        & (population["date_start"].dt.year == year)
        & (population["date_end"].dt.year == year)
    ]
    found = [
        _mark(site, rows[rows["camp_id"] == site.camp["camp_id"]])
        for site in known
        if year in site.years
    ]
    return sorted(found, key=lambda mark: -mark.persons)


def _mark(site: Site, rows: pd.DataFrame) -> Mark:
    if rows.empty:
        return Mark(site, None, rows)
    best = min(rows_of(rows), key=lambda row: _rank(site.camp, row))
    same = rows[
        (rows["date_start"] == best["date_start"])
        & (rows["date_end"] == best["date_end"])
        & (rows["count_kind"] == best["count_kind"])
    ]
    ordered = same.sort_values("value_max", ascending=False).drop_duplicates("value_max")
    return Mark(site, ordered.iloc[0], ordered.iloc[1:])


def _rank(camp: pd.Series, row: pd.Series) -> tuple:
    unread = row["checked"] == "unread"
    return unread, bool(outside(camp, row)), PREFERRED[row["count_kind"]], row["date_start"]
