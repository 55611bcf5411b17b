"""The addresses that others may have noted down."""

from __future__ import annotations

from pathlib import Path

from helpers.book import published, redirects


def test_no_published_address_disappears(site: Path, root: Path):
    """Every page and anchor that was ever published is there, or is sent on by redirects.yml."""
    listed = published.load(root / "tests" / "published" / "anchors.txt")

    assert len(listed) > 50
    assert [] == published.lost(listed, published.on_site(site), redirects.read(root))
