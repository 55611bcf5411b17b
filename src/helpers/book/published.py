"""
Keep the list of what is published, so that no address is lost: ``tests/published/``.

`anchors.txt` holds the pages of the site and below each its permanent anchors: figures, rows,
people, sources, claims, terms, documents. `rows.csv` holds the numbers of the rows as they stand
in the last published version.

``python -m helpers.book.published`` compares the built site with the list; ``--accept`` adds
what is new, and never removes anything; ``--release`` writes the present numbers, when a version
is published and after every change has its entry in ``data/changes.csv``.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

from helpers import data
from helpers.book.redirects import Redirect, anchors, read

FOLDER = Path("tests/published")

#: How the permanent anchors begin; a heading such as "Document workshop" is none of them.
PERMANENT = re.compile(
    r"(?:fig|row|person|source|claim|term|archive|event|place)-.+|document-(?!workshop)(?!.*-title$).+"
)

#: Pages of the theme, which nobody cites.
NO_PAGES = ("genindex.html", "search.html")

#: Columns of a number, in the order of `rows.csv`.
COLUMNS = (
    "measure", "unit", "basis", "value_min", "value_max", "qualifier", "value_text", "date_text",
    "date_start", "date_end", "date_kind",
)  # fmt: skip

Pages = dict[str, set[str]]


def on_site(site: Path) -> Pages:
    """List the pages of a built site with their permanent anchors."""
    found: Pages = {}
    for path in sorted(Path(site).rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name not in NO_PAGES and not name.startswith("_"):
            found[name] = {anchor for anchor in anchors(path) if PERMANENT.fullmatch(anchor)}
    return found


def load(path: Path) -> Pages:
    """Read a list of pages and anchors; a file that is not there is an empty list."""
    found: Pages = {}
    page = ""
    for line in path.read_text("utf-8").splitlines() if path.exists() else []:
        if line.startswith("  "):
            found[page].add(line.strip())
        elif line and not line.startswith("#"):
            page = line
            found[page] = set()
    return found


def save(path: Path, pages: Pages) -> None:
    """Write a list of pages and anchors, sorted, each on a line."""
    lines = ["# Pages and permanent anchors that were published: python -m helpers.book.published"]
    for page in sorted(pages):
        lines += [page, *(f"  {anchor}" for anchor in sorted(pages[page]))]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def lost(published: Pages, present: Pages, redirects: list[Redirect]) -> list[str]:
    """
    Name the published addresses that lead nowhere.

    Parameters
    ----------
    published, present : dict
        Anchors by page, as published and as built.
    redirects : list of Redirect
        What the map of moved addresses says.
    """
    known = {one.old: one.new for one in redirects}
    return [
        address
        for page, anchors in published.items()
        for address in (page, *(f"{page}#{anchor}" for anchor in sorted(anchors)))
        if not _there(_moved(address, known), present)
    ]


def _moved(address: str, known: dict[str, str]) -> str:
    """Follow the map: the address itself, or its page, to which it takes its anchor along."""
    page, sign, anchor = address.partition("#")
    target = known.get(page, page)
    return known.get(address) or (target.partition("#")[0] + sign + anchor if anchor else target)


def _there(address: str, present: Pages) -> bool:
    page, _, anchor = address.partition("#")
    return page in present and (not anchor or anchor in present[page])


def numbers() -> dict[str, dict[str, str]]:
    """List the rows that hold a number or a date, with what they say, as in the files."""
    found = {}
    for name, table in data.resources().items():
        columns = [column for column in COLUMNS if column in table.columns]
        if not table.primary_key or not columns or name == "changes":
            continue
        with table.path.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                found[f"{name}/{row['row_id']}"] = {column: row[column] for column in columns}
    return found


def load_numbers(path: Path) -> dict[str, dict[str, str]]:
    """Read the numbers of the last published version."""
    with path.open(encoding="utf-8") as lines:
        return {row.pop("row"): row for row in csv.DictReader(lines)}


def save_numbers(path: Path, rows: dict[str, dict[str, str]]) -> None:
    """Write the numbers of the rows, sorted."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, ["row", *COLUMNS], lineterminator="\n")
        writer.writeheader()
        writer.writerows({"row": row, **rows[row]} for row in sorted(rows))


def untold(published: dict[str, dict[str, str]], present: dict[str, dict[str, str]]) -> list[str]:
    """
    Name the published numbers that differ today although no entry of ``changes`` says why.

    Parameters
    ----------
    published, present : dict
        Cells by row, as in the last version and as today.
    """
    told = defaultdict(set)
    for _, change in data.load("changes").iterrows():
        told[change["changed_row"]].add(change["column"])
    faults = []
    for row, cells in published.items():
        if row not in present and "row" not in told[row]:
            faults.append(f"{row}: the row is gone; enter it in data/changes.csv, column 'row'")
        now = present.get(row, cells)
        for column, before in cells.items():
            after = now.get(column, before)
            if after != before and column not in told[row]:
                faults.append(
                    f"{row}: {column} was '{before}' and is '{after}'; enter it in data/changes.csv"
                )
    return faults


def main(arguments: list[str] | None = None) -> int:
    """Compare the site with what was published; 0 if nothing is lost, 1 if something is."""
    parser = argparse.ArgumentParser(prog="python -m helpers.book.published", description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("_build/html"), help="the built site")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the list stands")
    parser.add_argument("--accept", action="store_true", help="add new pages and anchors")
    parser.add_argument("--release", action="store_true", help="write the present numbers")
    options = parser.parse_args(arguments)
    published, present = load(options.folder / "anchors.txt"), on_site(options.site)
    faults = [f"{address} is lost" for address in lost(published, present, read(Path()))]
    known = options.folder / "rows.csv"
    faults += untold(load_numbers(known), numbers()) if known.exists() else []
    if options.accept:
        both = {
            page: published.get(page, set()) | present.get(page, set())
            for page in {*published, *present}
        }
        save(options.folder / "anchors.txt", both)
    if options.release and not faults:
        save_numbers(known, numbers())
    anchors = sum(len(anchors) for anchors in published.values())
    print(f"{len(published)} pages and {anchors:,} anchors published, {len(faults)} faults")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
