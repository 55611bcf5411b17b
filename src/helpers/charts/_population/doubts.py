"""Find the counts of a camp that cannot all be right, and say so in the chart."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from helpers import theme

#: A number smaller than this can well be the same twice.
LEAST = 1000


@dataclass(frozen=True)
class Doubt:
    """
    A doubt about one or two counts.

    Parameters
    ----------
    kind : str
        ``twice`` (one number on two days), ``rivals`` (two numbers of one day), ``late`` (after
        the closing of the camp).
    rows : DataFrame
        The counts.
    """

    kind: str
    rows: pd.DataFrame

    @property
    def numbers(self) -> list[str]:
        """The numbers as the reader sees them, each once."""
        return list(dict.fromkeys(theme.amount(row) for _, row in self.rows.iterrows()))

    @property
    def words(self) -> str:
        """The doubt in the chart."""
        if self.kind == "twice":
            return f"{self.numbers[0]} twice"
        if self.kind == "rivals":
            return " or<br>".join(self.numbers)
        return f"{self.numbers[0]}<br>after the<br>closing"

    @property
    def sentence(self) -> str:
        """The doubt in the alt text and in the table."""
        dates = " and ".join(self.rows["date_text"])
        if self.kind == "twice":
            return f"The same number, {self.numbers[0]}, stands under {dates}."
        if self.kind == "rivals":
            return f"Under {self.rows['date_text'].iloc[0]} stand {' and '.join(self.numbers)}."
        return f"{self.numbers[0]} is dated {dates}, after the closing of the camp."


def camp_of(camps: pd.DataFrame, camp: str) -> pd.Series:
    """
    Find the row of a camp.

    Raises
    ------
    ValueError
        If the table of camps has none.
    """
    found = camps[camps["camp_id"] == camp]
    if found.empty:
        raise ValueError(f"no camp '{camp}' in the table of camps")
    return found.iloc[0]


def doubts(rows: pd.DataFrame, camp: pd.Series) -> list[Doubt]:
    """
    Find what cannot be right among the counts on a date.

    Parameters
    ----------
    rows : DataFrame
        Dated rows of ``camp_population``, of one camp and measure.
    camp : Series
        Its row of ``camps``, with ``closed_end``.

    Returns
    -------
    list of Doubt
        By kind, then by date.
    """
    counts = rows[(rows["count_kind"] == "count") & (rows["qualifier"] == "exact")]
    large = counts[counts["value_min"] >= LEAST].drop_duplicates(["value_min", "date_start"])
    found = [
        Doubt("twice", group)
        for _, group in large.groupby("value_min", sort=False)
        if len(group) > 1
    ]
    found += [
        Doubt("rivals", group)
        for _, group in counts.groupby("date_start")
        if group["value_min"].nunique() > 1
    ]
    if not pd.isna(camp["closed_end"]):
        late = counts[counts["date_start"] > camp["closed_end"]]
        found += [Doubt("late", late.iloc[[at]]) for at in range(len(late))]
    return found


def write(figure: go.Figure, found: list[Doubt], camp: pd.Series) -> None:
    """Write the doubts beside their marks, and draw the days of opening and closing."""
    for doubt in found:
        figure.add_annotation(_note(doubt))
        if doubt.kind == "twice":
            figure.add_shape(_level(doubt))
    for words, side, day in (
        ("opened", "left", camp["opened_start"]),
        ("closed", "right", camp["closed_end"]),
    ):
        if not pd.isna(day):
            figure.add_shape(_upright(day))
            figure.add_annotation(_sign(words, side, day))


def _note(doubt: Doubt) -> dict[str, object]:
    days, height = doubt.rows["date_start"], float(doubt.rows["value_min"].mean())
    at = {"x": f"{days.mean():%Y-%m-%d}", "y": height, "text": doubt.words}
    look = {"showarrow": False, "font": {"size": 12}, "bgcolor": theme.PAPER, "borderpad": 0}
    place = {
        "twice": {"xanchor": "center", "yanchor": "top", "yshift": -4},
        "rivals": {"xanchor": "right", "yanchor": "middle", "xshift": -10, "align": "right"},
        "late": {"xanchor": "right", "yanchor": "top", "yshift": -8, "align": "right"},
    }
    return {**at, **look, **place[doubt.kind]}


def _level(doubt: Doubt) -> dict[str, object]:
    days, height = doubt.rows["date_start"], float(doubt.rows["value_min"].iloc[0])
    ends = {"x0": f"{days.min():%Y-%m-%d}", "x1": f"{days.max():%Y-%m-%d}"}
    line = {"color": theme.INK, "width": 1, "dash": "dash"}
    return {"type": "line", **ends, "y0": height, "y1": height, "line": line, "layer": "below"}


def _upright(day: pd.Timestamp) -> dict[str, object]:
    ends = {"x0": f"{day:%Y-%m-%d}", "x1": f"{day:%Y-%m-%d}", "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "line", **ends, "line": {"color": theme.GREY, "width": 1, "dash": "dash"}}


def _sign(words: str, side: str, day: pd.Timestamp) -> dict[str, object]:
    place = {"x": f"{day:%Y-%m-%d}", "yref": "paper", "y": 1, "xanchor": side, "yanchor": "top"}
    look = {"showarrow": False, "font": {"size": 12}, "xshift": 3 if side == "left" else -3}
    return {**place, **look, "text": words}
