"""
Look up and format the works in `references.bib`.

The bibliography is read once per version of the file; nothing else of the book is imported.
"""

from __future__ import annotations

import difflib
import os
import re
from functools import lru_cache
from pathlib import Path

from pybtex.backends.plaintext import Backend
from pybtex.database import BibliographyData, Entry, parse_file
from pybtex.exceptions import PybtexError
from pybtex.style.formatting.plain import Style

#: Tables and bibliography of the book; the variable STEPPE_DATA names another folder.
FOLDER = Path(os.environ.get("STEPPE_DATA") or Path(__file__).resolve().parents[2] / "data")

#: Where the bibliography stands unless a function is told otherwise.
BIBLIOGRAPHY = FOLDER / "references.bib"

#: How a source is classed; the words that may stand in the field ``keywords``.
CLASSES = (
    "archive",
    "scholarship",
    "handbook",
    "memoir",
    "fiction",
    "encyclopaedia",
    "museum",
    "official",
    "dataset",
    "press",
    "web",
    "teaching text",
)


class BibliographyError(ValueError):
    """The bibliography cannot be read; the message names the file and the place."""


def works(path: Path = BIBLIOGRAPHY) -> BibliographyData:
    """
    Read the bibliography.

    Parameters
    ----------
    path : Path, optional
        Another bibliography than the book's.

    Returns
    -------
    BibliographyData
        All entries by key.

    Raises
    ------
    BibliographyError
        If the file is missing, or an entry is not written as BibTeX wants it.
    """
    path = Path(path)
    if not path.exists():
        raise BibliographyError(f"{path.name}: is missing in {path.parent}")
    try:
        return _parse(path, path.stat().st_mtime_ns)
    except (PybtexError, UnicodeDecodeError) as error:
        problem = f"{path.name}: cannot be read: {error}; look there and above it"
        raise BibliographyError(problem) from None


@lru_cache(maxsize=4)
def _parse(path: Path, _changed: int) -> BibliographyData:
    return parse_file(str(path), bib_format="bibtex")


def split(keys: str) -> list[str]:
    """Split a cell such as ``smirnov1998;memorial_de`` into its keys."""
    return [key.strip() for key in keys.split(";") if key.strip()]


def entry(key: str, path: Path = BIBLIOGRAPHY) -> Entry:
    """
    Find one work.

    Raises
    ------
    KeyError
        If the key is not in the bibliography; the message names the nearest key.
    """
    known = works(path).entries
    if key not in known:
        raise KeyError(unknown(key, path))
    return known[key]


def unknown(key: str, path: Path = BIBLIOGRAPHY) -> str:
    """Say that a key is not in the bibliography and which one may have been meant."""
    near = difflib.get_close_matches(key, list(works(path).entries), n=1, cutoff=0.6)
    advice = f"did you mean '{near[0]}'?" if near else "add the work there first"
    return f"'{key}' is not in {Path(path).name}; {advice}"


def short(key: str, path: Path = BIBLIOGRAPHY) -> str:
    """Name a work in a few words, as it stands under a chart."""
    return plain(entry(key, path).fields["shortname"])


def short_list(keys: list[str], path: Path = BIBLIOGRAPHY) -> str:
    """Name several works in the order given, each once, separated by semicolons."""
    return "; ".join(short(key, path) for key in dict.fromkeys(keys))


def reference(key: str, path: Path = BIBLIOGRAPHY) -> str:
    """Format the full reference of a work as plain text."""
    formatted = next(iter(Style().format_entries([entry(key, path)])))
    text = formatted.text.render(Backend())
    title = entry(key, path).fields.get("title_en")
    return plain(f"{text} [{title}]" if title else text)


def plain(text: str) -> str:
    """Take TeX's braces and dashes out of a field."""
    return re.sub(r"[{}]", "", text).replace("---", "—").replace("--", "–").replace("~", " ")
