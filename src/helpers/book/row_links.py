"""Note which pages link which rows, so that a list of rows can lead back to the chapters."""

from __future__ import annotations

from collections.abc import Iterable

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

from helpers.book.mentions import title_of
from helpers.book.numbers import NumberReference
from helpers.book.pages import PLACES_PAGE, TIMELINE_PAGE

#: Pages that lead back to the chapters, written again when a chapter links other rows.
LISTS = (TIMELINE_PAGE, PLACES_PAGE)


def setup(app: Sphinx) -> None:
    """Register the note-taking."""
    app.add_transform(NoteRows)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("env-updated", renew)


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
    if not hasattr(env, "steppe_row_links"):
        env.steppe_row_links = {}
    return env.steppe_row_links


def forget(_app: Sphinx, env: BuildEnvironment, page: str) -> None:
    """Forget what a page linked, before it is read again."""
    links(env).pop(page, None)


def merge(_app: Sphinx, env: BuildEnvironment, pages: set[str], other: BuildEnvironment) -> None:
    """Take over what another process has read."""
    links(env).update({page: links(other)[page] for page in pages & set(links(other))})


def renew(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Write the lists again when a chapter links other rows or has another title."""
    now = {page: (title_of(env, page), frozenset(rows)) for page, rows in links(env).items()}
    if now == getattr(env, "steppe_row_links_written", None):
        return []
    env.steppe_row_links_written = now
    return [page for page in LISTS if page in env.found_docs]


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
