"""Judge the figures of the chapters: can a reader follow every mark to its source."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers import data, sources, theme
from helpers.data._read import read

MIME = "application/vnd.plotly.v1+json"

#: The fewest letters of an alt text: kind of chart, what it shows, the finding.
ALT = 40

#: The least contrast of a mark with the paper (WCAG 2.2, 1.4.11).
CONTRAST = 3


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
        meta = self.plot["layout"].get("meta") or {}
        yield self.place, self.plot["data"], meta
        explorer = meta.get("explore", {"states": []})
        for number, state in enumerate(explorer["states"]):
            pool = explorer["pool"]
            traces = [pool[place] for place in state["data"]]
            kept = {name: pool[place] for name, place in state["meta"].items()}
            yield f"{self.place}, state {number}", traces, kept


def figures(path: Path) -> list[Figure]:
    """List the figures of a notebook, in their order."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return [
        Figure(f"{path.name}, cell {number}", cell["metadata"], output["data"][MIME])
        for number, cell in enumerate(cells, start=1)
        for output in cell.get("outputs", [])
        if MIME in output.get("data", {})
    ]


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
        found += _meta_faults(place, meta, bare=number > 0 and not _marks(traces))
        found += _row_faults(place, traces, meta)
    if not any(_marks(traces) for _, traces, _ in figure.states()):
        found.append(f"{figure.place}: no mark names its row; give `customdata`")
    return found


def _meta_faults(place: str, meta: dict[str, Any], *, bare: bool) -> Iterator[str]:
    alt, keys, table = meta.get("alt", ""), meta.get("sources", []), meta.get("table") or {}
    if len(alt) < ALT:
        yield f"{place}: alt text has {len(alt)} letters; say kind of chart, subject and finding"
    yield from (
        f"{place}: source '{key}' is not in references.bib" for key in keys if key not in _works()
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
    links = (meta.get("table") or {}).get("links", [])
    for what, references in (("mark", _marks(traces)), ("line of the table", links)):
        names = {name for reference in references for name in str(reference).split()}
        for name in sorted(names - _rows()):
            yield f"{place}: a {what} names '{name}', which is no row of data/"


def _marks(traces: list[dict[str, Any]]) -> list[str]:
    """List what the marks name: rows, several joined by a blank, or a whole table."""
    return [reference for trace in traces for reference in _flat(trace.get("customdata"))]


def _flat(cell: Any) -> list[str]:
    if isinstance(cell, list):
        return [reference for part in cell for reference in _flat(part)]
    return [] if cell in (None, "") else [cell]


@lru_cache(maxsize=1)
def _works() -> frozenset[str]:
    return frozenset(sources.works().entries)


@lru_cache(maxsize=1)
def _rows() -> frozenset[str]:
    """Every row of the book, and every table as a whole."""
    tables = data.resources()
    # read as text: a fault in one table is its own test's news, not that of every figure
    sheets = {name: read(table.path, table.file)[0] for name, table in tables.items()}
    rows = {
        f"{name}/{row['row_id']}"
        for name, sheet in sheets.items()
        for row in sheet.rows.values()
        if "row_id" in row
    }
    return frozenset(rows | set(tables))


def faint(figure: Figure) -> list[str]:
    """Name the colours of marks that neither fill nor outline parts from the white paper."""
    found: dict[str, None] = {}
    for _, traces, _ in figure.states():
        for trace in traces:
            if _flat(trace.get("customdata")):
                found |= dict.fromkeys(_faint(trace.get("marker", {})))
    return [f"{figure.place}: a mark of {colour} has no dark outline" for colour in found]


def _faint(marker: dict[str, Any]) -> Iterator[str]:
    fills, edges = _list(marker.get("color")), _list(marker.get("line", {}).get("color"))
    length = max(len(fills), len(edges))
    for fill, edge in zip(_stretch(fills, length), _stretch(edges, length), strict=True):
        looks = [colour for colour in (fill, edge) if isinstance(colour, str)]
        if looks and all(contrast(colour, theme.PAPER) < CONTRAST for colour in looks):
            yield " and ".join(dict.fromkeys(looks))


def _list(colours: Any) -> list[Any]:
    return colours if isinstance(colours, list) else [colours]


def _stretch(colours: list[Any], length: int) -> list[Any]:
    return colours * length if len(colours) == 1 else colours


def contrast(one: str, other: str) -> float:
    """Contrast of two colours written as ``#rrggbb``, from 1 to 21, by the formula of WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of a colour, from 0 to 1."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    ]
    return sum(
        weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )
