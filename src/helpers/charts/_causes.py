"""Who says what led to what, as curves from each cause down to its effect; adds no link."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.causal_lines import GAP, Link, Node, links, write
from helpers.charts.shared.causal_looks import LINKS, SEVERAL, VOICES, Look, hover_of, look_of
from helpers.charts.shared.circumstances import main_chain, ordered
from helpers.charts.shared.record import nothing, record

#: Pixels around the lines, and for an entry of the legend.
AROUND, ENTRY = 104, 22


def causes(table: pd.DataFrame, *, voice: str = "every") -> go.Figure:
    """
    Draw which circumstances are said to have led to which, and by whom.

    Parameters
    ----------
    table : DataFrame
        ``kengir_causes``: columns ``row``, ``cause``, ``cause_level``, ``link``, ``effect``,
        ``effect_level``, ``voice``, ``who``, ``claim``, ``checked``, ``source_keys``; rows in
        the order in which the circumstances shall stand.
    voice : str, optional
        Draw what this voice says only, a key of ``VOICES``.

    Returns
    -------
    Figure
        The circumstances from the top down, at the same places for every voice; one that the
        voice does not name has no bar. A curve runs from each cause down to its effect; one
        that several voices draw is thick.

    Raises
    ------
    ValueError
        If there is no such voice, or the links of the table have no order from the top down.
    """
    if voice not in ("every", *VOICES):
        raise ValueError(f"no voice '{voice}'; choose from every, {', '.join(VOICES)}")
    order = ordered(table)
    rows = (table if voice == "every" else table[table["voice"] == voice]).reset_index(drop=True)
    figure = go.Figure()
    nodes, depth = write(figure, order, table)
    looks: dict[Look, list[Link]] = {}
    found = links(rows, nodes)
    for link in found:
        looks.setdefault(look_of(link), []).append(link)
    for look in (*VOICES.values(), SEVERAL):
        if look in looks:
            figure.add_trace(_curves(looks[look], look, depth, alone=voice != "every"))
    for kind in LINKS:
        group = [link for link in found if link.kind == kind]
        if group:
            figure.add_trace(_ends(group, kind))
    figure.add_trace(_bars(rows, nodes))
    corner = {"xref": "container", "x": 0, "yref": "container", "y": 0.998, "yanchor": "top"}
    figure.update_layout(legend=corner, showlegend=True)
    if rows.empty:
        nothing(figure, "The table holds no such link")
    height = round(depth) + AROUND + ENTRY * len(figure.data)
    return record(figure, rows, _table(rows), alt=_alt(rows, order), height=height)


def _curves(group: list[Link], look: Look, depth: float, *, alone: bool) -> go.Scatter:
    words, colour, dash = look
    x, y, rows = [], [], []
    for link in group:
        across, down = link.curve(depth)
        x += [*across, None]
        y += [*down, None]
        # the first point stands for the curve: repeated at each, its rows would weigh most of it
        rows += [" ".join(link.rows["row"])] + [None] * len(across)
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        name=words,
        line={
            "color": colour,
            "dash": "solid" if alone else dash,
            "width": 3 if look == SEVERAL else 2,
            "shape": "spline",
        },
        # the marks at the ends tell more: a curve passes too close to others to be pointed at
        hoverinfo="skip",
        customdata=rows,
        cliponaxis=False,
    )


def _ends(group: list[Link], kind: str) -> go.Scatter:
    _, words, symbol = LINKS[kind]
    colours = [look_of(link)[1] for link in group]
    return go.Scatter(
        x=[round(GAP + 0.01, 3)] * len(group),
        y=[round(link.end, 1) for link in group],
        mode="markers",
        name=words,
        marker={
            "color": colours,
            "symbol": symbol,
            "size": 8,
            "line": {"color": colours, "width": 2},
        },
        hovertext=[hover_of(link) for link in group],
        hoverinfo="text",
        customdata=[" ".join(link.rows["row"]) for link in group],
        cliponaxis=False,
    )


def _bars(rows: pd.DataFrame, nodes: dict[str, Node]) -> go.Scatter:
    """Draw a bar at each circumstance that is named; hovering tells how often."""
    x, y, texts, links = [], [], [], []
    for name, node in nodes.items():
        into, away = rows[rows["effect"] == name], rows[rows["cause"] == name]
        if len(into) + len(away):
            said = f"<b>{name}</b><br>effect in {len(into)}, cause in {len(away)} rows"
            x += [0, 0, None]
            y += [round(node.middle - node.half, 1), round(node.middle + node.half, 1), None]
            texts += [said, said, None]
            links += [" ".join([*into["row"], *away["row"]]), None, None]
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        name="named by this choice",
        line={"color": theme.INK, "width": 5},
        hovertext=texts,
        hoverinfo="text",
        customdata=links,
        cliponaxis=False,
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Cause": rows["cause"],
            "Said to have": [LINKS[kind][0] for kind in rows["link"]],
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
        f"{kinds[kind]} {words}" for kind, (words, _, _) in LINKS.items() if kind in kinds
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
