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
        catalogue,
        changes,
        citation,
        corrections,
        documents,
        finder,
        fresh,
        glossary,
        ledger,
        marks,
        mentions,
        numbers,
        people,
        places,
        quiz,
        redirects,
        roles,
        row_links,
        subject_index,
        subjects,
        timeline,
        widgets,
    )

    components = (
        fresh,
        assets,
        finder,
        numbers,
        cards,
        roles,
        row_links,
        timeline,
        catalogue,
        mentions,
        subjects,
        glossary,
        subject_index,
        ledger,
        people,
        places,
        documents,
        bibliography,
        quiz,
        citation,
        corrections,
        changes,
        redirects,
        widgets,
        marks,
    )
    for component in components:
        component.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
