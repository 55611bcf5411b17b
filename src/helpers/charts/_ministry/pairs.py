"""Which part belongs to which whole: no column of the table says so."""

from __future__ import annotations

from typing import NamedTuple


class Share(NamedTuple):
    """Rows of a share: one that states it, or a part and its whole; what the part is."""

    whole: str
    words: str
    rows: tuple[str, ...]


#: Wholes in the order of the chart, with what they are.
WHOLES = {
    "industry": "of the output of Soviet industry",
    "investment": "of the investment of the Soviet state",
    "plan": "of the capital works planned for 1941",
    "projects": "of what was to be put into service",
    "railways": "of the railways",
    "workers": "of the workers of the country",
}

#: Parts and wholes that belong together; no column of the table says so. By ``row_id``.
SHARES = (
    Share("industry", "MVD, 1952, stated", ("mvd-1952-share-of-industrial-output",)),
    Share(
        "industry",
        "any year, stated as never reached",
        ("gulag-1930s-1950s-share-of-industrial-output-max",),
    ),
    Share("investment", "NKVD, 1940, stated", ("nkvd-1940-share-of-investment",)),
    Share("investment", "Gulag, 1949\u20131952, stated", ("gulag-1949-1952-share-of-investment",)),
    Share("investment", "MVD, 1952, stated", ("mvd-1952-share-of-investment",)),
    Share(
        "plan",
        "NKVD, of the works without defence, navy and railways, stated",
        ("nkvd-1941-share-of-capital-works-plan",),
    ),
    Share(
        "plan",
        "NKVD, the same, computed",
        ("nkvd-1941-capital-works-plan", "ussr-1941-capital-works-plan"),
    ),
    Share(
        "plan",
        "NKVD with its plan of March 1941, the same whole, computed",
        ("nkvd-1941-03-capital-works-plan", "ussr-1941-capital-works-plan"),
    ),
    Share(
        "plan",
        "NKVD, of all works, defence included, stated",
        ("nkvd-1941-share-of-capital-works-plan-jasny",),
    ),
    Share(
        "projects",
        "NKVD, all projects planned for 1941, computed",
        ("nkvd-1941-projects-commissioned-plan", "ussr-1941-projects-commissioned-plan"),
    ),
    Share(
        "projects",
        "Gulag, power plants planned for 1940, computed",
        ("gulag-1940-power-plants-plan", "ussr-1940-power-plants-plan"),
    ),
    Share(
        "railways",
        "built by the NKVD 1933\u20131941, of lines built in Soviet years, computed",
        ("nkvd-1933-1941-railways-built", "ussr-1941-railways-built-soviet"),
    ),
    Share(
        "railways",
        "the same, of the whole network of 1941, computed",
        ("nkvd-1933-1941-railways-built", "ussr-1941-railway-network"),
    ),
    Share(
        "workers",
        "prisoners beside all workers, 1941, computed",
        ("gulag-1941-01-01-prisoners", "ussr-1941-workers"),
    ),
)
