from __future__ import annotations

import pytest

from helpers import data
from helpers.data import ArchiveReference

GARF = "State Archive of the Russian Federation (GARF)"
ZHEZKAZGAN = "State Archive of Zhezkazgan"

#: Every form in which the tables print an archive reference, and how it is understood.
FORMS = {
    "GARF f. 9413": (GARF, "9413", "", "", ""),
    "GARF f. 9401 op. 1a d. 99 l. 102": (GARF, "9401", "1a", "99", "102"),
    "GARF f. 9414, op. 1, d. 228, l. 150-157": (GARF, "9414", "1", "228", "150-157"),
    "State Archive of Zhezkazgan, fond 380, opis 2": (ZHEZKAZGAN, "380", "2", "", ""),
    "State Archive of Zhezkazgan, fond 380, opis 2, delo 23, p. 18": (
        *(ZHEZKAZGAN, "380", "2", "23", "p. 18"),
    ),
    "RGASPI, f. 17, op. 162, d. 8, l. 64-69, as the translation cites it": (
        "Russian State Archive of Social and Political History (RGASPI)",
        *("17", "162", "8", "64-69"),
    ),
    "local archive of Zhezkazgan, p. 24": ("local archive of Zhezkazgan", "", "", "", "p. 24"),
    "case R-12791, vol. 1, Tambov FSB archive, as quoted": (
        *("Tambov FSB archive", "", "", "R-12791, vol. 1", ""),
    ),
}

#: Forms that Russian and English books print.
ELSEWHERE = {
    "ГАРФ. Ф. Р-9414. Оп. 1. Д. 1155. Л. 1-3": (GARF, "R-9414", "1", "1155", "1-3"),
    "ГАРФ. Ф. Р 9401. Оп. 1а. Д. 61. Л. 12 об.": (GARF, "R-9401", "1a", "61", "12 об."),
    "GARF, f. 9414, op. 1, d. 1330, ll. 54": (GARF, "9414", "1", "1330", "54"),
    "ЦА ФСБ РФ. Ф. 2. Оп. 8. Д. 56. Лл. 1–3, 7": (
        *("Central Archive of the FSB (TsA FSB)", "2", "8", "56", "1–3, 7"),
    ),
    "АП РК. Ф. 708. Оп. 1. Д. 25": (
        *("Archive of the President of the Republic of Kazakhstan (AP RK)", "708", "1", "25", ""),
    ),
}

#: References of the tables that name no archive: what is not understood, with the number of rows.
NOT_UNDERSTOOD = {
    "personal file of K. Kuznetsov": 1,
    "personal file of K. Kuznetsov, p. 156": 1,
    "personal file of K. Kuznetsov, p. 214": 1,
}


@pytest.mark.parametrize("printed", FORMS | ELSEWHERE)
def test_a_reference_is_read_into_its_parts(printed):
    """A researcher finds archive, fond, opis, delo and sheet apart, each only where it is given."""
    (read,) = data.archive_references(printed)

    assert ArchiveReference(*(FORMS | ELSEWHERE)[printed], printed=printed) == read


def test_what_is_not_understood_stays_as_printed():
    """Nothing is guessed: a sign that is not known is kept and reported."""
    (read,) = data.archive_references("Архив Жезказгана, ф. 3, стеллаж 5")

    assert ("Архив Жезказгана", "3", "стеллаж 5") == (read.archive, read.fond, read.rest)


@pytest.mark.parametrize("locator", ["", "p. 285", "document 14", "d. 5 of the list", "note 75"])
def test_a_page_is_no_archive_reference(locator):
    """Pages, notes and documents of a book are not taken for files of an archive."""
    assert [] == data.archive_references(locator)


def test_a_reference_stands_after_other_words():
    """Where a locator names a document first, only the reference is read."""
    (read,) = data.archive_references("document 14; APRF f. 3 op. 58 d. 165 l. 66")

    assert "APRF f. 3 op. 58 d. 165 l. 66" == read.printed


def test_a_reference_reads_well():
    """On a page the parts stand in words."""
    (read,) = data.archive_references("GARF f. 9414, op. 1, d. 228, l. 53-56")

    assert f"{GARF}, fond 9414, opis 1, delo 228, sheet 53-56" == str(read)


def test_every_reference_of_the_tables_is_understood_or_listed():
    """A new form of reference is noticed: it is read whole, or it is entered here."""
    table = data.archive_table()
    rest = table[table["rest"] != ""]["printed"].value_counts()

    assert NOT_UNDERSTOOD == rest.to_dict()
    assert len(table) >= 70


def test_a_reference_that_stands_in_two_columns_is_listed_once():
    """A document whose locator repeats the archive reference has one line in the index."""
    row = data.row("documents/doc14")

    assert row["archive_reference"] == row["locator"]
    assert 1 == len(data.references_of(row))
