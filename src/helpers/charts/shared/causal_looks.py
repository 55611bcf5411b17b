"""Name the voices and links of a causal map, and how they look; place nothing."""

from __future__ import annotations

import textwrap

from helpers import sources, theme
from helpers.charts.shared.causal_lines import Link

Look = tuple[str, str, str]

#: Voices: words, colour, dash where several stand in one chart.
VOICES = {
    "official": ("official papers", theme.BLUE, "solid"),
    "prisoners": ("prisoners", theme.VERMILION, "solid"),
    "historians": ("historians", theme.GREEN, "dash"),
    "teaching_text": ("teaching texts", theme.PURPLE, "dot"),
    "later_accounts": ("encyclopaedias and press", theme.GREY, "dashdot"),
}

#: What is drawn where several voices make one link.
SEVERAL = ("several voices", theme.INK, "solid")

#: Links: words between cause and effect, words of the legend, mark at the end of the curve.
LINKS = {
    "led_to": ("led to", "said to have led to", "triangle-left"),
    "held_back": ("held back", "said to have held back", "line-ns-open"),
    "denied": ("did not lead to", "denied", "x-thin-open"),
}


def look_of(link: Link) -> Look:
    """Choose the look of a link: that of its voice, or that of several."""
    voices = link.rows["voice"].unique()
    return VOICES[voices[0]] if len(voices) == 1 else SEVERAL


def hover_of(link: Link) -> str:
    """Write the hover text of a link: what is linked, who says so in which words, sources."""
    lines = [f"<b>{link.cause}</b><br>{LINKS[link.kind][0]}<br><b>{link.effect}</b>"]
    for _, row in link.rows.iterrows():
        said = f"{VOICES[row['voice']][0]}, {row['who']}: {row['claim']}"
        lines.append("<br>".join(textwrap.wrap(said, 46)))
        who = sources.short_list(sources.split(row["source_keys"]))
        lines.append(f"<i>{who}; {theme.CHECKED[row['checked']]}</i>")
    return "<br>".join(lines)
