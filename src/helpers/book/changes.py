"""
Tell which numbers were changed after they had been published: ``data/changes.csv``.

``{changes}`` lists them; ``changes_of`` names those of one row, for the row's own page.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import Any

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from helpers import data, sources
from helpers.book.figure import TEMPLATES
from helpers.book.pages import change_anchor, root, row_address, source_address

TABLE = "changes"

#: Word in the column ``column`` where not a cell but the whole row went.
WHOLE_ROW = "row"


def setup(app: Sphinx) -> None:
    """Register the list."""
    app.add_directive("changes", ChangeList)


def changes_of(row: str) -> list[dict[str, str]]:
    """
    List what was changed in a row since it was first published, the latest change first.

    Parameters
    ----------
    row : str
        Table and row, such as ``incentives/credits-1931-first-category``.

    Returns
    -------
    list of dict
        For each cell ``column``, ``before``, ``after``, ``date`` (day of the change),
        ``version`` (the last one with the value before) and ``reason``; empty for most rows.
    """
    return list(_by_row(data.resource(TABLE).path.stat().st_mtime_ns).get(row, ()))


def changed(row: str) -> str:
    """
    Say in a few words what stood in a row before, for the row's own page.

    Returns
    -------
    str
        Such as ``in version 0.1.0: value min 1.33``; empty for a row that was not changed.
    """
    found = changes_of(row)
    cells = "; ".join(f"{change['column']} {change['before']}" for change in found)
    return f"in version {found[0]['version']}: {cells}" if found else ""


@lru_cache(maxsize=2)
def _by_row(_changed: int) -> dict[str, tuple[dict[str, str], ...]]:
    """Keep the changes by row: the pages of the tables ask for every row of the book."""
    found: dict[str, tuple[dict[str, str], ...]] = {}
    for _, change in _latest(data.load(TABLE)).iterrows():
        row = change["changed_row"]
        found[row] = (*found.get(row, ()), told(change))
    return found


def told(change: pd.Series) -> dict[str, str]:
    """Write one change for readers; an empty cell is said to be empty."""
    return {
        "column": change["column"].replace("_", " "),
        "before": change["before"] or "empty",
        "after": change["after"] or "empty",
        "date": f"{change['date'].day} {change['date']:%B %Y}",
        "version": change["version"],
        "reason": change["reason"],
    }


def _latest(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.sort_values(["date", "changed_row"], ascending=[False, True], kind="stable")


def listed(place: str) -> list[dict[str, Any]]:
    """
    List the changes by row, for the template.

    Parameters
    ----------
    place : str
        Way from the page to the root of the site.
    """
    found = []
    latest = _latest(data.load(TABLE)).iterrows()
    for row, group in groupby(latest, lambda pair: pair[1]["changed_row"]):
        changes = [change for _, change in group]
        gone = any(change["column"] == WHOLE_ROW for change in changes)
        keys = dict.fromkeys(
            key for change in changes for key in sources.split(change["source_keys"])
        )
        found.append(
            {
                "row": row,
                "anchor": change_anchor(row),
                "href": "" if gone else place + row_address(row),
                "cells": [told(change) for change in changes],
                "reasons": list(dict.fromkeys(change["reason"] for change in changes)),
                "sources": [
                    {"text": sources.short(key), "href": place + source_address(key)}
                    for key in keys
                ],
            }
        )
    return found


class ChangeList(SphinxDirective):
    """List every change of a published number."""

    def run(self) -> list[nodes.Node]:
        """Write the list."""
        self.env.note_dependency(str(data.resource(TABLE).path))
        html = TEMPLATES.get_template("changes.html").render(rows=listed(root(self.env.docname)))
        return [nodes.raw("", html, format="html")]
