"""
Show documents as cards: what each is, who wrote to whom, what it says, how it came to us.

``{document} doc03`` shows a row of ``data/documents.csv``; ``{document} doc03 doc05`` sets two side
by side. What the author writes inside stands in the card, such as a quotation with its
translation; for several documents the texts are divided by lines of ``+++``. A single text for
several documents stands below them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
from docutils import nodes
from docutils.statemachine import StringList
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from helpers import data, sources, theme
from helpers.book import mentions
from helpers.book.figure import TEMPLATES
from helpers.book.pages import root, row_address
from helpers.book.people import named_sources, readable

#: Line that divides the texts of several documents.
DIVIDER = "+++"

#: Where the author's text stands in the template.
BODY = "<!-- body -->"

#: Languages in which the sources of the documents are written.
LANGUAGES = {
    "en": "English", "ru": "Russian", "kk": "Kazakh", "ky": "Kyrgyz", "uk": "Ukrainian",
    "lt": "Lithuanian", "de": "German", "pl": "Polish", "cs": "Czech", "fr": "French",
}  # fmt: skip

LOGGER = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("document", Document)


class Document(SphinxDirective):
    """Show documents side by side."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Write a card for each document, with the author's text in it."""
        rows = [row for name in self.arguments[0].split() if (row := self._row(name)) is not None]
        if not rows:
            return []
        texts = divided(self.content)
        if len(texts) not in (0, 1, len(rows)):
            raise self.error(
                f"{len(texts)} texts for {len(rows)} documents; write one for each, divided by "
                f"lines of {DIVIDER}, or a single one for all"
            )
        below = texts if len(texts) < len(rows) else []
        inside = texts if len(texts) == len(rows) else [None] * len(rows)
        parts = [_html('<div class="steppe-documents">')]
        for row, text in zip(rows, inside, strict=True):
            parts += self._card(row, text)
        parts.append(_html("</div>"))
        return [*parts, *(node for text in below for node in self._parsed(text))]

    def _row(self, name: str) -> pd.Series | None:
        try:
            return data.row(f"documents/{name}")
        except ValueError as error:
            place = self.get_location()
            LOGGER.warning("%s", error, location=place, type="steppe", subtype="document")
            return None

    def _card(self, row: pd.Series, text: StringList | None) -> list[nodes.Node]:
        anchor = self._anchor(row["row_id"])
        html = card(row, anchor, root(self.env.docname), lambda name: self._person(name, anchor))
        before, after = html.split(BODY)
        return [_html(before), *(self._parsed(text) if text else []), _html(after)]

    def _anchor(self, name: str) -> str:
        """Name the anchor of a card; a document shown again on the page gets a number."""
        shown = self.env.temp_data.setdefault("steppe_documents", [])
        shown.append(name)
        times = shown.count(name)
        return f"document-{name}" + (f"-{times}" if times > 1 else "")

    def _person(self, person: str, anchor: str) -> str:
        mentions.note_mention(self.env, person, anchor)
        return root(self.env.docname) + mentions.address(self.env, person)

    def _parsed(self, text: StringList) -> list[nodes.Node]:
        box = nodes.Element()
        self.state.nested_parse(text, self.content_offset + text.offset(0), box)
        return box.children


def divided(content: StringList) -> list[StringList]:
    """Divide what stands in the directive at its lines of ``+++``; empty content has no texts."""
    texts = [StringList()]
    for source, offset, line in content.xitems():
        if line.strip() == DIVIDER:
            texts.append(StringList())
        else:
            texts[-1].append(line, source, offset)
    return texts if any(line.strip() for line in content) else []


def card(row: pd.Series, anchor: str, place: str, person: Callable[[str], str]) -> str:
    """
    Write the card of a document as HTML.

    Parameters
    ----------
    row : Series
        A row of ``documents``.
    anchor : str
        Id of the card on its page.
    place : str
        Way from the page to the root of the site.
    person : callable
        Gives the address for a person's id.
    """
    works = named_sources(row, place)
    for work, key in zip(works, sources.split(row["source_keys"]), strict=True):
        language = sources.entry(key).fields.get("language", "")
        work["language"] = LANGUAGES.get(language, "")
    return TEMPLATES.get_template("document.html").render(
        anchor=anchor,
        title=title(row),
        date=day(row),
        sender=_names(row["sender"], person),
        recipient=_names(row["recipient"], person),
        archive=row["archive_reference"],
        says=row["says"],
        sources=works,
        locator="" if row["locator"] == row["archive_reference"] else row["locator"],
        checked=theme.CHECKED[row["checked"]],
        note=row["note"],
        row=place + row_address(row["row"]),
        name=row["row_id"],
    )


def title(row: pd.Series) -> str:
    """Name a document by type and number."""
    return f"{row['type']} No. {row['number']}" if row["number"] else row["type"]


def day(row: pd.Series) -> str:
    """Write the date of a document for readers; one without a day says so."""
    text = row["date_text"]
    vague = re.fullmatch(r"\d{4}(-\d{2})?", text)
    return readable(text) + (", day not known" if vague else "") if text else "not known"


def _names(text: str, person: Callable[[str], str]) -> Markup | str:
    return mentions.link_names(text, person) if text else "not named"


def _html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")
