"""Draw the marks of charts small, as inline SVG that follows the colours of the page."""

from __future__ import annotations

import math

#: Side of a point and length of a bar, in the units of the drawing.
SIDE, LENGTH = 20, 46

INK, PAPER = "fill:currentColor", "fill:var(--pst-color-background)"
EDGE = "stroke:currentColor;stroke-width:1.6"


def point(symbol: str) -> str:
    """
    Draw a mark of a point.

    Parameters
    ----------
    symbol : str
        As plotly names it: ``circle``, ``square``, ``diamond``, ``star``, ``line`` or ``arrow``,
        with ``-open`` where it is hollow and ``-dot`` where a dot stands in it.

    Examples
    --------
    >>> "<circle" in point("circle-open-dot")
    True
    """
    base, *ends = symbol.split("-")
    hollow = "open" in ends
    form = f'{_form(base)} style="{PAPER if hollow else INK};{EDGE}"/>'
    dot = f'<circle cx="10" cy="10" r="2.4" style="{INK if hollow else PAPER}"/>'
    return _svg(SIDE, form + dot * ("dot" in ends))


def bar(pattern: str, hollow: bool = False) -> str:
    """
    Draw a bar with its pattern, in the colour of the text or, if ``hollow``, as an outline.

    Parameters
    ----------
    pattern : str
        As plotly names it: empty, ``x``, ``.``, ``|``, ``-`` or a rising or falling line.
    hollow : bool, optional
        Whether the ground is paper.
    """
    ground, lines = (PAPER, "currentColor") if hollow else (INK, "var(--pst-color-background)")
    box = f'<rect x="1" y="4" width="{LENGTH - 2}" height="12" style="{ground};{EDGE}"/>'
    # a drawing in the drawing cuts off what its lines have too much
    inner = "".join(_lines(sign, lines) for sign in {"x": "/\\"}.get(pattern, pattern))
    cut = f'<svg x="2" y="5" width="{LENGTH - 4}" height="10">{inner}</svg>' if inner else ""
    return _svg(LENGTH, box + cut)


def arrow(right: bool) -> str:
    """Draw the arrow of an open end."""
    turn = "" if right else ' transform="rotate(180 23 10)"'
    way = f'<path d="M3 10H36" style="{EDGE}"/><path d="M35 5L44 10L35 15Z" style="{INK}"/>'
    return _svg(LENGTH, f"<g{turn}>{way}</g>")


def span() -> str:
    """Draw a range: two ends joined by a line."""
    ends = "".join(f'<circle cx="{x}" cy="10" r="5" style="{INK}"/>' for x in (7, LENGTH - 7))
    return _svg(LENGTH, f'<path d="M7 10H{LENGTH - 7}" style="{EDGE}"/>{ends}')


def grey(symbol: str = "circle") -> str:
    """Draw a mark filled with grey, for what is uncertain though no number is."""
    fill = "fill:currentColor;fill-opacity:.3"
    return _svg(SIDE, f'{_form(symbol)} style="{fill};{EDGE}"/>')


def _svg(width: int, inner: str) -> str:
    size = f'width="{width}" height="{SIDE}" viewBox="0 0 {width} {SIDE}"'
    return f'<svg class="steppe-glyph" {size} aria-hidden="true" focusable="false">{inner}</svg>'


def _form(base: str) -> str:
    if base == "circle":
        return '<circle cx="10" cy="10" r="6.5"'
    if base == "square":
        return '<rect x="4" y="4" width="12" height="12"'
    if base == "diamond":
        return '<path d="M10 2L18 10L10 18L2 10Z"'
    if base == "star":
        return f'<path d="M{"L".join(_star())}Z"'
    raise ValueError(f"no drawing of '{base}'; add it to glyphs.py")


def _star() -> list[str]:
    spots = [(9 if place % 2 == 0 else 4.2, math.pi * place / 5) for place in range(10)]
    return [f"{10 + r * math.sin(a):.1f} {10 - r * math.cos(a):.1f}" for r, a in spots]


def _lines(sign: str, colour: str) -> str:
    if sign == ".":
        dots = [(x, y) for x in range(4, LENGTH, 6) for y in (3, 8)]
        return "".join(
            f'<circle cx="{x}" cy="{y}" r="1.4" style="fill:{colour}"/>' for x, y in dots
        )
    ways = {
        "/": "".join(f"M{x} 10l10-10" for x in range(-8, LENGTH, 6)),
        "\\": "".join(f"M{x} 0l10 10" for x in range(-8, LENGTH, 6)),
        "|": "".join(f"M{x} 0v10" for x in range(3, LENGTH, 6)),
        "-": f"M0 3H{LENGTH}M0 8H{LENGTH}",
    }
    return f'<path d="{ways[sign]}" style="fill:none;stroke:{colour};stroke-width:1.6"/>'
