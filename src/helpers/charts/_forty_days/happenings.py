"""Put events of Kengir in the words of the reader: sides, kinds, places, sources; draw nothing."""

from __future__ import annotations

import re

import pandas as pd

from helpers import sources, theme

#: The sides in the order in which they stand, each in full and as the heading of a narrow lane.
SIDES = {
    "prisoners": ("prisoners", "prisoners"),
    "administration": ("administration of the camp", "camp"),
    "mvd": ("MVD and procurators", "MVD,<br>procu-<br>rators"),
    "army": ("army", "army"),
    "party": ("party and government", "party,<br>state"),
    "court": ("courts", "courts"),
    "public": ("public", "public"),
    "historians": ("historians", "histo-<br>rians"),
}

#: How each kind of event is drawn: colour and mark, no two marks alike.
LOOKS = {
    "breakout": (theme.ORANGE, "triangle-up"),
    "shooting": (theme.VERMILION, "x"),
    "strike": (theme.BLUE, "square"),
    "negotiation": (theme.SKY, "diamond"),
    "organisation": (theme.GREEN, "circle"),
    "propaganda": (theme.PURPLE, "triangle-right"),
    "reinforcement": (theme.YELLOW, "triangle-down"),
    "assault": (theme.INK, "star"),
    "trial": (theme.BLUE, "hourglass"),
    "background": (theme.GREY, "cross"),
}

#: Classes of places and the words by which a place is known; the first that fits is taken.
PLACES = {
    "in the 3rd division": (
        r"3rd camp division|lagpunkt|punishment block|service yard|women's zone|dining|barrack"
        r"|pickets"
    ),
    "far away, or from there": (
        r"moscow|alma-ata|karaganda|karlag|norilsk|gorlag|vorkuta|rechlag|ekibastuz|paris"
    ),
    "Kengir, not said where": r"^kengir$",
    "around it, other divisions": (
        r"kengir|steplag|zhezkazgan|rudnik|baikonur|dzhezdy|division|zone|around the camp"
        r"|outside the camp|siding|prison"
    ),
    "elsewhere": r".",
    "place not stated": r"^$",
}

#: Classes of sources, by the class of the work in the bibliography.
SOURCE_KINDS = {
    "printed documents": ("archive", "official"),
    "memoirs": ("memoir",),
    "scholarship": ("scholarship", "handbook", "dataset"),
    "encyclopaedias, museums, press, web": ("encyclopaedia", "museum", "press", "web"),
    "teaching texts": ("teaching text",),
}


def side(actor: str) -> str:
    """Name a side in full."""
    return SIDES[actor][0]


def place_class(place: str) -> str:
    """
    Put a place as the source names it into one of a few classes.

    >>> place_class("Moscow to Kengir"), place_class("Kengir"), place_class("")
    ('far away, or from there', 'Kengir, not said where', 'place not stated')
    """
    return next(name for name, words in PLACES.items() if re.search(words, place.lower()))


def where(place: str) -> str:
    """
    Write a place for readers of a chart that is about one division.

    >>> where("Kengir, 3rd camp division"), where("Lagpunkt 3")
    ('3rd division', 'Lagpunkt 3')
    """
    return place.replace("Kengir, 3rd camp division", "3rd division")


def source_kinds(keys: str) -> list[str]:
    """List the classes of the works in a cell such as ``smirnov1998;memorial_de``."""
    found = {sources.entry(key).fields["keywords"] for key in sources.split(keys)}
    return [name for name, classes in SOURCE_KINDS.items() if found & set(classes)]


def a_day(date: pd.Timestamp | str) -> pd.Timestamp:
    """
    Read a day.

    Raises
    ------
    ValueError
        If it is none; the message shows how to write one.
    """
    try:
        return pd.to_datetime(date, format="%Y-%m-%d")
    except ValueError:
        raise ValueError(f"'{date}' is no day; write it as 1954-05-14") from None


def within(rows: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Choose the rows that may lie in a period; those known to the year only are left out."""
    dated = ~rows["date_kind"].isin(["year", "undated"])
    return rows[dated & (rows["date_start"] <= last) & (rows["date_end"] >= first)]


def capital(text: str) -> str:
    """Begin with a capital letter and leave the others as they are."""
    return text[:1].upper() + text[1:]


def written(day: pd.Timestamp) -> str:
    """
    Write a day for readers.

    >>> written(pd.Timestamp("1954-05-06"))
    '6 May 1954'
    """
    return f"{day.day} {day:%B %Y}"


def when(row: pd.Series) -> str:
    """Write the date of a row as its source has it, with the hour where one is given."""
    text, start = row["date_text"], row["date_start"]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        text = written(start)
    elif re.fullmatch(r"\d{4}-\d\d", text):
        text = f"{start:%B %Y}"
    return ", ".join(filter(None, [text or "undated", row.get("time", "")]))


def who_says(row: pd.Series) -> str:
    """Name the works behind a row."""
    return sources.short_list(sources.split(row["source_keys"]))
