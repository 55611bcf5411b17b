"""The panels of Karlag, with the claims about it."""

from __future__ import annotations

import pandas as pd

from helpers import theme
from helpers.charts._war_years.marks import day_marks
from helpers.charts._war_years.panels import END, START, Panels, moment
from helpers.charts.shared.looks import point
from helpers.charts.shared.record import hover
from helpers.models import mortality

HEADINGS = (
    "Claimed for the five years together; no yearly number",
    "Prisoners, thousand",
    "Prisoners ill or invalids",
    "Deaths in the year",
)

#: Claims over the whole war, from the top down: row, words, words where the unit is missing.
CLAIMS = {
    "karlag-1941-1945-industrial-output": "156 million roubles of output",
    "karlag-1941-1945-money-collected": "219 million roubles “collected”",
    "karlag-1941-1945-mortar-mines-sent": "more than 1 million mines (or roubles)",
}


def draw(
    panels: Panels,
    totals: pd.DataFrame,
    population: pd.DataFrame,
    production: pd.DataFrame,
    factors: pd.DataFrame,
) -> pd.DataFrame:
    """Draw the four panels and give the rows back, with ``what`` and ``kind``."""
    claimed = production[production["row_id"].isin(CLAIMS)].set_index("row_id").loc[list(CLAIMS)]
    claimed = claimed.reset_index().assign(what=list(CLAIMS.values()), kind="claimed")
    _claims(panels, claimed)
    mine = population[(population["camp_id"] == "karlag") & (population["same_as"] == "")]
    inside = mine["date_start"].dt.year.between(START, END - 1)
    edge = (mine["date_start"] == f"{END}-01-01") & (mine["date_kind"] == "day")
    held = mine[(mine["measure"] == "prisoners") & (inside | edge)].sort_values("date_start")
    held = held.assign(what="prisoners", kind=held["status"])
    thousand = held.assign(value_min=held["value_min"] / 1000, value_max=held["value_max"] / 1000)
    for kind, (colour, symbol, words) in theme.COUNT_KINDS.items():
        part = thousand[thousand["count_kind"] == kind].assign(what="thousand prisoners")
        if len(part):
            day_marks(panels, 1, part, (colour, symbol), words)
    panels.say(2, "not known: no yearly number of invalids or of the sick was found")
    panels.empty(2)
    dead = mine[(mine["measure"] == "deaths") & inside].assign(what="deaths", kind="counted")
    day_marks(panels, 3, dead, (theme.BLUE, "pentagon"), "deaths counted")
    expected = _expected(panels, totals, population)
    panels.figure.update_layout(yaxis2={"range": [0, 66]}, yaxis4={"range": [0, 12000]})
    return pd.concat([claimed, held, dead, expected], ignore_index=True)


def _claims(panels: Panels, rows: pd.DataFrame) -> None:
    """Draw each claim as a line over all five years: it belongs to none of them."""
    for place, (_, row) in enumerate(rows.iterrows()):
        level = 0.84 - 0.33 * place
        panels.figure.add_scatter(
            x=[moment(row["date_start"]), moment(row["date_end"])],
            y=[level, level],
            mode="lines+markers",
            line={"color": theme.PURPLE, "width": 2, "dash": "dot"},
            marker={"color": theme.PURPLE, "symbol": "line-ns-open", "size": 10},
            hovertext=[hover(row, row["what"])] * 2,
            hoverinfo="text",
            customdata=[row["row"]] * 2,
            showlegend=False,
        )
        panels.figure.add_annotation(
            text=row["what"],
            x=(START + END) / 2,
            y=level,
            yref="y",
            showarrow=False,
            bgcolor=theme.PAPER,
            font={"size": 12.5},
        )
    panels.empty(0)


def _expected(panels: Panels, totals: pd.DataFrame, population: pd.DataFrame) -> pd.DataFrame:
    """Draw the deaths that the Gulag's mean rates would mean; they are no count."""
    span = (START, END - 1)
    years = mortality.expected_deaths(population, totals, "karlag", years=span)
    years = years.dropna(subset=["low"])
    middle = [round((low + high) / 2) for low, high in _ends(years)]
    half = [round((high - low) / 2) for low, high in _ends(years)]
    said = [
        f"<b>{theme.number(round(row['low']))}–{theme.number(round(row['high']))}</b> deaths if the"
        f" Gulag’s mean rate held<br>{row['year']}<br>{theme.STATUSES['computed']}"
        for _, row in years.iterrows()
    ]
    panels.figure.add_scatter(
        x=[year + 0.5 for year in years["year"]],
        y=middle,
        yaxis=panels.axis(3),
        error_y={"array": half, "thickness": 2, "width": 6},
        mode="markers",
        marker=point(theme.INK, "triangle-up", "computed", size=9)
        | {"symbol": [theme.symbol("triangle-up", "computed", one) for one in years["unread"]]},
        name="at the Gulag’s death rate, computed",
        hovertext=said,
        hoverinfo="text",
        customdata=years["row"].tolist(),
        cliponaxis=False,
    )
    return pd.DataFrame(
        {
            "what": "deaths at the Gulag's mean rate",
            "kind": "computed in this book, no count",
            "date_text": years["year"].astype(str),
            "value_min": years["low"].round().astype("Float64"),
            "value_max": years["high"].round().astype("Float64"),
            "qualifier": ["range" if a < b else "about" for a, b in _ends(years)],
            "checked": years["unread"].map({True: "unread", False: "reproduced"}),
            "status": "estimated",
            "note": "Prisoners of the year times the death rate of all camps and colonies.",
            "source_keys": years["source_keys"],
            "row": years["row"],
        }
    )


def _ends(years: pd.DataFrame) -> list[tuple[int, int]]:
    return [(round(low), round(high)) for low, high in years[["low", "high"]].to_numpy()]


def alt(rows: pd.DataFrame) -> str:
    """Say what the four panels show."""
    held, dead = rows[rows["what"] == "prisoners"], rows[rows["what"] == "deaths"]
    expected = rows[rows["kind"].str.startswith("computed")]
    claims = "; ".join(rows.loc[rows["what"].isin(CLAIMS.values()), "what"])
    computed = ", ".join(
        f"{row['date_text']}: {theme.amount(row)}" for _, row in expected.iterrows()
    )
    counted = ", ".join(f"{row['date_text']}: {theme.amount(row)}" for _, row in dead.iterrows())
    low, high = (theme.number(float(end)) for end in held["value_min"].agg(["min", "max"]))
    return (
        f"Karlag. Claimed for all five years: {claims}. Prisoners from {low} to {high}. "
        f"The sick and invalids: not known. Deaths counted: {counted or 'none known'}; computed "
        f"at the Gulag's mean rate: {computed}."
    )
