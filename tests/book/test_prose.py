from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from digits import changed

from helpers import data
from helpers.book import prose
from helpers.book.prose import Number, fault_of, holds, numbers, outputs

KARLAG = "camp_population/karlag-1949-01"


def row(**cells: Any) -> pd.Series:
    """Build a row of numbers, 65,673 persons in January 1949 unless told otherwise."""
    usual = {
        "row": "t/karlag-1949-01",
        "row_id": "karlag-1949-01",
        "unit": "persons",
        "value_min": 65673.0,
        "value_max": 65673.0,
        "qualifier": "exact",
        "value_text": "",
        "date_text": "1949-01",
        "date_start": pd.Timestamp("1949-01-01"),
        "date_end": pd.Timestamp("1949-01-31"),
        "source_keys": "smirnov1998",
        "note": "",
    }
    return pd.Series(usual | cells)


def fact(**cells: Any) -> pd.Series:
    """Build a row of facts: an event of the forty days."""
    usual = {
        "row": "kengir_events/e-42",
        "row_id": "e-42",
        "description": "Five tanks and 1,700 soldiers entered the camp at 3:30.",
        "date_text": "1954-06-26",
        "date_start": pd.Timestamp("1954-06-26"),
        "source_keys": "formozov2004",
        "accessed_as": "https://example.org/77",
    }
    return pd.Series(usual | cells)


def page(folder: Path, text: str) -> Path:
    path = folder / "page.md"
    path.write_text(text, "utf-8")
    return path


def notebook(folder: Path, *cells: dict[str, Any]) -> Path:
    path = folder / "chapter.ipynb"
    path.write_text(json.dumps({"cells": list(cells)}), "utf-8")
    return path


def words(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text.splitlines(keepends=True)}


def code(*given: dict[str, Any], **metadata: Any) -> dict[str, Any]:
    return {"cell_type": "code", "metadata": metadata, "source": [], "outputs": list(given)}


def figure(**meta: Any) -> dict[str, Any]:
    bundle = {"application/vnd.plotly.v1+json": {"data": [], "layout": {"meta": meta}}}
    return {"output_type": "display_data", "data": bundle, "metadata": {}}


@pytest.mark.parametrize(
    "text",
    [
        "In 1949 the camp was fullest.",
        "The 1930s began.",
        "From 1930–1960 and 1953/54 and 1930-60.",
        "On 26 June 1954 the tanks came.",
        "Between 16 and 18 May the wall fell, on 16–18 May 1954.",
        "In May 1954.",
        "At 3:30 in the morning.",
        "The 19th century and the 3rd division.",
        "This takes 45 minutes; the 90-minute path takes longer.",
        "Order No. 00447 and order 0190.",
        "Articles 58 and 59 of the code.",
        "See pp. 284–286 and p. 12.",
        "Letter 0461, fond 9414, opis 1, delo 13.",
        "Version 1.2, Python 3.11 and CC BY 4.0.",
        "A T-34 entered; prisoner P-15 saw it.",
        "`camps.head(5)` and {numref}`fig-5`.",
        "See [the page](https://example.org/4711).",
        "```{code-block}\nx = 5\n```",
        ":width: 300",
        ":::{note} 5",
        "<img width=300>",
        "1. Reproduce the chart.\n1. Explain it.\n   10. Draw it.",
        "Nobody knows.",
    ],
)
def test_years_dates_orders_and_code_are_not_numbers(tmp_path, text):
    """What a form makes a year, a day, a time, an order or a page needs no row."""
    assert [] == numbers(page(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Karlag held 65,673 people.", ["65,673"]),
        ("They were 25-letniki.", ["25"]),
        ("It was 36 % of all.", ["36"]),
        ("3.5 times as much.", ["3.5"]),
        ("500–700 killed", ["500", "700"]),
        ("1,954 prisoners", ["1,954"]),
        ("About 10, 20 or 30 people.", ["10", "20", "30"]),
        ("On 26 June 1954 some 46 people died.", ["46"]),
        ("In 1949, 65,673 people.", ["65,673"]),
        (":::{note}\nAbout 500 people.\n:::\n\nAnd 700 more.", ["500", "700"]),
        (":class: tip\nAbout 500 people.", ["500"]),
        ("```\nx = 5\n```\nAnd 7 people.\n```\ny = 8\n```", ["7"]),
        ("1. First find 46 people.\n2. Then 47.", ["46", "47"]),
    ],
)
def test_every_other_number_must_be_founded(tmp_path, text, found):
    """A number of people, of goods or of parts is looked up, in boxes and after code as well."""
    assert found == [number.text for number in numbers(page(tmp_path, text))]


def test_a_linked_number_has_the_words_and_the_row(tmp_path):
    """The words of a link and the row behind it are taken together."""
    path = page(tmp_path, f"In January 1949 [65,673 people](row:{KARLAG}) were held.")

    assert [Number("65,673 people", "page.md", KARLAG)] == numbers(path)


def test_the_place_of_a_number_is_its_file_and_cell(tmp_path):
    """A number is found again: by the cell, and the caption by the cell of its figure."""
    path = notebook(
        tmp_path,
        words("# Title"),
        words("Then 46 people\nand 47."),
        code(mystnb={"figure": {"caption": "All 48 counts.", "name": "fig-x"}}),
    )

    assert [
        Number("46", "chapter.ipynb, cell 2"),
        Number("47", "chapter.ipynb, cell 2"),
        Number("48", "chapter.ipynb, caption of cell 3"),
    ] == numbers(path)


def test_the_numbers_of_a_quiz_are_found(tmp_path):
    """Question, answers and feedback are prose too."""
    question = {
        "question": "Were there 46?",
        "answers": [
            {"text": "No, 37.", "feedback": "Of 38 more is known.", "right": True},
            {"text": "Yes", "feedback": "No."},
        ],
    }
    path = tmp_path / "chapter.quiz.yml"
    path.write_text(yaml.safe_dump([question]), "utf-8")

    assert ["46", "37", "38"] == [number.text for number in numbers(path)]
    assert {"chapter.quiz.yml, question 1"} == {number.place for number in numbers(path)}


def test_outputs_are_what_the_code_printed_and_what_its_figures_say(tmp_path):
    """Printed text, results, alt texts and the alt texts of every state found a number."""
    states = {
        "pool": ["Drawn", "46 killed", "37 named"],
        "states": [{"meta": {"alt": 1}}, {"meta": {"alt": 2}}],
    }
    path = notebook(
        tmp_path,
        words("5 in the prose found nothing"),
        code({"output_type": "stream", "text": ["sum: 20,459\n"]}),
        code({"output_type": "execute_result", "data": {"text/plain": ["20698.5"]}}),
        code(figure(alt="65,673 at most", explore=states)),
    )

    assert {Decimal(text) for text in ("20459", "20698.5", "65673", "46", "37")} == outputs(path)


def test_dates_in_outputs_found_no_number(tmp_path):
    """The 26 of a day does not found 26 people, nor the 6 of a month six tanks."""
    path = notebook(tmp_path, code(figure(alt="Chart from 1954-05-16 to 26 June 1954, 12 marks.")))

    assert {Decimal(12)} == outputs(path)


def test_a_state_without_a_description_founds_nothing(tmp_path):
    """An instructor's chart without alt text does not stop the check."""
    path = notebook(tmp_path, code(figure(explore={"pool": [], "states": [{"meta": {}}]})))

    assert set() == outputs(path)


def test_a_quiz_rests_on_the_outputs_of_its_chapter(tmp_path):
    """What the chapter computes may be asked for in its quiz; a page has no outputs."""
    notebook(tmp_path, code({"output_type": "stream", "text": ["46"]}))

    assert {Decimal(46)} == outputs(tmp_path / "chapter.quiz.yml")
    assert set() == outputs(page(tmp_path, "46"))


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ({}, "65,673"),
        ({}, "65,673 prisoners"),
        ({}, "65673"),
        ({}, "65,673 people in January 1949"),
        ({"value_min": 500, "value_max": 700, "qualifier": "range"}, "500–700"),
        ({"value_min": 500, "value_max": 700, "qualifier": "range"}, "500 to 700"),
        ({"value_min": 500, "value_max": 700, "qualifier": "range"}, "as many as 700"),
        ({"value_min": 37, "value_max": pd.NA, "qualifier": "at_least"}, "at least 37"),
        ({"value_min": pd.NA, "value_max": 46, "qualifier": "at_most"}, "no more than 46"),
        ({"value_min": 1.5e6, "value_max": 1.5e6}, "1.5 million"),
        ({"value_min": 2e6, "value_max": 3e6, "qualifier": "range"}, "2–3 million"),
        ({"value_min": 1.5, "value_max": 1.5, "unit": "million-roubles"}, "1.5 million roubles"),
        ({"value_min": 1.5, "value_max": 1.5, "unit": "million-roubles"}, "1,500,000 roubles"),
        ({"value_min": 1.5, "value_max": 1.5, "unit": "million-roubles"}, "1.5"),
        ({"value_min": 65.5, "value_max": 65.5, "unit": "thousand-persons"}, "65,500 people"),
        ({"value_min": 65.5, "value_max": 65.5, "unit": "thousand-persons"}, "65.5 thousand"),
        ({"value_min": 3.0, "value_max": 3.0, "unit": "billion-roubles"}, "3 billion roubles"),
        ({"value_min": 0, "value_max": 0}, "0"),
        ({"value_min": 3.23, "value_max": 3.23, "unit": "percent"}, "3.23 %"),
        ({}, "the highest count"),
    ],
)
def test_a_row_of_numbers_holds_what_its_link_says(cells, text):
    """The number itself, either end of a range, and the same in thousands or millions."""
    assert holds(row(**cells), text)


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ({}, "65,674"),
        ({}, "65,67"),
        ({}, "65"),
        ({}, "1949"),
        ({}, "65,673 and 65,674"),
        ({}, "65,673 people in January 1950"),
        ({}, "65,673 thousand"),
        ({"value_min": 500, "value_max": 700, "qualifier": "range"}, "600"),
        ({"value_min": 500, "value_max": 700, "qualifier": "range"}, "500–800"),
        ({"value_min": 500, "value_max": 700, "qualifier": "range"}, "700–500"),
        ({"value_min": 37, "value_max": pd.NA, "qualifier": "at_least"}, "at least 38"),
        ({"value_min": 1.5, "value_max": 1.5, "unit": "million-roubles"}, "1.6 million roubles"),
        ({"value_min": 1.5, "value_max": 1.5, "unit": "thousand-persons"}, "1.5 million"),
        ({"value_min": pd.NA, "value_max": pd.NA, "qualifier": "words", "value_text": "many"}, "5"),
    ],
)
def test_a_row_of_numbers_holds_nothing_else(cells, text):
    """Neither its year, nor the digits of its name, nor a number near it."""
    assert not holds(row(**cells), text)


def test_a_value_in_words_holds_the_digits_of_its_words():
    """Where the source says it in words, the words of the source are what a link may say."""
    said = row(value_min=pd.NA, value_max=pd.NA, qualifier="words", value_text="up to 3 a day")

    assert holds(said, "3 a day")
    assert not holds(said, "4 a day")


@pytest.mark.parametrize(
    "text", ["1,700 soldiers", "1700", "26 June 1954", "the tanks", "June 1954"]
)
def test_a_fact_holds_the_digits_of_its_texts(text):
    """An event holds the numbers and the days that its description has."""
    assert holds(fact(), text)


@pytest.mark.parametrize(
    "text", ["1,701 soldiers", "42", "2004", "77", "27 June 1954", "26 June 1955"]
)
def test_a_fact_holds_neither_names_of_rows_nor_of_works(text):
    """A number that stands only in a key or an address is not known."""
    assert not holds(fact(), text)


def test_a_number_without_row_and_output_says_what_to_do():
    """The message has place, number and the three ways out."""
    assert (
        "page.md: '46' is neither linked to a row nor in an output of the chapter; "
        "link it as [65,673](row:table/row-id), print it in a cell, or write it as a word"
    ) == fault_of(Number("46", "page.md"), set())


def test_a_number_in_an_output_is_founded():
    """What the chapter computes need not be linked, however it is written."""
    assert "" == fault_of(Number("20,459", "page.md"), {Decimal("20459.0")})


def test_a_linked_number_that_agrees_is_founded():
    """The link of the book's first page holds."""
    assert "" == fault_of(Number("65,673", "page.md", KARLAG), set())


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (
            Number("65,674", "page.md", KARLAG),
            f"page.md: '65,674' is linked to {KARLAG}, which holds 65,673, dated 1949-01",
        ),
        (
            Number("65,673 in May 1950", "page.md", KARLAG),
            f"page.md: '65,673 in May 1950' is linked to {KARLAG}, "
            "which holds 65,673, dated 1949-01",
        ),
        (
            Number("65,673", "page.md", "camp_population/karlag-1949-13"),
            "page.md: no row 'karlag-1949-13' in camp_population; "
            "look it up in data/camp_population.csv",
        ),
        (
            Number("65,673", "page.md", "camps_population/karlag-1949-01"),
            "page.md: no table 'camps_population' in data/; choose from camp_population",
        ),
    ],
    ids=["digit", "date", "row", "table"],
)
def test_a_broken_link_says_what_the_row_holds_or_where_to_look(number, fault):
    """The message has place, words, row, and what stands there."""
    assert fault_of(number, {Decimal(65674)}).startswith(fault)


@pytest.mark.parametrize(
    ("cells", "held"),
    [
        ({"value_min": 500.0, "value_max": 700.0}, "500 to 700, dated 1949-01"),
        ({"value_min": 37.0, "value_max": pd.NA, "qualifier": "at_least"}, "37, dated 1949-01"),
        ({"value_min": pd.NA, "value_max": 46.5, "date_text": ""}, "46.5"),
        ({"value_min": pd.NA, "value_max": pd.NA}, "no number, dated 1949-01"),
    ],
)
def test_a_message_can_be_written_for_every_kind_of_row(monkeypatch, cells, held):
    """Open bounds and values in words are named like the others."""
    monkeypatch.setattr(data, "row", lambda _: row(**cells))

    assert f"p: '99' is linked to t/r, which holds {held}" == fault_of(
        Number("99", "p", "t/r"), set()
    )


def test_chapters_are_everything_a_reader_reads(tmp_path):
    """Chapters, quizzes and pages; not the files about the repository, nor what editors leave."""
    read = ["chapters/a/b.ipynb", "chapters/a/b.quiz.yml", "index.md", "reference/data.md"]
    left = ["README.md", "CHANGELOG.md", "chapters/a/.ipynb_checkpoints/b-checkpoint.ipynb"]
    for name in (*read, *left):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    assert read == [path.relative_to(tmp_path).as_posix() for path in prose.chapters(tmp_path)]


def test_the_report_counts_and_lists_what_is_unfounded(tmp_path, monkeypatch, capsys):
    """`python -m helpers.book.prose` answers 1 and prints the faults."""
    (tmp_path / "index.md").write_text(f"[65,673](row:{KARLAG}) and 46", "utf-8")
    monkeypatch.chdir(tmp_path)

    code = prose.main()

    out = capsys.readouterr().out
    assert 1 == code
    assert "index.md: 1 linked to rows, 1 to be found in outputs" in out
    assert "together 1 linked, 1 in outputs, 1 unfounded\nindex.md: '46' is neither linked" in out


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("46", ["56", "47"]),
        ("9", ["0"]),
        ("95", ["96"]),
        ("1,9 and 3", ["2,9 and 3", "1,0 and 3", "1,9 and 4"]),
        ("0.9", ["1.9", "0.0"]),
        ("none", []),
    ],
)
def test_changed_changes_each_digit_in_turn(text, others):
    """Every digit goes up by one, 9 to 0; a number that would begin with a zero is left out."""
    assert others == changed(text)


def test_the_check_has_the_power_to_see_a_changed_digit():
    """Whichever digit of a linked number slips, the check sees it."""
    slips = changed("65,673")

    assert 5 == len(slips)
    assert [] == [slip for slip in slips if not fault_of(Number(slip, "p", KARLAG), set())]
