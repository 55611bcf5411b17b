"""Who is called a participant of Kengir: several measures, each under its own heading."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._casualties.headed import Group, headed
from helpers.charts.shared.claim_marks import computed, open_ends, values
from helpers.charts.shared.ranked import AROUND, measured, number_of
from helpers.charts.shared.record import describe, hover, record
from helpers.models import shares

#: The division that rose, and the day of the statistics of its camp.
DIVISION, DAY = "steplag_3", "1954-06-10"

#: Measures in the order of the chart, with their headings.
HEADINGS = {
    "not_at_work": "not at work on 18 May",
    "refused_work": "refused work from 25 May",
    "held": "held in the 3rd division, 10 June",
    "women_held": "women among those held, 10 June",
    "left_over": "whole camp less the other five divisions",
    "held_at_kengir": "said to have been held at Kengir",
    "took_part": "said to have taken part",
    "on_strike": "said to be on strike",
}

#: The dimension of `camp_composition` that holds the claims.
CLAIMS = "Kengir participants"


def participants(composition: pd.DataFrame, events: pd.DataFrame) -> go.Figure:
    """
    Draw the numbers that are given for the participants of Kengir, grouped by what they count.

    Parameters
    ----------
    composition : DataFrame
        ``camp_composition``: the claims about Kengir, and the prisoners and women of the 3rd
        division on 10 June 1954 (persons).
    events : DataFrame
        ``kengir_event_numbers``: prisoners not at work, refusing work, at work elsewhere, and
        in the whole camp (persons).

    Returns
    -------
    Figure
        One line per number under the heading of its measure; a number that stands in both
        tables is drawn once. What other divisions leave for the 3rd is computed from two papers
        of different days. The measures are never joined to one range.

    Raises
    ------
    ValueError
        If the prisoners or the women of the division are not in the table.
    """
    rows = _lines(composition, events)
    top = float(rows["value_max"].fillna(rows["size"]).max())
    figure = go.Figure()
    groups = [
        Group(HEADINGS[measure], [_label(row) for _, row in held.iterrows()])
        for measure, held in rows.groupby("kind", sort=False)
    ]
    places, tall = headed(figure, groups)
    placed = rows.set_axis(places)
    is_sum = placed["status"] == "computed"
    open_ends(figure, placed, top)
    values(figure, placed[~is_sum], top)
    computed(figure, placed[is_sum], top)
    measured(figure, top, "", "prisoners", room=1.12)
    figure.update_layout(showlegend=True)
    view = describe(rows, "Persons")
    view.insert(0, "What", rows["kind"].map(HEADINGS))
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    stated = _shares(composition)
    used = pd.concat([rows[["source_keys"]], stated[["source_keys"]]])
    return record(figure, used, view, alt=_alt(rows, stated), height=AROUND + tall)


def _lines(composition: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """List the numbers in the order of the lines."""
    claims = composition[(composition["dimension"] == CLAIMS) & (composition["unit"] == "persons")]
    statistics = composition[
        (composition["camp_id"] == DIVISION) & (composition["date_text"] == DAY)
    ]
    found = [
        claims.assign(kind=claims["measure"]),
        events.assign(kind=events["measure"]),
        _only(statistics, category="all prisoners").assign(kind="held"),
        _only(statistics, category="women").assign(kind="women_held"),
        _left_over(events),
    ]
    rows = pd.concat(found, ignore_index=True)
    rows = rows[rows["kind"].isin(HEADINGS) & (rows["date_start"].dt.year == 1954)]
    # Norilsk has prisoners not at work too; a number under two names keeps the first
    rows = rows.drop_duplicates(["kind", "value_min", "value_max", "source_keys"])
    rows = rows.assign(
        size=number_of(rows).astype("Float64"),
        order=rows["kind"].map(list(HEADINGS).index),
        hover=[hover(row, HEADINGS[row["kind"]]) for _, row in rows.iterrows()],
    )
    return rows.sort_values(["order", "size", "row"], ignore_index=True)


def _only(table: pd.DataFrame, **given: str) -> pd.DataFrame:
    rows = table
    for column, value in given.items():
        rows = rows[rows[column] == value]
    if len(rows) != 1:
        what = ", ".join(f"{column} '{value}'" for column, value in given.items())
        raise ValueError(f"{len(rows)} rows with {what}; the chart needs one")
    return rows


def _left_over(events: pd.DataFrame) -> pd.DataFrame:
    """Compute what the other divisions leave of the whole camp."""
    camp = _only(events, measure="prisoners", date_text=DAY).iloc[0]
    other = _only(events, measure="at_work_elsewhere").iloc[0]
    left = float(camp["value_min"] - other["value_min"])
    sums = f"{theme.number(camp['value_min'])} − {theme.number(other['value_min'])}"
    line = {
        **camp,
        "kind": "left_over",
        "row": f"{camp['row']} {other['row']}",
        "value_min": left,
        "value_max": left,
        "value_text": "",
        "status": "computed",
        "date_text": f"{other['date_text']} and {camp['date_text']}",
        "note": f"{sums}: the whole camp on 10 June less the other divisions on 26 May",
    }
    return pd.DataFrame([line])


def _label(row: pd.Series) -> str:
    return sources.short_list(sources.split(row["source_keys"]))


def _shares(composition: pd.DataFrame) -> pd.DataFrame:
    """List the claims of the share of women."""
    rows = composition[composition["dimension"] == CLAIMS]
    return rows[(rows["unit"] == "percent") & rows["category"].str.startswith("women")]


def _alt(rows: pd.DataFrame, stated: pd.DataFrame) -> str:
    said = ["Dot chart of the numbers called participants, by what they count, not one range."]
    for kind, held in rows.groupby("kind", sort=False):
        numbers = "; ".join(f"{theme.amount(row)} ({_label(row)})" for _, row in held.iterrows())
        said.append(f"{HEADINGS[kind][0].upper()}{HEADINGS[kind][1:]}: {numbers}.")
    held, women = (
        float(rows.loc[rows["kind"] == kind, "size"].iloc[0]) for kind in ("held", "women_held")
    )
    share = theme.number(shares.share(women, held), 1)
    said.append(f"{theme.number(women)} of {theme.number(held)} are {share} per cent (computed).")
    if len(stated):
        claimed = "; ".join(_share(row) for _, row in stated.iterrows())
        said.append(f"Per cent, as claimed: {claimed}.")
    return " ".join(said)


def _share(row: pd.Series) -> str:
    return f"{theme.amount(row)} {row['category']} ({_label(row)})"
