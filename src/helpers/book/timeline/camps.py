"""Camps in the timeline: opened and closed, heads, the highest count of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from helpers import data
from helpers.book.timeline import words
from helpers.book.timeline.entry import Entry, make, rows

#: A camp with at least so many counts on a date gets an entry for the highest.
COUNTS = 5

#: Parts of a camp's note that the timeline does not need.
WITHOUT_TIME = r"translation|oordinates|point|eadquarters|^Closing|^[\d A-Z]\S+ \w+ or "


def camps() -> Iterator[Entry]:
    """Open and close each camp; the opening carries the doubts of the row."""
    began = {row["camp_id"]: row["head"] for row in first_heads()}
    for row in rows("camps"):
        name = in_sentence(row["name_en"])
        if not pd.isna(row["opened_end"]):
            where = f"; seat: {words.readable(row['place'])}" if row["place"] else ""
            head = began.get(row["camp_id"], "")
            first = f"; first head: {head}" if head else ""
            yield gate(row, "opened", f"{name} is opened{where}{first}", note=doubts(row["note"]))
        if not pd.isna(row["closed_start"]):
            yield gate(row, "closed", f"{name} is closed", part="-closed")


def gate(row: pd.Series, which: str, says: str, **more: str) -> Entry:
    """Make an entry of a camp's opening or closing, one of whose two days may be unknown."""
    start, end = row[f"{which}_start"], row[f"{which}_end"]
    start, end = (end if pd.isna(start) else start), (start if pd.isna(end) else end)
    date, said = words.readable(row[f"{which}_text"]), words.sentence(says)
    return Entry(row, said, "camps", date, start, end, row["place"], row["camp_id"], **more)


def in_sentence(name: str) -> str:
    """
    Close a name that ends with an addition.

    >>> in_sentence("ITL of the pit, Karaganda"), in_sentence("Steplag (Camp No. 4, Stepnoy)")
    ('ITL of the pit, Karaganda,', 'Steplag (Camp No. 4, Stepnoy)')
    """
    return name + ("," if re.search(r",[^()]*$", name) else "")


def doubts(note: str) -> str:
    """
    Keep of the note of a camp what is about its time, not its name or its point on the map.

    >>> doubts("Formed from POW camp No. 99. The Kazakh name is a translation")
    'Formed from POW camp No. 99.'
    """
    parts = re.split(r"(?<!No)\. |; ", note)
    told = [part for part in parts if not re.search(WITHOUT_TIME, part)]
    return words.readable(words.sentence("; ".join(told))) if told else ""


def first_heads() -> list[pd.Series]:
    """List the heads who began on the day on which their camp was opened."""
    opened = data.load("camps").set_index("camp_id")["opened_start"]
    known = (row for row in rows("camp_heads") if row["start_known"] == "yes")
    return [row for row in known if row["date_start"] == opened[row["camp_id"]]]


def heads() -> Iterator[Entry]:
    """Later heads of camps in Kazakhstan whose first day is known."""
    known = data.load("camps").set_index("camp_id")
    first = {row["row"] for row in first_heads()}
    for row in rows("camp_heads"):
        camp = known.loc[row["camp_id"]]
        if row["start_known"] != "yes" or row["row"] in first or camp["in_kazakhstan"] != "yes":
            continue
        begun = row["date_text"].removeprefix("from ").split(" to ")[0]
        short = re.search(r"\((\w*lag)\b", camp["name_en"], re.IGNORECASE)
        name = short[1] if short else re.sub(r" \(.*", "", camp["name_en"])
        says, start = f"{row['head']} becomes {row['role']} of {name}.", row["date_start"]
        date = words.readable(begun)
        yield Entry(row, says, "camps", date, start, start, camp=row["camp_id"])


def peaks() -> Iterator[Entry]:
    """Give the highest count of each camp that was counted often enough."""
    counts = data.load("camp_population")
    dated = counts[
        (counts["count_kind"] == "count")
        & (counts["measure"] == "prisoners")
        & (counts["same_as"] == "")
    ]
    known = data.load("camps").set_index("camp_id")
    for camp, there in dated.groupby("camp_id"):
        if len(there) >= COUNTS and known.loc[camp, "in_kazakhstan"] == "yes":
            row = there.loc[there["value_min"].astype(float).idxmax()]
            name = in_sentence(known.loc[camp, "name_en"])
            says = f"{name} holds {words.number_of(row)} prisoners, its highest count in this book"
            yield make(row, says, "camps")
