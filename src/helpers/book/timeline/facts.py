"""Tables that come into the timeline whole: acts, judgements, memory, risings, its own events."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from helpers.book.timeline import words
from helpers.book.timeline.entry import Entry, make, rows


def laws() -> Iterator[Entry]:
    """List acts; for an administration its beginning and, where it is known, its end."""
    for row in rows("laws"):
        if row["kind"] != "organisation":
            issuer = row["issuer"].replace(" (", ", ").rstrip(")")
            yield make(row, f"{row['title']} ({issuer}). {row['what']}", "law")
            continue
        yield make(row, f"{row['title']} is set up. {row['what']}", "law")
        if not pd.isna(row["ended"]):
            name, last = row["title"].split(":")[0], row["ended"]
            date = re.sub(r" \(.*\)", "", row["ended_text"])
            first = last.replace(month=1, day=1) if date == str(last.year) else last
            yield Entry(row, f"{name} comes to its end.", "law", date, first, last, part="-ended")


def judgements() -> Iterator[Entry]:
    """List what was written on whether the camps paid, by its year."""
    for row in rows("judgements"):
        if pd.isna(row["year"]):
            continue
        start, end = (pd.Timestamp(int(row["year"]), *day) for day in ((1, 1), (12, 31)))
        says = f"{row['who']} on what the camps earned ({row['work']}): {row['concludes']}"
        yield Entry(row, words.sentence(says), "economy", str(row["year"]), start, end)


def memory() -> Iterator[Entry]:
    """List release, rehabilitation and memory; doubts of the table stand with the entry."""
    for row in rows("memory"):
        doubt = row["doubt"]
        says = f"{row['name_en']}. {row['what']}"
        yield make(row, says, "release", note=f"In doubt: {words.sentence(doubt)}" if doubt else "")


def risings() -> Iterator[Entry]:
    """List risings as a whole."""
    for row in rows("uprisings"):
        asked = "" if row["demands"].startswith("see") else row["demands"]
        bare = ", listed without detail" if not row["demands"] and not row["outcome"] else ""
        parts = [f"Rising at {row['camp']}{bare}"]
        parts += [f"Aims: {asked}"] if asked else []
        parts += [f"Outcome: {row['outcome']}"] if row["outcome"] else []
        yield make(row, ". ".join(parts), "risings", place=row["camp"])


def own() -> Iterator[Entry]:
    """List the events of the timeline's own table."""
    return (
        make(row, row["says"], row["topic"], note=row["note"]) for row in rows("timeline_events")
    )
