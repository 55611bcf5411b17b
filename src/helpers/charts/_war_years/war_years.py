"""What was made, who was there, who was ill and who died, 1941-1945, one above the other."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers.charts._war_years import camp, system
from helpers.charts._war_years.panels import Panels
from helpers.charts.shared.record import describe, record

#: What can be shown: all camps and colonies, or Karlag with the claims about it.
PLACES = {"gulag": "all camps and colonies of the Gulag", "karlag": "Karlag"}


def war_years(
    totals: pd.DataFrame,
    population: pd.DataFrame,
    economy: pd.DataFrame,
    production: pd.DataFrame,
    factors: pd.DataFrame,
    *,
    place: str = "gulag",
) -> go.Figure:
    """
    Draw output, prisoners, sickness and deaths of the war years below one another.

    Parameters
    ----------
    totals : DataFrame
        ``gulag_totals``: prisoners, deaths and mortality of camps and colonies.
    population : DataFrame
        ``camp_population``: prisoners and deaths of Karlag.
    economy : DataFrame
        ``gulag_economy``: Soviet mortar rounds by year; shares of sick prisoners and of
        invalids.
    production : DataFrame
        ``karlag_production``: what Karlag is said to have made in the five years.
    factors : DataFrame
        ``unit_conversions``, for ``helpers.units``.
    place : str, optional
        ``gulag`` or ``karlag``.

    Returns
    -------
    Figure
        Four panels over 1941-1945. A total over years is a line over them, never a bar of one
        year; numbers computed from the Gulag's death rate have a mark of their own; where no
        number is known, the panel says so.

    Raises
    ------
    ValueError
        If the place is another one.
    """
    if place not in PLACES:
        raise ValueError(f"no place '{place}'; choose from {', '.join(PLACES)}")
    figure = go.Figure()
    if place == "gulag":
        panels = Panels(figure, system.HEADINGS)
        rows = system.draw(panels, totals, economy, factors)
    else:
        panels = Panels(figure, camp.HEADINGS)
        rows = camp.draw(panels, totals, population, production, factors)
    figure.update_layout(showlegend=True, barmode="overlay")
    said = system.alt(rows) if place == "gulag" else camp.alt(rows)
    alt = f"Four small charts over 1941–1945, {said}"
    return record(figure, rows, _table(rows), alt=alt, height=panels.height)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    view = describe(rows, "Value")
    view.insert(0, "What", rows["what"])
    view["Kind of number"] = rows["kind"]
    view.insert(len(view.columns) - 1, "Note", rows["note"])
    return view
