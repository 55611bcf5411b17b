"""Words of the timeline: topics, places, periods, dates; what an entry says of a number."""

from __future__ import annotations

import re
from calendar import month_name

import pandas as pd

from helpers import theme

#: Topics in the order of the overview, in the words of the filter.
TOPICS = {
    "law": "Law and administration",
    "camps": "Camps",
    "exile": "Famine, deportation, exile",
    "risings": "Kengir and other risings",
    "lives": "Lives",
    "economy": "Economy and science",
    "release": "Release and memory",
}

#: Places and camps of the filter, and the words by which an entry belongs to one.
PLACES = {
    "karlag": ("Karlag", r"Karlag|KazITLag|Dolinka|Karaganda\b|Spassk|Karabas|Koyandy"),
    "alzhir": ("ALZHIR", r"ALZHIR|Akmol\b"),
    "steplag": (
        "Dzhezkazgan, Steplag, Kengir",
        r"Steplag|Kengir|Zhezkazgan|Dzhezkazgan|Karsakpai|\bRudnik\b|Dzhezdy|camp No\. 39",
    ),
    "special": ("Other special camps", r"Peschanlag|Ekibastuz|Luglag|Dallag|Dalny camp"),
    "war": ("Camps for prisoners of war", r"POW camp|prisoners? of war|camp No\. 39"),
    "other": ("Other camps of Kazakhstan", ""),
    "kazakhstan": (
        "Kazakhstan at large",
        r"Kazakh|Alma-Ata|Almaty|Astana|Shymkent|Petropavlovsk|Kyzylorda|Balkhash|Orenburg"
        r"|Zhangalyk|Leninogorsk|Petrov?pavlovsk",
    ),
    "elsewhere": ("Risings elsewhere", r"Norilsk|Vorkuta|Gorlag|Rechlag|Kolyma|Ust-Usa|Berlag"),
    "union": ("Soviet Union", ""),
}

#: Camps of the table by place of the filter; all others are "other".
CAMPS = {
    "karlag": "karlag",
    "kazitlag": "karlag",
    "alzhir": "alzhir",
    "steplag": "steplag",
    "dzhezkazgan_itl": "steplag",
    "peschanlag": "special",
    "luglag": "special",
    "dallag": "special",
    "pow37": "war",
    "pow39": "war",
    "pow99": "war",
}

#: First year of each period of the filter; a period ends where the next begins.
PERIODS = (1917, 1930, 1937, 1941, 1946, 1953, 1961, 1991)


def periods() -> dict[str, str]:
    """Name the periods, by their first years."""
    after = [f"–{year - 1}" for year in PERIODS[1:]]
    named = {str(year): f"{year}{end}" for year, end in zip(PERIODS, after, strict=False)}
    return {**named, str(PERIODS[-1]): f"since {PERIODS[-1]}"}


def periods_of(first: int, last: int) -> list[str]:
    """
    List the periods in which something falls.

    >>> periods_of(1936, 1937)
    ['1930', '1937']
    """
    ends = [*PERIODS[1:], 10_000]
    spans = zip(PERIODS, ends, strict=True)
    return [str(start) for start, end in spans if first < end and last >= start]


def places_of(text: str, camp: str = "") -> list[str]:
    """
    List the places to which an entry belongs, by its camp and by the names in its text.

    >>> places_of("The first transport reaches ALZHIR.", "alzhir"), places_of("A law.")
    (['alzhir'], ['union'])
    """
    named = {place for place, (_, names) in PLACES.items() if names and re.search(names, text)}
    if camp:
        named.add(CAMPS.get(camp, CAMPS.get(camp.split("_")[0], "other")))
    return [place for place in PLACES if place in named] or ["union"]


def date_of(row: pd.Series) -> str:
    """
    Write the date of a row as exactly as it is known.

    >>> row = {"date_kind": "day", "date_start": pd.Timestamp(1954, 5, 17), "date_text": "x"}
    >>> date_of(pd.Series(row))
    '17 May 1954'
    """
    start = row["date_start"]
    match row["date_kind"]:
        case "day":
            return day(start)
        case "month":
            return f"{month_name[start.month]} {start.year}"
        case "year":
            return str(start.year)
    return readable(row["date_text"])


def day(moment: pd.Timestamp) -> str:
    """Write a day for readers."""
    return f"{moment.day} {month_name[moment.month]} {moment.year}"


def readable(text: str) -> str:
    """
    Write a date of a table for readers; words stay.

    >>> readable("1930/1933"), readable("1933-04-19/1933-04-23"), readable("by March 1933")
    ('1930–1933', '19 April 1933 – 23 April 1933', 'by March 1933')
    >>> readable("10.08.1937 or 08.10.1937"), readable("28-31 May 1953"), readable("1930-02")
    ('10 August 1937 or 8 October 1937', '28–31 May 1953', 'February 1930')
    """
    text = re.sub(r"(\d\d)\.(\d\d)\.(\d{4})", r"\3-\2-\1", text)
    text = re.sub(r"\d{4}-\d{2}-\d{2}", lambda match: day(pd.Timestamp(match[0])), text)
    month = r"(?<![\d-])(\d{4}-(?:0[1-9]|1[0-2]))(?![\d-])"
    text = re.sub(month, lambda match: f"{pd.Timestamp(match[1]):%B %Y}", text)
    text = re.sub(r"(?<=\d)/(?=\d)", "–" if re.fullmatch(r"[\d/]+", text) else " – ", text)
    return re.sub(r"(?<=\d)-(?=\d)", "–", text.replace(" - ", " – "))


def number_of(row: pd.Series) -> str:
    """Write the number of a row with the part of its unit that a sentence needs."""
    unit = row["unit"]
    scale = "thousand" if unit.startswith("thousand") else ""
    share = "per cent" if unit.startswith("percent") else ""
    return " ".join(part for part in (theme.amount(row), scale, share) if part)


def sentence(text: str) -> str:
    """
    Begin with a capital and end with a full stop.

    >>> sentence("about 36,000 Greeks are deported")
    'About 36,000 Greeks are deported.'
    """
    text = text.strip()
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "?", "!")) else ".")
