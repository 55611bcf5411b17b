from __future__ import annotations

import re
from pathlib import Path

import pytest
from digits import changed

from helpers import data
from helpers.book import prose
from helpers.book.prose import Number, fault_of

ROOT = Path(__file__).parents[2]
PAGES = prose.chapters(ROOT)
PRISONERS = ROOT / "chapters" / "karlag" / "prisoners.ipynb"
KARLAG = "camp_population/karlag-1949-01"

#: The least share of changed digits that the check must see.
POWER = 0.95


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def faults(path: Path) -> list[str]:
    printed = prose.outputs(path)
    return [fault for number in prose.numbers(path) if (fault := fault_of(number, printed))]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_number_in_the_prose_is_founded(path):
    """Each number is linked to a row that holds it, or stands in an output of its chapter."""
    found = faults(path)

    assert [] == found, "\n" + "\n".join(found)


def test_the_book_has_numbers_to_be_founded():
    """The check reads what readers read: chapters, quizzes and pages, hundreds of numbers."""
    numbers = [number for path in PAGES for number in prose.numbers(path)]

    assert sum(bool(number.row) for number in numbers) > 100
    assert {".ipynb", ".yml", ".md"} == {path.suffix for path in PAGES}


def test_a_changed_digit_would_be_seen():
    """Of all founded numbers changed by one digit, each digit in turn, 95 of 100 are caught."""
    slips, missed = 0, []
    for path in PAGES:
        printed = prose.outputs(path)
        founded = [number for number in prose.numbers(path) if not fault_of(number, printed)]
        for number in founded:
            for text in changed(number.text):
                slips += 1
                if not fault_of(Number(text, number.place, number.row), printed):
                    missed.append(f"{number.place}: '{number.text}' as '{text}' {number.row}")
    caught = 1 - len(missed) / slips

    assert caught >= POWER, f"{caught:.1%} of {slips} caught\n" + "\n".join(missed)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            f"[65,673](row:{KARLAG})",
            f"[65,637](row:{KARLAG})",
            f"'65,637' is linked to {KARLAG}, which holds 65,673, dated 1949-01",
        ),
        (
            f"[65,673](row:{KARLAG})",
            f"[65,673](row:{KARLAG}-32)",
            "no row 'karlag-1949-01-32' in camp_population; look it up in data/camp_population.csv",
        ),
        (
            f"[65,673](row:{KARLAG})",
            "65,637",
            "'65,637' is neither linked to a row nor in an output of the chapter; "
            "link it as [65,673](row:table/row-id), print it in a cell, or write it as a word",
        ),
    ],
    ids=["digit", "row", "no link"],
)
def test_a_slip_in_a_chapter_is_caught(tmp_path, old, new, fault):
    """A wrong digit, a wrong row and a number without a row are reported with file and cell."""
    before, text = faults(PRISONERS), PRISONERS.read_text("utf-8")
    assert old in text
    path = tmp_path / "prisoners.ipynb"
    path.write_text(text.replace(old, new, 1), "utf-8")

    (found,) = [fault for fault in faults(path) if fault not in before]

    assert found.startswith("prisoners.ipynb, cell ")
    assert found.endswith(f": {fault}")


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_what_is_said_to_be_unread_is_unread(path):
    """A sentence that calls its rows "not re-read" is true until somebody reads them."""
    stale = [
        f"{place}: {line[:120]}"
        for place, passage in prose.passages(path)
        for line in passage.splitlines()
        if re.search(r"(?<!\")not re-read(?!\")", line)
        and (linked := [row for _, row in prose.ROW_LINK.findall(line)])
        and "unread" not in {data.row(row).get("checked") for row in linked}
    ]

    assert [] == stale, "\n" + "\n".join(stale)
