"""
Check every table and report in words: ``make check-data``, or ``python -m helpers.data``.

``--accept`` writes the present numbers of rows and of empty cells into `datapackage.json`, after
an edit that was meant.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

from helpers import sources
from helpers.data._check import check_all
from helpers.data._faults import DataError, Fault
from helpers.data._package import FOLDER, Resource, resources
from helpers.data._read import Sheet, read


def main(arguments: list[str] | None = None) -> int:
    """Check the tables; 0 if all is well, 1 if something is to be mended."""
    parser = argparse.ArgumentParser(prog="python -m helpers.data", description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="another data package")
    parser.add_argument("--accept", action="store_true", help="accept the present counts")
    options = parser.parse_args(arguments)
    try:
        tables = resources(options.folder)
    except DataError as error:
        print(error)
        return 1
    sheets = {name: read(table.path, table.file)[0] for name, table in tables.items()}
    faults = check_all(options.folder)
    if options.accept and not faults:
        accept(options.folder, sheets)
    elif options.accept:
        print("Nothing was accepted: mend the faults first.\n")
    faults += counts(options.folder, sheets)
    for name, table in resources(options.folder).items():
        print(line(table, sheets[name], sum(fault.file == table.file for fault in faults)))
    total = sum(len(sheet.rows) for sheet in sheets.values())
    print(f"\n{len(sheets)} tables, {total:,} rows, {len(faults)} faults in {options.folder}")
    for fault in sorted(faults):
        print(fault)
    return 1 if faults else 0


def line(table: Resource, sheet: Sheet, faults: int) -> str:
    """Report one table in one line."""
    cited = {
        key for row in sheet.rows.values() for key in sources.split(row.get("source_keys", ""))
    }
    years = sorted(
        row[name][:4]
        for row in sheet.rows.values()
        for name in ("date_start", "date_end")
        if row.get(name)
    )
    period = f"{years[0]}–{years[-1]}" if years else "no dates"
    state = "well" if not faults else f"{faults} to mend"
    return f"{table.name:22} {len(sheet.rows):5,} rows  {len(cited):3} works  {period:10} {state}"


def counts(folder: Path, sheets: dict[str, Sheet]) -> list[Fault]:
    """Compare the numbers of rows and of empty cells with those that were accepted."""
    faults = []
    for name, table in resources(folder).items():
        known, found = table.description, present(sheets[name])
        advice = "if that is meant, run `make accept-data`"
        if known.get("rows") != found["rows"]:
            problem = (
                f"has {found['rows']} rows, datapackage.json says {known.get('rows')}; {advice}"
            )
            faults.append(Fault(table.file, 0, "", problem))
        for column in sorted({*known.get("missing_cells", {}), *found["missing_cells"]}):
            then, now = (one.get("missing_cells", {}).get(column, 0) for one in (known, found))
            if then != now:
                problem = f"has {now} empty cells, datapackage.json says {then}; {advice}"
                faults.append(Fault(table.file, 0, column, problem))
    return faults


def present(sheet: Sheet) -> dict[str, object]:
    """Count the rows, and the empty cells of each column that has some."""
    empty = Counter(
        column for row in sheet.rows.values() for column, cell in row.items() if not cell
    )
    return {"rows": len(sheet.rows), "missing_cells": dict(sorted(empty.items()))}


def accept(folder: Path, sheets: dict[str, Sheet]) -> None:
    """Write the present counts, and the values with leading zeros, into `datapackage.json`."""
    path = Path(folder) / "datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    for description in package["resources"]:
        sheet = sheets[description["name"]]
        description.update(present(sheet))
        for field in description["schema"]["fields"]:
            cells = {row.get(field["name"], "") for row in sheet.rows.values()}
            zeros = sorted(cell for cell in cells if re.fullmatch(r"0\d+", cell))
            field.pop("leading_zeros", None)
            if zeros:
                field["leading_zeros"] = zeros
    path.write_text(json.dumps(package, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
