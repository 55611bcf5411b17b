from __future__ import annotations

import pytest

from helpers import data
from helpers.book.pages import (
    person_address,
    root,
    row_address,
    row_anchor,
    row_at,
    table_page,
)


@pytest.mark.parametrize(
    ("docname", "way"),
    [("index", ""), ("reference/data", "../"), ("chapters/karlag/prisoners", "../../")],
)
def test_the_root_is_found_from_every_page(docname, way):
    """Addresses are relative, so that the book opens from a folder and from a server."""
    assert way == root(docname)


def test_the_anchor_of_a_row_is_permanent():
    """A link that was printed once leads to the row for ever."""
    row = "camp_population/karlag-1949-01"

    assert "row-camp_population-karlag-1949-01" == row_anchor(row)
    assert f"data/camp_population.html#{row_anchor(row)}" == row_address(row)
    assert "data/camp_population" == table_page("camp_population")


def test_no_two_rows_of_the_book_share_an_anchor():
    """Every row has an address of its own."""
    tables = [data.load(name) for name in data.resources()]
    rows = [row for table in tables if "row" in table for row in table["row"]]

    assert len(rows) > 1000
    assert len(rows) == len({row_address(row) for row in rows})
    assert len(rows) == len({row_anchor(row) for row in rows})


def test_a_row_is_found_again_by_its_address():
    """What a number leads to is what its card shows."""
    rows = [row for name in ("camp_population", "kengir_events") for row in data.load(name)["row"]]

    assert rows == [row_at("../" + row_address(row)) for row in rows]
    assert "people/kuznetsov-kapiton" == row_at(person_address("kuznetsov-kapiton"))
