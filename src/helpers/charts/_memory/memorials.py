"""Places of memory on a map of the country."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import theme
from helpers.charts._maps import ground, labels
from helpers.charts._memory.looks import EVENTS, one_of, told, with_sources
from helpers.charts.shared.record import nothing, record
from helpers.charts.shared.when import when

#: What the map shows: the whole country.
WINDOW = ground.Window(west=46, east=88, south=39.5, north=56)

#: Kinds of events that have a place, and the look of a place where several kinds meet.
KINDS = ("museum", "monument", "names", "staging")
SEVERAL = (theme.INK, "star", "several kinds")

#: Radius of a mark and least distance of two, in pixels; width that the map is laid out for.
RADIUS, APART, NARROW = 7, 15, 330

#: Heights of the chart, of its plot, and of a line of the list below the map, in pixels.
HEIGHT, MAP, LINE = 400, 300, 17


def memorials(memory: pd.DataFrame, outlines: pd.DataFrame, *, kind: str = "every") -> go.Figure:
    """
    Draw the places of memory.

    Parameters
    ----------
    memory : DataFrame
        ``memory``: ``kind``, ``name_en``, ``place``, ``lat`` and ``lon`` (degrees),
        ``coordinates``, ``what``, dates, ``checked``, sources.
    outlines : DataFrame
        ``geo_outlines``: outlines of today, in degrees.
    kind : str, optional
        Draw places of this kind only: ``museum``, ``monument``, ``names``, ``staging``.

    Returns
    -------
    Figure
        One mark per place; its label says how many events stand behind it. A grey mark stands
        at an approximate point. Places without a point in a source are named below the map.

    Raises
    ------
    ValueError
        If there is no such kind.
    """
    one_of(kind, ("every", *KINDS), "kind of place")
    of_kind = memory["kind"].isin(KINDS if kind == "every" else (kind,))
    rows = memory[of_kind & (memory["place"] != "")]
    drawn, missing = rows.dropna(subset=["lat", "lon"]), rows[rows["lat"].isna()]
    figure = go.Figure(ground.outlines(outlines))
    spots = _spots(drawn)
    figure.add_traces([_marks(look, spots[spots["look"] == look]) for look in _looks(spots)])
    figure.add_trace(_key())
    figure.update_layout(showlegend=True, legend={"font": {"size": 12}, "entrywidth": 130})
    for note in _names(spots):
        figure.add_annotation(note)
    _unplaced(figure, missing)
    if spots.empty:
        nothing(figure, "No such place has a point in a source")
    told_rows = pd.concat([drawn, missing])
    cited = [*zip(told_rows["row"], told_rows["source_keys"], strict=True), *ground.cited(outlines)]
    record(
        figure,
        pd.DataFrame(cited, columns=["row", "source_keys"]),
        _table(told_rows),
        alt=_alt(spots, missing, kind),
        height=HEIGHT,
    )
    return ground.low_source_line(figure)


def _spots(rows: pd.DataFrame) -> pd.DataFrame:
    """Gather the events of a place in one mark and find it room."""
    least = APART * (WINDOW.east - WINDOW.west) / NARROW
    taken: list[tuple[float, float]] = []
    found = []
    for place, group in rows.groupby("place", sort=False):
        x, y, moved = ground.beside(
            float(group["lon"].iloc[0]), float(group["lat"].iloc[0]), taken, least
        )
        taken.append((x, y))
        kinds = list(dict.fromkeys(group["kind"]))
        said = [
            told(row["name_en"], when(row), row["what"], row=row) for _, row in group.iterrows()
        ]
        found.append(
            {
                "place": str(place),
                "x": x,
                "y": y,
                "events": len(group),
                "look": kinds[0] if len(kinds) == 1 else "several",
                "near": moved or (group["coordinates"] != "exact place").all(),
                "hover": "<br>".join(said),
                "row": " ".join(group["row"]),
            }
        )
    columns = ["place", "x", "y", "events", "look", "near", "hover", "row"]
    return pd.DataFrame(found, columns=columns)


def _looks(spots: pd.DataFrame) -> list[str]:
    return [look for look in (*KINDS, "several") if look in set(spots["look"])]


def _marks(look: str, spots: pd.DataFrame) -> go.Scatter:
    colour, symbol, words = SEVERAL if look == "several" else EVENTS[look]
    return go.Scatter(
        x=spots["x"].tolist(),
        y=spots["y"].tolist(),
        mode="markers",
        name=words,
        marker={
            "symbol": symbol,
            "size": 2 * RADIUS - 1,
            "color": [theme.GREY if near else colour for near in spots["near"]],
            "line": {"color": colour, "width": 2},
        },
        hovertext=spots["hover"].tolist(),
        hoverinfo="text",
        customdata=spots["row"].tolist(),
    )


def _names(spots: pd.DataFrame) -> list[dict[str, object]]:
    marks = [(x, y, RADIUS) for x, y in spots[["x", "y"]].to_numpy().tolist()]
    texts = [
        "<br>".join(textwrap.wrap(f"{place}: {n}", 18))
        for place, n in zip(spots["place"], spots["events"], strict=True)
    ]
    found = labels.labels(WINDOW, marks, texts, widths=(NARROW, 620))
    return [labels.annotation(label, marks[label.number], texts[label.number]) for label in found]


def _key() -> go.Scatter:
    look = {"color": theme.GREY, "size": 11, "line": {"color": theme.INK, "width": 2}}
    return go.Scatter(
        x=[None], y=[None], mode="markers", name="grey: near it", marker=look, hoverinfo="skip"
    )


def _unplaced(figure: go.Figure, missing: pd.DataFrame) -> None:
    """Name what has no point, below the map and inside the plot."""
    names = "; ".join(dict.fromkeys(missing["name_en"]))
    text = textwrap.wrap(f"Without a point in a source: {names}", 46) if names else []
    across, up = WINDOW.axes()
    figure.update_layout(
        xaxis=across, yaxis={**up, "domain": [round(LINE * len(text) / MAP, 3), 1]}
    )
    if text:
        place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 0}
        look = {"yanchor": "bottom", "align": "left", "showarrow": False, "font": {"size": 12}}
        figure.add_annotation(text="<br>".join(text), **place, **look)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Place": rows["place"],
            "Name": rows["name_en"],
            "Kind": [EVENTS[kind].words for kind in rows["kind"]],
            "Date": [when(row) for _, row in rows.iterrows()],
            "What happened": rows["what"],
            "Point": rows["coordinates"].replace("", "none found"),
            "How known": rows["checked"].map(theme.CHECKED),
            "Source": with_sources(rows),
            "row": rows["row"],
        }
    )


def _alt(spots: pd.DataFrame, missing: pd.DataFrame, kind: str) -> str:
    what = "memory" if kind == "every" else f"memory ({EVENTS[kind].words})"
    most = spots.sort_values(["events", "place"], ascending=[False, True])
    said = ", ".join(f"{row['place']} ({row['events']})" for _, row in most.iterrows())
    have = "has" if len(missing) == 1 else "have"
    lost = f" {len(missing)} more {have} no point in a source." if len(missing) else ""
    return f"Map of Kazakhstan with {len(spots)} places of {what}: {said or 'none'}.{lost}"
