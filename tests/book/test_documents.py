from __future__ import annotations

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from docutils.statemachine import StringList
from small import Book

from helpers import data
from helpers.book import documents, prose

CARD = """```{document} doc03
> {ru}`Приняты меры`
>
> "Measures were taken": [13 killed](row:documents/doc03).
```"""


def row(**cells: str) -> pd.Series:
    """Build a row of documents: a telegram of a day without an archive reference."""
    usual = {
        "row": "documents/doc99",
        "row_id": "doc99",
        "type": "Telegram",
        "number": "030",
        "sender": "",
        "recipient": "",
        "archive_reference": "",
        "says": "Reports <an emergency>.",
        "date_text": "1954-05-17",
        "source_keys": "article_kengir",
        "locator": "note 1",
        "checked": "teaching_text",
        "note": "",
    }
    return pd.Series(usual | cells)


def text(**cells: str) -> str:
    """Write the card of a document as a reader sees it."""
    html = documents.card(row(**cells), "document-doc99", "../", lambda person: f"#{person}")
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def test_a_card_says_what_is_not_known():
    """Nameless writers and a missing archive reference are said, not left blank."""
    said = text()

    assert "Telegram No. 030 , 17 May 1954" in said
    assert "From not named To not named" in said
    assert "Archive no archive reference given by Kengir article (Kk.)" in said


def test_a_card_tells_the_chain_of_transmission():
    """Source, its language, the place in it, how it was read and the doubts stand in the card."""
    said = text(note="Only an extract.")

    assert "As transmitted." in said
    assert "Kengir article (Kk.) (in Kazakh), note 1; read in a teaching text" in said
    assert said.endswith("row doc99 ). Only an extract.")


def test_a_paraphrase_is_marked_as_ours():
    """What the row says is called our words, and its signs are no markup."""
    assert "In our words. Reports <an emergency>." in text()


def test_an_archive_reference_is_printed_once():
    """A reference that is also the locator does not stand twice."""
    reference = "GARF f. 9414, op. 1, d. 228, l. 53-56"

    assert 1 == text(archive_reference=reference, locator=reference).count(reference)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("1954-05-17", "17 May 1954"),
        ("1955-08", "August 1955, day not known"),
        ("1954", "1954, day not known"),
        ("June 1954 (by 25 June)", "June 1954 (by 25 June)"),
        ("", "not known"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(printed, said):
    """A year alone is not turned into a day."""
    assert said == documents.day(row(date_text=printed))


@pytest.mark.parametrize("name", data.load("documents")["row_id"])
def test_every_document_has_a_card(name):
    """Each row of the table can be shown."""
    shown = data.row(f"documents/{name}")

    html = documents.card(shown, f"document-{name}", "", str)
    assert documents.BODY in html
    assert 1 <= html.count("bibliography.html#source-")


def test_texts_are_divided_by_plus_signs():
    """Each document gets its own text; a directive without text has none."""
    content = StringList(["one", "", "+++", "two"], "chapter")

    assert [["one", ""], ["two"]] == [list(part) for part in documents.divided(content)]
    assert [] == documents.divided(StringList(["", " "], "chapter"))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("```{document} doc03 doc05\n```\nAnd 46 people.", ["46"]),
        ("```{document} doc03\nHe wrote of 46 people.\n```\nAnd 47.", ["46", "47"]),
        ("````{document} doc03\n```\nx = 5\n```\nHe wrote of 46.\n````\n", ["46"]),
        (":::{document} doc03 doc05\nHe wrote of 46 people.\n:::\n", ["46"]),
        ("```{document} doc03\n> {ru}`46 убитых`\n```\n", []),
        (CARD, ["13 killed"]),
    ],
    ids=["ids", "text", "code in it", "colons", "original", "linked"],
)
def test_ids_of_documents_are_no_numbers_but_their_texts_are_prose(tmp_path, written, found):
    """A number that an author writes into a card is looked up like any other."""
    page = tmp_path / "page.md"
    page.write_text(written, "utf-8")

    assert found == [number.text for number in prose.numbers(page)]


def test_documents_stand_on_the_page(book: Book):
    """Cards have anchors, two stand in one frame, the author's text in its own card."""
    book.write(
        CARD, "```{document} doc04 doc05\nFirst.\n+++\nSecond.\n```", "```{document} doc03\n```"
    )
    page = BeautifulSoup(book.page(), "html.parser")
    frames = page.select(".steppe-documents")

    assert [1, 2, 1] == [len(frame.select(".steppe-document")) for frame in frames]
    assert "Приняты меры" == page.select_one("#document-doc03 blockquote i[lang=ru]").text
    assert "First." in page.select_one("#document-doc04").text
    assert "Second." in page.select_one("#document-doc05").text
    assert page.select_one("#document-doc03-2")
    row_link = page.select_one("#document-doc04 a[aria-label='Row doc04 of the documents']")
    assert "data/documents.html#row-documents-doc04" == row_link["href"]


def test_an_unknown_document_stops_the_build(book: Book):
    """A document that the table does not know is named, with the table."""
    book.write("```{document} doc03 doc99\n```", "```{document} doc03 doc04 doc05\na\n+++\nb\n```")
    done = book.build()
    said = done.stdout + done.stderr

    assert done.returncode != 0
    assert "no row 'doc99' in documents; look it up in data/documents.csv" in said
    assert "2 texts for 3 documents; write one for each" in said
