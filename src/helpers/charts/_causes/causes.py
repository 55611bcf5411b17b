"""Who says what led to what, as curves from each cause down to its effect; adds no link."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._causes.circumstances import main_chain, ordered
from helpers.charts._causes.lines import Node, links, write
from helpers.charts._causes.looks import LINKS, VOICES
from helpers.charts._causes.marks import curves, key, marks
from helpers.charts.shared.filters import EVERY, blank, declare, fitting
from helpers.charts.shared.record import record

#: Pixels around the lines, and for an entry of the legend.
AROUND, ENTRY = 104, 22

#: Words in the order in which a reader chooses from them.
ORDER = {
    "voice": [words for words, _, _ in VOICES.values()],
    "said": [kind.legend for kind in LINKS.values()],
}

NO_LINK = "No link in our sources<br>fits this choice"


def causes(table: pd.DataFrame, *, voice: str = EVERY, said: str = EVERY) -> go.Figure:
    """
    Draw which circumstances are said to have led to which, and by whom.

    Parameters
    ----------
    table : DataFrame
        ``kengir_causes``: columns ``row``, ``cause``, ``cause_level``, ``link``, ``effect``,
        ``effect_level``, ``voice``, ``who``, ``claim``, ``checked``, ``source_keys``; rows in
        the order in which the circumstances shall stand.
    voice, said : str, optional
        Draw only what this voice says, or what is said in this way; the words are those of the
        controls.

    Returns
    -------
    Figure
        The circumstances from the top down, at the same places for every choice; one that the
        choice does not name has no bar. A curve runs from each cause down to its effect; where
        several voices state one link, each has a curve of its own beside the others.

    Raises
    ------
    ValueError
        If there is no such voice or link, or the links of the table have no order from the top
        down.
    """
    order = ordered(table)
    classes = pd.DataFrame(
        {
            "voice": [[VOICES[voice][0]] for voice in table["voice"]],
            "said": [[LINKS[kind].legend] for kind in table["link"]],
        },
        index=table.index,
    )
    fits = fitting(classes, {"voice": voice, "said": said})
    rows = table[fits]
    figure = go.Figure()
    nodes, depth = write(figure, order, table)
    # placed by the whole table, so that a choice moves nothing
    found = [link for link in links(table, nodes) if fits[link.rows.index].all()]
    for name in VOICES:
        if group := [link for link in found if link.voice == name]:
            figure.add_trace(curves(group, depth))
    for kind in LINKS:
        if group := [link for link in found if link.kind == kind]:
            figure.add_traces([marks(group, depth), key(kind)])
    figure.add_trace(_bars(rows, nodes))
    corner = {"xref": "container", "x": 0, "yref": "container", "y": 0.998, "yanchor": "top"}
    figure.update_layout(legend=corner, showlegend=True)
    if rows.empty:
        figure.add_annotation(blank(NO_LINK))
    entries = sum(one.showlegend is not False for one in figure.data)
    height = round(depth) + AROUND + ENTRY * entries
    record(figure, rows, _table(rows), alt=_alt(rows, order), height=height)
    return declare(figure, rows, classes[fits], ORDER, "claims", NO_LINK)


def _bars(rows: pd.DataFrame, nodes: dict[str, Node]) -> go.Bar:
    """Draw a bar at each circumstance that is named; hovering tells as what."""
    tops, heights, texts, named = [], [], [], []
    for name, node in nodes.items():
        into, away = rows[rows["effect"] == name], rows[rows["cause"] == name]
        if len(into) + len(away):
            tops.append(round(node.middle - node.half, 1))
            heights.append(round(2 * node.half, 1))
            parts = (("effect", into), ("cause", away))
            told = [f"{words}: {', '.join(_voices(part))}" for words, part in parts if len(part)]
            texts.append("<br>".join([f"<b>{name}</b>", *told]))
            named.append(" ".join([*into["row"], *away["row"]]))
    return go.Bar(
        x=[0] * len(tops),
        y=heights,
        base=tops,
        width=0.008,
        name="circumstance named",
        marker={"color": theme.INK, "line": {"color": theme.INK, "width": 2}},
        hovertext=texts,
        hoverinfo="text",
        customdata=named,
    )


def _voices(rows: pd.DataFrame) -> list[str]:
    return [words for voice, (words, _, _) in VOICES.items() if voice in set(rows["voice"])]


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Cause": rows["cause"],
            "Said to have": [LINKS[kind].between for kind in rows["link"]],
            "Effect": rows["effect"],
            "Voice": [VOICES[voice][0] for voice in rows["voice"]],
            "Who": rows["who"],
            "What is said": rows["claim"],
            "How known": rows["checked"].map(theme.CHECKED),
            "Source": [sources.short_list(sources.split(keys)) for keys in rows["source_keys"]],
            "row": rows["row"],
        }
    )


def _alt(rows: pd.DataFrame, order: dict[str, str]) -> str:
    start = "Causal map, from the oldest circumstance at the top down to the rising"
    if rows.empty:
        return f"{start}: the table holds no link for this choice."
    named = pd.concat([rows["cause"], rows["effect"]]).nunique()
    links = rows[["cause", "effect", "link"]].drop_duplicates()
    kinds = links["link"].value_counts()
    said = ", ".join(
        f"{kinds[kind]} {look.between}" for kind, look in LINKS.items() if kind in kinds
    )
    voices = []
    for voice, (words, _, _) in VOICES.items():
        own = rows[rows["voice"] == voice]
        if len(own):
            chain = " \u2192 ".join(main_chain(own, order)) or "none"
            voices.append(f"{words} ({len(own)} rows): {chain}")
    return (
        f"{start}: {named} of {len(order)} circumstances and {len(links)} links ({said}) in "
        f"{len(rows)} rows. Longest chain of each voice: {'; '.join(voices)}."
    )
