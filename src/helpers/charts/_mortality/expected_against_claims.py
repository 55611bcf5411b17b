"""What the Gulag's death rates would mean for one camp, beside what is claimed for it."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.looks import point
from helpers.charts.shared.record import describe, hover, record
from helpers.charts.shared.shelf import Shelf
from helpers.models import mortality as rates

#: Colour and mark of each kind of number, and the words of the legend.
MARKS = {
    "computed": (theme.INK, "circle", "computed, no count"),
    "counted": (theme.BLUE, "square", "count"),
    "reported": (theme.BLUE, "square", "count"),
    "estimated": (theme.GREEN, "star", "estimate"),
    "claimed": theme.COUNT_KINDS["claim"],
}

#: Heading of the values in the table.
VALUE = "Deaths (persons)"

#: Words at the marks: before them, for the axis ends at the highest number.
TEXT = {
    "textposition": "middle left",
    "textfont": {"size": 12},
    "hoverinfo": "text",
    "cliponaxis": False,
}


def expected_against_claims(
    population: pd.DataFrame, totals: pd.DataFrame, claims: pd.DataFrame, *, camp: str
) -> go.Figure:
    """
    Compare the claims on the dead of a camp with the order of magnitude of the Gulag's rates.

    Parameters
    ----------
    population, totals : DataFrame
        ``camp_population`` and ``gulag_totals``, as for ``mortality.expected_deaths`` of
        ``helpers.models``.
    claims : DataFrame
        ``camp_claims``: columns ``camp_id``, ``measure`` (``deaths`` is used), values in
        persons, dates, ``status``, sources.
    camp : str
        ``camp_id`` of the camp.

    Returns
    -------
    Figure
        A mark per number on an axis from zero; the computed one runs from the lowest to the
        highest number of prisoners known for each year. Its label names the years without a
        number, which are left out; its table has a line per year.

    Raises
    ------
    ValueError
        If nothing is claimed on the dead of the camp.
    """
    rows = claims[(claims["camp_id"] == camp) & (claims["measure"] == "deaths")]
    rows = rows[rows["value_min"].notna() | rows["value_max"].notna()]
    if rows.empty:
        known = ", ".join(sorted(claims.loc[claims["measure"] == "deaths", "camp_id"].unique()))
        raise ValueError(f"no claim on deaths for camp '{camp}'; the table has {known}")
    years = _years(rows)
    yearly = rates.expected_deaths(population, totals, camp, years=years)
    full = yearly[yearly["missing"] == ""]
    ends = [_round(full[end].sum()) for end in ("low", "high")]
    figure, shelf = go.Figure(), Shelf()
    (y,) = shelf.bars(_explain(yearly))
    figure.add_trace(_computed(ends, y, full))
    for (status, unread), group in rows.groupby(
        ["status", rows["checked"] == "unread"], sort=False
    ):
        places = [shelf.bars(_cited(row))[0] for _, row in group.iterrows()]
        figure.add_trace(_marks(group, places, status, unread=unread))
    most = max(*ends, *(_value(row) for _, row in rows.iterrows()))
    height = shelf.close(figure, "deaths", most)
    inputs = pd.concat([rows[["source_keys"]], full[["source_keys"]]])
    alt = _alt(rows, full, ends, camp)
    return record(figure, inputs, _table(rows, yearly, ends), alt=alt, height=height)


def _years(rows: pd.DataFrame) -> tuple[int, int] | None:
    first, last = rows["date_start"].min(), rows["date_end"].max()
    return None if pd.isna(first) or pd.isna(last) else (first.year, last.year)


def _round(value: float) -> int:
    """Round to hundreds: an order of magnitude is meant."""
    return int(round(value, -2))


def _value(row: pd.Series) -> int:
    return int(row["value_max"] if pd.isna(row["value_min"]) else row["value_min"])


def _range(ends: list[int]) -> str:
    low, high = ends
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def _without(yearly: pd.DataFrame) -> str:
    """Name the years that are left out."""
    return ", ".join(str(year) for year in yearly.loc[yearly["missing"] != "", "year"])


def _explain(yearly: pd.DataFrame) -> str:
    left_out, number = _without(yearly), int((yearly["missing"] == "").sum())
    words = f"At the Gulag's mean death rate of each year, {number} years"
    return f"{words}; left out: {left_out}" if left_out else words


def _computed(ends: list[int], y: float, full: pd.DataFrame) -> go.Scatter:
    colour, symbol, words = MARKS["computed"]
    unread, link = bool(full["unread"].any()), " ".join(full["row"])
    said = f"<b>{_range(ends)}</b> deaths at the Gulag's mean rates"
    return go.Scatter(
        x=ends,
        y=[y, y],
        mode="lines+markers+text",
        line={"color": colour, "width": 2},
        marker=point(colour, symbol, "computed", unread, size=11),
        name=f"{words}, {theme.UNREAD}" if unread else words,
        text=[f"{_range(ends)}  ", ""],
        hovertext=[f"{said}<br>{theme.STATUSES['computed']}"] * 2,
        customdata=[link, link],
        **TEXT,
    )


def _cited(row: pd.Series) -> str:
    return sources.short_list(sources.split(row["source_keys"]))


def _marks(rows: pd.DataFrame, places: list[float], status: str, *, unread: bool) -> go.Scatter:
    colour, symbol, words = MARKS[status]
    return go.Scatter(
        x=[_value(row) for _, row in rows.iterrows()],
        y=places,
        mode="markers+text",
        marker={"color": colour, "symbol": symbol + ("-open" if unread else ""), "size": 12},
        name=f"{words}, not re-read" if unread else words,
        text=[f"{theme.amount(row)}  " for _, row in rows.iterrows()],
        hovertext=[hover(row, "deaths") for _, row in rows.iterrows()],
        customdata=rows["row"].tolist(),
        **TEXT,
    )


def _table(rows: pd.DataFrame, yearly: pd.DataFrame, ends: list[int]) -> pd.DataFrame:
    view = describe(rows, VALUE)
    view.insert(0, "Number", "claim on the whole time")
    full = yearly[yearly["missing"] == ""]
    lines = [_computed_line("the Gulag's mean rates, all years", "", _range(ends), full)]
    for year, part in yearly.groupby("year"):
        line = part.iloc[0]
        number = line["missing"] or _range([round(line["low"]), round(line["high"])])
        lines.append(_computed_line(_product(line), str(year), number, part))
    return pd.concat([view, pd.DataFrame(lines)], ignore_index=True)


def _product(line: pd.Series) -> str:
    if line["missing"]:
        return "not computed"
    number = _range([int(line["prisoners_low"]), int(line["prisoners_high"])])
    low, high = (theme.number(line[f"rate_{end}"]) for end in ("low", "high"))
    return f"{number} prisoners x {low if low == high else f'{low}–{high}'} percent"


def _computed_line(number: str, date: str, value: str, rows: pd.DataFrame) -> dict[str, str]:
    keys = [key for cell in rows["source_keys"] for key in sources.split(cell)]
    return {
        "Number": number,
        "Date": date,
        VALUE: value,
        "Kind of number": "" if rows["missing"].any() else "computed",
        "How known": _known(rows),
        "Source": sources.short_list(keys),
        "row": " ".join(dict.fromkeys(" ".join(rows["row"]).split())),
    }


def _known(rows: pd.DataFrame) -> str:
    if rows["missing"].any():
        return ""
    return f"from the rows linked{f', some {theme.UNREAD}' * bool(rows['unread'].any())}"


def _alt(rows: pd.DataFrame, full: pd.DataFrame, ends: list[int], camp: str) -> str:
    said = "; ".join(f"{theme.amount(row)} ({_cited(row)})" for _, row in rows.iterrows())
    name = theme.camp_name(camp)
    many = "1 year" if len(full) == 1 else f"{len(full)} years"
    return (
        f"Dot chart of the dead of {name}. Claimed: {said}. The Gulag's mean death rates would "
        f"give {_range(ends)} in {many}: an order of magnitude, no count."
    )
