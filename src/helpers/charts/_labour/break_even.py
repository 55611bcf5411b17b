"""What a day's work had to bring in so that all prisoners of a camp could be kept."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts.shared.looks import point
from helpers.charts.shared.record import hover, record
from helpers.models import costs

#: Shares of prisoners at work that are drawn, in per cent.
SHARES = tuple(range(40, 101, 5))

#: How each basis is drawn: colour, dash, mark, words.
LOOKS = {
    "norm": (theme.PURPLE, "dash", "square", "at the prescribed upkeep"),
    "actual": (theme.BLUE, "solid", "circle", "at the upkeep really paid"),
}


def break_even(table: pd.DataFrame, *, scope: str = "Vyatlag") -> go.Figure:
    """
    Draw the least that each day worked had to bring, by the share of prisoners at work.

    Parameters
    ----------
    table : DataFrame
        ``gulag_economy``: columns ``row``, ``scope``, ``item``, ``measure``, ``basis``, values.
        Used are ``upkeep_per_prisoner`` (roubles per day) and the highest share of ``group A``.
    scope : str, optional
        The camp.

    Returns
    -------
    Figure
        A curve for the norm and one for the actual upkeep, with a mark every five per cent; the
        share of group A that was seldom reached is a line.

    Raises
    ------
    ValueError
        If the camp has no upkeep per prisoner-day.
    """
    own = table[table["scope"] == scope]
    upkeep = own[own["measure"] == "upkeep_per_prisoner"]
    if upkeep.empty:
        known = table.loc[table["measure"] == "upkeep_per_prisoner", "scope"].unique()
        raise ValueError(f"no upkeep per prisoner for '{scope}'; known is {', '.join(known)}")
    at_work = own[(own["item"] == "group A") & (own["measure"] == "share_of_prisoners")]
    upkeep = upkeep.sort_values("value_min", kind="stable")
    figure = go.Figure([_curve(row) for _, row in upkeep.iterrows()])
    for _, row in at_work.iterrows():
        figure.add_trace(_limit(row, float(upkeep["value_min"].max())))
    small = {"font": {"size": 12}}
    figure.update_xaxes(title={"text": "per cent of prisoners at work", **small}, dtick=10)
    figure.update_yaxes(title={"text": "roubles for each day worked", **small}, rangemode="tozero")
    table_view = pd.DataFrame([line for _, row in upkeep.iterrows() for line in _lines(row)])
    rows = pd.concat([upkeep, at_work])
    alt = _alt(upkeep, at_work, scope)
    return record(figure, rows, table_view, alt=alt, height=440)


def _curve(row: pd.Series) -> go.Scatter:
    colour, dash, symbol, words = LOOKS[row["basis"]]
    per_day = float(row["value_min"])
    bring = [round(costs.break_even(per_day, share), 2) for share in SHARES]
    return go.Scatter(
        x=list(SHARES),
        y=bring,
        mode="lines+markers",
        name=words,
        line={"color": colour, "dash": dash, "width": 2},
        marker=point(colour, symbol, "computed", row["checked"] == "unread", size=8),
        hovertext=[
            f"<b>{one:.2f}</b> roubles for each day worked<br>{share} per cent at work, "
            f"{theme.number(per_day)} roubles a day for every prisoner<br>"
            f"{theme.STATUSES['computed']}"
            for share, one in zip(SHARES, bring, strict=True)
        ],
        hoverinfo="text",
        customdata=[row["row"]] * len(SHARES),
    )


def _limit(row: pd.Series, per_day: float) -> go.Scatter:
    """Draw the share of prisoners at work that was seldom reached as a line from top to bottom."""
    share = float(row["value_max"])
    top = round(costs.break_even(per_day, SHARES[0]), 2)
    return go.Scatter(
        x=[share, share],
        y=[0, top],
        mode="lines",
        line={"width": 3, "color": theme.GREY, "dash": "dot"},
        name=f"group A seldom above {theme.number(share)} per cent",
        hovertext=[hover(row, "per cent of the prisoners in group A")] * 2,
        hoverinfo="text",
        customdata=[row["row"]] * 2,
    )


def _lines(row: pd.Series) -> list[dict[str, object]]:
    per_day = float(row["value_min"])
    return [
        {
            "Upkeep": LOOKS[row["basis"]][3],
            "Roubles per prisoner-day": per_day,
            "At work (per cent)": share,
            "Roubles for each day worked": round(costs.break_even(per_day, share), 2),
            "Kind of number": "computed",
            "row": row["row"],
        }
        for share in SHARES
    ]


def _alt(upkeep: pd.DataFrame, at_work: pd.DataFrame, scope: str) -> str:
    said = []
    for _, row in upkeep.iterrows():
        least, most = (costs.break_even(float(row["value_min"]), at) for at in (100, SHARES[0]))
        said.append(f"{LOOKS[row['basis']][3]} {least:.2f} to {most:.2f}")
    band = "".join(
        f" Group A was seldom above {theme.number(row['value_max'])} per cent."
        for _, row in at_work.iterrows()
    )
    return (
        f"Line chart of the roubles that each day worked in {scope} had to bring to keep all "
        f"prisoners, from all of them at work down to {SHARES[0]} per cent: {'; '.join(said)}."
        f"{band}"
    )
