"""Name groups and measures of the table of deportations for readers; draw nothing."""

from __future__ import annotations

import pandas as pd

from helpers import sources
from helpers.charts.shared.when import when

#: Groups whose id does not read as a name.
GROUPS = {
    "poles_and_germans_from_ukraine": "Poles and Germans from Ukraine",
    "poles_from_ukraine": "Poles from Ukraine",
    "germans_from_ukraine": "Germans from Ukraine",
    "polish_citizens_families_of_arrested": "Polish citizens, families of arrested men",
    "volga_germans": "Volga Germans",
    "chechens_and_ingush": "Chechens and Ingush",
    "north_caucasus_peoples": "All peoples of the North Caucasus",
    "meskhetian_turks_kurds_hemshins": "Meskhetian Turks, Kurds and Hemshins",
    "crimean_tatars": "Crimean Tatars",
    "kulaks": "\u201ckulaks\u201d, peasants",
    "kulaks_from_russia_and_ukraine": "\u201ckulaks\u201d from Russia and Ukraine",
    "special_settlers_of_1944": "Special settlers of 1944, no people named",
    "all_special_settlers": "all special settlers",
    "famine_kazakhs": "Kazakhs",
    "famine_all_groups": "all inhabitants",
    "famine_other_groups": "other groups",
}

#: Places that are wider or narrower than Kazakhstan.
PLACES = {
    "mainly_kazakhstan": "mainly to Kazakhstan",
    "north_kazakhstan": "in North Kazakhstan",
}


def group_name(group: str) -> str:
    """
    Name a group.

    >>> group_name("koreans"), group_name("famine_all_groups")
    ('Koreans', 'all inhabitants')
    """
    return GROUPS.get(group, group.replace("_", " ").capitalize())


def place_words(destination: str) -> str:
    """
    Name a destination where it is not simply Kazakhstan.

    >>> place_words("kazakhstan"), place_words("mainly_kazakhstan")
    ('', 'mainly to Kazakhstan')
    """
    return "" if destination == "kazakhstan" else PLACES.get(destination, destination)


def who(row: pd.Series) -> str:
    """Name the works behind a row in short form."""
    return sources.short_list(sources.split(row["source_keys"]))


def years(row: pd.Series) -> str:
    """
    Write the date of a row; a span gets a dash.

    >>> years(pd.Series({"date_text": "1930/1931", "date_kind": "span"}))
    '1930\u20131931'
    """
    return when(row).replace("/", "\u2013")
