"""
Turn the JSON of a plotly figure into the markup of a living chart.

MyST-NB finds the renderer by entry point (``myst_nb.mime_renderers``). The caption, its
number and its label are MyST-NB's; what stands inside the figure is ours: controls, chart,
sources, table, downloads, citation.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from jinja2 import Environment, FileSystemLoader
from myst_nb.core.render import MimeData, MimeRenderPlugin, NbElementRenderer

from helpers import data, sources
from helpers.book.pages import (
    BIBLIOGRAPHY_PAGE,
    CORRECTIONS_PAGE,
    MARKS_PAGE,
    root,
    row_address,
    table_page,
)
from helpers.book.stored_figures import rows_of
from helpers.explore import MIME

#: Works named under a chart; a chart of all tables rests on hundreds.
SOURCES_SHOWN = 15
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


class FigureRenderer(MimeRenderPlugin):
    """Render ``application/vnd.plotly.v1+json`` for HTML."""

    mime_priority_overrides: ClassVar[Sequence[tuple[str, str, int | None]]] = [("html", MIME, 0)]

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Render a figure, or leave other outputs to other renderers."""
        if data.mime_type != MIME:
            return None
        place = root(renderer.renderer.sphinx_env.docname)
        html = markup(data.content, f"chart-{data.cell_index}-{data.output_index or 0}", place)
        return [nodes.raw("", html, format="html")]


def markup(figure: dict[str, Any], name: str, place: str) -> str:
    """
    Write the markup of one chart.

    Parameters
    ----------
    figure : dict
        Plotly JSON, with or without our ``layout.meta``.
    name : str
        Prefix for ids, unique on the page.
    place : str
        Way from the page to the root of the site, such as ``../../``.

    Returns
    -------
    str
        HTML that is complete without scripts: description, sources and table are in it.
    """
    layout = figure.get("layout", {})
    meta = layout.get("meta") or {}
    explorer = meta.get("explore")
    sieve = meta.get("filter") or {}
    content = _payload(figure, meta)
    keys = meta.get("sources", [])
    return TEMPLATES.get_template("figure.html").render(
        name=name,
        alt=meta.get("alt") or describe(figure),
        height=int(layout.get("height") or 450),
        controls=explorer["controls"] if explorer else [],
        sieve=sieve if explorer else {},
        reading=meta.get("view") == "table",
        sources=_sources(keys[:SOURCES_SHOWN], place),
        unnamed=max(0, len(keys) - SOURCES_SHOWN),
        shown=SOURCES_SHOWN,
        bibliography=BIBLIOGRAPHY_PAGE,
        made_from=_made_from(rows_of(figure), place),
        marks=f"{place}{MARKS_PAGE}.html",
        corrections=f"{place}{CORRECTIONS_PAGE}.html",
        table=_linked(meta.get("table"), place),
        place=place,
        payload=deflated(content),
    )


def describe(figure: dict[str, Any]) -> str:
    """Describe a figure that carries no alt text, as far as its JSON tells."""
    kinds = sorted({trace.get("type", "scatter") for trace in figure.get("data", [])})
    title = figure.get("layout", {}).get("title", {})
    text = title.get("text", "") if isinstance(title, dict) else str(title)
    about = f" “{text}”" if text else ""
    return f"Chart{about} ({', '.join(kinds) or 'empty'}); its author gave no description."


def _payload(figure: dict[str, Any], meta: dict[str, Any]) -> dict[str, Any]:
    """Gather what the script needs; an explorer names the works of every state."""
    if "explore" in meta:
        pool, states = meta["explore"]["pool"], meta["explore"]["states"]
        keys = {key for state in states for key in pool[state["meta"]["sources"]]}
        names = {key: sources.short(key) for key in sorted(keys)}
        return {"pool": pool, "states": states, "names": names}
    layout = dict(figure.get("layout", {}))
    if "alt" in meta:
        layout.pop("template", None)
    layout.pop("meta", None)
    kept = {key: value for key, value in meta.items() if key in ("alt", "sources", "table")}
    return {"figure": {"data": figure.get("data", []), "layout": layout}, "meta": kept}


def deflated(content: Any) -> str:
    """Pack what a script needs: a chart repeats itself, an explorer to a fifth of its length."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def _sources(keys: list[str], place: str) -> list[dict[str, str]]:
    return [
        {"text": sources.short(key), "href": f"{place}{BIBLIOGRAPHY_PAGE}.html#source-{key}"}
        for key in keys
    ]


def _made_from(rows: list[str], place: str) -> list[dict[str, Any]]:
    """Count the rows behind a figure by table, most first; each leads to the page of its table."""
    tables = Counter(row.partition("/")[0] for row in rows)
    return [
        {
            "href": f"{place}{table_page(name)}.html",
            "title": data.resource(name).description["title"],
            "rows": number,
        }
        for name, number in tables.most_common()
    ]


def _linked(table: dict[str, Any] | None, place: str) -> dict[str, Any] | None:
    if not table:
        return None
    lines = []
    links = table["links"] or [""] * len(table["rows"])
    for cells, link in zip(table["rows"], links, strict=True):
        lines.append({"cells": cells, "links": [place + row_address(row) for row in link.split()]})
    return {"columns": table["columns"], "lines": lines, "linked": any(table["links"])}
