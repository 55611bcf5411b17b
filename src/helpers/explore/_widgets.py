"""
Build live controls for a running notebook.

ipywidgets is imported where a control is built: the book is built without it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import plotly.graph_objects as go

from helpers.explore._controls import control_kind, label_of
from helpers.explore._output import MIME


def live(
    choices: Mapping[str, Mapping[str, Any]],
    filters: Mapping[str, list[str]],
    draw: Callable[[list[str], dict[str, str]], go.Figure],
) -> Any:
    """
    Put controls above an output that shows the chart and changes with them.

    Parameters
    ----------
    choices : mapping of str to mapping
        For each keyword: words for the reader -> value.
    filters : mapping of str to list of str
        For each filter its words.
    draw : callable
        Draws the chart for one word per choice, and one word for each filter.

    Returns
    -------
    ipywidgets.VBox
        The controls in a row, the output below.
    """
    import ipywidgets

    controls = [_control(name, values) for name, values in choices.items()]
    sieves = {name: _list(name, words) for name, words in filters.items()}
    every, output = [*controls, *sieves.values()], ipywidgets.Output()

    def show(_change: object = None) -> None:
        words = [_word(control) for control in controls]
        kept = {name: sieve.value for name, sieve in sieves.items()}
        output.outputs = (_shown(draw(words, kept)),)

    for control in every:
        control.observe(show, names="value")
    show()
    return ipywidgets.VBox([ipywidgets.HBox(every), output])


def _control(name: str, values: Mapping[str, Any]) -> Any:
    import ipywidgets

    words, label = list(values), label_of(name)
    match control_kind(values):
        case "checkbox":
            control = ipywidgets.Checkbox(value=next(iter(values.values())), description=label)
            control.words = {value: word for word, value in values.items()}
        case "range":
            control = ipywidgets.SelectionSlider(options=words, description=label)
        case "radio":
            control = ipywidgets.ToggleButtons(options=words, description=label)
        case _:
            control = _list(name, words)
    return control


def _list(name: str, words: list[str]) -> Any:
    import ipywidgets

    return ipywidgets.Dropdown(options=words, description=label_of(name))


def _word(control: Any) -> str:
    return control.words[control.value] if isinstance(control.value, bool) else control.value


def _shown(figure: go.Figure) -> dict[str, Any]:
    content = json.loads(figure.to_json())
    return {"output_type": "display_data", "data": {MIME: content}, "metadata": {}}
