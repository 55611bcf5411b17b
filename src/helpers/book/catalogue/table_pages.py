"""
Generate a page for each table, with a permanent anchor for every row.

The pages are made from the tables at every build and stand in no source file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from helpers import data, theme
from helpers.book import changes, citation, claims
from helpers.book.catalogue import downloads
from helpers.book.catalogue.facts import facts
from helpers.book.catalogue.fields import fields
from helpers.book.catalogue.rows import cell, lines, subject_columns, value_columns
from helpers.book.figure import TEMPLATES
from helpers.book.pages import CATALOGUE_PAGE, CORRECTIONS_PAGE, MARKS_PAGE, root, table_page

HELPERS = Path(__file__).parents[2]

#: Endings of the files of this package that make a page or a download.
INGREDIENTS = (".py", ".html", ".json", ".md")

#: Rows that are shown of a table whose rows have no names, such as the points of the outlines.
NAMELESS_SHOWN = 10


def pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Write downloads and pages, but none again that is younger than all that it is made of."""
    book, site = Path(app.confdir), Path(app.outdir)
    tables = data.resources()
    common = changed(shared(book))
    downloads.write(book, site, max(common, changed(table.path for table in tables.values())))
    for name, table in tables.items():
        made_of = changed(other.path for other in related(table))
        if downloads.older(site / f"{table_page(name)}.html", max(common, made_of)):
            context = {"title": table.description["title"], "body": page(name, book)}
            yield table_page(name), context, "page.html"


def related(table: data.Resource) -> list[data.Resource]:
    """List the tables of which a page is made: its own, those that refer to it, the ledger."""
    return [
        other
        for name, other in data.resources(table.folder).items()
        if name in (table.name, claims.TABLE, changes.TABLE)
        or table.name in (target for _, target, _ in other.foreign_keys)
    ]


def shared(book: Path) -> Iterator[Path]:
    """
    List what every page of a table is made of, beside tables.

    A chapter that only gets another title is not seen: as on the pages of other chapters, Sphinx
    then keeps the old one in the contents beside the page until it is rewritten.
    """
    yield from (data.FOLDER / name for name in ("datapackage.json", "references.bib"))
    yield from (path for path in book.iterdir() if path.suffix in (".yml", ".cff"))
    yield from (path for path in HELPERS.rglob("*") if path.suffix in INGREDIENTS)


def changed(paths: Iterable[Path]) -> float:
    """Tell when one of the files changed last, as a time of the file system."""
    return max(path.stat().st_mtime for path in paths)


def page(name: str, book: Path) -> str:
    """Write the body of a table's page as HTML."""
    place = root(table_page(name))
    frame = data.load(name)
    named = "row_id" in frame
    return TEMPLATES.get_template("table_page.html").render(
        table=facts(name, place),
        fields=fields(name, place),
        has=dict.fromkeys(frame.columns, True),
        values=value_columns(frame),
        subject=[column.replace("_", " ") for column in subject_columns(frame)],
        rows=lines(name) if named else [],
        nameless=frame[:NAMELESS_SHOWN].map(cell).to_numpy().tolist() if not named else [],
        place=place,
        catalogue=f"{place}{CATALOGUE_PAGE}.html",
        corrections=f"{place}{CORRECTIONS_PAGE}.html",
        marks=f"{place}{MARKS_PAGE}.html",
        words=theme.CHECKED,
        statuses=theme.STATUSES,
        cite=citation.chicago(book, data.resource(name).description["title"]),
    )
