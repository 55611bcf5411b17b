"""Hand out tables: typed, checked, a fresh copy for every caller."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pandas as pd

from helpers import sources
from helpers.data._check import faults_in
from helpers.data._faults import DataError
from helpers.data._package import FOLDER, Resource, resource
from helpers.data._read import read

#: pandas type of each Frictionless type; the first two know a missing value that is no zero.
TYPES = {"number": "Float64", "integer": "Int64", "date": "datetime64[s]", "string": "str"}


def load(name: str, folder: Path = FOLDER) -> pd.DataFrame:
    """
    Load a table.

    Parameters
    ----------
    name : str
        Name of the table: the file name without ``.csv``.
    folder : Path, optional
        Another data package than the book's.

    Returns
    -------
    DataFrame
        The columns of the file, with types (numbers ``Float64``, days ``datetime64``, text
        ``str``; an empty cell of numbers or days is missing, never zero), after a first column
        ``row`` that names each row in the whole book, such as
        ``camp_population/karlag-1949-01``. A fresh copy at every call.

    Raises
    ------
    ValueError
        If there is no such table.
    DataError
        If the table is broken; the message lists every fault.
    """
    return _kept(name, folder).copy()


def _kept(name: str, folder: Path) -> pd.DataFrame:
    """Load a table that nobody changes."""
    table = resource(name, folder)
    changed = tuple(
        path.stat().st_mtime_ns if path.exists() else 0
        for path in (table.path, table.folder / "datapackage.json", table.folder / "references.bib")
    )
    return _load(name, Path(folder), changed)


@lru_cache(maxsize=64)
def _load(name: str, folder: Path, _changed: tuple[int, ...]) -> pd.DataFrame:
    table = resource(name, folder)
    sheet, faults = read(table.path, table.file)
    if sheet.header:
        faults += faults_in(table, sheet)
    if faults:
        raise DataError(faults)
    return _typed(table, pd.DataFrame(list(sheet.rows.values()), columns=table.columns))


def _typed(table: Resource, text: pd.DataFrame) -> pd.DataFrame:
    typed = (
        pd.DataFrame({"row": table.name + "/" + text["row_id"]}) if "row_id" in text else text[[]]
    )
    for field in table.fields:
        column = text[field["name"]]
        if field["type"] != "string":
            column = column.where(column != "", None)
        typed[field["name"]] = column.astype(TYPES[field["type"]])
    return typed


def row(reference: str, folder: Path = FOLDER) -> pd.Series:
    """
    Find one row of the book.

    Parameters
    ----------
    reference : str
        Table and row, such as ``camp_population/karlag-1949-01``.

    Raises
    ------
    ValueError
        If there is no such table or row.
    """
    name, _, row_id = reference.partition("/")
    table = _kept(name, folder)
    rows = table["row"].tolist() if "row" in table else []
    if reference not in rows:
        raise ValueError(f"no row '{row_id}' in {name}; look it up in data/{name}.csv")
    return table.iloc[rows.index(reference)].copy()


def bibliography(frame: pd.DataFrame, folder: Path = FOLDER) -> pd.DataFrame:
    """
    List the works that the rows of a table rest on.

    Parameters
    ----------
    frame : DataFrame
        Rows with a column ``source_keys``.

    Returns
    -------
    DataFrame
        Columns ``key``, ``short``, ``reference`` and ``rows`` (how many rows cite the work),
        the most cited work first.
    """
    path = Path(folder) / "references.bib"
    keys = frame["source_keys"].map(sources.split).explode().dropna()
    cited = keys.value_counts().rename_axis("key").reset_index(name="rows")
    cited = cited.sort_values(["rows", "key"], ascending=[False, True], ignore_index=True)
    cited.insert(1, "short", [sources.short(key, path) for key in cited["key"]])
    cited.insert(2, "reference", [sources.reference(key, path) for key in cited["key"]])
    return cited
