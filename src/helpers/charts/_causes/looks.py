"""Name the voices and links of a causal map, and how they look; place nothing."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from helpers import sources, theme
from helpers.charts._causes.lines import Link

#: Voices: words, colour, dash.
VOICES = {
    "official": ("official papers", theme.BLUE, "solid"),
    "prisoners": ("prisoners", theme.VERMILION, "solid"),
    "historians": ("historians", theme.GREEN, "dash"),
    "teaching_text": ("teaching texts", theme.PURPLE, "dot"),
    "later_accounts": ("popular accounts", theme.GREY, "dashdot"),
}


class Kind(NamedTuple):
    """
    How a kind of link is said and marked.

    Parameters
    ----------
    between : str
        Words between cause and effect.
    legend : str
        Words of the legend.
    symbol : str
        Mark on the curve.
    size : int
        Of the mark, in pixels.
    filled : bool
        Whether the colour of the voice fills the mark or draws its edge only.
    """

    between: str
    legend: str
    symbol: str
    size: int
    filled: bool


#: An arrow stands at the end of the curve. What is no cause has none: a large mark stands in
#: the middle of the curve, where few others pass.
LINKS = {
    "led_to": Kind("led to", "said to have led to", "triangle-left", 8, True),
    "held_back": Kind("held back", "said to have held back", "octagon", 15, True),
    "denied": Kind("did not lead to", "denied", "circle-x", 17, False),
}


def hover_of(link: Link) -> str:
    """Write the hover text of a link: what is linked, who says so in which words, sources."""
    lines = [f"<b>{link.cause}</b><br>{LINKS[link.kind].between}<br><b>{link.effect}</b>"]
    for _, row in link.rows.iterrows():
        said = f"{VOICES[row['voice']][0]}, {row['who']}: {row['claim']}"
        lines.append("<br>".join(textwrap.wrap(said, 46)))
        who = sources.short_list(sources.split(row["source_keys"]))
        lines.append(f"<i>{who}; {theme.CHECKED[row['checked']]}</i>")
    return "<br>".join(lines)
