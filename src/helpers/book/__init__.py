"""
The Sphinx side of the book: figures, numbers and their rows, data pages, people, documents,
quizzes, assets.

Add ``helpers.book`` to the extensions; each module connects one component.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect every component of the book to Sphinx."""
    from helpers.book import (
        assets,
        bibliography,
        cards,
        citation,
        data_pages,
        documents,
        finder,
        fresh,
        mentions,
        numbers,
        people,
        quiz,
        roles,
        widgets,
    )

    components = (
        fresh,
        assets,
        finder,
        numbers,
        cards,
        roles,
        data_pages,
        mentions,
        people,
        documents,
        bibliography,
        quiz,
        citation,
        widgets,
    )
    for component in components:
        component.setup(app)
    return {"version": "0.1.0", "parallel_read_safe": True, "parallel_write_safe": True}
