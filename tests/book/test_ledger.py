"""The ledger of claims: what stands in an entry, in its counts, and at the end of a chapter."""

from __future__ import annotations

import shutil

import pytest
from bs4 import BeautifulSoup, Tag
from small import ROOT, Book

from helpers import data
from helpers.book.claims import judgement
from helpers.book.finder import unpacked
from helpers.book.ledger.entry import number
from helpers.book.ledger.lists import claims_of
from helpers.book.ledger.sentences import CAMP_CLAIMS, statement
from helpers.book.ledger.words import FAULTS, TOPICS, VERDICTS
from helpers.book.numbers import about

CLAIMS = data.load("claims")
ORIGINS = CLAIMS[CLAIMS["chapter"] == "karlag/origins"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BeautifulSoup]:
    """The ledger and a chapter of a small book."""
    folder = tmp_path_factory.mktemp("ledger")
    shutil.copytree(ROOT / "data", folder / "data")
    for name in ("_config.yml", "CITATION.cff", "reference/claims.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / "index.md").write_text("# Book\n")
    (folder / "chapters" / "karlag").mkdir(parents=True)
    (folder / "chapters" / "karlag" / "origins.md").write_text(
        "# Origins\n\n## Area\n\n[600,000](row:camp_claims/karlag-area-wikiital)\n\n"
        "## Where the sources disagree\n\nThey do.\n\n## Key points\n\nNone.\n"
    )
    files = ("reference/claims", "chapters/karlag/origins")
    listed = "".join(f"- file: {name}\n" for name in files)
    (folder / "_toc.yml").write_text(f"format: jb-book\nroot: index\nchapters:\n{listed}")
    done = Book(folder).build()
    site = folder / "_build" / "html"
    assert (site / "reference" / "claims.html").exists(), done.stdout[-2000:] + done.stderr[-2000:]
    return {
        name: BeautifulSoup(unpacked((site / f"{name}.html").read_text("utf-8")), "html.parser")
        for name in files
    }


@pytest.fixture
def ledger(pages: dict[str, BeautifulSoup]) -> BeautifulSoup:
    return pages["reference/claims"]


@pytest.fixture
def chapter(pages: dict[str, BeautifulSoup]) -> BeautifulSoup:
    return pages["chapters/karlag/origins"]


def entry(ledger: BeautifulSoup, name: str) -> Tag:
    (found,) = ledger.find_all(id=f"claim-{name}")
    return found


def test_every_claim_has_an_entry_with_a_permanent_anchor(ledger: BeautifulSoup):
    """Whoever looks a claim up finds it, with its verdict and the reason."""
    entries = {item["id"]: item for item in ledger.select(".steppe-item")}

    assert [f"claim-{name}" for name in CLAIMS["row_id"]] == list(entries)
    for line in CLAIMS.itertuples():
        text = entries[f"claim-{line.row_id}"].get_text()
        assert line.verdict in text
        assert line.reason in text
        assert line.needed in text


def test_an_entry_leads_to_source_evidence_chapter_and_row(ledger: BeautifulSoup):
    """From a claim the reader comes to who says it, to what it was held against, and to its row."""
    links = [link["href"] for link in entry(ledger, "text-s0-012").select("a")]

    assert "../reference/bibliography.html#source-slides_karlag" in links
    assert "../reference/bibliography.html#source-cia_factbook" in links
    assert "../data/camp_claims.html#row-camp_claims-karlag-area-1940" in links
    assert "../data/teaching_claims.html#row-teaching_claims-s0-012" in links


def test_an_entry_leads_to_the_section_that_links_its_row(ledger: BeautifulSoup):
    """A chapter opens where the claim is discussed; otherwise at its list of claims."""
    by_row = entry(ledger, "camp-karlag-area-wikiital")
    by_list = entry(ledger, "text-s0-002")

    assert by_row.find("a", string="Origins")["href"].endswith("karlag/origins.html#area")
    assert by_list.find("a", string="Origins")["href"].endswith("#claims-in-the-ledger")


def test_original_words_are_marked_and_few(ledger: BeautifulSoup):
    """The words of a text stand only with claims that a chapter discusses, in their language."""
    quoted = ledger.select(".steppe-item q")

    assert 20 <= len(quoted) <= 36
    assert {quotation["lang"] for quotation in quoted} <= {"kk", "ky", "ru"}
    assert all(len(quotation.get_text().split()) <= 15 for quotation in quoted)
    assert all(quotation.find_parent("li").get("data-chapter") for quotation in quoted)


def test_the_counts_are_computed(ledger: BeautifulSoup):
    """The table of verdicts adds up to the ledger, and its numbers lead to those claims."""
    rows = ledger.select(".steppe-verdicts tbody tr")
    cells = [[int(cell.get_text()) for cell in row.select("td")] for row in rows]
    slides = rows[0].select("a")[0]["href"]

    assert [sum(column) for column in zip(*cells[:-1], strict=True)] == cells[-1]
    assert len(CLAIMS) == cells[-1][-1]
    assert "?text=slides_karlag&verdict=supported#ledger" == slides
    assert ledger.find(id="ledger")


def test_every_word_of_the_ledger_is_explained():
    """No verdict, fault, topic or measure of the tables lacks its words."""
    topics = set(data.load("teaching_claims")["topic"])

    assert list(CLAIMS["verdict"].unique()) == [
        word for word in CLAIMS["verdict"].unique() if word in VERDICTS
    ]
    assert set(CLAIMS["fault"]) - {""} == set(FAULTS)
    assert set() == topics - set(TOPICS)
    assert set() == set(data.load("camp_claims")["measure"]) - set(CAMP_CLAIMS)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("camp_claims/karlag-passed-through-slides", "1,500,000 people passed through Karlag."),
        ("camp_claims/karlag-area-frwiki", "The territory of Karlag was 60,000 km²."),
        (
            "camp_claims/karlag-area-france-tengri",
            "Area of Karlag: about the same size as France.",
        ),
        ("kengir_casualties/c01-killed", "13 prisoners were killed in the shooting of May 1954."),
    ],
)
def test_a_number_is_said_in_a_sentence(row: str, said: str):
    """A claim that is only a number in a table is read as a sentence."""
    assert said == statement(data.row(row))


def test_a_number_stands_as_it_was_printed():
    """Value, unit and the words of the text stand together."""
    slides = data.row("teaching_claims/s0-006")

    assert "at least 40,000 persons (printed: more than 40 000)" == number(slides)
    assert "" == number(data.row("teaching_claims/s0-001"))


@pytest.mark.parametrize(
    ("row", "language"),
    [
        ("camp_claims/karlag-passed-through-shaimukhanov", "kk"),
        ("camp_claims/pow99-passed-through-embassy", "de"),
        ("camp_claims/kazssr-all-japanese-arukikata", "ja"),
        ("camp_claims/karlag-passed-through-liter", ""),
        ("camp_claims/karlag-area-legaltechnique", ""),
    ],
)
def test_words_of_another_language_are_marked(row: str, language: str):
    """A screen reader speaks the words of a number in the language of the text."""
    marked = BeautifulSoup(number(data.row(row)), "html.parser").find(lang=True)

    assert language == (marked["lang"] if marked else "")


def test_a_chapter_lists_its_claims(chapter: BeautifulSoup):
    """At the end of the section on disagreement stands a closed list of the claims."""
    listed = chapter.select_one("#where-the-sources-disagree > details")
    links = {link["href"].partition("#")[2] for link in listed.select("li a")}

    assert f"{len(ORIGINS)} claims on this subject in the ledger" == listed.summary.get_text()
    assert not listed.has_attr("open")
    assert {f"claim-{name}" for name in ORIGINS["row_id"]} == links
    assert "../../reference/claims.html?chapter=karlag/origins" == listed.select("a")[-1]["href"]


def test_a_list_in_a_chapter_is_light():
    """A chapter has room for its claims: about 130 bytes for each."""
    for name, claims in CLAIMS[CLAIMS["chapter"] != ""].groupby("chapter"):
        weight = len(claims_of(f"chapters/{name}", "../../").encode())
        assert weight <= 700 + 150 * len(claims), f"{name}: {weight} bytes"


def test_at_least_two_hundred_claims_are_linked_from_chapters():
    """Chapters lead to most of what they discuss."""
    assert (
        sum(claims_of(f"chapters/{name}", "").count("#claim-") for name in set(CLAIMS["chapter"]))
        >= 200
    )


def test_the_card_of_a_number_says_what_it_is_worth():
    """A number in the prose that the ledger judges shows its verdict; others show none."""
    row = "camp_claims/karlag-area-wikiital"

    assert f"In the ledger of claims: {judgement(row).words}" == about(row)[-1]
    assert judgement("camp_population/karlag-1949-01") is None
