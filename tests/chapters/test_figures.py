from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from figures import MIME, Figure, faint, faults, figures

from helpers.book import prose

ROOT = Path(__file__).parents[2]
CHAPTERS = [path for path in prose.chapters(ROOT) if path.suffix == ".ipynb"]
ROW = "camp_population/karlag-1949-01"


def stem(path: Path) -> str:
    return path.stem


@pytest.fixture
def figure() -> Figure:
    """Build a figure as a chapter should have it, with two states."""
    meta = {
        "alt": "Scatter chart of prisoners in Karlag; the highest count is 65,673.",
        "sources": ["smirnov1998"],
        "table": {"columns": ["Date", "Persons"], "rows": [["1949-01", 65673]], "links": [ROW]},
    }
    trace = {
        "type": "scatter",
        "y": [65673, None, 1],
        "customdata": [ROW, None, f"{ROW} camp_population"],
        "marker": {"color": "#0072b2"},
    }
    pool = [trace, meta["alt"], meta["sources"], meta["table"]]
    state = {"data": [0], "layout": {}, "meta": {"alt": 1, "sources": 2, "table": 3}}
    explorer = {"controls": [], "pool": pool, "states": [state, state]}
    plot = {"data": [trace], "layout": {"meta": {**meta, "explore": explorer}}}
    return Figure(
        "karlag.ipynb, cell 3",
        {"mystnb": {"figure": {"caption": "Prisoners of Karlag.", "name": "fig-karlag"}}},
        json.loads(json.dumps(plot)),
    )


@pytest.mark.parametrize("path", CHAPTERS, ids=stem)
def test_every_figure_can_be_followed_to_its_sources(path):
    """Caption, label, alt text, sources, table and the row behind each mark, in every state."""
    assert [] == [fault for figure in figures(path) for fault in faults(figure)]


@pytest.mark.parametrize("path", CHAPTERS, ids=stem)
def test_marks_stand_out_from_the_paper(path):
    """Fill or outline of each mark has a contrast of 3 or more with white."""
    assert [] == [fault for figure in figures(path) for fault in faint(figure)]


def test_labels_of_figures_are_unique_in_the_book():
    """An anchor leads to one figure only."""
    names = Counter(figure.name for path in CHAPTERS for figure in figures(path))

    assert [] == [name for name, times in names.items() if times > 1]


def test_a_complete_figure_has_no_fault(figure):
    """Rows, several rows together, gaps and whole tables may stand behind a mark."""
    assert [] == faults(figure)
    assert [] == faint(figure)


def test_figures_of_a_notebook_are_found_with_their_cells(tmp_path, figure):
    """Printed text and other pictures are no figures."""
    code = {"cell_type": "code", "metadata": figure.cell, "outputs": []}
    shown = {"output_type": "execute_result", "data": {MIME: figure.plot, "text/plain": "x"}}
    printed = {"output_type": "stream", "text": "x"}
    cells = [{"cell_type": "markdown", "metadata": {}}, {**code, "outputs": [printed, shown]}, code]
    path = tmp_path / "karlag.ipynb"
    path.write_text(json.dumps({"cells": cells}), "utf-8")

    assert ["karlag.ipynb, cell 2"] == [found.place for found in figures(path)]
    assert ["fig-karlag"] == [found.name for found in figures(path)]


BREAK = [
    ("alt", "", "alt text has 0 letters; say kind of chart, subject and finding"),
    ("alt", "A chart.", "alt text has 8 letters; say kind of chart, subject and finding"),
    ("sources", [], "no source; complete the figure with `record`"),
    ("sources", ["smirnof1998"], "source 'smirnof1998' is not in references.bib"),
    ("table", None, "no table, or one without lines; complete the figure with `record`"),
    (
        "table",
        {"columns": ["Date"], "rows": [], "links": []},
        "no table, or one without lines; complete the figure with `record`",
    ),
    (
        "table",
        {"columns": ["Date"], "rows": [["1949", 65673]], "links": [ROW]},
        "a line of the table has more or fewer cells than columns",
    ),
    (
        "table",
        {"columns": ["Date"], "rows": [["1949"]], "links": [ROW + "-32"]},
        f"a line of the table names '{ROW}-32', which is no row of data/",
    ),
]


@pytest.mark.parametrize(("part", "value", "fault"), BREAK)
def test_what_a_figure_lacks_is_named(figure, part, value, fault):
    """The message has the chapter, the cell and what to do."""
    figure.plot["layout"]["meta"][part] = value

    assert [f"karlag.ipynb, cell 3: {fault}"] == faults(figure)


@pytest.mark.parametrize(("part", "value", "fault"), BREAK)
def test_what_one_state_lacks_is_named_with_the_state(figure, part, value, fault):
    """A fault that shows only after a choice is found as well."""
    explorer = figure.plot["layout"]["meta"]["explore"]
    explorer["pool"].append(value)
    explorer["states"][1]["meta"][part] = len(explorer["pool"]) - 1

    assert [f"karlag.ipynb, cell 3, state 1: {fault}"] == faults(figure)


def test_a_choice_without_numbers_may_have_an_empty_table(figure):
    """Where the tables have nothing for a choice, the chart says so in its alt text."""
    alt = "Scatter chart of women in Karlag: the table holds no number for this choice."
    explorer = figure.plot["layout"]["meta"]["explore"]
    explorer["pool"] += [alt, [], {"columns": ["Date"], "rows": [], "links": []}]
    explorer["states"][1] = {"data": [], "layout": {}, "meta": {"alt": 4, "sources": 5, "table": 6}}

    assert [] == faults(figure)


@pytest.mark.parametrize(
    ("customdata", "name"),
    [
        (["camp_population/karlag-1949-32"], "camp_population/karlag-1949-32"),
        ([f"{ROW} camp_population/karlag-1949-32"], "camp_population/karlag-1949-32"),
        ([[ROW, None], ["camps_population/x", None]], "camps_population/x"),
        (["karlag-1949-01"], "karlag-1949-01"),
    ],
    ids=["row", "joined", "nested", "no table"],
)
def test_a_mark_that_names_no_row_is_found(figure, customdata, name):
    """A mark leads to a row of data, or it is a fault."""
    figure.plot["data"][0]["customdata"] = customdata

    assert [f"karlag.ipynb, cell 3: a mark names '{name}', which is no row of data/"] == faults(
        figure
    )


def test_a_figure_without_rows_behind_its_marks_is_found(figure):
    """A chart that nobody can check is a fault, however good its caption."""
    figure.plot["data"][0].pop("customdata")
    figure.plot["layout"]["meta"].pop("explore")

    assert ["karlag.ipynb, cell 3: no mark names its row; give `customdata`"] == faults(figure)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            {},
            [
                "karlag.ipynb, cell 3: no caption; "
                "write one in the cell's metadata (mystnb: figure)",
                "karlag.ipynb, cell 3: name is ''; it must begin with 'fig-'",
            ],
        ),
        (
            {"mystnb": {"figure": {"caption": "Prisoners of Karlag.", "name": "karlag"}}},
            ["karlag.ipynb, cell 3: name is 'karlag'; it must begin with 'fig-'"],
        ),
    ],
    ids=["no caption", "other name"],
)
def test_a_figure_without_caption_or_label_is_found(figure, cell, expected):
    """A figure that cannot be cited is a fault."""
    assert expected == faults(Figure(figure.place, cell, figure.plot))


@pytest.mark.parametrize(
    ("marker", "colours"),
    [
        ({"color": "#e69f00"}, ["#e69f00"]),
        ({"color": "#e69f00", "line": {"color": "#e69f00", "width": 2}}, ["#e69f00"]),
        ({"color": "#e69f00", "line": {"color": "#1a1a1a", "width": 1}}, []),
        ({"color": "#ffffff", "line": {"color": "#56b4e9"}}, ["#ffffff and #56b4e9"]),
        ({"color": ["#0072b2", "#56b4e9", "#d55e00"]}, ["#56b4e9"]),
        ({"color": ["#e69f00", "#0072b2"], "line": {"color": ["#1a1a1a", "#0072b2"]}}, []),
        ({"color": "#d55e00", "line": {"color": "#ffffff", "width": 1}}, []),
    ],
)
def test_a_faint_mark_is_found(figure, marker: dict[str, Any], colours):
    """Orange and light blue need a dark outline; a hollow mark needs a dark one too."""
    figure.plot["data"][0]["marker"] = marker

    assert [
        f"karlag.ipynb, cell 3: a mark of {colour} has no dark outline" for colour in colours
    ] == faint(figure)
