"""
Read a CSV file as text, and recognise what spreadsheets do to such files.

Nothing is converted here: a cell stays the text that stands in the file.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from helpers.data._faults import Fault

SAVE_AS = "save it as 'CSV UTF-8 (comma delimited)'"


@dataclass(frozen=True)
class Sheet:
    """
    A table as text.

    Parameters
    ----------
    header : list of str
        Names of the columns.
    rows : dict of int to dict
        Cells by column, by the row a spreadsheet counts (the header is row 1).
    """

    header: list[str]
    rows: dict[int, dict[str, str]]


def read(path: Path, file: str) -> tuple[Sheet, list[Fault]]:
    """
    Read a table and report what is wrong with the file as a whole.

    Parameters
    ----------
    path : Path
        The CSV file.
    file : str
        Its name in messages.

    Returns
    -------
    Sheet
        What could be read; empty where nothing could.
    list of Fault
        Faults of encoding, separators and shape.
    """
    if not path.exists():
        return Sheet([], {}), [Fault(file, 0, "", "is missing; datapackage.json lists it")]
    text, faults = _decode(path.read_bytes(), file)
    lines, unread = _records(text, file)
    faults += unread
    if not lines:
        return Sheet([], {}), faults or [Fault(file, 0, "", "is empty")]
    header = lines[0]
    faults += _separators(header, file)
    if faults and len(header) == 1:
        return Sheet([], {}), faults
    rows = {}
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) != len(header) or not any(cells):
            faults.append(Fault(file, number, "", _ragged(cells, header)))
            continue
        rows[number] = dict(zip(header, cells, strict=True))
    return Sheet(header, rows), faults


def _decode(raw: bytes, file: str) -> tuple[str, list[Fault]]:
    faults = []
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", [Fault(file, 0, "", f"is saved as UTF-16 ('Unicode text'); {SAVE_AS}")]
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        problem = (
            "begins with a byte order mark, which a spreadsheet adds; save it as UTF-8 without BOM"
        )
        faults.append(Fault(file, 0, "", problem))
    try:
        return raw.decode("utf-8"), faults
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        problem = f"is not in UTF-8 (probably Windows-1251 or Latin-1); {SAVE_AS}"
        return "", [*faults, Fault(file, line, "", problem)]


def _records(text: str, file: str) -> tuple[list[list[str]], list[Fault]]:
    lines: list[list[str]] = []
    try:
        for cells in csv.reader(io.StringIO(text), strict=True):
            lines.append(cells)
    except csv.Error:
        problem = "has a double quote that is not closed; inside a text write each one twice"
        return lines, [Fault(file, len(lines) + 1, "", f"{problem} (nothing after it was read)")]
    return lines, []


def _separators(header: list[str], file: str) -> list[Fault]:
    if len(header) > 1:
        return []
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if sign in header[0]:
            return [
                Fault(file, 1, "", f"separates its columns by {name}; write commas, or {SAVE_AS}")
            ]
    return []


def _ragged(cells: list[str], header: list[str]) -> str:
    if not any(cells):
        return "is blank; delete the row"
    more = "more" if len(cells) > len(header) else "fewer"
    return (
        f"has {len(cells)} cells, {more} than the {len(header)} columns; "
        "put a text that holds a comma between double quotes"
    )
