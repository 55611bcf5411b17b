"""Write the dates of rows in words, as exactly as a row knows them."""

from __future__ import annotations

import re

import pandas as pd


def when(row: pd.Series) -> str:
    """
    Write the date of a row for readers.

    Parameters
    ----------
    row : Series
        With ``date_text``, ``date_start`` and ``date_kind``.

    Examples
    --------
    >>> day = pd.Timestamp("1954-05-20")
    >>> when(pd.Series({"date_kind": "day", "date_start": day, "date_text": "1954-05-20"}))
    '20 May 1954'
    >>> when(pd.Series({"date_kind": "span", "date_text": "16 May - 26 June 1954"}))
    '16 May \u2013 26 June 1954'
    """
    text = row["date_text"]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return f"{row['date_start'].day} {row['date_start']:%B %Y}"
    if re.fullmatch(r"\d{4}-\d\d", text):
        return f"{row['date_start']:%B %Y}"
    spaced = text.replace(" - ", " \u2013 ")
    return re.sub(r"(?<=\d)-(?=\d{1,2} [A-Z])", "\u2013", spaced) or "undated"


def unbroken(dates: str) -> str:
    r"""
    Keep each day with its month where a line is broken.

    >>> unbroken("24 January \u2013 6 March 1942")
    '24\xa0January \u2013 6\xa0March 1942'
    """
    return re.sub(r"(?<=\d) (?=[A-Z])", "\u00a0", dates)
