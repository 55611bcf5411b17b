"""
Find every number in the prose and say what it rests on.

A number is linked to a row that holds it, or it stands in an output of its own chapter, or its
form shows that it is a year, a date, an order, a page or a time. Anything else is unfounded.
``python -m helpers.book.prose`` prints the share of each, chapter by chapter.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from helpers import data

MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"

#: Numbers that are none: what a form makes a date, an order, a page, a time, a version.
FORMS = re.compile(
    "|".join(
        (
            rf"\b\d{{1,2}}(?:\s?[–-]\s?\d{{1,2}}| (?:and|or|to) \d{{1,2}})? {MONTHS}(?:\s{YEAR})?",
            rf"\b{MONTHS} {YEAR}",
            rf"\b{YEAR}s?(?:\s?[–/-]\s?(?:{YEAR}|\d{{2}}))?\b",
            r"\b\d{1,2}:\d{2}\b",
            r"\b\d+(?:st|nd|rd|th)\b",
            r"\b\d+[- ]minutes?\b|\b\d+ minutes\b",
            r"\b(?:[Oo]rders?|[Nn]os?\.|[Aa]rticles?|[Dd]ecrees?|[Nn]orms?|[Pp]oints?|pp?\.|"
            r"[Cc]hapters?|[Ss]ections?|[Ff]ig\.|[Tt]ables?|[Ll]etters?|[Tt]elegrams?|[Vv]olumes?|"
            r"[Vv]ol\.|[Dd]ivisions?|fond|opis|delo|[Vv]ersions?|CC BY|Python|Jupyter Book|row|"
            r"[Ss]lides?|[Ss]eminar|[Cc]onclusions?|[Tt]hes[ei]s)"
            r"(?: No\.)? (?:No\. )?\d[\d/.–-]*(?: (?:and|or|to) \d[\d/.–-]*)?",
            r"\b[A-Z]{1,3}-?\d+\b",
        )
    )
)
DAY = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
ROW_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(row:([^)\s]+)\)")
MAGNITUDES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

#: Columns whose digits say nothing of the fact: names of rows and works, addresses.
NO_TEXTS = ("row", "row_id", "source_keys", "accessed_as")

#: What is no prose: fenced code and directives, numbers of lists, options and lines of boxes,
#: roles, code, addresses of links, HTML.
NO_PROSE = re.compile(
    r"^```.*?^```$|^ *\d+\.(?= )|^:[a-z_-]+:[^\n]*$|^:::[^\n]*$"
    r"|\{[a-z:]+\}`[^`]*`|`[^`]*`|(?<=\])\([^)]*\)|<[^>]+>",
    re.MULTILINE | re.DOTALL,
)

#: The card of a document: its ids are no numbers, what the author writes in it is prose.
CARD = re.compile(r"^(`{3,})\{document\}[^\n]*\n(.*?)^\1`*[ \t]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Number:
    """
    A number in the prose.

    Parameters
    ----------
    text : str
        As it stands, for a link the whole text of the link.
    place : str
        File and cell, or file and question.
    row : str
        Row to which it is linked, or empty.
    """

    text: str
    place: str
    row: str = ""


def passages(path: Path) -> Iterator[tuple[str, str]]:
    """
    Yield the prose of a chapter, a page or a quiz, with its place.

    Parameters
    ----------
    path : Path
        ``.ipynb``, ``.md`` or ``.quiz.yml``.
    """
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        for number, cell in enumerate(json.loads(text)["cells"], start=1):
            if cell["cell_type"] == "markdown":
                yield f"{path.name}, cell {number}", "".join(cell["source"])
            elif caption := cell["metadata"].get("mystnb", {}).get("figure", {}).get("caption"):
                yield f"{path.name}, caption of cell {number}", caption
    elif path.suffix == ".yml":
        for number, question in enumerate(yaml.safe_load(text), start=1):
            answers = [
                part
                for answer in question["answers"]
                for part in (answer["text"], answer["feedback"])
            ]
            for part in (question["question"], *answers):
                yield f"{path.name}, question {number}", part
    else:
        yield path.name, text


def numbers(path: Path) -> list[Number]:
    """List the numbers that must be founded: linked ones, and those of no known form."""
    found = []
    for place, passage in passages(path):
        text = CARD.sub(r"\2", passage)
        found += [Number(words, place, row) for words, row in ROW_LINK.findall(text)]
        rest = FORMS.sub(" ", NO_PROSE.sub(" ", ROW_LINK.sub(" ", text)))
        found += [Number(match[0].rstrip(","), place) for match in NUMBER.finditer(rest)]
    return found


def outputs(path: Path) -> set[Decimal]:
    """
    Collect the numbers that the code of a chapter printed, and those of its figures' alt texts.

    Parameters
    ----------
    path : Path
        A notebook, or a quiz, which rests on the outputs of its chapter.
    """
    if path.suffix == ".yml":
        path = path.with_name(path.name.replace(".quiz.yml", ".ipynb"))
    if path.suffix != ".ipynb":
        return set()
    cells = json.loads(path.read_text("utf-8"))["cells"]
    texts = [
        text for cell in cells for output in cell.get("outputs", []) for text in _texts(output)
    ]
    return {found for text in texts for found in _values(FORMS.sub(" ", DAY.sub(" ", text)))}


def _values(text: str) -> set[Decimal]:
    return {value(found) for found in NUMBER.findall(text)}


def _texts(output: dict[str, Any]) -> Iterator[str]:
    yield "".join(output.get("text", []))
    bundle = output.get("data", {})
    figure = bundle.get("application/vnd.plotly.v1+json")
    if figure is None:
        yield "".join(bundle.get("text/plain", []))
        return
    meta = figure["layout"].get("meta") or {}
    yield meta.get("alt", "")
    explorer = meta.get("explore", {"states": []})
    for state in explorer["states"]:
        if "alt" in state["meta"]:
            yield str(explorer["pool"][state["meta"]["alt"]])


def value(text: str) -> Decimal:
    """Read a number with thousands separators."""
    return Decimal(text.rstrip(",").replace(",", ""))


def fault_of(number: Number, printed: set[Decimal]) -> str:
    """
    Say why a number is unfounded.

    Parameters
    ----------
    number : Number
        What stands in the prose.
    printed : set of Decimal
        What the chapter's code printed.

    Returns
    -------
    str
        A sentence with place, number and remedy; empty if the number is founded.
    """
    if number.row:
        try:
            row = data.row(number.row)
        except ValueError as error:
            return f"{number.place}: {error}"
        if holds(row, number.text):
            return ""
        return (
            f"{number.place}: '{number.text}' is linked to {number.row}, which holds {_held(row)}"
        )
    if value(number.text) in printed:
        return ""
    return (
        f"{number.place}: '{number.text}' is neither linked to a row nor in an output of the "
        "chapter; link it as [65,673](row:table/row-id), print it in a cell, or write it as a word"
    )


def holds(row: pd.Series, text: str) -> bool:
    """
    Tell whether the words of a link say what its row holds.

    A row of numbers holds its least and greatest value; a row of facts holds the digits of its
    texts. A date in the words must be one of the row's. Words without a digit only point to it.
    """
    said, dates = _said(text)
    texts = row.drop(labels=list(NO_TEXTS), errors="ignore")
    held = _values(" ".join(str(cell) for cell in texts if not pd.isna(cell)))
    if not dates <= held:
        return False
    if not said:
        return True
    if "value_min" not in row or row.get("qualifier", "") in ("", "words"):
        return set(said) <= held
    scale = MAGNITUDES.get(re.split("[ -]", str(row["unit"]))[0], 1)
    bounds = [
        Decimal(repr(float(row[name])))
        for name in ("value_min", "value_max")
        if pd.notna(row[name])
    ]
    accepted = [bounds, [bound * scale for bound in bounds]]
    if len(said) == 1:
        return any(said[0] in some for some in accepted)
    return said in accepted


def _said(text: str) -> tuple[list[Decimal], set[Decimal]]:
    """Read the numbers of a link, and the days and years of the dates in it."""
    dates, plain, found = set(), text, []
    if re.search(MONTHS, text):
        dates, plain = _values(" ".join(FORMS.findall(text))), FORMS.sub(" ", text)
    for match in re.finditer(rf"({NUMBER.pattern})(?:[\s-]*(thousand|million|billion))?", plain):
        found.append(value(match[1]) * MAGNITUDES.get(match[2], 1))
    shared = re.search(r"[–-]\s*[\d,.]+\s*(thousand|million|billion)", plain)
    if shared and len(found) == 2 and found[0] < found[1] / 1000:
        found[0] *= MAGNITUDES[shared[1]]
    return found, dates


def _held(row: pd.Series) -> str:
    bounds = [row[name] for name in ("value_min", "value_max") if not pd.isna(row.get(name, pd.NA))]
    numbers = " to ".join(f"{bound:,.10g}" for bound in dict.fromkeys(bounds)) or "no number"
    return numbers + (f", dated {row['date_text']}" if row.get("date_text") else "")


def chapters(folder: Path = Path()) -> list[Path]:
    """List everything that holds prose: chapters, pages and quizzes."""
    found = [*folder.glob("chapters/**/*.ipynb"), *folder.glob("chapters/**/*.quiz.yml")]
    found += [*folder.glob("*.md"), *folder.glob("reference/*.md")]
    found += folder.glob("reference/*.ipynb")
    own = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"}
    return sorted(
        path for path in found if path.name not in own and ".ipynb_checkpoints" not in path.parts
    )


def main() -> int:
    """Print what the numbers of each chapter rest on; 1 if any is unfounded."""
    faults, total = [], Counter()
    print("\nNumbers in the prose")
    for path in chapters():
        printed = outputs(path)
        kinds = Counter("row" if number.row else "output" for number in numbers(path))
        faults += [fault for number in numbers(path) if (fault := fault_of(number, printed))]
        total += kinds
        print(f"  {path}: {kinds['row']} linked to rows, {kinds['output']} to be found in outputs")
    print(
        f"  together {total['row']} linked, {total['output']} in outputs, {len(faults)} unfounded"
    )
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
