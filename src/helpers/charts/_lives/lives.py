"""Lives on a time axis, one line for each person."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._lives.layout import NAME, dated, order, placed
from helpers.charts._lives.looks import CERTAINTIES, EVENTS, GROUPS, OTHERS
from helpers.charts._lives.marks import bars, joins, legend_of_doubt, life_lines, marks
from helpers.charts._lives.words import alt, headings, hover, name_of, table_of
from helpers.charts.shared.filters import EVERY, blank, declare, fitting
from helpers.charts.shared.record import record

#: Pixels below the lives (ticks, sources) and for each line of the legend above them.
BELOW, ENTRY = 92, 22

#: Words in the order in which a reader chooses from them.
ORDER = {
    "group": [*GROUPS.values(), OTHERS],
    "event": [look.words for look in EVENTS.values()],
    "certainty": list(CERTAINTIES.values()),
}

NO_EVENT = "No event in our sources<br>fits this choice"


def lives(
    table: pd.DataFrame,
    people: pd.DataFrame,
    *,
    period: tuple[int, int] | None = None,
    group: str = EVERY,
    event: str = EVERY,
    certainty: str = EVERY,
) -> go.Figure:
    """
    Draw the events of lives, a line for each person.

    Parameters
    ----------
    table : DataFrame
        ``lives``: columns ``row``, ``row_id``, ``person_id``, ``event``, ``occasion``,
        ``place``, ``statement``, dates, ``certainty``, ``source_keys``, ``checked``.
    people : DataFrame
        ``people``, or those of its rows whose lives are wanted: ``person_id``, ``name_en``,
        ``side``.
    period : tuple of int, optional
        First and last year of the axis; from the first birth to the last event if None.
    group, event, certainty : str, optional
        Draw only what fits, all of them together; the words are those of the controls.

    Returns
    -------
    Figure
        A mark for each event by its kind, at its day; where only month or year are known, a thin
        bar covers the days that it can mean; what lasted is a broad bar. Doubtful events are
        hollow, claims without a basis have a mark of their own. Rival dates of one event are
        joined by a dotted line. Events without a date stand in the table only.

    Raises
    ------
    ValueError
        If nobody of ``people`` has an event, the period is none, or no event has a word asked for.
    """
    rows = dated(table, people)
    if rows.empty:
        raise ValueError("lives has no event of these people; give rows of people.csv")
    begin, end = _period(rows, period)
    rows["hover"] = [hover(row) for _, row in rows.iterrows()]
    drawn, lines, depth = placed(rows, begin, end)
    told = rows[rows["day"].isna() | rows["row_id"].isin(drawn["row_id"])]
    told = told.assign(place_in_order=told["person_id"].map({p: i for i, p in enumerate(lines)}))
    told = told.sort_values(["place_in_order", "day", "row_id"])
    classes = _classes(told)
    wanted = {"group": group, "event": event, "certainty": certainty}
    told = told[fitting(classes, wanted)]
    shown = drawn[drawn["row_id"].isin(told["row_id"])]
    on_axis = shown[(shown["day"] >= begin) & (shown["day"] <= end)]
    figure = go.Figure(life_lines(rows, lines, begin, end))
    figure.add_traces([*joins(on_axis), *bars(shown), *marks(on_axis), legend_of_doubt()])
    _names(figure, rows, lines, begin)
    entries = _axes(figure, begin, end, depth)
    if told.empty:
        figure.add_annotation(blank(NO_EVENT))
    height = round(depth + BELOW + ENTRY * entries)
    record(figure, told, table_of(told), alt=alt(told, begin, end), height=height)
    return declare(figure, told, classes.loc[told.index], ORDER, "events", NO_EVENT)


def _period(
    rows: pd.DataFrame, period: tuple[int, int] | None
) -> tuple[pd.Timestamp, pd.Timestamp]:
    if period is None:
        period = (int(rows["date_start"].min().year) - 2, int(rows["date_end"].max().year) + 2)
    first, last = period
    if last < first:
        raise ValueError(f"the last year ({last}) is before the first ({first})")
    return pd.Timestamp(first, 1, 1), pd.Timestamp(last, 12, 31)


def _classes(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "group": [[group] for group in rows["group"]],
            "event": [[EVENTS[event].words] for event in rows["event"]],
            "certainty": [[CERTAINTIES[word]] for word in rows["certainty"]],
        },
        index=rows.index,
    )


def _names(
    figure: go.Figure, rows: pd.DataFrame, lines: dict[str, float], begin: pd.Timestamp
) -> None:
    """Write each name above its line, at the left edge: no margin is lost on a telephone."""
    people = order(rows)
    words = [(lines[person] - NAME / 2 - 4, name_of(person, rows)) for person in people]
    words += headings(rows, lines)
    figure.add_trace(
        go.Scatter(
            x=[f"{begin:%Y-%m-%d}"] * len(words),
            y=[y for y, _ in words],
            text=[text for _, text in words],
            mode="text",
            textposition="middle right",
            textfont={"size": 13},
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )
    )


def _axes(figure: go.Figure, begin: pd.Timestamp, end: pd.Timestamp, depth: float) -> int:
    """Set the axes; return how many lines the legend needs on a telephone."""
    years = end.year - begin.year + 1
    step = next(step for step in (1, 2, 4, 5, 10, 20, 40) if years / step <= 7)
    figure.update_xaxes(
        type="date",
        range=[f"{begin:%Y-%m-%d}", f"{end:%Y-%m-%d}"],
        tickmode="linear",
        tick0=f"{-(-begin.year // step) * step}-01-01",
        dtick=f"M{12 * step}",
        tickformat="%Y",
        showgrid=True,
        zeroline=False,
    )
    figure.update_yaxes(
        range=[round(depth, 1), -4],
        showticklabels=False,
        ticks="",
        showgrid=False,
        zeroline=False,
    )
    paper = {"bgcolor": theme.PAPER, "bordercolor": theme.GREY, "font": {"color": theme.INK}}
    corner = {"xref": "container", "x": 0, "yref": "container", "y": 0.998, "yanchor": "top"}
    figure.update_layout(hoverlabel=paper, legend={**corner, "font": {"size": 12}})
    entries = sum(trace.showlegend is not False for trace in figure.data)
    return -(-entries // 2)
