from __future__ import annotations

import re

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from small import ROOT, Book, cards

from helpers import data
from helpers.book import mentions, people, person_names

TOC = """format: jb-book
root: index
chapters:
- file: chapter
- file: reference/people
- file: reference/bibliography
"""


def person(**cells: str) -> pd.Series:
    """Build a row of people: a prisoner of Steplag of whom little is known."""
    usual = {
        "row": "people/riabov-v-p",
        "row_id": "riabov-v-p",
        "name_en": "V. P. Riabov",
        "name_ru": "В. П. Рябов",
        "name_kk": "",
        "name_uk": "",
        "side": "prisoner",
        "camp_id": "steplag",
        "field": "",
        "role": "In charge of the prisoners' own prison",
        "born_text": "",
        "died_text": "",
        "fate": "",
        "source_keys": "ruwiki_kengir",
        "locator": "",
        "checked": "second_hand",
        "note": "",
    }
    return pd.Series(usual | cells)


def test_everybody_stands_in_one_group():
    """Nobody of the table is missing on the page, nobody stands there twice."""
    listed = [row["row_id"] for group in people.GROUPS for row in people.members(group)]

    assert sorted(data.load("people")["row_id"]) == sorted(listed)


def test_every_side_of_the_schema_has_a_group():
    """A new side in the schema needs a place on the page."""
    fields = data.resource("people").fields
    sides = next(field for field in fields if field["name"] == "side")["constraints"]["enum"]

    assert all(people.group_of(person(side=side)) for side in sides)


def test_an_unknown_side_is_named_with_its_row():
    """The message leads to the row."""
    with pytest.raises(ValueError, match=r"row 'riabov-v-p': no group for the side 'police'"):
        people.group_of(person(side="police"))


def test_the_page_shows_every_group():
    """Each group has its heading in reference/people.md, and only known groups are asked for."""
    text = (ROOT / "reference" / "people.md").read_text("utf-8")

    assert list(people.GROUPS) == re.findall(r"^```\{people\} (\w+)$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("camp", "group"),
    [("karlag", "karlag"), ("alzhir", "alzhir"), ("steplag_3", "kengir"), ("", "elsewhere")],
)
def test_a_prisoner_stands_with_the_camp_of_the_row(camp, group):
    """A prisoner whose camp is not certain is not counted among those of Karlag."""
    assert group == people.group_of(person(camp_id=camp))


def test_scientists_stand_with_their_work():
    """Whoever looks for the scientists of Karlag finds them together, whatever their camp."""
    listed = {row["row_id"] for row in people.members("science")}

    assert "science" == people.group_of(person(camp_id="karlag", field="science"))
    assert {"chizhevsky", "gumilev", "peltsikh-l-a", "shlykov", "lanin-a-v"} <= listed


def test_every_field_has_a_group():
    """A new field in the schema needs a place on the page."""
    fields = data.resource("people").fields
    known = next(field for field in fields if field["name"] == "field")["constraints"]["enum"]

    assert set(known) <= set(people.GROUPS)


def test_women_of_alzhir_stand_together():
    """They are found under their own heading, and only those whose row names the camp."""
    camps = {row["camp_id"] for row in people.members("alzhir")}

    assert {"alzhir"} == camps
    assert 10 <= len(people.members("alzhir"))


@pytest.mark.parametrize(
    ("row_id", "name", "listed"),
    [
        ("riabov-v-p", "V. P. Riabov", "Riabov, V. P."),
        ("makeev-aleksei", "Aleksei F. Makeev", "Makeev, Aleksei"),
        ("sevastian", "Father Sevastian of Karaganda (Stefan Fomin)", "Sevastian, Father"),
        ("siugzdinis-kazimieras", "Kazimieras Šiugždinis", "Šiugždinis, Kazimieras"),
        ("messerer", "Rakhil Messerer-Plisetskaya", "Messerer-Plisetskaya, Rakhil"),
        ("sysoev", "Sysoev", "Sysoev"),
        ("yegorov-sergei", "Sergei Yegorovich Yegorov", "Yegorov, Sergei"),
        ("us-nickname", "Mustache (nickname)", "Mustache"),
    ],
)
def test_names_are_listed_by_surname(row_id, name, listed):
    """The list by letter has the surname first."""
    assert listed == person_names.index_name(person(row_id=row_id, name_en=name))


def test_two_people_of_one_name_are_told_apart():
    """Makeev of Kengir and Makeev of Ust-Usa do not stand twice under one name."""
    names = person_names.index_names(people.members())

    assert len(set(names)) == len(names)
    assert {"Makeev, Aleksei F.", "Makeev, Aleksei Trofimovich"} <= set(names)


def test_leader_of_ust_usa_is_no_prisoner():
    """Retiunin was the free head of a camp point: he stands with the camp administration."""
    assert "administration" == people.group_of(data.row("people/retiunin-mark"))


def test_accents_do_not_change_the_order():
    """Š stands with S."""
    names = [person_names.index_name(row) for row in people.members()]
    letters = [person_names.plain(name)[0] for name in names]

    assert letters == sorted(letters)


def test_an_unknown_fate_is_said():
    """An empty fate is no end: the entry says that the sources read do not tell."""
    entry = people.entry(person(), "../", [])

    assert "not found in the sources that were read" == entry["fate"]
    assert "" == people.entry(person(side="historian"), "../", [])["fate"]


def test_life_stands_as_far_as_it_is_known():
    """Days are written out, words stay as printed."""
    known = person(born_text="1913", died_text="1954-06-26")

    assert "born 1913; died 26 June 1954" == people.entry(known, "", [])["life"]
    assert "died early 1954" == people.entry(person(died_text="early 1954"), "", [])["life"]


def test_names_in_documents_are_linked():
    """Initials and surname lead to the person; a stranger of the same surname does not."""
    html = mentions.link_names("S. N. Kruglov & <others>; X. Y. Riazanov; Riazanov", str.upper)

    assert ["KRUGLOV-SERGEI", "RIAZANOV"] == re.findall(r'href="([^"]*)"', html)
    assert "&amp; &lt;others&gt;; X. Y. Riazanov;" in html


def test_a_label_of_two_people_fits_none():
    """Where initials and surname do not tell two people apart, there is no link."""
    rows = (("orlov-ivan", "Ivan Orlov"), ("orlov-i", "Igor Orlov"), ("sysoev", "Sysoev"))

    assert {"Sysoev": "sysoev"} == mentions._labels(rows)


def test_a_name_leads_to_the_person_and_back(book: Book):
    """One click from the name to the entry, one more to the source; the entry names the chapter."""
    (book.folder / "_toc.yml").write_text(TOC)
    name = "[Kapiton Kuznetsov](row:people/kuznetsov-kapiton)"
    book.write(f"{name} and again {name}.", "```{document} doc15\n```")
    html = book.page()
    link = BeautifulSoup(html, "html.parser").select("a.number")[0]
    page = book.folder / "_build" / "html" / "reference" / "people.html"
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    found = soup.select_one("#person-kuznetsov-kapiton")
    addresses = [a["href"] for a in found.select("dd a")]

    assert "reference/people.html#person-kuznetsov-kapiton" == link["href"]
    assert cards(html)[link["href"]][0].startswith("Kapiton Ivanovich Kuznetsov; ")
    assert "mention-kuznetsov-kapiton" == link["id"]
    assert "Капитон Иванович Кузнецов" == found.select_one("[lang=ru]").text
    assert "../reference/bibliography.html#source-lyavaizdai2024" in addresses
    assert "../data/people.html#row-people-kuznetsov-kapiton" in addresses
    assert "../chapter.html#mention-kuznetsov-kapiton" in addresses
    assert soup.select_one("nav.steppe-letters a[href='#person-kuznetsov-kapiton']")
    assert soup.select_one("#person-kruglov-sergei a[href='../chapter.html#document-doc15']")

    book.write("Nobody.")
    book.page()
    assert "mention-kuznetsov-kapiton" not in page.read_text("utf-8")


def test_without_the_page_a_name_leads_to_the_row(book: Book):
    """An instructor's book without the page of the people keeps its links whole."""
    book.write("[Kapiton Kuznetsov](row:people/kuznetsov-kapiton)")

    assert 'href="data/people.html#row-people-kuznetsov-kapiton"' in book.page()


def test_an_unknown_group_stops_the_build(book: Book):
    """The message lists the groups."""
    book.write("```{people} kengri\n```")
    done = book.build()

    assert done.returncode != 0
    assert "no group 'kengri' of people; choose from karlag, alzhir" in done.stdout + done.stderr
