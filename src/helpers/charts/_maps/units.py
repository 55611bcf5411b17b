"""The units of Steplag at their places: which belong to a period, and what stands at each point."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

import pandas as pd

from helpers import sources, theme

#: Periods of the map: words, first and last day. The record holds snapshots, no yearly lists.
PERIODS = {
    "before": ("before Steplag", "1940-01-01", "1948-02-27"),
    "1948": ("1948–1949", "1948-02-28", "1949-12-31"),
    "early 1950s": ("1950–1953", "1950-01-01", "1953-12-31"),
    "1954": ("1954", "1954-01-01", "1954-12-31"),
    "whole": ("works without a date", "", ""),
}

#: Kinds of rows that belong to no period: they are said of the camp as a whole.
WHOLE = ("works", "camp")


@dataclass(frozen=True)
class Unit:
    """
    A unit at one of its places.

    Parameters
    ----------
    row : Series
        Its row of ``steplag_structure``.
    place : Series or None
        The row of ``steplag_places``; None where the source names no place.
    prisoners : Series or None
        The row with the number of its prisoners.
    """

    row: pd.Series
    place: pd.Series | None
    prisoners: pd.Series | None

    @property
    def placed(self) -> bool:
        """Whether a source gives a point for its place."""
        return self.place is not None and not pd.isna(self.place["lat"])

    @property
    def where(self) -> str:
        """The name of the place, or what is said of it; empty where nothing is."""
        if self.place is not None:
            return self.place["name_en"].split(" (")[0]
        return self.row["settlement"]

    @property
    def number(self) -> str:
        """Its prisoners, where they are counted."""
        return "" if self.prisoners is None else theme.amount(self.prisoners)

    @property
    def short(self) -> str:
        """What stands under the name of the place on the map."""
        name = self.row["unit_name"].split(" ")[0]
        if self.row["kind"] == "division, other account":
            return f"or {name}"
        if self.row["kind"] != "division" or not name[0].isdigit():
            return ""
        return f"{name}: {self.number}" if self.number else name

    @property
    def links(self) -> list[str]:
        """References of its rows."""
        rows = (self.row, self.place, self.prisoners)
        return [row["row"] for row in rows if row is not None]

    @property
    def keys(self) -> list[str]:
        """Keys of the works behind it."""
        rows = (self.row, self.place, self.prisoners)
        return [key for row in rows if row is not None for key in sources.split(row["source_keys"])]

    @property
    def words(self) -> str:
        """Name, work and prisoners in a line."""
        work = self.row["economic_activity"] or self.row["work"] or "work not told"
        held = [f"{self.number} prisoners"] if self.number else []
        when = [self.row["date_text"]] if self.row["date_text"] else []
        return f"{self.row['unit_name']}: {'; '.join([work, *held, *when])}"


def units(
    structure: pd.DataFrame, places: pd.DataFrame, numbers: pd.DataFrame | None, period: str
) -> list[Unit]:
    """
    Find the units of a period, once for each of their places.

    Parameters
    ----------
    structure, places : DataFrame
        ``steplag_structure`` and ``steplag_places``.
    numbers : DataFrame or None
        ``camp_composition``, for the prisoners of the divisions.
    period : str
        A key of ``PERIODS``.

    Raises
    ------
    ValueError
        If there is no such period, or a unit names a place that the table does not have.
    """
    if period not in PERIODS:
        raise ValueError(f"no period '{period}'; choose from {', '.join(PERIODS)}")
    known = {place["place_id"]: place for _, place in places.iterrows()}
    found = []
    for _, row in structure[_belongs(structure, period)].iterrows():
        ids = [key for key in row["place_ids"].split(";") if key]
        foreign = [key for key in ids if key not in known]
        if foreign:
            raise ValueError(f"{row['row']}: place '{foreign[0]}' is not in the table of places")
        held = _prisoners(row, numbers)
        found += [Unit(row, place, held) for place in [known[key] for key in ids] or [None]]
    return found


def _belongs(structure: pd.DataFrame, period: str) -> pd.Series:
    of_whole = structure["kind"].isin(WHOLE)
    if period == "whole":
        return of_whole
    _, first, last = PERIODS[period]
    overlaps = (structure["date_start"] <= last) & (structure["date_end"] >= first)
    before = structure["kind"] == "predecessor"
    return (before | overlaps) & ~of_whole if period == "before" else overlaps & ~of_whole & ~before


def _prisoners(row: pd.Series, numbers: pd.DataFrame | None) -> pd.Series | None:
    """Find the count of a division on its date."""
    if numbers is None or row["kind"] != "division":
        return None
    here = (numbers["camp_id"] == row["camp_id"]) & (numbers["date_start"] == row["date_start"])
    whole = (numbers["dimension"] == "total") & (numbers["measure"] == "prisoners")
    found = numbers[here & whole & (numbers["same_as"] == "")]
    return None if found.empty else found.iloc[0]


@dataclass(frozen=True)
class Spot:
    """The units of one place that did one kind of work."""

    place: pd.Series
    work: str
    units: list[Unit]
    x: float = 0
    y: float = 0
    moved: bool = False

    @property
    def exact(self) -> bool:
        """Whether the point is the place itself."""
        return self.place["coordinates"] == "exact place"

    @property
    def links(self) -> str:
        """References of its rows, each once."""
        return " ".join(dict.fromkeys(link for unit in self.units for link in unit.links))

    @property
    def hover(self) -> str:
        """What the reader sees on pointing at it."""
        moved = "; drawn beside it" if self.moved else ""
        lines = [f"<b>{self.place['name_en']}</b> ({self.place['coordinates']}{moved})"]
        for unit in self.units:
            lines += textwrap.wrap(f"{unit.words} ({theme.CHECKED[unit.row['checked']]})", 48)
        keys = list(dict.fromkeys(key for unit in self.units for key in unit.keys))
        return "<br>".join([*lines, *textwrap.wrap(sources.short_list(keys), 48)])


def spots(found: list[Unit]) -> list[Spot]:
    """Put units together that stand at one place; one spot for each kind of work there."""
    at: dict[str, list[Unit]] = {}
    for unit in found:
        if unit.placed:
            at.setdefault(unit.place["place_id"], []).append(unit)
    together = []
    for here in at.values():
        works = list(dict.fromkeys(unit.row["work"] for unit in here if unit.row["work"])) or [""]
        for work in works:
            # units whose work is not told stand with the first kind that is
            own = [
                u for u in here if u.row["work"] == work or (not u.row["work"] and work == works[0])
            ]
            together.append(Spot(here[0].place, work, own))
    return together
