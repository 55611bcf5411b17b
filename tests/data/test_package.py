from __future__ import annotations

from collections import Counter

import frictionless
import pytest

from helpers import data, sources
from helpers.data.__main__ import counts
from helpers.data._read import read

TABLES = sorted(data.resources())
NUMBERS = [name for name in TABLES if data.resource(name).is_numbers]
SOURCED = [name for name in TABLES if "source_keys" in data.resource(name).columns]
WORKS = sorted(sources.works().entries)

#: Columns that a row of numbers needs to be followed from a page to its source and back.
NORMAL_FORM = {
    *("row_id", "measure", "unit", "basis", "value_min", "value_max", "qualifier", "value_text"),
    *("date_text", "date_start", "date_end", "date_kind"),
    *("source_keys", "locator", "accessed_as", "status", "checked", "note"),
}


def test_the_tables_have_no_fault():
    """Every cell of the book is in order, and every fault there is would be named."""
    assert [] == [str(fault) for fault in data.check_all()]


def test_no_row_and_no_cell_disappeared_unseen():
    """Rows and empty cells are as many as were accepted."""
    sheets = {name: read(data.resource(name).path, name)[0] for name in TABLES}

    assert [] == [str(fault) for fault in counts(data.FOLDER, sheets)]


def test_every_file_of_data_is_described():
    """No table lies beside the package without schema, source and licence."""
    described = {data.resource(name).path for name in TABLES}

    assert described == set(data.FOLDER.rglob("*.csv"))


def test_the_package_is_valid_for_other_tools():
    """Whoever takes the tables can check them with Frictionless, a tool that is not ours."""
    report = frictionless.validate(str(data.FOLDER / "datapackage.json"))

    assert [] == [error.message for error in report.errors]
    assert [] == report.flatten(["title", "message"])
    assert len(TABLES) == len(report.tasks)


def test_other_tools_find_a_broken_cell(package):
    """The schema is strict enough for Frictionless to refuse a thousands separator."""
    package.cell("camp_population.csv", 2, "value_min", "65,673")
    report = frictionless.validate(str(package.folder / "datapackage.json"))

    assert [["value_min", 2]] == report.flatten(["fieldName", "rowNumber"])


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_what_it_is(name):
    """Title, what a row is, how far it can be trusted, a licence, and every column described."""
    about = data.resource(name).description

    assert len(about["title"]) > 5
    assert len(about["description"]) > 40
    assert len(about["integrity"]) > 40
    assert about["kind"] in ("numbers", "facts")
    assert all(licence["path"].startswith("https://") for licence in about["licenses"])
    assert about["licenses"]
    assert [] == [
        field["name"] for field in about["schema"]["fields"] if not field.get("description")
    ]


@pytest.mark.parametrize("name", NUMBERS)
def test_a_table_of_numbers_has_the_normal_form(name):
    """Every number has a row with its unit, date, source, status and how it is known."""
    missing = NORMAL_FORM - set(data.resource(name).columns)

    assert set() == missing


@pytest.mark.parametrize("name", NUMBERS)
def test_every_number_has_a_unit(name):
    """A number without a unit says nothing; only a claim without a number may lack one."""
    table = data.load(name)
    numbers = table[table["value_min"].notna() | table["value_max"].notna()]

    assert [] == numbers.loc[numbers["unit"] == "", "row"].tolist()
    assert len(numbers) > 0


@pytest.mark.parametrize("name", NUMBERS)
def test_every_measure_is_explained(name):
    """Whoever takes a table finds in its description what each measure counts."""
    used = set(data.load(name)["measure"]) - {""}

    assert set() == used - set(data.resource(name).description["measures"])


@pytest.mark.parametrize("name", SOURCED)
def test_every_row_has_a_source_that_exists(name):
    """No row stands on nothing: each has a work of the bibliography."""
    table = data.load(name)
    cited = {
        row: sources.split(keys)
        for row, keys in zip(table["row"], table["source_keys"], strict=True)
    }

    assert [] == [row for row, keys in cited.items() if not keys]
    assert [] == [(row, key) for row, keys in cited.items() for key in keys if key not in WORKS]


def test_tables_without_sources_are_known():
    """Units, gaps and verdicts are the book's own; the outlines have one source for all rows."""
    assert {"claim_readings", "claims", "gaps", "geo_outlines", "units"} == set(TABLES) - set(
        SOURCED
    )
    assert "sources" in data.resource("geo_outlines").description


@pytest.mark.parametrize("key", WORKS)
def test_every_work_can_be_named(key):
    """Each work has a title, a class from the list and a short name that fits under a chart."""
    fields = sources.entry(key).fields

    assert fields.get("title")
    assert fields.get("keywords") in sources.CLASSES
    assert 3 <= len(sources.short(key)) <= 32
    assert sources.reference(key)


def test_short_names_tell_the_works_apart():
    """Two works never have one short name."""
    names = Counter(sources.short(key) for key in WORKS)

    assert [] == [name for name, times in names.items() if times > 1]


def test_zero_and_missing_differ():
    """The book has zeros that were counted and numbers that nobody knows, and keeps them apart."""
    tables = [data.load(name) for name in NUMBERS]
    zeros = sum(int((table["value_min"] == 0).sum()) for table in tables)
    unknown = sum(int(table["value_min"].isna().sum()) for table in tables)

    assert zeros > 0
    assert unknown > 0
    for table in tables:
        words = table[table["qualifier"] == "words"]
        assert 0 == words["value_min"].count() + words["value_max"].count()


def test_a_count_under_two_names_is_linked_to_a_row_of_its_own():
    """A repeated count points to the row that is drawn, and that row points nowhere."""
    for name in TABLES:
        table = data.load(name)
        if "same_as" not in table:
            continue
        repeated = table[table["same_as"] != ""]
        drawn = table.set_index("row_id").loc[repeated["same_as"]]

        assert [] == [
            row for row, other in zip(drawn.index, drawn["same_as"], strict=True) if other
        ]


def test_no_table_has_a_column_of_the_name_that_every_row_gets():
    """`data.load` names each row in a column `row`; a column of the file would take its place."""
    assert [] == [name for name in TABLES if "row" in data.resource(name).columns]
