"""
Read the figures that the chapters hold, and say whether a reader can follow each to its sources.

A figure is stored with its chapter as plotly JSON; `layout.meta` holds alt text, sources, table
and rows, and, for an explorer, every state.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers import data, sources
from helpers.explore import MIME

#: The fewest letters of an alt text: kind of chart, what it shows, the finding.
ALT = 40


@dataclass(frozen=True)
class Figure:
    """
    A figure of a chapter.

    Parameters
    ----------
    place : str
        Notebook and cell.
    cell : dict
        Metadata of its cell.
    plot : dict
        Plotly JSON as it is stored.
    """

    place: str
    cell: dict[str, Any]
    plot: dict[str, Any]

    @property
    def name(self) -> str:
        """Label of the figure, such as ``fig-kengir-dead``."""
        return self.cell.get("mystnb", {}).get("figure", {}).get("name", "")

    @property
    def caption(self) -> str:
        """Caption of the figure."""
        return self.cell.get("mystnb", {}).get("figure", {}).get("caption", "")

    def states(self) -> Iterator[tuple[str, list[dict[str, Any]], dict[str, Any]]]:
        """Yield place, traces and meta of the figure as it is first shown and of each choice."""
        for number, (traces, meta) in enumerate(states(self.plot)):
            yield f"{self.place}, state {number - 1}" if number else self.place, traces, meta


def states(plot: dict[str, Any]) -> Iterator[tuple[list[dict[str, Any]], dict[str, Any]]]:
    """Yield traces and meta of plotly JSON: as it is first shown, then of each choice."""
    meta = plot.get("layout", {}).get("meta") or {}
    yield plot.get("data", []), meta
    explorer = meta.get("explore", {"states": []})
    for state in explorer["states"]:
        pool = explorer["pool"]
        traces = [pool[place] for place in state["data"]]
        yield traces, {name: pool[place] for name, place in state["meta"].items()}


def figures(path: Path) -> list[Figure]:
    """List the figures of a notebook, in their order."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return [
        Figure(f"{path.name}, cell {number}", cell["metadata"], output["data"][MIME])
        for number, cell in enumerate(cells, start=1)
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {})
    ]


def rows_of(plot: dict[str, Any]) -> list[str]:
    """List the rows behind a figure, in any of its states: marks and lines of its table."""
    found = {
        row
        for traces, meta in states(plot)
        for named in (*marks(traces), *links(meta))
        for row in named.split()
    }
    return sorted(row for row in found if "/" in row)


def marks(traces: list[dict[str, Any]]) -> list[str]:
    """List what the marks name: rows, several joined by a blank, or a whole table."""
    return [named for trace in traces for named in flat(trace.get("customdata"))]


def points(traces: list[dict[str, Any]]) -> tuple[int, int]:
    """
    Count the marks that name a row and those that do not.

    Labels, outlines and guides, at which nobody can point (``hoverinfo`` is ``skip``), are no
    marks of numbers; nor is a gap in a line.
    """
    named = bare = 0
    for trace in traces:
        if trace.get("hoverinfo") == "skip":
            continue
        ends = [trace[axis] for axis in ("x", "y") if isinstance(trace.get(axis), list)]
        rows = trace.get("customdata") or []
        for at in range(len(ends[0]) if ends else 0):
            if any(at < len(end) and end[at] is None for end in ends):
                continue
            if at < len(rows) and flat(rows[at : at + 1]):
                named += 1
            else:
                bare += 1
    return named, bare


def links(meta: dict[str, Any]) -> list[str]:
    """List the rows that the lines of a figure's table name, line by line."""
    return [str(link) for link in (meta.get("table") or {}).get("links", [])]


def flat(cell: Any) -> list[str]:
    """Take what marks name out of lists in lists."""
    if isinstance(cell, list):
        return [named for part in cell for named in flat(part)]
    return [] if cell in (None, "") else [str(cell)]


def faults(figure: Figure) -> list[str]:
    """Say what a figure lacks, in sentences with the place and what to write."""
    found = []
    if len(figure.caption) < 10:
        found.append(
            f"{figure.place}: no caption; write one in the cell's metadata (mystnb: figure)"
        )
    if not figure.name.startswith("fig-"):
        found.append(f"{figure.place}: name is '{figure.name}'; it must begin with 'fig-'")
    for number, (place, traces, meta) in enumerate(figure.states()):
        found += _meta_faults(place, meta, bare=number > 0 and not marks(traces))
        found += _row_faults(place, traces, meta)
    if not any(marks(traces) for _, traces, _ in figure.states()):
        found.append(f"{figure.place}: no mark names its row; give `customdata`")
    return found


def _meta_faults(place: str, meta: dict[str, Any], *, bare: bool) -> Iterator[str]:
    alt, keys, table = meta.get("alt", ""), meta.get("sources", []), meta.get("table") or {}
    if len(alt) < ALT:
        yield f"{place}: alt text has {len(alt)} letters; say kind of chart, subject and finding"
    known = sources.works().entries
    yield from (
        f"{place}: source '{key}' is not in references.bib" for key in keys if key not in known
    )
    # a choice for which there is no number says so and has neither marks nor lines in its table
    if bare:
        return
    if not keys:
        yield f"{place}: no source; complete the figure with `record`"
    if not table.get("rows"):
        yield f"{place}: no table, or one without lines; complete the figure with `record`"
    elif {len(line) for line in table["rows"]} != {len(table["columns"])}:
        yield f"{place}: a line of the table has more or fewer cells than columns"


def _row_faults(place: str, traces: list[dict[str, Any]], meta: dict[str, Any]) -> Iterator[str]:
    for what, references in (("mark", marks(traces)), ("line of the table", links(meta))):
        names = {name for reference in references for name in reference.split()}
        for name in sorted(names - _known()):
            yield f"{place}: a {what} names '{name}', which is no row of data/"


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Every row of the book, and every table as a whole."""
    tables = data.resources()
    rows = {row for name in tables if tables[name].primary_key for row in data.load(name)["row"]}
    return frozenset(rows | set(tables))
