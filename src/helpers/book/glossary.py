"""
Explain the terms of the book: a page with all, and a card at the first use in each chapter.

Terms, their forms and definitions are rows of ``data/glossary.csv``; nothing is marked in the
chapters. The cards of all chapters come from one script, ``terms.js``, written at each build.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from helpers import data, theme
from helpers.book import subjects
from helpers.book.figure import TEMPLATES
from helpers.book.finder import Filter, Item, finder
from helpers.book.notes import title_of
from helpers.book.pages import GLOSSARY_PAGE, root, row_address, term_address, term_anchor
from helpers.book.people import named_sources

TABLE = "glossary"

#: Languages of the terms beside English, with the words for the reader.
TONGUES = {"ru": "Russian", "kk": "Kazakh", "ky": "Kyrgyz"}

#: Where the script of the cards is written before Sphinx copies it, beside the built pages.
SCRIPT = "terms.js"


class Term(nodes.Inline, nodes.TextElement):
    """A term at its first use in a chapter; leads to the glossary."""


class Glossary(nodes.General, nodes.Element):
    """A place for the glossary, filled when every chapter has been read."""


class GlossaryPage(SphinxDirective):
    """List all terms."""

    def run(self) -> list[nodes.Node]:
        """Keep a place for them."""
        return [Glossary("")]


class LinkTerms(SphinxTransform):
    """Lead each term to the glossary where a chapter first uses it."""

    #: after the subjects have been found in the plain text
    default_priority = 720

    def apply(self) -> None:
        """Link the first use of each term; in a book without the page, none."""
        if GLOSSARY_PAGE not in self.env.found_docs or not subjects.is_chapter(self.env):
            return
        used: set[str] = set()
        for text in subjects.prose(self.document):
            if parts := self._parts(text, used):
                text.parent.replace(text, parts)

    def _parts(self, text: nodes.Text, used: set[str]) -> list[nodes.Node]:
        parts, last = [], 0
        for match in subjects.pattern().finditer(text):
            name = subjects.by_form()[match[0]].name
            if not name.startswith("term-") or name in used:
                continue
            used.add(name)
            address = root(self.env.docname) + term_address(name.removeprefix("term-"))
            parts += [nodes.Text(text[last : match.start()]), Term("", match[0], refuri=address)]
            last = match.end()
        return [*parts, nodes.Text(text[last:])] if parts else []


class FillGlossary(SphinxPostTransform):
    """Write the terms, each with the section that uses it first."""

    default_priority = 900

    def run(self, **_: Any) -> None:
        """Fill each place."""
        for node in list(self.document.findall(Glossary)):
            node.replace_self(nodes.raw("", page(self.env), format="html"))


def page(env: BuildEnvironment) -> str:
    """Write all terms with search and a filter by kind, in the order of the alphabet."""
    frame = data.load(TABLE)
    rows = sorted((row for _, row in frame.iterrows()), key=lambda row: row["term"].casefold())
    terms = dict(zip(frame["row_id"], frame["term"], strict=True))
    first = first_uses(env)
    items = [
        Item(
            html=entry(row, terms, first.get(f"term-{row['row_id']}"), root(env.docname)),
            anchor=term_anchor(row["row_id"]),
            values={"kind": [row["kind"]]},
            words=row["also"].replace(";", " "),
        )
        for row in rows
    ]
    return finder(items, [Filter("kind", "Kind")], "terms")


def first_uses(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    """Find for each subject the first section of the book that speaks of it."""
    first: dict[str, dict[str, str]] = {}
    place = root(env.docname)
    for page_name in subjects.in_order(env):
        for subject, sections in subjects.findings(env)[page_name].items():
            anchor = next(iter(sections))
            link = {"href": f"{place}{page_name}.html#{anchor}", "text": title_of(env, page_name)}
            first.setdefault(subject, link)
    return first


def entry(row: pd.Series, terms: dict[str, str], first: dict[str, str] | None, place: str) -> str:
    """Write one term as HTML."""
    see = [name.strip() for name in row["see"].split(";") if name.strip()]
    return TEMPLATES.get_template("term.html").render(
        term=row["term"],
        tongues=[(code, words, row[code]) for code, words in TONGUES.items() if row[code]],
        definition=row["definition"],
        see=[(f"#{term_anchor(name)}", terms[name]) for name in see],
        first=first,
        sources=named_sources(row, place),
        locator=row["locator"],
        checked=theme.CHECKED.get(row["checked"], ""),
        note=row["note"],
        row=place + row_address(row["row"]),
    )


def cards() -> str:
    """Write the script that holds what the cards of the terms say."""
    rows = (row for _, row in data.load(TABLE).iterrows())
    facts = {
        row["row_id"]: [
            row["term"],
            row["definition"],
            " · ".join(row[code] for code in TONGUES if row[code]),
        ]
        for row in rows
    }
    return f"window.steppeTerms = {json.dumps(facts, ensure_ascii=False, sort_keys=True)};\n"


def offer(app: Sphinx, config: Config) -> None:
    """Write the script where Sphinx finds it among the assets."""
    folder = Path(app.outdir).parent / ".steppe"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SCRIPT).write_text(cards(), "utf-8")
    config.html_static_path.append(str(folder))


def visit(translator: HTML5Translator, node: Term) -> None:
    """Open the link."""
    translator.body.append(f'<a class="term" href="{node["refuri"]}">')


def depart(translator: HTML5Translator, _node: Term) -> None:
    """Close the link."""
    translator.body.append("</a>")


def setup(app: Sphinx) -> None:
    """Register the page, the links and their cards."""
    app.add_node(Glossary)
    app.add_node(Term, html=(visit, depart))
    app.add_directive("glossary-terms", GlossaryPage)
    app.add_transform(LinkTerms)
    app.add_post_transform(FillGlossary)
    app.connect("config-inited", offer)
    app.add_js_file(SCRIPT, loading_method="defer")
