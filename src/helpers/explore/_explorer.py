"""Join a chart function and the choices of its keywords, and draw each state of them."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from helpers.explore._choices import offered_and_fixed
from helpers.explore._controls import described
from helpers.explore._filters import words_of
from helpers.explore._output import output
from helpers.explore._packing import pack, weigh
from helpers.explore._widgets import live


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
    offered, fixed = offered_and_fixed(choices)
    return Explorer(chart, tables, offered, fixed, filters)


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
            If the states weigh more than a page may hold; the message names the control to
            shorten.
        """
        figures = list(self.states().values())
        packed = pack([json.loads(figure.to_json()) for figure in figures])
        weigh(packed, self._remedy())
        first = figures[0]
        controls = described(self.choices, words_of(self.filters, first))
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

    def widget(self) -> Any:
        """
        Build the controls for a running notebook.

        Returns
        -------
        ipywidgets.VBox
            Controls above an output that shows the chart and changes with them.
        """
        words = words_of(self.filters, self.draw()) if self.filters else {}
        return live(self.choices, words, self.draw)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return output(self.figure(), repr(self), self.widget)

    def __repr__(self) -> str:
        controls = [f"{name}: {', '.join(values)}" for name, values in self.choices.items()]
        controls += [f"{name}: any" for name in self.filters]
        return f"{getattr(self.chart, '__name__', 'chart')} by {'; '.join(controls)}"
