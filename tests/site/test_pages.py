"""Every page: whole, silent, alone, and within its weight."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Page
from reading import Reader, Visit, names, visits

from helpers.book.finder import unpacked

#: Bars of the book: bytes of HTML, bytes over the wire of a cold chapter, of the next chapter.
HTML_LIMIT = 250_000
COLD_LIMIT = 1_900_000
NEXT_LIMIT = 120_000

#: Where the site would stand: a scheme that `urljoin` knows, or it joins nothing.
HERE = "https://site.invalid/"

#: The rows of a table are made by one template; axe needs seconds for each hundred of them.
ONE_SCREEN = (
    "document.querySelectorAll('.steppe-rows tr:nth-child(n+15)').forEach((r) => r.remove())"
)

#: What can be wrong in the dark alone: colours are all that changes.
COLOURS = ["color-contrast", "link-in-text-block"]

PAGES = names()
CHAPTERS = names("chapters")

#: Every page but those of the tables, which are all made by one template, and two of those.
FRONT = [name for name in PAGES if not name.startswith("data/")] + names("data")[:2]


def test_the_site_has_its_pages():
    """The landing page, the chapters, the tables and the bibliography are there."""
    assert {"index.html", "reference/bibliography.html", "reference/data.html"} <= set(PAGES)
    assert len(CHAPTERS) >= 4
    assert len(names("data")) >= 30


@visits(PAGES, "http")
def test_a_page_is_silent_and_alone(visit: Visit):
    """A page draws every chart, asks no other host for anything and reports no error."""
    assert_alone(visit)


@visits(FRONT, "file")
def test_a_page_opens_by_double_click(visit: Visit):
    """Without a server a page is as whole and as silent."""
    assert_alone(visit)


def assert_alone(visit: Visit) -> None:
    """Require that a page asked nobody else and complained of nothing."""
    own = (visit.bases["http"], "file:", "data:", "blob:")
    assert [] == [url for url in visit.log.requests if not url.startswith(own)]
    assert [] == visit.log.failed
    assert [] == visit.log.errors


@visits(CHAPTERS, "http")
def test_a_chapter_is_light(visit: Visit, site: Path):
    """A chapter with all its charts stays under the limits of weight, the next one is small."""
    asked = [url for url in visit.log.requests if url.startswith("http")]
    paths = {unquote(urlsplit(url).path).lstrip("/") for url in asked}
    cold = sum(len(gzip.compress((site / path).read_bytes())) for path in paths)
    page = (site / visit.name).read_bytes()
    assert cold <= COLD_LIMIT, f"{cold:,} bytes over gzip"
    assert len(page) <= HTML_LIMIT, f"{len(page):,} bytes of HTML"
    assert len(gzip.compress(page)) <= NEXT_LIMIT
    assert not any("fontawesome.js" in path for path in paths)


def test_a_page_without_charts_does_not_load_plotly(reader: Reader):
    """plotly.js is loaded by charts only."""
    _, log = reader.open("reference/bibliography.html")

    assert [] == [url for url in log.requests if "plotly" in url]


@visits(PAGES, "http")
def test_a_page_is_accessible(visit: Visit):
    """Axe finds nothing wrong with a page, nor with its colours when it turns dark."""
    page = visit.page
    page.evaluate(ONE_SCREEN)
    # colours are judged as they are in the end, not on their way there
    page.add_style_tag(content="* { transition: none !important; }")

    assert [] == faults(page, {})
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert [] == faults(page, {"runOnly": {"type": "rule", "values": COLOURS}})


def faults(page: Page, options: dict) -> list[tuple[str, str]]:
    """List what axe finds wrong, with the first place of each; the marks of charts apart."""
    found = Axe().run(page, {"exclude": [[".main-svg"]]}, options).response["violations"]
    return [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found]


@pytest.mark.parametrize("name", FRONT)
def test_a_page_fits_a_phone(phone: Reader, name: str):
    """On a phone nothing but tables and charts' own boxes scrolls sideways."""
    page, _ = phone.read(name)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.evaluate("for (const d of document.querySelectorAll('.steppe-table')) d.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def whole(path: Path) -> BeautifulSoup:
    """Read a page with the lists that its script unpacks."""
    return BeautifulSoup(unpacked(path.read_text("utf-8")), "html.parser")


def test_every_link_inside_the_site_leads_somewhere(site: Path):
    """Each link to a page of the site finds the page, and the place on it."""
    soups = {path.relative_to(site).as_posix(): whole(path) for path in site.rglob("*.html")}
    anchors = {name: {tag["id"] for tag in soup.find_all(id=True)} for name, soup in soups.items()}
    broken = []
    for name, soup in soups.items():
        for link in soup.find_all("a", href=True):
            target, anchor = urldefrag(urljoin(f"{HERE}{name}", link["href"]))
            if not target.startswith(HERE):
                continue
            page = unquote(urlsplit(target).path).lstrip("/")
            lost = anchor and page in anchors and unquote(anchor) not in anchors[page]
            if lost or not (site / page).exists():
                broken.append(f"{name}: {link['href']}")

    assert [] == sorted(set(broken))
