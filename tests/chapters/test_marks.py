from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from figures import Figure, figures
from marks import mark_faults, table_faults
from numbers_shown import rows, unread

from helpers import theme

ROOT = Path(__file__).parents[2]
CHAPTERS = sorted(
    path for path in ROOT.glob("chapters/**/*.ipynb") if ".ipynb_checkpoints" not in path.parts
)

#: Figures whose marks show what stood where or when, or how many rows the book has: their shape
#: is the kind of thing, so that only "hollow" speaks of the row; their tables have the words.
THINGS = {
    "fig-incentives-credits-history": "a field is a place and a period",
    "fig-origins-camps": "map: the shape is the kind of camp, its area the count",
    "fig-pow-map": "map: as above",
    "fig-gulag-camps": "map: as above",
    "fig-special-camp-map": "map: the shape is the work of a unit",
    "fig-teaching-texts": "a bar counts claims of a text, by what was found of them",
}

#: Figures in which a bar names a row that is not in its length, with what the row is for.
BESIDE = {
    "fig-life-health-places": "the count of prisoners of the share that the label states",
}


def first(table: str, status: str, *, read: bool) -> str:
    """Find a row of a kind; which one it is may change as rows are read."""
    return next(
        name
        for name, row in rows().items()
        if name.startswith(f"{table}/")
        and row["status"] == status
        and unread(row) != read
        and row["qualifier"] == "exact"
    )


COUNT = first("camp_population", "counted", read=True)
UNREAD = first("camp_population", "counted", read=False)
CLAIM = first("camp_claims", "claimed", read=True)


def number(row: str) -> float:
    return float(rows()[row]["value_min"])


def figure_of(trace: dict[str, Any], line: list[Any], link: str) -> Figure:
    table = {"columns": ["What", "Kind of number", "How known"], "rows": [line], "links": [link]}
    plot = {"data": [trace], "layout": {"meta": {"table": table}}}
    name = {"mystnb": {"figure": {"name": "fig-x", "caption": "x"}}}
    return Figure("x.ipynb, cell 1", name, json.loads(json.dumps(plot)))


def point(row: str, symbol: str, y: float | None = None) -> Figure:
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": ["1949"],
        "y": [number(row.split()[0]) if y is None else y],
        "customdata": [row],
        "marker": {"symbol": symbol, "color": theme.BLUE},
    }
    return figure_of(trace, ["x", "", ""], row)


def bar(row: str, pattern: str, colour: str, y: float | None = None) -> Figure:
    trace = {
        "type": "bar",
        "x": ["1949"],
        "y": [number(row.split()[0]) if y is None else y],
        "customdata": [row],
        "marker": {"pattern": {"shape": pattern}, "color": colour},
    }
    return figure_of(trace, ["x", "", ""], row)


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_marks_show_what_their_numbers_are(path):
    """Claimed, estimated, computed and not re-read numbers look the same in every chart."""
    found = [fault for one in figures(path) for fault in mark_faults(one, THINGS, BESIDE)]

    assert [] == found


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_tables_of_figures_say_it_in_words(path):
    """A reader who hears or copies the table misses nothing that the marks say."""
    assert [] == [fault for one in figures(path) for fault in table_faults(one, THINGS)]


@pytest.mark.parametrize("name", THINGS | BESIDE)
def test_an_exception_is_still_needed(name):
    """A figure that keeps the rule stands in no list of exceptions."""
    (one,) = (one for path in CHAPTERS for one in figures(path) if one.name == name)

    assert mark_faults(one)


@pytest.mark.parametrize(
    "figure",
    [
        point(COUNT, "circle"),
        point(UNREAD, "square-open"),
        point(CLAIM, "diamond"),
        point(f"{COUNT} {UNREAD}", "circle-open-dot", 1.5),
        point(f"{COUNT} {CLAIM}", "diamond-dot", 1.5),
        point(CLAIM, "triangle-right"),
        bar(COUNT, "/", theme.BLUE),
        bar(UNREAD, "", theme.PAPER),
        bar(CLAIM, "\\", theme.PURPLE),
        bar(f"{COUNT} {UNREAD}", ".", theme.PAPER, 1.5),
    ],
    ids=lambda figure: figure.plot["data"][0]["customdata"][0],
)
def test_marks_that_keep_the_rule_pass(figure):
    """Also two at once, such as computed from what was not re-read, and arrows of open ends."""
    assert [] == mark_faults(figure)


@pytest.mark.parametrize(
    ("figure", "fault"),
    [
        (point(COUNT, "diamond"), "counted, read, is drawn full diamond"),
        (point(COUNT, "circle-open"), "counted, read, is drawn hollow circle-open"),
        (point(UNREAD, "circle"), "counted, not re-read, is drawn full circle"),
        (point(CLAIM, "circle"), "claimed, read, is drawn full circle"),
        (point(COUNT, "circle", 1.5), "computed, read, is drawn full circle"),
        (point(f"{COUNT} {UNREAD}", "circle-dot", 1.5), "computed, not re-read, is drawn full"),
        (point(COUNT, "diamond-dot", 1.5), "computed, read, is drawn full diamond-dot"),
        (bar(CLAIM, "", theme.PURPLE), "claimed, read, is drawn full plain"),
        (bar(COUNT, "x", theme.BLUE), "counted, read, is drawn full x"),
        (bar(UNREAD, "", theme.BLUE), "counted, not re-read, is drawn full plain"),
    ],
)
def test_marks_that_break_the_rule_are_found(figure, fault):
    """The message says what the number is and how it is drawn."""
    (found,) = mark_faults(figure)

    assert fault in found


@pytest.mark.parametrize(
    ("link", "line", "word"),
    [
        (CLAIM, ["x", "", "read at second hand"], "claimed"),
        (UNREAD, ["x", "counted", ""], "not re-read"),
        (f"{COUNT} {UNREAD}", ["share 1.57", "counted", ""], "computed"),
    ],
)
def test_a_table_that_keeps_silent_is_found(link, line, word):
    """The word that is missing is named."""
    assert [f"fig-x, line '{line[0]}': write '{word}'"] == table_faults(figure_of({}, line, link))
