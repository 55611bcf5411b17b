"""Choose the camps of one year and one number for each; draw nothing."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from helpers import theme
from helpers.charts._maps.sites import Site, rows_of

#: Which number of a year is taken first.
PREFERRED = {"count": 0, "year_maximum": 1, "year_value": 2}


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
