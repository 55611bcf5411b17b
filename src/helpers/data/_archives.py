"""
Read archive references as the sources print them: archive, fond, opis, delo, sheet.

A part that is not printed stays empty, and what is not understood stays as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import pandas as pd

from helpers.data._package import FOLDER, resources
from helpers.data._tables import load

#: Columns in which an archive reference can stand.
COLUMNS = ("archive_reference", "locator")

#: Archives by their abbreviations in Latin and in Cyrillic letters.
ARCHIVES = {
    "State Archive of the Russian Federation (GARF)": "GARF|ГАРФ",
    "Archive of the President of the Russian Federation (APRF)": "AP ?RF|АП ?РФ",
    "Russian State Archive of Social and Political History (RGASPI)": "RGASPI|РГАСПИ",
    "Russian State Archive of the Economy (RGAE)": "RGAE|РГАЭ",
    "Russian State Military Archive (RGVA)": "RGVA|РГВА",
    "Central Archive of the FSB (TsA FSB)": r"TsA FSB(?: RF)?|ЦА ФСБ(?: РФ)?",
    "Archive of the President of the Republic of Kazakhstan (AP RK)": "AP ?RK|АП ?РК",
    "Central State Archive of the Republic of Kazakhstan (TsGA RK)": "TsGA ?RK|ЦГА ?РК",
}

#: An archive that is named in words.
NAMED = re.compile(r"[^,;]*\b(?:[Aa]rchives?|[Аа]рхив)\b[^,;]*?(?=[,;.]|\s+(?:f|ф)\.|$)")

_NUMBER = r"(?:[RР]-?\s?)?\d+[a-zа-я]?\b"
_LEAF = r"\d+(?:\s*(?:ob|об)\.?)?"

#: How fond, opis, delo and sheet are printed: a sign, then what is kept.
SIGNS = {
    "fond": rf"(?:fond|фонд|f\.|ф\.)\s*({_NUMBER})",
    "opis": rf"(?:opis|опись|op\.|оп\.)\s*({_NUMBER})",
    "delo": rf"(?:delo|дело|case|d\.|д\.)\s*({_NUMBER}(?:,?\s*(?:vol|т)\.\s*\d+)?)",
    "sheet": rf"(?:(?:sheets?|листы?|ll?\.|лл?\.)\s*|(?=pp?\.))"
    rf"((?:pp?\.\s*)?{_LEAF}(?:\s*[-–,]\s*{_LEAF})*)",
}

#: Words that say nothing about the place of the document.
IDLE = re.compile(r"\bas (?:quoted|the \w+ cites it)\b|[\s,.;]+")

_CYRILLIC = str.maketrans("Рабв", "Rabv")


@dataclass(frozen=True)
class ArchiveReference:
    """
    Where a document lies, as far as a source says it.

    Parameters
    ----------
    archive : str
        Full name of a known archive, or its name as printed; empty if none is printed.
    fond, opis, delo : str
        Collection, inventory and file; Cyrillic letters in numbers are written in Latin.
    sheet : str
        Sheets of the file, or its page after ``p.``, as printed.
    printed : str
        The reference as it is printed.
    rest : str
        What of it was not understood.
    """

    archive: str
    fond: str
    opis: str
    delo: str
    sheet: str
    printed: str
    rest: str = ""

    def __str__(self) -> str:
        named = zip(("", *SIGNS), astuple(self)[:5], strict=True)
        return ", ".join(_words(word, value) for word, value in named if value)


def _words(word: str, value: str) -> str:
    bare = not word or (word == "sheet" and value.startswith("p"))
    return value if bare else f"{word} {value}"


def archive_references(cell: str) -> list[ArchiveReference]:
    """
    Read the archive references of a cell; several are separated by semicolons.

    A piece counts as one if it names an archive or a fond, so "document 14" is none.

    >>> [str(one) for one in archive_references("document 53; GARF f. 9401, op. 1a, d. 1, l. 14")]
    ['State Archive of the Russian Federation (GARF), fond 9401, opis 1a, delo 1, sheet 14']
    """
    pieces = (_parse(piece.strip()) for piece in cell.split(";"))
    return [one for one in pieces if one.archive or one.fond]


def _parse(printed: str) -> ArchiveReference:
    archive, rest = _archive(printed)
    parts = {}
    for name, sign in SIGNS.items():
        found = re.search(rf"(?<!\w){sign}", rest, re.IGNORECASE)
        parts[name] = _plain(name, found[1]) if found else ""
        rest = rest.replace(found[0], ",", 1) if found else rest
    return ArchiveReference(archive, **parts, printed=printed, rest=IDLE.sub(" ", rest).strip())


def _archive(printed: str) -> tuple[str, str]:
    for name, signs in ARCHIVES.items():
        if found := re.search(rf"\b(?:{signs})\b", printed):
            return name, printed.replace(found[0], ",", 1)
    if found := NAMED.search(printed):
        return found[0].strip(), printed.replace(found[0], ",", 1)
    return "", printed


def _plain(name: str, value: str) -> str:
    if name == "sheet":
        return value[0].lower() + value[1:].strip()
    return value.translate(_CYRILLIC).replace("R ", "R-").strip()


def unread_reference(cell: str) -> ArchiveReference:
    """Keep a reference without archive and fond as it is printed."""
    return ArchiveReference("", "", "", "", "", printed=cell, rest=cell)


def references_of(row: pd.Series) -> list[ArchiveReference]:
    """
    List the archive references of a row, each once.

    The column ``archive_reference`` holds nothing else: what is not understood there is kept.
    """
    found = [one for name in COLUMNS for one in archive_references(row.get(name, ""))]
    own = row.get("archive_reference", "")
    if own and not archive_references(own):
        found.append(unread_reference(own))
    return list(dict.fromkeys(found))


def archive_table(folder: Path = FOLDER) -> pd.DataFrame:
    """
    List the archive references of all tables.

    Parameters
    ----------
    folder : Path, optional
        Another data package than the book's.

    Returns
    -------
    DataFrame
        Columns ``row`` (table/row_id), ``archive``, ``fond``, ``opis``, ``delo``, ``sheet``,
        ``printed`` and ``rest`` (what was not understood), in the order of the tables.
    """
    columns = ["row", *ArchiveReference.__dataclass_fields__]
    lines = [(row, *astuple(one)) for row, one in _all(folder)]
    return pd.DataFrame(lines, columns=columns, dtype="str")


def _all(folder: Path) -> Iterator[tuple[str, ArchiveReference]]:
    for name, table in resources(folder).items():
        if not set(COLUMNS) & set(table.columns):
            continue
        for _, row in load(name, folder).iterrows():
            for one in references_of(row):
                yield row["row"], one
