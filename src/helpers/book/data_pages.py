"""
Generate a page for each table, with a permanent anchor for every row.

The pages are made from the tables at every build and stand in no source file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from helpers import data, sources, theme
from helpers.book.figure import TEMPLATES
from helpers.book.pages import BIBLIOGRAPHY_PAGE, root, row_anchor, table_page

HELPERS = Path(__file__).parents[1]

#: Columns that the page joins or leaves to the end.
NORMAL = (
    "row", "row_id", "measure", "unit", "basis", "value_min", "value_max", "qualifier",
    "value_text", "date_text", "date_start", "date_end", "date_kind", "source_keys", "locator",
    "accessed_as", "status", "checked", "note", "timeline",
)  # fmt: skip


def setup(app: Sphinx) -> None:
    """Register the pages and the list of them."""
    app.connect("html-collect-pages", pages)
    app.add_directive("data-tables", TableList)


def pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Write one page per table, but none again that is younger than all that it is made of."""
    for name, table in tables().items():
        built = Path(app.outdir) / f"{table_page(name)}.html"
        if built.exists() and built.stat().st_mtime > newest(Path(app.confdir), table):
            continue
        body = page(name)
        yield table_page(name), {"title": table.description["title"], "body": body}, "page.html"


def newest(book: Path, table: data.Resource) -> float:
    """
    Tell when that of which a table's page is made changed last, as a time of the file system.

    A chapter that only gets another title is not seen: as on the pages of other chapters, Sphinx
    then keeps the old one in the contents beside the page until it is rewritten.
    """
    package = table.folder / "datapackage.json", table.folder / "references.bib"
    settings = (path for path in book.iterdir() if path.suffix in (".yml", ".cff"))
    code = (path for path in HELPERS.rglob("*") if path.suffix in (".py", ".html"))
    return max(path.stat().st_mtime for path in (table.path, *package, *settings, *code))


def tables() -> dict[str, data.Resource]:
    """List the tables that have a page: all whose rows have names, so not the outlines."""
    return {name: table for name, table in data.resources().items() if table.primary_key}


def page(name: str) -> str:
    """Write the body of a table's page as HTML."""
    table = data.resource(name)
    frame = data.load(name)
    return TEMPLATES.get_template("table_page.html").render(
        table=table.description,
        values=value_columns(frame),
        subject=[name.replace("_", " ") for name in subject_columns(frame)],
        rows=[line(frame, row) for _, row in frame.iterrows()],
        place=root(table_page(name)),
        bibliography=BIBLIOGRAPHY_PAGE,
        checked=theme.CHECKED,
        statuses=theme.STATUSES,
    )


def subject_columns(frame: pd.DataFrame) -> list[str]:
    """Name the columns of a table that are its own: what a row is about."""
    return [name for name in frame.columns if name not in NORMAL]


def value_columns(frame: pd.DataFrame) -> list[str]:
    """Name the columns that a page makes of the normal form: value and date, if there are any."""
    return [name for name, sign in (("value", "qualifier"), ("date", "date_text")) if sign in frame]


def line(frame: pd.DataFrame, row: pd.Series) -> dict[str, Any]:
    """Prepare one row for the template."""
    makers = {"value": _value, "date": lambda row: row["date_text"]}
    keys = sources.split(row.get("source_keys", ""))
    return {
        "anchor": row_anchor(row["row"]),
        "id": row["row_id"],
        "values": [makers[name](row) for name in value_columns(frame)],
        "subject": [_cell(row[name]) for name in subject_columns(frame)],
        "sources": [(key, sources.short(key)) for key in keys],
        "status": row.get("status", ""),
        "checked": row.get("checked", ""),
        "locator": row.get("locator", ""),
        "accessed_as": row.get("accessed_as", ""),
        "note": row.get("note", ""),
    }


def _value(row: pd.Series) -> str:
    if not row["qualifier"]:
        return ""
    unit = "" if row["qualifier"] == "words" else f" {row['unit']}"
    basis = "" if row["basis"] in ("", "actual") else f" ({row['basis']})"
    printed = f" [printed: {row['value_text']}]" if unit and row["value_text"] else ""
    return f"{row['measure'].replace('_', ' ')}: {theme.amount(row)}{unit}{basis}{printed}"


def _cell(value: Any) -> str:
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    return theme.number(value) if isinstance(value, float) else str(value)


class TableList(SphinxDirective):
    """List every table with its description and a link to its page."""

    def run(self) -> list[nodes.Node]:
        """Write the list."""
        place = root(self.env.docname)
        listed = [
            {
                "address": f"{place}{table_page(name)}.html",
                "rows": len(data.load(name)),
                **table.description,
            }
            for name, table in tables().items()
        ]
        html = TEMPLATES.get_template("table_list.html").render(tables=listed)
        return [nodes.raw("", html, format="html")]
