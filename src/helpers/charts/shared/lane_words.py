"""Describe lanes of events in words: the hover of a mark, the alt text of the whole."""

from __future__ import annotations

import pandas as pd

from helpers import theme
from helpers.charts.shared.happenings import side, when, who_says, written
from helpers.charts.shared.ranked import wrap

#: Letters of a line of a hover text that fits on a telephone.
WIDTH = 38


def hovers(rows: pd.DataFrame) -> list[str]:
    """Write the hover text of each event: date, side and kind, what happened, source."""
    return [_hover(row) for _, row in rows.iterrows()]


def _hover(row: pd.Series) -> str:
    what = f"{side(row['actor'])}: {row['event_type']}"
    parts = [
        f"<b>{wrap(when(row), WIDTH)}</b>",
        wrap("; ".join(filter(None, [what, row["place"]])), WIDTH),
        wrap(row["description"], WIDTH),
        wrap(f"{who_says(row)}; {theme.CHECKED[row['checked']]}", WIDTH),
    ]
    return "<br>".join(parts)


def alt(rows: pd.DataFrame, begin: pd.Timestamp, end: pd.Timestamp) -> str:
    """Describe the chart: how many events of which side, how well dated, the fullest day."""
    start = f"Chart of events in lanes, {written(begin)} to {written(end)}"
    if rows.empty:
        return f"{start}: no event in our sources fits this choice; that is no sign of a quiet day."
    counts = ", ".join(f"{side(actor)} {n}" for actor, n in rows["actor"].value_counts().items())
    exact = rows[rows["date_start"] == rows["date_end"]]
    lasting = int((rows["date_kind"] == "span").sum())
    loose = len(rows) - len(exact) - lasting
    dated = f"Dated to a day: {len(exact)}; over several days: {lasting}; less closely: {loose}."
    return f"{start}: {len(rows)} ({counts}). {dated}{_fullest(exact, begin, end)}"


def _fullest(exact: pd.DataFrame, begin: pd.Timestamp, end: pd.Timestamp) -> str:
    if exact.empty:
        return ""
    per_day = exact["date_start"].value_counts().sort_index()
    most, every = per_day.idxmax(), (end - begin).days + 1
    return (
        f" Most stand at {written(most)} ({per_day.max()}); "
        f"{every - len(per_day)} of {every} days have no event of their own in our sources."
    )
