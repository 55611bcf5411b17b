"""
Lay out circumstances from the top down, with curves from each cause down to its effect.

A position is a number of pixels from the top. The words stand left of the axis, where nothing
runs through them; the curves take the rest of the width.
"""

from __future__ import annotations

import math
import textwrap
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from helpers.charts._causes.circumstances import LEVELS

#: Characters in a line of a label; on a phone they leave 170 pixels for the curves.
WIDTH = 22

#: Pixels that a line of words, the room above a heading, the end of a curve and a space take.
LINE, HEADING, PORT, SPACE = 15, 12, 6, 12

#: Space between the axis and the ends of curves, as a part of the width.
GAP = 0.04

#: Points of a curve, an odd number; plotly rounds it.
POINTS = 7

#: What makes a link: two voices that state the same draw a curve each, side by side.
LINK = ("cause", "effect", "link", "voice")


class Node(NamedTuple):
    """Where a circumstance stands: its middle and half its height."""

    middle: float
    half: float


@dataclass
class Link:
    """
    A link between two circumstances as one voice states it, in one row or several.

    Parameters
    ----------
    cause, effect, kind, voice : str
        What is linked, how and by whom.
    rows : DataFrame
        The rows that make this link.
    lane : int, optional
        How many voices draw the same link further inside.
    start, end : float, optional
        Where the curve leaves the cause and reaches the effect.
    """

    cause: str
    effect: str
    kind: str
    voice: str
    rows: pd.DataFrame
    lane: int = 0
    start: float = 0.0
    end: float = 0.0

    def curve(self, depth: float) -> tuple[list[float], list[float]]:
        """Compute the points of the curve; the longer it is, the further out it runs."""
        wide = 0.08 + 0.86 * (self.end - self.start) / depth + 0.006 * self.lane
        middle, half = (self.end + self.start) / 2, (self.end - self.start) / 2
        turns = [math.pi * n / (POINTS - 1) for n in range(POINTS)]
        across = [round(wide * math.sin(turn) + GAP, 3) for turn in turns]
        return across, [round(middle - half * math.cos(turn), 1) for turn in turns]


def write(
    figure: go.Figure, order: dict[str, str], table: pd.DataFrame
) -> tuple[dict[str, Node], float]:
    """
    Write headings and labels beside the axis.

    Parameters
    ----------
    figure : Figure
        Changed.
    order : dict
        Circumstance -> level, from the top down.
    table : DataFrame
        All rows: a circumstance is as high as all of its links need, also where a choice shows
        fewer, so that it stays in its place.

    Returns
    -------
    tuple
        The place of each circumstance and the depth of them all.
    """
    pairs = table[[*LINK]].drop_duplicates()
    ends = pd.concat([pairs["cause"], pairs["effect"]]).value_counts()
    nodes, ticks, depth, level = {}, [], 0.0, ""
    for name, here in order.items():
        if here != level:
            level = here
            lines = [f"<b>{line}</b>" for line in textwrap.wrap(LEVELS[here], WIDTH - 2)]
            ticks.append((depth + HEADING + LINE * len(lines) / 2, "<br>".join(lines)))
            depth += HEADING + LINE * len(lines) + SPACE / 2
        lines = textwrap.wrap(name, WIDTH)
        high = max(LINE * len(lines), PORT * int(ends[name]))
        nodes[name] = Node(depth + high / 2, high / 2)
        ticks.append((nodes[name].middle, "<br>".join(lines)))
        depth += high + SPACE
    figure.update_yaxes(
        tickmode="array",
        tickvals=[round(middle, 1) for middle, _ in ticks],
        ticktext=[words for _, words in ticks],
        tickfont={"size": 12},
        range=[round(depth, 1), 0],
        showgrid=False,
        zeroline=False,
        ticks="",
        ticklabelstandoff=6,
    )
    figure.update_xaxes(visible=False, range=[-0.01, 1.03])
    return nodes, depth


def links(rows: pd.DataFrame, nodes: dict[str, Node]) -> list[Link]:
    """
    Gather the rows of each link and give both ends of its curve a place of their own.

    Parameters
    ----------
    rows : DataFrame
        Columns ``cause``, ``effect``, ``link``, ``voice``.
    nodes : dict
        From `write`, from the top down.
    """
    found = [Link(*key, group) for key, group in rows.groupby([*LINK], sort=False)]
    inner = Counter()
    for link in sorted(found, key=lambda link: (link.kind, link.voice)):
        link.lane = inner[link.cause, link.effect]
        inner[link.cause, link.effect] += 1
    places = {name: place for place, name in enumerate(nodes)}
    for name, node in nodes.items():
        # of two curves the longer runs outside the other, so that it ends lower and starts higher
        into = [link for link in found if link.effect == name]
        into.sort(key=lambda link: (-places[link.cause], link.lane))
        away = [link for link in found if link.cause == name]
        away.sort(key=lambda link: (-places[link.effect], -link.lane))
        for place, link in enumerate([*into, *away]):
            share = (place + 0.5) / (len(into) + len(away))
            at = node.middle - node.half + 2 * node.half * share
            if link.effect == name:
                link.end = at
            else:
                link.start = at
    return found
