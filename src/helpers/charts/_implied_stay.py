"""The scale test: how long each prisoner would have stayed if a claim of their number were true."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.ranked import (
    AROUND,
    LINE,
    bar_look,
    lines,
    measured,
    number_of,
)
from helpers.charts.shared.record import nothing, record
from helpers.models import stays

#: What the mean stay is, by what was done about years without a number.
BOUNDS = {"interpolated": "at most", "left out": "with years left out"}


def implied_stay(
    claims: pd.DataFrame,
    population: pd.DataFrame,
    *,
    camp: str = "karlag",
    missing: str = "interpolated",
) -> go.Figure:
    """
    Divide the prisoner-years of a camp by each claim of how many passed through it.

    Parameters
    ----------
    claims : DataFrame
        ``camp_claims``; the rows of the measure ``passed_through`` (persons) are used.
    population : DataFrame
        ``camp_population``, as ``stays.prisoner_years`` needs it.
    camp : str, optional
        ``camp_id`` of the camp.
    missing : str, optional
        What to do about years without a number: ``interpolated`` or ``left out``.

    Returns
    -------
    Figure
        One bar from zero per number claimed: the mean stay in months. All years with
        numbers are used, whatever period a claim names: more years can only lengthen the stay.
        Claims of "more than" a number are tested at that number.

    Raises
    ------
    ValueError
        If the camp has no prisoners in ``population``, or ``missing`` is no known way.
    """
    years = stays.prisoner_years(population, camp, missing)
    total = float(years["persons"].sum())
    rows = claims[(claims["camp_id"] == camp) & (claims["measure"] == "passed_through")]
    rows = rows.assign(size=number_of(rows)).dropna(subset=["size"])
    tested = _tested(rows, total)
    figure = go.Figure()
    if tested.empty:
        nothing(figure, "The table holds no claim to test")
    else:
        figure.add_trace(_bars(tested, total, BOUNDS[missing]))
        # one scale for both ways, or the bars of the shorter sum look as long
        full = float(stays.prisoner_years(population, camp)["persons"].sum())
        longest = stays.mean_stay(full, tested["claim"].min())
        measured(figure, longest, f"mean stay {BOUNDS[missing]}", "months", 1.25)
        lines(figure, [_label(line) for _, line in tested.iterrows()])
    figure.update_layout(title=_title(years, total, missing))
    used = population[population["row"].isin(" ".join(years["row"]).split())]
    return record(
        figure,
        pd.concat([rows[["row", "source_keys"]], used[["row", "source_keys"]]]),
        _table(tested, years, total),
        alt=_alt(tested, years, total, camp, missing),
        height=AROUND + LINE * (len(tested) + 1),
    )


def _tested(rows: pd.DataFrame, total: float) -> pd.DataFrame:
    """Gather the claims of one number in one line, with the stay that the number implies."""
    lines_of = []
    for size, group in rows.sort_values(["size", "row_id"]).groupby("size"):
        keys = sources.split(";".join(group["source_keys"]))
        lines_of.append(
            {
                "claim": float(size),
                "kinds": ", ".join(
                    f"{n} {kind}" for kind, n in group["status"].value_counts().items()
                ),
                "who": sources.short_list(keys),
                "months": round(stays.mean_stay(total, float(size)), 1),
                "row": " ".join(group["row"]),
            }
        )
    return pd.DataFrame(lines_of, columns=["claim", "kinds", "who", "months", "row"])


def _bars(tested: pd.DataFrame, total: float, bound: str) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=tested["months"].tolist(),
        y=list(range(len(tested))),
        width=0.6,
        marker=bar_look(theme.GREY, theme.STATUS_PATTERNS["computed"]),
        text=[theme.number(months, 1) for months in tested["months"]],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        hovertext=[_hover(line, total, bound) for _, line in tested.iterrows()],
        hoverinfo="text",
        customdata=tested["row"].tolist(),
        showlegend=False,
    )


def _hover(line: pd.Series, total: float, bound: str) -> str:
    who = "<br>".join(textwrap.wrap(line["who"], 40))
    return (
        f"<b>{theme.number(line['months'], 1)} months</b> mean stay {bound}<br>"
        f"if {theme.number(line['claim'])} passed through<br>{who}<br>"
        f"12 × {theme.number(total)} ÷ {theme.number(line['claim'])}<br>"
        f"{theme.STATUSES['computed']}"
    )


def _label(line: pd.Series) -> str:
    size = line["claim"]
    words = f"{theme.number(size / 1e6)} million" if size >= 1e6 else theme.number(size)
    return f"{words}<br>{line['kinds']}"


def _rough(total: float) -> str:
    """Write four digits of a sum that is no more exact than that."""
    return theme.number(round(total, 4 - len(str(int(total)))))


def _period(years: pd.DataFrame) -> str:
    return f"{years['year'].min()}–{years['year'].max()}"


def _gaps(years: pd.DataFrame, missing: str) -> str:
    held = set(years.loc[~years["filled"], "year"])
    empty = [str(year) for year in range(min(held), max(held) + 1) if year not in held]
    if not empty:
        return "every year has a number"
    how = "filled in from their neighbours" if missing == "interpolated" else "left out"
    return f"no number, {how}: {', '.join(empty)}"


def _title(years: pd.DataFrame, total: float, missing: str) -> dict[str, object]:
    words = [f"about {_rough(total)} prisoner-years, {_period(years)}"]
    words += textwrap.wrap(_gaps(years, missing), 44)
    across = {"x": 0, "xref": "container", "xanchor": "left", "pad": {"b": 8, "l": 8}}
    up = {"y": 1, "yref": "paper", "yanchor": "bottom", "automargin": True}
    return {"text": "<br>".join(words), "font": {"size": 13}, **across, **up}


def _table(tested: pd.DataFrame, years: pd.DataFrame, total: float) -> pd.DataFrame:
    held, filled = years[~years["filled"]], years[years["filled"]]
    view = [_line(f"Prisoner-years, {_period(years)}", total, row=" ".join(held["row"]))]
    for _, year in filled.iterrows():
        view.append(_line(f"of them {year['year']}, filled", year["persons"], row=year["row"]))
    for _, claim in tested.iterrows():
        view.append(_line("Claim", claim["claim"], claim["months"], claim["who"], claim["row"]))
    return pd.DataFrame(view)


def _line(
    what: str, number: float, months: float | None = None, who: str = "", row: str = ""
) -> dict[str, object]:
    return {
        "What": what,
        "Persons or prisoner-years": theme.number(number),
        "Mean stay (months)": months,
        "Kind of number": "claimed; stay computed" if who else "computed",
        "Claimed by": who,
        "row": row,
    }


def _alt(tested: pd.DataFrame, years: pd.DataFrame, total: float, camp: str, missing: str) -> str:
    start = f"Bar chart of the mean stay that each claim implies, {theme.camp_name(camp)}"
    if tested.empty:
        return f"{start}: the table holds no claim of how many passed through."
    low, high = tested.iloc[0], tested.iloc[-1]
    return (
        f"{start}: about {_rough(total)} prisoner-years in {_period(years)} "
        f"({_gaps(years, missing)}) divided by the number claimed. Mean stay {BOUNDS[missing]}: "
        f"{theme.number(low['months'], 1)} months if {theme.number(low['claim'])} passed through, "
        f"{theme.number(high['months'], 1)} months if {theme.number(high['claim'])} did."
    )
