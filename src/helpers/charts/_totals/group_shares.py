"""What part of the prisoners were "counter-revolutionaries", or women: as printed, as counted."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._totals.looks import (
    LEGEND,
    SYSTEMS,
    computed_marks,
    decimal_year,
    not_re_read,
    short,
    years,
)
from helpers.charts.shared.record import hover, record
from helpers.models import totals as model

#: Groups: words of the axis, measure of the printed share.
GROUPS = {
    "counter_revolutionary": (
        "counter-revolutionary, per cent",
        "counter_revolutionary_share",
    ),
    "women": ("women, per cent", "women_share"),
}

#: The parts of the system for which groups were counted.
DRAWN = ("itl", "itk", "itl_itk")


def group_shares(table: pd.DataFrame, *, group: str = "counter_revolutionary") -> go.Figure:
    """
    Draw the share of a group of prisoners by date, printed and computed.

    Parameters
    ----------
    table : DataFrame
        ``gulag_totals``: the group and all prisoners (persons), printed shares (percent).
    group : str, optional
        ``counter_revolutionary`` or ``women``.

    Returns
    -------
    Figure
        Lines are the shares that works print; marks with a dot are computed here, the group
        divided by all prisoners of the day. Two counts of a day give two marks with a bar
        between. Where it is not recorded of some prisoners whether they belong to the group, the
        computed share is the least possible.

    Raises
    ------
    ValueError
        If the group is another one, or the table has no share of it.
    """
    if group not in GROUPS:
        raise ValueError(f"no group '{group}'; choose from {', '.join(GROUPS)}")
    title, measure = GROUPS[group]
    rows = table[(table["measure"] == measure) & table["value_min"].notna()]
    rows = rows[rows["system"].isin(DRAWN)].sort_values(["date_start", "row_id"])
    computed = {name: model.group_shares(table, name, group) for name in DRAWN}
    computed = {name: lines for name, lines in computed.items() if len(lines)}
    if rows.empty and not computed:
        raise ValueError(f"the table of totals has no share of {group.replace('_', '-')}")
    figure = go.Figure()
    for name in [name for name in DRAWN if name in set(rows["system"])]:
        figure.add_trace(_line(rows[rows["system"] == name], name, title))
    for name, lines in computed.items():
        figure.add_trace(_computed(lines, name))
    hollows = (rows["checked"] == "unread").any()
    if hollows or any(lines["unread"].any() for lines in computed.values()):
        figure.add_trace(not_re_read())
    figure.update_yaxes(title_text=title, rangemode="tozero", title_font={"size": 13})
    years(figure)
    figure.update_layout(legend=LEGEND | {"entrywidth": 210})
    inputs = pd.concat([rows, *computed.values()])[["source_keys"]]
    alt = _alt(rows, computed, title)
    return record(figure, inputs, _table(rows, computed), alt=alt, height=460)


def _line(rows: pd.DataFrame, system: str, what: str) -> go.Scatter:
    words, colour, dash, symbol = SYSTEMS[system]
    points: list[tuple] = []
    for _, row in rows.iterrows():
        when = decimal_year(row["date_start"])
        if points and when - points[-1][0] > 1.1:
            points.append((None, None, None, None, symbol))
        mark = theme.symbol(symbol, unread=row["checked"] == "unread")
        text = hover(row, f"{what}, {words}")
        points.append((when, short(float(row["value_min"])), text, row["row"], mark))
    x, y, texts, links, symbols = (list(cells) for cells in zip(*points, strict=True))
    return go.Scatter(
        x=x,
        y=y,
        name=f"{words}, printed",
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 1.5, "dash": dash},
        marker={"color": colour, "size": 8, "symbol": symbols},
        text=texts,
        hoverinfo="text",
        customdata=links,
    )


def _computed(lines: pd.DataFrame, system: str) -> go.Scatter:
    words, colour, _, _ = SYSTEMS[system]
    symbol = "hexagon" if system != "itl_itk" else "pentagon"
    return computed_marks(
        lines,
        lambda day, line: _hover(day, line, words),
        name=words,
        colour=colour,
        symbol=symbol,
    )


def percent(line: pd.Series) -> str:
    """Write a share, or the two ends of one."""
    low, high = (theme.number(line[end], 1) for end in ("low", "high"))
    return low if low == high else f"{low} or {high}"


def _hover(day: pd.Timestamp, line: pd.Series, words: str) -> str:
    read = f"<br>{theme.CHECKED['unread']}" if line["unread"] else ""
    return (
        f"<b>{percent(line)}</b> per cent of all prisoners, {words}<br>{day:%Y-%m-%d}<br>"
        f"computed: group / all prisoners{read}"
    )


def _table(rows: pd.DataFrame, computed: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Write a line per day and part of the system, the printed share beside the computed one."""
    printed = {(row["system"], row["date_start"]): row for _, row in rows.iterrows()}
    counted = {
        (name, day): line for name, part in computed.items() for day, line in part.iterrows()
    }
    both = sorted({*printed, *counted}, key=lambda one: (DRAWN.index(one[0]), one[1]))
    return pd.DataFrame([_entry(one, printed.get(one), counted.get(one)) for one in both])


def _entry(
    where: tuple[str, pd.Timestamp], row: pd.Series | None, line: pd.Series | None
) -> dict[str, str]:
    system, day = where
    inputs = [one for one in (row, line) if one is not None]
    unread = [row["checked"] == "unread"] if row is not None else []
    unread += [bool(line["unread"])] if line is not None else []
    return {
        "Where": SYSTEMS[system][0],
        "Date": f"{day:%Y-%m-%d}",
        "Printed (per cent)": "" if row is None else theme.amount(row),
        "Computed, of all (per cent)": "" if line is None else percent(line),
        "How known": "not re-read" if any(unread) else "read",
        "row": " ".join(dict.fromkeys(" ".join(one["row"] for one in inputs).split())),
    }


def _alt(rows: pd.DataFrame, computed: dict[str, pd.DataFrame], title: str) -> str:
    words = f"Line chart of prisoners of the Gulag, {title}: {len(rows)} printed shares"
    if len(rows):
        top, low = rows.loc[rows["value_min"].idxmax()], rows.loc[rows["value_min"].idxmin()]
        words += (
            f", from {theme.amount(low)} ({low['date_text']}) to {theme.amount(top)} "
            f"({top['date_text']})"
        )
    number = sum(len(lines) for lines in computed.values())
    wide = [
        f"{day.year}, {SYSTEMS[name][0]}: {percent(line)}"
        for name, lines in computed.items()
        for day, line in lines.iterrows()
        if line["high"] - line["low"] > 1
    ]
    words += f"; {number} computed from counts."
    return words + (f" With two counts of the day: {'; '.join(wide)}." if wide else "")
