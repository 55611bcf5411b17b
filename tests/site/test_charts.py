"""Every chart as a reader meets it: drawn, described, in a table, to take away, by keyboard."""

from __future__ import annotations

import base64
import contextlib
import csv
import io
import json
import zlib

import pytest
from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from reading import PATIENCE, SITE, Reader, Visit, names, visits

#: Pages with charts: the chapters, and lists that have one.
CHAPTERS = [name for name in names() if "steppe-figure" in (SITE / name).read_text("utf-8")]

#: Chapters that have a chart with filters, and those with a view that is read.
FILTERED = [name for name in CHAPTERS if "data-filter" in (SITE / name).read_text("utf-8")]
READ = [name for name in CHAPTERS if "steppe-reading" in (SITE / name).read_text("utf-8")]

#: How often a download is asked for.
TRIES = 6

#: What changes when a chart changes: its marks, what is written on it, or the text of a table.
PICTURE = """(chart) => chart.data
    ? JSON.stringify([chart.data, chart.layout.annotations, chart.layout.shapes])
    : chart.querySelector("tbody").textContent"""


def figures(page: Page) -> list[Locator]:
    """List the figures of a page."""
    return page.locator(".steppe-figure").all()


def view(figure: Locator) -> Locator:
    """Find what names the state that is shown: the chart, or the figure whose table is read."""
    chart = figure.locator(".steppe-chart")
    return chart if chart.count() else figure


@visits(CHAPTERS, "http")
def test_a_figure_is_complete(visit: Visit):
    """Each figure has a numbered caption, a description, marks, sources and a table."""
    page = visit.page

    assert len(figures(page)) >= (3 if visit.name.startswith("chapters") else 1)
    for figure in figures(page):
        holder = figure.locator("xpath=ancestor::figure")
        assert holder.locator("figcaption .caption-number").inner_text().startswith("Fig.")
        assert holder.get_attribute("id").startswith("fig-")
        assert len(figure.locator(".steppe-alt").text_content()) > 40
        assert figure.locator(".steppe-works-of a").count() >= 1
        assert figure.locator("table thead th[scope=col]").count() >= 2
        assert figure.locator("table tbody tr").count() >= 1
        shown = figure.locator("table")
        if chart := figure.locator(".steppe-chart").all():
            described = chart[0].get_attribute("aria-labelledby")
            assert figure.locator(".steppe-alt").get_attribute("id") == described
            shown = figure.locator(".main-svg").first
        assert shown.bounding_box()["width"] > 200


@visits(CHAPTERS, "file")
def test_a_figure_can_be_taken_away_by_double_click(visit: Visit):
    """CSV, JSON and citation come without a server."""
    page = visit.page
    for figure in figures(page):
        lines = list(csv.reader(io.StringIO(take(page, figure, "csv"))))
        whole = json.loads(take(page, figure, "json"))
        figure.locator(".steppe-cite summary").click()
        figure.locator(".steppe-citation:not(:empty)").wait_for()

        assert figure.locator("table tbody tr").count() == len(lines) - 1
        assert {"data", "layout", "meta"} == set(whole)
        assert "The Steppe Camps" in figure.locator(".steppe-citation").inner_text()


@visits(CHAPTERS, "http", "file")
def test_every_control_changes_its_chart_by_keyboard(visit: Visit):
    """Each control, moved by keys alone, gives another picture, description, table and sources."""
    page = visit.page
    for figure in figures(page):
        for control in figure.locator("select, input[type=range], input[type=checkbox]").all():
            before = view(figure).get_attribute("data-state")
            kind = control.get_attribute("type")
            key = {"checkbox": "Space", "range": "ArrowRight"}.get(kind, "ArrowDown")
            assert_change(page, figure, control, key)
            # back to where it was: the next control begins with the first picture
            page.keyboard.press("Space" if kind == "checkbox" else "Home")
            await_state(figure, before)
        for group in figure.locator("fieldset").all():
            before = view(figure).get_attribute("data-state")
            first = group.locator("input:checked").element_handle()
            assert_change(page, figure, group.locator("input:checked"), "ArrowRight")
            first.check()
            await_state(figure, before)

    assert [] == visit.log.errors


def await_state(figure: Locator, state: str) -> None:
    """Wait until a figure shows some state."""
    view(figure).and_(figure.page.locator(f'[data-state="{state}"]')).wait_for()


def assert_change(page: Page, figure: Locator, control: Locator, key: str) -> None:
    """Press a key on a control until the picture changes, at most once per value; else fail."""
    chart = view(figure)
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
    if not figure.locator("[data-filter]").count():
        assert_table_and_sources(figure, int(chart.get_attribute("data-state")))


def assert_table_and_sources(figure: Locator, number: int) -> None:
    """Require that the table and the sources are those of the state that is shown."""
    packed = base64.b64decode(figure.locator(".steppe-payload").text_content())
    payload = json.loads(zlib.decompress(packed))
    meta = payload["states"][number]["meta"]
    keys = payload["pool"][meta["sources"]]
    sources = figure.locator(".steppe-works-of").text_content()

    assert figure.locator("table tbody tr").count() == len(payload["pool"][meta["table"]]["rows"])
    assert all(payload["names"][key] in sources for key in keys[:15])


@visits(FILTERED, "http", "file")
def test_filters_leave_what_fits_all_of_them(visit: Visit):
    """Marks, table, count, description, sources and downloads hold what fits both choices."""
    page = visit.page
    for figure in page.locator(".steppe-figure:has([data-filter])").all():
        lines = figure.locator("table tbody tr")
        whole, sources = lines.count(), figure.locator(".steppe-works-of").text_content()
        links = taken_away(page, figure)["meta"]["table"]["links"]
        lines_are = facets(page, figure)
        words = fitting_words(lines_are)
        controls = figure.locator("[data-filter]").all()
        for control, word in zip(controls, words, strict=False):
            control.select_option(word)
        figure.locator(f'.steppe-chart[data-state*="{words[-1]}"]').wait_for()
        taken = taken_away(page, figure)
        count = figure.locator(".steppe-count").text_content()
        picture = figure.locator(".steppe-chart").evaluate(
            "(c) => c.data.map((t) => ({ type: t.type, customdata: t.customdata }))"
        )
        fitting = {
            link
            for link, *line in zip(links, *lines_are, strict=True)
            if all(word in kinds for word, kinds in zip(words, line, strict=True))
        }

        assert 0 < lines.count() < whole
        assert fitting == set(taken["meta"]["table"]["links"])
        rows, marks = set(" ".join(fitting).split()), marks_of(picture)
        assert marks_of(taken["data"]) == marks
        assert all(mark & rows for mark in marks)
        assert all(set().union(*marks) & set(link.split()) for link in fitting)
        assert count.startswith(f"{lines.count()} of {whole} ")
        assert figure.locator(".steppe-alt").text_content().startswith(count)
        assert figure.locator(".steppe-count[role=status]").count() == 1
        left = figure.locator(".steppe-works-of a").all_text_contents()
        assert left
        assert all(name in sources for name in left if not name.endswith(("work", "works")))
        figure.locator("button[type=reset]").click()
        figure.locator(".steppe-chart[data-state='0']").wait_for()
        assert whole == lines.count()
        assert sources.split() == figure.locator(".steppe-works-of").text_content().split()

    assert [] == visit.log.errors


def take(page: Page, figure: Locator, form: str) -> str:
    """Download a figure; a browser drops the eleventh download of a second, so ask again."""
    for _ in range(TRIES):
        with contextlib.suppress(PlaywrightTimeout):
            with page.expect_download(timeout=PATIENCE / TRIES) as waiting:
                figure.locator(f"[data-format={form}]").click()
            return waiting.value.path().read_text("utf-8")
    return pytest.fail(f"no {form} in {TRIES} tries")


def taken_away(page: Page, figure: Locator) -> dict:
    """Download what a figure shows."""
    return json.loads(take(page, figure, "json"))


def facets(page: Page, figure: Locator) -> list[list[list[str]]]:
    """Tell for the first filters of a figure, two at most, what each line of its table is."""
    declared = taken_away(page, figure)["meta"]["filter"]["facets"]
    controls = figure.locator("[data-filter]").all()[:2]
    return [declared[control.get_attribute("name")]["lines"] for control in controls]


def fitting_words(lines_are: list[list[list[str]]]) -> list[str]:
    """Find a choice of each filter so that a line fits them all and another does not."""
    for line in zip(*lines_are, strict=True):
        words = [kinds[0] for kinds in line if kinds]
        whole = zip(*lines_are, strict=True)
        if len(words) == len(line) and any(words[0] not in other[0] for other in whole):
            return words
    return pytest.fail("no choice leaves some lines and hides others")


def marks_of(traces: list[dict]) -> list[set[str]]:
    """Name for each mark of a chart the rows behind it."""
    drawn = [trace for trace in traces if trace["type"] in ("scatter", "bar")]
    named = [rows for trace in drawn for rows in trace.get("customdata") or [] if rows]
    return [set(rows.split()) for rows in named]


@visits(FILTERED, "http")
def test_a_choice_that_nothing_fits_says_so(visit: Visit):
    """Without any mark the chart, the count and the description say it in words."""
    page = visit.page
    for figure in page.locator(".steppe-figure:has([data-filter])").all():
        if figure.locator("[data-filter]").count() < 2:
            continue  # each word of a single filter fits some line
        first, second = figure.locator("[data-filter]").all()[:2]
        side = first.locator("option").last.text_content()
        one, other = facets(page, figure)
        present = {word for a, b in zip(one, other, strict=True) if side in a for word in b}
        words = second.locator("option").all_text_contents()[1:]
        first.select_option(side)
        missing = next(word for word in words if word not in present)
        second.select_option(missing)
        figure.locator(f'.steppe-chart[data-state*="{side}"][data-state*="{missing}"]').wait_for()

        assert "fits this choice" in figure.locator(".steppe-count").text_content()
        assert "fits this choice" in figure.locator(".annotation-text").last.text_content()
        assert figure.locator("table tbody tr").count() == 0
        figure.locator("button[type=reset]").click()
        await_state(figure, "0")

    assert [] == visit.log.errors


@pytest.mark.parametrize("name", READ)
def test_a_view_that_is_read_fits_a_phone(phone: Reader, name: str):
    """Its text keeps within the screen, and a step of the slider needs no fine thumb."""
    page, log = phone.read(name)
    for figure in page.locator(".steppe-reading").all():
        table, words = figure.locator("table"), figure.locator("output").text_content()
        box = table.bounding_box()
        figure.locator("[data-step='1']").tap()
        page.wait_for_function(
            "([box, words]) => box.querySelector('output').textContent !== words",
            arg=[figure.element_handle(), words],
        )

        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert figure.locator("[data-step='1']").bounding_box()["height"] >= 24

    assert [] == log.errors


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
