"""The glossary: terms in four languages, found in the chapters, explained for a beginner."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from helpers import data, sources

ROOT = Path(__file__).parents[2]

GLOSSARY = data.load("glossary")

#: Longest first sentence, in letters: it is all that the hover text shows.
HOVER = 200

#: Letters of the Cyrillic alphabet as Russian, Kazakh and Kyrgyz write them.
CYRILLIC = re.compile(r"[\u0400-\u04FF]")

#: Letters that Russian has not, and those of them that Kyrgyz has not either.
KAZAKH = set("әіңғүұқөһ")
NOT_KYRGYZ = set("әіғұқһ")

#: A full stop or question mark that ends a sentence; "No. 4" and "no. 26" do not.
END = re.compile(r"(?<![Nn]o)[.?](?=\s+[A-Z\"]|$)")

#: Markup in which no reader meets a term: works, links between pages, words of other languages.
MARKUP = re.compile(
    r"```\{quiz\}.*?```|\{(?:src|doc|numref|[a-z]{2})\}`[^`]*`|(?<=\])\([^)]*\)", re.DOTALL
)


def prose() -> str:
    """Text of all chapters as a reader meets it."""
    cells = [
        "".join(cell["source"])
        for path in sorted((ROOT / "chapters").rglob("*.ipynb"))
        for cell in json.loads(path.read_text("utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
    ]
    return MARKUP.sub("", "\n".join(cells))


PROSE = prose()


def forms(term: str, also: str) -> list[str]:
    """Headword and the other strings under which a term is looked for."""
    return [term, *sources.split(also)]


def stands_in_a_chapter(form: str) -> bool:
    """Whether a chapter has these words, also at the beginning of a sentence."""
    either = f"[{form[0]}{form[0].upper()}]{re.escape(form[1:])}"
    return re.search(rf"(?<![\w-]){either}(?![\w-])", PROSE) is not None


def test_there_are_enough_terms_in_four_languages():
    """A reader of Kazakh finds more than half of the terms, a reader of Kyrgyz a quarter."""
    filled = {name: int((GLOSSARY[name] != "").sum()) for name in ("ru", "kk", "ky")}

    assert 120 <= len(GLOSSARY)
    assert len(GLOSSARY) == filled["ru"]
    assert 100 <= filled["kk"]
    assert 40 <= filled["ky"]


@pytest.mark.parametrize("row", list(GLOSSARY.itertuples()), ids=lambda row: row.row_id)
def test_a_definition_can_be_read_on_hover(row):
    """The first sentence is short enough to stand alone; the whole is one or two sentences."""
    first = END.split(row.definition)[0]

    assert 60 <= len(row.definition) <= 320
    assert len(first) <= HOVER
    assert row.definition.endswith((".", "?"))


def test_every_term_stands_in_a_chapter():
    """Nothing is explained that the book does not say."""
    lost = [
        row.row_id
        for row in GLOSSARY.itertuples()
        if not any(map(stands_in_a_chapter, forms(row.term, row.also)))
    ]

    assert [] == lost


def test_every_other_form_stands_in_a_chapter():
    """A form that is nowhere would never be found."""
    lost = [
        (row.row_id, form)
        for row in GLOSSARY.itertuples()
        for form in sources.split(row.also)
        if not stands_in_a_chapter(form)
    ]

    assert [] == lost


def test_a_word_leads_to_one_term_only():
    """No form belongs to two terms, whatever its capitals."""
    count = Counter(
        form.lower() for row in GLOSSARY.itertuples() for form in forms(row.term, row.also)
    )

    assert [] == [form for form, times in count.items() if times > 1]


def test_related_terms_exist():
    """A reference to another term leads to one, never to nothing and never to itself."""
    known = set(GLOSSARY["row_id"])

    assert [] == [
        (row.row_id, other)
        for row in GLOSSARY.itertuples()
        for other in sources.split(row.see)
        if other not in known - {row.row_id}
    ]


def test_every_term_leads_on():
    """No term is a dead end."""
    assert [] == GLOSSARY.loc[GLOSSARY["see"] == "", "row_id"].tolist()


@pytest.mark.parametrize("language", ["ru", "kk", "ky"])
def test_words_are_cyrillic(language: str):
    """No Latin letter that only looks Cyrillic; searches would miss the word."""
    words = GLOSSARY.loc[GLOSSARY[language] != "", ["row_id", language]]
    letters = words[language].map(lambda text: [x for x in text if x.isalpha()])

    assert (
        [] == words.loc[[not all(map(CYRILLIC.match, text)) for text in letters], "row_id"].tolist()
    )


def test_letters_belong_to_the_language():
    """No Kazakh letter in a Russian word, none that Kyrgyz has not in a Kyrgyz one."""
    russian = GLOSSARY.loc[[bool(KAZAKH & set(x.lower())) for x in GLOSSARY["ru"]], "row_id"]
    kyrgyz = GLOSSARY.loc[[bool(NOT_KYRGYZ & set(x.lower())) for x in GLOSSARY["ky"]], "row_id"]

    assert [] == russian.tolist()
    assert [] == kyrgyz.tolist()


def test_kazakh_words_are_kazakh():
    """Most Kazakh terms have a letter that Russian has not; a shifted column would have none."""
    words = [text for text in GLOSSARY["kk"] if text]
    own = [text for text in words if KAZAKH & set(text.lower())]

    assert 0.6 <= len(own) / len(words)


def test_the_source_of_a_kazakh_or_kyrgyz_word_is_named():
    """Whoever doubts a word can look it up: the locator says where it was found."""
    lost = [
        (row.row_id, language)
        for row in GLOSSARY.itertuples()
        for language, name in (("kk", "Kazakh"), ("ky", "Kyrgyz"))
        if getattr(row, language) and f"{name}: " not in row.locator
    ]

    assert [] == lost


def test_rows_that_a_locator_names_exist():
    """A row of another table on which a definition rests is there."""
    named = {
        f"{table}/{row}"
        for text in GLOSSARY["locator"]
        for table, row in re.findall(r"\b([a-z_]+)/([a-z0-9][a-z0-9_-]*)", text)
    }

    assert named
    for name in sorted(named):
        data.row(name)


def test_a_locator_is_written_for_readers():
    """Works stand in it and in notes under their short names, not under bibliography keys."""
    keys = set(sources.works().entries)
    rows = re.compile(r"\b[a-z_]+/[a-z0-9_-]+")
    found = [
        (row.row_id, word)
        for row in GLOSSARY.itertuples()
        for word in re.findall(r"\w+", rows.sub("", f"{row.locator} {row.note}"))
        if word in keys
    ]

    assert [] == found


@pytest.mark.parametrize("language", ["Kazakh", "Kyrgyz"])
def test_the_work_of_a_word_is_cited(language: str):
    """The work or the row in which a word was found stands among the sources of its term."""
    lost = []
    for row in GLOSSARY.itertuples():
        found = re.search(rf"{language}: ([^;]+)", row.locator)
        cited = [sources.short(key) for key in sources.split(row.source_keys)]
        if found and "row " not in found[1] and not any(name in found[1] for name in cited):
            lost.append((row.row_id, found[1]))

    assert [] == lost
