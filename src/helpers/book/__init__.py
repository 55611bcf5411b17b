"""
The Sphinx side of the book: figures, links from numbers to rows, data pages, quizzes, assets.

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
        citation,
        data_pages,
        fresh,
        numbers,
        quiz,
        roles,
        widgets,
    )

    components = (
        fresh,
        assets,
        numbers,
        roles,
        data_pages,
        bibliography,
        quiz,
        citation,
        widgets,
    )
    for component in components:
        component.setup(app)
    return {"version": "0.1.0", "parallel_read_safe": True, "parallel_write_safe": True}
