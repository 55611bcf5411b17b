"""Explain the fields of a table: type, unit, description, and what may stand in them."""

from __future__ import annotations

from typing import Any

from helpers import data, theme
from helpers.book.pages import table_page

#: Words for the values of the columns that all tables share.
WORDS = {"status": theme.STATUSES, "checked": theme.CHECKED}


def fields(name: str, place: str) -> list[dict[str, Any]]:
    """
    List the fields of a table for the template.

    Parameters
    ----------
    name : str
        Name of the table.
    place : str
        The way from the page to the root of the site.

    Returns
    -------
    list of dict
        ``name``, ``title``, ``type``, ``unit`` (empty if the field has none), ``description``,
        ``rules`` (sentences on what may stand there), ``terms`` (values that are explained)
        and ``table`` (name and address of the table that it refers to, or None).
    """
    table = data.resource(name)
    keys = {column: target for column, target, _ in table.foreign_keys}
    return [
        {
            "name": field["name"],
            "title": field.get("title", ""),
            "type": field["type"],
            "unit": unit(field),
            "description": field.get("description", ""),
            "rules": rules(field),
            "terms": terms(table, field["name"]),
            "table": _target(keys.get(field["name"]), place),
        }
        for field in table.fields
    ]


def unit(field: dict[str, Any]) -> str:
    """Name the unit of a field; empty where it says that it has none."""
    return "" if field.get("unit", "none") == "none" else field["unit"]


def rules(field: dict[str, Any]) -> list[str]:
    """Write the constraints of a field in words."""
    given = field.get("constraints", {})
    said = []
    if given.get("required"):
        said.append("never empty")
    if given.get("unique"):
        said.append("each value once")
    if "enum" in given and field["name"] not in WORDS:
        said.append("one of: " + ", ".join(str(value) for value in given["enum"]))
    if "minimum" in given:
        said.append(f"at least {given['minimum']}")
    if "maximum" in given:
        said.append(f"at most {given['maximum']}")
    if "pattern" in given and field["name"] not in ("row_id", "source_keys"):
        said.append(f"of the form {given['pattern']}")
    return said


def terms(table: data.Resource, column: str) -> dict[str, str]:
    """Explain the values of a column as far as they have an explanation."""
    if column == "measure":
        return table.description.get("measures", {})
    allowed = next(field for field in table.fields if field["name"] == column)
    listed = allowed.get("constraints", {}).get("enum", [])
    return {value: words for value, words in WORDS.get(column, {}).items() if value in listed}


def _target(name: str | None, place: str) -> dict[str, str] | None:
    if not name:
        return None
    title = data.resource(name).description["title"]
    return {"title": title, "href": f"{place}{table_page(name)}.html"}
