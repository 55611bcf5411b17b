from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from figures import figures

from helpers.book import quiz

ROOT = Path(__file__).parents[2]

#: Pages that tell no story have no pattern: how to use the book, lists, pages for teachers.
OTHER = {"reference", "teaching", "welcome"}
CHAPTERS = sorted(
    path
    for path in ROOT.glob("chapters/**/*.ipynb")
    if not {*path.parts, path.stem} & (OTHER | {".ipynb_checkpoints"})
)

WORDS, FIGURES = range(1_500, 3_301), 3

#: What closes a chapter, in this order.
ENDING = (
    "Document workshop",
    "Where the sources disagree",
    "Check yourself",
    "Tasks",
    "Key points",
    "Further reading",
    "How to cite",
)

#: What is no narrative: code, boxes' lines, tables, roles (quotations, references), addresses.
NO_WORDS = re.compile(
    r"^```.*?^```$|^:::[^\n]*$|^\|[^\n]*$|\{[a-z:]+\}`[^`]*`|(?<=\])\([^)]*\)", re.M | re.S
)


def texts(path: Path) -> list[str]:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


def section(path: Path, heading: str) -> str:
    """Take the text under a heading of the second level, to the next one."""
    found = re.search(
        rf"^## {re.escape(heading)}[^\n]*\n(.*?)(?=^## |\Z)", "\n\n".join(texts(path)), re.M | re.S
    )
    return found[1] if found else ""


def bullets(text: str) -> list[str]:
    return re.findall(r"^\s*(?:[-*]|\d+\.) (.+)$", text, re.M)


@pytest.fixture(params=CHAPTERS, ids=lambda path: path.stem)
def chapter(request) -> Path:
    return request.param


def test_a_chapter_opens_with_its_question(chapter):
    """Title, one central question, and nothing else, come first."""
    opening = texts(chapter)[0]

    assert re.match(r"# \S", opening)
    assert 1 == len(re.findall(r"^# ", "\n".join(texts(chapter)), re.M))
    assert re.search(r"^\*\*Central question\.\*\* [^\n]{20,}\?", opening, re.M)


def test_a_chapter_says_what_one_will_be_able_to_do(chapter):
    """Three or more objectives, each with a verb that can be examined."""
    found = re.search(
        r"^:::\{admonition\} In this chapter you will learn to\n(.*?)^:::",
        texts(chapter)[0],
        re.M | re.S,
    )

    assert found, "no box 'In this chapter you will learn to'"
    assert len(bullets(found[1])) >= 3
    assert [] == [
        line
        for line in bullets(found[1])
        if re.match(r"\W*(know|understand|learn|appreciate)\b", line)
    ]


def test_a_chapter_says_how_long_it_takes(chapter):
    """There is a path for a lesson of 45 minutes and one for 90."""
    assert re.search(r"^\*\*Time\.\*\* .*\b45 minutes\b.*\b90 minutes\b", texts(chapter)[0], re.M)


def test_the_short_path_names_sections_that_exist(chapter):
    """The sections of the 45-minute path are headings of the chapter."""
    line = re.search(r"^\*\*Time\.\*\* (.*)$", texts(chapter)[0], re.M)[1]
    path = re.search(r'from "(.+?)" to "(.+?)"(?=[,;.]| and)', line)
    headings = set(re.findall(r"^#{2,3} (.+)$", "\n".join(texts(chapter)), re.M))
    plain = {heading.replace('"', "") for heading in headings}

    assert path is None or set(path.groups()) <= plain | headings


def test_a_chapter_ends_in_the_usual_order(chapter):
    """Workshop, disagreement, questions, tasks, key points, reading, citation."""
    headings = re.findall(r"^## (.+)$", "\n".join(texts(chapter)), re.M)
    ending = [
        next((part for part in ENDING if heading.startswith(part)), heading)
        for heading in headings[-len(ENDING) :]
    ]

    assert list(ENDING) == ending


def test_the_workshop_takes_a_document_in_four_steps(chapter):
    """Sourcing, contextualisation, corroboration and close reading, each with a question."""
    text = section(chapter, "Document workshop")
    steps = re.split(r"\*\*(Sourcing|Contextualisation|Corroboration|Close reading)\.?\*\*", text)

    assert ["Sourcing", "Contextualisation", "Corroboration", "Close reading"] == steps[1::2]
    assert [] == [
        name for name, part in zip(steps[1::2], steps[2::2], strict=True) if "?" not in part
    ]


def test_disagreement_shows_two_sources_or_more(chapter):
    """Rival statements stand side by side, each with its source."""
    text = section(chapter, "Where the sources disagree")

    assert len(set(re.findall(r"\{src\}`([\w-]+)", text))) >= 2


def test_a_chapter_has_a_quiz_that_is_valid(chapter):
    """The file beside the chapter exists, has three questions or more, and can be read."""
    named = re.search(r"\{quiz\} (\S+)", section(chapter, "Check yourself"))

    assert named, "no quiz under 'Check yourself'"
    assert f"{chapter.stem}.quiz.yml" == named[1]
    assert len(quiz.read(chapter.with_name(named[1]))) >= 3


def test_tasks_have_three_levels_and_no_answers(chapter):
    """Reproduce, analyse, create; the answers are with the teachers."""
    text = section(chapter, "Tasks")

    assert ["Reproduce", "Analyse", "Create"] == re.findall(r"^\*\*(\w+)\.?\*\*", text, re.M)
    assert not re.search(r"^\W*(answers?|solutions?)\b\W", text, re.M | re.I)


def test_key_points_are_three_or_more(chapter):
    """What to keep of a chapter stands in a short list."""
    assert 3 <= len(bullets(section(chapter, "Key points"))) <= 8


def test_further_reading_is_in_three_languages(chapter):
    """Students find something to read in English, Russian and Kazakh."""
    text = section(chapter, "Further reading")

    assert [] == [name for name in ("English", "Russian", "Kazakh") if name not in text]
    assert len(re.findall(r"\{(?:src|cite:\w+)\}`", text)) >= 3


def test_a_chapter_says_how_to_cite_it(chapter):
    """The citation is made when the book is built."""
    assert "{cite-chapter}" in section(chapter, "How to cite")


def test_a_chapter_has_the_length_of_a_lesson(chapter):
    """Between 1,500 and 3,300 words of narrative, without tables, quotations and the workshop."""
    narrative = "\n\n".join(texts(chapter)[1:]).partition("\n## Document workshop")[0]
    words = len(re.findall(r"[^\W_][\w’'-]*", NO_WORDS.sub(" ", narrative)))

    assert words in WORDS, f"{words} words"


def test_a_chapter_has_three_figures_or_more(chapter):
    """The numbers of a chapter can be seen and played with."""
    assert len(figures(chapter)) >= FIGURES


def test_every_figure_is_spoken_of(chapter):
    """The text names each figure by its label and says what to notice."""
    text = "\n".join(texts(chapter))
    referred = set(re.findall(r"\{numref\}`(?:[^`<]*<)?(fig-[\w-]+)", text))

    assert set() == {figure.name for figure in figures(chapter)} - referred
    assert text.count("**What to notice") >= FIGURES
