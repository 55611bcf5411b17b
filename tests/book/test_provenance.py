"""The report of provenance: all that the book promises, and what breaks a promise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pybtex.database import Entry

from helpers.book import stored_figures
from helpers.book.provenance import __main__ as printed
from helpers.book.provenance import report
from helpers.book.provenance.line import Line
from helpers.book.provenance.of_chapters import of_code, of_prose, typed_numbers
from helpers.book.provenance.of_rows import lacks

ROOT = Path(__file__).parents[2]
LINES = report(ROOT)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.words)
def test_every_promise_is_kept(line: Line):
    """All of what is promised is true; what only informs is counted."""
    assert line.whole > 0
    assert not line.promised or [] == line.missing


def test_the_report_covers_what_a_reader_meets():
    """Rows, works, fields, claims, figures, marks, numbers in the prose, code."""
    words = " ".join(line.words for line in LINES)

    for what in ("rows", "works", "fields", "claims", "figures", "marks", "prose", "code"):
        assert what in words


def test_a_line_says_its_share():
    """Share, number and whole stand before the words."""
    line = Line("rows name a source", 2000, ["camps/karlag"])

    assert " 100.0%   1,999 of  2,000 rows name a source" == str(line)
    assert 0.9995 == line.share


def test_a_broken_promise_is_listed(monkeypatch, capsys):
    """The place of what is missing stands below its line, and the command fails."""
    broken = Line("rows name a source", 2, ["camps/karlag"])
    informing = Line("rows have a locator", 2, ["camps/steplag"], promised=False)
    monkeypatch.setattr(printed, "report", lambda: [broken, informing])

    assert 1 == printed.main()
    out = capsys.readouterr().out
    assert "camps/karlag" in out
    assert "50.0%" in out
    assert "camps/steplag" not in out


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({}, ""),
        ({"title": ""}, "title"),
        ({"publisher": ""}, "place to find it"),
        ({"keywords": "gossip"}, "class"),
    ],
)
def test_a_work_that_cannot_be_found_is_no_work(fields, fault):
    """A title alone is not a source."""
    whole = {
        "title": "Карлаг",
        "shortname": "Karlag 1997",
        "language": "ru",
        "keywords": "scholarship",
        "publisher": "X",
    }

    assert fault == lacks(Entry("book", whole | fields))


def test_marks_without_a_row_are_counted():
    """A mark at which one can point names its row; labels, guides and gaps need none."""
    named = {"x": [1, None, 2], "y": [1, None, 2], "customdata": ["camps/karlag", None, None]}
    label = {"x": [1], "y": [1], "hoverinfo": "skip"}

    assert (1, 1) == stored_figures.points([named, label])


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("near = 8_000 - 4_446", {8000, 4446}),
        ("for year in range(1941, 1946): print(100 * year / 365)", set()),
        ('value("camp_population/karlag-1949-01")', set()),
        ("parts = (20, 21, 22)", set()),
    ],
)
def test_typed_numbers_are_found(code, found):
    """Years, per cent and days are no numbers of the history."""
    assert found == typed_numbers(code)


def test_a_typed_number_and_an_unfounded_one_are_named(tmp_path):
    """The message has chapter, cell and number."""
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": "There were 4,447 of them."},
        {"cell_type": "code", "metadata": {}, "source": "print(65_673 / 2)", "outputs": []},
    ]
    (tmp_path / "chapters").mkdir()
    path = tmp_path / "chapters" / "karlag.ipynb"
    path.write_text(json.dumps({"cells": cells}), "utf-8")
    (typed,), (prose,) = of_code(tmp_path), of_prose(tmp_path)

    assert ["karlag.ipynb, cell 2: [65673.0]; read them from rows"] == typed.missing
    assert prose.missing[0].startswith("karlag.ipynb, cell 1: '4,447' is neither linked")
