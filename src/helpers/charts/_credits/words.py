"""Say in words what the chart of credits shows: names of lines, table, alt text."""

from __future__ import annotations

import pandas as pd

from helpers import sources, theme
from helpers.charts.shared.filters import EVERY
from helpers.charts.shared.when import when
from helpers.models import credits as rates

#: Year of the first special camps (laws/special-camps-1948-02).
FIRST_SPECIAL_CAMP = 1948


def rates_of(row: pd.Series) -> str:
    """Say of which bands an act gives rates that are not known."""
    if row["bands"] == ["no band named"]:
        return "rates"
    numbers = [band.removesuffix(" percent") for band in row["bands"]]
    return f"rates at {', '.join(numbers)}" if len(numbers) > 1 else f"rate at {row['band']}"


def by_text(row: pd.Series) -> str:
    """Say that an act is known from a teaching text only."""
    return " (teaching text)" if row["checked"] == "teaching_text" else ""


def name_of(group: pd.DataFrame) -> str:
    """Name a line: its rate, and the bands of the acts that give it."""
    row = group.iloc[0]
    words = rates.in_words(row["counted"], row["at_most"])
    named = dict.fromkeys(";".join(group["band"]).split(";"))
    unread = ", not re-read" if (group["checked"] == "unread").all() else ""
    return f"{words}: {', '.join(named)}{unread}"


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """Build the table view: one line per rule."""
    every = [row for _, row in rows.iterrows()]
    return pd.DataFrame(
        {
            "Rule": [row["incentive"] for row in every],
            "Date": [row["date_text"] for row in every],
            "Band": [row["band"].replace(";", ", ") for row in every],
            "Days of the sentence for days of work": [_rate(row) for row in every],
            "Ten years last (years, computed)": [_ten(row) for row in every],
            "Kind of number; how known": [theme.status(row) for row in every],
            "Source": [source(row) for row in every],
            "row": [row["row"] for row in every],
        }
    )


def _rate(row: pd.Series) -> str:
    return rates.in_words(row["counted"], row["at_most"]) if row["counted"] else rates.NOT_KNOWN


def _ten(row: pd.Series) -> str:
    if not row["counted"]:
        return rates.NOT_KNOWN
    return ("at least " if row["at_most"] else "") + f"{rates.time_served(10, row['counted']):.3g}"


def alt(rows: pd.DataFrame, regime: str, period: str, words: str) -> str:
    """Describe the chart: each rule with the length of ten years."""
    what = f"Line chart of time served by length of sentence, {regime}, {period}"
    if rows.empty:
        return f"{what}. {words}"
    said = []
    for _, row in rows.iterrows():
        band = row["band"].replace(";", ", ")
        if row["counted"]:
            said.append(f"{_rate(row)} ({band}): ten years last {_ten(row)}")
        else:
            said.append(f"an act of {when(row)} ({band}), rates not known{by_text(row)}")
    return f"{what}: {'; '.join(dict.fromkeys(said))}."


def nothing(regime: str, period: str, band: str) -> str:
    """Say that no source gives a rate, or that there was no such place."""
    begin, _ = rates.PERIODS[period]
    if regime == "special camps" and begin < FIRST_SPECIAL_CAMP - 1:
        return f"There were no special camps before {FIRST_SPECIAL_CAMP} ({period})."
    of_band = "" if band == EVERY else f" for the band '{band}'"
    return f"Not known: no source of the book gives a rate{of_band} for {regime}, {period}."


def in_years(time: float) -> str:
    """Write a time in years and months."""
    whole, months = divmod(round(time * 12), 12)
    return f"{whole} years" + (f" {months} months" if months else "")


def who(group: pd.DataFrame) -> str:
    """Name the sources of several rows, each once."""
    keys = [key for cell in group["source_keys"] for key in sources.split(cell)]
    return sources.short_list(list(dict.fromkeys(keys)))


def source(row: pd.Series) -> str:
    """Name the sources of a row."""
    return sources.short_list(sources.split(row["source_keys"]))
