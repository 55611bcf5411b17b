"""Find the parts of a whole in the composition of a camp, and what is missing; draw nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from helpers import sources, theme
from helpers.charts.shared.ranked import number_of
from helpers.charts.shared.record import hover

#: More groups than this are gathered, the smallest into one.
MOST = 15

#: What the table calls those that it does not name.
UNNAMED = "others"

#: Columns that rows must share to be parts of one whole.
TOGETHER = ["date_start", "date_end", "measure", "basis"]

#: Dimensions whose groups have an order of their own, that of the table.
ORDERED = ("sentence",)


@dataclass(frozen=True)
class Bar:
    """
    One bar.

    Parameters
    ----------
    group : str
        Who is counted.
    role : str
        ``whole``, ``part``, ``gathered`` or ``missing``; the last two are computed.
    rows : DataFrame
        The row drawn, or all rows that it is computed from.
    value : float
        Length of the bar.
    text : str
        The number as the reader sees it.
    whole : Bar or None
        What it is a part of, where the table knows.
    fits : bool
        Whether all parts together are no more than the whole.
    """

    group: str
    role: str
    rows: pd.DataFrame
    value: float
    text: str
    whole: Bar | None = None
    fits: bool = True

    @property
    def row(self) -> pd.Series:
        """The first of its rows."""
        return self.rows.iloc[0]

    @property
    def computed(self) -> bool:
        """Whether the book computed the number."""
        return self.role in ("gathered", "missing")

    @property
    def links(self) -> str:
        """References of its rows."""
        return " ".join(self.rows["row"])

    @property
    def when(self) -> str:
        """Its date as printed."""
        return self.row["date_text"] or "undated"

    @property
    def who(self) -> str:
        """Its sources in a few words."""
        return sources.short_list(sources.split(";".join(self.rows["source_keys"])))

    @property
    def what(self) -> str:
        """What is counted, in words."""
        return self.row["measure"].replace("_", " ")

    @property
    def percent(self) -> float | None:
        """Its share of the whole; None where the parts are more than the whole."""
        if self.whole is None or not self.fits:
            return None
        return round(100 * self.value / self.whole.value, 1)

    @property
    def hover(self) -> str:
        """What the reader sees on pointing at it."""
        more = "" if self.what in self.group else f": {self.what}"
        text = hover(self.row, self.group + more)
        if self.computed:
            lines = f"<b>{self.text}</b> {self.group}", self.when, self.who
            text = "<br>".join([*lines, theme.STATUSES["computed"]])
        if self.percent is None:
            return text
        return f"{text}<br>{theme.number(self.percent, 1)} per cent of {self.whole.text} (computed)"


def bars(rows: pd.DataFrame, wholes: pd.DataFrame, *, most: int | None = MOST) -> list[Bar]:
    """
    Turn rows into bars: wholes, parts, what is gathered, what is missing.

    Parameters
    ----------
    rows : DataFrame
        Rows of ``camp_composition`` in one unit.
    wholes : DataFrame
        Rows that may be the whole of some of them.
    most : int, optional
        How many groups have a bar of their own; every group if None.

    Returns
    -------
    list of Bar
        In the order in which the reader should find them.
    """
    rest = _small(rows, most) if most else []
    above, parts, gathered, missing = [], [], [], []
    for keys, group in rows.groupby(TOGETHER, dropna=False):
        found = _wholes(keys, wholes)
        above += found
        single = group["category"].is_unique
        base = _base(found, group) if single else None
        of = {"whole": base, "fits": base is None or number_of(group).sum() <= base.value}
        # rival numbers of one group are never summed up
        small = group.index.isin(rest) & single
        parts += [_bar(row, "part", **of) for row in _single(group[~small])]
        gathered += _gathered(group[small], of)
        missing += _missing(group, base)
    return [*above, *_sorted(parts), *gathered, *missing]


def _single(rows: pd.DataFrame) -> list[pd.DataFrame]:
    return [rows.iloc[[at]] for at in range(len(rows))]


def _bar(row: pd.DataFrame, role: str, **of: Any) -> Bar:
    first = row.iloc[0]
    value = float(number_of(row).iloc[0])
    return Bar(first["category"], role, row, value, theme.amount(first), **of)


def _small(rows: pd.DataFrame, most: int) -> list[object]:
    """Find the rows of the groups that are gathered."""
    largest = number_of(rows).groupby(rows["category"]).max().sort_values(ascending=False)
    if len(largest) <= most:
        return []
    named = [name for name in largest.index if name != UNNAMED][: most - 1]
    return rows.index[~rows["category"].isin(named)].tolist()


def _wholes(keys: tuple, wholes: pd.DataFrame) -> list[Bar]:
    same = (wholes[TOGETHER] == list(keys)).all(axis=1)
    found = [_bar(row, "whole") for row in _single(wholes[same])]
    return [bar for at, bar in enumerate(found) if bar.text not in {b.text for b in found[:at]}]


def _base(found: list[Bar], parts: pd.DataFrame) -> Bar | None:
    """Choose the whole to compute with: one number, of the parts' own source, counted."""
    own = set(";".join(parts["source_keys"]).split(";"))

    def rank(bar: Bar) -> tuple[bool, bool]:
        return own.isdisjoint(bar.row["source_keys"].split(";")), bar.row["status"] != "counted"

    single = [bar for bar in found if bar.row["qualifier"] in ("exact", "about")]
    return min(single, key=rank, default=None)


def _gathered(rows: pd.DataFrame, of: dict[str, Any]) -> list[Bar]:
    if rows.empty:
        return []
    named = int((rows["category"] != UNNAMED).sum())
    words = f"others ({named} groups" + (" and those not named)" if named < len(rows) else ")")
    total = float(number_of(rows).sum())
    return [Bar(words, "gathered", rows, total, _about(rows) + theme.number(total), **of)]


def _missing(rows: pd.DataFrame, whole: Bar | None) -> list[Bar]:
    if whole is None:
        return []
    left = whole.value - float(number_of(rows).sum())
    if left <= 0:
        return []
    inputs = pd.concat([whole.rows, rows])
    text = _about(inputs) + theme.number(left)
    return [Bar("not in the table", "missing", inputs, left, text, whole)]


def _about(rows: pd.DataFrame) -> str:
    return "" if (rows["qualifier"] == "exact").all() else "about "


def _sorted(parts: list[Bar]) -> list[Bar]:
    groups = list(dict.fromkeys(part.group for part in parts))
    if not all(part.row["dimension"] in ORDERED for part in parts):
        largest = {part.group: part.value for part in sorted(parts, key=lambda part: part.value)}
        groups.sort(key=lambda group: (group == UNNAMED, -largest[group]))
    return sorted(parts, key=lambda part: groups.index(part.group))
