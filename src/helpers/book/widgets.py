"""
Show widgets that need a kernel as what they are on a page: their first state, and how to run them.

The charts of the book do not need this: `explore` brings its states along. A plain ipywidget in
somebody's own notebook does; without a kernel it would be a control that moves and does nothing.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin, NbElementRenderer
from myst_nb.sphinx_ import NbMetadataCollector
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from helpers.book.figure import TEMPLATES, markup
from helpers.book.pages import root
from helpers.explore import MIME

VIEW = "application/vnd.jupyter.widget-view+json"
REFERENCE = "IPY_MODEL_"


class StoppedWidget(nodes.General, nodes.Element):
    """A widget whose kernel has gone; the transform knows its state."""


class WidgetRenderer(MimeRenderPlugin):
    """Keep the place of a widget until the state of the whole notebook is known."""

    mime_priority_overrides: ClassVar[Sequence[tuple[str, str, int | None]]] = [("html", VIEW, 1)]

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Mark the place of a widget, or leave other outputs to other renderers."""
        if data.mime_type != VIEW:
            return None
        return [StoppedWidget("", model=data.content.get("model_id", ""))]


class ShowFirstState(SphinxTransform):
    """Write the first state of each widget, and keep the stored states off the page."""

    default_priority = 700

    def apply(self) -> None:
        """Replace the marks; MyST-NB's script of states has random names and is dropped."""
        scripts = NbMetadataCollector.get_js_files(self.env, self.env.docname)
        _, options = scripts.pop("ipywidgets_state", (None, {"body": "{}"}))
        models = json.loads(options["body"]).get("state", {})
        for number, node in enumerate(list(self.document.findall(StoppedWidget))):
            place = root(self.env.docname)
            parts = "".join(first_state(models, node["model"], f"widget-{number}", place))
            text = TEMPLATES.get_template("widget.html").render(parts=parts)
            node.replace_self(nodes.raw("", text, format="html"))


def first_state(models: dict[str, Any], model: str, name: str, place: str) -> Iterator[str]:
    """
    Write what a widget shows before anybody touches it.

    Parameters
    ----------
    models : dict
        State of every widget of the notebook, by model.
    model : str
        The widget to show.
    name : str
        Prefix for ids, unique on the page.
    place : str
        Way from the page to the root of the site.

    Yields
    ------
    str
        HTML: a line for a control, the outputs of an output, both for what holds others.
    """
    state = models.get(model, {}).get("state", {})
    if "children" in state:
        for number, child in enumerate(state["children"]):
            yield from first_state(models, child.removeprefix(REFERENCE), f"{name}-{number}", place)
    elif "outputs" in state:
        for number, output in enumerate(state["outputs"]):
            yield _output(output, f"{name}-{number}", place)
    elif "value" in state or "index" in state:
        yield f"<p>{html.escape(_control(state))}</p>"


def _control(state: dict[str, Any]) -> str:
    labels = state.get("_options_labels")
    value = (
        labels[state["index"]] if labels and state.get("index") is not None else state.get("value")
    )
    description = state.get("description", "")
    return f"{description}: {value}" if description else str(value)


def _output(output: dict[str, Any], name: str, place: str) -> str:
    data = output.get("data", {})
    if MIME in data:
        return markup(data[MIME], name, place)
    text = "".join(output.get("text", data.get("text/plain", "")))
    return f"<pre>{html.escape(text)}</pre>"


def setup(app: Sphinx) -> None:
    """Register the node and the transform."""
    app.add_node(StoppedWidget)
    app.add_transform(ShowFirstState)
