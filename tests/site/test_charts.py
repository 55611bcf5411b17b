"""Every chart as a reader meets it: drawn, described, in a table, to take away, by keyboard."""

from __future__ import annotations

import base64
import csv
import io
import json
import zlib

import pytest
from playwright.sync_api import Locator, Page
from reading import Reader, names

CHAPTERS = names("chapters")

#: What changes when a chart changes: its marks, or what is written on it.
PICTURE = "(chart) => JSON.stringify([chart.data, chart.layout.annotations, chart.layout.shapes])"


def figures(page: Page) -> list[Locator]:
    """List the figures of a page."""
    return page.locator(".steppe-figure").all()


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_figure_is_complete(reader: Reader, name: str):
    """Each figure has a numbered caption, a description, marks, sources and a table."""
    page, _ = reader.read(name)

    assert len(figures(page)) >= 3
    for figure in figures(page):
        holder = figure.locator("xpath=ancestor::figure")
        assert holder.locator("figcaption .caption-number").inner_text().startswith("Fig.")
        assert holder.get_attribute("id").startswith("fig-")
        described = figure.locator(".steppe-chart").get_attribute("aria-labelledby")
        assert len(page.locator(f"id={described}").text_content()) > 40
        assert figure.locator(".steppe-sources a").count() >= 1
        assert figure.locator("table thead th[scope=col]").count() >= 2
        assert figure.locator("table tbody tr").count() >= 1
        assert figure.locator(".main-svg").first.bounding_box()["width"] > 200


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_figure_can_be_taken_away_by_double_click(reader: Reader, name: str):
    """CSV, JSON and citation come without a server."""
    page, _ = reader.read(name, "file")
    for figure in figures(page):
        with page.expect_download() as waiting:
            figure.locator("[data-format=csv]").click()
        text = waiting.value.path().read_text("utf-8")
        lines = list(csv.reader(io.StringIO(text)))
        with page.expect_download() as waiting:
            figure.locator("[data-format=json]").click()
        whole = json.loads(waiting.value.path().read_text("utf-8"))
        figure.locator(".steppe-cite summary").click()
        figure.locator(".steppe-citation:not(:empty)").wait_for()

        assert figure.locator("table tbody tr").count() == len(lines) - 1
        assert {"data", "layout", "meta"} == set(whole)
        assert "The Steppe Camps" in figure.locator(".steppe-citation").inner_text()


@pytest.mark.parametrize("way", ["http", "file"])
@pytest.mark.parametrize("name", CHAPTERS)
def test_every_control_changes_its_chart_by_keyboard(reader: Reader, name: str, way: str):
    """Each control, reached and moved by keys alone, gives another picture and description."""
    page, log = reader.read(name, way)
    for figure in figures(page):
        for control in figure.locator("select, input[type=range], input[type=checkbox]").all():
            key = "Space" if control.get_attribute("type") == "checkbox" else "ArrowDown"
            key = "ArrowRight" if control.get_attribute("type") == "range" else key
            assert_change(page, figure, control, key)
        for group in figure.locator("fieldset").all():
            assert_change(page, figure, group.locator("input:checked"), "ArrowRight")

    assert [] == log.errors


def assert_change(page: Page, figure: Locator, control: Locator, key: str) -> None:
    """Press a key on a control until the picture changes, at most once per value; else fail."""
    chart = figure.locator(".steppe-chart")
    before, words = chart.evaluate(PICTURE), figure.locator(".steppe-alt").text_content()
    values = control.evaluate(
        "(c) => c.options ? c.options.length : c.type === 'range' ? Number(c.max) + 1 : 3"
    )
    for _ in range(values - 1):
        state = chart.get_attribute("data-state")
        control.focus()
        page.keyboard.press(key)
        chart.and_(page.locator(f":not([data-state='{state}'])")).wait_for()
        if chart.evaluate(PICTURE) != before:
            break
        control = page.locator(":focus")

    assert before != chart.evaluate(PICTURE)
    assert words != figure.locator(".steppe-alt").text_content()


@pytest.mark.parametrize("name", CHAPTERS)
def test_table_and_sources_follow_the_controls(reader: Reader, name: str):
    """After a change the table and the sources are those of the state that is shown."""
    page, _ = reader.read(name)
    for figure in figures(page):
        for select in figure.locator("select").all():
            select.select_option(index=1)
            chart = figure.locator(".steppe-chart")
            chart.and_(page.locator(":not([data-state='0'])")).wait_for()
            rows = figure.locator("table tbody tr").count()
            packed = base64.b64decode(figure.locator(".steppe-payload").text_content())
            payload = json.loads(zlib.decompress(packed))
            state = payload["states"][int(chart.get_attribute("data-state"))]
            table = payload["pool"][state["meta"]["table"]]

            sources = figure.locator(".steppe-sources").text_content()

            assert len(table["rows"]) == rows
            keys = payload["pool"][state["meta"]["sources"]]
            assert all(payload["names"][key] in sources for key in keys[:15])
            select.select_option(index=0)
            chart.and_(page.locator("[data-state='0']")).wait_for()


def test_dark_pages_have_dark_charts(reader: Reader):
    """When the page turns dark, so do its charts."""
    page, _ = reader.read(CHAPTERS[0])
    chart = page.locator(".steppe-chart").first
    paper = "(chart) => chart._fullLayout.paper_bgcolor"
    light = chart.evaluate(paper)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.locator(".steppe-chart[data-look=dark]").first.wait_for()

    assert "#ffffff" == light
    assert "#121212" == chart.evaluate(paper)


def test_charts_wait_until_they_come_into_view(reader: Reader):
    """A chart far below is not drawn when the page opens."""
    page, _ = reader.open(CHAPTERS[0])
    page.locator("article h1").wait_for()

    assert page.locator(".steppe-figure").last.locator(".main-svg").count() == 0
