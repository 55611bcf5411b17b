"""How many prisoners stayed: special camps beside the whole, from the first count on."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts.shared.looks import point
from helpers.charts.shared.record import record
from helpers.charts.shared.when import when

#: Lines in the order in which they are drawn; the whole comes first.
WHOLE = "ussr"
CAMPS = ("peschanlag", "steplag", "dallag", "karlag")
LOOKS = dict(zip((WHOLE, *CAMPS), theme.SERIES, strict=False))

#: First and last year that is drawn.
FIRST, LAST = 1953, 1959

MEASURES = ("share", "persons")


def held(population: pd.DataFrame, amnesties: pd.DataFrame, *, measure: str = "share") -> go.Figure:
    """
    Draw the prisoners of some camps after the amnesty of 1953.

    Parameters
    ----------
    population : DataFrame
        ``camp_population``: ``row``, ``camp_id``, ``measure``, values (persons), ``count_kind``,
        dates, ``checked``, sources.
    amnesties : DataFrame
        ``amnesties``, whose balance has the prisoners of all camps and colonies.
    measure : str, optional
        ``share``: per cent of the first number of each line; ``persons``: the numbers of the
        camps, without the whole.

    Returns
    -------
    Figure
        A line per camp. Highest counts of a year have a mark of their own and a broken line;
        two counts of one day are two marks, joined by no line.

    Raises
    ------
    ValueError
        If ``measure`` is something else, or no camp has a number.
    """
    if measure not in MEASURES:
        raise ValueError(f"no measure '{measure}'; choose from {', '.join(MEASURES)}")
    rows = _rows(population, amnesties if measure == "share" else amnesties.iloc[:0])
    if rows.empty:
        raise ValueError(f"no camp has a number of prisoners in {FIRST}–{LAST}")
    figure = go.Figure()
    for line, group in rows.groupby("line", sort=False):
        figure.add_traces(_traces(group, str(line), measure))
    unit = "per cent of the first number" if measure == "share" else "persons"
    top = 119 if measure == "share" else float(rows["persons"].max()) * 1.1
    figure.update_yaxes(
        range=[0, round(top, 1)], title={"text": unit, "font": {"size": 12}}, tickformat=",~r"
    )
    figure.update_xaxes(
        type="date",
        range=[f"{FIRST - 1}-11-15", f"{LAST}-12-31"],
        tickmode="array",
        tickvals=[f"{year}-01-01" for year in range(FIRST, LAST + 1)],
        # every second year has its word, so that all stand upright on a phone
        ticktext=[str(y) if (y - FIRST) % 2 == 0 else "" for y in range(FIRST, LAST + 1)],
        tickangle=0,
    )
    figure.update_layout(legend={"font": {"size": 12}}, showlegend=True)
    return record(figure, rows, _table(rows), alt=_alt(rows, measure), height=470)


def _rows(population: pd.DataFrame, amnesties: pd.DataFrame) -> pd.DataFrame:
    whole = amnesties[
        (amnesties["act"] == "balance_camps_colonies") & (amnesties["measure"] == "prisoners")
    ].assign(line=WHOLE, count_kind="count")
    camps = population[
        (population["measure"] == "prisoners")
        & population["camp_id"].isin(CAMPS)
        & population["date_start"].dt.year.between(FIRST, LAST)
    ]
    order = {camp: at for at, camp in enumerate(CAMPS)}
    camps = camps.assign(line=camps["camp_id"], at=camps["camp_id"].map(order))
    rows = pd.concat([whole, camps.sort_values(["at", "date_start", "row_id"])])
    rows = rows.assign(persons=rows["value_max"].fillna(rows["value_min"]).astype(float))
    first = rows.drop_duplicates("line").set_index("line")
    share = rows["persons"] / rows["line"].map(first["persons"]) * 100
    days = rows["date_start"] + (rows["date_end"] - rows["date_start"]) / 2
    return rows.assign(
        share=share.round(1), base=rows["line"].map(first["row"]), day=days.dt.strftime("%Y-%m-%d")
    )


def _name(line: str) -> str:
    return "all camps and colonies" if line == WHOLE else theme.camp_name(line)


def _traces(group: pd.DataFrame, line: str, measure: str) -> list[go.Scatter]:
    colour, dash, symbol = LOOKS[line]
    maxima = (group["count_kind"] == "year_maximum").any()
    name = _name(line) + (": yearly highest" if maxima else "")
    status = "computed" if measure == "share" else ""
    rivals = group.duplicated("day")
    style = {
        "line": {"color": colour, "dash": dash, "width": 2},
        "marker": point(colour, symbol, status),
    }
    found = [_trace(group[~rivals], name, measure, mode="lines+markers", **style)]
    if rivals.any():
        other = point(colour, "cross", status)
        rival = f"{_name(line)}: rival count"
        found.append(_trace(group[rivals], rival, measure, mode="markers", marker=other))
    return found


def _trace(rows: pd.DataFrame, name: str, measure: str, **style: object) -> go.Scatter:
    share = measure == "share"
    return go.Scatter(
        x=rows["day"].tolist(),
        y=rows["share" if share else "persons"].tolist(),
        name=name,
        hovertext=[_hover(row) for _, row in rows.iterrows()],
        hoverinfo="text",
        customdata=[
            " ".join(dict.fromkeys([row["row"], row["base"]])) if share else row["row"]
            for _, row in rows.iterrows()
        ],
        cliponaxis=False,
        **style,
    )


def _hover(row: pd.Series) -> str:
    who = sources.short_list(sources.split(row["source_keys"]))
    return (
        f"<b>{theme.number(row['persons'])}</b> prisoners, {_name(row['line'])}<br>"
        f"{when(row)}<br>{theme.number(row['share'], 1)} % of the first number (computed)"
        f"<br>{who}<br>{theme.status(row)}"
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    kinds = {key: words for key, (_, _, words) in theme.COUNT_KINDS.items()}
    return pd.DataFrame(
        {
            "Camp": [_name(line) for line in rows["line"]],
            "Date": [when(row) for _, row in rows.iterrows()],
            "Prisoners": rows["persons"],
            "Kind of count": [kinds[kind] for kind in rows["count_kind"]],
            "Per cent of the first (computed)": rows["share"],
            "How known": rows["checked"].map(theme.CHECKED),
            "Source": [sources.short_list(sources.split(keys)) for keys in rows["source_keys"]],
            "row": rows["row"],
        }
    )


def _alt(rows: pd.DataFrame, measure: str) -> str:
    said = []
    for line, group in rows.groupby("line", sort=False):
        first, last = group.iloc[0], group.iloc[-1]
        year = f"{group['date_start'].iloc[1].year}" if len(group) > 1 else ""
        if measure == "share" and year:
            said.append(
                f"{_name(str(line))} {theme.number(group['share'].iloc[1], 0)} per cent in {year}, "
                f"{theme.number(last['share'], 0)} at the last number ({when(last)})"
            )
        else:
            said.append(
                f"{_name(str(line))} from {theme.number(first['persons'])} to "
                f"{theme.number(last['persons'])}"
            )
    what = "in per cent of their first number" if measure == "share" else "in persons"
    return f"Line chart of prisoners, {FIRST}–{LAST}, {what}: {'; '.join(said)}."
