"""Judge the marks of figures by contrast; what else a figure must have: `stored_figures`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helpers import theme
from helpers.book.stored_figures import Figure, faults, figures, marks
from helpers.explore import MIME

__all__ = ["MIME", "Figure", "contrast", "faint", "faults", "figures"]

#: The least contrast of a mark with the paper (WCAG 2.2, 1.4.11).
CONTRAST = 3


def faint(figure: Figure) -> list[str]:
    """Name the colours of marks that neither fill nor outline parts from the white paper."""
    found: dict[str, None] = {}
    for _, traces, _ in figure.states():
        for trace in traces:
            if marks([trace]):
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
