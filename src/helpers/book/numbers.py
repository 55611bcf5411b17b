"""
Turn ``[65,673](row:camp_population/karlag-1949-01)`` into a link to the row of the number.

What the reader sees on hover, focus and tap stands once on the page: see `cards.py`.
"""

from __future__ import annotations

import textwrap
from functools import lru_cache

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator

from helpers import data, sources, theme
from helpers.book.catalogue.rows import NORMAL
from helpers.book.claims import judgement
from helpers.book.pages import root, row_address

SCHEME = "row:"

#: Letters of a fact that the card of a number has room for.
FACT_LENGTH = 200
LOGGER = logging.getLogger(__name__)


class NumberReference(nodes.reference):
    """A link from a number in the prose to its row."""


def setup(app: Sphinx) -> None:
    """Register the node and the transform."""
    app.add_node(NumberReference, html=(visit, depart))
    app.add_transform(LinkNumbers)


class LinkNumbers(SphinxTransform):
    """Resolve ``row:`` links to the pages of the tables."""

    default_priority = 700

    def apply(self) -> None:
        """Replace each link, or warn of a row that does not exist."""
        for node in list(self.document.findall(nodes.reference)):
            target = node.get("refuri", "")
            if not target.startswith(SCHEME):
                continue
            reference = target.removeprefix(SCHEME)
            try:
                about(reference)
            except ValueError as error:
                LOGGER.warning("%s", error, location=node, type="steppe", subtype="row")
                continue
            link = NumberReference(
                "", "", *node.children, refuri=address(self.env.docname, reference)
            )
            link["row"] = reference
            node.replace_self(link)


def address(docname: str, reference: str) -> str:
    """Name the way from a page to a row."""
    return root(docname) + row_address(reference)


@lru_cache(maxsize=4096)
def about(reference: str) -> tuple[str, ...]:
    """
    Say what a row holds, in the lines that the reader sees.

    Raises
    ------
    ValueError
        If there is no such row.
    """
    return tuple(line for line in lines(data.row(reference)) if line)


def lines(row: pd.Series) -> list[str]:
    """
    Write value, date, source and status of a row; of a fact what it says, source and status.

    A row that the ledger judges ends with its verdict.
    """
    keys = sources.split(row.get("source_keys", ""))
    known = theme.CHECKED.get(row.get("checked", ""), "")
    judged = judgement(row["row"])
    return [
        _number(row) if row.get("qualifier") else _fact(row),
        row.get("date_text", ""),
        sources.short_list(keys),
        theme.status(row) if row.get("status") and row.get("qualifier") else known,
        f"In the ledger of claims: {judged.words}" if judged else "",
    ]


def _number(row: pd.Series) -> str:
    unit = "" if row["qualifier"] == "words" else f" {row['unit']}"
    return f"{theme.amount(row)}{unit}: {row['measure'].replace('_', ' ')}"


def _fact(row: pd.Series) -> str:
    told = [
        str(row[name])
        for name in row.index
        if name not in NORMAL
        and not name.endswith("_id")
        and not pd.isna(row[name])
        and row[name] != ""
    ]
    return textwrap.shorten("; ".join(told), FACT_LENGTH, placeholder=" …")


def visit(translator: HTML5Translator, node: NumberReference) -> None:
    """Open the link."""
    translator.body.append(translator.starttag(node, "a", "", CLASS="number", href=node["refuri"]))


def depart(translator: HTML5Translator, _node: NumberReference) -> None:
    """Close the link."""
    translator.body.append("</a>")
