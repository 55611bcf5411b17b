"""Tables of which the column ``timeline`` chooses rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from helpers.book.timeline import words
from helpers.book.timeline.entry import Entry, make, rows

#: Tables of which the column ``timeline`` chooses rows: topic, and the column of their own words.
CHOSEN = {
    "deportations": ("exile", ""),
    "documents": ("law", ""),
    "amnesties": ("release", ""),
    "invention_events": ("economy", ""),
    "economy_facts": ("economy", "statement"),
    "uprising_events": ("risings", "description"),
    "kengir_events": ("risings", "description"),
}

#: Words of a chosen row that give it another topic than its table.
OTHER_TOPICS = (
    ("exile", r"special settlers|hunger"),
    ("release", r"^Amnesty|rehabilitated"),
    ("camps", r"prisoners are held|camp No\. 39"),
)


def chosen() -> Iterator[Entry]:
    """Rows that the column ``timeline`` chooses."""
    for table, (topic, own_words) in CHOSEN.items():
        for row in rows(table):
            if row["timeline"]:
                yield choose(row, table, topic, own_words)


def choose(row: pd.Series, table: str, topic: str, own_words: str) -> Entry:
    """Make an entry of a chosen row."""
    told = row["timeline"]
    if told == "yes" or (told.startswith("=") and own_words):
        says = scene(row, table) + row[own_words]
    elif told.startswith("="):
        says = words.number_of(row)
    else:
        says = told.replace("{value}", words.number_of(row)) if "{value}" in told else told
    for other, names in OTHER_TOPICS:
        topic = other if re.search(names, says) else topic
    camp = "steplag" if table == "kengir_events" else row.get("camp_id", "") or ""
    if table == "kengir_events":
        topic, camp = kengir(row, camp)
    place = row.get("place", "") or row.get("destination", "") or row.get("scope", "")
    return make(row, says, topic, camp=camp, place=place.replace("kazakhstan", "Kazakhstan"))


def scene(row: pd.Series, table: str) -> str:
    """Name the camp before a description that takes it for granted."""
    if table == "uprising_events":
        camp = {"ekibastuz": "Ekibastuz", "norilsk": "Norilsk", "vorkuta": "Vorkuta"}
        name = camp[row["uprising_id"].split("-")[0]]
        return f"{name}, {row['part']}: " if row["part"] else f"{name}: "
    if table != "kengir_events" or re.match(r"Moscow|Norilsk|Vorkuta|Mine", row["place"]):
        return ""
    if re.search(r"Kengir(?! article| region)|Steplag|Dzhezkazgan|Gorlag", row["description"]):
        return ""
    return "Steplag: " if re.match(r"Steplag|Dzhezkazgan", row["place"]) else "Kengir: "


def kengir(row: pd.Series, camp: str) -> tuple[str, str]:
    """Find topic and camp of an event of Kengir: what came before and after is no rising."""
    elsewhere = re.match(r"Moscow|Norilsk|Vorkuta|Mine", row["place"])
    camp = "" if elsewhere else camp
    if row["event_type"] != "background" or row["actor"] == "prisoners":
        return ("release" if row["date_start"].year > 1960 else "risings"), camp
    if row["date_start"] < pd.Timestamp(1954, 5, 1):
        return ("camps" if row["actor"] == "administration" else "law"), camp
    return ("release" if row["date_start"].year > 1960 else "risings"), camp
