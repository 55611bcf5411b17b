"""The overview above the timeline: how many events stand in each year, by topic, as plain SVG."""

from __future__ import annotations

from collections import Counter

from helpers.book.figure import TEMPLATES
from helpers.book.timeline.entry import Entry
from helpers.book.timeline.tables import FIRST
from helpers.book.timeline.words import TOPICS

#: Events of a topic in a year that fill the height of its lane; years with more are no higher.
FULL = 8


def decade_anchor(decade: int) -> str:
    """Name the anchor of a decade."""
    return f"decade-{decade}s"


def overview(found: list[Entry]) -> str:
    """
    Draw a lane of bars for each topic, and link each decade to its events.

    Parameters
    ----------
    found : list of Entry
        All events; each counts in the year where it stands.

    Returns
    -------
    str
        HTML: the drawing, and links with the counts of the decades below it.
    """
    begin, end = FIRST // 10 * 10, found[-1].order[0].year // 10 * 10 + 10
    counts = Counter((entry.topic, entry.order[0].year) for entry in found)
    by_decade = Counter(entry.order[0].year // 10 * 10 for entry in found)
    topics = Counter(entry.topic for entry in found)
    lanes = [
        {"words": said, "count": topics[topic], "bars": lane(counts, topic, begin)}
        for topic, said in TOPICS.items()
    ]
    decades = [
        {"year": decade, "href": f"#{decade_anchor(decade)}", "count": by_decade[decade]}
        for decade in range(begin, end, 10)
    ]
    return TEMPLATES.get_template("timeline_bars.html").render(
        lanes=lanes, decades=decades, years=end - begin, full=FULL
    )


def lane(counts: Counter[tuple[str, int]], topic: str, begin: int) -> str:
    """
    Draw the bars of a topic as one path, a unit wide for a year, a unit high for an event.

    >>> lane(Counter({("law", 1919): 2, ("law", 1920): 1}), "law", 1910)
    'M9 8v-2h.9v2zM10 8v-1h.9v1z'
    """
    years = sorted((year, n) for (told, year), n in counts.items() if told == topic)
    return "".join(
        f"M{year - begin} {FULL}v-{min(n, FULL)}h.9v{min(n, FULL)}z" for year, n in years
    )
