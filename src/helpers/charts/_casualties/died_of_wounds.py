"""The dead of 26 June 1954 and those who died later: two parts, and numbers that hold both."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._casualties.claims import (
    EPISODES,
    claims_about,
    label,
    one_of,
    table_of,
    who,
)
from helpers.charts._casualties.headed import Group, headed
from helpers.charts.shared.ranked import AROUND, bar_look, measured
from helpers.charts.shared.record import record

#: Ends of the names of columns: of the claim itself, of its part that died later.
ENDS = ("", "_later")

#: Colours and patterns of the two parts.
LOOKS = {"killed": theme.VERMILION, "died later": theme.PURPLE}
PATTERNS = {"killed": "", "died later": "/"}

#: Thickness of a bar, in pixels.
BAR = 20


def died_of_wounds(table: pd.DataFrame, *, episode: str = "june_assault") -> go.Figure:
    """
    Draw a claim that gives killed and died later apart, beside those that give one of the sums.

    Parameters
    ----------
    table : DataFrame
        ``kengir_casualties``: columns as for `casualties`, and ``claim_id``.
    episode : str, optional
        As in `casualties`.

    Returns
    -------
    Figure
        A bar of two parts, killed and died later, with their sum computed; below it a bar for
        each other claim that has the number of the first part, or that of both together; above
        it the official counts that have neither.

    Raises
    ------
    ValueError
        If no claim about the episode gives both parts exactly.
    """
    one_of(episode, tuple(EPISODES), "episode")
    killed, later = (
        claims_about(table, [episode], measure, "prisoners").query("qualifier == 'exact'")
        for measure in ("killed", "died_later")
    )
    parts = killed.merge(later[["claim_id", "size", "row", "hover"]], on="claim_id", suffixes=ENDS)
    if parts.empty:
        raise ValueError(f"no claim about '{episode}' gives killed and died later apart")
    parts["both"] = parts["size"] + parts["size_later"]
    others = killed[~killed["row"].isin(parts["row"])]
    official = others["source_kind"] == "official document"
    known = others["size"].isin([*parts["size"], *parts["both"]])
    groups = {
        "official, neither part nor sum": others[official & ~known],
        "killed and died later, apart": parts,
        "one number, equal to the first part": others[others["size"].isin(parts["size"])],
        "one number, equal to the sum": others[others["size"].isin(parts["both"])],
    }
    figure = go.Figure()
    tall = _draw(figure, groups, float(parts["both"].max()))
    used = pd.concat([later[later["row"].isin(parts["row_later"])], *groups.values()])
    return record(
        figure,
        used,
        table_of(used.sort_values(["claim_id", "row"])),
        alt=_alt(groups, EPISODES[episode]),
        height=AROUND + tall,
    )


def _draw(figure: go.Figure, groups: dict[str, pd.DataFrame], top: float) -> int:
    shown = [
        Group(heading, [label(row) for _, row in rows.iterrows()])
        for heading, rows in groups.items()
        if len(rows)
    ]
    places, tall = headed(figure, shown)
    rows = pd.concat(groups.values()).set_axis(places)
    for unread in (False, True):
        held = rows[(rows["checked"] == "unread") == unread]
        apart = held[held["both"].notna()]
        if len(held):
            figure.add_trace(_bars(held, "killed", "", unread))
        if len(apart):
            figure.add_trace(_bars(apart, "died later", "_later", unread))
    figure.add_trace(_totals(rows))
    measured(figure, top, "", "persons", room=1.6)
    # plotly lists stacked bars from the last one back
    figure.update_layout(barmode="stack", showlegend=True, legend_traceorder="normal")
    return tall


def _bars(rows: pd.DataFrame, name: str, end: str, unread: bool) -> go.Bar:
    return go.Bar(
        orientation="h",
        name=name + ", not re-read" * unread,
        x=[float(size) for size in rows["size" + end]],
        y=rows.index.tolist(),
        width=BAR,
        marker=bar_look(LOOKS[name], "hollow" if unread else PATTERNS[name]),
        hovertext=rows["hover" + end].tolist(),
        hoverinfo="text",
        customdata=rows["row" + end].tolist(),
    )


def _totals(rows: pd.DataFrame) -> go.Scatter:
    """Write the number of each line at the end of its bar."""
    ends = rows["both"].fillna(rows["size"])
    return go.Scatter(
        x=[float(end) for end in ends],
        y=rows.index.tolist(),
        mode="text",
        text=[_sum(row) for _, row in rows.iterrows()],
        textposition="middle right",
        textfont={"size": 12},
        hoverinfo="skip",
        showlegend=False,
        cliponaxis=False,
    )


def _sum(row: pd.Series) -> str:
    first = theme.number(row["size"])
    if pd.isna(row.get("both")):
        return f" {first}"
    return f" {first} + {theme.number(row['size_later'])} = {theme.number(row['both'])}"


def _alt(groups: dict[str, pd.DataFrame], what: str) -> str:
    said = [f"Bar chart of claims about the dead, {what}."]
    for heading, rows in groups.items():
        lines = "; ".join(f"{_sum(row).strip()} ({who(row)})" for _, row in rows.iterrows())
        said.append(f"{heading.capitalize()}: {lines or 'no claim'}.")
    return " ".join([*said, "The sums are computed in this book; claims are not added up."])
