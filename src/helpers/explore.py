"""
Put controls on a chart: one call, two lives.

In Jupyter the controls are ipywidgets that call the chart function again. On the page they are
native HTML controls over the states that were computed when the notebook ran. This module only
wires; drawing and choosing rows is the chart function's work.
"""

from __future__ import annotations

import datetime
import itertools
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go
import plotly.io as pio

from helpers.charts.shared.filters import EVERY

#: The most that the states of one explorer may weigh in a page, in bytes of JSON.
LIMIT = 150_000

#: Set while the book is built: the page needs the states, not the widgets.
STATIC = "STEPPE_STATIC"

#: What a control is called where the keyword of the chart function would not tell a reader.
LABELS = {
    "answers": "write the answers out",
    "beside": "beside it",
    "by": "divided by",
    "compare": "show",
    "dimension": "group by",
    "every": "every group",
    "event_type": "kind of event",
    "measure": "show",
    "missing": "years without a number",
    "outcome": "kind of answer",
    "share": "in per cent",
    "voice": "who says so",
    "which": "show",
    "source_kind": "kind of source",
}

MIME = "application/vnd.plotly.v1+json"


def explore(
    chart: Callable[..., go.Figure],
    *tables: Any,
    filters: Sequence[str] = (),
    **choices: Any,
) -> Explorer:
    """
    Show a chart with controls.

    Parameters
    ----------
    chart : callable
        Chart function: tables first, choices by keyword, a figure back.
    *tables : DataFrame
        What the chart function takes before the keywords.
    filters : sequence of str, optional
        Keywords of the chart function that only leave marks out. Their words come from the chart
        itself (``layout.meta.filter``, see `charts.shared.filters`); they can be combined freely
        and cost the page no states, since it hides what does not fit.
    **choices : list, dict, or one value
        For each keyword the values to choose from; a dict gives each value (right) the words
        that the reader sees (left). ``[False, True]`` becomes a box to tick, four or more whole
        numbers or days a slider, up to three words a row of buttons, more words a list. A single
        word or number is handed on and gets no control.

    Returns
    -------
    Explorer
        Shown as the last line of a cell.

    Raises
    ------
    ValueError
        If there is nothing to choose from, the chart does not know a filter, or the states weigh
        more than a page may hold.

    Examples
    --------
    >>> explore(charts.population, camps, camp=["karlag", "steplag"])  # doctest: +SKIP
    """
    fixed = {name: value for name, value in choices.items() if _is_one(value)}
    offered = {name: _labelled(value) for name, value in choices.items() if name not in fixed}
    return Explorer(chart, tables, offered, fixed, filters)


def _is_one(value: Any) -> bool:
    return isinstance(value, str) or not isinstance(value, Iterable)


def _labelled(values: Iterable[Any] | Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(values, Mapping):
        return dict(values)
    return {str(value).replace("_", " "): value for value in values}


class Explorer:
    """
    A chart function, its tables and the choices of its keywords.

    Parameters
    ----------
    chart : callable
        Chart function.
    tables : tuple
        Its positional arguments.
    choices : dict of str to dict
        For each keyword: words for the reader -> value.
    fixed : dict, optional
        Keywords that are the same in every state.
    filters : sequence of str, optional
        Keywords that only leave marks out.
    """

    def __init__(
        self,
        chart: Callable[..., go.Figure],
        tables: tuple[Any, ...],
        choices: dict[str, dict[str, Any]],
        fixed: dict[str, Any] | None = None,
        filters: Sequence[str] = (),
    ):
        empty = [name for name, values in choices.items() if not values]
        if empty or not (choices or filters):
            raise ValueError(f"nothing to choose from for {', '.join(empty) or 'this chart'}")
        self.chart, self.tables, self.choices = chart, tables, choices
        self.fixed, self.filters = fixed or {}, list(filters)

    def draw(
        self, labels: Iterable[str] | None = None, kept: Mapping[str, str] | None = None
    ) -> go.Figure:
        """
        Draw one state.

        Parameters
        ----------
        labels : iterable of str, optional
            The chosen words, one per control in order; the first of each if None.
        kept : mapping of str to str, optional
            For each filter the chosen word; nothing is left out if None.
        """
        words = labels or [next(iter(values)) for values in self.choices.values()]
        chosen = {
            name: values[word]
            for (name, values), word in zip(self.choices.items(), words, strict=True)
        }
        return self.chart(*self.tables, **self.fixed, **chosen, **(kept or {}))

    def states(self) -> dict[tuple[str, ...], go.Figure]:
        """Draw every state, by the words chosen."""
        return {labels: self.draw(labels) for labels in itertools.product(*self.choices.values())}

    def figure(self) -> go.Figure:
        """
        Draw the first state, with all states in ``layout.meta.explore``.

        Raises
        ------
        ValueError
            If the states weigh more than ``LIMIT``; the message names the control to shorten.
        """
        states = self.states()
        packed = pack([json.loads(figure.to_json()) for figure in states.values()])
        weight = len(json.dumps(packed))
        if weight > LIMIT:
            raise ValueError(
                f"{weight // 1000} KB of states, a page holds {LIMIT // 1000} KB; {self._remedy()}"
            )
        first = next(iter(states.values()))
        controls = [
            _control(name, control_kind(values), list(values), next(iter(values.values())) is True)
            for name, values in self.choices.items()
        ]
        controls += [_control(name, "filter", words) for name, words in self._words(first).items()]
        first.layout.meta = {
            **(first.layout.meta or {}),
            "explore": {"controls": controls, **packed},
        }
        return first

    def _remedy(self) -> str:
        if not self.choices:
            return "give the chart fewer rows"
        longest = max(self.choices, key=lambda name: len(self.choices[name]))
        return f"shorten '{longest}' ({len(self.choices[longest])} values)"

    def _words(self, figure: go.Figure) -> dict[str, list[str]]:
        """Ask the chart for the words of each filter."""
        facets = ((figure.layout.meta or {}).get("filter") or {}).get("facets", {})
        foreign = [name for name in self.filters if name not in facets]
        if foreign:
            has = f"it has {', '.join(facets)}" if facets else "it has none"
            raise ValueError(f"the chart has no filter '{foreign[0]}'; {has}")
        return {name: [EVERY, *facets[name]["words"]] for name in self.filters}

    def widget(self) -> Any:
        """
        Build the controls for a running notebook.

        Returns
        -------
        ipywidgets.VBox
            Controls above an output that shows the chart and changes with them.
        """
        import ipywidgets

        controls = [_widget(name, values) for name, values in self.choices.items()]
        words = self._words(self.draw()) if self.filters else {}
        sieves = {
            name: ipywidgets.Dropdown(options=options, description=label_of(name))
            for name, options in words.items()
        }
        output = ipywidgets.Output()

        def show(_change: object = None) -> None:
            labels = [_label(control) for control in controls]
            kept = {name: sieve.value for name, sieve in sieves.items()}
            data = {MIME: json.loads(self.draw(labels, kept).to_json())}
            output.outputs = ({"output_type": "display_data", "data": data, "metadata": {}},)

        for control in (*controls, *sieves.values()):
            control.observe(show, names="value")
        show()
        return ipywidgets.VBox([ipywidgets.HBox([*controls, *sieves.values()]), output])

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        figure = json.loads(pio.to_json(self.figure(), validate=False))
        config = {"plotlyServerURL": ""}
        bundle = {MIME: {**figure, "config": config}, "text/plain": repr(self)}
        if not os.environ.get(STATIC):
            bundle |= self.widget()._repr_mimebundle_()
            bundle["text/plain"] = repr(self)
        return bundle

    def __repr__(self) -> str:
        controls = [f"{name}: {', '.join(values)}" for name, values in self.choices.items()]
        controls += [f"{name}: any" for name in self.filters]
        return f"{getattr(self.chart, '__name__', 'chart')} by {'; '.join(controls)}"


def label_of(name: str) -> str:
    """Name a control for readers."""
    return LABELS.get(name, name.replace("_", " "))


def _control(name: str, kind: str, words: list[str], ticked: bool = False) -> dict[str, Any]:
    """Describe a control for the page."""
    return {
        "name": name,
        "label": label_of(name),
        "kind": kind,
        "values": words,
        "ticked": ticked,
    }


def control_kind(values: Mapping[str, Any]) -> str:
    """
    Decide which control suits some values.

    Returns
    -------
    str
        ``checkbox``, ``range``, ``radio`` or ``select``.
    """
    plain = list(values.values())
    if plain in ([False, True], [True, False]):
        return "checkbox"
    steps = any(all(_is_step(value, kind) for value in plain) for kind in (int, datetime.date))
    if len(plain) > 3 and steps and plain == sorted(plain):
        return "range"
    return "radio" if len(plain) <= 3 else "select"


def _is_step(value: Any, kind: type) -> bool:
    return isinstance(value, kind) and not isinstance(value, bool)


def _widget(name: str, values: Mapping[str, Any]) -> Any:
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
            control = ipywidgets.Dropdown(options=words, description=label)
    return control


def _label(control: Any) -> str:
    return control.words[control.value] if isinstance(control.value, bool) else control.value


def pack(figures: list[dict[str, Any]]) -> dict[str, Any]:
    """
    Store several figures with everything that they share stored once.

    Parameters
    ----------
    figures : list of dict
        Figures as plotly JSON; templates are left out, the page knows them, and so are the
        traces of a figure that the page shows as its table.

    Returns
    -------
    dict
        ``pool``: distinct parts; ``states``: for each figure the numbers of its traces, and the
        number of each part of its layout.
    """
    pool: list[Any] = []
    known: dict[str, int] = {}

    def place(part: Any) -> int:
        text = json.dumps(part, sort_keys=True, ensure_ascii=False)
        if text not in known:
            known[text] = len(pool)
            pool.append(part)
        return known[text]

    states = []
    for figure in figures:
        layout = dict(figure["layout"])
        layout.pop("template", None)
        meta = layout.pop("meta", None) or {}
        traces = [] if meta.get("view") == "table" else figure["data"]
        states.append(
            {
                "data": [place(trace) for trace in traces],
                "layout": {name: place(part) for name, part in layout.items()},
                "meta": {name: place(part) for name, part in meta.items()},
            }
        )
    return {"pool": pool, "states": states}
