"""A count in progress: the official dead and wounded of Kengir, from one paper to the next."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._casualties.claims import EPISODES, claims_about, day, one_of, table_of, who
from helpers.charts.shared.ranked import wrap
from helpers.charts.shared.record import record

#: Measures of the papers: colour, mark, dash of the line that holds until the next paper.
LOOKS = {
    "killed": (theme.VERMILION, "circle", "solid"),
    "wounded": (theme.BLUE, "square", "dash"),
}

#: The least letters of a full date; shorter ones name a year or nothing.
FULL_DATE = len("1954-05-18")


def counting(table: pd.DataFrame, *, episode: str = "may_shooting") -> go.Figure:
    """
    Draw what the official papers counted, each number at the date of its paper.

    Parameters
    ----------
    table : DataFrame
        ``kengir_casualties``: columns as for `casualties`, and ``locator`` (the paper).
    episode : str, optional
        As in `casualties`. Papers whose day is not known have no place here.

    Returns
    -------
    Figure
        A mark per number and paper. A level line says that a number was the last one given
        until the next paper; no line leads from one number to another. A paper that gives no
        number of wounded has no mark for them.

    Raises
    ------
    ValueError
        If there is no such episode, or fewer than two of its official papers are dated to a day.
    """
    one_of(episode, tuple(EPISODES), "episode")
    rows = _papers(table, episode)
    dates = sorted(set(rows["source_date"]))
    if len(dates) < 2:
        raise ValueError(f"{len(dates)} official papers about '{episode}' dated to a day; need two")
    figure = go.Figure()
    for measure, held in rows.groupby("measure"):
        figure.add_trace(_steps(held, dates, measure))
    names = {row["source_date"]: _paper(row) for _, row in rows.iterrows()}
    figure.update_xaxes(
        tickmode="array",
        tickvals=dates,
        ticktext=[f"{day(date).rsplit(' ', 1)[0]}<br>{names[date]}" for date in dates],
        range=_around(dates),
        showgrid=False,
        title="date of the paper",
    )
    top = float(rows["size"].max())
    figure.update_yaxes(title="persons", range=[0, top * 1.2], zeroline=True)
    figure.update_layout(showlegend=True)
    return record(figure, rows, table_of(rows), alt=_alt(rows, dates, episode), height=460)


def _papers(table: pd.DataFrame, episode: str) -> pd.DataFrame:
    """List the numbers of the dated official papers, the oldest paper first."""
    parts = [claims_about(table, [episode], measure, "prisoners") for measure in LOOKS]
    rows = pd.concat(parts)
    official = rows["source_kind"] == "official document"
    dated = rows["source_date"].str.len() == FULL_DATE
    return rows[official & dated & rows["size"].notna()].sort_values(["source_date", "row_id"])


def _paper(row: pd.Series) -> str:
    """Name the paper without its date and without the note that cites it."""
    name = row["locator"].split(";")[0].split(" of ")[0]
    return wrap(name, 10)


def _around(dates: list[str]) -> list[str]:
    first, last = pd.Timestamp(dates[0]), pd.Timestamp(dates[-1])
    edge = max((last - first) / 4, pd.Timedelta(hours=18))
    return [str(first - edge), str(last + edge)]


def _steps(rows: pd.DataFrame, dates: list[str], measure: str) -> go.Scatter:
    colour, symbol, dash = LOOKS[measure]
    x, y, labels, texts, links, marks = [], [], [], [], [], []
    known = rows["source_date"].tolist()
    ends = [*known[1:], dates[-1]]
    for (_, row), end in zip(rows.iterrows(), ends, strict=True):
        unread = row["checked"] == "unread"
        x += [row["source_date"], end, None]
        y += [float(row["size"]), float(row["size"]), None]
        # a blank, not nothing: plotly.js drops the labels that follow an empty one
        labels += [theme.number(row["size"]), " ", None]
        texts += [row["hover"], row["hover"], None]
        links += [row["row"], row["row"], None]
        marks += [symbol + "-open" * unread, "line-ns", "line-ns"]
    return go.Scatter(
        x=x,
        y=y,
        name=measure,
        mode="lines+markers+text",
        connectgaps=False,
        line={"color": colour, "width": 1.5, "dash": dash},
        marker={"color": colour, "size": 12, "symbol": marks},
        text=labels,
        textposition="top center",
        hovertext=texts,
        hoverinfo="text",
        customdata=links,
        cliponaxis=False,
    )


def _alt(rows: pd.DataFrame, dates: list[str], episode: str) -> str:
    said = [
        f"Step marks of the official count, {EPISODES[episode]}, in {len(dates)} papers of "
        f"{', '.join(day(date) for date in dates)} ({who(rows.iloc[0])})."
    ]
    for measure, held in rows.groupby("measure"):
        numbers = ", ".join(theme.number(size) for size in held["size"])
        silent = [day(date) for date in dates if date not in set(held["source_date"])]
        rest = f"; no number in the paper of {' and '.join(silent)}" if silent else ""
        said.append(f"{measure.capitalize()}: {numbers}{rest}.")
    return " ".join([*said, "Each number is a count so far, not a growing loss."])
