"""The panels of all camps and colonies."""

from __future__ import annotations

import pandas as pd

from helpers import sources, theme, units
from helpers.charts._war_years.marks import day_marks, period_lines, year_bars
from helpers.charts._war_years.panels import END, START, Panels

HEADINGS = (
    "Mortar rounds of all Soviet industry, million in the year",
    "Prisoners on 1 January, million",
    "Ill or invalids, per cent",
    "Deaths in camps and colonies, thousand in the year",
)

#: Look of each source on sickness: colour, dash, side of its words.
LOOKS = ((theme.VERMILION, "solid", "top"), (theme.BLUE, "dot", "bottom"))

#: Item of the data on invalids, with its look and its words in the legend.
INVALID = "invalids and weakened"
INVALID_LOOK = (theme.INK, "dash", "top")
INVALID_NAME = "invalids, weakened: Nasedkin<br>report 1944"

#: What each series counts, in words.
ROUNDS = "million mortar rounds, all Soviet industry"
HELD = "million prisoners in camps and colonies"
ILL = "per cent of prisoners ill"
UNFIT = "per cent of prisoners classed as invalids or weakened"
DEAD = "thousand deaths in camps and colonies"


def draw(
    panels: Panels, totals: pd.DataFrame, economy: pd.DataFrame, factors: pd.DataFrame
) -> pd.DataFrame:
    """Draw the four panels and give the rows back, with ``what`` and ``kind``."""
    rounds = _within(economy[(economy["item"] == "mortar rounds") & (economy["scope"] == "USSR")])
    rounds = units.in_unit(rounds, "million pieces", factors)
    rounds = rounds.assign(what=ROUNDS)
    all_places = totals[totals["system"] == "itl_itk"]
    held = all_places[(all_places["measure"] == "prisoners") & _counted_in_january(all_places)]
    held = _scaled(held, 1e6).assign(what=HELD)
    ill = economy[economy["measure"] == "sick_share"].assign(what=ILL)
    dead = _within(all_places[all_places["measure"] == "deaths"])
    dead = units.in_unit(dead, "thousand persons", factors)
    dead = dead.assign(what=DEAD)
    year_bars(panels, 0, rounds, theme.GREEN)
    day_marks(panels, 1, held, (theme.BLUE, "circle"))
    for keys, look in zip(sorted(set(ill["source_keys"])), LOOKS, strict=False):
        part, who = ill[ill["source_keys"] == keys], sources.short_list(sources.split(keys))
        period_lines(panels, 2, part, look, f"ill: {who}")
    unfit = _within(economy[economy["item"] == INVALID]).assign(what=UNFIT)
    if len(unfit):
        unread = ", not re-read" * bool((unfit["checked"] == "unread").all())
        period_lines(panels, 2, unfit, INVALID_LOOK, INVALID_NAME + unread)
    year_bars(panels, 3, dead, theme.INK)
    panels.figure.update_layout(yaxis3={"range": [0, 31]}, yaxis2={"range": [0, 2.2]})
    rows = pd.concat([rounds, held, ill, unfit, dead], ignore_index=True)
    return rows.assign(kind=rows["status"])


def _within(rows: pd.DataFrame) -> pd.DataFrame:
    one_year = rows["date_start"].dt.year == rows["date_end"].dt.year
    inside = rows["date_start"].dt.year.between(START, END - 1)
    return rows[one_year & inside & (rows["date_kind"] == "year")].sort_values("date_start")


def _counted_in_january(rows: pd.DataFrame) -> pd.Series:
    first = (rows["date_start"].dt.month == 1) & (rows["date_start"].dt.day == 1)
    return first & (rows["date_kind"] == "day") & rows["date_start"].dt.year.between(START, END)


def _scaled(rows: pd.DataFrame, size: float) -> pd.DataFrame:
    """Write persons in millions for the axis: a matter of ticks, not of units."""
    return rows.assign(
        value_min=rows["value_min"] / size, value_max=rows["value_max"] / size
    ).sort_values("date_start")


def alt(rows: pd.DataFrame) -> str:
    """Say what the four panels show."""
    ill = [
        _series(part, ILL, 1, f", {sources.short_list(sources.split(keys))}")
        for keys, part in rows[rows["what"] == ILL].groupby("source_keys")
    ]
    return (
        f"all camps and colonies. {_series(rows, ROUNDS, 1)} "
        f"{_series(rows, HELD, 2, ', 1 January')} {' '.join(ill)} "
        f"{_series(rows, UNFIT, 1)} {_series(rows, DEAD, 1)}"
    )


def _series(rows: pd.DataFrame, what: str, digits: int, more: str = "") -> str:
    part = rows[rows["what"] == what]
    said = (
        f"{row['date_text'].removesuffix('-01-01')} {theme.number(float(row['value_min']), digits)}"
        for _, row in part.iterrows()
    )
    return f"{what[0].upper()}{what[1:]}{more}: {', '.join(said)}." if len(part) else ""
