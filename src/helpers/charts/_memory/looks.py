"""Looks and words of what is remembered, of books, and of their dates."""

from __future__ import annotations

import textwrap

import pandas as pd

from helpers import sources, theme
from helpers.charts._memory.listing import Look

#: Kinds of events of the table ``memory``: words of their heading and their looks.
EVENTS = {
    "release": Look(theme.BLUE, "circle", "release of a person"),
    "commission": Look(theme.INK, "x", "commission"),
    "law": Look(theme.INK, "square", "law or decree"),
    "day": Look(theme.BLUE, "star", "day of remembrance"),
    "museum": Look(theme.GREEN, "pentagon", "museum"),
    "monument": Look(theme.PURPLE, "triangle-up", "monument"),
    "names": Look(theme.VERMILION, "diamond", "names"),
    "staging": Look(theme.GREY, "cross", "staging"),
}

#: Kinds of books and their looks.
BOOKS = {
    "memoir": Look(theme.BLUE, "circle", "memoir"),
    "scholarship": Look(theme.GREEN, "square", "scholarship"),
    "documents": Look(theme.INK, "diamond", "documents"),
    "fiction": Look(theme.VERMILION, "triangle-up", "fiction and poems"),
}

#: Languages in the order of the list; the last ones are an addition.
LANGUAGES = ("English", "Russian", "Kazakh", "Kyrgyz", "German", "French")


def one_of(word: str, known: tuple[str, ...], what: str) -> None:
    """Refuse a word that is not among those that can be chosen."""
    if word not in known:
        raise ValueError(f"no {what} '{word}'; choose from {', '.join(known)}")


def year(day: pd.Timestamp) -> float:
    """
    Write a day as a year with a decimal.

    >>> year(pd.Timestamp("1993-04-14"))
    1993.28
    """
    return round(day.year + (day.day_of_year - 1) / 365.25, 2)


def told(bold: str, *lines: str, row: pd.Series) -> str:
    """Write the words of a mark: title, what it is, sources and how they were read."""
    wrapped = [f"<b>{part}</b>" for part in textwrap.wrap(bold, 44)]
    for line in [*lines, sources.short_list(sources.split(row["source_keys"]))]:
        wrapped += textwrap.wrap(line, 48)
    return "<br>".join([*wrapped, theme.CHECKED[row["checked"]]])


def with_sources(rows: pd.DataFrame) -> list[str]:
    """List the sources of each row, for a table view."""
    return [sources.short_list(sources.split(keys)) for keys in rows["source_keys"]]
