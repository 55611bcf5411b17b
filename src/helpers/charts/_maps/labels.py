"""Find room for the labels of a map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from helpers import theme
from helpers.charts._maps.ground import Window

#: Widths in pixels that labels are laid out for: a map on a phone and on a page.
WIDTHS = (330, 620)

#: Pixels that one letter and one line of a label take (measured for 12 px,
#: the widest of the fonts).
LETTER, LINE = 7.1, 15

#: Directions in which a label looks for room, in this order.
AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))

#: How far from its mark a label with a line to it may stand, in pixels.
GAPS = (18, 32, 48, 66, 86)

#: Radius from which a label at a corner is too far from its mark, in pixels.
LARGE = 9

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """
    A label that has found room.

    Parameters
    ----------
    number : int
        Which mark it belongs to.
    side : tuple of int
        On which side of the mark it stands: -1, 0 or 1 across and up.
    shift : tuple of int
        From the middle of the mark to the nearest side or corner of the label, in pixels.
    led : bool
        Whether it stands away from its mark, so that a line must lead to it.
    """

    number: int
    side: tuple[int, int]
    shift: tuple[int, int]
    led: bool

    def boxes(self, at: tuple[float, float], size: tuple[float, float]) -> list[Box]:
        """List what a label of some size takes of the map, with the line that leads to it."""
        (x, y), (across, up), (wide, high) = at, self.shift, size
        middle = x + across + self.side[0] * wide / 2, y + up + self.side[1] * high / 2
        steps = range(4, 11) if self.led else ()
        line = [_around((x + across * n / 10, y + up * n / 10), (3, 3)) for n in steps]
        return [_around(middle, size), *line]


def labels(
    window: Window,
    marks: list[tuple[float, float, float]],
    texts: list[str],
    *,
    led: int | None = None,
    widths: tuple[int, ...] = WIDTHS,
) -> list[Label]:
    """
    Find room for labels that overlap neither each other nor a mark.

    Parameters
    ----------
    window : Window
        What the map shows.
    marks : list of tuple
        Longitude, latitude and radius (pixels) of every mark, the most important first.
    texts : list of str
        The label of each mark; empty for a mark that only takes room.
    led : int, optional
        How many labels, those of the first marks, may stand away from their marks; all if None.
    widths : tuple of int, optional
        Widths of the map, in pixels, on all of which the labels must have room.

    Returns
    -------
    list of Label
        A label without room is left out.
    """
    screens = [_Screen(window, width, marks) for width in widths]
    found = []
    for number, ((_, _, radius), text) in enumerate(zip(marks, texts, strict=True)):
        gaps = GAPS if led is None or number < led else ()
        for label in _tries(number, radius, gaps) if text else ():
            if all(screen.free(label, _size(text)) for screen in screens):
                for screen in screens:
                    screen.taken += screen.boxes(label, _size(text))
                found.append(label)
                break
    return found


class _Screen:
    """A map of one width and the boxes that are taken on it, those of the marks first."""

    def __init__(self, window: Window, width: int, marks: list[tuple[float, float, float]]):
        self.spots = [window.pixels(lon, lat, width) for lon, lat, _ in marks]
        self.corner = window.pixels(window.east, window.north, width)
        self.taken = [
            _around(spot, (2 * radius, 2 * radius))
            for spot, (_, _, radius) in zip(self.spots, marks, strict=True)
        ]

    def boxes(self, label: Label, size: tuple[float, float]) -> list[Box]:
        return label.boxes(self.spots[label.number], size)

    def free(self, label: Label, size: tuple[float, float]) -> bool:
        boxes = self.boxes(label, size)
        left, bottom, right, top = boxes[0]
        if left < 0 or bottom < 0 or right > self.corner[0] or top > self.corner[1]:
            return False
        others = [box for at, box in enumerate(self.taken) if at != label.number]
        # beside another mark, a label without a line would be read as the name of that one
        room = boxes if label.led else [_around(_middle(boxes[0]), (size[0] + 10, size[1] + 6))]
        return not any(_overlap(box, other) for box in room for other in others)


def _tries(number: int, radius: float, gaps: tuple[int, ...]) -> Iterator[Label]:
    # plotly writes a label beside its mark at this distance, across and up
    near = round(radius / 0.8 + 1)
    for side in AROUND:
        if not all(side) or radius < LARGE:
            yield Label(number, side, (side[0] * near, side[1] * near), led=False)
    for gap in gaps:
        for across, up in AROUND:
            # not at 45 degrees: plotly takes such a mark to lie inside its label, draws no line
            slant = (0.85, 0.5) if across and up else (1, 1)
            far = radius + gap
            shift = round(across * slant[0] * far), round(up * slant[1] * far)
            yield Label(number, (across, up), shift, led=True)


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _around(middle: tuple[float, float], size: tuple[float, float]) -> Box:
    (x, y), (wide, high) = middle, size
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _size(text: str) -> tuple[float, float]:
    lines = text.split("<br>")
    return max(len(line) for line in lines) * LETTER, len(lines) * LINE


def _overlap(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def annotation(
    label: Label, mark: tuple[float, float, float], text: str, axis: str = ""
) -> dict[str, Any]:
    """
    Write a label as a plotly annotation, with a line to its mark where it stands apart.

    Parameters
    ----------
    label : Label
        From `labels`.
    mark : tuple
        Longitude, latitude and radius (pixels) of its mark.
    text : str
        What is written.
    axis : str, optional
        Number of the pair of axes.
    """
    (lon, lat, radius), (across, up) = mark, label.side
    look = {
        "xanchor": {-1: "right", 0: "center", 1: "left"}[across],
        "yanchor": {-1: "top", 0: "middle", 1: "bottom"}[up],
        "font": {"size": 12},
        "borderpad": 0,
    }
    place = {"x": lon, "y": lat, "xref": f"x{axis}", "yref": f"y{axis}", "text": text, **look}
    across, up = label.shift
    if not label.led:
        return {**place, "showarrow": False, "xshift": across, "yshift": up}
    line = {"ax": across, "ay": -up, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": theme.INK}
    return {**place, **line, "standoff": round(radius)}
