"""Give every work in the bibliography a permanent anchor, ``source-<key>``."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform


class AnchorWorks(SphinxPostTransform):
    """Add an id that speaks to each entry; sphinxcontrib-bibtex numbers its own."""

    default_priority = 900

    def run(self, **_: object) -> None:
        """Find the entries of this page by the ids that sphinxcontrib-bibtex gave them."""
        domain = self.env.get_domain("cite")
        keys = {citation.citation_id: citation.key for citation in domain.citations}
        for node in self.document.findall(nodes.citation):
            known = [keys[name] for name in node["ids"] if name in keys]
            node["ids"] += [f"source-{key}" for key in known]


def setup(app: Sphinx) -> None:
    """Register the anchors."""
    app.add_post_transform(AnchorWorks)
