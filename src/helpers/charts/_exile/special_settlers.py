"""Special settlers on the register of Kazakhstan, with groups of them or prisoners beside."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import theme, units
from helpers.charts._exile.words import group_name
from helpers.charts.shared.record import describe, hover, record
from helpers.charts.shared.when import when

#: What can stand beside the register.
BESIDE = ("nothing", "groups", "karlag")

#: The group that is the whole register.
ALL = "all_special_settlers"

#: Looks: colour, mark.
REGISTER, PRISONERS = (theme.BLUE, "circle"), (theme.VERMILION, "square")
GROUP_LOOKS = ((theme.GREEN, "triangle-down"), (theme.PURPLE, "triangle-up"), (theme.INK, "cross"))


def special_settlers(
    table: pd.DataFrame,
    camp_numbers: pd.DataFrame,
    factors: pd.DataFrame,
    *,
    beside: str = "nothing",
) -> go.Figure:
    """
    Draw how many special settlers stood on the register of Kazakhstan.

    Parameters
    ----------
    table : DataFrame
        ``deportations``: rows of measure ``registered`` in ``persons`` or ``thousand persons``.
    camp_numbers : DataFrame
        ``camp_population``: counts of the prisoners of Karlag.
    factors : DataFrame
        ``unit_conversions``, for the numbers printed in thousands.
    beside : str, optional
        ``nothing``, ``groups`` (peoples within the register) or ``karlag`` (its prisoners).

    Returns
    -------
    Figure
        One mark per number and no line: between the years nothing is known. Numbers that were
        not re-read are hollow.

    Raises
    ------
    ValueError
        If something else is to stand beside it.
    """
    if beside not in BESIDE:
        raise ValueError(f"nothing called '{beside}' to stand beside; choose from {BESIDE}")
    register = _register(table, factors)
    series = [(group_name(ALL), register[register["group"] == ALL], REGISTER)]
    if beside == "groups":
        others = register[register["group"] != ALL].groupby("group", sort=True)
        series += [
            (group_name(name), rows, look)
            for (name, rows), look in zip(others, GROUP_LOOKS, strict=False)
        ]
    if beside == "karlag":
        series.append(("prisoners of Karlag", _prisoners(camp_numbers), PRISONERS))
    figure = go.Figure()
    for name, rows, look in series:
        for unread in (False, True):
            shown = rows[(rows["checked"] == "unread") == unread]
            if len(shown):
                figure.add_trace(_trace(name, shown, look, unread))
    figure.update_yaxes(title_text="persons", rangemode="tozero", tickformat=",d")
    figure.update_xaxes(range=["1931-01-01", "1961-06-01"], nticks=5, tickformat="%Y", tickangle=0)
    drawn = pd.concat([rows for _, rows, _ in series])
    return record(figure, drawn, _table(series), alt=_alt(series), height=440)


def _register(table: pd.DataFrame, factors: pd.DataFrame) -> pd.DataFrame:
    rows = table[(table["measure"] == "registered") & (table["destination"] == "kazakhstan")]
    if rows.empty:
        raise ValueError("the table has no row of measure 'registered' for Kazakhstan")
    return units.in_unit(rows, "persons", factors).sort_values(["date_start", "row_id"])


def _prisoners(camp_numbers: pd.DataFrame) -> pd.DataFrame:
    rows = camp_numbers[
        (camp_numbers["camp_id"] == "karlag")
        & (camp_numbers["measure"] == "prisoners")
        & (camp_numbers["same_as"] == "")
        & camp_numbers["date_start"].notna()
    ]
    return rows.sort_values(["date_start", "row_id"])


def _trace(name: str, rows: pd.DataFrame, look: tuple[str, str], unread: bool) -> go.Scatter:
    colour, symbol = look
    few = look != PRISONERS
    values = [round(float(value)) for value in rows["value_min"]]
    return go.Scatter(
        x=[f"{_middle(row):%Y-%m-%d}" for _, row in rows.iterrows()],
        y=values,
        name=f"{name}, not re-read" if unread else name,
        mode="markers+text" if few else "markers",
        marker={"color": colour, "symbol": symbol + "-open" * unread, "size": 10 if few else 7},
        text=[theme.number(value) for value in values] if few else None,
        textposition=_beside(look, len(values)),
        textfont={"size": 12},
        cliponaxis=False,
        hovertext=[hover(row, "persons") for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
    )


def _beside(look: tuple[str, str], count: int) -> str | list[str]:
    """Let the last number of a people turn away from the one before: years are narrow."""
    if look == REGISTER or count < 2:
        return "top center"
    return [*["top center"] * (count - 1), "top right"]


def _middle(row: pd.Series) -> pd.Timestamp:
    return row["date_start"] + (row["date_end"] - row["date_start"]) / 2


def _table(series: list) -> pd.DataFrame:
    views = []
    for name, rows, _ in series:
        view = describe(rows, "Persons")
        view["Date"] = [when(row) for _, row in rows.iterrows()]
        view.insert(0, "Who", name)
        view.insert(len(view.columns) - 1, "Note", rows["note"])
        views.append(view)
    return pd.concat(views, ignore_index=True)


def _alt(series: list) -> str:
    said = []
    for name, rows, _ in series:
        top = rows.loc[rows["value_min"].astype(float).idxmax()]
        last = rows.iloc[-1]
        said.append(
            f"{name}: {len(rows)} numbers from {when(rows.iloc[0])} to {when(last)}, the highest "
            f"{theme.amount(top)} ({when(top)})"
        )
    return f"Scatter chart of special settlers on the register of Kazakhstan. {'; '.join(said)}."
