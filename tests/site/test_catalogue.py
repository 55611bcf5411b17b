"""The switch that leaves out unread rows, on the page of a table and in the catalogue."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from reading import Reader

from helpers import data
from helpers.book.catalogue.left_out import left_out
from helpers.book.pages import CATALOGUE_PAGE, table_page

#: The table with the most unread rows.
NAME = max(data.resources(), key=lambda name: len(left_out(name)))
TABLE = f"{table_page(NAME)}.html"
CATALOGUE = f"{CATALOGUE_PAGE}.html"
WAYS = pytest.mark.parametrize("way", ["http", "file"])


def switch(page: Page) -> Locator:
    """The checkbox."""
    return page.get_by_label("Leave out unread rows")


def shown(page: Page) -> int:
    """How many rows of the table are in sight."""
    return page.locator(".steppe-rows tbody tr:visible").count()


def told(page: Page) -> int:
    """How many rows the page says there are."""
    text = page.locator("article [role=status]").filter(has_text="rows").first.inner_text()
    return int(re.search(r"[\d,]+", text)[0].replace(",", ""))


def taken(page: Page) -> str:
    """What a press on the download brings."""
    with page.expect_download() as download:
        page.locator("a.steppe-file").first.click()
    return Path(download.value.path()).read_text("utf-8")


@WAYS
def test_the_switch_leaves_out_unread_rows(reader: Reader, way: str):
    """By keyboard: rows vanish, the count follows, and the address keeps the choice."""
    page, log = reader.open(TABLE, way)
    before = shown(page)
    switch(page).focus()
    page.keyboard.press("Space")

    assert told(page) == shown(page) < before
    assert "unread=no" in page.url
    assert 0 == page.locator("tr.steppe-out:visible").count()

    page.keyboard.press("Space")

    assert before == shown(page) == told(page)
    assert "unread" not in page.url.partition("?")[2]
    assert [] == log.errors


def test_the_file_is_what_the_page_shows(reader: Reader):
    """Whoever leaves out unread rows takes the file without them."""
    page, _ = reader.open(TABLE)
    every = taken(page).splitlines()
    switch(page).check()
    rest = taken(page).splitlines()

    assert shown(page) == len(rest) - 1 < len(every) - 1
    assert not any(",unread," in line for line in rest)


@WAYS
def test_an_address_keeps_the_choice(reader: Reader, way: str):
    """A link that was sent shows what its sender saw."""
    page, _ = reader.open(f"{TABLE}?unread=no", way)

    expect(switch(page)).to_be_checked()
    assert told(page) == shown(page)


def test_a_link_to_an_unread_row_shows_it(reader: Reader):
    """The number in the prose still leads to its row."""
    page, _ = reader.open(TABLE)
    row = page.locator("tr.steppe-out").first.get_attribute("id")
    page.goto(f"{page.url.partition('#')[0]}?unread=no#{row}")

    expect(page.locator(f"#{row}")).to_be_visible()
    expect(switch(page)).not_to_be_checked()


@WAYS
def test_the_catalogue_follows_the_switch(reader: Reader, way: str):
    """Counts, files and the links to the tables change together."""
    page, log = reader.open(CATALOGUE, way)
    before = told(page)
    switch(page).check()
    entry = page.locator(f"#table-{NAME}")

    assert told(page) < before
    assert entry.locator("a.steppe-file").get_attribute("href").count("without-unread")
    assert page.locator("a.steppe-file").first.get_attribute("href").endswith("unread.zip")

    entry.locator("h3 a").click()
    expect(switch(page)).to_be_checked()
    assert [] == log.errors


def test_without_scripts_both_files_are_links(reader: Reader):
    """No script is needed to take the tables, whole or without unread rows."""
    context = reader.context.browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reader.bases["http"] + TABLE)

    expect(page.locator("a.steppe-file")).to_be_visible()
    expect(page.locator(".steppe-plain a")).to_be_visible()
    expect(page.locator(".steppe-leave-out")).to_be_hidden()
    context.close()
