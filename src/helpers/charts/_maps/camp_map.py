"""The camps of Kazakhstan on a map of one year, with the numbers of their prisoners."""

from __future__ import annotations

import re
import textwrap

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._maps import camp_looks, ground, labels
from helpers.charts._maps.marks import Mark, marks
from helpers.charts._maps.sites import Site, not_drawn, rows_of, sites
from helpers.charts.shared.record import doubts, hover, nothing, record

WINDOW = ground.Window(west=46, east=88, south=40, north=56)

#: The most names that are written on the map, and the most that may stand apart from their marks.
NAMES, LED = 6, 3

#: Two columns on a phone, more on a wider page.
LEGEND = {"font": {"size": 11}, "entrywidth": 118}

#: Where the key of sizes stands: the foot of its circles.
SCALE_AT = (85.4, 42.6)

#: Where no name is written: key of sizes and year, in degrees with a radius in pixels.
TAKEN = [(lon, 41.2, 14) for lon in (75.8, 79.4, 83, 86.5)]
TAKEN += [(85.4, 44.1, 19), (47.5, 55, 13), (50.5, 55, 13)]


def camp_map(
    camps: pd.DataFrame, population: pd.DataFrame, outlines: pd.DataFrame, *, year: int
) -> go.Figure:
    """
    Draw the camps that were open in a year.

    Parameters
    ----------
    camps : DataFrame
        ``camps``: columns ``camp_id``, ``name_en``, ``kind``, ``part_of``, first and last
        possible days of opening and closing, ``lat`` and ``lon`` (degrees), ``place``.
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
        less than 4 pixels wide); a dark edge says that the number is the highest or the only one
        of its year; where no number is known the mark is small and grey. A camp whose closing
        is not known ends with its last number; one that was counted outside its dates is drawn,
        and the hover text and the table say so. Camps at one place stand side by side.

    Raises
    ------
    ValueError
        If the year is not a whole number.
    """
    if isinstance(year, bool) or not isinstance(year, int):
        raise ValueError(f"year is {year!r}; write a whole number such as 1949")
    known = sites(camps, population)
    shown = marks(known, population, year)
    figure = _draw(known, shown, outlines)
    figure.update_layout(title=_title(year))
    if not shown:
        nothing(figure, f"No camp of the table<br>was open in {year}")
    table = _table(shown, not_drawn(camps, known, year))
    record(figure, _cited(shown, outlines), table, alt=_alt(shown, year), height=430)
    return ground.low_source_line(figure)


def _draw(known: list[Site], shown: list[Mark], outlines: pd.DataFrame) -> go.Figure:
    kinds = {site.camp["kind"] for site in known}
    unread = any(camp_looks.hollow(mark) for mark in shown)
    key = camp_looks.key(kinds, unread=unread)
    figure = go.Figure([*ground.outlines(outlines), *key])
    names = _name_all(figure, shown)
    figure.add_traces(camp_looks.traces(shown, [_hover(mark) for mark in shown], names))
    across, up = WINDOW.axes()
    figure.update_layout(xaxis=across, yaxis=up, legend=LEGEND)
    return _scale(figure) if shown else figure


def _scale(figure: go.Figure) -> go.Figure:
    words = " and ".join(theme.number(persons) for persons in reversed(camp_looks.SCALE))
    figure.add_annotation(
        text=f"prisoners by area:<br>{words}",
        x=WINDOW.east,
        y=WINDOW.south,
        xanchor="right",
        yanchor="bottom",
        align="right",
        showarrow=False,
        font={"size": 11},
        bgcolor=theme.PAPER,
    )
    return figure.update_layout(shapes=camp_looks.scale(*SCALE_AT))


def _title(year: int) -> dict[str, object]:
    place = {"xref": "paper", "x": 0, "yref": "paper", "y": 1, "yanchor": "top"}
    return {"text": f"<b>{year}</b>", "font": {"size": 18}, **place}


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


def short_name(name: str) -> str:
    """
    Shorten the name of a camp for a label.

    >>> short_name("Karaganda ITL (Karlag)"), short_name("Peschanlag (Special Camp No. 8)")
    ('Karlag', 'Peschanlag')
    """
    inner = re.search(r"\(([^)]*)\)", name)
    last = inner[1].split(",")[-1].strip() if inner else ""
    return last if last and " " not in last else name.split(" (")[0]


def _name_all(figure: go.Figure, shown: list[Mark]) -> camp_looks.Names:
    """Write the names that stand apart from their marks, hand back those beside them."""
    spots = [
        (mark.site.x, mark.site.y, max(camp_looks.size(mark), camp_looks.UNKNOWN) / 2)
        for mark in shown
    ]
    texts = [_name(mark) for mark in shown]
    room = [*texts, *[""] * len(TAKEN)]
    found = labels.labels(WINDOW, [*spots, *TAKEN], room, led=LED)[:NAMES]
    for label in found:
        if label.led:
            note = labels.annotation(label, spots[label.number], texts[label.number])
            figure.add_annotation(note)
    return {label.number: (texts[label.number], label.side) for label in found if not label.led}


def _name(mark: Mark) -> str:
    lines = textwrap.wrap(short_name(mark.site.camp["name_en"]), 20)
    return "<br>".join([*lines, mark.words]) if len(lines) < 3 else ""


def _table(shown: list[Mark], left_out: pd.DataFrame) -> pd.DataFrame:
    lines = [_line(mark) for mark in shown]
    if len(left_out):
        names = "; ".join(short_name(name) for name in left_out["name_en"])
        words = f"not drawn, dates or place not known: {names}"
        lines.append([words, *[""] * 6, " ".join(left_out["row"])])
    columns = ["Camp", "Kind", "Prisoners", "Date", "Count", "Place", "Source", "row"]
    return pd.DataFrame(lines, columns=columns)


def _line(mark: Mark) -> list[str]:
    camp, number = mark.site.camp, mark.number
    date, count, keys = mark.site.dates, "", camp["source_keys"]
    if number is not None:
        date = number["date_text"] + (f" ({mark.remark})" if mark.remark else "")
        count = theme.COUNT_KINDS[number["count_kind"]][2]
        keys = ";".join([number["source_keys"], *mark.rivals["source_keys"]])
    place = f"{camp['place']} (drawn beside it)" if mark.site.moved else camp["place"]
    who = sources.short_list(sources.split(keys))
    held = ", ".join(filter(None, [mark.words, *doubts(number)]))
    return [camp["name_en"], camp["kind"], held, date, count, place, who, mark.links]


def _cited(shown: list[Mark], outlines: pd.DataFrame) -> pd.DataFrame:
    rows = [row for mark in shown for row in (mark.site.camp, mark.number, *rows_of(mark.rivals))]
    lines = [(row["row"], row["source_keys"]) for row in rows if row is not None]
    return pd.DataFrame([*lines, *ground.cited(outlines)], columns=["row", "source_keys"])


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
