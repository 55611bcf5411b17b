from __future__ import annotations

from pathlib import Path

import pytest

from helpers.book import quiz

RIGHT = """
- question: Who counted the prisoners?
  answers:
    - text: The camp's own office
      right: true
      feedback: Every dated count comes from it.
    - text: Historians
      feedback: They published the counts.
"""


@pytest.fixture
def path(tmp_path) -> Path:
    found = tmp_path / "prisoners.quiz.yml"
    found.write_text(RIGHT, "utf-8")
    return found


def test_a_right_quiz_is_read(path):
    """Questions come in their order, with answers, the right one marked."""
    (question,) = quiz.read(path)

    assert "Who counted the prisoners?" == question["question"]
    assert [True, None] == [answer.get("right") for answer in question["answers"]]


def test_a_quiz_that_is_not_there_is_named(tmp_path):
    """A chapter that asks for a quiz must have one beside it."""
    with pytest.raises(quiz.QuizError, match=r"^kengir.quiz.yml is missing beside the chapter$"):
        quiz.read(tmp_path / "kengir.quiz.yml")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("question: Who counted the prisoners?", "question:", "'question' is missing"),
        ("question: Who counted the prisoners?", "title: Who counted?", "'question' is missing"),
        (
            "      right: true\n",
            "",
            "give two answers or more, one of them with 'right: true'",
        ),
        (
            "    - text: Historians\n      feedback: They published the counts.\n",
            "",
            "give two answers or more, one of them with 'right: true'",
        ),
        ("text: Historians", "text:", "every answer needs 'text' and 'feedback'"),
        ("feedback: They published the counts.", "", "every answer needs 'text' and 'feedback'"),
    ],
    ids=["no question", "wrong word", "none right", "one answer", "no text", "no feedback"],
)
def test_a_broken_question_is_named_with_its_file_and_number(path, old, new, problem):
    """The message has file, question and what to write."""
    path.write_text(RIGHT + RIGHT.lstrip("\n"), "utf-8")
    text = path.read_text("utf-8")
    last = text.rindex(old)
    path.write_text(text[:last] + new + text[last + len(old) :], "utf-8")

    with pytest.raises(quiz.QuizError) as caught:
        quiz.read(path)

    assert f"prisoners.quiz.yml, question 2: {problem}" == str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "question: Who counted?",
        "- Who counted?",
        "- question: [Who counted?",
        "- question: Who counted?\n  answers:",
        "- question: Who counted?\n  answers: [the office, historians]",
    ],
    ids=["empty", "no list", "bare question", "no YAML", "no answers", "bare answers"],
)
def test_a_file_of_another_form_is_a_quiz_error(path, text):
    """A slip in the YAML is reported with the file, not as a traceback of Python."""
    path.write_text(text, "utf-8")

    with pytest.raises(quiz.QuizError, match=r"prisoners\.quiz\.yml"):
        quiz.read(path)


def test_a_quiz_error_is_a_value_error():
    """Who catches ValueError catches broken quizzes too."""
    assert issubclass(quiz.QuizError, ValueError)
