"""Acts on camps and prisoners' labour on a line of years."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._incentives.years import Years, look, year
from helpers.charts.shared.record import record
from helpers.charts.shared.when import when

#: Kinds of act: colour, mark.
KINDS = {
    "camps": (theme.BLUE, "circle"),
    "credits and release": (theme.GREEN, "diamond"),
    "labour law": (theme.VERMILION, "square"),
    "rations": (theme.PURPLE, "star"),
    "wages": (theme.GREY, "triangle-up"),
}

#: Kinds that are drawn together where one of them is asked for.
TOGETHER = {"labour, rations and wages": ("labour law", "rations", "wages")}


def laws(table: pd.DataFrame, *, kind: str = "every") -> go.Figure:
    """
    Draw acts from the earliest down, each with its title on a line of years.

    Parameters
    ----------
    table : DataFrame
        ``laws``: columns ``row``, ``kind``, ``title``, ``issuer``, ``what``, dates,
        ``source_keys``, ``checked``, ``note``.
    kind : str, optional
        One of ``KINDS``, or ``labour, rations and wages``.

    Returns
    -------
    Figure
        A mark for each act at its first possible day, hollow where the act was not re-read; the
        table tells who issued it and what it did.

    Raises
    ------
    ValueError
        If there is no such kind, or no act of it.
    """
    rows = _of_kind(table, kind)
    figure, years = go.Figure(), Years()
    rows = rows.assign(y=[years.place(_label(row)) for _, row in rows.iterrows()])
    for name, (colour, symbol) in KINDS.items():
        for unread in (False, True):
            shown = rows[(rows["kind"] == name) & ((rows["checked"] == "unread") == unread)]
            if len(shown):
                marker = look(colour, symbol, unread)
                figure.add_trace(_marks(shown, f"{name}{', not re-read' * unread}", marker))
    height = years.close(figure)
    return record(figure, rows, _table(rows), alt=_alt(rows, kind), height=height)


def _of_kind(table: pd.DataFrame, kind: str) -> pd.DataFrame:
    known = ("every", *KINDS, *TOGETHER)
    if kind not in known:
        raise ValueError(f"no kind of act '{kind}'; choose from {', '.join(known)}")
    wanted = tuple(KINDS) if kind == "every" else TOGETHER.get(kind, (kind,))
    rows = table[table["kind"].isin(wanted)]
    if rows.empty:
        raise ValueError(f"the table has no act of kind '{kind}'")
    return rows.sort_values(["date_start", "row_id"]).reset_index(drop=True)


def _label(row: pd.Series) -> str:
    return f"{when(row)}: {row['title']}"


def _marks(rows: pd.DataFrame, name: str, marker: dict[str, object]) -> go.Scatter:
    return go.Scatter(
        x=[year(day) for day in rows["date_start"]],
        y=rows["y"].tolist(),
        mode="markers",
        name=name,
        marker=marker,
        hovertext=[_hover(row) for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
    )


def _hover(row: pd.Series) -> str:
    who = sources.short_list(sources.split(row["source_keys"]))
    said = f"<b>{when(row)}</b><br>{row['issuer']}"
    return f"{said}<br>{who}<br>{theme.CHECKED[row['checked']]}"


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    every = [row for _, row in rows.iterrows()]
    return pd.DataFrame(
        {
            "Date": [when(row) for row in every],
            "Act": [row["title"] for row in every],
            "Issued by": [row["issuer"] for row in every],
            "What it did": [row["what"] for row in every],
            "How known": [theme.CHECKED[row["checked"]] for row in every],
            "Source": [sources.short_list(sources.split(row["source_keys"])) for row in every],
            "row": [row["row"] for row in every],
        }
    )


def _alt(rows: pd.DataFrame, kind: str) -> str:
    first, last = rows.iloc[0], rows.iloc[-1]
    of = "on camps and labour" if kind == "every" else f"of the kind '{kind}'"
    unread = int((rows["checked"] == "unread").sum())
    return (
        f"Timeline of {len(rows)} acts {of}, from {_label(first)}, to {_label(last)}; "
        f"{unread or 'none'} not re-read."
    )
