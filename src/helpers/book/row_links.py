"""Note which pages link which rows, so that a list of rows can lead back to the chapters."""

from __future__ import annotations

from collections.abc import Iterable

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

from helpers.book.notes import Notes, title_of
from helpers.book.numbers import NumberReference
from helpers.book.pages import PLACES_PAGE, TIMELINE_PAGE

#: Pages that lead back to the chapters, written again when a chapter links other rows.
LISTS = (TIMELINE_PAGE, PLACES_PAGE)

#: For each page, the rows that it links.
NOTES = Notes("row links", LISTS)


def setup(app: Sphinx) -> None:
    """Register the note-taking."""
    app.add_transform(NoteRows)
    NOTES.connect(app)


class NoteRows(SphinxTransform):
    """Note the rows that a page links."""

    #: after the links of numbers have been made
    default_priority = 715

    def apply(self) -> None:
        """Keep the references of the rows, each once."""
        linked = {link["row"] for link in self.document.findall(NumberReference)}
        if linked:
            links(self.env)[self.env.docname] = linked


def links(env: BuildEnvironment) -> dict[str, set[str]]:
    """Hand out, for each page, the rows that it links."""
    return NOTES.of(env)


def chapters(env: BuildEnvironment, rows: Iterable[str]) -> list[tuple[str, str]]:
    """
    List the chapters that link one of some rows.

    Returns
    -------
    list of tuple
        Name of the page and its title, in the order of the names.
    """
    wanted = set(rows)
    return [
        (page, title_of(env, page))
        for page, linked in sorted(links(env).items())
        if page not in LISTS and wanted & linked
    ]
