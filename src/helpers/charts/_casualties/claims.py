"""Choose, order and word the claims about the dead and wounded of Kengir; draw nothing."""

from __future__ import annotations

import pandas as pd

from helpers import sources, theme
from helpers.charts.shared.ranked import number_of
from helpers.charts.shared.record import describe, hover

#: Parts of the events, in the words of the charts.
EPISODES = {
    "before_uprising": "before the uprising",
    "may_shooting": "shooting of May 1954",
    "june_assault": "assault of 26 June 1954",
    "whole_uprising": "whole uprising",
    "aftermath": "after the uprising",
}

#: Kinds of source, as the table has them.
SOURCE_KINDS = ("official document", "memoir", "secondary", "encyclopaedia")

#: Kinds of source that readers know under another name than the table.
READ_AS = {"secondary": "later writing"}

#: Kinds of source whose name is too long for the label of a line, and the letters that fit there.
SHORT, WIDTH = {"official document": "official"}, 20

#: Measures of which every claim is about the same people, and what these are called.
SAME_PEOPLE = {
    "killed": "the same dead",
    "wounded": "the same wounded",
    "killed_or_wounded": "the same dead and wounded",
    "died_later": "the same people",
}

#: What an undated source has in place of its date; it is read after the dated ones.
UNDATED = "n.d."


def one_of(value: str, known: tuple[str, ...], what: str) -> None:
    """
    Refuse a choice that does not exist.

    Raises
    ------
    ValueError
        The message says what was given and what exists.
    """
    if value not in known:
        raise ValueError(f"no {what} '{value}'; choose from {', '.join(known)}")


def claims_about(table: pd.DataFrame, episodes: list[str], measure: str, side: str) -> pd.DataFrame:
    """
    Choose the claims about one thing, sorted so that equal numbers stand together.

    Parameters
    ----------
    table : DataFrame
        ``kengir_casualties``.
    episodes : list of str
        Keys of ``EPISODES``.
    measure : str
        What is counted.
    side : str
        Whose losses: ``prisoners``, ``army``.

    Returns
    -------
    DataFrame
        With ``size`` (the number that is drawn), ``number`` (equal for claims that say the
        same), ``repeats`` (how many say it) and ``hover``; the smallest number first, of equal
        ones the oldest dated source first, words last.
    """
    mine = table["episode"].isin(episodes) & (table["side"] == side)
    rows = table[mine & (table["measure"] == measure)]
    rows = rows.assign(
        size=number_of(rows).astype("Float64"),
        number=[_number(row) for _, row in rows.iterrows()],
        written=rows["source_date"].where(rows["source_date"] != UNDATED, "~"),
    )
    rows["repeats"] = rows.groupby("number")["number"].transform("size")
    rows["hover"] = [_hover(row) for _, row in rows.iterrows()]
    return rows.sort_values(["size", "value_max", "number", "written", "row_id"])


def _number(row: pd.Series) -> str:
    ends = (row["value_min"], row["value_max"])
    if row["qualifier"] == "words":
        return str(row["value_text"])
    return "-".join("" if pd.isna(end) else theme.number(end) for end in ends)


def _hover(row: pd.Series) -> str:
    parts = [hover(row, words(row["measure"])), _made(row)]
    if row["locator"]:
        parts.append(row["locator"])
    if row["repeats"] > 1:
        parts.append(f"one of {row['repeats']} claims with this number")
    return "<br>".join(parts)


def greatest(rows: pd.DataFrame) -> float:
    """Find the greatest number of some claims; 1 where there is none, or none above zero."""
    highest = rows[["value_min", "value_max"]].max().max()
    return 1.0 if pd.isna(highest) else float(highest) or 1.0


def repeated(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """List the groups of claims that say the same number, the largest group first."""
    groups = [group for _, group in rows.groupby("number", sort=False) if len(group) > 1]
    return sorted(groups, key=lambda group: -len(group))


def words(measure: str) -> str:
    """Write a measure for readers."""
    return measure.replace("_", " ")


def value(row: pd.Series) -> str:
    """Write the value of a claim, words in quotation marks."""
    return f"“{row['value_text']}”" if row["qualifier"] == "words" else theme.amount(row)


def kind_words(kind: str) -> str:
    """Write a kind of source for readers."""
    return READ_AS.get(kind, kind)


def who(row: pd.Series) -> str:
    """Name the sources of a claim."""
    return sources.short_list(sources.split(row["source_keys"]))


def day(text: str) -> str:
    """
    Write the date of a source for readers.

    >>> day("1954-05-18"), day("2012"), day("n.d.")
    ('18 May 1954', '2012', 'undated')
    """
    if len(text) < len("1954-05-18"):
        return "undated" if text == UNDATED else text
    date = pd.Timestamp(text)
    return f"{date.day} {date:%B %Y}"


def _made(row: pd.Series) -> str:
    return f"{kind_words(row['source_kind'])}, {day(row['source_date'])}"


def label(row: pd.Series) -> str:
    """Label a line: who says it, in what kind of source, of what date."""
    keys = sources.split(row["source_keys"])
    named = sources.short(keys[0]) + (f" and {len(keys) - 1} more" if len(keys) > 1 else "")
    kind = SHORT.get(row["source_kind"], kind_words(row["source_kind"]))
    # most short names end with the year; to say it twice would take a line of the label
    dated = row["source_date"] != UNDATED and row["source_date"] not in named
    made = f"{kind}, {day(row['source_date'])}" if dated else kind
    return f"{named}<br>{made}" if len(made) < WIDTH else f"{named}<br>{made.replace(', ', '<br>')}"


def table_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Build the table view of some claims."""
    view = describe(rows, "Persons")
    view.insert(0, "What", rows["measure"].map(words))
    view.insert(5, "Kind of source", rows["source_kind"].map(kind_words))
    view.insert(6, "Date of source", rows["source_date"].map(day))
    view.insert(7, "Claims with this number", rows["repeats"])
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    return view
