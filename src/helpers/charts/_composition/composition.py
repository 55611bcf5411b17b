"""Who was held in a camp: the parts of its people by one dimension, as bars from zero."""

from __future__ import annotations

import itertools

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._composition.parts import MOST, TOGETHER, Bar, bars
from helpers.charts._composition.words import alt, labels, unit_words, view
from helpers.charts.shared.ranked import STATUS_LOOKS, bar_look, lines, measured, wrap
from helpers.charts.shared.record import nothing, record

#: Words with which the table begins the name of a group that is the whole of the others.
WHOLE_WORDS = ("all ", "whole ")

#: How a row of the population table must be counted to serve as a whole.
WHOLE_KINDS = ("count", "year_value")

#: Heights in pixels: of a line of a label, between labels, of a bar, around the bars.
LETTERS, BETWEEN, BAR, AROUND = 15, 13, 20, 150

#: Widths in pixels: of the bars and the words beside them on a phone, of a letter of these.
PLOT, LETTER = 190, 8.2


def composition(
    table: pd.DataFrame,
    totals: pd.DataFrame | None = None,
    *,
    camp: str,
    dimension: str,
    date: str | None = None,
    unit: str = "persons",
    every: bool = False,
) -> go.Figure:
    """
    Draw the parts of the people of a camp.

    Parameters
    ----------
    table : DataFrame
        ``camp_composition``: columns ``camp_id``, ``dimension``, ``category``, ``measure``,
        ``basis``, ``unit``, ``same_as``, values, dates, sources.
    totals : DataFrame, optional
        ``camp_population``: its numbers of prisoners (persons) serve as wholes, where the first
        table has none for the date; without it these wholes are not drawn.
    camp : str
        ``camp_id`` of the camp.
    dimension : str
        What the people are divided by, such as ``sex``, ``nationality``, ``labour force``.
    date : str, optional
        Draw the rows of this ``date_text`` only; every date if None.
    unit : str, optional
        Draw the rows in this unit only: shares and persons have no axis in common.
    every : bool, optional
        Give every group a bar of its own, however many they are.

    Returns
    -------
    Figure
        One bar per number; what stands under two names is drawn once, what has rival numbers or
        dates as often as it has them. Where a whole of the same date is known it stands on top,
        and what its parts leave is dotted. Of more than 15 groups the smallest are summed up,
        unless every group is asked for.

    Raises
    ------
    ValueError
        If the table knows no such camp, dimension, date or unit at all.
    """
    rows = _select(table, camp, dimension, date, unit)
    parts = rows if dimension == "total" else rows[~_is_whole(rows)]
    shown = bars(parts, _wholes(table, totals, rows, parts), most=None if every else MOST)
    written = labels(shown)
    places, tall = _places(written)
    figure = go.Figure()
    for words, look in dict.fromkeys((_words(bar), _look(bar)) for bar in shown):
        figure.add_trace(_trace(shown, places, words, look))
    if shown:
        lines(figure, written)
        figure.update_yaxes(tickvals=places, range=[tall, 0])
        _measure(figure, shown, unit)
    else:
        nothing(figure, "The table holds no such number")
    return record(
        figure,
        pd.concat([bar.rows for bar in shown]).drop_duplicates("row") if shown else rows,
        view(shown, unit),
        alt=alt(shown, camp, dimension, unit),
        height=AROUND + max(tall, 100),
    )


def _places(written: list[str]) -> tuple[list[float], int]:
    """Give each label the height that it needs: middles from the top, and the whole height."""
    heights = [(wrap(label).count("<br>") + 1) * LETTERS + BETWEEN for label in written]
    ends = list(itertools.accumulate(heights))
    return [end - high / 2 for end, high in zip(ends, heights, strict=True)], sum(heights)


def _measure(figure: go.Figure, shown: list[Bar], unit: str) -> None:
    """Draw the axis of values, long enough for the words beside each bar on a phone."""
    top = 100.0 if unit == "percent" else max(bar.value for bar in shown)
    taken = [(bar.value / top, len(bar.text) * LETTER) for bar in shown]
    room = max(share * PLOT / (PLOT - words) for share, words in taken)
    dates = {bar.when for bar in shown}
    what = dates.pop() if len(dates) == 1 else ""
    measured(figure, top, what, unit_words(unit), room=max(room, 1.05))
    figure.update_layout(showlegend=len(figure.data) > 1)


def _select(
    table: pd.DataFrame, camp: str, dimension: str, date: str | None, unit: str
) -> pd.DataFrame:
    given = {"camp_id": camp, "dimension": dimension, "unit": unit}
    if date is not None:
        given["date_text"] = date
    rows = table
    for column, value in given.items():
        if value not in set(table[column]):
            near = sorted(set((rows if len(rows) else table)[column]) - {""})
            raise ValueError(f"no {column} '{value}' in the table; it has {', '.join(near)}")
        rows = rows[rows[column] == value]
    return rows[~rows["same_as"].isin(set(rows["row_id"]))]


def _is_whole(rows: pd.DataFrame) -> pd.Series:
    return rows["category"].str.startswith(WHOLE_WORDS)


def _wholes(
    table: pd.DataFrame, totals: pd.DataFrame | None, rows: pd.DataFrame, parts: pd.DataFrame
) -> pd.DataFrame:
    """List what may be the whole of some parts; the table's own first."""
    if parts.empty or parts["dimension"].eq("total").all():
        return table.head(0)
    camp, unit = parts["camp_id"].iloc[0], parts["unit"].iloc[0]
    own = table[(table["dimension"] == "total") & (table["same_as"] == "") & _is_whole(table)]
    found = [rows.drop(parts.index), own[(own["camp_id"] == camp) & (own["unit"] == unit)]]
    if totals is not None:
        counted = totals["count_kind"].isin(WHOLE_KINDS) & (totals["same_as"] == "")
        here = (totals["camp_id"] == camp) & (totals["unit"] == unit) & counted
        prisoners = totals[here & (totals["measure"] == "prisoners")]
        found.append(prisoners.assign(category="all prisoners", dimension="total"))
    return pd.concat(found).dropna(subset=TOGETHER)


def _words(bar: Bar) -> str:
    match bar.role:
        case "whole":
            known = bar.row["status"] == "counted"
            return "the whole" if known else f"the whole, {bar.row['status']}"
        case "gathered":
            return "summed in this book"
        case "missing":
            return "not in the table (computed)"
    return bar.row["status"] + (", not re-read" if bar.row["checked"] == "unread" else "")


def _look(bar: Bar) -> tuple[str, str]:
    """Choose colour and pattern."""
    colour, _, pattern = STATUS_LOOKS[bar.row["status"]]
    match bar.role:
        case "whole":
            return theme.GREY, pattern
        case "gathered":
            return theme.PURPLE, theme.STATUS_PATTERNS["computed"]
        case "missing":
            return theme.GREY, theme.STATUS_PATTERNS["computed"]
    return colour, "hollow" if bar.row["checked"] == "unread" else pattern


def _trace(shown: list[Bar], places: list[float], words: str, look: tuple[str, str]) -> go.Bar:
    ours = [(_words(bar), _look(bar)) == (words, look) for bar in shown]
    drawn = list(itertools.compress(shown, ours))
    return go.Bar(
        orientation="h",
        name=words,
        x=[bar.value for bar in drawn],
        y=list(itertools.compress(places, ours)),
        width=BAR,
        marker=bar_look(*look),
        text=[bar.text for bar in drawn],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        hovertext=[bar.hover for bar in drawn],
        hoverinfo="text",
        customdata=[bar.links for bar in drawn],
    )
