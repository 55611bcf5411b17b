"""The ledger of claims: its page, and the links between it and the chapters."""

from __future__ import annotations

from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the page and the links."""
    from helpers.book.ledger import page, places

    places.setup(app)
    page.setup(app)
