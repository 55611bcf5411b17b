"""Ask a chart for the words of its filters."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from helpers.charts.shared.filters import EVERY


def words_of(filters: Sequence[str], figure: go.Figure) -> dict[str, list[str]]:
    """
    Find what can be chosen in each filter.

    Parameters
    ----------
    filters : sequence of str
        Keywords of the chart function.
    figure : Figure
        What the chart function drew; its ``layout.meta.filter`` declares the words
        (see `charts.shared.filters`).

    Returns
    -------
    dict of str to list of str
        For each filter its words, first the one that leaves nothing out.

    Raises
    ------
    ValueError
        If the chart does not know a filter; the message names those that it has.
    """
    facets = ((figure.layout.meta or {}).get("filter") or {}).get("facets", {})
    foreign = [name for name in filters if name not in facets]
    if foreign:
        has = f"it has {', '.join(facets)}" if facets else "it has none"
        raise ValueError(f"the chart has no filter '{foreign[0]}'; {has}")
    return {name: [EVERY, *facets[name]["words"]] for name in filters}
