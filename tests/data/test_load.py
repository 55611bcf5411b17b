from __future__ import annotations

import os

import pandas as pd
import pytest

from helpers import data

POPULATION = "camp_population.csv"


@pytest.fixture
def camps(package) -> pd.DataFrame:
    return data.load("camp_population", package.folder)


@pytest.mark.parametrize(
    ("table", "column", "dtype"),
    [
        ("camp_population", "value_min", "Float64"),
        ("camps", "divisions", "Int64"),
        ("camp_population", "date_start", "datetime64[s]"),
        ("camp_population", "note", "str"),
        ("camps", "number", "str"),
    ],
)
def test_columns_have_the_type_of_the_schema(package, table, column, dtype):
    """Numbers, whole numbers, days and texts are told apart by the schema, not by guessing."""
    assert dtype == str(data.load(table, package.folder)[column].dtype)


def test_an_unknown_number_is_missing_and_zero_is_zero(camps):
    """A blank in the record stays unknown; a camp without women has none."""
    unknown, none = camps["value_min"].iloc[1], camps["value_min"].iloc[2]

    assert unknown is pd.NA
    assert 0 == none
    assert 65673 == camps["value_min"].sum()
    assert 2 == camps["value_min"].count()


def test_an_unknown_day_is_missing(package):
    """A camp whose opening nobody knows has no day of opening."""
    opened = data.load("camps", package.folder)["opened"]

    assert pd.Timestamp("1931-12-19") == opened.iloc[0]
    assert opened.iloc[2] is pd.NaT


def test_an_empty_text_is_an_empty_text(camps):
    """Texts need no third state: an empty cell is an empty text."""
    assert "" == camps["note"].iloc[0]


def test_a_name_keeps_its_leading_zero(package):
    """Order 030 does not become order 30."""
    assert "030" == data.load("camps", package.folder)["number"].iloc[0]


def test_each_row_is_named_in_the_whole_book(camps):
    """Table and row id together name a row, in the first column."""
    assert "row" == camps.columns[0]
    assert "camp_population/karlag-1949-01" == camps["row"].iloc[0]


def test_every_caller_gets_a_fresh_copy(package):
    """What a cell does to its table does not reach the next cell."""
    first = data.load("camp_population", package.folder)
    first.loc[0, "value_min"] = 95_000
    first["camp_id"] = "karlga"

    second = data.load("camp_population", package.folder)

    assert 65673 == second["value_min"].iloc[0]
    assert "karlag" == second["camp_id"].iloc[0]


def test_an_edited_table_is_read_again(package):
    """Whoever edits a CSV and runs the cell again sees the new number."""
    before = data.load("camp_population", package.folder)["value_min"].iloc[0]
    package.replace(POPULATION, "65673", "65674")
    os.utime(package.folder / POPULATION, ns=(0, 0))

    after = data.load("camp_population", package.folder)["value_min"].iloc[0]

    assert (65673, 65674) == (before, after)


def test_an_unknown_table_is_answered_with_those_that_are_near(package):
    """A misspelt name is answered with names that exist."""
    with pytest.raises(ValueError, match=r"no table 'camps_population' in data/; choose from camp"):
        data.load("camps_population", package.folder)


def test_an_unknown_table_that_is_near_to_none_is_answered_with_all(package):
    """Where no name is near, all are listed."""
    with pytest.raises(ValueError, match=r"choose from camp_population, camps, units$"):
        data.load("xyz", package.folder)


def test_a_broken_table_is_not_handed_out_and_all_its_faults_are_named(package):
    """Faults of shape and of cells stand in one error, one on a line, in the order of the rows."""
    package.cell(POPULATION, 2, "value_min", "65,673")
    package.cell(POPULATION, 4, "row_id", "karlag-1950")
    package.write(POPULATION, package.text(POPULATION) + "\n")

    with pytest.raises(data.DataError) as caught:
        data.load("camp_population", package.folder)

    assert [
        "camp_population.csv, row 2: value_min is '65,673'; "
        "write numbers without separators: 65673",
        "camp_population.csv, row 4: row_id is 'karlag-1950', which stands already in row 3; "
        "delete one or give it a name of its own",
        "camp_population.csv, row 5: is blank; delete the row",
    ] == str(caught.value).splitlines()
    assert [2, 4, 5] == [fault.row for fault in caught.value.faults]


def test_a_broken_table_does_not_stop_the_others(package):
    """A fault in one table leaves the others usable."""
    package.cell(POPULATION, 2, "value_min", "65,673")

    assert 3 == len(data.load("camps", package.folder))


def test_a_data_error_is_a_value_error(package):
    """Who catches ValueError catches broken tables too."""
    package.write(POPULATION, b"")

    with pytest.raises(ValueError, match=r"camp_population\.csv: is empty"):
        data.load("camp_population", package.folder)


def test_a_missing_package_is_named(tmp_path):
    """A folder without a description is no data package."""
    with pytest.raises(data.DataError, match=r"datapackage\.json: is missing in"):
        data.load("camps", tmp_path)


def test_row_finds_one_row(package):
    """A reference of the prose leads to its row."""
    found = data.row("camp_population/karlag-1949-01", package.folder)

    assert 65673 == found["value_min"]
    assert "smirnov1998" == found["source_keys"]


@pytest.mark.parametrize(
    "reference", ["camp_population/karlag-1950-01", "camp_population", "camps/"]
)
def test_row_says_where_to_look_for_a_row_that_is_not_there(package, reference):
    """A reference that leads nowhere is answered with the file to look in."""
    table = reference.partition("/")[0]

    with pytest.raises(
        ValueError, match=rf"no row '.*' in {table}; look it up in data/{table}.csv"
    ):
        data.row(reference, package.folder)


def test_row_of_a_table_without_names_of_rows_is_not_found():
    """An outline on the map has no rows that could be cited."""
    with pytest.raises(ValueError, match="no row 'kazakhstan' in geo_outlines"):
        data.row("geo_outlines/kazakhstan")


def test_bibliography_lists_the_works_behind_some_rows_the_most_cited_first(package, camps):
    """Each work stands once, with the number of rows that rest on it."""
    works = data.bibliography(camps, package.folder)

    assert ["smirnov1998", "memorial_de"] == works["key"].tolist()
    assert [3, 1] == works["rows"].tolist()
    assert ["Memorial handbook 1998", "Memorial Germany"] == works["short"].tolist()
    assert works["reference"].iloc[0].startswith("M. B. Smirnov. Система")
