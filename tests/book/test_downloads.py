from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import frictionless
import pytest

from helpers import data
from helpers.book.catalogue import downloads, left_out
from helpers.book.pages import DATA_PACKAGES, DOWNLOADS, download_address

ROOT = Path(__file__).resolve().parents[2]
WHOLE, READ = True, False
LATER = float("inf")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A site that holds the downloads."""
    folder = tmp_path_factory.mktemp("site")
    downloads.write(ROOT, folder, LATER)
    return folder


def descriptor(site: Path, whole: bool) -> dict:
    """What the package that is served says of itself."""
    return json.loads((site / DOWNLOADS[whole] / "datapackage.json").read_text("utf-8"))


def rows(content: bytes) -> list[dict[str, str]]:
    """The rows of a file."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def faults(path: Path) -> list:
    """What Frictionless finds wrong with a package."""
    report = frictionless.validate(str(path))
    assert len(report.tasks) == len(json.loads(path.read_text("utf-8"))["resources"])
    return [error.message for error in report.errors] + report.flatten(["title", "message"])


@pytest.mark.parametrize("whole", [WHOLE, READ])
def test_what_is_unpacked_is_valid(site: Path, tmp_path: Path, whole: bool):
    """Whoever unpacks the data package finds tables that agree with their description."""
    with zipfile.ZipFile(site / DATA_PACKAGES[whole]) as packed:
        packed.extractall(tmp_path)

    assert [] == faults(tmp_path / "datapackage.json")


@pytest.mark.parametrize("whole", [WHOLE, READ])
def test_files_that_are_taken_one_by_one_are_those_of_the_zip(site: Path, whole: bool):
    """A single CSV agrees with the descriptor: it has the bytes of the file in the zip."""
    with zipfile.ZipFile(site / DATA_PACKAGES[whole]) as packed:
        for name in packed.namelist():
            assert packed.read(name) == (site / download_address(name, whole)).read_bytes(), name
        names = set(packed.namelist())

    described = {one["path"] for one in descriptor(site, whole)["resources"]}
    assert described | {"datapackage.json", "references.bib", "README.md"} == names


def test_a_whole_table_is_the_file_of_the_book(site: Path):
    """A table is handed out as it stands, byte by byte."""
    for table in data.resources().values():
        assert table.path.read_bytes() == (site / download_address(table.file)).read_bytes()


@pytest.mark.parametrize("name", data.resources())
def test_only_unread_rows_are_left_out(site: Path, name: str):
    """Every other row stays as it is, in its place."""
    table = data.resource(name)
    every = rows((site / download_address(table.file)).read_bytes())
    rest = rows((site / download_address(table.file, whole=READ)).read_bytes())
    out = left_out.left_out(name)

    assert [row for row in every if row.get("row_id") not in out] == rest
    assert {"unread"} >= {row["checked"] for row in every if row.get("row_id") in out}


def test_the_package_says_what_was_left_out(site: Path):
    """Nobody takes the part for the whole: rule and numbers stand in the descriptor."""
    package = descriptor(site, READ)
    told = {
        one["name"]: one["left_out"]["rows"] for one in package["resources"] if "left_out" in one
    }

    assert "left_out" not in descriptor(site, WHOLE)
    assert sum(told.values()) == package["left_out"]["rows"] > 0
    assert told["gulag_totals"] == len(left_out.unread(data.load("gulag_totals")))


@pytest.mark.parametrize("whole", [WHOLE, READ])
def test_the_package_can_be_cited_and_judged(site: Path, whole: bool):
    """Version, date, licence, works and notes on reliability go with the tables."""
    package = descriptor(site, whole)

    assert {"version", "created", "licenses", "sources", "contributors"} <= set(package)
    for table in package["resources"]:
        assert table["integrity"]
        assert table["licenses"]
        fields = {field["name"] for field in table["schema"]["fields"]}
        assert bool(table.get("sources")) or "source_keys" not in fields
        assert all(work["title"] for work in table.get("sources", []))
        assert table["hash"].startswith("sha256:")


def test_the_same_tables_give_the_same_bytes(site: Path, tmp_path: Path):
    """A package that is built again is the same file."""
    downloads.write(ROOT, tmp_path, LATER)

    for address in DATA_PACKAGES.values():
        assert (site / address).read_bytes() == (tmp_path / address).read_bytes()


def test_downloads_are_written_again_only_after_a_change(site: Path):
    """An edit of prose leaves them alone; an edit of a table does not."""
    written = min((site / address).stat().st_mtime for address in DATA_PACKAGES.values())

    assert [] == downloads.write(ROOT, site, written - 1)
    assert downloads.write(ROOT, site, LATER)


def test_archive_references_are_in_the_package(site: Path):
    """A researcher finds the references in their parts, without rows that were left out."""
    every, rest = (
        rows((site / download_address("archive_references.csv", whole)).read_bytes())
        for whole in (WHOLE, READ)
    )
    out = {f"{name}/{row}" for name in data.resources() for row in left_out.left_out(name)}

    assert [row for row in every if row["row"] not in out] == rest
    assert "9401" in {row["fond"] for row in every}


def test_a_row_that_others_refer_to_stays(package):
    """An unread row is kept for a row that was read and refers to it: no key leads nowhere."""
    before = left_out.left_out("camp_population", package.folder)
    package.cell("camp_population.csv", 2, "same_as", "karlag-1950")

    assert "karlag-1950" in before
    assert "karlag-1950" not in left_out.left_out("camp_population", package.folder)
    assert ["karlag-1950"] == left_out.kept("camp_population", package.folder)
