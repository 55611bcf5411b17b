"""The list of works: a work is formatted once, and again when it has changed."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from pybtex.database import Entry, parse_string
from pybtex.style import FormattedEntry
from sphinxcontrib.bibtex.domain import Citation

from helpers import sources
from helpers.book import bibliography

PAGE = Path(__file__).parents[2] / "reference" / "bibliography.md"
WORK = "@misc{barnes, title = {%s}, shortname = {Barnes 2011}, year = {2011}}"


def entry(title: str) -> Entry:
    """A work with some title."""
    return parse_string(WORK % title, "bibtex").entries["barnes"]


@pytest.fixture
def last():
    """A build in which the work was formatted, with words that show where they come from."""
    words = FormattedEntry("barnes", "from the last build", "Barnes 2011")
    citation = Citation("id1", None, "barnes", entry("Death"), words, None)
    domain = SimpleNamespace(citations=[citation])
    bibliography.remember(None, SimpleNamespace(get_domain=lambda _: domain), [])
    yield
    bibliography.remember(
        None, SimpleNamespace(get_domain=lambda _: SimpleNamespace(citations=[])), []
    )


@pytest.mark.usefixtures("last")
def test_an_unchanged_work_is_taken_from_the_last_build():
    """Nothing is formatted twice."""
    again = bibliography.BookStyle().format_entry("Barnes 2011", entry("Death"))

    assert "from the last build" == again.text


@pytest.mark.usefixtures("last")
@pytest.mark.parametrize(("title", "label"), [("Redemption", "Barnes 2011"), ("Death", "Barnes")])
def test_a_changed_work_is_formatted_anew(title: str, label: str):
    """A new title or a new short name stands on the page at once."""
    again = bibliography.BookStyle().format_entry(label, entry(title))

    assert label == again.label
    assert title in str(again.text)


def test_every_work_stands_under_one_heading():
    """A class of works without a list on the page would vanish from the book."""
    listed = re.findall(r'keywords == "([^"]+)"', PAGE.read_text("utf-8"))

    assert sorted(sources.CLASSES) == sorted(listed)
