from __future__ import annotations

import pytest

from helpers import data
from helpers.data import __main__ as report
from helpers.data._read import read

POPULATION, CAMPS = "camp_population.csv", "camps.csv"


def test_the_toy_package_is_whole(package):
    """A package without faults gives an empty list, so that every fault below is its own."""
    assert [] == package.faults()


ONE_CELL = [
    (2, "value_min", "65,673", "value_min is '65,673'; write numbers without separators: 65673"),
    (
        2,
        "value_min",
        "65673,5",
        "value_min is '65673,5'; write a point for the decimal comma: 65673.5",
    ),
    (3, "date_start", "1953-02-30", "date_start is '1953-02-30'; no such day"),
    (
        4,
        "date_end",
        "26.06.1954",
        "date_end is '26.06.1954'; write dates as year-month-day, for example 1954-06-26",
    ),
    (
        4,
        "date_text",
        "May-54",
        "date_text is 'May-54', a date that a spreadsheet rewrote; "
        "write year-month, probably 1954-05",
    ),
    (2, "locator", "p. 285 ", "locator is 'p. 285 '; take the blanks off its ends"),
    (4, "status", "", "status is empty; this column must be filled"),
    (
        4,
        "status",
        "countd",
        "status is 'countd'; choose from counted, reported, prescribed, estimated, claimed",
    ),
    (2, "unit", "prisoners", "unit is 'prisoners'; units.csv has no such unit"),
    (2, "camp_id", "karlga", "camp_id is 'karlga'; camps.csv has no such camp_id"),
    (3, "same_as", "karlag-51", "same_as is 'karlag-51'; camp_population.csv has no such row_id"),
    (
        3,
        "row_id",
        "karlag-1949-01",
        "row_id is 'karlag-1949-01', which stands already in row 2; "
        "delete one or give it a name of its own",
    ),
    (
        2,
        "source_keys",
        "smirnof1998",
        "source_keys 'smirnof1998' is not in references.bib; did you mean 'smirnov1998'?",
    ),
    (
        4,
        "source_keys",
        "memorial_de;zemskov",
        "source_keys 'zemskov' is not in references.bib; add the work there first",
    ),
    (2, "qualifier", "at_least", "value_max is '65673', but the qualifier is 'at_least'"),
    (2, "qualifier", "at_most", "value_min is '65673', but the qualifier is 'at_most'"),
    (2, "value_max", "", "value_max is empty, but the qualifier is 'exact'"),
    (
        3,
        "value_text",
        "",
        "value_text is empty; with the qualifier 'words' the words stand here",
    ),
    (2, "value_min", "65674", "value_min is 65674, more than value_max 65673"),
    (
        2,
        "value_max",
        "65674",
        "qualifier is 'exact', but value_min 65673 and value_max 65674 differ",
    ),
    (2, "date_kind", "day", "date_kind is 'day', but 1949-01-01 and 1949-01-31 are two days"),
    (
        4,
        "date_text",
        "1954-06-25",
        "date_text is '1954-06-25', but date_start and date_end say 1954-06-26 to 1954-06-26; "
        "write both",
    ),
    (
        2,
        "date_text",
        "1948-01",
        "date_text is '1948-01', but date_start and date_end say 1949-01-01 to 1949-01-31; "
        "write both",
    ),
    (
        3,
        "date_text",
        "1951",
        "date_text is '1951', but date_start and date_end say 1950-01-01 to 1950-12-31; write both",
    ),
    (3, "date_end", "", "date_end is empty; date_kind is 'year'"),
]


@pytest.mark.parametrize(
    ("row", "column", "value", "fault"),
    ONE_CELL,
    ids=[f"{column}={value}" for _, column, value, _ in ONE_CELL],
)
def test_a_wrong_cell_is_the_only_fault_and_says_what_to_write(package, row, column, value, fault):
    """What stands in one cell is reported where a spreadsheet shows it, once, with its remedy."""
    package.cell(POPULATION, row, column, value)

    assert [f"{POPULATION}, row {row}: {fault}"] == package.faults()


def test_digits_lost_to_scientific_notation_are_named(package):
    """A count that a spreadsheet shortened has to be read in the source again."""
    package.cell(POPULATION, 2, "value_max", "6.57E+04")

    assert (
        "camp_population.csv, row 2: value_max is '6.57E+04', which a spreadsheet shortened; "
        "write all digits again from the source"
    ) in package.faults()


def test_a_value_in_words_has_no_numbers_and_has_words(package):
    """Words and numbers exclude each other."""
    package.cell(POPULATION, 2, "qualifier", "words")

    assert [
        "camp_population.csv, row 2: value_max is '65673', but the qualifier is 'words'",
        "camp_population.csv, row 2: value_min is '65673', but the qualifier is 'words'",
        "camp_population.csv, row 2: value_text is empty; "
        "with the qualifier 'words' the words stand here",
    ] == package.faults()


def test_keys_of_sources_are_separated_by_semicolons(package):
    """Two keys with a comma and a blank between them are neither one key nor two."""
    package.cell(POPULATION, 2, "source_keys", "smirnov1998, memorial_de")

    assert (
        "camp_population.csv, row 2: source_keys is 'smirnov1998, memorial_de'; "
        "it must look like [A-Za-z0-9_-]+(;[A-Za-z0-9_-]+)*"
    ) in package.faults()


def test_a_date_runs_forward(package):
    """The first possible day is not later than the last."""
    package.cell(POPULATION, 2, "date_start", "1949-02-01")

    assert (
        "camp_population.csv, row 2: date_start is 1949-02-01, later than date_end 1949-01-31"
    ) in package.faults()


def test_an_undated_row_has_no_days(package):
    """A row without a date is not given one."""
    package.cell(POPULATION, 3, "date_kind", "undated")

    assert [
        "camp_population.csv, row 3: date_end is '1950-12-31', but the row is undated",
        "camp_population.csv, row 3: date_start is '1950-01-01', but the row is undated",
    ] == package.faults()


def test_a_range_may_span(package):
    """Rival figures of one source may stand as a range."""
    package.cell(POPULATION, 2, "qualifier", "range")
    package.cell(POPULATION, 2, "value_max", "70000")

    assert [] == package.faults()


@pytest.mark.parametrize(
    ("qualifier", "empty"), [("at_least", "value_max"), ("at_most", "value_min")]
)
def test_an_open_bound_has_one_value(package, qualifier, empty):
    """At least has no greatest value and at most no least one."""
    package.cell(POPULATION, 2, "qualifier", qualifier)
    package.cell(POPULATION, 2, empty, "")

    assert [] == package.faults()


def test_a_circa_date_may_leave_its_year(package):
    """About 1949 may mean a neighbouring year."""
    package.cell(POPULATION, 3, "date_kind", "circa")
    package.cell(POPULATION, 3, "date_end", "1951-12-31")

    assert [] == package.faults()


def test_a_lost_leading_zero_is_recognised(package):
    """Number 030 of an order is a name; a spreadsheet makes 30 of it."""
    package.cell(CAMPS, 2, "number", "30")

    assert [
        "camps.csv, row 2: number is '30'; a spreadsheet dropped the leading zero of '030'"
    ] == package.faults()


def test_a_number_without_leading_zero_beside_one_with_it_is_right(package):
    """Where 030 still stands, another row may be 30."""
    package.cell(CAMPS, 3, "number", "30")

    assert [] == package.faults()


def test_a_missing_column_is_named(package):
    """A column that the schema asks for and the file lacks is a fault of the file."""
    package.replace(CAMPS, "divisions,", "")

    assert (
        "camps.csv: column 'divisions' is missing; datapackage.json asks for it" in package.faults()
    )


def test_an_undescribed_column_is_named(package):
    """A column that nobody described is not data yet."""
    lines = package.text(CAMPS).splitlines()
    package.write(
        CAMPS, "\n".join([lines[0] + ",remark", *(line + "," for line in lines[1:])]) + "\n"
    )

    assert [
        "camps.csv, row 1: column 'remark' is not described in datapackage.json"
    ] == package.faults()


def test_two_columns_of_one_name_are_a_fault(package):
    """Nobody can tell which of two columns is meant."""
    lines = package.text(CAMPS).splitlines()
    package.write(
        CAMPS, "\n".join([lines[0] + ",name", *(line + "," for line in lines[1:])]) + "\n"
    )

    assert ["camps.csv, row 1: two columns have the same name"] == package.faults()


@pytest.mark.parametrize(("sign", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_other_separators_than_commas_are_recognised(package, sign, name):
    """A spreadsheet with Russian settings separates columns by semicolons."""
    package.write(CAMPS, package.text(CAMPS).replace(",", sign))

    assert (
        f"camps.csv, row 1: separates its columns by {name}; "
        "write commas, or save it as 'CSV UTF-8 (comma delimited)'"
    ) in package.faults()


def test_a_byte_order_mark_is_recognised(package):
    """The mark would become part of the first column's name; the rest is checked all the same."""
    package.cell(CAMPS, 2, "divisions", "0")
    package.write(CAMPS, b"\xef\xbb\xbf" + package.text(CAMPS).encode())

    assert [
        "camps.csv: begins with a byte order mark, which a spreadsheet adds; "
        "save it as UTF-8 without BOM",
        "camps.csv, row 2: divisions is 0; the least that makes sense is 1",
    ] == [line for line in package.faults() if line.startswith("camps.csv")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_recognised(package, encoding):
    """What a spreadsheet calls Unicode text is named by that name."""
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    package.write(CAMPS, mark + package.text(CAMPS).encode(encoding))

    assert (
        "camps.csv: is saved as UTF-16 ('Unicode text'); save it as 'CSV UTF-8 (comma delimited)'"
    ) in package.faults()


def test_windows_1251_is_recognised_with_its_line(package):
    """Cyrillic in the old encoding is found in the line where it stands."""
    text = package.text(CAMPS).replace("Special camp", "Особый лагерь")
    package.write(CAMPS, text.encode("cp1251"))

    assert (
        "camps.csv, row 3: is not in UTF-8 (probably Windows-1251 or Latin-1); "
        "save it as 'CSV UTF-8 (comma delimited)'"
    ) in package.faults()


def test_a_row_with_a_cell_too_many_is_named(package):
    """A comma in a text without quotes makes a cell too many."""
    package.replace(
        CAMPS, '"Karaganda, corrective labour camp"', "Karaganda, corrective labour camp"
    )

    assert (
        "camps.csv, row 2: has 8 cells, more than the 7 columns; "
        "put a text that holds a comma between double quotes"
    ) in package.faults()


def test_a_row_with_a_cell_too_few_is_named(package):
    """A row that breaks off is not filled up."""
    package.replace(CAMPS, "vanished,vanished,,,,", "vanished,vanished,,,")

    assert (
        "camps.csv, row 4: has 6 cells, fewer than the 7 columns; "
        "put a text that holds a comma between double quotes"
    ) in package.faults()


@pytest.mark.parametrize("blank", ["\n", ",,,,,,\n"])
def test_a_blank_row_is_named(package, blank):
    """A row without a word is deleted, not read as a camp without a name."""
    package.write(CAMPS, package.text(CAMPS) + blank)

    assert ["camps.csv, row 5: is blank; delete the row"] == package.faults()


def test_a_quotation_mark_that_is_not_closed_is_named_where_it_opens(package):
    """One forgotten quotation mark would swallow the rows below it."""
    package.replace(CAMPS, 'camp",', "camp,")

    assert (
        "camps.csv, row 2: has a double quote that is not closed; "
        "inside a text write each one twice (nothing after it was read)"
    ) in package.faults()


def test_a_quotation_mark_inside_a_text_is_written_twice(package):
    """Quoted words of a source stand between two pairs of quotation marks."""
    package.replace(CAMPS, '"Karaganda, corrective labour camp"', '"the ""Karlag"", as they say"')
    sheet, faults = read(package.folder / CAMPS, CAMPS)

    assert [] == faults
    assert 'the "Karlag", as they say' == sheet.rows[2]["name"]


def test_rows_are_counted_as_a_spreadsheet_counts_them(package):
    """A text of two lines is one row."""
    package.replace(CAMPS, "Karaganda, corrective", "Karaganda,\ncorrective")
    package.replace(CAMPS, "steplag,4,6", "steplag,4,0")

    assert ["camps.csv, row 3: divisions is 0; the least that makes sense is 1"] == package.faults()


def test_a_missing_and_an_empty_file_are_faults(package):
    """A table that the schema lists must be there and hold something."""
    (package.folder / "units.csv").unlink()
    package.write(CAMPS, "")

    faults = package.faults()

    assert "units.csv: is missing; datapackage.json lists it" in faults
    assert "camps.csv: is empty" in faults


def test_all_faults_of_all_tables_are_found_at_once(package):
    """Whoever repairs a package sees the whole list, table by table and row by row."""
    package.cell(POPULATION, 4, "status", "sure")
    package.cell(POPULATION, 2, "value_min", "65,673")
    package.cell(CAMPS, 3, "opened", "1948-02-30")
    package.cell("units.csv", 4, "dimension", "")

    assert [
        "camp_population.csv, row 2: value_min is '65,673'; "
        "write numbers without separators: 65673",
        "camp_population.csv, row 4: status is 'sure'; "
        "choose from counted, reported, prescribed, estimated, claimed",
        "camps.csv, row 3: opened is '1948-02-30'; no such day",
        "units.csv, row 4: dimension is empty; this column must be filled",
    ] == package.faults()


def test_a_broken_bibliography_is_one_fault(package):
    """An entry that BibTeX cannot read is named once, not once for each table."""
    package.replace("references.bib", "year = {1998},", "year = {1998}")

    assert [
        "references.bib: cannot be read: syntax error in line 8: '}' expected; "
        "look there and above it"
    ] == package.faults()


def test_a_missing_bibliography_is_a_fault(package):
    """Without a bibliography no row has a source."""
    (package.folder / "references.bib").unlink()

    assert [f"references.bib: is missing in {package.folder}"] == package.faults()


def test_a_broken_description_names_the_line(package):
    """A comma forgotten in datapackage.json is reported with its line."""
    package.replace("datapackage.json", '"name": "toy",', '"name": "toy"')

    with pytest.raises(
        data.DataError, match=r"datapackage.json, row 3: cannot be read: Expecting ','"
    ):
        data.check_all(package.folder)


def test_check_names_the_tables_that_exist(package):
    """A table that is not there is answered with those that are near."""
    with pytest.raises(ValueError, match="no table 'camp' in data/; choose from camps"):
        data.check("camp", package.folder)


def test_a_count_of_rows_or_empty_cells_that_changed_is_a_fault(package):
    """A row that disappears and a cell that empties are not silently accepted."""
    package.cell(CAMPS, 3, "divisions", "")
    package.replace(
        CAMPS, "vanished,vanished,,,,A camp of which nothing else is known,memorial_de\n", ""
    )
    sheets = {"camps": read(package.folder / CAMPS, CAMPS)[0]}
    sheets |= {
        name: read(package.folder / f"{name}.csv", name)[0] for name in ("camp_population", "units")
    }

    assert [
        "camps.csv: has 2 rows, datapackage.json says 3; if that is meant, run `make accept-data`",
        "camps.csv: number has 0 empty cells, datapackage.json says 1; "
        "if that is meant, run `make accept-data`",
        "camps.csv: opened has 0 empty cells, datapackage.json says 1; "
        "if that is meant, run `make accept-data`",
    ] == [str(fault) for fault in report.counts(package.folder, sheets)]
