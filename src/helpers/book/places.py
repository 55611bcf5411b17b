"""
List all camps, sections, points and places of memory, each with a permanent anchor.

``{places}`` writes a list with search and filters: names in English, Russian and Kazakh, kind,
part of what, time, where the point comes from, sources, rows, and the chapters that link a row.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from docutils import nodes
from markupsafe import Markup, escape
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from helpers import charts, data, sources, theme
from helpers.book import row_links
from helpers.book.figure import TEMPLATES
from helpers.book.finder import Filter, Item, finder
from helpers.book.pages import place_anchor, row_address, source_address
from helpers.book.timeline.page import raw, way
from helpers.book.timeline.words import readable, sentence

#: Tables of which the list is made, in the order that `charts.gazetteer` takes.
TABLES = (
    "camps",
    "karlag_places",
    "steplag_places",
    "steplag_structure",
    "health_places",
    "memory",
)

#: Words of the filter on camps.
CAMPS = {
    "karlag": "Karlag, with KazITLag and ALZHIR",
    "steplag": "Steplag, with the Dzhezkazgan ITL",
    "other": "Other camps and places",
}


class Places(nodes.General, nodes.Element):
    """A place for the list, filled when every chapter has been read."""


def setup(app: Sphinx) -> None:
    """Register the directive and what fills it."""
    app.add_node(Places)
    app.add_directive("places", PlaceList)
    app.add_post_transform(FillPlaces)


class PlaceList(SphinxDirective):
    """List all places."""

    def run(self) -> list[nodes.Node]:
        """Keep a place for the list."""
        return [Places("")]


class FillPlaces(SphinxPostTransform):
    """Write the list, with links back to the chapters."""

    default_priority = 900

    def run(self, **_: Any) -> None:
        """Fill the place."""
        for node in list(self.document.findall(Places)):
            node.replace_self(raw(listing(self.env)))


def gazetteer() -> pd.DataFrame:
    """Put the places of all tables into one list, by name."""
    found = charts.gazetteer(*(data.load(table) for table in TABLES))
    return found.sort_values("name_en", key=lambda names: names.str.casefold())


def listing(env: BuildEnvironment) -> str:
    """Write the form and the list."""
    items = [item(place, env) for _, place in gazetteer().iterrows()]
    filters = [Filter("kind", "Kind"), Filter("camp", "Camp", CAMPS), Filter("point", "On the map")]
    return finder(items, filters, "places", name="places")


def item(place: pd.Series, env: BuildEnvironment) -> Item:
    """Prepare one place."""
    html = TEMPLATES.get_template("place.html").render(**facts(place, env))
    placed = "no known point" if pd.isna(place["lat"]) else "with a point"
    values = {"kind": [place["group"]], "camp": [place["camp"]], "point": [placed]}
    return Item(html, values, place_anchor(place["id"]))


def facts(place: pd.Series, env: BuildEnvironment) -> dict[str, Any]:
    """Gather what the list says of a place."""
    here, rows = env.docname, place["row"].split()
    part = f"part of {place['part_of']}" if place["part_of"] else ""
    where = place["place"] if place["place"] not in ("", place["name_en"]) else ""
    about = [place["kind"], part, readable(where), readable(place["time"])]
    return {
        "name": place["name_en"],
        "names": {code: place[f"name_{code}"] for code in ("kk", "ru") if place[f"name_{code}"]},
        "about": sentence("; ".join(text for text in about if text)),
        "what": said(place["what"]),
        "point": point(place),
        "note": said(place["note"]),
        "unread": theme.CHECKED["unread"] if place["checked"] == "unread" else "",
        "works": [
            {"text": sources.short(key), "href": way(here, source_address(key))}
            for key in sources.split(place["source_keys"])
        ],
        "locator": place["locator"],
        "rows": [{"text": row, "href": way(here, row_address(row))} for row in rows],
        "chapters": [
            {"title": title, "href": way(here, f"{page}.html")}
            for page, title in row_links.chapters(env, rows)
            if page.startswith("chapters/")
        ],
    }


def said(text: str) -> str:
    """Write what a table says for readers; nothing stays nothing."""
    return sentence(readable(text)) if text else ""


def point(place: pd.Series) -> Markup:
    """Say where a place lies, and how precise that is."""
    if pd.isna(place["lat"]):
        return escape("No source that was read gives a point.")
    return Markup("{:.3f}° N, {:.3f}° E: {}.").format(
        float(place["lat"]), float(place["lon"]), place["coordinates"]
    )
