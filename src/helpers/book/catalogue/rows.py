"""Prepare the rows of a table for its page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import pandas as pd

from helpers import data, sources, theme
from helpers.book.catalogue.left_out import left_out
from helpers.book.catalogue.summary import WORKS
from helpers.book.changes import changed
from helpers.book.claims import judgement
from helpers.book.pages import (
    ARCHIVES_PAGE,
    archive_anchor,
    change_address,
    chapter_page,
    root,
    row_address,
    row_anchor,
    source_address,
    table_page,
)

#: Columns that the page joins or leaves to the end.
NORMAL = (
    "row", "row_id", "measure", "unit", "basis", "value_min", "value_max", "qualifier",
    "value_text", "date_text", "date_start", "date_end", "date_kind", "source_keys", "locator",
    "accessed_as", "status", "checked", "note",
)  # fmt: skip

#: Rows named in a cell, such as ``camp_population/karlag-1949-01``.
NAMED_ROWS = re.compile(r"[a-z0-9_]+/[a-z0-9_-]+(?:\s*;\s*[a-z0-9_]+/[a-z0-9_-]+)*")

#: A piece of a cell on a page: its text, and its address if it is a link.
Piece = dict[str, str]


def subject_columns(frame: pd.DataFrame) -> list[str]:
    """Name the columns of a table that are its own: what a row is about."""
    return [name for name in frame.columns if name not in NORMAL]


def value_columns(frame: pd.DataFrame) -> list[str]:
    """Name the columns that a page makes of the normal form: value and date, if there are any."""
    return [name for name, sign in (("value", "qualifier"), ("date", "date_text")) if sign in frame]


def lines(name: str) -> list[dict[str, Any]]:
    """Prepare every row of a table for the template."""
    frame = data.load(name)
    out = left_out(name)
    return [{**line(frame, row), "out": row["row_id"] in out} for _, row in frame.iterrows()]


def line(frame: pd.DataFrame, row: pd.Series) -> dict[str, Any]:
    """Prepare one row for the template."""
    makers = {"value": _value, "date": lambda row: row["date_text"]}
    name = row["row"].partition("/")[0]
    place, keys = root(table_page(name)), row_keys(name)
    judged = judgement(row["row"])
    return {
        "row": row["row"],
        "anchor": row_anchor(row["row"]),
        "id": row["row_id"],
        "values": [makers[name](row) for name in value_columns(frame)],
        "subject": [
            pieces(column, row[column], place, keys.get(column, ""))
            for column in subject_columns(frame)
        ],
        "sources": pieces("source_keys", row.get("source_keys", ""), place),
        "archives": [archive(one, place) for one in data.references_of(row) if one.archive],
        "judged": judged and {"text": judged.words, "href": place + judged.address},
        "changed": changed(row["row"]),
        "change": place + change_address(row["row"]),
        **{
            name: row.get(name, "")
            for name in ("status", "checked", "locator", "accessed_as", "note")
        },
    }


def row_keys(name: str) -> dict[str, str]:
    """Name the columns of a table that hold rows of a table, and that table."""
    return {
        column: target
        for column, target, key in data.resource(name).foreign_keys
        if key == "row_id"
    }


def pieces(column: str, value: Any, place: str, target: str = "") -> list[Piece]:
    """
    Split a cell into what is shown one after another: named works and rows are links.

    Parameters
    ----------
    column : str
        Name of the column.
    value : object
        What stands in the cell.
    place : str
        The way from the page to the root of the site.
    target : str, optional
        Table whose rows the column names without the name of the table.
    """
    text = cell(value)
    if column in WORKS:
        return [
            {"text": sources.short(key), "href": place + source_address(key)}
            for key in sources.split(text)
        ]
    if target and text:
        return [{"text": text, "href": place + row_address(f"{target}/{text}")}]
    if column == "chapter" and text:
        return [{"text": text, "href": f"{place}{chapter_page(text)}.html"}]
    if "/" in text and NAMED_ROWS.fullmatch(text):
        return [_row_piece(one, place) for one in sources.split(text)]
    return [{"text": text, "href": ""}] if text else []


def _row_piece(named: str, place: str) -> Piece:
    table = data.resources().get(named.partition("/")[0])
    known = table and named in _rows(table.name, table.path.stat().st_mtime_ns)
    return {"text": named, "href": place + row_address(named) if known else ""}


@lru_cache(maxsize=64)
def _rows(name: str, _changed: int) -> frozenset[str]:
    """Name the rows of a table, once for each state of it."""
    return frozenset(data.load(name)["row"])


def archive(one: data.ArchiveReference, place: str) -> Piece:
    """Name where a document lies, with the address of the file in the index of archives."""
    anchor = archive_anchor(*_named(one))
    return {"text": str(one), "href": f"{place}{ARCHIVES_PAGE}.html#{anchor}"}


def _named(one: data.ArchiveReference) -> list[str]:
    """List archive, fond, opis and delo as far as they are named."""
    parts = [one.archive, one.fond, one.opis, one.delo]
    while not parts[-1]:
        parts.pop()
    return parts


def _value(row: pd.Series) -> str:
    if not row["qualifier"]:
        return ""
    unit = "" if row["qualifier"] == "words" else f" {row['unit']}"
    basis = "" if row["basis"] in ("", "actual") else f" ({row['basis']})"
    printed = f" [printed: {row['value_text']}]" if unit and row["value_text"] else ""
    return f"{row['measure'].replace('_', ' ')}: {theme.amount(row)}{unit}{basis}{printed}"


def cell(value: Any) -> str:
    """Write the content of a cell for readers."""
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return theme.number(value) if isinstance(value, float) else str(value)
