"""
List the archive files on which rows rest: a finding aid for researchers.

Archive, fond, opis, delo; under each the rows whose source names it, and the sheets.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from helpers import data, sources
from helpers.book.catalogue.listing import depend
from helpers.book.catalogue.package import ARCHIVES
from helpers.book.figure import TEMPLATES
from helpers.book.pages import archive_anchor, download_address, root, row_address, source_address

LEVELS = ("fond", "opis", "delo")


class ArchiveIndex(SphinxDirective):
    """List archives with their files and the rows that rest on them."""

    def run(self) -> list[nodes.Node]:
        """Write the list."""
        depend(self)
        place = root(self.env.docname)
        table = data.archive_table()
        named, nameless = table[table["archive"] != ""], table[table["archive"] == ""]
        html = TEMPLATES.get_template("archives.html").render(
            archives=[branch((name,), part, place) for name, part in _groups(named, "archive")],
            nameless=[leaf(name, part, place) for name, part in _groups(nameless, "printed")],
            references=len(table),
            file=place + download_address(f"{ARCHIVES}.csv"),
            files=len(named.loc[named["delo"] != "", ["archive", *LEVELS]].drop_duplicates()),
        )
        return [nodes.raw("", html, format="html")]


def branch(path: tuple[str, ...], table: pd.DataFrame, place: str) -> dict[str, Any]:
    """
    Prepare an archive, fond, opis or delo with all that it holds.

    Parameters
    ----------
    path : tuple of str
        Archive, and as many of fond, opis and delo as have been gone down.
    table : DataFrame
        References in it, as `data.archive_table` gives them.
    place : str
        The way from the page to the root of the site.
    """
    deeper = LEVELS[len(path) - 1 :]
    here = table[(table[list(deeper)] == "").all(axis=1)] if deeper else table
    below = table.drop(here.index)
    return {
        "anchor": archive_anchor(*path),
        "name": path[0][:1].upper() + path[0][1:]
        if len(path) == 1
        else f"{LEVELS[len(path) - 2]} {path[-1] or 'not named'}",
        "rows": len(table),
        "leaves": [leaf(sheet, part, place) for sheet, part in _groups(here, "sheet")],
        "branches": [
            branch((*path, name), part, place)
            for name, part in (_groups(below, deeper[0]) if len(below) else [])
        ],
    }


def leaf(name: str, table: pd.DataFrame, place: str) -> dict[str, Any]:
    """Prepare the rows that rest on one place, and the works that name it."""
    rows = [data.row(row) for row in table["row"]]
    keys = [key for row in rows for key in sources.split(row["source_keys"])]
    return {
        "name": sheet(name),
        "rows": [
            {
                "text": row["row"].partition("/")[2],
                "table": row["row"].partition("/")[0],
                "href": place + row_address(row["row"]),
            }
            for row in rows
        ],
        "works": [
            {"text": sources.short(key), "href": place + source_address(key)}
            for key in dict.fromkeys(keys)
        ],
    }


def sheet(name: str) -> str:
    """
    Name a sheet, or several; a page and what is not understood stay as printed.

    >>> sheet("14"), sheet("150-157"), sheet("p. 24")
    ('sheet 14', 'sheets 150-157', 'p. 24')
    """
    if not name[:1].isdigit():
        return name
    return f"sheet {name}" if name.isdigit() else f"sheets {name}"


def _groups(table: pd.DataFrame, column: str) -> list[tuple[str, pd.DataFrame]]:
    """Split a table by a column, in the order of its names; numbers by their size."""
    groups = list(table.groupby(column, sort=True))
    return sorted(groups, key=lambda group: (_number(group[0]), group[0].casefold()))


def _number(name: str) -> int:
    digits = "".join(letter if letter.isdigit() else " " for letter in name).split()
    return int(digits[0]) if digits else 0
