from __future__ import annotations

from pathlib import Path

import pytest

from helpers.book import fresh


@pytest.mark.parametrize("room", ["theme.py", "data", "charts", "explore"])
def test_the_outputs_depend_on_every_room(room):
    """Whoever edits a chart or a control finds no old figure on the page."""
    (folder,) = (folder for folder, endings in fresh.INPUTS if ".py" in endings)

    assert (folder / room).exists()


def test_a_changed_helper_changes_the_name_of_the_cache(tmp_path: Path, monkeypatch):
    """Deep in a folder too; the Sphinx side is left out."""
    charts, book = tmp_path / "charts" / "shared", tmp_path / "book"
    charts.mkdir(parents=True)
    book.mkdir()
    monkeypatch.setattr(fresh, "INPUTS", ((tmp_path, (".py",)),))
    empty = fresh.fingerprint()
    (book / "page.py").write_text("page = 1")
    beside = fresh.fingerprint()
    (charts / "marks.py").write_text("mark = 1")

    assert empty == beside
    assert beside != fresh.fingerprint()
