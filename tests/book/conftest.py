"""A small book with the settings and the tables of ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small import ROOT, Book


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book with the settings and the tables of ours."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    for name in ("_config.yml", "CITATION.cff"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "_toc.yml").write_text(
        "format: jb-book\nroot: index\nchapters:\n- file: chapter\n- file: reference/bibliography\n"
    )
    shutil.copytree(ROOT / "reference", tmp_path / "reference")
    (tmp_path / "index.md").write_text("# Book\n")
    return Book(tmp_path)
