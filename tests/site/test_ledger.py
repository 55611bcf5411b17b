"""The ledger of claims as a reader meets it: searched, filtered, by keyboard, from a link."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from reading import Reader, names

from helpers import data

#: The bar of the book: bytes of HTML.
HTML_LIMIT = 250_000

LEDGER = "reference/claims.html"
CLAIMS = data.load("claims")

#: A filter, the value that is tried, and how many claims have it.
FILTERS = [
    ("text", "slides_karlag", 41),
    ("text", "kengir_casualties", 78),
    ("topic", "women_children", 7),
    ("verdict", "contradicted", int((CLAIMS["verdict"] == "contradicted").sum())),
    ("fault", "unit lost", int((CLAIMS["fault"] == "unit lost").sum())),
    ("chapter", "karlag/origins", int((CLAIMS["chapter"] == "karlag/origins").sum())),
]


def opened(reader: Reader, rest: str = "", way: str = "http") -> Page:
    """Open the ledger and wait until its list is unpacked."""
    page, log = reader.open(LEDGER + rest, way)
    page.locator("#ledger li.steppe-item").first.wait_for()
    assert [] == log.errors
    return page


def found(page: Page) -> int:
    """Read how many claims fit."""
    return int(page.locator("#ledger .steppe-count").inner_text().split()[0])


def claims(page: Page) -> list[str]:
    """Read the claims that are shown."""
    return page.locator("#ledger .steppe-claim").all_inner_texts()


def test_the_page_is_light(site: Path):
    """738 claims with reasons and evidence stay under the weight of a page."""
    assert (site / LEDGER).stat().st_size <= HTML_LIMIT


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("1.5 million passed through Karlag", "1,500,000 people passed through Karlag."),
        ("1500000 passed", "1,500,000 people passed through Karlag."),
        ("KARLAG territory france", "The extent of Karlag equalled the territory of France."),
        ("95 million mines", "The Zhezkazgan camp produced 95,520,000 mines."),
        ("халық жауы", "The prisoners of Karlag numbered 1.5 million."),
    ],
)
def test_a_claim_that_was_heard_is_found(reader: Reader, words: str, claim: str):
    """A few words or the number lead to the claim, however they are written."""
    page = opened(reader)
    page.fill("#ledger-q", words)

    assert found(page) <= 10
    assert claim in [text.removesuffix("#").strip() for text in claims(page)]


def test_what_a_claim_says_comes_before_what_is_said_of_it(reader: Reader):
    """A word leads first to the claims that hold it, then to those whose reason does."""
    page = opened(reader)
    page.fill("#ledger-q", "famine")
    held = ["famine" in text.lower() for text in claims(page)]

    assert [True, False] == [held[0], held[-1]]
    assert sorted(held, reverse=True) == held


def test_nothing_found_says_so(reader: Reader):
    """A search without a result says what to do, and one press empties the form."""
    page = opened(reader)
    page.fill("#ledger-q", "zzz")

    assert [] == claims(page)
    assert "take fewer words" in page.locator("#ledger .steppe-count").inner_text()
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelectorAll('#ledger li.steppe-item').length > 0")
    assert len(CLAIMS) == found(page)


@pytest.mark.parametrize(("name", "value", "count"), FILTERS)
@pytest.mark.parametrize("way", ["http", "file"])
def test_a_filter_leaves_what_fits(reader: Reader, name: str, value: str, count: int, way: str):
    """Each choice shows its claims, by mouse and by address, from a server and by double click."""
    page = opened(reader, way=way)
    page.select_option(f"#ledger-{name}", value)

    assert count == found(page)
    again, _ = reader.open(LEDGER + page.url.partition(LEDGER)[2], way)
    again.locator("#ledger li.steppe-item").first.wait_for()
    assert count == found(again)
    assert value == again.locator(f"#ledger-{name}").input_value()


def test_choices_and_search_join(reader: Reader):
    """A verdict, a text and a word narrow the list together."""
    page = opened(reader, "?verdict=contradicted&text=slides_karlag&q=France")
    verdicts = set(page.locator("#ledger .steppe-verdict").all_inner_texts())

    assert {"contradicted"} == verdicts
    assert 0 < found(page) < 15
    assert "France" == page.locator("#ledger-q").input_value()


def test_by_keyboard_alone(reader: Reader):
    """Tab, letters and Enter are enough to search, to choose, to see more and to open a row."""
    page = opened(reader)
    page.locator("#ledger-q").focus()
    page.keyboard.type("Karlag")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("contra")
    assert "contradicted" == page.locator("#ledger-verdict").input_value()
    fitting = found(page)
    assert 10 < fitting < len(CLAIMS)

    more = page.locator("#ledger .steppe-more")
    for _ in range(200):
        page.keyboard.press("Tab")
        if more.evaluate("(button) => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert min(fitting, 60) == len(claims(page))
    assert 10 == page.evaluate(
        "[...document.querySelectorAll('#ledger .steppe-item')].indexOf(document.activeElement)"
    )

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#claim-|bibliography\.html#source-"))


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_link_to_a_claim_shows_it(reader: Reader, way: str):
    """A link from a chapter opens the ledger at its claim, even if a choice would hide it."""
    last = CLAIMS["row_id"].iloc[-1]
    page = opened(reader, f"?verdict=not+a+factual+claim#claim-{last}", way)
    asked = page.locator(f"#claim-{last}")

    assert "steppe-asked" in asked.get_attribute("class")
    assert asked.evaluate("(claim) => claim === document.activeElement")
    assert "" == page.locator("#ledger-verdict").input_value()
    page.get_by_role("button", name="before these").click()
    assert 51 == len(claims(page))


def test_the_counts_preset_the_list(reader: Reader):
    """A number of the table leads to its claims."""
    page = opened(reader)
    number = page.locator(".steppe-verdicts tbody tr").first.locator("a").nth(2)
    count = int(number.inner_text())
    number.click()
    page.locator("#ledger li.steppe-item").first.wait_for()
    page.wait_for_function("document.querySelector('#ledger-verdict').value !== ''")

    assert count == found(page)
    assert "slides_karlag" == page.locator("#ledger-text").input_value()


def test_a_chapter_leads_to_its_claims_and_back(reader: Reader):
    """From the list at the end of a chapter to a claim, and from the claim to the chapter."""
    page, _ = reader.open("chapters/karlag/origins.html")
    page.locator(".steppe-claims summary").click()
    link = page.locator(".steppe-claims li a").first
    target = link.get_attribute("href").partition("#")[2]
    link.click()
    claim = page.locator(f"#{target}")
    claim.wait_for()

    claim.get_by_role("link", name="Karlag: origins and territory").click()
    page.wait_for_url(re.compile(r"chapters/karlag/origins\.html#"))


def test_every_chapter_lists_its_claims(site: Path):
    """At least two hundred claims can be reached from the chapters."""
    linked = set()
    for name in names("chapters"):
        linked |= set(re.findall(r"claims\.html#claim-([\w-]+)", (site / name).read_text("utf-8")))

    assert set() == linked - set(CLAIMS["row_id"])
    assert len(linked) >= 200


def test_a_claim_that_is_asked_for_can_be_read(reader: Reader):
    """The mark on a claim keeps the contrast of its words, also in the dark."""
    page = opened(reader, "#claim-text-s0-012")
    page.add_style_tag(content="* { transition: none !important; }")
    options = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
    for look in ("light", "dark"):
        page.evaluate(f"document.documentElement.dataset.theme = '{look}'")
        assert [] == Axe().run(page, options=options).response["violations"]


def test_a_phone_shows_an_entry_whole(phone: Reader):
    """On a phone nothing of the form or of an entry reaches beyond the edge."""
    page = opened(phone, "?q=karlag-passed-through")

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
