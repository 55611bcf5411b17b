"""The timeline and the places as a reader meets them: by keyboard, on a phone, by double click."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from reading import Reader

#: The bar of the book: bytes of HTML.
HTML_LIMIT = 250_000

TIMELINE, PLACES = "reference/timeline.html", "reference/places.html"


def opened(reader: Reader, address: str, way: str = "http") -> Page:
    """Open a page and wait until its form is alive."""
    page, log = reader.open(address, way)
    page.locator(".steppe-items .steppe-item").first.wait_for()
    assert [] == log.errors
    return page


def shown(page: Page) -> list[str]:
    """Read the items that are seen."""
    return page.locator(".steppe-items .steppe-item:visible").all_inner_texts()


@pytest.mark.parametrize("address", [TIMELINE, PLACES])
def test_the_page_is_light(site: Path, address: str):
    """Hundreds of entries with their links stay under the weight of a page."""
    assert (site / address).stat().st_size <= HTML_LIMIT


@pytest.mark.parametrize("way", ["http", "file"])
def test_the_timeline_is_filtered_by_keyboard(reader: Reader, way: str):
    """Search, then a topic, with nothing but keys; empty years and decades vanish."""
    page = opened(reader, TIMELINE, way)
    every = len(shown(page))
    page.locator("#events-q").focus()
    page.keyboard.type("kuznetsov")
    page.keyboard.press("Tab")
    page.keyboard.type("Kengir")
    page.locator("#events .steppe-count", has_not_text=f"{every} of {every}").wait_for()
    found = shown(page)

    assert 0 < len(found) < every
    assert all("Kuznetsov" in text and "Kengir and other risings" in text for text in found)
    assert page.locator("#decade-1950s > h2").is_visible()
    assert page.locator("#decade-1930s > h2").is_hidden()


def test_period_and_place_join(reader: Reader):
    """Two choices together leave the events that fit both; one press shows all again."""
    page = opened(reader, TIMELINE)
    every = len(shown(page))
    page.locator("#events-period").select_option("1941")
    page.locator("#events-place").select_option("war")
    found = shown(page)
    page.get_by_role("button", name="Show all").click()
    page.locator("#events .steppe-count", has_text=f"{every} of {every}").wait_for()

    assert 0 < len(found) < every
    assert all("prisoners of war" in text or "POW camp" in text for text in found)


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_permanent_anchor_shows_the_event(reader: Reader, way: str):
    """A link from outside finds the event in view."""
    page = opened(reader, f"{TIMELINE}#event-camps-karlag", way)
    event = page.locator("#event-camps-karlag")

    assert event.is_visible()
    assert "17 September 1931" in event.inner_text()
    assert "19 December 1930" in event.inner_text()


def test_the_overview_leads_to_a_decade(reader: Reader):
    """A press on a decade brings its events into view."""
    page = opened(reader, TIMELINE)
    page.locator(".steppe-years nav a[href='#decade-1950s']").click()

    assert page.url.endswith("#decade-1950s")
    assert page.locator("#decade-1950s > h2").is_visible()


@pytest.mark.parametrize("way", ["http", "file"])
def test_places_are_filtered(reader: Reader, way: str):
    """A name in Cyrillic finds the place; a choice leaves what has no point."""
    page = opened(reader, PLACES, way)
    page.locator("#places-q").fill("Қарлаг")
    named = shown(page)
    page.get_by_role("button", name="Show all").click()
    page.locator("#places-point").select_option("no known point")
    lost = shown(page)

    assert any(text.startswith("Karaganda ITL (Karlag)") for text in named)
    assert all("No source that was read gives a point." in text for text in lost)
    assert lost


@pytest.mark.parametrize("address", [TIMELINE, PLACES])
def test_nothing_is_wider_than_a_phone(phone: Reader, address: str):
    """A reader with a phone never scrolls sideways."""
    page = opened(phone, address)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("address", [TIMELINE, PLACES])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_is_accessible(reader: Reader, address: str, theme: str):
    """Axe finds nothing, in light and in dark."""
    page = opened(reader, address)
    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
    found = Axe().run(page).response["violations"]

    assert [] == [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]
