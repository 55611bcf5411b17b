"""Find room for the labels of a map; draw nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from helpers.charts._ground import Window

#: Widths in pixels that labels are laid out for: a map on a phone and on a page.
WIDTHS = (330, 620)

#: Pixels that one letter and one line of a label take (measured for 12 px).
LETTER, LINE = 6.6, 15

#: Directions in which a label looks for room, in this order.
AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))

#: How far from its mark a label may stand, in pixels; beyond the first a line leads to it.
GAPS = (2, 16, 30, 46, 64)

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
        From the mark to the middle of the label, in pixels across and up.
    gap : int
        Pixels between mark and label.
    """

    number: int
    side: tuple[int, int]
    shift: tuple[int, int]
    gap: int


def labels(
    window: Window,
    marks: list[tuple[float, float, float]],
    texts: list[str],
    *,
    gaps: tuple[int, ...] = GAPS,
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
    gaps : tuple of int, optional
        How far from its mark a label may stand, in pixels.
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
        for label in _tries(number, radius, _size(text), gaps) if text else ():
            boxes = [screen.box(label, _size(text)) for screen in screens]
            if all(screen.free(box, number) for screen, box in zip(screens, boxes, strict=True)):
                for screen, box in zip(screens, boxes, strict=True):
                    screen.taken.append(box)
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

    def box(self, label: Label, size: tuple[float, float]) -> Box:
        (x, y), (across, up) = self.spots[label.number], label.shift
        return _around((x + across, y + up), size)

    def free(self, box: Box, number: int) -> bool:
        inside = (
            box[0] >= 0 and box[1] >= 0 and box[2] <= self.corner[0] and box[3] <= self.corner[1]
        )
        others = (other for at, other in enumerate(self.taken) if at != number)
        return inside and not any(_overlap(box, other) for other in others)


def _tries(
    number: int, radius: float, size: tuple[float, float], gaps: tuple[int, ...]
) -> Iterator[Label]:
    for gap in gaps:
        for side in AROUND:
            reach = (radius + gap) * (0.75 if all(side) else 1)
            across, up = (
                round(way * (reach + long / 2)) for way, long in zip(side, size, strict=True)
            )
            yield Label(number, side, (across, up), gap)


def _around(middle: tuple[float, float], size: tuple[float, float]) -> Box:
    (x, y), (wide, high) = middle, size
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _size(text: str) -> tuple[float, float]:
    lines = text.split("<br>")
    return max(len(line) for line in lines) * LETTER, len(lines) * LINE


def _overlap(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
