from __future__ import annotations

import os

import pytest

from helpers import sources


@pytest.fixture
def bib(package):
    return package.folder / "references.bib"


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("smirnov1998", ["smirnov1998"]),
        ("smirnov1998;memorial_de", ["smirnov1998", "memorial_de"]),
        ("smirnov1998; memorial_de ;", ["smirnov1998", "memorial_de"]),
        ("", []),
    ],
)
def test_split_reads_the_keys_of_a_cell(cell, keys):
    """Keys stand between semicolons, in their order."""
    assert keys == sources.split(cell)


def test_short_is_the_name_under_a_chart(bib):
    """The short name stands without the braces of BibTeX."""
    assert "Memorial handbook 1998" == sources.short("smirnov1998", bib)
    assert "Memorial Germany" == sources.short("memorial_de", bib)


def test_short_list_names_each_work_once_in_the_order_given(bib):
    """A work cited twice is named once, where it came first."""
    keys = ["memorial_de", "smirnov1998", "memorial_de"]

    assert "Memorial Germany; Memorial handbook 1998" == sources.short_list(keys, bib)


def test_reference_is_plain_text_with_the_translated_title(bib):
    """Author, title in its own script, place, year, and what the title means."""
    assert (
        "M. B. Smirnov. Система исправительно-трудовых лагерей в СССР. Звенья, Moscow, 1998. "
        "[The system of corrective labour camps in the USSR]"
    ) == sources.reference("smirnov1998", bib)


def test_reference_without_a_translation_has_no_brackets(bib):
    """A title that needs no translation gets none."""
    assert "Das Lagersystem GULAG. gulag.memorial.de." == sources.reference("memorial_de", bib)


def test_an_unknown_key_is_answered_with_the_nearest(bib):
    """A misspelt key is answered with the one that was probably meant."""
    with pytest.raises(
        KeyError, match=r"'smirnof1998' is not in references\.bib; did you mean 'smirnov1998'\?"
    ):
        sources.entry("smirnof1998", bib)


def test_a_key_that_is_near_to_none_asks_for_the_work(bib):
    """A work that is not in the bibliography has to be entered before it is cited."""
    assert "'xyz' is not in references.bib; add the work there first" == sources.unknown("xyz", bib)


def test_an_edited_bibliography_is_read_again(package, bib):
    """A work that was added is found without starting anew."""
    before = set(sources.works(bib).entries)
    package.write("references.bib", package.text("references.bib") + "@misc{new, title = {New}}\n")
    os.utime(bib, ns=(0, 0))

    assert {"new"} == set(sources.works(bib).entries) - before


@pytest.mark.parametrize(
    ("added", "problem"),
    [
        ("@misc{smirnov1998, title = {Again}}", "repeated bibliography entry: smirnov1998"),
        ("@misc{new, title = {No end}", "syntax error in line 19: premature end of file"),
        ("@misc{new, title = Bare}", "undefined string in line 19: Bare"),
    ],
    ids=["twice", "brace", "bare word"],
)
def test_an_entry_that_cannot_be_read_is_named(package, bib, added, problem):
    """A slip in an entry is reported with the file and its line."""
    package.write("references.bib", package.text("references.bib") + added)

    with pytest.raises(sources.BibliographyError) as caught:
        sources.works(bib)

    assert f"references.bib: cannot be read: {problem}; look there and above it" == str(
        caught.value
    )


def test_a_bibliography_that_is_not_there_is_named(tmp_path):
    """Without the file there is a sentence, not a traceback of the system."""
    with pytest.raises(sources.BibliographyError, match=r"references\.bib: is missing in"):
        sources.works(tmp_path / "references.bib")


@pytest.mark.parametrize(
    ("field", "plain"),
    [("{K}arlag", "Karlag"), ("284--286", "284–286"), ("a---b", "a—b"), ("No.~4", "No. 4")],
)
def test_plain_takes_tex_out_of_a_field(field, plain):
    """Braces, ties and dashes of TeX are not shown to readers."""
    assert plain == sources.plain(field)
