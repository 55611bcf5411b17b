"""Lives in the timeline: arrests, sentences, deaths, returns; rival dates beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from helpers import data
from helpers.book.timeline import words
from helpers.book.timeline.entry import Entry, make

#: Events of a life that the timeline tells.
LIFE = ("arrested", "sentenced", "sent_to", "released", "shot", "died", "rehabilitated", "work")


def lives() -> Iterator[Entry]:
    """Events of lives; several rows on one event stand beside each other, claims never alone."""
    people = data.load("people").set_index("person_id")
    told = data.load("lives")
    told = told[told["event"].isin(LIFE) & (told["date_kind"] != "undated")]
    freed = set(data.load("memory").query("kind == 'release'")["person_id"])
    for (person, event, _), same in told.groupby(["person_id", "event", "occasion"], sort=False):
        stated = same[same["certainty"] != "claimed"]
        if stated.empty or (event == "released" and person in freed):
            continue
        made = [life(row, people.loc[person]) for _, row in same.iterrows()]
        main = next(one for one in made if one.row["certainty"] != "claimed")
        others = [
            replace(one, says=words.sentence(one.row["statement"]))
            for one in made
            if one is not main
        ]
        yield replace(main, rivals=others)


def life(row: pd.Series, person: pd.Series) -> Entry:
    """Tell one event of a life; people of Alash and of the Kazakh elite belong to Kazakhstan."""
    statement = row["statement"][:1].lower() + row["statement"][1:]
    if row["event"] == "sentenced" and "sentence" not in statement and "tribunal" not in statement:
        statement = f"sentenced, {statement}"
    kazakh = " Kazakhstan" if "Kazakh" in person["side"] or person["side"] == "Alash" else ""
    role = f" ({person['role'].split(';')[0]})" if row["event"] == "died" and not kazakh else ""
    says = f"{person['name_en']}{role}: {statement}"
    return make(row, says, "lives", place=row["place"] + kazakh, camp="")
