"""
Make entries of the rows of the tables, by one rule for each table, in the order of time.

Laws, camps, heads of camps, lives, judgements, memory and risings come in whole, as far as they
are dated from 1917 on. Of the other tables those rows come whose column ``timeline`` has a
sentence, or ``yes`` for the row's own words; ``= table/row`` sets a row beside another one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from helpers.book.timeline.camps import camps, heads, peaks
from helpers.book.timeline.chosen import chosen
from helpers.book.timeline.entry import Entry
from helpers.book.timeline.facts import judgements, laws, memory, own, risings
from helpers.book.timeline.lives import lives

#: First year of the timeline.
FIRST = 1917

#: Rules in the order in which events of one day stand.
RULES = (laws, camps, heads, peaks, lives, judgements, memory, risings, own, chosen)


def entries() -> list[Entry]:
    """List all events in the order of time, rival tellings beside each other."""
    found = [entry for rule in RULES for entry in rule()]
    dated = [entry for entry in together(found) if entry.end.year >= FIRST]
    return sorted(dated, key=lambda entry: entry.order)


def together(found: list[Entry]) -> list[Entry]:
    """Set rows beside those that they name."""
    beside: dict[str, list[Entry]] = {}
    for entry in found:
        beside.setdefault(target(entry.row), []).append(entry)
    main = beside.pop("", [])
    known = {entry.name for entry in main}
    if lost := sorted(set(beside) - known):
        raise ValueError(f"column 'timeline' or 'beside' names {lost[0]}, no row of the timeline")
    return [replace(one, rivals=[*one.rivals, *beside.get(one.name, [])]) for one in main]


def target(row: pd.Series) -> str:
    """Name the row beside which a row stands; empty for none."""
    told = row.get("timeline", "")
    return told[1:].strip() if told.startswith("=") else row.get("beside", "")


def of(found: Iterable[Entry], decade: int) -> list[Entry]:
    """Choose the entries of a decade."""
    return [entry for entry in found if entry.order[0].year // 10 * 10 == decade]
