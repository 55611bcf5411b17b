"""
Two small pieces of markup for the prose: a source, and words in another language.

``{src}`barnes2011, pp. 34–36``` names a work and links to the bibliography;
``{kk}`Қарлаг``` marks Kazakh, so that screen readers pronounce it and translators see it.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from helpers import sources
from helpers.book.pages import BIBLIOGRAPHY_PAGE, root

#: Languages that the book quotes.
LANGUAGES = ("kk", "ky", "ru", "uk", "de", "fr", "cs", "hu", "lt", "pl")

LOGGER = logging.getLogger(__name__)


class Foreign(nodes.inline):
    """Words in another language."""


class SourceRole(SphinxRole):
    """Name a work in short form, with an optional locator after a comma."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Link the short name to the entry in the bibliography."""
        key, comma, locator = self.text.partition(",")
        try:
            words = sources.short(key.strip())
        except KeyError as error:
            LOGGER.warning(
                "%s", error.args[0], location=self.get_location(), type="steppe", subtype="source"
            )
            return [nodes.Text(self.text)], []
        target = f"{root(self.env.docname)}{BIBLIOGRAPHY_PAGE}.html#source-{key.strip()}"
        return [nodes.reference("", words + comma + locator, refuri=target, classes=["source"])], []


class LanguageRole(SphinxRole):
    """Mark words as belonging to the language after which the role is named."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Wrap the words."""
        return [Foreign("", self.text, language=self.name)], []


def visit(translator: HTML5Translator, node: Foreign) -> None:
    """Open the words."""
    translator.body.append(f'<i lang="{node["language"]}">')


def depart(translator: HTML5Translator, _node: Foreign) -> None:
    """Close the words."""
    translator.body.append("</i>")


def setup(app: Sphinx) -> None:
    """Register the roles."""
    app.add_node(Foreign, html=(visit, depart))
    app.add_role("src", SourceRole())
    for language in LANGUAGES:
        app.add_role(language, LanguageRole())
