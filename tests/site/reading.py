"""How a reader meets the site: pages, charts that come into view, complaints of the browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

SITE = Path(__file__).resolve().parents[2] / "_build" / "html"

#: How long a chart may take on a slow machine, in milliseconds.
PATIENCE = 30_000

DRAWN = """() => [...document.querySelectorAll('.steppe-chart')]
    .every((chart) => chart.querySelector('.main-svg') && chart.dataset.look)"""


def moved(path: Path) -> bool:
    """Tell a page that only leads to where another has moved."""
    return "steppe-stub" in path.read_text("utf-8")[:400]


def names(kind: str = "") -> list[str]:
    """Name the built pages whose address begins with some folder; not the index, not the search."""
    skipped = ("genindex.html", "search.html")
    pages = sorted(
        path for path in SITE.rglob("*.html") if path.name not in skipped and not moved(path)
    )
    found = [path.relative_to(SITE).as_posix() for path in pages]
    return [name for name in found if name.startswith(kind) and not name.startswith("_static")]


@dataclass
class Log:
    """What a page asked for and complained of."""

    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Listen to a page."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", lambda request: self.failed.append(request.url))
        page.on("response", self._answer)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._hear)

    def _answer(self, response: object) -> None:
        if response.status >= 400:
            self.failed.append(response.url)

    def _hear(self, message: object) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)


@dataclass
class Reader:
    """Somebody who reads the site: opens pages and scrolls to every chart."""

    context: BrowserContext
    bases: dict[str, str]

    def open(self, name: str, way: str = "http") -> tuple[Page, Log]:
        """Open a page from the server (http) or by double click (file)."""
        page, log = self.context.new_page(), Log()
        log.watch(page)
        page.set_default_timeout(PATIENCE)
        page.goto(self.bases[way] + name)
        return page, log

    def read(self, name: str, way: str = "http") -> tuple[Page, Log]:
        """Open a page and bring every chart into view until it is drawn."""
        page, log = self.open(name, way)
        for chart in page.locator(".steppe-chart").all():
            chart.scroll_into_view_if_needed()
        page.wait_for_function(DRAWN)
        return page, log


@dataclass
class Visit:
    """A page that is open with every chart drawn, and what was heard of it."""

    name: str
    page: Page
    log: Log
    bases: dict[str, str]


def visits(pages: list[str], *ways: str) -> pytest.MarkDecorator:
    """Run a test on one shared visit of each page, in each way of coming to it."""
    found = [(name, way) for name in pages for way in ways]
    return pytest.mark.parametrize("visit", found, indirect=True, ids="-".join)
