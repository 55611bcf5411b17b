"""Who was freed by which act: one bar per number, rival numbers below one another."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.ranked import STATUS_LOOKS, measured
from helpers.charts.shared.record import describe, hover, record
from helpers.charts.shared.shelf import Shelf, Style, bars

#: What each act was, in the order of time; who was covered stands after the colon.
ACTS = {
    "decrees_1941_07_12_and_11_24": "Decrees of July and November 1941: minor offences",
    "wartime_releases": "Early release to the army, 1941–1945",
    "amnesty_1945_07_07": "Amnesty of 7 July 1945: terms up to three years",
    "amnesty_1953_03_27": "Amnesty of 27 March 1953: terms up to five years",
    "plan_autumn_1953": "Plan for autumn 1953, not carried out",
    "decrees_1954_04_24_and_07_14": "Decrees of 1954: minors; conditional release",
    "decrees_1955_09_03_and_09_17": "Decrees of September 1955: invalids; wartime collaborators",
    "commissions_1954_1956": "Commissions 1954–1956: political cases",
    "commissions_1956": "Commissions of 1956: cases reviewed in the camps",
    "rehabilitation_1954_1961": "Rehabilitation, 1954–1961",
    "rehabilitation_1962_1983": "Rehabilitation, 1962–1983",
    "rehabilitation_1988_1989": "Rehabilitation, 1988–1989",
}

#: What can be shown: the scope of the rows and their acts.
CHOICES = {
    "every": ("ussr", tuple(ACTS)[:9]),
    "war": ("ussr", tuple(ACTS)[:3]),
    "1953": ("ussr", tuple(ACTS)[3:5]),
    "1954-1956": ("ussr", tuple(ACTS)[5:9]),
    "rehabilitation": ("ussr", tuple(ACTS)[9:]),
    "kazakhstan": ("kazakhstan", ("amnesty_1945_07_07",)),
}

#: Measures that are people; their words where they are more than "released".
MEASURES = {
    "released": "released",
    "released_to_army": "to the army",
    "cases_reviewed": "cases reviewed",
    "sentences_changed": "punishment reviewed",
    "rehabilitated": "rehabilitated",
    "refused": "refused",
}

#: Words of the categories that say who is meant; the others are said in the heading.
CATEGORIES = {
    "medical_grounds": "of them for their health",
    "special_settlers": "special settlers",
    "political": "political",
}


def amnesties(table: pd.DataFrame, *, which: str = "every") -> go.Figure:
    """
    Draw the numbers of people freed by each act.

    Parameters
    ----------
    table : DataFrame
        ``amnesties``: columns ``row``, ``act``, ``scope``, ``category``, ``measure``, values
        (persons), ``status``, ``checked``, dates, sources.
    which : str, optional
        ``every`` act of release, ``war``, ``1953``, ``1954-1956``, ``rehabilitation`` (all for the
        USSR) or ``kazakhstan``.

    Returns
    -------
    Figure
        A heading per act, a bar per number: rival numbers stand below one another and are not
        added up. The pattern is the kind of number, a plan included; hollow is not re-read.

    Raises
    ------
    ValueError
        If there is no such choice, or the table has no number for it.
    """
    if which not in CHOICES:
        raise ValueError(f"no choice '{which}'; choose from {', '.join(CHOICES)}")
    scope, acts = CHOICES[which]
    rows = _rows(table, scope, acts)
    if rows.empty:
        raise ValueError(f"the table has no number of people freed for '{which}'")
    figure, shelf, marks = go.Figure(), Shelf(), []
    for act, group in rows.groupby("act", sort=False, observed=True):
        shelf.heading(ACTS[str(act)])
        for _, row in group.iterrows():
            marks.append((row, _mark(row, shelf.bars(_label(row))[0])))
    for status, (colour, _, pattern) in STATUS_LOOKS.items():
        for hollow in (False, True):
            of_kind = [
                mark
                for row, mark in marks
                if row["status"] == status and (row["checked"] == "unread") == hollow
            ]
            if of_kind:
                figure.add_trace(bars(of_kind, Style(colour, pattern, status), hollow=hollow))
    most = float(rows["value_max"].max())
    height = shelf.close(figure, "persons", most, room=1.4)
    measured(figure, most, "", "persons", room=1.4)
    view = describe(rows, "Persons")
    view.insert(1, "Act", [ACTS[act] for act in rows["act"]])
    view.insert(2, "Who", [_who(row) for _, row in rows.iterrows()])
    return record(figure, rows, view, alt=_alt(rows, which), height=height)


def _rows(table: pd.DataFrame, scope: str, acts: tuple[str, ...]) -> pd.DataFrame:
    of_people = table["measure"].isin(MEASURES) & (table["unit"] == "persons")
    rows = table[of_people & (table["scope"] == scope) & table["act"].isin(acts)]
    order = pd.Categorical(rows["act"], categories=[act for act in acts if act in set(rows["act"])])
    return rows.assign(act=order).sort_values(["act", "value_max"], ascending=[True, False])


def _who(row: pd.Series) -> str:
    words = [MEASURES[row["measure"]], CATEGORIES.get(row["category"], "")]
    said = ", ".join(word for word in words if word)
    return f"{said} ({row['basis']})" if row["basis"] != "actual" else said


def _label(row: pd.Series) -> str:
    who = _who(row)
    source = sources.short_list(sources.split(row["source_keys"]))
    return f"{who}: {source}" if who else source


def _mark(row: pd.Series, at: float) -> dict[str, object]:
    what = f"persons, {_who(row)}"
    text = [hover(row, what), *textwrap.wrap(row["note"], 46)]
    return {
        "y": round(at, 1),
        "x": float(row["value_max"]),
        "text": theme.amount(row),
        "hover": "<br>".join(text),
        "row": row["row"],
    }


def _alt(rows: pd.DataFrame, which: str) -> str:
    what = "rehabilitated" if which == "rehabilitation" else "freed"
    where = "Kazakhstan" if which == "kazakhstan" else "the USSR"
    period = {"war": ", 1941–1945", "1953": ", 1953", "1954-1956": ", 1954–1956"}.get(which, "")
    done = rows[rows["basis"] == "actual"]
    said = [
        f"{ACTS[str(act)]}: {_numbers(group)}"
        for act, group in done.groupby("act", sort=False, observed=True)
    ]
    plan = "" if len(done) == len(rows) else " A plan stands beside them."
    return (
        f"Bar chart of people {what} in {where}{period}, {len(rows)} numbers that are not to be "
        f"added up. {'. '.join(said)}.{plan}"
    )


def _numbers(rows: pd.DataFrame) -> str:
    """Say rival numbers of one thing with "or", and each thing by its name."""
    who = pd.Series([_who(row) for _, row in rows.iterrows()], index=rows.index)
    return ", ".join(
        f"{' or '.join(theme.amount(row) for _, row in group.iterrows())} {name}"
        for name, group in rows.groupby(who, sort=False)
    )
