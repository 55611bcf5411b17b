"""Numbers in the prose, questions and the search, as a reader uses them."""

from __future__ import annotations

import re

import pytest
from reading import Reader, Visit, names, visits

CHAPTERS = names("chapters")

#: A chapter whose first number is one that is doubted.
DOUBTED = "chapters/front/how-we-know.html"


@visits(CHAPTERS, "http")
def test_a_number_shows_its_card_on_hover_and_focus(visit: Visit):
    """The card holds value, date, source and status; Escape closes it."""
    page = visit.page
    number = page.locator("a.number").first
    card = page.locator("#steppe-card")
    number.hover()
    card.wait_for(state="visible")
    hovered = card.inner_text()
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    page.mouse.move(0, 0)
    number.focus()
    card.wait_for(state="visible")

    assert hovered == card.inner_text()
    assert len(hovered.splitlines()) >= 2
    assert "steppe-card" == number.get_attribute("aria-describedby")


def test_a_number_shows_its_card_on_the_first_tap(phone: Reader):
    """The first tap shows the card, the second follows the link."""
    page, _ = phone.open(DOUBTED)
    number = page.locator("a.number").first
    number.scroll_into_view_if_needed()
    number.tap()
    page.locator("#steppe-card").wait_for(state="visible")
    stayed = page.url
    number.tap()
    page.wait_for_url(re.compile("/data/"))

    assert DOUBTED in stayed


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_doubted_number_is_two_clicks_from_its_source(reader: Reader, way: str):
    """Number, row, bibliography: each click lands on the right line."""
    page, _ = reader.open(DOUBTED, way)
    page.locator("a.number").first.click()
    row = page.locator("tr:target")
    row.wait_for()
    row.locator("a[href*='source-']").first.click()
    page.locator(":target").wait_for(state="attached")

    assert "bibliography.html#source-" in page.url


@visits(CHAPTERS, "http")
def test_an_answer_gives_its_feedback(visit: Visit):
    """Each answer that is chosen and checked, by keyboard, shows its own feedback."""
    page = visit.page
    forms = page.locator("form.quiz")

    assert forms.count() >= 5
    for form in forms.all():
        for answer in form.locator("input").all():
            answer.focus()
            page.keyboard.press("Space")
            form.locator("button").press("Enter")
            feedback = page.locator(f"id={answer.get_attribute('aria-describedby')}")
            feedback.wait_for(state="visible")

            right = answer.get_attribute("data-right") == "true"
            assert feedback.inner_text().startswith("Right." if right else "No.")


@pytest.mark.parametrize("way", ["http", "file"])
def test_the_search_finds_a_chapter(reader: Reader, way: str):
    """A word of a chapter leads to the chapter, with and without a server."""
    page, log = reader.open("search.html?q=Dolinka", way)
    page.locator("ul.search li a").first.wait_for()

    hits = page.locator("ul.search li a").evaluate_all("(links) => links.map((a) => a.href)")
    assert any("chapters/karlag" in hit for hit in hits)
    assert [] == log.errors
