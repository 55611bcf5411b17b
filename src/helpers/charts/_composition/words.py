"""Say in words what bars of a composition show: labels, table, alt text."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from helpers import sources, theme
from helpers.charts._composition.parts import Bar


def unit_words(unit: str) -> str:
    """Write a unit for readers."""
    return {"percent": "per cent"}.get(unit, unit)


def labels(shown: list[Bar]) -> list[str]:
    """Name each group; where bars differ in measure, date or source, say these as well."""
    several = len({bar.when for bar in shown}) > 1
    measures = len({bar.what for bar in shown}) > 1
    often = Counter(_rivals(bar) for bar in shown)
    written = []
    for bar in shown:
        said = [bar.what] if measures and bar.what not in ("prisoners", bar.group) else []
        said += [bar.when] if several else []
        said += [_first(bar)] if often[_rivals(bar)] > 1 and not bar.computed else []
        written.append("<br>".join(filter(None, [bar.group, ", ".join(said)])))
    return written


def _rivals(bar: Bar) -> tuple[str, ...]:
    """Say what bars have in common that must be told apart by their source."""
    return (bar.role, bar.group) if bar.role == "part" else (bar.role, bar.group, bar.when)


def _first(bar: Bar) -> str:
    keys = sources.split(bar.row["source_keys"])
    return sources.short(keys[0]) + (f" and {len(keys) - 1} more" if len(keys) > 1 else "")


def view(shown: list[Bar], unit: str) -> pd.DataFrame:
    """Build the table view: a line per bar."""
    return pd.DataFrame(
        {
            "Group": [bar.group for bar in shown],
            "What is counted": [bar.what for bar in shown],
            "Date": [bar.when for bar in shown],
            unit_words(unit).capitalize(): [bar.text for bar in shown],
            "Per cent of the whole (computed)": pd.Series(
                [bar.percent for bar in shown], dtype=object
            ),
            "Kind of number": ["computed" if bar.computed else bar.row["status"] for bar in shown],
            "How known": [
                "" if bar.computed else theme.CHECKED[bar.row["checked"]] for bar in shown
            ],
            "Source": [bar.who for bar in shown],
            "row": [bar.links for bar in shown],
        }
    )


def alt(shown: list[Bar], camp: str, dimension: str, unit: str) -> str:
    """Describe the chart, its longest part, and how the parts add up."""
    what = f"Bar chart of {theme.camp_name(camp)} by {dimension}, in {unit_words(unit)}"
    parts = [bar for bar in shown if bar.role == "part"]
    if not parts:
        return f"{what}: the table holds no such number."
    top = max(parts, key=lambda bar: bar.value)
    share = "" if top.percent is None else f", {theme.number(top.percent, 1)} per cent of the whole"
    largest = f"The longest bar of a part: {top.group} with {top.text} ({top.when}{share})."
    many = f"{len(parts)} number{'s' * (len(parts) > 1)}"
    said = [f"{what}, {many}.", largest, *_twice(parts), *_sums(shown)]
    return " ".join(said)


def _twice(parts: list[Bar]) -> list[str]:
    """Say which number stands under two dates: one of them must be wrong."""
    dates: dict[tuple[str, str], list[str]] = {}
    for bar in parts:
        dates.setdefault((bar.text, bar.group), []).append(bar.when)
    return [
        f"The same number, {text} {group}, is given for {' and for '.join(when)}."
        for (text, group), when in dates.items()
        if len(set(when)) > 1
    ]


def _sums(shown: list[Bar]) -> list[str]:
    """Say how the parts of each whole add up."""
    said = []
    for whole in (bar for bar in shown if bar.role == "whole"):
        own = [bar for bar in shown if bar.whole is whole]
        if not own:
            continue
        left = whole.value - sum(bar.value for bar in own if bar.role != "missing")
        verdict = "add up to it"
        if left > 0:
            verdict = f"leave {own[-1].text}"
        elif left < 0:
            verdict = f"add up to {theme.number(-left)} more"
        said.append(f"Of {whole.text} ({whole.when}) the parts {verdict}.")
    return said
