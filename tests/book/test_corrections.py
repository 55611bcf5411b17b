"""Reports of errors: to a tracker, by e-mail, or as a message to copy; and the list of changes."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page
from small import ROOT, Book
from sphinx.config import Config
from sphinx.errors import ConfigError

from helpers import data
from helpers.book import changes, citation, corrections

CHART = (
    ">>> from helpers import charts, data\n"
    "charts.population(data.load('camp_population'), camp='karlag')"
)
TRACKER = "https://example.org/new"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small book with a chart, built once; its settings name no address."""
    folder = tmp_path_factory.mktemp("book")
    for name in ("_config.yml", "CITATION.cff"):
        (folder / name).write_text((ROOT / name).read_text("utf-8"), "utf-8")
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "_toc.yml").write_text("format: jb-book\nroot: index\nchapters:\n- file: chapter\n")
    (folder / "index.md").write_text("# Book\n")
    book = Book(folder)
    book.write(CHART)
    book.page()
    return folder / "_build" / "html"


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A window of a browser."""
    page = browser.new_page()
    page.set_default_timeout(10_000)
    yield page
    page.close()


def report(page: Page, site: Path, name: str, **settings: str) -> str:
    """Open a page by double click, with settings; press the link; say where it led."""
    page.goto((site / name).as_uri())
    page.evaluate(
        """(settings) => {
            for (const [name, content] of Object.entries(settings))
                document.head.append(Object.assign(document.createElement('meta'),
                    { name: `steppe-${name}`, content }));
            if (!document.querySelector('a.steppe-report')) {
                const link = document.createElement('a');
                Object.assign(link, { className: 'steppe-report', href: '../x.html' });
                link.dataset.row = 'camps/karlag';
                document.querySelector('[id^=row-] th, [id^=row-]').append(link);
            }
            window.led = '';
            // after the book's own script has had its turn
            window.addEventListener('click', (event) => {
                const link = event.target.closest('a');
                if (link && !event.defaultPrevented) window.led = link.href;
                event.preventDefault();
            });
        }""",
        settings,
    )
    page.locator("a.steppe-report").first.focus()
    page.keyboard.press("Enter")
    return page.evaluate("window.led")


def test_a_report_on_a_figure_goes_to_the_tracker(window, site):
    """The new report has a title, what is shown, version, date, address and questions."""
    led = report(window, site, "chapter.html", tracker=TRACKER)
    told = parse_qs(urlsplit(led).query)

    assert led.startswith(TRACKER + "?")
    assert ["Correction: Figure"] == told["title"]
    shown = ("Shown: ", "Sources: Gulag map", citation.edition(ROOT), "chapter.html#", "How do you")
    for piece in shown:
        assert piece in told["body"][0]
    # the link is again what it is without scripts
    window.wait_for_function(
        "!document.querySelector('a.steppe-report').href.includes('example.org')"
    )


def test_a_report_on_a_row_is_a_mail(window, site):
    """The mail quotes value and source as they stand in the row, with the heads of the columns."""
    led = report(window, site, "data/camps.html", email="post@example.org")
    told = parse_qs(urlsplit(led).query)

    assert led.startswith("mailto:post@example.org?")
    (row,) = (line for line in told["body"][0].splitlines() if line.startswith("About: "))
    assert row.startswith("About: camps/")
    assert "source: " in told["body"][0].lower()
    assert "data/camps.html#row-camps-" in told["body"][0]


def test_without_an_address_the_message_is_shown_and_copied(window, site):
    """A dialog by keyboard: it says that no address is known, copies, and gives the focus back."""
    assert "" == report(window, site, "chapter.html")
    window.locator("#steppe-report[open]").wait_for()
    said = window.locator("#steppe-report").inner_text()

    assert "names no address" in said
    assert "Whoever gave you the book" in said
    assert "textarea" == window.evaluate("document.activeElement.localName")
    assert "What is wrong?" in window.locator("#steppe-report textarea").input_value()

    window.keyboard.press("Tab")
    window.keyboard.press("Enter")
    window.locator("#steppe-report [role=status]", has_text="Copied").wait_for()
    window.keyboard.press("Escape")
    assert 0 == window.locator("#steppe-report[open]").count()
    assert "steppe-report" == window.evaluate("document.activeElement.className")


def test_without_scripts_the_link_leads_to_the_page_of_corrections(site):
    """Each figure has the link, and it leads to the page that explains."""
    html = (site / "chapter.html").read_text("utf-8")

    assert 'class="steppe-report" href="reference/corrections.html"' in html


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"mail": "x"}, "no setting 'mail'; choose from tracker, email"),
        ({"tracker": "our tracker"}, "tracker is 'our tracker'; write an address that begins"),
        ({"email": "nobody"}, "email is 'nobody'; write an address such as name@example.org"),
    ],
)
def test_a_setting_that_leads_nowhere_is_refused(settings, message):
    """The message names the setting, what stands there and what to write."""
    config = Config({}, {})
    config.add("steppe_corrections", settings, "env", dict)

    with pytest.raises(ConfigError, match=message):
        corrections.check_settings(None, config)


def test_the_page_names_the_addresses_that_are_set():
    """With an address the page of corrections links it; without one it says so."""
    assert 'href="mailto:a@b.org"' in corrections.sentence({"email": "a@b.org"})
    assert TRACKER in corrections.sentence({"tracker": TRACKER})
    assert "names no address" in corrections.sentence({})


def test_the_changes_of_a_row_are_told():
    """A row that was changed says what stood there, until when, and why; others have no list."""
    first, _ = changes.changes_of("incentives/credits-1931-first-category")

    assert ("1.33", "1.3333", "0.1.0") == (first["before"], first["after"], first["version"])
    assert first["reason"].startswith("The rate is four days for three")
    assert "in version 0.1.0: value min 1.33; value max 1.33" == changes.changed(
        "incentives/credits-1931-first-category"
    )
    assert [] == changes.changes_of("camps/karlag")
    assert "" == changes.changed("camps/karlag")


def test_every_change_is_about_a_row_and_ends_with_its_present_value():
    """The row exists, or is said to be gone; the last change of a cell holds what stands there."""
    with data.resource("changes").path.open(encoding="utf-8") as lines:
        listed = list(csv.DictReader(lines))
    latest = {(change["changed_row"], change["column"]): change["after"] for change in listed}
    wrong = []
    for (reference, column), after in latest.items():
        table, _, row_id = reference.partition("/")
        with data.resource(table).path.open(encoding="utf-8") as lines:
            row = {row["row_id"]: row for row in csv.DictReader(lines)}.get(row_id)
        if (row is None) != (column == "row") or (row and row[column] != after):
            wrong.append(f"{reference}, {column}")

    assert [] == wrong
