"""
Show the ledger of claims: counts, what the words mean, and every claim with its verdict.

``{ledger} totals`` counts the verdicts, ``{ledger} counts`` does so by text, ``{ledger} verdicts``
and ``{ledger} faults`` say what the words mean, ``{ledger} readings`` how far two readers agree,
``{ledger} claims`` is the list with search and filters. The parts are filled when every chapter
has been read: an entry leads to the section that speaks of the claim.
"""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlencode

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from helpers import data
from helpers.book.claims import TABLE
from helpers.book.figure import TEMPLATES
from helpers.book.finder import Filter, Item, finder
from helpers.book.ledger import places
from helpers.book.ledger.entry import Context, item
from helpers.book.ledger.readings import readings
from helpers.book.ledger.sentences import text_of
from helpers.book.ledger.words import FAULTS, TOPICS, VERDICTS, texts
from helpers.book.pages import root, table_page

#: Id of the list; links to it carry what is chosen.
LIST = "ledger"


class Ledger(nodes.General, nodes.Element):
    """A place for a part of the ledger."""


class LedgerDirective(SphinxDirective):
    """Keep a place for a part of the ledger."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Check the name of the part."""
        part = self.arguments[0]
        if part not in PARTS:
            raise self.error(f"the ledger has no part '{part}'; choose from {', '.join(PARTS)}")
        return [Ledger("", part=part)]


class FillLedger(SphinxPostTransform):
    """Write the parts of the ledger."""

    default_priority = 900

    def run(self, **_: Any) -> None:
        """Fill each place."""
        parts = list(self.document.findall(Ledger))
        if not parts:
            return
        claims = data.load(TABLE)
        context = Context(root(self.env.docname), places.chapters(self.env))
        for node in parts:
            html = PARTS[node["part"]](claims, context)
            node.replace_self(nodes.raw("", html, format="html"))


def setup(app: Sphinx) -> None:
    """Register the directive and what fills it."""
    app.add_node(Ledger)
    app.add_directive("ledger", LedgerDirective)
    app.add_post_transform(FillLedger)


def totals(claims: pd.DataFrame, _context: Context) -> str:
    """Count the claims by verdict, each number a link to those claims."""
    found = claims["verdict"].value_counts()
    return TEMPLATES.get_template("ledger_totals.html").render(
        total=len(claims),
        verdicts=[(verdict, found[verdict], query(verdict=verdict)) for verdict in VERDICTS],
    )


def counts(claims: pd.DataFrame, context: Context) -> str:
    """Count the claims by text and verdict, each number a link to those claims."""
    by_text = (text_of(context.rows[claim]) for claim in claims["claim"])
    found = Counter(zip(by_text, claims["verdict"], strict=True))
    lines = [
        {
            "words": words,
            "link": query(text=text),
            "cells": [
                (found[text, verdict], query(text=text, verdict=verdict)) for verdict in VERDICTS
            ],
            "sum": sum(found[text, verdict] for verdict in VERDICTS),
        }
        for text, words in texts().items()
    ]
    sums = [
        (int((claims["verdict"] == verdict).sum()), query(verdict=verdict)) for verdict in VERDICTS
    ]
    return TEMPLATES.get_template("ledger_counts.html").render(
        verdicts=[(verdict, query(verdict=verdict)) for verdict in VERDICTS],
        lines=lines,
        sums=sums,
        total=len(claims),
    )


def query(**chosen: str) -> str:
    """
    Write a link of the page that presets the list.

    >>> query(verdict="plausible")
    '?verdict=plausible#ledger'
    """
    return f"?{urlencode(chosen)}#{LIST}"


def verdicts(claims: pd.DataFrame, _context: Context) -> str:
    """Say what each verdict means."""
    return _explained(claims, "verdict", VERDICTS)


def faults(claims: pd.DataFrame, _context: Context) -> str:
    """Say what each fault means."""
    return _explained(claims, "fault", FAULTS)


def _explained(claims: pd.DataFrame, column: str, meanings: dict[str, str]) -> str:
    counted = Counter(claims[column])
    return TEMPLATES.get_template("ledger_words.html").render(
        column=column,
        words=[
            (word, meaning, counted[word], query(**{column: word}))
            for word, meaning in meanings.items()
        ],
    )


def listed(claims: pd.DataFrame, context: Context) -> str:
    """List every claim, with search and filters."""
    items: list[Item] = [item(line, context) for _, line in claims.iterrows()]
    chapters = {name: chapter.title for name, chapter in context.chapters.items()}
    missing = {name: name for name in sorted(set(claims["chapter"])) if name not in chapters}
    filters = [
        Filter("text", "Text", texts()),
        Filter("topic", "Topic", TOPICS),
        Filter("verdict", "Verdict", {verdict: verdict for verdict in VERDICTS}),
        Filter("fault", "Fault", {fault: fault for fault in FAULTS}),
        Filter("chapter", "Chapter", chapters | missing),
    ]
    table = f'<a href="{context.place}{table_page(TABLE)}.html">the table of claims</a>'
    instead = f"This list needs scripts. Without them every claim stands in {table}."
    return finder(items, filters, "claims", name=LIST, packed=True, instead=instead)


PARTS = {
    "totals": totals,
    "counts": counts,
    "verdicts": verdicts,
    "faults": faults,
    "readings": readings,
    "claims": listed,
}
