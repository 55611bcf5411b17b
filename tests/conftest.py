"""What the tests share: the repository, a data package of three small tables, a browser."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

import browser as chromium
from helpers import data

TOY = Path(__file__).parent / "toy"

#: A test on a shared visit of a page: its name ends with page and way of coming.
VISIT = re.compile(r"\[([^\]]+\.html-(?:http|file))\]$")


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


class ByPage(LoadScopeScheduling):
    """
    Keep on one worker what shares a page of the site, or else a file.

    xdist's own groups (``loadgroup``) are not seen by pytest 9.2.
    """

    def _split_scope(self, nodeid: str) -> str:
        page = VISIT.search(nodeid)
        return page[1] if page else nodeid.split("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByPage:
    """Distribute the tests by page and file."""
    return ByPage(config, log)


@pytest.fixture
def package(tmp_path: Path) -> Package:
    return Package(Path(shutil.copytree(TOY, tmp_path / "data")))


@pytest.fixture(scope="session")
def root() -> Path:
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.QUIET)
        yield running
        running.close()
