"""
Describe the tables as one data package for download, whole or without unread rows.

The descriptor is that of `data/datapackage.json`, with what only a release can say: version,
date, works of each table, bytes and hash of each file, and what was left out.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd

from helpers import data, sources
from helpers.book import citation
from helpers.book.catalogue.left_out import kept, left_out
from helpers.book.catalogue.summary import works
from helpers.book.figure import TEMPLATES

ARCHIVES = "archive_references"
RULE = "rows whose column checked says unread, which are known from the literature and not re-read"


def files(book: Path, whole: bool) -> dict[str, bytes]:
    """
    Make all files of the data package.

    Parameters
    ----------
    book : Path
        Folder of the book, with `CITATION.cff`.
    whole : bool
        Whether the unread rows are in it.

    Returns
    -------
    dict of str to bytes
        Path in the package, content. The same tables give the same bytes.
    """
    tables = data.resources()
    made = {table.file: rows(table, whole) for table in tables.values()}
    described = [describe(table, made[table.file], whole) for table in tables.values()]
    made[f"{ARCHIVES}.csv"] = archive_rows(whole)
    described.append(describe_archives(made[f"{ARCHIVES}.csv"]))
    made["references.bib"] = (data.FOLDER / "references.bib").read_bytes()
    package = {**head(book, whole), "resources": described}
    made["datapackage.json"] = (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()
    made["README.md"] = _readme(book, package)
    return made


def rows(table: data.Resource, whole: bool) -> bytes:
    """Write the file of a table, without the rows that are left out unless it is whole."""
    out = set() if whole else left_out(table.name)
    if not out:
        return table.path.read_bytes()
    lines = list(csv.DictReader(io.StringIO(table.path.read_text("utf-8"), newline="")))
    return _csv(table.columns, [line for line in lines if line["row_id"] not in out])


def archive_rows(whole: bool) -> bytes:
    """Write the archive references of the tables."""
    table = data.archive_table()
    if not whole:
        names = table["row"].str.partition("/")
        out = [row_id in left_out(name) for name, row_id in zip(names[0], names[2], strict=True)]
        table = table[~pd.Series(out, index=table.index)]
    return _csv(list(table.columns), table.to_dict("records"))


def _csv(columns: list[str], lines: list[dict[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue().encode()


def head(book: Path, whole: bool) -> dict[str, Any]:
    """Describe the package without its tables."""
    facts = citation.book(book)
    described = json.loads((data.FOLDER / "datapackage.json").read_text("utf-8"))
    described.pop("resources")
    described |= {
        "version": str(facts["version"]),
        "created": f"{facts['date-released']}T00:00:00Z",
        "contributors": [
            {"title": author["name"], "role": "author"} for author in facts["authors"]
        ],
        "sources": [{"title": "The works named in source_keys", "path": "references.bib"}],
    }
    if not whole:
        described["name"] += "-without-unread"
        described["title"] += ", without unread rows"
        out = {name: len(left_out(name)) for name in data.resources()}
        described["left_out"] = {"rule": RULE, "rows": sum(out.values())}
    return described


def describe(table: data.Resource, content: bytes, whole: bool) -> dict[str, Any]:
    """Describe a table as it stands in the package."""
    described = {**table.description, **_weight(content)}
    frame = data.load(table.name)
    if not whole and "row_id" in frame:
        frame = frame[~frame["row_id"].isin(left_out(table.name))]
        described["left_out"] = _said(table, frame)
    empty = {name: _empty(frame[name]) for name in sorted(table.columns)}
    described["rows"] = len(frame)
    described["missing_cells"] = {name: number for name, number in empty.items() if number}
    if named := works(frame):
        described["sources"] = [_source(key) for key, _ in named.most_common()]
    return described


def _said(table: data.Resource, rest: pd.DataFrame) -> dict[str, Any]:
    """Say what was left out of a table, what stays because of others, and what refers to it."""
    said = {"rule": RULE, "rows": len(left_out(table.name))}
    if stay := kept(table.name):
        said["kept_because_other_rows_refer_to_them"] = stay
    out = {f"{name}/{row_id}" for name in data.resources() for row_id in left_out(name)}
    lost = {
        name: number
        for name in table.columns
        if (number := sum(bool(out & set(sources.split(str(cell)))) for cell in rest[name]))
    }
    return said | ({"cells_that_name_a_row_left_out": lost} if lost else {})


def _empty(column: pd.Series) -> int:
    return int((column.isna() | (column.astype("str") == "")).sum())


def _weight(content: bytes) -> dict[str, Any]:
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _source(key: str) -> dict[str, str]:
    address = sources.entry(key).fields.get("url")
    return {"title": f"{sources.short(key)} ({key} in references.bib)"} | (
        {"path": sources.plain(address)} if address else {}
    )


def describe_archives(content: bytes) -> dict[str, Any]:
    """Describe the table of archive references, which no file of `data/` holds."""
    text = TEMPLATES.get_template(f"{ARCHIVES}.json").render()
    lines = content.count(b"\n") - 1
    return {**json.loads(text), "rows": lines, **_weight(content)}


def _readme(book: Path, package: dict[str, Any]) -> bytes:
    text = TEMPLATES.get_template("package_readme.md").render(
        package=package, citation=citation.book(book)["title"], edition=citation.edition(book)
    )
    return text.encode()
