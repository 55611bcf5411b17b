"""
Check tables against `datapackage.json`, `references.bib` and each other.

All faults are found at once; nothing is repaired and nothing is dropped.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from pathlib import Path

from helpers import sources
from helpers.data._cells import fault_in
from helpers.data._faults import Fault
from helpers.data._package import FOLDER, Resource, resource, resources
from helpers.data._read import Sheet, read

#: What the columns of values hold for each qualifier: value_min, value_max.
VALUES = {
    "exact": (True, True),
    "about": (True, True),
    "range": (True, True),
    "at_least": (True, False),
    "at_most": (False, True),
    "words": (False, False),
}


def check_all(folder: Path = FOLDER) -> list[Fault]:
    """
    Check every table of a data package.

    Parameters
    ----------
    folder : Path, optional
        Folder with `datapackage.json`, the tables and `references.bib`.

    Returns
    -------
    list of Fault
        Empty if all is well.
    """
    found = [fault for name in resources(folder) for fault in check(name, folder)]
    return list(dict.fromkeys(found))


def check(name: str, folder: Path = FOLDER) -> list[Fault]:
    """
    Check one table: its shape, each cell, its keys and its sources.

    Raises
    ------
    ValueError
        If there is no such table.
    """
    table = resource(name, folder)
    sheet, faults = read(table.path, table.file)
    return sorted(faults + faults_in(table, sheet)) if sheet.header else faults


def faults_in(table: Resource, sheet: Sheet) -> list[Fault]:
    """Check a table that has been read already."""
    missing = _columns(table, sheet)
    if missing:
        return missing
    faults = _cells(table, sheet) + _duplicates(table, sheet) + _foreign_keys(table, sheet)
    faults += _leading_zeros(table, sheet) + _sources(table, sheet)
    for number, row in sheet.rows.items():
        for column, problem in _row_rules(row):
            faults.append(Fault(table.file, number, column, problem))
    return faults


def _columns(table: Resource, sheet: Sheet) -> list[Fault]:
    faults = [
        Fault(table.file, 0, "", f"column '{name}' is missing; datapackage.json asks for it")
        for name in table.columns
        if name not in sheet.header
    ]
    faults += [
        Fault(table.file, 1, "", f"column '{name}' is not described in datapackage.json")
        for name in sheet.header
        if name not in table.columns
    ]
    if len(set(sheet.header)) < len(sheet.header):
        faults.append(Fault(table.file, 1, "", "two columns have the same name"))
    return faults


def _cells(table: Resource, sheet: Sheet) -> list[Fault]:
    return [
        Fault(table.file, number, field["name"], problem)
        for field in table.fields
        for number, row in sheet.rows.items()
        if (problem := fault_in(row[field["name"]], field))
    ]


def _duplicates(table: Resource, sheet: Sheet) -> list[Fault]:
    faults = []
    unique = [field["name"] for field in table.fields if field.get("constraints", {}).get("unique")]
    for columns in dict.fromkeys([tuple(table.primary_key), *((name,) for name in unique)]):
        seen: dict[tuple[str, ...], int] = {}
        for number, row in sheet.rows.items():
            key = tuple(row[column] for column in columns)
            if columns and any(key) and key in seen:
                problem = (
                    f"is '{', '.join(key)}', which stands already in row {seen[key]}; "
                    "delete one or give it a name of its own"
                )
                faults.append(Fault(table.file, number, ", ".join(columns), problem))
            seen.setdefault(key, number)
    return faults


def _foreign_keys(table: Resource, sheet: Sheet) -> list[Fault]:
    faults = []
    for column, target, target_column in table.foreign_keys:
        other = resource(target, table.folder)
        there = sheet if target == table.name else read(other.path, other.file)[0]
        known = {row.get(target_column) for row in there.rows.values()}
        faults += [
            Fault(
                table.file,
                number,
                column,
                f"is '{row[column]}'; {other.file} has no such {target_column}",
            )
            for number, row in sheet.rows.items()
            if row[column] and row[column] not in known
        ]
    return faults


def _leading_zeros(table: Resource, sheet: Sheet) -> list[Fault]:
    faults = []
    for field in table.fields:
        name, known = field["name"], field.get("leading_zeros", [])
        present = {row[name] for row in sheet.rows.values()}
        lost = {value.lstrip("0"): value for value in known if value not in present}
        faults += [
            Fault(
                table.file,
                number,
                name,
                f"is '{row[name]}'; a spreadsheet dropped the leading zero of '{lost[row[name]]}'",
            )
            for number, row in sheet.rows.items()
            if row[name] in lost
        ]
    return faults


def _sources(table: Resource, sheet: Sheet) -> list[Fault]:
    bibliography = table.folder / "references.bib"
    try:
        known = sources.works(bibliography).entries
    except sources.BibliographyError as error:
        problem = str(error).removeprefix(f"{bibliography.name}: ")
        return [Fault(bibliography.name, 0, "", problem)]
    return [
        Fault(table.file, number, "source_keys", sources.unknown(key, bibliography))
        for number, row in sheet.rows.items()
        for key in sources.split(row.get("source_keys", ""))
        if key not in known
    ]


def _row_rules(row: dict[str, str]) -> list[tuple[str, str]]:
    found = []
    if "date_kind" in row:
        found += _dates(row)
    if "qualifier" in row:
        found += _values(row)
    return found


def _values(row: dict[str, str]) -> list[tuple[str, str]]:
    qualifier, low, high = row["qualifier"], row["value_min"], row["value_max"]
    if qualifier not in VALUES:
        return []
    found = [
        (column, f"is {'empty' if wanted else repr(value)}, but the qualifier is '{qualifier}'")
        for column, value, wanted in zip(
            ("value_min", "value_max"), (low, high), VALUES[qualifier], strict=True
        )
        if bool(value) != wanted
    ]
    if qualifier == "words" and not row["value_text"]:
        found.append(("value_text", "is empty; with the qualifier 'words' the words stand here"))
    if not found and low and high:
        found += _order(qualifier, low, high)
    return found


def _order(qualifier: str, low: str, high: str) -> list[tuple[str, str]]:
    try:
        least, most = float(low), float(high)
    except ValueError:
        return []
    if least > most:
        return [("value_min", f"is {low}, more than value_max {high}")]
    if qualifier in ("exact", "about") and least < most:
        return [("qualifier", f"is '{qualifier}', but value_min {low} and value_max {high} differ")]
    return []


def _dates(row: dict[str, str]) -> list[tuple[str, str]]:
    kind, text = row["date_kind"], row["date_text"]
    if kind == "undated":
        filled = [name for name in ("date_start", "date_end") if row[name]]
        return [(name, f"is '{row[name]}', but the row is undated") for name in filled]
    try:
        first, last = date.fromisoformat(row["date_start"]), date.fromisoformat(row["date_end"])
    except ValueError:
        empty = [name for name in ("date_start", "date_end") if not row[name]]
        return [(name, f"is empty; date_kind is '{kind}'") for name in empty]
    found = []
    if first > last:
        found.append(("date_start", f"is {first}, later than date_end {last}"))
    if kind == "day" and first != last:
        found.append(("date_kind", f"is 'day', but {first} and {last} are two days"))
    printed = None if kind == "circa" else _days_of(text)
    if printed and not printed[0] <= first <= last <= printed[1]:
        found.append(
            (
                "date_text",
                f"is '{text}', but date_start and date_end say {first} to {last}; write both",
            )
        )
    return found


def _days_of(text: str) -> tuple[date, date] | None:
    """First and last day of a date written as 1954, 1954-06 or 1954-06-26; else None."""
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or [len(part) for part in parts] not in (
        [4],
        [4, 2],
        [4, 2, 2],
    ):
        return None
    numbers = [int(part) for part in parts]
    try:
        if len(numbers) == 1:
            return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
        if len(numbers) == 2:
            last = monthrange(*numbers)[1]
            return date(*numbers, 1), date(*numbers, last)
        return date(*numbers), date(*numbers)
    except ValueError:
        return None
