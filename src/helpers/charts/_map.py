"""The camps of Kazakhstan on a map of one year, each with the number of its prisoners or without."""

from __future__ import annotations

import math
import re
import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts import _ground
from helpers.charts._record import hover, nothing, record
from helpers.charts._sites import NOT_CAMPS, Mark, Site, marks, rows_of, sites

WINDOW = _ground.Window(west=46, east=88, south=40, north=56)

#: Mark of each kind of camp: symbol, colour, and the area that the symbol has at size 1.
KINDS = {
    "ITL": ("circle", theme.BLUE, 0.785),
    "special camp": ("square", theme.VERMILION, 1.0),
    "construction ITL": ("triangle-up", theme.ORANGE, 0.433),
    "camp section": ("diamond", theme.GREEN, 0.845),
    "prisoner-of-war camp": ("pentagon", theme.PURPLE, 0.594),
    "check-and-filtration section": ("hexagon", theme.INK, 0.65),
}

#: Mark of a kind that an instructor's table adds.
OTHER_KIND = ("octagon", theme.GREY, 0.828)

#: Prisoners to a square pixel; the smallest mark and the mark without a number, in pixels.
PERSONS_PER_PIXEL, SMALLEST, UNKNOWN = 50, 4, 9

#: Numbers in the key of sizes with the longitude where their circles stand, at one latitude.
SCALE, SCALE_LATITUDE = {50_000: 85.2, 5_000: 81.6}, 43.9

#: The most names that are written on the map, and plotly's words for the side where one stands.
NAMES = 6
SIDES_UP, SIDES_ACROSS = {-1: "bottom", 0: "middle", 1: "top"}, {-1: "left", 0: "center", 1: "right"}


def camp_map(
    camps: pd.DataFrame, population: pd.DataFrame, outlines: pd.DataFrame, *, year: int
) -> go.Figure:
    """
    Draw the camps that were open in a year.

    Parameters
    ----------
    camps : DataFrame
        ``camps``: columns ``camp_id``, ``name_en``, ``kind``, first and last possible days of
        opening and closing, ``lat`` and ``lon`` (degrees), ``coordinates``, ``place``.
    population : DataFrame
        ``camp_population``: numbers of prisoners (persons) with dates.
    outlines : DataFrame
        ``geo_outlines``: outlines of today, in degrees.
    year : int
        The year shown.

    Returns
    -------
    Figure
        A mark per camp: its symbol is the kind, its area the number of prisoners (no mark is
        less than 4 pixels wide), a dot in it says that the number is not dated to a day, and
        where no number is known the mark is small and hollow. A camp whose closing is not known
        ends with its last number; one that was counted outside its dates is drawn, and the
        hover text and the table say so. Camps at one place stand side by side.

    Raises
    ------
    ValueError
        If the year is not a whole number.
    """
    if isinstance(year, bool) or not isinstance(year, int):
        raise ValueError(f"year is {year!r}; write a whole number such as 1949")
    known = sites(camps, population)
    shown = marks(known, population, year)
    figure = go.Figure([*_ground.outlines(outlines), *_legend(known), *_traces(shown)])
    across, up = WINDOW.axes()
    figure.update_layout(xaxis=across, yaxis=up, shapes=_scale_marks(), legend_font_size=12)
    if shown:
        figure.update_layout(annotations=[_scale_words()])
    else:
        nothing(figure, f"No camp of the table<br>was open in {year}")
    table = _table(shown, _not_drawn(camps, known, year))
    record(figure, _cited(shown, outlines), table, alt=_alt(shown, year), height=480)
    return _ground.low_source_line(figure)


def _look(kind: str) -> tuple[str, str, float]:
    return KINDS.get(kind, OTHER_KIND)


def _size(mark: Mark) -> float:
    if mark.number is None:
        return UNKNOWN
    wide = math.sqrt(mark.persons / PERSONS_PER_PIXEL / _look(mark.site.camp["kind"])[2])
    return max(SMALLEST, round(wide, 1))


def _traces(shown: list[Mark]) -> list[go.Scatter]:
    """Draw the numbered camps at once, each other one by itself: so many years can share it."""
    names = _names(shown)
    counted = [mark for mark in shown if mark.number is not None]
    single = [[mark] for mark in shown if mark.number is None]
    return [_points(group, names) for group in ([counted] if counted else []) + single]


def _points(group: list[Mark], names: dict[str, tuple[str, str]]) -> go.Scatter:
    looks = [_look(mark.site.camp["kind"]) for mark in group]
    marker = {
        "symbol": [symbol + _fill(mark) for (symbol, _, _), mark in zip(looks, group, strict=True)],
        "color": [colour for _, colour, _ in looks],
        "size": [_size(mark) for mark in group],
        "opacity": 0.9,
        "line": _edge(hollow=group[0].number is None),
    }
    written = [names.get(mark.links, ("", "middle right")) for mark in group]
    return go.Scatter(
        x=[mark.site.x for mark in group],
        y=[mark.site.y for mark in group],
        mode="markers+text",
        marker=marker,
        text=[words for words, _ in written],
        textposition=[place for _, place in written],
        textfont={"size": 12},
        hovertext=[_hover(mark) for mark in group],
        hoverinfo="text",
        customdata=[mark.links for mark in group],
        showlegend=False,
    )


def _fill(mark: Mark) -> str:
    if mark.number is None or mark.number["checked"] == "unread":
        return "-open"
    return "" if mark.number["count_kind"] == "count" else "-dot"


def _edge(*, hollow: bool) -> dict[str, Any]:
    return {"width": 2} if hollow else {"width": 1, "color": theme.PAPER}


def _hover(mark: Mark) -> str:
    camp = mark.site.camp
    moved = "; drawn beside it" if mark.site.moved else ""
    lines = textwrap.wrap(f"{camp['name_en']}: {camp['kind']}", 44)
    lines += textwrap.wrap(f"{camp['place']} ({camp['coordinates']}{moved})", 44)
    if mark.number is None:
        who = sources.short_list(sources.split(camp["source_keys"]))
        lines += ["<b>number not known</b>", mark.site.dates, who, theme.CHECKED[camp["checked"]]]
    else:
        lines += [hover(mark.number, "prisoners")]
        lines += [f"counted {mark.remark}, {mark.site.dates}"] if mark.remark else []
        lines += [f"or {hover(rival, 'prisoners')}" for rival in rows_of(mark.rivals)]
    return "<br>".join(lines)


def _legend(known: list[Site]) -> list[go.Scatter]:
    kinds = {site.camp["kind"] for site in known}
    ordered = [kind for kind in KINDS if kind in kinds] + sorted(kinds - KINDS.keys())
    keys = [(*_look(kind)[:2], kind) for kind in ordered] + [
        ("circle", theme.GREY, "count on a date"),
        ("circle-dot", theme.GREY, "number of the year"),
        ("circle-open", theme.GREY, "number not known"),
    ]
    return [
        go.Scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=words,
            marker={
                "symbol": symbol,
                "color": colour,
                "size": 10,
                "line": _edge(hollow=symbol.endswith("open")),
            },
            hoverinfo="skip",
        )
        for symbol, colour, words in keys
    ]


def _scale_marks() -> list[dict[str, Any]]:
    found = []
    for persons, lon in SCALE.items():
        half = round(math.sqrt(persons / PERSONS_PER_PIXEL / KINDS["ITL"][2]) / 2, 1)
        place = {"xanchor": lon, "yanchor": SCALE_LATITUDE, "x0": -half, "x1": half}
        size = {"xsizemode": "pixel", "ysizemode": "pixel", "y0": -half, "y1": half}
        found.append({"type": "circle", "line": {"color": theme.INK, "width": 1}, **place, **size})
    return found


def _scale_words() -> dict[str, Any]:
    words = " and ".join(theme.number(persons) for persons in reversed(SCALE))
    place = {"x": WINDOW.east, "y": WINDOW.south, "xanchor": "right", "yanchor": "bottom"}
    text = f"area of the marks:<br>{words} prisoners"
    return {**place, "text": text, "align": "right", "showarrow": False, "font": {"size": 11}}


def short_name(name: str) -> str:
    """
    Shorten the name of a camp for a label.

    >>> short_name("Karaganda ITL (Karlag)"), short_name("Peschanlag (Special Camp No. 8)")
    ('Karlag', 'Peschanlag')
    """
    inner = re.search(r"\(([^)]*)\)", name)
    last = inner[1].split(",")[-1].strip() if inner else ""
    return last if last and " " not in last else name.split(" (")[0]


def _names(shown: list[Mark]) -> dict[str, tuple[str, str]]:
    """Choose the labels that have room: text and position by the links of the mark."""
    spots = [(mark.site.x, mark.site.y, max(_size(mark), UNKNOWN) / 2) for mark in shown]
    texts = [f"{short_name(mark.site.camp['name_en'])}<br>{mark.words}" for mark in shown]
    found = _ground.labels(WINDOW, spots, texts, gaps=(2,))[:NAMES]
    return {
        shown[label.number].links: (
            texts[label.number],
            f"{SIDES_UP[label.side[1]]} {SIDES_ACROSS[label.side[0]]}",
        )
        for label in found
    }


def _not_drawn(camps: pd.DataFrame, known: list[Site], year: int) -> pd.DataFrame:
    """Find the camps that may have been open, for all that the table knows."""
    placed = {site.camp["row"]: site for site in known}
    found = []
    for camp in rows_of(camps[~camps["kind"].isin(NOT_CAMPS) & (camps["part_of"] == "")]):
        site = placed.get(camp["row"])
        ends = site is None or (pd.isna(camp["closed_start"]) and pd.isna(camp["closed_end"]))
        if ends and (site is None or year > max(site.years)):
            found.append(camp["row"])
    return camps[camps["row"].isin(found)]


def _table(shown: list[Mark], not_drawn: pd.DataFrame) -> pd.DataFrame:
    lines = [_line(mark) for mark in shown]
    if len(not_drawn):
        names = "; ".join(short_name(name) for name in not_drawn["name_en"])
        lines.append(
            [f"not drawn, dates or place not known: {names}", *[""] * 6, " ".join(not_drawn["row"])]
        )
    columns = ["Camp", "Kind", "Prisoners", "Date", "Count", "Place", "Source", "row"]
    return pd.DataFrame(lines, columns=columns)


def _line(mark: Mark) -> list[str]:
    camp, number = mark.site.camp, mark.number
    date, count, keys = mark.site.dates, "", camp["source_keys"]
    if number is not None:
        remark = f" ({mark.remark})" if mark.remark else ""
        date, count = number["date_text"] + remark, theme.COUNT_KINDS[number["count_kind"]][2]
        keys = ";".join([number["source_keys"], *mark.rivals["source_keys"]])
    place = f"{camp['place']} (drawn beside it)" if mark.site.moved else camp["place"]
    who = sources.short_list(sources.split(keys))
    return [camp["name_en"], camp["kind"], mark.words, date, count, place, who, mark.links]


def _cited(shown: list[Mark], outlines: pd.DataFrame) -> pd.DataFrame:
    rows = [row for mark in shown for row in (mark.site.camp, mark.number, *rows_of(mark.rivals))]
    lines = [(row["row"], row["source_keys"]) for row in rows if row is not None]
    ground = [("", _ground.SOURCE)] if len(outlines) else []
    return pd.DataFrame(lines + ground, columns=["row", "source_keys"])


def _alt(shown: list[Mark], year: int) -> str:
    what = f"Map of Kazakhstan in today's outlines with its camps of {year}"
    if not shown:
        return f"{what}: no camp of the table was open."
    counted = [mark for mark in shown if mark.number is not None]
    named = [f"{short_name(mark.site.camp['name_en'])} with {mark.words}" for mark in counted[:3]]
    largest = f" The largest: {', '.join(named)}." if named else ""
    moved = sum(mark.site.moved for mark in shown)
    beside = f"; {moved} drawn beside their place, where another camp stands" if moved else ""
    camps = f"{len(shown)} camp{'s' * (len(shown) > 1)}"
    return f"{what}: {camps}, the number known for {len(counted)}{beside}.{largest}"
