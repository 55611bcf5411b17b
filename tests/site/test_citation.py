"""How a reader takes a citation from the page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Page
from pybtex.database import parse_string
from reading import Reader, names
from zotero import saved

from helpers.book import citation

CHAPTER = next(iter(names("chapters/karlag/origins")), "")


@pytest.mark.parametrize("name", names())
def test_every_page_tells_zotero_what_it_is(site: Path, root: Path, name: str):
    """A chapter is a section of the book, the first page the book, any other page a web page."""
    soup = BeautifulSoup((site / name).read_text("utf-8"), "html.parser")
    meta = [(tag["name"], tag["content"]) for tag in soup.select("meta[name][content]")]
    item = saved(meta)
    kinds = {"index.html": "book", "chapters": "bookSection"}
    facts = citation.book(root)

    assert kinds.get(name.split("/")[0], "webpage") == item["itemType"]
    assert facts["version"] == item["edition"]
    assert facts["date-released"].isoformat() == item["date"]
    if name != "index.html":
        assert soup.select_one("article h1").get_text().rstrip("#") == item["title"]
        assert facts["title"] == item["publicationTitle"]
    # the reader sees version and date too
    assert citation.edition(root) in soup.select_one(".steppe-edition").text


def entry(page: Page, place: str):
    """Read the BibTeX of a place as Pybtex does: key and fields."""
    found = parse_string(page.locator(f"{place} .steppe-bibtex").inner_text(), "bibtex").entries
    ((key, work),) = found.items()
    return key, dict(work.fields)


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_figure_has_chicago_and_bibtex(reader: Reader, way: str):
    """Open "Cite": both name figure, chapter, version and where the reader stands."""
    page, log = reader.open(CHAPTER, way)
    page.locator(".steppe-cite summary").first.click()
    page.locator(".steppe-cite .steppe-bibtex").wait_for()
    anchor = page.locator("figure").first.get_attribute("id")
    key, fields = entry(page, ".steppe-cite[open]")
    said = page.locator(".steppe-cite[open] .steppe-citation").inner_text()

    assert f"steppecamps-karlag-origins-{anchor}" == key
    assert fields["version"] in said
    where = fields["url"] if way == "http" else fields["howpublished"].replace("\\", "")
    assert where in said
    assert where.endswith(f"{CHAPTER}#{anchor}")
    # a path of the reader's disk would tell his name and help nobody
    assert "file:" not in said
    assert [] == log.errors


def test_a_chapter_says_the_same_with_and_without_scripts(reader: Reader):
    """The script adds the address and changes nothing else."""
    page, _ = reader.open(CHAPTER)
    page.locator(".steppe-cite-page .steppe-copy").first.wait_for()
    key, fields = entry(page, ".steppe-cite-page")
    said = page.locator(".steppe-cite-page .steppe-citation").inner_text()
    plain, _ = Reader(
        reader.context.browser.new_context(java_script_enabled=False), reader.bases
    ).open(CHAPTER)

    before = entry(plain, ".steppe-cite-page")
    assert key == before[0]
    added = {name: fields.pop(name) for name in ("url", "urldate")}
    assert fields == before[1]
    assert f"{plain.locator('.steppe-citation').last.inner_text()} {added['url']}" == said
    plain.context.close()


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_citation_is_copied_by_keyboard(reader: Reader, way: str):
    """Tab to the button, press Enter, and the page says that it is copied."""
    page, log = reader.open(CHAPTER, way)
    button = page.locator(".steppe-cite-page .steppe-copy").last
    button.focus()
    page.keyboard.press("Enter")

    page.locator(".steppe-cite-page [role=status]", has_text="Copied").wait_for()
    assert [] == log.errors


def test_zotero_is_offered_the_figure_only_while_its_citation_is_open(reader: Reader):
    """COinS of an open citation name figure and book; closed, the page is the chapter again."""
    page, _ = reader.open(CHAPTER)
    summary = page.locator(".steppe-cite summary").first
    assert 0 == page.locator(".Z3988").count()
    summary.click()
    page.locator(".Z3988").wait_for(state="attached")
    told = parse_qs(page.locator(".Z3988").get_attribute("title"))

    assert ["bookitem"] == told["rft.genre"]
    assert ["info:ofi/fmt:kev:mtx:book"] == told["rft_val_fmt"]
    assert told["rft.atitle"][0].startswith("Fig.")
    assert told["rft.btitle"][0].startswith("The Steppe Camps")
    assert told["rft.identifier"][0].startswith("http")
    assert {"rft.date", "rft.edition", "rft.language", "rft.rights"} <= set(told)

    summary.click()
    page.locator(".Z3988").wait_for(state="detached")
