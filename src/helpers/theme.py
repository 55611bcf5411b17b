"""
Name the colours, marks, fonts and words of the charts once; draw nothing.

The colours are Okabe and Ito's (https://jfly.uni-koeln.de/color/), made for readers who see
colours differently. No chart relies on colour alone: marks, dashes and labels say the same.
"""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

INK, PAPER, GRID = "#1a1a1a", "#ffffff", "#d9d9d9"
BLUE, VERMILION, GREEN, PURPLE = "#0072b2", "#d55e00", "#009e73", "#cc79a7"
ORANGE, SKY, YELLOW, GREY = "#e69f00", "#56b4e9", "#f0e442", "#767676"

#: Series in the order in which they are given out: colour, dash, marker.
SERIES = (
    (BLUE, "solid", "circle"),
    (VERMILION, "dash", "square"),
    (GREEN, "dot", "triangle-down"),
    (PURPLE, "dashdot", "triangle-up"),
    (INK, "longdash", "x"),
    (ORANGE, "longdashdot", "cross"),
    (SKY, "solid", "pentagon"),
)

#: What the page puts in place of a colour when it is dark.
DARK = {
    INK: "#f2f2f2",
    PAPER: "#121212",
    GRID: "#3d3d3d",
    BLUE: SKY,
    GREY: "#a3a3a3",
    VERMILION: "#ff8534",
    GREEN: "#2cc799",
    SKY: "#8fd0f5",
}

#: How a population number came about: colour, marker and the words of the legend.
COUNT_KINDS = {
    "count": (BLUE, "circle", "count on a date"),
    "year_maximum": (VERMILION, "triangle-up", "highest count of the year"),
    "year_value": (GREEN, "square", "one value for the year"),
    "claim": (PURPLE, "diamond", "claim"),
}

#: What the status of a number means, in the words that the page shows.
STATUSES = {
    "counted": "counted by the administration",
    "reported": "reported by the administration",
    "prescribed": "prescribed in a rule or plan",
    "estimated": "estimated by a scholar or witness",
    "claimed": "claimed without a basis that can be traced",
    "computed": "computed in this book from other numbers",
}

#: How the book knows a number, in the words that the page shows.
CHECKED = {
    "print": "read in print",
    "reproduced": "read as reproduced elsewhere",
    "second_hand": "read at second hand",
    "teaching_text": "read in a teaching text",
    "unread": "known from the literature, not re-read",
}

#: Points of claims and estimates; every other full mark is what the legend of its chart says.
STATUS_SYMBOLS = {"claimed": "diamond", "estimated": "star"}

#: Patterns in bars; every other one is what the legend of its chart says.
STATUS_PATTERNS = {"claimed": "\\", "estimated": "x", "computed": "."}

#: What legends of charts call a number that was not re-read, and one that no source gives.
UNREAD, COMPUTED = "not re-read", "computed in this book"

#: Names of camps for readers where they are not the id with a capital.
CAMPS = {
    "alzhir": "ALZHIR",
    "kazitlag": "KazITLag",
    "dzhezkazgan_itl": "Dzhezkazgan ITL",
    "pow37": "POW camp No. 37",
    "pow39": "POW camp No. 39",
    "pow99": "POW camp No. 99",
    "kazssr_all": "Kazakhstan, all camps",
    "karlag_steplag_alzhir": "Karlag, Steplag and ALZHIR",
}

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"


def template() -> dict[str, Any]:
    """
    Describe the look of every chart, as a plotly template.

    Returns
    -------
    dict
        About half a kilobyte, so that a stored chart stays readable; the page swaps its
        colours by ``DARK``.
    """
    axis = {
        "gridcolor": GRID,
        "linecolor": GREY,
        "zerolinecolor": GREY,
        "ticks": "outside",
        "tickcolor": GREY,
        "automargin": True,
        "title": {"standoff": 8},
    }
    return {
        "layout": {
            "font": {"family": FONT, "size": 14, "color": INK},
            "paper_bgcolor": PAPER,
            "plot_bgcolor": PAPER,
            "colorway": [colour for colour, _, _ in SERIES],
            "xaxis": axis,
            "yaxis": axis,
            "margin": {"l": 16, "r": 16, "t": 16, "b": 16},
            "legend": {
                "orientation": "h",
                "yanchor": "bottom",
                "y": 1.02,
                "x": 0,
                "itemclick": False,
                "itemdoubleclick": False,
            },
            "hoverlabel": {"align": "left"},
            "dragmode": False,
            "hovermode": "closest",
        }
    }


def symbol(base: str, status: str = "", unread: bool = False) -> str:
    """
    Choose the mark of a point from that of its series, its status and whether it is not re-read.

    >>> symbol("circle", "counted", True), symbol("circle", "claimed"), symbol("x", "computed")
    ('circle-open', 'diamond', 'x-dot')
    """
    dot = "-dot" if status == "computed" else ""
    return STATUS_SYMBOLS.get(status, base) + ("-open" if unread else "") + dot


def camp_name(camp_id: str) -> str:
    """
    Name a camp for readers.

    >>> camp_name("karlag"), camp_name("alzhir"), camp_name("steplag_3")
    ('Karlag', 'ALZHIR', 'Steplag 3')
    """
    return CAMPS.get(camp_id, camp_id.replace("_", " ").capitalize())


def number(value: float | None, digits: int | None = None) -> str:
    """
    Write a number for readers.

    >>> number(65673), number(17806.5), number(3.2287, 1), number(None)
    ('65,673', '17,806.5', '3.2', 'not known')
    """
    if value is None or value is pd.NA or math.isnan(value):
        return "not known"
    if digits is not None:
        return f"{value:,.{digits}f}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def amount(row: pd.Series) -> str:
    """
    Write the value of a row with its qualifier, without its unit.

    Parameters
    ----------
    row : Series
        With ``value_min``, ``value_max``, ``qualifier`` and ``value_text``.
    """
    low, high = row["value_min"], row["value_max"]
    match row["qualifier"]:
        case "range":
            return f"{number(low)}–{number(high)}"
        case "at_least":
            return f"at least {number(low)}"
        case "at_most":
            return f"at most {number(high)}"
        case "words":
            return row["value_text"]
        case "about":
            return f"about {number(low)}"
    return number(low)


def status(row: pd.Series) -> str:
    """Say what kind of number a row holds and how the book knows it."""
    return f"{STATUSES[row['status']]}; {CHECKED[row['checked']]}"
