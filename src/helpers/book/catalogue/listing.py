"""List all tables, with what they sum up to and their downloads."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from helpers import data
from helpers.book.catalogue.facts import facts, totals
from helpers.book.figure import TEMPLATES
from helpers.book.finder import Filter, Item, finder
from helpers.book.pages import root

#: What a row of a table is, in the words of the choice above the list.
KINDS = {"numbers": "a number", "facts": "a fact, a text or a place"}

READ = {"all": "all rows were read", "some": "some rows were not re-read"}


class DataTotals(SphinxDirective):
    """Sum up all tables and offer the data package."""

    def run(self) -> list[nodes.Node]:
        """Write the sums."""
        depend(self)
        place = root(self.env.docname)
        html = TEMPLATES.get_template("data_totals.html").render(place=place, **totals(place))
        return [nodes.raw("", html, format="html")]


class TableList(SphinxDirective):
    """List every table with search and filters."""

    def run(self) -> list[nodes.Node]:
        """Write the list."""
        depend(self)
        place = root(self.env.docname)
        items = [item(name, place) for name in data.resources()]
        filters = [Filter("kind", "A row is", KINDS), Filter("read", "How known", READ)]
        html = finder(items, filters, noun="tables", name="tables")
        return [nodes.raw("", html, format="html")]


def item(name: str, place: str) -> Item:
    """Write one table as an item of the list."""
    table = facts(name, place)
    html = TEMPLATES.get_template("table_entry.html").render(table=table)
    return Item(
        html=html,
        anchor=f"table-{name}",
        values={"kind": [table["kind"]], "read": ["some" if table["summary"].out else "all"]},
        words=name.replace("_", " "),
    )


def depend(directive: SphinxDirective) -> None:
    """Have the page written again when a table changes."""
    for table in data.resources().values():
        directive.env.note_dependency(str(table.path))
    for name in ("datapackage.json", "references.bib"):
        directive.env.note_dependency(str(data.FOLDER / name))
