"""Ten numbers picked at random from prose, questions and charts: each leads to row and source."""

from __future__ import annotations

import contextlib
import random

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from reading import PATIENCE, SITE, Reader, names

#: How many numbers of each kind are followed; the same ones until the book changes.
PROSE, QUIZ, CHARTS = 4, 3, 3
SEED = 1954

#: Marks that are clicked before a chart is given up: one may lie under another.
TRIES = 10

CHAPTERS = names("chapters")


def numbers(kind: str) -> list[tuple[str, int]]:
    """List the numbers of all chapters that lead to rows: page, and place among its numbers."""
    found = []
    for name in CHAPTERS:
        soup = BeautifulSoup((SITE / name).read_text("utf-8"), "html.parser")
        for at, link in enumerate(soup.select("article a.number")):
            asked = link.find_parent(class_="quiz") is not None
            if "/data/" in link["href"] and asked == (kind == "quiz"):
                found.append((name, at))
    return found


def charts() -> list[tuple[str, int]]:
    """List the charts of all chapters: page, and place among its charts."""
    pages = {name: (SITE / name).read_text("utf-8") for name in CHAPTERS}
    return [
        (name, at) for name, html in pages.items() for at in range(html.count('"steppe-chart"'))
    ]


PICK = random.Random(SEED)
IN_PROSE = PICK.sample(numbers("prose"), PROSE)
IN_QUIZ = PICK.sample(numbers("quiz"), QUIZ)
IN_CHARTS = PICK.sample(charts(), CHARTS)


def assert_source(page: Page) -> None:
    """Require that a row is shown with its source, and that the source is one click on."""
    row = page.locator("tr:target")
    row.wait_for()
    row.locator("a[href*='source-']").first.click()
    page.locator(":target").wait_for(state="attached")
    assert "bibliography.html#source-" in page.url


@pytest.mark.parametrize(("name", "at"), IN_PROSE)
def test_a_number_in_the_prose_is_two_clicks_from_its_source(reader: Reader, name: str, at: int):
    """The number leads to its row, the row to its source."""
    page, _ = reader.open(name)
    page.locator("article a.number").nth(at).click()
    assert_source(page)


@pytest.mark.parametrize(("name", "at"), IN_QUIZ)
def test_a_number_in_a_question_is_two_clicks_from_its_source(reader: Reader, name: str, at: int):
    """An answer that is checked shows its number, which leads to the row."""
    page, _ = reader.open(name)
    link = page.locator("article a.number").nth(at)
    answer = link.locator("xpath=ancestor::div[@class='quiz-answer']")
    if not link.is_visible():
        answer.locator("input").check()
        answer.locator("xpath=ancestor::form").locator("button").click()
    link.click()
    assert_source(page)


@pytest.mark.parametrize(("name", "at"), IN_CHARTS)
def test_a_mark_in_a_chart_is_two_clicks_from_its_row(reader: Reader, name: str, at: int):
    """The mark names its rows below the chart; the row names its source."""
    page, _ = reader.read(name)
    figure = page.locator(".steppe-figure").filter(has=page.locator(".steppe-chart")).nth(at)
    picked = figure.locator(".steppe-picked a[href*='#row-']").first
    for mark in figure.locator(".steppe-chart .point path, .steppe-chart path.point").all()[:TRIES]:
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        with contextlib.suppress(PlaywrightTimeout):
            picked.wait_for(timeout=PATIENCE / 30)
            break
    picked.click()
    assert_source(page)
