"""Events in invention and science by subject on a time axis."""

from __future__ import annotations

from itertools import product
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._invention.subjects import OTHER, SUBJECTS, placed, subject_of
from helpers.charts.shared.filters import EVERY, blank, declare, fitting
from helpers.charts.shared.ranked import wrap
from helpers.charts.shared.record import record
from helpers.charts.shared.when import when

#: Mark of an event by how the book knows it.
LOOKS = {
    "teaching_text": (theme.PURPLE, "diamond", "teaching text only"),
    "second_hand": (theme.BLUE, "circle", "other texts, second hand"),
    "reproduced": (theme.GREEN, "square", "document or study, reproduced"),
    "print": (theme.GREEN, "square", "document or study, reproduced"),
    "unread": (theme.INK, "circle-open", "not re-read"),
}

#: Pixels around the events.
AROUND = 150

#: Kinds of dates that are known to decades only: the mark in their middle is pale.
VAGUE = ("circa", "span")

NO_EVENT = "No event in our sources<br>fits this choice"


def inventions(table: pd.DataFrame, *, subject: str = EVERY, known: str = EVERY) -> go.Figure:
    """
    Draw events by subject, each as exactly as its date is known.

    Parameters
    ----------
    table : DataFrame
        ``invention_events``: columns ``row``, ``item``, ``place``, ``event``, ``people``, dates,
        ``source_keys``, ``checked``.
    subject, known : str, optional
        Draw only what fits; the words are those of the controls.

    Returns
    -------
    Figure
        A mark at the middle of the days that a date can mean and a bar over all of them; the
        mark says whether more than a teaching text stands behind the event, and is hollow where
        the date is vague.

    Raises
    ------
    ValueError
        If no event has a word that is asked for.
    """
    rows = table.dropna(subset=["date_start"]).copy()
    rows["subject"] = [subject_of(row) for _, row in rows.iterrows()]
    rows["day"] = (rows["date_start"] + (rows["date_end"] - rows["date_start"]) / 2).dt.floor("D")
    begin = pd.Timestamp(int(rows["date_start"].min().year) - 1, 1, 1)
    end = pd.Timestamp(int(rows["date_end"].max().year) + 1, 12, 31)
    rows, heads, depth = placed(rows, begin, end)
    rows["hover"] = [_hover(row) for _, row in rows.iterrows()]
    classes = pd.DataFrame(
        {
            "subject": [[word] for word in rows["subject"]],
            "known": [[LOOKS[word][2]] for word in rows["checked"]],
        },
        index=rows.index,
    )
    shown = rows[fitting(classes, {"subject": subject, "known": known})]
    figure = go.Figure([*_bars(shown), *_marks(shown)])
    _frame(figure, heads, begin, end, depth)
    if shown.empty:
        figure.add_annotation(blank(NO_EVENT))
    told = shown.sort_values(["date_start", "row_id"])
    record(figure, told, _table(told), alt=_alt(told), height=round(depth + AROUND))
    order = {
        "subject": [*SUBJECTS, OTHER],
        "known": list(dict.fromkeys(words for _, _, words in LOOKS.values())),
    }
    return declare(figure, told, classes.loc[told.index], order, "events", NO_EVENT)


def _bars(rows: pd.DataFrame) -> list[go.Scatter]:
    long = rows[(rows["date_end"] - rows["date_start"]).dt.days > 20]
    return [
        go.Scatter(
            x=[f"{row['date_start']:%Y-%m-%d}", f"{row['date_end']:%Y-%m-%d}"],
            y=[row["y"]] * 2,
            mode="lines",
            line={"color": LOOKS[row["checked"]][0], "width": 2},
            opacity=0.5,
            hovertext=[row["hover"]] * 2,
            hoverinfo="text",
            customdata=[row["row"]] * 2,
            showlegend=False,
        )
        for _, row in long.iterrows()
    ]


def _marks(rows: pd.DataFrame) -> list[go.Scatter]:
    found: list[Any] = []
    vague = rows["date_kind"].isin(VAGUE)
    for (checked, (colour, symbol, words)), pale in product(LOOKS.items(), (False, True)):
        group = rows[(rows["checked"] == checked) & (vague == pale)]
        if len(group):
            found.append(
                go.Scatter(
                    x=[f"{day:%Y-%m-%d}" for day in group["day"]],
                    y=group["y"].tolist(),
                    mode="markers",
                    name=f"{words}; pale: date vague" if pale else words,
                    marker={
                        "color": theme.GRID if pale else colour,
                        "symbol": symbol,
                        "size": 10,
                        "line": {
                            "color": colour if pale else theme.INK,
                            "width": 2 if pale else 1,
                        },
                    },
                    hovertext=group["hover"].tolist(),
                    hoverinfo="text",
                    customdata=group["row"].tolist(),
                    cliponaxis=False,
                )
            )
    return found


def _frame(
    figure: go.Figure,
    heads: list[tuple[float, str]],
    begin: pd.Timestamp,
    end: pd.Timestamp,
    depth: float,
) -> None:
    figure.add_trace(
        go.Scatter(
            x=[f"{begin:%Y-%m-%d}"] * len(heads),
            y=[y for y, _ in heads],
            text=[f"<b>{name}</b>" for _, name in heads],
            mode="text",
            textposition="middle right",
            textfont={"size": 13},
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )
    )
    figure.update_xaxes(
        type="date",
        range=[f"{begin:%Y-%m-%d}", f"{end:%Y-%m-%d}"],
        tick0="1930-01-01",
        dtick="M60",
        tickformat="%Y",
        showgrid=True,
        zeroline=False,
    )
    figure.update_yaxes(
        range=[round(depth, 1), -4], showticklabels=False, ticks="", showgrid=False, zeroline=False
    )
    corner = {"xref": "container", "x": 0, "yref": "container", "y": 0.995, "yanchor": "top"}
    paper = {"bgcolor": theme.PAPER, "bordercolor": theme.GREY, "font": {"color": theme.INK}}
    figure.update_layout(legend={**corner, "font": {"size": 12}}, hoverlabel=paper)


def _hover(row: pd.Series) -> str:
    who = sources.short_list(sources.split(row["source_keys"]))
    parts = [f"{row['item']}: {row['event']}", row["people"], f"{who}; {LOOKS[row['checked']][2]}"]
    told = "<br>".join(wrap(part, 38) for part in parts if part)
    return f"<b>{when(row)}</b><br>{told}"


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    every = [row for _, row in rows.iterrows()]
    return pd.DataFrame(
        {
            "Date": [when(row) for row in every],
            "Subject": rows["subject"].tolist(),
            "What": [f"{row['item']}: {row['event']}" for row in every],
            "People": rows["people"].tolist(),
            "How known": [theme.CHECKED[row["checked"]] for row in every],
            "Source": [sources.short_list(sources.split(row["source_keys"])) for row in every],
            "row": rows["row"].tolist(),
        }
    )


def _alt(rows: pd.DataFrame) -> str:
    if rows.empty:
        return "Time chart of invention and science: no event fits this choice."
    counts = ", ".join(f"{name} {n}" for name, n in rows["subject"].value_counts().items())
    exact = int((rows["date_start"] == rows["date_end"]).sum())
    only = int((rows["checked"] == "teaching_text").sum())
    return (
        f"Time chart of invention and science, {len(rows)} events ({counts}). Dated to a day: "
        f"{exact}. Known from a teaching text only: {only}."
    )
