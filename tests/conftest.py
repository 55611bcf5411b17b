"""What the tests share: the root of the repository, and a data package of three small tables."""

from __future__ import annotations

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers import data

TOY = Path(__file__).parent / "toy"


@dataclass(frozen=True)
class Package:
    """A copy of the toy data package, to be broken."""

    folder: Path

    def text(self, file: str) -> str:
        """Read a file of the package."""
        return (self.folder / file).read_text("utf-8")

    def write(self, file: str, content: str | bytes) -> None:
        """Overwrite a file, bytes as they are."""
        raw = content if isinstance(content, bytes) else content.encode("utf-8")
        (self.folder / file).write_bytes(raw)

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace a text that stands in a file."""
        text = self.text(file)
        assert old in text, f"{file} has no {old!r}"
        self.write(file, text.replace(old, new))

    def cell(self, file: str, row: int, column: str, value: str) -> None:
        """Overwrite one cell; the row as a spreadsheet counts it, the header is row 1."""
        lines = list(csv.reader(self.text(file).splitlines()))
        lines[row - 1][lines[0].index(column)] = value
        with (self.folder / file).open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, lineterminator="\n").writerows(lines)

    def faults(self) -> list[str]:
        """List what is wrong, as the reader sees it."""
        return [str(fault) for fault in data.check_all(self.folder)]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a file on one worker, unless they say with what else they belong."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.as_posix()))


@pytest.fixture
def package(tmp_path: Path) -> Package:
    return Package(Path(shutil.copytree(TOY, tmp_path / "data")))


@pytest.fixture(scope="session")
def root() -> Path:
    return Path(__file__).parents[1]
