"""
Judge marks and words of the figures: do they say what kind of number stands there, and how known.

The rule is written in ``helpers.theme``; what a mark should be is found from the rows that it
names, not from what its chart says of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from figures import Figure
from numbers_shown import Kind, Row, gives, kinds, of, unread

from helpers import theme

#: Marks that stand beside a value: ticks, arrows of open ends.
TICKS = ("line-", "arrow", "triangle-left", "triangle-right")


@dataclass(frozen=True)
class Mark:
    """A point or bar as it is drawn: its rows, its numbers and its look."""

    rows: tuple[str, ...]
    numbers: tuple[float, ...]
    shape: str
    hollow: bool
    bar: bool

    @property
    def statuses(self) -> set[str]:
        """The statuses that the look stands for; empty where it stands for none."""
        if self.bar:
            return {word for word, look in theme.STATUS_PATTERNS.items() if look == self.shape}
        base = self.shape.removesuffix("-dot").removesuffix("-open")
        shown = {word for word, look in theme.STATUS_SYMBOLS.items() if look == base}
        return shown | ({"computed"} if self.shape.endswith("-dot") else set())

    @property
    def kinds(self) -> set[Kind]:
        """What the number is, by its rows."""
        return kinds(self.rows, self.numbers, as_computed="computed" in self.statuses)


def marks(trace: dict[str, Any]) -> Iterator[Mark]:
    """List the marks of a trace that name rows; lines, words and ticks are none."""
    is_bar = trace.get("type") == "bar"
    if not is_bar and "markers" not in (trace.get("mode") or ""):
        return
    look = trace.get("marker", {})
    for place, cell in enumerate(trace.get("customdata") or []):
        rows, numbers = tuple(str(cell or "").split()), tuple(_numbers(trace, place))
        shape = _at(look.get("pattern", {}).get("shape") if is_bar else look.get("symbol"), place)
        shape = shape or ("" if is_bar else "circle")
        if rows and not shape.startswith(TICKS) and (numbers or not is_bar):
            hollow = _at(look.get("color"), place) == theme.PAPER or "-open" in shape
            yield Mark(rows, numbers, shape, hollow, is_bar)


def _numbers(trace: dict[str, Any], place: int) -> Iterator[float]:
    """List what is drawn of a mark on its axes: of a bar its length, if it has one."""
    axes = "xy"
    if trace.get("type") == "bar":
        axes = "x" if trace.get("orientation") == "h" else "y"
    drawn = [_at(trace.get(axis), place) for axis in axes]
    yield from (n for n in drawn if isinstance(n, int | float) and (n or len(axes) == 2))


def _at(cell: Any, place: int) -> Any:
    if isinstance(cell, list):
        return cell[place] if place < len(cell) else None
    return cell


def mark_faults(
    figure: Figure, things: Collection[str] = (), beside: Collection[str] = ()
) -> list[str]:
    """
    Say which marks look like something else than their number is.

    Parameters
    ----------
    figure : Figure
        All its states are judged.
    things : collection of str
        Figures whose marks show what stood where or when: there hollow alone speaks of the row.
    beside : collection of str
        Figures of which a bar names a row that is not in its length.
    """
    found: dict[str, None] = {}
    for _, traces, _ in figure.states():
        for trace in traces:
            drawn = [(mark, _asked(figure.name, mark, things, beside)) for mark in marks(trace)]
            series = any(kind.status == "computed" for _, asked in drawn for kind in asked)
            for mark, asked in drawn:
                if fault := _fault(mark, asked, series=series):
                    found[f"{figure.name}, '{trace.get('name')}': {fault}"] = None
    return list(found)


def _asked(name: str, mark: Mark, things: Collection[str], beside: Collection[str]) -> set[Kind]:
    if name in things:
        behind = of(mark.rows)
        return {Kind("", all(unread(row) for row in behind))} if behind else set()
    if name in beside:
        return {Kind(kind.status, mark.hollow) for kind in mark.kinds}
    return mark.kinds


def _fault(mark: Mark, asked: set[Kind], *, series: bool) -> str:
    if series and "computed" in mark.statuses:
        # a computed series may meet one of its inputs, as at 100 per cent
        asked = {Kind("computed", kind.unread) for kind in asked}
    if not asked or any(_fits(mark, kind) for kind in asked):
        return ""
    kind = min(asked, key=str)
    known = "not re-read" if kind.unread else "read"
    look = f"{'hollow' if mark.hollow else 'full'} {mark.shape or 'plain'}"
    return f"{kind.status or 'no number'}, {known}, is drawn {look} ({mark.rows[0]})"


def _fits(mark: Mark, kind: Kind) -> bool:
    if mark.hollow != kind.unread:
        return False
    if kind.status == "computed":
        # the base of the mark may say what the number was computed from
        inputs = {row.get("status", "") for row in of(mark.rows)}
        return "computed" in mark.statuses and mark.statuses <= {"computed", *inputs}
    return not kind.status or mark.statuses == {kind.status} & set(theme.STATUS_SYMBOLS)


def table_faults(figure: Figure, things: Collection[str] = ()) -> list[str]:
    """Say which lines of the table view keep silent about their numbers."""
    found: dict[str, None] = {}
    for _, traces, meta in figure.states():
        table = meta.get("table") or {}
        drawn = {} if figure.name in things else _shown(traces)
        for line, links in zip(table.get("rows", []), table.get("links", []), strict=False):
            names = str(links or "").split()
            missing = set(_missing(table["columns"], line, names, drawn))
            for word in sorted(missing - {"computed"} if figure.name in things else missing):
                found[f"{figure.name}, line '{line[0]}': write '{word}'"] = None
    return list(found)


def _shown(traces: list[dict[str, Any]]) -> dict[frozenset[str], set[str]]:
    """Put in words what the marks of numbers say, by their rows."""
    said: dict[frozenset[str], set[str]] = {}
    for mark in (mark for trace in traces for mark in marks(trace)):
        if any(kind.status for kind in mark.kinds):
            # a claim with a dot is computed: the line need not repeat from what
            words = {"computed"} if "computed" in mark.statuses else mark.statuses
            words = words | ({theme.UNREAD} if mark.hollow else set())
            said.setdefault(frozenset(mark.rows), set()).update(words)
    return said


def _missing(
    columns: list[str],
    line: list[Any],
    names: list[str],
    drawn: dict[frozenset[str], set[str]],
) -> Iterator[str]:
    words = " ".join(str(cell) for cell in line)
    computed = "computed" in " ".join([*columns, words]).lower()
    rows = of(names)
    heads = f"{words} {'computed' * computed}"
    yield from (word for word in drawn.get(frozenset(names), ()) if word not in heads)
    if rows and all(unread(row) for row in rows) and theme.UNREAD not in words:
        yield theme.UNREAD
    statuses = {row.get("status", "") for row in rows}
    if len(statuses) == 1 and statuses <= set(theme.STATUS_SYMBOLS):
        status = statuses.pop()
        if status not in words and not computed:
            yield status
    numbers = [row for row in rows if row.get("status")]
    if len(numbers) > 1 and not computed and not _stated(line, numbers):
        yield "computed"


def _stated(line: list[Any], rows: list[Row]) -> bool:
    """Whether a cell holds the number of a row."""
    words = " ".join(str(cell) for cell in line if cell is not None)
    found = [float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", words)]
    return any(gives(row, found) for row in rows)
