"""
Let a reader choose marks of a chart by what they are, in any combination.

A chart declares in ``layout.meta.filter`` what each line of its table is; the page hides the lines
that do not fit a choice, and the marks whose row (``customdata``) stands in no line that is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme

#: The choice that leaves nothing out.
EVERY = "every"


def fitting(classes: pd.DataFrame, wanted: Mapping[str, str]) -> pd.Series:
    """
    Find the lines that fit every choice.

    Parameters
    ----------
    classes : DataFrame
        One line per line of the table; each column a facet, each cell the list of its words.
    wanted : mapping of str to str
        For each facet a word, or ``every``.

    Returns
    -------
    Series of bool
        Whether a line fits, with the index of ``classes``.

    Raises
    ------
    ValueError
        If no line has a word; the message names those that there are.
    """
    fits = pd.Series(True, index=classes.index)
    for facet, word in wanted.items():
        if word == EVERY:
            continue
        known = sorted({one for cell in classes[facet] for one in cell})
        if word not in known:
            choices = ", ".join([EVERY, *known])
            raise ValueError(f"no {facet.replace('_', ' ')} '{word}'; choose from {choices}")
        fits &= classes[facet].map(lambda cell, word=word: word in cell)
    return fits


def blank(text: str) -> dict[str, Any]:
    """Say in the upper part of a chart that nothing fits; the page says it in the same way."""
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.96,
        "showarrow": False,
        "bgcolor": theme.PAPER,
        "borderpad": 6,
    }


def declare(
    figure: go.Figure,
    rows: pd.DataFrame,
    classes: pd.DataFrame,
    order: Mapping[str, list[str]],
    noun: str,
    empty: str,
) -> go.Figure:
    """
    Say what each line of a chart's table is, so that the page can choose among them.

    Parameters
    ----------
    figure : Figure
        Completed by `record`; changed and returned.
    rows : DataFrame
        The rows of data behind the lines, in the order of the table, with ``source_keys``.
    classes : DataFrame
        As for `fitting`, in the same order.
    order : mapping of str to list of str
        For each facet its words in the order in which the reader finds them; those that no
        line has are left out.
    noun : str
        What a line is, in the plural.
    empty : str
        What is said where no line fits.
    """
    facets: dict[str, Any] = {}
    for facet, words in order.items():
        present = {word for cell in classes[facet] for word in cell}
        facets[facet] = {
            "words": [word for word in words if word in present],
            "lines": classes[facet].tolist(),
        }
    declared = {
        "noun": noun,
        "empty": empty,
        "facets": facets,
        "sources": [sources.split(keys) for keys in rows["source_keys"]],
    }
    figure.layout.meta = {**figure.layout.meta, "filter": declared}
    return figure
