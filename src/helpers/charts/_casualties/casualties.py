"""The dead and wounded of Kengir: every claim beside its source, equal numbers together."""

from __future__ import annotations

from itertools import groupby

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._casualties.claims import (
    EPISODES,
    SAME_PEOPLE,
    SOURCE_KINDS,
    UNDATED,
    claims_about,
    day,
    greatest,
    kind_words,
    label,
    one_of,
    repeated,
    table_of,
    value,
    who,
    words,
)
from helpers.charts._casualties.headed import Group, headed
from helpers.charts.shared.claim_marks import open_ends, values
from helpers.charts.shared.ranked import AROUND, in_words, measured
from helpers.charts.shared.record import nothing, record

#: The least height of the lines together, in pixels: an empty chart says why it is empty.
LEAST = 120

#: The least end of the axis, in persons: below it the ticks would count halves of a person.
FEW = 3


def casualties(
    table: pd.DataFrame,
    *,
    episode: str,
    measure: str = "killed",
    source_kind: str = "every",
    side: str = "prisoners",
) -> go.Figure:
    """
    Draw every claim about the losses of one episode, the smallest number on top.

    Parameters
    ----------
    table : DataFrame
        ``kengir_casualties``: columns ``row``, ``episode``, ``side``, ``source_kind``,
        ``source_date``, ``measure``, values (persons), ``status``, ``checked``, sources.
    episode : str
        ``before_uprising``, ``may_shooting``, ``june_assault``, ``whole_uprising`` or
        ``aftermath``.
    measure : str, optional
        ``killed``, ``wounded``, ``killed_or_wounded``, ``died_later``, ``named``, ``executed``,
        ``arrested`` or ``deported``; never two at once.
    source_kind : str, optional
        Draw the claims of this kind of source only: ``official document``, ``memoir``,
        ``secondary``, ``encyclopaedia``.
    side : str, optional
        Whose losses: ``prisoners`` or ``army``.

    Returns
    -------
    Figure
        One line per claim, marked by the kind of number and labelled with the kind of source.
        Claims that repeat one number stand together on a grey ground, the oldest dated source
        on top; nothing is added up. The axis is the same for every kind of source.

    Raises
    ------
    ValueError
        If there is no such episode, measure, side or kind of source.
    """
    one_of(episode, tuple(EPISODES), "episode")
    one_of(measure, tuple(sorted(set(table["measure"]))), "measure")
    one_of(source_kind, ("every", *SOURCE_KINDS), "kind of source")
    one_of(side, tuple(sorted(set(table["side"]))), "side")
    rows = claims_about(table, [episode], measure, side)
    chosen = rows if source_kind == "every" else rows[rows["source_kind"] == source_kind]
    figure = go.Figure()
    tall = _draw(figure, chosen, max(greatest(rows), FEW), words(measure))
    return record(
        figure,
        chosen,
        table_of(chosen),
        alt=_alt(chosen, f"{words(measure)} ({side}), {EPISODES[episode]}"),
        height=AROUND + max(tall, LEAST),
    )


def _draw(figure: go.Figure, chosen: pd.DataFrame, top: float, what: str) -> int:
    if chosen.empty:
        nothing(figure, "The table holds<br>no such claim")
        return 0
    places, tall = headed(figure, _groups(chosen))
    placed = chosen.set_axis(places)
    open_ends(figure, placed, top)
    values(figure, placed, top)
    for line, row in placed[placed["size"].isna()].iterrows():
        in_words(figure, line, f"in words: {row['value_text']}")
    measured(figure, top, what, "persons", room=1.12)
    figure.update_layout(showlegend=True)
    return tall


def _groups(rows: pd.DataFrame) -> list[Group]:
    """Put claims with the same number under one heading."""
    groups = []
    for _, same in groupby((row for _, row in rows.iterrows()), key=lambda row: row["number"]):
        held = list(same)
        again = len(held) > 1
        heading = f"{value(held[0])}, in {len(held)} claims" if again else ""
        groups.append(Group(heading, [label(row) for row in held], ground=again))
    return groups


def _alt(rows: pd.DataFrame, what: str) -> str:
    start, drawn = f"Dot chart of claims about {what}", rows.dropna(subset=["size"])
    if rows.empty:
        return f"{start}: the table holds no claim for this choice."
    counts = rows["source_kind"].map(kind_words).value_counts()
    kinds = ", ".join(f"{kind}: {n}" for kind, n in counts.items())
    if len(rows) == 1:
        only = rows.iloc[0]
        return f"{start}: one ({kinds}), {value(only)} ({who(only)})."
    return " ".join(
        [
            f"{start}: {len(rows)} claims ({kinds}){_same(rows)}.",
            *_ends(drawn),
            *_repeats(rows),
        ]
    )


def _same(rows: pd.DataFrame) -> str:
    people = SAME_PEOPLE.get(rows["measure"].iloc[0])
    return f" about {people}: they cannot be added up" if people else ", not to be added up"


def _ends(drawn: pd.DataFrame) -> list[str]:
    if drawn.empty:
        return ["None of them is a number."]
    tops = drawn["value_max"].fillna(drawn["size"])
    least, most = drawn.iloc[0], drawn.assign(top=tops).sort_values(["top", "size"]).iloc[-1]
    if least["number"] == most["number"]:
        return [f"The only number is {theme.amount(least)}."]
    return [
        f"The smallest number is {theme.amount(least)} ({who(least)}), "
        f"the largest {theme.amount(most)} ({who(most)})."
    ]


def _repeats(rows: pd.DataFrame) -> list[str]:
    said = []
    for group in repeated(rows):
        first = group.iloc[0]
        oldest = f" (the oldest of the dated ones: {who(first)}, {day(first['source_date'])})"
        dated = first["source_date"] != UNDATED
        said.append(f"{value(first)} stands in {len(group)} claims{oldest * dated}")
    return [f"Repeated: {'; '.join(said)}."] if said else []
