"""
Send readers of an old address to the new one: `redirects.yml` at the top of the book.

A page that moved leaves a small page behind; an anchor that moved from a page that is still there
is told to `moved.js` by that page. Both work on a server and by double click.
"""

from __future__ import annotations

import json
import os.path
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import SphinxError

from helpers.book.figure import TEMPLATES
from helpers.book.finder import unpacked

FILE = "redirects.yml"
FIELDS = {"from", "to", "reason"}
ID = re.compile(r'\bid="([^"]+)"')


class BrokenRedirectError(SphinxError):
    """An old address would lead nowhere; the message says which and what to write."""

    category = "Broken redirect"


@dataclass(frozen=True)
class Redirect:
    """
    An old address and the new one.

    Parameters
    ----------
    old, new : str
        Page from the root of the site, with or without an anchor:
        ``chapters/karlag/origins.html#fig-origins-areas``.
    reason : str
        Why it moved.
    """

    old: str
    new: str
    reason: str


def setup(app: Sphinx) -> None:
    """Read the map before the pages are written, and try it when they are there."""
    # a changed map is a changed setting, for which Sphinx writes every page again
    app.add_config_value("steppe_redirects", [], "html", list)
    app.connect("config-inited", note_redirects)
    app.connect("html-page-context", tell_page)
    app.connect("build-finished", leave_pages)
    app.add_js_file("moved.js", loading_method="defer")


def read(folder: Path) -> list[Redirect]:
    """
    Read the map of a book; a book without the file has moved nothing.

    Raises
    ------
    BrokenRedirectError
        If an entry lacks a field, stands twice, or leads to another entry.
    """
    path = Path(folder) / FILE
    entries = yaml.safe_load(path.read_text("utf-8")) if path.exists() else []
    found = []
    for number, entry in enumerate(entries or [], start=1):
        if not isinstance(entry, dict) or set(entry) != FIELDS or not all(entry.values()):
            raise BrokenRedirectError(
                f"{FILE}, entry {number}: write from, to and reason, each with a value"
            )
        found.append(Redirect(entry["from"], entry["to"], entry["reason"]))
    _refuse_chains(found)
    return found


def _refuse_chains(redirects: list[Redirect]) -> None:
    known: dict[str, str] = {}
    for one in redirects:
        if one.old in known:
            raise BrokenRedirectError(f"{FILE}: {one.old} stands twice; delete one entry")
        known[one.old] = one.new
    for one in redirects:
        further = known.get(one.new) or known.get(one.new.partition("#")[0])
        if further:
            raise BrokenRedirectError(
                f"{FILE}: {one.old} leads to {one.new}, which leads on to {further}; "
                "write the last address at once"
            )


def note_redirects(app: Sphinx, config: Config) -> None:
    """Keep the map as a setting of the book."""
    config.steppe_redirects = [(one.old, one.new, one.reason) for one in read(Path(app.confdir))]


def moved_from(redirects: list[Redirect], page: str) -> dict[str, str]:
    """
    List the anchors that moved from a page, and the way from there to the new address.

    Parameters
    ----------
    page : str
        Such as ``chapters/karlag/origins.html``.
    """
    return {
        one.old.partition("#")[2]: way(page, one.new)
        for one in redirects
        if one.old.startswith(f"{page}#")
    }


def way(page: str, address: str) -> str:
    """
    Find the way from a page to an address of the site.

    >>> way("chapters/karlag/old.html", "chapters/kengir/new.html#fig-a")
    '../kengir/new.html#fig-a'
    """
    target, sign, anchor = address.partition("#")
    return (
        os.path.relpath(target, os.path.dirname(page) or ".").replace(os.sep, "/") + sign + anchor
    )


def tell_page(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Hand a page the anchors that moved away from it."""
    redirects = [Redirect(*one) for one in app.config.steppe_redirects]
    moved = moved_from(redirects, f"{page}.html")
    context["steppe_moved"] = json.dumps(moved).replace("</", r"<\/") if moved else ""


def leave_pages(app: Sphinx, error: Exception | None) -> None:
    """Write a small page where a page has moved away, after every address has been tried."""
    if error or app.builder.format != "html":
        return
    site = Path(app.outdir)
    redirects = [Redirect(*one) for one in app.config.steppe_redirects]
    gone = {one.old for one in redirects if "#" not in one.old}
    faults = [fault for one in redirects if (fault := _fault(one, site, gone))]
    if faults:
        raise BrokenRedirectError("\n" + "\n".join(faults))
    for one in redirects:
        if one.old in gone:
            write_stub(site, one, moved_from(redirects, one.old))


def _fault(one: Redirect, site: Path, gone: set[str]) -> str:
    old, new = one.old.partition("#"), one.new.partition("#")
    if not (site / new[0]).is_file() or new[0] in gone:
        return f"{FILE}: {one.old} leads to {one.new}; the book has no page {new[0]}"
    if new[2] and new[2] not in anchors(site / new[0]):
        return f"{FILE}: {one.old} leads to {one.new}; {new[0]} has no anchor {new[2]}"
    if old[2] and old[0] not in gone and old[2] in anchors(site / old[0]):
        return f"{FILE}: {one.old} is still there; delete the entry or rename the anchor"
    if old[2] and old[0] not in gone and not (site / old[0]).is_file():
        return f"{FILE}: {old[0]} is not in the book; write where the page has moved, too"
    if not old[2] and (site / old[0]).is_file() and not _is_stub(site / old[0]):
        return f"{FILE}: {one.old} is still in the book; delete the entry or the page"
    return ""


def _is_stub(path: Path) -> bool:
    """Tell a page that an earlier build left behind from a page of the book."""
    return "steppe-stub" in path.read_text("utf-8")[:400]


def anchors(path: Path) -> set[str]:
    """List the anchors of a built page, with those of lists that a script unpacks."""
    return set(ID.findall(unpacked(path.read_text("utf-8")))) if path.is_file() else set()


def write_stub(site: Path, one: Redirect, moved: dict[str, str]) -> None:
    """Write the page that stands where another has moved away."""
    target = site / one.old
    target.parent.mkdir(parents=True, exist_ok=True)
    html = TEMPLATES.get_template("moved.html").render(
        address=way(one.old, one.new), reason=one.reason, moved=moved
    )
    target.write_text(html, "utf-8")
