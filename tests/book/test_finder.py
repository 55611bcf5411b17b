"""Lists with search and filters: what stands in the page before any script runs."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from helpers.book.finder import Filter, Item, finder, unpacked

ITEMS = [
    Item("<p>Karlag & France</p>", {"verdict": ["contradicted"], "topic": ["area", "size"]}, "c-1"),
    Item("<p>Dolinka</p>", {"verdict": ["supported"], "topic": ["area"]}, "c-2", words="Долинка"),
    Item("<p>A legend</p>", {"verdict": [], "topic": []}, "c-3"),
]
FILTERS = [
    Filter("verdict", "Verdict", {"supported": "supported", "contradicted": "against"}),
    Filter("topic", "Topic"),
]


def soup(**options: object) -> BeautifulSoup:
    return BeautifulSoup(finder(ITEMS, FILTERS, "claims", **options), "html.parser")


def test_each_control_has_a_name_that_is_read_out():
    """A screen reader names the search and each choice."""
    page = soup()
    fields = page.select("input, select")

    assert ["q", "verdict", "topic"] == [field["name"] for field in fields]
    assert all(page.find("label", attrs={"for": field["id"]}) for field in fields)
    assert page.select_one("[role=status]").get_text() == "3 of 3 claims shown"


def test_choices_begin_with_all_and_say_how_many():
    """The reader sees how many claims a choice leaves, in the order of the words."""
    verdict, topic = (
        [option.get_text() for option in select.select("option")]
        for select in soup().select("select")
    )

    assert ["all", "supported (1)", "against (1)"] == verdict
    assert ["all", "area (2)", "size (1)"] == topic


def test_a_value_without_words_is_named():
    """A value that was forgotten stops the build; it does not vanish from the choices."""
    with pytest.raises(ValueError, match="filter 'verdict': no words for contradicted"):
        finder(ITEMS, [Filter("verdict", "Verdict", {"supported": "yes"})], "claims")


def test_a_short_list_is_whole_without_scripts():
    """Every item stands in the page, with its anchor and the values that the script reads."""
    first, second, third = soup().select("li.steppe-item")

    assert ("c-1", "contradicted", "area|size") == (
        first["id"],
        first["data-verdict"],
        first["data-topic"],
    )
    assert "Долинка" == second["data-words"]
    assert not third.has_attr("data-verdict")


def test_a_packed_list_holds_the_same_items():
    """What the script unpacks is what a short list shows; before it stands a way to the table."""
    packed = finder(ITEMS, FILTERS, "claims", packed=True, instead='<a href="t.html">table</a>')
    page = BeautifulSoup(packed, "html.parser")

    assert [] == page.select("li.steppe-item")
    assert ["t.html"] == [link["href"] for link in page.select(".steppe-items a")]
    shown = BeautifulSoup(unpacked(packed), "html.parser")
    assert soup().select("li.steppe-item") == shown.select("li.steppe-item")
