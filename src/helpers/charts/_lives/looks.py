"""Name the kinds of events in a life and their marks; draw nothing."""

from __future__ import annotations

from typing import NamedTuple

from helpers import theme


class Look(NamedTuple):
    """Colour, mark and words of a kind of event."""

    colour: str
    symbol: str
    words: str


#: Kinds of events in the order of the legend.
EVENTS = {
    "born": Look(theme.GREY, "circle", "born"),
    "office": Look(theme.SKY, "square", "office, post, study"),
    "arrested": Look(theme.VERMILION, "triangle-up", "arrested"),
    "sentenced": Look(theme.ORANGE, "diamond", "sentenced"),
    "sent_to": Look(theme.BLUE, "triangle-right", "camp or exile"),
    "work": Look(theme.GREEN, "star", "work in captivity"),
    "released": Look(theme.GREEN, "circle", "released"),
    "shot": Look(theme.INK, "x", "shot"),
    "died": Look(theme.INK, "cross", "died"),
    "rehabilitated": Look(theme.BLUE, "pentagon", "rehabilitated"),
}

#: Look of a claim without a basis, whatever it is about.
CLAIM = Look(theme.PURPLE, "bowtie", "claim of a text")

#: Kinds of events that last: their mark stands at the beginning, their bar is broad.
LASTING = ("office", "sent_to", "work")

#: How sure an event is, in the words of the page.
CERTAINTIES = {
    "stated": "stated by a source",
    "doubtful": "doubtful",
    "claimed": "claimed without a basis",
}

#: Sides of the table of people, in the words of the page.
GROUPS = {
    "Alash": "Alash",
    "Soviet Kazakh elite": "Soviet Kazakh elite",
    "prisoner": "scientists and other prisoners",
}

#: Words in place of those of the dictionary where a side has none.
OTHERS = "others"


def group_of(side: str) -> str:
    """
    Name the group of a side.

    >>> group_of("prisoner"), group_of("administration")
    ('scientists and other prisoners', 'others')
    """
    return GROUPS.get(side, OTHERS)
