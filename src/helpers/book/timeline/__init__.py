"""
The timeline of the book: events out of the rows of many tables, with filters and an overview.

`tables` makes entries of rows by a rule for each table, `words` writes dates and finds topics and
places, `bars` draws the years, `page` puts everything on the page.
"""

from __future__ import annotations

from sphinx.application import Sphinx

from helpers.book.timeline import page


def setup(app: Sphinx) -> None:
    """Register the directive ``{timeline}``."""
    page.setup(app)
