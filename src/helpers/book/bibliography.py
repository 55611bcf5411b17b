"""
Name the works of the bibliography as the charts name them, each with a permanent anchor.

pybtex finds the style by entry point; sphinxcontrib-bibtex writes the lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from pybtex.database import Entry
from pybtex.style.formatting.unsrt import Style as UnsortedStyle
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.sorting.author_year_title import SortingStyle
from pybtex.style.template import Node, field, join, optional, sentence
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from helpers import sources


class ShortNames(BaseLabelStyle):
    """Label each work with its short name, as under a chart."""

    def format_labels(self, sorted_entries: list[Entry]) -> Iterator[str]:
        """Yield the short names in order."""
        return (sources.plain(entry.fields["shortname"]) for entry in sorted_entries)


class BookStyle(UnsortedStyle):
    """Format works with their English title and the address of the copy that was read."""

    default_sorting_style = SortingStyle
    default_label_style = ShortNames

    def format_web_refs(self, e: Entry) -> Node:
        """Close a reference with translation, address and copy."""
        return join(sep=" ")[
            optional[sentence[join["In English: ", field("title_en")]]],
            optional[sentence[join["Read at ", field("accessed_as", raw=True)]]],
            super().format_web_refs(e),
        ]


class AnchorWorks(SphinxPostTransform):
    """Add an id that speaks to each entry; sphinxcontrib-bibtex numbers its own."""

    default_priority = 900

    def run(self, **_: Any) -> None:
        """Find the entries of this page by the ids that sphinxcontrib-bibtex gave them."""
        domain = self.env.get_domain("cite")
        keys = {citation.citation_id: citation.key for citation in domain.citations}
        for node in self.document.findall(nodes.citation):
            known = [keys[name] for name in node["ids"] if name in keys]
            node["ids"] += [f"source-{key}" for key in known]


def setup(app: Sphinx) -> None:
    """Register the anchors."""
    app.add_post_transform(AnchorWorks)
