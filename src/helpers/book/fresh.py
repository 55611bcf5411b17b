"""
Keep the numbers fresh: notebooks are executed again when a table or a helper has changed.

MyST-NB's cache knows only the code cells, so an edited CSV would leave the old number on the
page. Here the cache's address depends on the content of `data/` and `src/helpers/`; Sphinx sees
a changed setting and reads every chapter again.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import SphinxError

from helpers import data, explore

#: What a chapter's outputs depend on besides its own cells: folder, endings.
INPUTS = (
    (data.FOLDER, (".csv", ".json", ".bib")),
    (Path(__file__).parents[1], (".py",)),
)


class BrokenDataError(SphinxError):
    """The tables are broken; the book is not built on them."""

    category = "Broken data"


def setup(app: Sphinx) -> None:
    """Check the tables and choose the cache before anything is read."""
    app.connect("config-inited", check_tables)
    app.connect("config-inited", choose_cache)


def check_tables(app: Sphinx, _config: Config) -> None:
    """
    Stop the build at a broken table, with all faults and without a traceback.

    Tables that an earlier build found whole, with the checks of today, are not checked again.

    Raises
    ------
    BrokenDataError
        With file, row, column, value and remedy of each fault.
    """
    whole = cache_of(app) / "tables-are-whole"
    if whole.exists():
        return
    faults = data.check_all()
    if faults:
        raise BrokenDataError("\n" + "\n".join(str(fault) for fault in faults))
    whole.parent.mkdir(parents=True, exist_ok=True)
    whole.touch()


def choose_cache(app: Sphinx, config: Config) -> None:
    """Point MyST-NB to the cache that belongs to today's tables and helpers."""
    os.environ[explore.STATIC] = "1"
    if config.nb_execution_mode == "cache":
        config.nb_execution_cache_path = str(cache_of(app))


def cache_of(app: Sphinx) -> Path:
    """Name the folder that belongs to today's tables and helpers."""
    return Path(app.outdir).parent / ".jupyter_cache" / fingerprint()


def fingerprint() -> str:
    """
    Name the present content of tables and helpers in sixteen characters.

    The Sphinx side (`helpers/book`) is left out: it changes pages, not outputs.
    """
    digest = hashlib.sha256()
    for folder, endings in INPUTS:
        for path in sorted(folder.rglob("*")):
            if path.suffix in endings and "book" not in path.relative_to(folder).parts:
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
