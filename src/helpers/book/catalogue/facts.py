"""Write what a table or all tables sum up to in the words of the pages."""

from __future__ import annotations

from typing import Any

from helpers import data, sources, theme
from helpers.book.catalogue.left_out import kept
from helpers.book.catalogue.summary import Summary, summary
from helpers.book.pages import DATA_PACKAGES, download_address, source_address, table_page

#: Works that are named at once; the others are folded.
WORKS_SHOWN = 6


def facts(name: str, place: str) -> dict[str, Any]:
    """
    Sum up a table for a template.

    Parameters
    ----------
    name : str
        Name of the table.
    place : str
        The way from the page to the root of the site.
    """
    table, summed = data.resource(name), summary(name)
    return {
        **table.description,
        "address": f"{place}{table_page(name)}.html",
        "summary": summed,
        "kept": len(kept(name)) if table.primary_key else 0,
        "statuses": worded(summed.statuses, theme.STATUSES),
        "checked": worded(summed.checked, theme.CHECKED),
        "works": works(summed, place),
        "shown": WORKS_SHOWN,
        "file": place + download_address(table.file),
        "file_read": place + download_address(table.file, whole=False),
        "licence": table.description["licenses"][0],
    }


def worded(counted: dict[str, int], words: dict[str, str]) -> list[tuple[str, int]]:
    """Put words in the place of the values that were counted."""
    return [(words.get(value, value), number) for value, number in counted.items()]


def works(summed: Summary, place: str) -> list[dict[str, Any]]:
    """List the works of a table, those of most rows first."""
    ordered = sorted(summed.works.items(), key=lambda item: (-item[1], item[0]))
    return [
        {"text": sources.short(key), "href": place + source_address(key), "rows": number}
        for key, number in ordered
    ]


def totals(place: str) -> dict[str, Any]:
    """Sum up all tables for a template."""
    summed = sum((summary(name) for name in data.resources()), Summary())
    return {
        "tables": len(data.resources()),
        "summary": summed,
        "statuses": worded(summed.statuses, theme.STATUSES),
        "checked": worded(summed.checked, theme.CHECKED),
        "file": place + DATA_PACKAGES[True],
        "file_read": place + DATA_PACKAGES[False],
    }
