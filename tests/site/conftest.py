"""The built site, a server for it, and a real browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext
from reading import SITE, Reader, Visit


class Quiet(SimpleHTTPRequestHandler):
    """A server that does not write its log between the tests."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built site."""
    assert (SITE / "index.html").exists(), "no site in _build/html: run `make book` first"
    return SITE


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the site on a server of this machine."""
    serving = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}/"
    serving.shutdown()


@pytest.fixture(scope="session")
def bases(server: str, site: Path) -> dict[str, str]:
    """Where the site begins: on the server (http), and by double click (file)."""
    return {"http": server, "file": site.as_uri() + "/"}


def desk(browser: Browser) -> BrowserContext:
    """A window on a desk."""
    return browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)


@pytest.fixture(scope="session")
def visit(
    request: pytest.FixtureRequest, browser: Browser, bases: dict[str, str]
) -> Iterator[Visit]:
    """One reading of one page, with every chart drawn; tests of the page share it."""
    name, way = request.param
    context = desk(browser)
    yield Visit(name, *Reader(context, bases).read(name, way), bases)
    context.close()


@pytest.fixture
def reader(browser: Browser, bases: dict[str, str]) -> Iterator[Reader]:
    """A reader at a desk."""
    context = desk(browser)
    yield Reader(context, bases)
    context.close()


@pytest.fixture
def phone(browser: Browser, bases: dict[str, str]) -> Iterator[Reader]:
    """A reader with a phone."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    yield Reader(context, bases)
    context.close()
