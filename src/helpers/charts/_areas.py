"""Area of a camp, as documented and as claimed, beside countries of today on one linear scale."""

from __future__ import annotations

import re

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.ranked import (
    AROUND,
    LINE,
    STATUS_LOOKS,
    bar_look,
    in_words,
    lines,
    measured,
    number_of,
)
from helpers.charts.shared.record import describe, hover, nothing, record

COMPARE = ("every", "documented")

#: Countries more than so many times as large as the largest area of the camp are left out.
TOO_LARGE = 3

#: What stands beside what: words of the legend, colour, pattern.
GROUPS = {
    "documented": ("documented", theme.BLUE, ""),
    "claimed": ("claimed", theme.PURPLE, STATUS_LOOKS["claimed"][2]),
    "country": ("country of today", theme.GREY, "+"),
}


def areas(
    claims: pd.DataFrame, countries: pd.DataFrame, *, camp: str = "karlag", compare: str = "every"
) -> go.Figure:
    """
    Draw each area that is given for a camp beside the areas of countries.

    Parameters
    ----------
    claims : DataFrame
        ``camp_claims``; the rows of the measure ``area`` (km²) are used.
    countries : DataFrame
        ``country_areas``; columns ``country`` and, of the measure ``area``, values in km².
    camp : str, optional
        ``camp_id`` of the camp.
    compare : str, optional
        ``every`` area, or ``documented``: without the claims, so that small ones can be read.

    Returns
    -------
    Figure
        Bars from zero on one linear scale, the smallest on top. Countries more than three times
        as large as the largest area of the camp that is drawn are named without a bar. A claim
        in words has no bar and stands in the table.

    Raises
    ------
    ValueError
        If the table has no area of this camp, or ``compare`` is something else.
    """
    if compare not in COMPARE:
        raise ValueError(f"no comparison '{compare}'; choose from {', '.join(COMPARE)}")
    own, others = _camp(claims, camp, compare), _countries(countries)
    limit = TOO_LARGE * float(own["size"].max()) if own["size"].notna().any() else 0
    far = others[others["size"] > limit]
    rows = pd.concat([own, others[others["size"] <= limit]], ignore_index=True)
    drawn = rows.dropna(subset=["size"]).sort_values(["size", "row_id"], ignore_index=True)
    figure = go.Figure()
    for group, (words, colour, pattern) in GROUPS.items():
        for unread, bars in drawn[drawn["group"] == group].groupby(drawn["checked"] == "unread"):
            look = bar_look(colour, "hollow" if unread else pattern)
            figure.add_trace(_bars(bars, words + (", not re-read" if unread else ""), look))
    if drawn.empty:
        nothing(figure, "The table holds no area in numbers for this choice")
    else:
        measured(figure, float(drawn["size"].max()), "area", "km²")
        lines(figure, [*drawn["label"], *(["Too large for this scale"] if len(far) else [])])
        if len(far):
            in_words(figure, len(drawn), ", ".join(far.sort_values("size")["label"]))
    france = others[others["country"] == "france"]
    return record(
        figure,
        pd.concat([rows, france]).drop_duplicates("row"),
        _table(pd.concat([drawn, rows[rows["size"].isna()]]), france),
        alt=_alt(drawn, france, far, camp),
        height=AROUND + LINE * max(len(drawn) + 1, 3),
    )


def _camp(claims: pd.DataFrame, camp: str, compare: str) -> pd.DataFrame:
    rows = claims[(claims["camp_id"] == camp) & (claims["measure"] == "area")]
    if rows.empty:
        known = ", ".join(sorted(claims.loc[claims["measure"] == "area", "camp_id"].unique()))
        raise ValueError(f"no area of camp '{camp}' in the table; it has {known}")
    group = (rows["status"] == "claimed").map({True: "claimed", False: "documented"})
    rows = rows.assign(size=number_of(rows), group=group)
    rows["label"] = [_label(row, theme.camp_name(camp)) for _, row in rows.iterrows()]
    return rows if compare == "every" else rows[rows["group"] == "documented"]


def _label(row: pd.Series, camp: str) -> str:
    if row["group"] == "claimed" or pd.isna(row["date_start"]):
        who = sources.short_list(sources.split(row["source_keys"]))
        return f"Claim: {who}" if row["group"] == "claimed" else f"{camp}: {who}"
    when = (
        row["date_text"] if len(row["date_text"]) <= len("1930 or 1931") else row["date_start"].year
    )
    return f"{camp}, {when}"


def _countries(countries: pd.DataFrame) -> pd.DataFrame:
    rows = countries[countries["measure"] == "area"]
    names = [_country(name) for name in rows["country"]]
    return rows.assign(size=number_of(rows), group="country", label=names).dropna(subset=["size"])


def _country(key: str) -> str:
    """Write the key of a country for readers, such as ``karaganda-oblast-1997-2022``."""
    name = re.sub(r"-(\d{4})-(\d{4})$", r" (\1–\2)", key)
    name = re.sub(r"-(?=[a-z])", " ", name)
    return name[:1].upper() + name[1:]


def _bars(rows: pd.DataFrame, words: str, look: dict[str, object]) -> go.Bar:
    return go.Bar(
        orientation="h",
        name=words,
        x=[float(value) for value in rows["size"]],
        y=rows.index.tolist(),
        width=0.6,
        marker=look,
        text=[theme.amount(row) for _, row in rows.iterrows()],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        hovertext=[hover(row, f"km²<br>{row['label']}") for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=rows["row"].tolist(),
    )


def _share(area: float, france: pd.DataFrame) -> float | None:
    return None if france.empty else round(100 * float(area) / float(france["size"].iloc[0]), 2)


def _table(rows: pd.DataFrame, france: pd.DataFrame) -> pd.DataFrame:
    view = describe(rows, "Area (km²)")
    view.insert(0, "What", rows["label"])
    shares = [None if pd.isna(size) else _share(size, france) for size in rows["size"]]
    view.insert(3, "Per cent of France (computed)", pd.Series(shares, view.index, dtype=object))
    return view.assign(row=[f"{own} {' '.join(france['row'])}".strip() for own in rows["row"]])


def _alt(drawn: pd.DataFrame, france: pd.DataFrame, far: pd.DataFrame, camp: str) -> str:
    start = f"Bar chart of areas in km², {theme.camp_name(camp)} beside countries of today"
    if drawn.empty:
        return f"{start}: the table holds no area in numbers for this choice."
    said = [
        _said(drawn[drawn["group"] == group], france, group)
        for group in GROUPS
        if group != "country"
    ]
    left_out = f" Too large to draw: {', '.join(far['label'])}." if len(far) else ""
    return f"{start}, {len(drawn)} bars. {' '.join(filter(None, said))}{left_out}"


def _said(rows: pd.DataFrame, france: pd.DataFrame, group: str) -> str:
    if rows.empty:
        return ""
    low, high = rows.iloc[0], rows.iloc[-1]
    many = f"{theme.amount(low)} to {theme.amount(high)}" if len(rows) > 1 else theme.amount(high)
    share = _share(high["size"], france)
    ratio = (
        ""
        if share is None
        else (
            f"; the largest is {theme.number(share, 1)} per cent of France "
            f"({theme.amount(france.iloc[0])})"
        )
    )
    return f"Areas {group}: {many}{ratio}."
