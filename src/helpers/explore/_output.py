"""Write the output of a cell: the figure for the page, live controls beside it for Jupyter."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio

#: Set while the book is built: the page needs the states, not the widgets.
STATIC = "STEPPE_STATIC"

#: The kind of output that holds a figure.
MIME = "application/vnd.plotly.v1+json"


def output(figure: go.Figure, text: str, widget: Callable[[], Any]) -> dict[str, Any]:
    """
    Bundle what the front ends can show; each takes its own.

    Parameters
    ----------
    figure : Figure
        The first state, with all states in its ``layout.meta``.
    text : str
        The same in plain words.
    widget : callable
        Builds the live controls; not called while the book is built.

    Returns
    -------
    dict
        Kind of output -> content.
    """
    content = json.loads(pio.to_json(figure, validate=False))
    bundle = {MIME: {**content, "config": {"plotlyServerURL": ""}}, "text/plain": text}
    if not os.environ.get(STATIC):
        bundle |= widget()._repr_mimebundle_()
        bundle["text/plain"] = text
    return bundle
