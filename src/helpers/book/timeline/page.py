"""Put the timeline on its page: overview, form, decades, entries with their links."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from helpers import sources, theme
from helpers.book import row_links
from helpers.book.figure import TEMPLATES
from helpers.book.finder import Filter, Item, attributes, choices
from helpers.book.pages import event_anchor, root, row_address, source_address
from helpers.book.timeline import bars, words
from helpers.book.timeline.entry import Entry
from helpers.book.timeline.tables import entries, of

#: Works named with an entry; the row names all.
WORKS = 2

FILTERS = [
    Filter("topic", "Topic", words.TOPICS),
    Filter("place", "Place or camp", {key: said for key, (said, _) in words.PLACES.items()}),
    Filter("period", "Period", words.periods()),
]


class Decade(nodes.General, nodes.Element):
    """A place for the events of a decade, filled when every chapter has been read."""


def setup(app: Sphinx) -> None:
    """Register the directive and what fills it."""
    app.add_node(Decade)
    app.add_directive("timeline", Timeline)
    app.add_post_transform(FillTimeline)


class Timeline(SphinxDirective):
    """Write the overview, the form, and a section for each decade."""

    def run(self) -> list[nodes.Node]:
        """Keep a place for each decade; the box of the form holds them all."""
        found = entries()
        self.env.note_dependency(__file__)
        decades = sorted({entry.order[0].year // 10 * 10 for entry in found})
        template = TEMPLATES.get_template("timeline_form.html")
        items = [Item("", values(entry)) for entry in found]
        form = template.render(
            name="events",
            noun="events",
            filters=[(one, choices(items, one)) for one in FILTERS],
            total=len(found),
            overview=Markup(bars.overview(found)),
        )
        parts = [self.section(decade) for decade in decades]
        return [raw(form), *parts, raw("</div>")]

    def section(self, decade: int) -> nodes.section:
        """Begin a decade: a heading for the contents of the page, and a place for its events."""
        name = bars.decade_anchor(decade)
        made = nodes.section("", ids=[name], names=[name], classes=["steppe-group"])
        made += nodes.title("", f"{decade}s")
        made += Decade("", decade=decade)
        return made


class FillTimeline(SphinxPostTransform):
    """Write the decades, with links back to the chapters."""

    default_priority = 900

    def run(self, **_: Any) -> None:
        """Fill each decade."""
        places = list(self.document.findall(Decade))
        found = entries() if places else []
        for node in places:
            years = groupby(of(found, node["decade"]), lambda entry: entry.order[0].year)
            html = TEMPLATES.get_template("timeline.html").render(
                years=[(year, [item(one, self.env) for one in told]) for year, told in years]
            )
            node.replace_self(raw(html))


def raw(html: str) -> nodes.raw:
    """Hand HTML to the page."""
    return nodes.raw("", html, format="html")


def values(entry: Entry) -> dict[str, list[str]]:
    """List the values of an entry for the filters."""
    # an event of Kengir names other places without belonging to them
    text = "" if entry.camp == "steplag" else f"{entry.says} {entry.place}"
    return {
        "topic": [entry.topic],
        "place": words.places_of(text, entry.camp),
        "period": words.periods_of(entry.order[0].year, entry.end.year),
    }


def item(entry: Entry, env: BuildEnvironment) -> dict[str, Any]:
    """Prepare one entry for the template."""
    here = env.docname
    marks = Item("", values(entry), event_anchor(entry.name))
    return {
        "attributes": attributes(marks),
        "date": entry.date,
        "row": way(here, row_address(entry.row["row"])),
        "says": entry.says,
        "note": entry.note,
        "topic": words.TOPICS[entry.topic],
        "works": works(entry.row, here),
        "more": len(sources.split(entry.row["source_keys"])) > WORKS,
        "unread": unread(entry),
        "rivals": [rival(one, here) for one in entry.rivals],
        "chapters": [
            {"href": way(here, f"{page}.html"), "title": title}
            for page, title in row_links.chapters(env, entry.rows)
            if page.startswith("chapters/")
        ],
    }


def rival(entry: Entry, here: str) -> dict[str, Any]:
    """Prepare what another row says of the same event."""
    return {
        "row": way(here, row_address(entry.row["row"])),
        "date": entry.date,
        "says": entry.says,
        "works": works(entry.row, here),
        "unread": unread(entry),
    }


def unread(entry: Entry) -> str:
    """Say in words that a row was not read again."""
    return theme.CHECKED["unread"] if entry.row["checked"] == "unread" else ""


def works(row: Any, here: str) -> list[dict[str, str]]:
    """Name the first works of a row in short form, with their addresses."""
    return [
        {"text": sources.short(key), "href": way(here, source_address(key))}
        for key in sources.split(row["source_keys"])[:WORKS]
    ]


def way(page: str, address: str) -> str:
    """
    Find the shortest way from a page to an address of the site.

    >>> way("reference/timeline", "reference/bibliography.html#a"), way("a/b", "data/laws.html")
    ('bibliography.html#a', '../data/laws.html')
    """
    folder = page.rpartition("/")[0] + "/"
    if page.count("/") == 1 and address.startswith(folder):
        return address.removeprefix(folder)
    return root(page) + address
