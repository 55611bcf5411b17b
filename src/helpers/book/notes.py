"""
Keep what was noted of each page while it was read, so that lists can lead back to the chapters.

Sphinx reads only pages that changed: the notes of the others stay in its environment, and a list
is written again when a note or a title has changed.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Notes:
    """
    Notes of one kind, by page.

    Parameters
    ----------
    name : str
        What is noted, as a name in the environment.
    lists : tuple of str
        The pages that are made of the notes.
    """

    name: str
    lists: tuple[str, ...]

    def of(self, env: BuildEnvironment) -> dict[str, Any]:
        """Hand out the notes by page."""
        kept = env.__dict__.setdefault("steppe_notes", {})
        return kept.setdefault(self.name, {})

    def connect(self, app: Sphinx) -> None:
        """Keep the notes in order while Sphinx reads, and the lists up to date."""
        app.connect("env-purge-doc", self._forget)
        app.connect("env-merge-info", self._merge)
        app.connect("env-updated", self._renew)

    def _forget(self, _app: Sphinx, env: BuildEnvironment, page: str) -> None:
        """Forget a page before it is read again."""
        self.of(env).pop(page, None)

    def _merge(
        self, _app: Sphinx, env: BuildEnvironment, pages: set[str], other: BuildEnvironment
    ) -> None:
        """Take over what another process has read."""
        found = self.of(other)
        self.of(env).update({page: found[page] for page in pages & set(found)})

    def _renew(self, _app: Sphinx, env: BuildEnvironment) -> list[str]:
        """Name the lists if a page says something else now, or has another title."""
        now = {page: (title_of(env, page), note) for page, note in self.of(env).items()}
        written = env.__dict__.setdefault("steppe_notes_written", {})
        if now == written.get(self.name):
            return []
        written[self.name] = copy.deepcopy(now)
        return [page for page in self.lists if page in env.found_docs]


def title_of(env: BuildEnvironment, page: str) -> str:
    """Name a page by its title."""
    return env.titles[page].astext() if page in env.titles else page
