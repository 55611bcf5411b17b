"""The catalogue of the tables: a page for each, downloads, and the index of archive files."""

from __future__ import annotations

from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register pages, downloads and directives."""
    from helpers.book.catalogue import archive_index, listing, table_pages

    app.connect("html-collect-pages", table_pages.pages)
    app.add_directive("data-totals", listing.DataTotals)
    app.add_directive("data-tables", listing.TableList)
    app.add_directive("archives", archive_index.ArchiveIndex)
