"""Write one claim of the ledger: who says what, the verdict, the reason, the evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

import pandas as pd
from markupsafe import Markup, escape

from helpers import data, sources, theme
from helpers.book.figure import TEMPLATES
from helpers.book.finder import Item
from helpers.book.ledger.places import Chapter
from helpers.book.ledger.sentences import statement, text_of, topics
from helpers.book.ledger.words import texts
from helpers.book.pages import claim_anchor, row_address, source_address
from helpers.book.people import readable


class Rows:
    """Hand out rows by name, each table loaded once: the ledger asks for thousands."""

    def __init__(self) -> None:
        self._tables: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.Series:
        """Find a row such as ``camp_claims/karlag-area-1940``."""
        table = name.partition("/")[0]
        if table not in self._tables:
            self._tables[table] = data.load(table).set_index("row", drop=False)
        return self._tables[table].loc[name]


#: Words of numbers in English, and what is no number and no unit.
ENGLISH = re.compile(
    r"\b(about|almost|and|as|dozen|hundreds?|many|million|more|nearly|over|said|several|than|the"
    r"|thousand|up|victims|wounded|killed)\b"
)
FOREIGN = re.compile(r"[^\W\d_]{3}|[^\W\d_a-zA-Z]")


@dataclass(frozen=True)
class Context:
    """
    What an entry must know of the book.

    Parameters
    ----------
    place : str
        Way from the page to the root of the site.
    chapters : dict of str to Chapter
        The chapters of the book by their names in the ledger, such as ``karlag/origins``.
    rows : Rows
        The rows of the tables.
    quotations : dict of str to list of Series
        Short quotations of the teaching texts by the number of the claim.
    """

    place: str = ""
    chapters: dict[str, Chapter] = field(default_factory=dict)
    rows: Rows = field(default_factory=Rows)
    quotations: dict[str, list[pd.Series]] = field(default_factory=lambda: quoted())


def item(line: pd.Series, context: Context) -> Item:
    """
    Write an entry for the list.

    Parameters
    ----------
    line : Series
        A row of ``claims``.
    context : Context
        Where the page stands, and the chapters.
    """
    row = context.rows[line["claim"]]
    text = text_of(row)
    kinds = {"fault": line["fault"], "chapter": line["chapter"]}
    return Item(
        html=markup(line, row, context),
        values={"text": [text], "topic": topics(row), "verdict": [line["verdict"]]}
        | {name: [value] for name, value in kinds.items() if value},
        anchor=claim_anchor(line["row_id"]),
        words=" ".join([texts()[text], row.get("subject", ""), *magnitudes(row)]),
    )


def markup(line: pd.Series, row: pd.Series, context: Context) -> str:
    """Write what stands in an entry as HTML."""
    chapter = context.chapters.get(line["chapter"])
    evidence = sources.split(line["evidence_rows"])
    html = TEMPLATES.get_template("ledger_entry.html").render(
        line=line,
        statement=statement(row),
        works_of_claim=_works(row["source_keys"], context.place),
        locator=row["locator"],
        number=number(row),
        date=readable(row["date_text"]),
        quotations=context.quotations.get(row.get("claim_id", ""), []) if line["chapter"] else [],
        evidence=_works(line["evidence_works"], context.place),
        rows=[(_named(context.rows[name]), context.place + row_address(name)) for name in evidence],
        chapter=chapter
        and (chapter.title, context.place + chapter.address(line["claim"], evidence)),
        row=context.place + row_address(line["claim"]),
    )
    return re.sub(r"\n\s*", "", html)


def number(row: pd.Series) -> Markup:
    """Write the number of a claim with its unit and the words of the text, if it has one."""
    if not row["qualifier"]:
        return Markup()
    words = _in_its_language(row["value_text"], row["source_keys"])
    if row["qualifier"] == "words":
        return words
    printed = Markup(" (printed: {})").format(words) if words else Markup()
    return Markup("{} {}{}").format(theme.amount(row), _unit(row), printed)


def _in_its_language(text: str, keys: str) -> Markup:
    """Mark words of another language than English: some tables give the words translated."""
    language = sources.entry(sources.split(keys)[0]).fields.get("language", "en")
    foreign = language != "en" and FOREIGN.search(text) and not ENGLISH.search(text)
    return Markup('<i lang="{}">{}</i>').format(language, text) if foreign else escape(text)


def _unit(row: pd.Series) -> str:
    return row["unit"].replace("km2", "km²")


def magnitudes(row: pd.Series) -> list[str]:
    """
    Write large numbers as people say them, so that they are found.

    >>> magnitudes(pd.Series({"value_min": 1_500_000.0, "value_max": 1_500_000.0}))
    ['1.5 million']
    >>> magnitudes(pd.Series({"value_min": 95_520_000.0, "value_max": 95_520_000.0}))
    ['95.52 million', '95.5 million', '95 million']
    """
    said = []
    for value in dict.fromkeys(row[["value_min", "value_max"]].dropna()):
        if value >= 1_000_000:
            millions = value / 1_000_000
            forms = [f"{millions:.10g}", f"{millions:.1f}".removesuffix(".0")]
            rough = [str(int(millions))] if value >= 10_000_000 else []
            said += [f"{form} million" for form in dict.fromkeys(forms + rough)]
        elif value >= 10_000 and value % 1_000 == 0:
            said.append(f"{value / 1_000:.10g} thousand")
    return said


def quoted() -> dict[str, list[pd.Series]]:
    """Hand out the short quotations of the teaching texts by the number of the claim."""
    found: dict[str, list[pd.Series]] = {}
    for _, row in data.load("teaching_quotations").iterrows():
        found.setdefault(row["claim_id"], []).append(row)
    return found


def _works(keys: str, place: str) -> list[tuple[str, str]]:
    return [(_short(key), place + source_address(key)) for key in sources.split(keys)]


@lru_cache(maxsize=1024)
def _short(key: str) -> str:
    return sources.short(key)


def _named(row: pd.Series) -> str:
    """Name a row of evidence: its number, if it has one, and its own name."""
    plain = row.get("qualifier", "") not in ("", "words")
    return f"{theme.amount(row)} {_unit(row)}: {row['row_id']}" if plain else row["row_id"]
