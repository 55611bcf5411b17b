"""Read `datapackage.json`, the description that every table must agree with."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.data._faults import DataError, Fault
from helpers.sources import FOLDER


@dataclass(frozen=True)
class Resource:
    """
    One table as `datapackage.json` describes it.

    Parameters
    ----------
    name : str
        Name of the table, for ``data.load``.
    folder : Path
        Folder that holds the data package.
    description : dict
        The resource descriptor as it stands in the file.
    """

    name: str
    folder: Path
    description: dict[str, Any]

    @property
    def path(self) -> Path:
        """Where the table stands."""
        return self.folder / self.description["path"]

    @property
    def file(self) -> str:
        """Name of the file, for messages."""
        return self.description["path"]

    @property
    def fields(self) -> list[dict[str, Any]]:
        """Descriptions of the columns, in their order."""
        return self.description["schema"]["fields"]

    @property
    def columns(self) -> list[str]:
        """Names of the columns, in their order."""
        return [field["name"] for field in self.fields]

    @property
    def primary_key(self) -> list[str]:
        """Columns that together name a row."""
        key = self.description["schema"].get("primaryKey", [])
        return [key] if isinstance(key, str) else key

    @property
    def foreign_keys(self) -> list[tuple[str, str, str]]:
        """Column, table and column there that it must be found in."""
        return [
            (key["fields"], key["reference"]["resource"] or self.name, key["reference"]["fields"])
            for key in self.description["schema"].get("foreignKeys", [])
        ]

    @property
    def is_numbers(self) -> bool:
        """Whether a row is a number (and not an event, a person, a document)."""
        return self.description["kind"] == "numbers"


def resources(folder: Path = FOLDER) -> dict[str, Resource]:
    """
    List the tables of a data package by name.

    Raises
    ------
    DataError
        If `datapackage.json` is missing or is not JSON.
    """
    path = Path(folder) / "datapackage.json"
    if not path.exists():
        raise DataError([Fault("datapackage.json", 0, "", f"is missing in {folder}")])
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> dict[str, Resource]:
    try:
        package = json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        problem = f"cannot be read: {error.msg}; look at this place and the line above it"
        raise DataError([Fault(path.name, error.lineno, "", problem)]) from None
    return {
        description["name"]: Resource(description["name"], path.parent, description)
        for description in package["resources"]
    }


def resource(name: str, folder: Path = FOLDER) -> Resource:
    """
    Find one table.

    Raises
    ------
    ValueError
        If there is no such table; the message names those that exist.
    """
    known = resources(folder)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3) or sorted(known)
        raise ValueError(f"no table '{name}' in data/; choose from {', '.join(near)}")
    return known[name]
