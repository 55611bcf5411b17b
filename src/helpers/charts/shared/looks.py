"""
Give marks the look of their numbers, the same in every chart; the rule is in ``theme``.

A point that was not re-read is hollow, a bar an outline; a number computed in this book has a dot
in its point and dots in its bar; claims and estimates have a mark and a pattern of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import theme

#: Marks that stand beside a value: ticks, arrows, the ends of ranges.
NO_VALUES = ("line-", "arrow", "triangle-left", "triangle-right")

#: Tables of factors: a number in another unit stays what it is.
FACTORS = "unit_conversions/"


def point(
    colour: str, base: str, status: str = "", unread: bool = False, *, size: int = 9
) -> dict[str, Any]:
    """
    Describe the mark of a point.

    Parameters
    ----------
    colour, base : str
        Colour and symbol of the series.
    status : str, optional
        A key of ``theme.STATUSES``.
    unread : bool, optional
        Whether the number, or one that it is computed from, was not re-read.
    size : int, optional
        In pixels; a mark with a dot is larger, so that the dot can be seen.
    """
    look = {"color": colour, "symbol": theme.symbol(base, status, unread), "size": size}
    return dotted(look) if status == "computed" else look


def dotted(look: dict[str, Any]) -> dict[str, Any]:
    """Let the dot of a computed mark be seen: its edge is paper, so the mark is made larger."""
    hollow = "-open" in look["symbol"]
    edge = {} if hollow else {"line": {"color": theme.PAPER, "width": 1.5}}
    return {**look, "size": look["size"] + (1 if hollow else 3), **edge}


def fill(colour: str, pattern: str = "", unread: bool = False) -> dict[str, Any]:
    """
    Describe the filling of bars: paper lines on colour, or where not re-read colour on paper.

    Parameters
    ----------
    colour : str
        Of the bar and its outline.
    pattern : str, optional
        Of plotly. A bar that was not re-read keeps it only where it says the kind of number.
    unread : bool, optional
        Whether the number, or one that it is computed from, was not re-read.
    """
    ground, lines = (theme.PAPER, colour) if unread else (colour, theme.PAPER)
    look: dict[str, Any] = {"color": ground, "line": {"color": colour, "width": 1.5}}
    if pattern and (not unread or pattern in theme.STATUS_PATTERNS.values()):
        drawn = {"shape": pattern, "bgcolor": ground, "fgcolor": lines}
        look["pattern"] = {**drawn, "fgopacity": 1, "size": 6}
    return look


def follow(figure: go.Figure, rows: pd.DataFrame) -> None:
    """
    Give each mark that shows a number of one row the look which the row asks for.

    Parameters
    ----------
    figure : Figure
        Changed: hollow where a row was not re-read, another mark where it is claimed or
        estimated. Marks of several rows, and of rows that are no numbers, stay as they are.
        Bars read and not re-read belong in two traces: plotly draws one pattern colour in each.
    rows : DataFrame
        The rows behind the marks, with ``row``; where ``status`` or ``checked`` is missing,
        nothing is changed.
    """
    if not {"status", "checked"} <= set(rows.columns):
        return
    numbers = rows.dropna(subset=["status"]).drop_duplicates("row").set_index("row")
    kinds = {
        name: (status, checked == "unread")
        for name, status, checked in numbers[["status", "checked"]].itertuples()
    }
    for trace in figure.data:
        asked = [_kind(cell, kinds) for cell in _cells(trace)]
        if not any(asked):
            continue
        if trace.type == "bar":
            _bars(trace, asked)
        elif "markers" in (trace.mode or ""):
            _points(trace, asked)


def _cells(trace: Any) -> Iterator[str]:
    if trace.type in ("bar", "scatter") and trace.customdata is not None:
        for cell in trace.customdata:
            yield cell if isinstance(cell, str) else ""


def _kind(cell: str, kinds: dict[str, tuple[str, bool]]) -> tuple[str, bool] | None:
    names = [name for name in cell.split() if not name.startswith(FACTORS)]
    return kinds.get(names[0]) if len(names) == 1 else None


def _points(trace: go.Scatter, asked: list[tuple[str, bool] | None]) -> None:
    bases = _each(trace.marker.symbol or "circle", len(asked))
    looks = [
        base
        if kind is None or "-dot" in base or base.startswith(NO_VALUES)
        else theme.symbol(base.removesuffix("-open"), *kind)
        for base, kind in zip(bases, asked, strict=True)
    ]
    if looks != bases:
        # gaps in a line have no mark: they may have that of the others
        drawn = {look for look, cell in zip(looks, trace.customdata, strict=True) if cell}
        trace.marker.symbol = drawn.pop() if len(drawn) == 1 else looks


def _bars(trace: go.Bar, asked: list[tuple[str, bool] | None]) -> None:
    own = trace.marker.to_plotly_json()
    shapes = _each(own.get("pattern", {}).get("shape", ""), len(asked))
    grounds = _each(own.get("color"), len(asked))
    edges = _each(own.get("line", {}).get("color") or own.get("color"), len(asked))
    looks = []
    for shape, ground, edge, kind in zip(shapes, grounds, edges, asked, strict=True):
        colour = edge if ground == theme.PAPER else ground
        if kind is None or shape == theme.STATUS_PATTERNS["computed"]:
            looks.append((colour, shape, ground == theme.PAPER))
        else:
            looks.append((colour, theme.STATUS_PATTERNS.get(kind[0], shape), kind[1]))
    before = [
        (edge if ground == theme.PAPER else ground, shape, ground == theme.PAPER)
        for shape, ground, edge in zip(shapes, grounds, edges, strict=True)
    ]
    if looks != before:
        if looks[0] != before[0] and (own_look := _first(looks, before)):
            _to_front(trace, own_look)
            looks.insert(0, looks.pop(own_look))
        joined = _fills([fill(*look) for look in looks])
        trace.marker = {**joined, "line": own.get("line") or joined["line"]}


def _first(looks: list[Any], before: list[Any]) -> int:
    """Find the first bar that keeps the look of its series; 0 if there is none."""
    pairs = enumerate(zip(looks, before, strict=True))
    return next((place for place, (new, old) in pairs if new == old), 0)


def _to_front(trace: go.Bar, place: int) -> None:
    """Put a bar first: the legend draws the first one."""
    for name, cells in trace.to_plotly_json().items():
        if isinstance(cells, list | tuple) and len(cells) == len(trace.x):
            trace[name] = [cells[place], *cells[:place], *cells[place + 1 :]]


def _fills(looks: list[dict[str, Any]]) -> dict[str, Any]:
    """Join the looks of single bars to that of a trace."""
    colours = _one([look["color"] for look in looks])
    edges = _one([look["line"]["color"] for look in looks])
    joined: dict[str, Any] = {"color": colours, "line": {"color": edges, "width": 1.5}}
    if any("pattern" in look for look in looks):
        plain = {"shape": "", "bgcolor": theme.PAPER, "fgcolor": theme.PAPER}
        parts = [look.get("pattern", plain) for look in looks]
        each = {key: _one([part[key] for part in parts]) for key in plain}
        joined["pattern"] = {**each, "fgopacity": 1, "size": 6}
    return joined


def _each(cell: Any, number: int) -> list[Any]:
    return list(cell) if isinstance(cell, list | tuple) else [cell] * number


def _one(cells: list[Any]) -> Any:
    return cells[0] if len(set(cells)) == 1 else cells
