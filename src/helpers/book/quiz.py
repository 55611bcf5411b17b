"""
Show self-check questions from a YAML file beside the chapter, with feedback on every answer.

A file is a list of questions::

    - question: Who counted?
      answers:
        - text: The camp's own office
          right: true
          feedback: Every dated count comes from it.
        - text: Historians
          feedback: They published the counts; they did not make them.

More than one right answer makes boxes to tick. Texts are MyST, so a number can be linked to its
row as in a chapter.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective


class QuizError(ValueError):
    """A quiz file is broken; the message names the file, the question and what to write."""


def read(path: Path) -> list[dict[str, Any]]:
    """
    Read a quiz and check it.

    Raises
    ------
    QuizError
        If the file is missing, or a question lacks a text, a right answer or a feedback.
    """
    if not path.exists():
        raise QuizError(f"{path.name} is missing beside the chapter")
    try:
        questions = yaml.safe_load(path.read_text("utf-8"))
    except yaml.YAMLError as error:
        line = getattr(error, "problem_mark", None)
        where = f", line {line.line + 1}" if line else ""
        advice = "put a text that holds a colon between quotation marks"
        raise QuizError(f"{path.name}{where}: cannot be read; {advice}") from None
    if not isinstance(questions, list) or not questions:
        raise QuizError(
            f"{path.name}: write a list of questions, each beginning with '- question:'"
        )
    for number, question in enumerate(questions, start=1):
        fault = _fault(question)
        if fault:
            raise QuizError(f"{path.name}, question {number}: {fault}")
    return questions


def _fault(question: Any) -> str:
    if not isinstance(question, dict) or not question.get("question"):
        return "'question' is missing"
    answers = question.get("answers")
    if not isinstance(answers, list) or not all(isinstance(answer, dict) for answer in answers):
        return "'answers' is missing; write a list, each beginning with '- text:'"
    if len(answers) < 2 or not any(answer.get("right") for answer in answers):
        return "give two answers or more, one of them with 'right: true'"
    if any(not answer.get("text") or not answer.get("feedback") for answer in answers):
        return "every answer needs 'text' and 'feedback'"
    return ""


class Quiz(SphinxDirective):
    """Show the questions of a YAML file."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Write a form for each question."""
        path = Path(self.env.doc2path(self.env.docname)).parent / self.arguments[0]
        self.env.note_dependency(str(path))
        try:
            questions = read(path)
        except QuizError as error:
            raise self.error(str(error)) from error
        found: list[nodes.Node] = []
        for number, question in enumerate(questions, start=1):
            found += self._question(f"quiz-{number}", question)
        return found

    def _question(self, name: str, question: dict[str, Any]) -> list[nodes.Node]:
        answers = question["answers"]
        kind = "checkbox" if sum(bool(answer.get("right")) for answer in answers) > 1 else "radio"
        hint = " <em>(more than one)</em>" if kind == "checkbox" else ""
        parts = [_html(f'<form class="quiz" id="{name}"><fieldset><legend>')]
        parts += [*self._inline(question["question"]), _html(f"{hint}</legend>")]
        for number, answer in enumerate(answers):
            right = "true" if answer.get("right") else "false"
            here = f"{name}-{number}"
            parts.append(
                _html(
                    f'<div class="quiz-answer"><label><input type="{kind}" name="{name}" '
                    f'data-right="{right}" aria-describedby="{here}"> <span>'
                )
            )
            parts += [*self._inline(answer["text"]), _html("</span></label>")]
            mark = "Right." if answer.get("right") else "No."
            parts.append(_html(f'<p class="quiz-feedback" id="{here}" hidden><b>{mark}</b> '))
            parts += [*self._inline(answer["feedback"]), _html("</p></div>")]
        parts.append(
            _html('<button type="submit" class="quiz-check">Check</button></fieldset></form>')
        )
        return parts

    def _inline(self, text: str) -> list[nodes.Node]:
        found, messages = self.parse_inline(text.strip(), lineno=self.lineno)
        return [*found, *messages]


def _html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("quiz", Quiz)
