"""The part of the Gulag that the camps of Kazakhstan held, where both were counted on one day."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._totals.looks import LEGEND, SYSTEMS, short, years
from helpers.charts.shared.looks import fill, point
from helpers.charts.shared.record import record
from helpers.models import totals as model


def kazakhstan_share(
    camps: pd.DataFrame,
    population: pd.DataFrame,
    table: pd.DataFrame,
    *,
    whole: str = "itl",
) -> go.Figure:
    """
    Draw the share of Kazakhstan's camps in the prisoners of the Gulag on 1 January.

    Parameters
    ----------
    camps, population, table : DataFrame
        ``camps``, ``camp_population`` and ``gulag_totals``, as for ``totals.kazakhstan`` of
        ``helpers.models``.
    whole : str, optional
        ``itl``: of the prisoners of camps; ``itl_itk``: of camps and colonies.

    Returns
    -------
    Figure
        A bar from zero for what was counted on the day, the least that the share can have been,
        with an arrow where a camp that was open has no count. Above it a mark that adds the
        highest number of the year for such camps, where there is one: a guess, no bound. Below
        the bars stands how many camps were counted and how many were not. A year without any
        count of the day has no bar: unknown is not zero.

    Raises
    ------
    ValueError
        If no camp of Kazakhstan and the whole were counted on the same day.
    """
    lines = model.kazakhstan(camps, population, table, whole)
    if lines.empty:
        raise ValueError(f"no day has a count of a camp in Kazakhstan and of system '{whole}'")
    names = camps.set_index("camp_id")["name_en"].map(lambda name: name.split(" (")[0]).to_dict()
    filled = lines[[len(by) > 0 for by in lines["filled_by"]]]
    figure = go.Figure()
    for unread in (False, True):
        if (lines["unread"] == unread).any():
            figure.add_trace(_bars(lines[lines["unread"] == unread], names, unread=unread))
    figure.add_trace(_open_ends(lines))
    if len(filled):
        figure.add_trace(_guesses(filled, names))
    title = f"per cent of {SYSTEMS[whole][0]}"
    figure.update_yaxes(title_text=title, rangemode="tozero", title_font={"size": 13})
    years(figure)
    figure.update_xaxes(range=[1933, 1957], dtick=5)
    figure.update_layout(legend=LEGEND | {"entrywidth": 210}, barmode="overlay")
    inputs = pd.concat(
        [
            lines[["row", "source_keys"]],
            filled[["filled_row", "filled_keys"]].set_axis(["row", "source_keys"], axis=1),
        ]
    )
    return record(figure, inputs, _table(lines, names), alt=_alt(lines, whole), height=460)


def _bars(lines: pd.DataFrame, names: dict[str, str], *, unread: bool) -> go.Bar:
    half = [short(line["high"] - line["low"]) for _, line in lines.iterrows()]
    return go.Bar(
        x=[day.year for day in lines.index],
        y=[short(low) for low in lines["low"]],
        width=0.7,
        name="the same, not re-read" if unread else "counted on 1 January",
        marker=fill(theme.BLUE, theme.STATUS_PATTERNS["computed"], unread),
        error_y={"type": "data", "array": half, "arrayminus": [0] * len(half), "thickness": 1.5},
        hovertext=[_hover(day, line, names) for day, line in lines.iterrows()],
        hoverinfo="text",
        customdata=lines["row"].tolist(),
    )


def _open_ends(lines: pd.DataFrame) -> go.Scatter:
    some = lines[[len(missing) > 0 for missing in lines["missing"]]]
    above = 0.035 * float(lines["high"].max())
    return go.Scatter(
        x=[day.year for day in some.index],
        y=[short(high + above) for high in some["high"]],
        mode="markers",
        cliponaxis=False,
        name="at least (a camp is missing)",
        marker={"symbol": "arrow-up", "size": 11, "color": theme.INK},
        hoverinfo="skip",
        customdata=some["row"].tolist(),
    )


def _guesses(filled: pd.DataFrame, names: dict[str, str]) -> go.Scatter:
    return go.Scatter(
        x=[day.year for day in filled.index],
        y=[short(value) for value in filled["filled"]],
        mode="markers",
        name="with the year's highest (a guess)",
        marker=point(theme.VERMILION, "hexagon", "computed")
        | {"symbol": [theme.symbol("hexagon", "computed", bool(one)) for one in filled["unread"]]},
        hovertext=[_guess(day, line, names) for day, line in filled.iterrows()],
        hoverinfo="text",
        customdata=[f"{line['row']} {line['filled_row']}" for _, line in filled.iterrows()],
    )


def _guess(day: pd.Timestamp, line: pd.Series, names: dict[str, str]) -> str:
    return (
        f"<b>about {theme.number(line['filled'], 1)} per cent</b>, {day.year}<br>with the highest "
        f"number of the year for<br>{_list(line['filled_by'], names)}<br>computed, a guess"
    )


def _list(ids: tuple[str, ...], names: dict[str, str]) -> str:
    return ", ".join(names.get(name, name) for name in ids) or "none"


def _percent(line: pd.Series) -> str:
    low, high = (theme.number(line[end], 1) for end in ("low", "high"))
    return low if low == high else f"{low} to {high}"


def _persons(line: pd.Series) -> str:
    low, high = (theme.number(line[f"persons_{end}"]) for end in ("low", "high"))
    return low if low == high else f"{low} or {high}"


def _hover(day: pd.Timestamp, line: pd.Series, names: dict[str, str]) -> str:
    read = f"<br>{theme.CHECKED['unread']}" if line["unread"] else ""
    least = "at least " if line["missing"] else ""
    return (
        f"<b>{least}{_percent(line)} per cent</b>, 1 January {day.year}<br>"
        f"{_persons(line)} prisoners counted:<br>{_list(line['counted'], names)}<br>"
        f"not counted: {_list(line['missing'], names)}{read}"
    )


def _table(lines: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "Date": f"{day:%Y-%m-%d}",
                "Share counted (per cent, computed)": ("at least " if line["missing"] else "")
                + _percent(line),
                "Prisoners counted": _persons(line),
                "Camps counted": _list(line["counted"], names),
                "Open and not counted": _list(line["missing"], names),
                "With the year's highest number (per cent)": ""
                if not line["filled_by"]
                else f"about {theme.number(line['filled'], 1)}",
                "How known": "not re-read" if line["unread"] else "read",
                "row": " ".join(filter(None, [line["row"], line["filled_row"]])),
            }
            for day, line in lines.iterrows()
        ]
    )


def _alt(lines: pd.DataFrame, whole: str) -> str:
    top = lines["low"].idxmax()
    partial = sum(len(missing) > 0 for missing in lines["missing"])
    guess = lines["filled"].astype(float)
    said = (
        f" With the highest numbers of the year for camps not counted on the day it would be "
        f"about {theme.number(guess.min(), 1)} to {theme.number(guess.max(), 1)} per cent."
        if guess.notna().any()
        else ""
    )
    return (
        f"Bar chart of the share of the camps of Kazakhstan in the prisoners of "
        f"{SYSTEMS[whole][0]} on 1 January, {len(lines)} years. The largest counted share is "
        f"{_percent(lines.loc[top])} per cent ({top.year}); in {partial} years a camp that was "
        f"open was not counted.{said}"
    )
