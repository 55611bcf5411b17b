"""What there is to read: books by language, kind and year."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._memory.listing import Item, listing
from helpers.charts._memory.looks import BOOKS, LANGUAGES, one_of, told, with_sources
from helpers.charts.shared.record import record

#: Where a book without a year stands, and the years of the axis.
NO_YEAR = 1930.0
TICKS = {NO_YEAR: "no<br>year", 1950.0: "1950", 1975.0: "1975", 2000.0: "2000", 2025.0: "2025"}

#: What can be shown: every book, those of a language, or those of a kind.
KINDS = {look.words: kind for kind, look in BOOKS.items()}
CHOICES = ("every", *LANGUAGES, *KINDS)


def books(reading: pd.DataFrame, *, shown: str = "every") -> go.Figure:
    """
    List books, language by language, with a mark at the year of each.

    Parameters
    ----------
    reading : DataFrame
        ``reading_list``: columns ``row``, ``author``, ``title``, ``title_en``, ``language``,
        ``kind``, ``year``, ``year_text``, ``annotation``, ``proof``, ``checked``, sources.
    shown : str, optional
        List ``every`` book, those of a language (``English``, ``Kazakh``, ...) or those of a kind
        (``memoir``, ``scholarship``, ``documents``, ``fiction and poems``).

    Returns
    -------
    Figure
        A book whose year was not found has its mark at the left end. The table holds the
        sentence on each book.

    Raises
    ------
    ValueError
        If there is no such choice, or the table has no book for it.
    """
    one_of(shown, CHOICES, "choice")
    rows = reading
    if shown in LANGUAGES:
        rows = reading[reading["language"] == shown]
    elif shown in KINDS:
        rows = reading[reading["kind"] == KINDS[shown]]
    if rows.empty:
        raise ValueError(f"the table has no book for '{shown}'")
    order = {name: at for at, name in enumerate(LANGUAGES)}
    rows = rows.assign(at=rows["language"].map(order), known=rows["year"].fillna(9999))
    rows = rows.sort_values(["at", "known", "row_id"])
    groups = [
        (str(name), [_item(row) for _, row in group.iterrows()])
        for name, group in rows.groupby("language", sort=False)
    ]
    figure, height = listing(groups, BOOKS, TICKS)
    return record(figure, rows, _table(rows), alt=_alt(rows, shown), height=height)


def _year(row: pd.Series) -> str:
    return row["year_text"] or ("year not found" if pd.isna(row["year"]) else str(row["year"]))


def _item(row: pd.Series) -> Item:
    known = not pd.isna(row["year"])
    at = float(row["year"]) if known else NO_YEAR
    other = row["title_en"] if row["title_en"] != row["title"] else ""
    lines = [line for line in (row["author"], other, _year(row), row["annotation"]) if line]
    return Item(
        words=": ".join(filter(None, [row["author"], row["title"]])),
        first=at,
        last=at,
        look=row["kind"],
        hollow=row["checked"] == "unread",
        hover=told(row["title"], *lines, row=row),
        row=row["row"],
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Language": rows["language"],
            "Author": rows["author"],
            "Title": rows["title"],
            "In English": rows["title_en"],
            "Year": [_year(row) for _, row in rows.iterrows()],
            "Kind": [BOOKS[kind].words for kind in rows["kind"]],
            "About it": rows["annotation"],
            "Known from": rows["proof"],
            "How known": rows["checked"].map(theme.CHECKED),
            "Source": with_sources(rows),
            "row": rows["row"],
        }
    )


def _alt(rows: pd.DataFrame, shown: str) -> str:
    what = "" if shown == "every" else f", {shown}"
    dated = rows.dropna(subset=["year"]).sort_values("year")
    span = f", from {dated['year'].iloc[0]} to {dated['year'].iloc[-1]}" if len(dated) > 1 else ""
    unknown = len(rows) - len(dated)
    tail = f"; the year of {unknown} was not found" if unknown else ""
    books = "1 book" if len(rows) == 1 else f"{len(rows)} books"
    return f"List of {books}{what}{span} ({_counts(rows, shown)}){tail}.{_oldest(dated)}"


def _oldest(dated: pd.DataFrame) -> str:
    """Name the oldest book of which the year is known, in English."""
    if dated.empty:
        return ""
    first = dated.iloc[0]
    return f" The oldest with a year is {first['title_en']} ({first['year']})."


def _counts(rows: pd.DataFrame, shown: str) -> str:
    """Count the kinds of books, or the languages where one kind is shown."""
    words = rows["language"] if shown in KINDS else rows["kind"].map(lambda k: BOOKS[k].words)
    return ", ".join(f"{name} {n}" for name, n in words.value_counts(sort=False).items())
