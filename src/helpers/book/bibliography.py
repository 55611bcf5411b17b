"""
Name the works of the bibliography as the charts name them, each with a permanent anchor.

pybtex finds the style by entry point; sphinxcontrib-bibtex writes the lists.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from docutils import nodes
from pybtex.database import Entry
from pybtex.style import FormattedEntry
from pybtex.style.formatting.unsrt import Style as UnsortedStyle
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.sorting.author_year_title import SortingStyle
from pybtex.style.template import Node, field, join, optional, sentence
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

from helpers import sources

#: The citations of the last build, by key: they stand in its environment.
_last: dict[str, Any] = {}


class ShortNames(BaseLabelStyle):
    """Label each work with its short name, as under a chart."""

    def format_labels(self, sorted_entries: list[Entry]) -> Iterator[str]:
        """Yield the short names in order."""
        return (sources.plain(entry.fields["shortname"]) for entry in sorted_entries)


class BookStyle(UnsortedStyle):
    """Format works with their English title and the address of the copy that was read."""

    default_sorting_style = SortingStyle
    default_label_style = ShortNames

    def format_entry(self, label: str, entry: Entry, bib_data: Any = None) -> FormattedEntry:
        """Format a work, unless the last build did: hundreds of them would take a second."""
        last = _last.get(entry.key)
        if last and last.entry == entry and last.formatted_entry.label == label:
            return last.formatted_entry
        return super().format_entry(label, entry, bib_data)

    def format_web_refs(self, e: Entry) -> Node:
        """Close a reference with translation, address and copy."""
        return join(sep=" ")[
            optional[sentence[join["In English: ", field("title_en")]]],
            optional[sentence[join["Read at ", field("accessed_as", raw=True)]]],
            super().format_web_refs(e),
        ]


class ListWorks(SphinxPostTransform):
    """
    Make a definition list of the citations, each with an id that speaks.

    sphinxcontrib-bibtex numbers its ids, and docutils gives citations roles that ARIA has dropped.
    """

    default_priority = 900

    def run(self, **_: Any) -> None:
        """Replace each run of citations; their own ids stay, so that links to them hold."""
        domain = self.env.get_domain("cite")
        keys = {citation.citation_id: citation.key for citation in domain.citations}
        for parent in dict.fromkeys(node.parent for node in self.document.findall(nodes.citation)):
            children = list(parent.children)
            parent.clear()
            for is_work, group in itertools.groupby(children, _is_work):
                if is_work:
                    works = (_item(citation, keys) for citation in group)
                    parent += nodes.definition_list("", *works, classes=["steppe-works"])
                else:
                    parent += list(group)


def _is_work(node: nodes.Node) -> bool:
    return isinstance(node, nodes.citation)


def _item(citation: nodes.citation, keys: dict[str, str]) -> nodes.definition_list_item:
    label, *text = citation.children
    ids = citation["ids"] + [f"source-{keys[name]}" for name in citation["ids"] if name in keys]
    term = nodes.term("", label.astext(), ids=ids)
    return nodes.definition_list_item("", term, nodes.definition("", *text))


def remember(_app: Sphinx, env: BuildEnvironment, _docnames: list[str]) -> None:
    """Keep what the last build formatted, before sphinxcontrib-bibtex clears it."""
    _last.clear()
    _last.update((citation.key, citation) for citation in env.get_domain("cite").citations)


def setup(app: Sphinx) -> None:
    """Register the lists."""
    app.connect("env-before-read-docs", remember)
    app.add_post_transform(ListWorks)
