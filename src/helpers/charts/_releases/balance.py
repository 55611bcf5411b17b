"""Who came and who left the camps and colonies, year by year, and why."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.ranked import measured
from helpers.charts.shared.record import record
from helpers.charts.shared.shelf import Shelf, Style, bars
from helpers.charts.shared.when import when
from helpers.models import balance as model

#: Looks of the four numbers of a year, in the order in which they are drawn.
PARTS = {
    "start": Style(theme.GREY, "", "prisoners on 1 January"),
    "arrivals": Style(theme.VERMILION, "", "arrived, newly sentenced"),
    "end_of_term": Style(theme.BLUE, "", "left at the end of the term"),
    "by_decrees": Style(theme.GREEN, "/", "left by decree or commission"),
}


def balance(table: pd.DataFrame, *, share: bool = False) -> go.Figure:
    """
    Draw the balance of prisoners of camps and colonies.

    Parameters
    ----------
    table : DataFrame
        ``amnesties``, with the rows of the balance (persons).
    share : bool, optional
        Draw per cent of the prisoners of 1 January of the year instead of persons.

    Returns
    -------
    Figure
        A group of bars per year from zero; the last year ends on the day that its row says.

    Raises
    ------
    ValueError
        As in `models.balance.years`.
    """
    rows = table[table["act"] == "balance_camps_colonies"]
    lines = _lines(model.years(table), rows, share)
    figure, shelf, places = go.Figure(), Shelf(), []
    for _, group in lines.groupby("year", sort=False):
        shelf.heading(group["heading"].iloc[0])
        places += shelf.bars("", len(group))
    lines = lines.assign(y=[round(at, 1) for at in places])
    for part, style in PARTS.items():
        if share:
            style = style._replace(pattern=theme.STATUS_PATTERNS["computed"])
        group = lines[lines["part"] == part]
        if len(group):
            figure.add_trace(bars(group.to_dict("records"), style))
    unit = "per cent of the prisoners of 1 January" if share else "persons"
    most = float(lines["x"].max())
    height = shelf.close(figure, unit, most, room=1.35)
    measured(figure, most, "", unit, room=1.35)
    return record(figure, rows, _table(lines, unit), alt=_alt(lines, share), height=height)


def _lines(years: list[model.Year], rows: pd.DataFrame, share: bool) -> pd.DataFrame:
    known = rows.set_index("row")
    found = []
    for year in years:
        names = dict(zip(model.PARTS, year.row.split(), strict=False))
        period = when(known.loc[names["arrivals"]])
        for part in PARTS if not share else list(PARTS)[1:]:
            value = float(getattr(year, part))
            percent = round(100 * value / year.start, 1)
            drawn = percent if share else value
            used = f"{names[part]} {names['start']}" if share else names[part]
            text = f"{theme.number(percent, 1)} %" if share else theme.number(value)
            source = sources.short_list(sources.split(known.loc[names[part], "source_keys"]))
            found.append(
                {
                    "year": year.year,
                    "heading": period,
                    "part": part,
                    "persons": value,
                    "percent": percent,
                    "x": drawn,
                    "text": text,
                    "hover": f"<b>{text}</b> {PARTS[part].words}<br>{period}<br>"
                    f"{theme.number(value)} persons<br>{source}",
                    "row": used,
                }
            )
    return pd.DataFrame(found)


def _table(lines: pd.DataFrame, unit: str) -> pd.DataFrame:
    view = {
        "Period": lines["heading"],
        "Who": [PARTS[part].words for part in lines["part"]],
        "Persons": lines["persons"],
    }
    if unit != "persons":
        view["Per cent (computed)"] = lines["percent"]
    return pd.DataFrame({**view, "row": lines["row"]})


def _alt(lines: pd.DataFrame, share: bool) -> str:
    what = "in per cent of the prisoners of 1 January" if share else "in persons"
    said = []
    for period, group in lines.groupby("heading", sort=False):
        texts = group.set_index("part")["text"]
        said.append(
            f"{period}: {texts['arrivals']} arrived, {texts['end_of_term']} left at the end of "
            f"their term, {texts['by_decrees']} by decree"
        )
    return f"Bar chart of arrivals and departures, camps and colonies, {what}. {'; '.join(said)}."
