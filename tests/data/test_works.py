"""Works of the bibliography: what the build would refuse is found in a second."""

from __future__ import annotations

import re

from helpers import data, sources

#: Fields that BibTeX asks of a type; one of each group is enough. Without them the book does not
#: build: write ``@misc`` with ``howpublished`` where a year or an author is not known.
REQUIRED = {
    "article": (("author",), ("title",), ("journal",), ("year",)),
    "book": (("author", "editor"), ("title",), ("publisher",), ("year",)),
    "incollection": (("author",), ("title",), ("booktitle",), ("publisher",), ("year",)),
    "inproceedings": (("author",), ("title",), ("booktitle",), ("year",)),
    "misc": (("title",),),
    "phdthesis": (("author",), ("title",), ("school",), ("year",)),
    "techreport": (("author",), ("title",), ("institution",), ("year",)),
    "unpublished": (("author",), ("title",), ("note",)),
}


def lacking(key: str) -> list[str]:
    """Name the fields that a work would need for its type."""
    entry = sources.works().entries[key]
    known = {*entry.fields, *(role for role, people in entry.persons.items() if people)}
    groups = REQUIRED.get(entry.type.lower(), ())
    return [" or ".join(group) for group in groups if not known & set(group)]


def test_every_work_has_what_its_type_asks_for():
    """No work stops the build because a year, a publisher or an author is missing."""
    assert [] == [(key, wanting) for key in sources.works().entries if (wanting := lacking(key))]


def test_every_type_is_known():
    """A new type of work comes with the fields that it needs."""
    types = {entry.type.lower() for entry in sources.works().entries.values()}

    assert set() == types - set(REQUIRED)


def test_notes_and_locators_name_works_in_words():
    """A reader sees "Glaser 2008", not a key of the bibliography such as "lrb_buber"."""
    keys = {key for key in sources.works().entries if "_" in key or re.search(r"\d{4}", key)}
    cells = (
        (frame, row, cell)
        for frame in data.resources()
        for column in ("note", "locator", "says")
        for row, cell in enumerate(data.load(frame).get(column, []))
    )

    assert [] == [
        (frame, row, cell)
        for frame, row, cell in cells
        if keys & set(re.findall(r"\w+", str(cell)))
    ]
