"""Which part of which whole: the denominator decides how large the ministry's share looks."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._ministry.pairs import SHARES, WHOLES, Share
from helpers.charts.shared.record import record
from helpers.charts.shared.shelf import Shelf, Style, bars
from helpers.models import shares

#: How a share is drawn.
LOOKS = {
    "actual": Style(theme.BLUE, "", "stated, actual"),
    "plan": Style(theme.PURPLE, "-", "stated, of a plan"),
    "limit": Style(theme.GREY, "/", "stated as a limit"),
    "computed": Style(theme.INK, ".", "computed, actual"),
    "computed plan": Style(theme.VERMILION, ".", "computed, of a plan"),
}


def ministry_shares(table: pd.DataFrame, *, denominator: str = "every") -> go.Figure:
    """
    Draw the shares of the interior ministry and its camps in several wholes.

    Parameters
    ----------
    table : DataFrame
        ``gulag_economy``: columns ``row``, ``row_id``, ``unit``, ``basis``, values,
        ``qualifier``, ``checked``, ``source_keys``.
    denominator : str, optional
        A key of `WHOLES`; all of them if ``every``.

    Returns
    -------
    Figure
        A bar per share from zero, on the same axis for every choice. A share is computed where
        part and whole are rows, else drawn as stated.

    Raises
    ------
    ValueError
        If there is no such whole, a row is missing, or part and whole have different units.
    """
    if denominator != "every" and denominator not in WHOLES:
        raise ValueError(f"no whole '{denominator}'; choose from every, {', '.join(WHOLES)}")
    marks = [_mark(share, table) for share in SHARES]
    most = max(mark["x"] for mark in marks)
    shown = [mark for mark in marks if denominator in ("every", mark["whole"])]
    figure, shelf, drawn = go.Figure(), Shelf(), {}
    for place, mark in enumerate(shown):
        if place == 0 or mark["whole"] != shown[place - 1]["whole"]:
            shelf.heading(WHOLES[mark["whole"]])
        (mark["y"],) = shelf.bars(mark["words"])
        drawn.setdefault((mark["look"], mark["unread"]), []).append(mark)
    for (look, unread), group in drawn.items():
        figure.add_trace(bars(group, LOOKS[look], hollow=unread))
    height = shelf.close(figure, "per cent of the whole", most, room=1.35)
    links = " ".join(mark["row"] for mark in shown).split()
    rows = table[table["row"].isin(links)]
    return record(figure, rows, _table(shown), alt=_alt(shown, denominator), height=height)


def _mark(share: Share, table: pd.DataFrame) -> dict[str, Any]:
    found = table.set_index("row_id", drop=False)
    missing = [name for name in share.rows if name not in found.index]
    if missing:
        raise ValueError(f"the table has no row '{missing[0]}' for '{share.words}'")
    rows = [found.loc[name] for name in share.rows]
    first = rows[0]
    if len(rows) == 1:
        size = float(first["value_max"] if pd.isna(first["value_min"]) else first["value_min"])
        look = "limit" if first["qualifier"] == "at_most" else first["basis"]
        text, sum_ = theme.amount(first), ""
    else:
        size, text, sum_ = _computed(first, rows[1])
        look = "computed plan" if first["basis"] == "plan" else "computed"
    words = LOOKS[look].words
    keys = [key for row in rows for key in sources.split(row["source_keys"])]
    said = f"<b>{text} per cent</b> {WHOLES[share.whole]}<br>{share.words}"
    checked = [theme.CHECKED[row["checked"]] for row in rows]
    who = sources.short_list(keys)
    indirect = any(row["checked"] == "second_hand" for row in rows)
    return {
        "whole": share.whole,
        "words": f"{share.words}, at second hand" if indirect else share.words,
        "x": round(size, 3),
        "text": f"{text} %",
        "look": look,
        "kind": words if len(rows) > 1 else f"{words}; {first['status']}",
        "unread": any(row["checked"] == "unread" for row in rows),
        "sum": sum_,
        "checked": "; ".join(dict.fromkeys(checked)),
        "who": who,
        "row": " ".join(row["row"] for row in rows),
        "hover": "<br>".join(filter(None, [said, sum_, who, words])),
    }


def _computed(part: pd.Series, of: pd.Series) -> tuple[float, str, str]:
    """Divide a part by its whole; an open end of the part stays open."""
    if part["unit"] != of["unit"]:
        raise ValueError(
            f"{part['row']} is in {part['unit']} and {of['row']} in {of['unit']}: no share"
        )
    size = shares.share(float(part["value_min"]), float(of["value_min"]))
    text = theme.number(size, 1)
    if part["qualifier"] == "at_least":
        text = f"at least {text}"
    return size, text, f"{theme.amount(part)} of {theme.amount(of)} {of['unit']}"


def _table(marks: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Whole": [WHOLES[mark["whole"]] for mark in marks],
            "Part": [mark["words"] for mark in marks],
            "Share": [mark["text"] for mark in marks],
            "Sum": [mark["sum"] for mark in marks],
            "Kind of number": [mark["kind"] for mark in marks],
            "How known": [mark["checked"] for mark in marks],
            "Source": [mark["who"] for mark in marks],
            "row": [mark["row"] for mark in marks],
        }
    )


def _alt(marks: list[dict[str, Any]], whole: str) -> str:
    """Say each share below its whole, and which was not re-read: a listener sees no outline."""
    groups: dict[str, list[str]] = {}
    for mark in marks:
        known = ", not re-read" if mark["unread"] else ""
        groups.setdefault(mark["whole"], []).append(f"{mark['words']}{known}: {mark['text']}")
    said = ". ".join(
        f"{WHOLES[name][0].upper()}{WHOLES[name][1:]}: {'; '.join(parts)}"
        for name, parts in groups.items()
    )
    of = "of several wholes" if whole == "every" else "of one whole"
    return f"Bar chart of the share of the interior ministry and its camps, {of}. {said}."
