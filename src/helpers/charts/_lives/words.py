"""Describe lives in words: names above the lines, hovers, table, alt text."""

from __future__ import annotations

import re

import pandas as pd

from helpers import sources, theme
from helpers.charts._lives.layout import HEADING, NAME, rivals
from helpers.charts._lives.looks import CERTAINTIES, EVENTS
from helpers.charts.shared.ranked import wrap
from helpers.charts.shared.when import when

#: Letters of a line of a hover text that fits on a telephone.
WIDTH = 38


def name_of(person: str, rows: pd.DataFrame) -> str:
    """Write the name above a life, with the year of birth where a source has one."""
    mine = rows[rows["person_id"] == person]
    born = mine[(mine["event"] == "born") & mine["day"].notna()]
    years = "/".join(dict.fromkeys(f"{day:%Y}" for day in sorted(born["date_start"])))
    birth = f" <i>born {years}</i>" if years else " <i>birth not found</i>"
    return f"<b>{without_patronymic(mine['name'].iloc[0])}</b>{birth}"


def without_patronymic(name: str) -> str:
    """
    Leave out a Russian patronymic, so that a name fits on a telephone.

    >>> without_patronymic("Nikolai Vladimirovich Timofeev-Ressovsky")
    'Nikolai Timofeev-Ressovsky'
    """
    return re.sub(r"(?<=\w) \w+(?:vich|vna)(?= \w)", "", name)


def headings(rows: pd.DataFrame, lines: dict[str, float]) -> list[tuple[float, str]]:
    """Write the name of each group above its first life, where there are several groups."""
    groups = rows.drop_duplicates("person_id").set_index("person_id")["group"]
    if groups.nunique() < 2:
        return []
    tops = {group: min(lines[p] for p in groups.index[groups == group]) for group in set(groups)}
    above = NAME + HEADING / 2 + 5
    return sorted((y - above, f"<b>{group.upper()}</b>") for group, y in tops.items())


def hover(row: pd.Series) -> str:
    """Write the hover text of an event."""
    told = ". ".join(filter(None, [row["statement"], row["place"]]))
    sure = "" if row["certainty"] == "stated" else f"{CERTAINTIES[row['certainty']]}; "
    return "<br>".join(
        [
            f"<b>{row['name']}</b>",
            f"<b>{when(row)}</b>: {EVENTS[row['event']].words}",
            wrap(told, WIDTH),
            wrap(_known(row), WIDTH),
            f"{sure}sources differ" if row["rival"] else sure.rstrip("; "),
        ]
    ).removesuffix("<br>")


def table_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Build the table view: one line per event, those of one person together."""
    return pd.DataFrame(
        {
            "Person": rows["name"].tolist(),
            "Date": [when(row) for _, row in rows.iterrows()],
            "Event": [EVENTS[event].words for event in rows["event"]],
            "What happened": [_told(row) for _, row in rows.iterrows()],
            "Certainty": [_certainty(row) for _, row in rows.iterrows()],
            "Source; how read": [_known(row) for _, row in rows.iterrows()],
            "row": rows["row"].tolist(),
        }
    )


def _told(row: pd.Series) -> str:
    return f"{row['statement']} ({row['place']})" if row["place"] else row["statement"]


def _certainty(row: pd.Series) -> str:
    words = CERTAINTIES[row["certainty"]]
    return f"{words}; sources differ" if row["rival"] else words


def _known(row: pd.Series) -> str:
    who = sources.short_list(sources.split(row["source_keys"]))
    return f"{who}; {theme.CHECKED[row['checked']]}"


def alt(rows: pd.DataFrame, begin: pd.Timestamp, end: pd.Timestamp) -> str:
    """Describe the chart: whose lives, how many events, what differs, what is only claimed."""
    start = f"Chart of lives, {begin.year} to {end.year}"
    if rows.empty:
        return f"{start}: no event fits this choice."
    told = rows[rows["certainty"] != "claimed"]
    people, kinds = rows["person_id"].nunique(), told["event"].value_counts()
    counts = ", ".join(f"{EVENTS[k].words} {kinds[k]}" for k in EVENTS if k in kinds)
    differ = told[[not rivals(row, told).empty for _, row in told.iterrows()]]
    named = differ.drop_duplicates(["person_id", "event", "occasion"])
    return (
        f"{start}: {people} people, {len(told)} accounts of events ({counts}). "
        f"Sources date {len(named)} of the events differently.{_claims(rows)}"
    )


def _claims(rows: pd.DataFrame) -> str:
    claims = rows[rows["certainty"] == "claimed"]
    if claims.empty:
        return ""
    against = claims[[bool(len(rivals(claim, rows))) for _, claim in claims.iterrows()]]
    differ = against["person_id"].nunique()
    return (
        f" Dates that a text only claims: {len(claims)}, for {claims['person_id'].nunique()} "
        f"people; for {differ} of them a source has another date of the same event."
    )
