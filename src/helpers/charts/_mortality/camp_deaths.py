"""Single camps of Kazakhstan beside the line of the Gulag's mortality."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.looks import point
from helpers.models import mortality as rates


def single_camps(camp_numbers: pd.DataFrame, camps: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Find the camps of Kazakhstan with yearly deaths, and write what is drawn of each."""
    told = camps[["camp_id", "name_en", "in_kazakhstan", "note"]]
    known = rates.camp_rates(camp_numbers).merge(told, on="camp_id", suffixes=("", "_camp"))
    known = known[known["in_kazakhstan"] != "no"]
    value = known["rate"] if measure == "mortality" else known["deaths"]
    part = known["in_kazakhstan"].map(
        lambda word: " (in Kazakhstan for a time)" * (word == "partly")
    )
    return known.assign(value=value, name=known["name_en"] + part)


def hexagons(single: pd.DataFrame, measure: str) -> go.Scatter:
    """Draw the camps, as hexagons; with a dot where the rate is computed in this book."""
    computed = measure == "mortality"
    status = "computed" if computed else ""
    unread = single["checked"] == "unread"
    marks = [theme.symbol("hexagon", status, one) for one in unread]
    return go.Scatter(
        x=single["year"].tolist(),
        y=[
            int(value) if value == int(value) else round(float(value), 3)
            for value in single["value"]
        ],
        name="single camps, rate computed" if computed else "single camps",
        mode="markers",
        cliponaxis=False,
        marker=point(theme.INK, "hexagon", status, bool(unread.all()), size=10) | {"symbol": marks},
        text=[_camp_hover(row) for _, row in single.iterrows()],
        hoverinfo="text",
        customdata=single["row"].tolist(),
    )


def _camp_hover(row: pd.Series) -> str:
    opening = ""
    if not pd.isna(row["prisoners"]):
        held, rate = theme.number(row["prisoners"]), theme.number(row["rate"], 1)
        opening = f" of {held} prisoners on 1 January:<br>{rate} per 100, computed"
    cited = sources.short_list(sources.split(row["source_keys"]))
    dead = theme.number(row["deaths"])
    return f"<b>{row['name']}</b>, {row['year']}<br>{dead} deaths{opening}<br>{cited}"


def labels(figure: go.Figure, rows: pd.DataFrame, single: pd.DataFrame, gap: str) -> None:
    """Name the camps in the empty upper right, and say there what is missing."""
    top = float(rows["value_min"].max())
    start, end = rows["date_start"].dt.year.min(), rows["date_end"].dt.year.max()
    column = {"x": round(float(start + 0.58 * (end - start)), 1), "xanchor": "left"}
    column |= {"align": "left", "yanchor": "top", "showarrow": False}
    level = 1.04
    if gap:
        lines = textwrap.wrap(gap, 18)
        said = {"text": "<br>".join(lines), "font": {"size": 12, "weight": 700}}
        figure.add_annotation(y=round(top * level, 2), **said, **column)
        level -= 0.17
    for group in _clusters(single, top):
        lines = [line for _, row in group.iterrows() for line in textwrap.wrap(label(row), 18)]
        said = {"text": "<br>".join(lines), "font": {"size": 12}}
        figure.add_annotation(y=round(top * level, 2), **said, **column)
        figure.add_annotation(
            x=int(group["year"].iloc[0]),
            y=float(group["value"].max()),
            ax=column["x"],
            ay=round(top * (level - 0.045), 2),
            axref="x",
            ayref="y",
            text="",
            arrowcolor=theme.GREY,
            arrowwidth=1,
            arrowhead=0,
            standoff=7,
        )
        level -= 0.07 * len(lines) + 0.05


def _clusters(single: pd.DataFrame, top: float) -> list[pd.DataFrame]:
    """Group marks that lie upon each other, the highest first."""
    if single.empty:
        return []
    rows = single.sort_values(["year", "value"], ascending=False)
    near = (rows["value"].diff().abs() < 0.05 * top) & (rows["year"].diff() == 0)
    return [group for _, group in rows.groupby((~near).cumsum(), sort=False)]


def label(row: pd.Series) -> str:
    """Name a camp with its number."""
    return f"{row['name']}: {theme.number(row['value'], 1 if row['value'] % 1 else 0)}"


def value_heading(measure: str) -> str:
    """Head the column of values in the table."""
    return "Deaths per 100 prisoners (percent)" if measure == "mortality" else "Deaths (persons)"


def camp_table(single: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Write the lines of the camps in the table, with what each rate rests on."""
    rate = measure == "mortality"
    lines = []
    for _, row in single.iterrows():
        dead, opening = theme.number(row["deaths"]), theme.number(row["prisoners"])
        basis = f"{dead} deaths; prisoners on 1 January: {opening}"
        kind = "computed" if rate and not pd.isna(row["rate"]) else row["status"]
        lines.append(
            {
                "Where": row["name"],
                "Date": str(row["year"]),
                value_heading(measure): theme.number(row["value"], 1 if rate else None),
                "Kind of number": kind,
                "How known": theme.CHECKED[row["checked"]],
                "Source": sources.short_list(sources.split(row["source_keys"])),
                "Note": ". ".join(part for part in (basis, row["note"], row["note_camp"]) if part),
                "row": row["row"],
            }
        )
    return pd.DataFrame(lines)
