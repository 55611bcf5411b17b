from __future__ import annotations

import json
import subprocess
import sys

import pytest

from helpers.data.__main__ import main

CAMPS = "camps.csv"


def described(package, name: str) -> dict:
    resources = json.loads(package.text("datapackage.json"))["resources"]
    return next(resource for resource in resources if resource["name"] == name)


def test_a_whole_package_is_reported_as_well(package, capsys):
    """One line for each table, with rows, works and period, then the sum; the answer is 0."""
    code = main(["--folder", str(package.folder)])

    out = capsys.readouterr().out.splitlines()
    assert 0 == code
    assert "camp_population            3 rows    2 works  1949–1954  well" == out[0]
    assert f"3 tables, 9 rows, 0 faults in {package.folder}" == out[-1]


def test_a_broken_folder_stops_with_file_row_column_value_and_remedy(package):
    """The command answers 1 and prints each fault on a line of its own, without a traceback."""
    package.cell("camp_population.csv", 2, "value_min", "65,673")
    package.cell(CAMPS, 2, "number", "30")

    done = subprocess.run(
        [sys.executable, "-m", "helpers.data", "--folder", package.folder],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert 1 == done.returncode
    assert "" == done.stderr
    assert [
        f"3 tables, 9 rows, 2 faults in {package.folder}",
        "camp_population.csv, row 2: value_min is '65,673'; "
        "write numbers without separators: 65673",
        "camps.csv, row 2: number is '30'; a spreadsheet dropped the leading zero of '030'",
    ] == done.stdout.splitlines()[-3:]


def test_the_tables_of_the_book_are_well(root):
    """The command without options checks the book's own tables and answers 0."""
    done = subprocess.run(
        [sys.executable, "-m", "helpers.data"], capture_output=True, encoding="utf-8", check=False
    )

    assert 0 == done.returncode, done.stdout + done.stderr
    assert f"0 faults in {root / 'data'}" in done.stdout


@pytest.mark.parametrize(
    ("file", "content", "sentence"),
    [
        ("datapackage.json", b"", "datapackage.json, row 1: cannot be read"),
        ("references.bib", b"@book{smirnov1998,", "references.bib: cannot be read"),
        (CAMPS, "имя;лагерь".encode("cp1251"), "camps.csv, row 1: is not in UTF-8"),
        (CAMPS, b'row_id,camp_id\n"karlag,karlag\n', "camps.csv, row 2: has a double quote"),
        (CAMPS, b"\0\0", "camps.csv: column 'row_id' is missing"),
    ],
    ids=["description", "bibliography", "encoding", "quotation mark", "binary"],
)
def test_a_file_that_cannot_be_read_is_a_sentence_not_a_traceback(
    package, capsys, file, content, sentence
):
    """Whatever was done to a file, the command says what is wrong with it."""
    package.write(file, content)

    code = main(["--folder", str(package.folder)])

    assert 1 == code
    assert sentence in capsys.readouterr().out


def test_a_folder_without_a_package_is_named(tmp_path, capsys):
    """A folder typed wrongly is answered in words."""
    code = main(["--folder", str(tmp_path / "nowhere")])

    assert 1 == code
    assert f"datapackage.json: is missing in {tmp_path / 'nowhere'}\n" == capsys.readouterr().out


def test_a_cell_that_emptied_is_a_fault_until_it_is_accepted(package, capsys):
    """A count that changed stops the check; --accept writes the new one, and it passes again."""
    folder = ["--folder", str(package.folder)]
    package.cell(CAMPS, 3, "opened", "")

    before = main(folder)
    said = capsys.readouterr().out
    accepted = main([*folder, "--accept"])
    after = main(folder)

    assert (1, 0, 0) == (before, accepted, after)
    assert (
        "camps.csv: opened has 2 empty cells, datapackage.json says 1; "
        "if that is meant, run `make accept-data`"
    ) in said
    assert 2 == described(package, "camps")["missing_cells"]["opened"]


def test_accepting_writes_rows_and_leading_zeros(package):
    """A new row and a new name with a leading zero are remembered."""
    package.write(CAMPS, package.text(CAMPS) + "alzhir,alzhir,017,,,ALZHIR,memorial_de\n")

    code = main(["--folder", str(package.folder), "--accept"])

    zeros = {
        field["name"]: field.get("leading_zeros")
        for field in described(package, "camps")["schema"]["fields"]
    }
    assert 0 == code
    assert 4 == described(package, "camps")["rows"]
    assert ["017", "030"] == zeros["number"]


def test_faults_cannot_be_accepted(package, capsys):
    """Accepting counts while 030 has become 30 would forget that there was a zero."""
    package.cell(CAMPS, 2, "number", "30")
    before = package.text("datapackage.json")

    code = main(["--folder", str(package.folder), "--accept"])

    assert 1 == code
    assert "Nothing was accepted: mend the faults first." in capsys.readouterr().out
    assert before == package.text("datapackage.json")


def test_accepting_again_changes_nothing(package):
    """The same tables give the same bytes."""
    folder = ["--folder", str(package.folder), "--accept"]
    main(folder)
    first = package.text("datapackage.json")

    main(folder)

    assert first == package.text("datapackage.json")
