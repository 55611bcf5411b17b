"""
Put on each page what its numbers show on hover, focus and tap: value, date, source, status.

The facts travel once for each row, deflated: in the links themselves they would be a tenth of a
page, and they are of no use where no script runs.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from sphinx.application import Sphinx

from helpers.book.figure import deflated
from helpers.book.numbers import about
from helpers.book.pages import row_at

#: A link to a row, as `numbers.py` and `mentions.py` write it.
LINK = re.compile(r'<a class="number[^"]*" href="([^"]+)"')


def setup(app: Sphinx) -> None:
    """Complete each page when it is written."""
    app.connect("html-page-context", complete)


def complete(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Hand the cards of a page to its template."""
    facts = {href: about(row_at(href)) for href in links(context.get("body", ""))}
    context["steppe_cards"] = deflated(facts) if facts else ""


def links(body: str) -> list[str]:
    """List the addresses of the rows to which the numbers of a page lead, each once."""
    return list(dict.fromkeys(unescape(href) for href in LINK.findall(body)))
