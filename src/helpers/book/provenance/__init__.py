"""
Report what every number of the book rests on: ``make provenance``.

Most lines are promises: rows have sources, sources are works, marks have rows, numbers in the
prose have rows or outputs, fields have units, no cell types a number that a row holds. What
breaks a promise is listed. Other lines only inform, such as the share of rows with a locator: a
page on the web has no page number to give.
"""

from __future__ import annotations

from pathlib import Path

from helpers.book.provenance import of_chapters, of_rows
from helpers.book.provenance.line import Line


def report(folder: Path = Path()) -> list[Line]:
    """
    Gather all lines.

    Parameters
    ----------
    folder : Path, optional
        Folder of the book.
    """
    return [
        *of_rows.of_rows(),
        *of_rows.of_claims(),
        *of_chapters.of_figures(folder),
        *of_chapters.of_prose(folder),
        *of_chapters.of_code(folder),
    ]
