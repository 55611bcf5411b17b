"""What the figures, the prose and the code of the chapters rest on."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from helpers import data
from helpers.book import prose, stored_figures
from helpers.book.provenance.line import Line

#: Numbers that code may hold: per cent and per thousand, days, months, hours.
CONSTANTS = {100, 1000, 1_000_000, 12, 24, 60, 365, 366}


def of_figures(folder: Path) -> Iterator[Line]:
    """Report the figures that the chapters hold, in every state."""
    figures = [figure for path in notebooks(folder) for figure in stored_figures.figures(path)]
    faults = {figure.name: stored_figures.faults(figure) for figure in figures}
    broken = [fault for found in faults.values() for fault in found[:1]]
    yield Line("figures have caption, description, table and sources", len(figures), broken)
    marks, strays = 0, []
    for figure in figures:
        for place, traces, _ in figure.states():
            named, bare = stored_figures.points(traces)
            marks += named + bare
            strays += [f"{place}, {figure.name}"] * bare
    yield Line("marks in charts, in all their states, name a row", marks, strays)


def of_prose(folder: Path) -> Iterator[Line]:
    """Report numbers in chapters, pages and questions."""
    numbers, unfounded = 0, []
    for path in prose.chapters(folder):
        printed, found = prose.outputs(path), prose.numbers(path)
        numbers += len(found)
        unfounded += [fault for number in found if (fault := prose.fault_of(number, printed))]
    yield Line("numbers in the prose have a row or an output", numbers, unfounded)


def of_code(folder: Path) -> Iterator[Line]:
    """Report cells that hold a number which a row holds."""
    cells, typed = 0, []
    for path in notebooks(folder):
        for number, cell in enumerate(json.loads(path.read_text("utf-8"))["cells"], start=1):
            if cell["cell_type"] == "code":
                cells += 1
                found = sorted(typed_numbers("".join(cell["source"])) & held())
                typed += [f"{path.name}, cell {number}: {found}; read them from rows"] * bool(found)
    yield Line("cells of code type no number that a row holds", cells, typed)


def notebooks(folder: Path) -> list[Path]:
    """List the notebooks of the book."""
    return [path for path in prose.chapters(folder) if path.suffix == ".ipynb"]


def typed_numbers(code: str) -> set[float]:
    """
    List the numbers of three digits or more in a piece of code; not years, not constants.

    >>> typed_numbers("8_000 - read('a', 1954) / 100")
    {8000.0}
    """
    found = {
        float(node.value)
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Constant) and type(node.value) in (int, float)
    }
    return {n for n in found if n >= 100 and n not in CONSTANTS and not 1900 <= n <= 2030}


@lru_cache(maxsize=1)
def held() -> frozenset[float]:
    """List all numbers that rows hold."""
    columns = [
        data.load(name)[column]
        for name, table in data.resources().items()
        for column in ("value_min", "value_max")
        if column in table.columns
    ]
    return frozenset(float(value) for column in columns for value in column.dropna())
