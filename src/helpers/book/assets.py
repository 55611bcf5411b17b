"""
Put our script, our style and plotly.js beside the pages, and take foreign assets off them.

plotly.js comes out of the installed plotly package and is loaded by our script only where a
chart comes into view.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import plotly
from sphinx.application import Sphinx
from sphinx.config import Config

from helpers import theme

HERE = Path(__file__).parent

#: Our scripts, in the order in which they run.
SCRIPTS = ("unpack.js", "steppe.js", "cards.js")


def setup(app: Sphinx) -> None:
    """Register style, script, templates and the copy of plotly.js."""
    app.connect("config-inited", offer)
    app.connect("html-page-context", drop_unused)
    app.connect("build-finished", copy_plotly)
    app.add_css_file("steppe.css")
    for script in SCRIPTS:
        app.add_js_file(script, loading_method="defer")


def offer(_app: Sphinx, config: Config) -> None:
    """Name our folders to Sphinx."""
    config.html_static_path.append(str(HERE / "static"))
    config.templates_path.append(str(HERE / "templates"))


def drop_unused(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Leave out what no page of this book uses, and hand the look of charts to the script."""
    unused = ("sphinx-thebe", "design-tabs.js", "thebe")
    context["script_files"] = [
        script
        for script in context.get("script_files", [])
        if not any(word in str(getattr(script, "filename", script)) for word in unused)
    ]
    context["steppe_look"] = json.dumps(
        {"template": theme.template(), "dark": theme.DARK}, sort_keys=True
    )


def copy_plotly(app: Sphinx, error: Exception | None) -> None:
    """Copy the plotly.js of the installed plotly package."""
    if error or app.builder.format != "html":
        return
    source = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    target = Path(app.outdir) / "_static" / "plotly.min.js"
    if not target.exists() or target.stat().st_size != source.stat().st_size:
        shutil.copyfile(source, target)
