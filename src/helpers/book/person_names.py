"""Write names as a list by letter has them, surname first; know no page."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd


def sort_key(person: pd.Series) -> str:
    """Order names without regard to accents."""
    return plain(index_name(person))


def plain(text: str) -> str:
    """Write a text in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).casefold()


def index_name(person: pd.Series, *, full: bool = False) -> str:
    """Write a name with the surname first; the row's id begins with it, as a patronymic may."""
    words = re.sub(r"\([^)]*\)", "", person["name_en"]).split()
    start = person["row_id"].split("-")[0]
    surname = next((word for word in words[::-1] if plain(word).startswith(start)), words[-1])
    first = [word for word in words if word != surname]
    if not first:
        return surname
    given = first if full or first[0].endswith(".") else first[:1]
    return f"{surname}, {' '.join(given)}"


def index_names(rows: list[pd.Series]) -> list[str]:
    """Write the names of a list; people who would have one name have it in full."""
    short = [index_name(row) for row in rows]
    return [
        index_name(row, full=short.count(name) > 1) for row, name in zip(rows, short, strict=True)
    ]
