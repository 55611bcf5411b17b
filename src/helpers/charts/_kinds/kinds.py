"""Count rows by what kind of number they hold, and claims by what can be checked of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme
from helpers.charts._kinds.stacked import Part, stacked
from helpers.charts.shared.ranked import STATUS_LOOKS

#: How the rows of any table can be counted.
KINDS = {
    "status": [Part(key, key, colour, shape) for key, (colour, _, shape) in STATUS_LOOKS.items()],
    "checked": [
        Part("print", "in print", theme.INK, ""),
        Part("reproduced", "as reproduced", theme.BLUE, ""),
        Part("second_hand", "second hand", theme.GREEN, "/"),
        Part("teaching_text", "teaching text", theme.PURPLE, "-"),
        Part("unread", "not re-read", theme.GREY, "hollow"),
    ],
}

#: How the claims of the teaching texts can be counted.
READINGS = {
    "conflict": [
        Part("own", "contradicted in its own text", theme.VERMILION, ""),
        Part("other", "only in another of the texts", theme.BLUE, "/"),
        Part("rest", "no contradiction found", theme.GREY, "-"),
    ],
    "number": [
        Part("tested", "number tested by calculation", theme.BLUE, ""),
        Part("plain", "other number", theme.GREEN, "/"),
        Part("rest", "no number", theme.GREY, "-"),
    ],
    "date": [
        Part("near", "dated to a day or month", theme.BLUE, ""),
        Part("far", "to a year or longer", theme.GREEN, "/"),
        Part("rest", "not dated", theme.GREY, "-"),
    ],
}


def kinds(tables: dict[str, pd.DataFrame], *, by: str = "status", share: bool = False) -> go.Figure:
    """
    Count the rows of each table by kind of number, or by how the book knows them.

    Parameters
    ----------
    tables : dict of str to DataFrame
        Tables by name; those without the column ``by`` are left out.
    by : str, optional
        ``status`` (counted, reported, prescribed, estimated, claimed) or ``checked`` (in print,
        as reproduced, at second hand, in a teaching text, not re-read).
    share : bool, optional
        Draw per cent of the rows of each table instead of rows.

    Returns
    -------
    Figure
        One stacked bar from zero per table, the longest table on top, the number of its rows
        beside its name. The ``customdata`` of a part is the name of the table.

    Raises
    ------
    ValueError
        If ``by`` is something else, or no table has this column.
    """
    _known(by, KINDS)
    held = {name: table for name, table in tables.items() if by in table}
    if not held:
        raise ValueError(f"no table has a column '{by}'; given: {', '.join(tables) or 'no table'}")
    counts = pd.DataFrame(
        [
            {"line": name.replace("_", " "), "key": key, "n": len(rows), "point": name, "row": ""}
            for name, table in held.items()
            for key, rows in table.groupby(by)
        ]
    )
    rows = pd.concat([table[["row", "source_keys"]] for table in held.values()])
    return stacked(counts, KINDS[by], rows, thing="Table", counted="rows", share=share)


def claims_of_texts(
    claims: pd.DataFrame, *, by: str = "conflict", share: bool = False
) -> go.Figure:
    """
    Count the claims of each teaching text by what can be checked of them.

    Parameters
    ----------
    claims : DataFrame
        ``teaching_claims``: columns ``row``, ``claim_id``, ``text``, ``conflict``,
        ``arithmetic``, ``qualifier``, ``date_kind``, ``source_keys``.
    by : str, optional
        ``conflict``: whether another claim of the same text contradicts it, or only one of
        another of the texts; ``number``: whether it carries a number, and one that the book
        tested by calculation; ``date``: how closely it is dated.
    share : bool, optional
        Draw per cent of the claims of each text instead of claims.

    Returns
    -------
    Figure
        One stacked bar from zero per text, the longest text on top, the number of its claims
        beside its name. The ``customdata`` of a part names its rows; that of the last part,
        where nothing was found, the table only.

    Raises
    ------
    ValueError
        If ``by`` is something else.
    """
    _known(by, READINGS)
    keys = [KEYS[by](claim) for _, claim in claims.iterrows()]
    counts = []
    for (text, key), rows in claims.assign(key=keys).groupby(["text", "key"]):
        links = "" if key == "rest" else " ".join(rows["row"])
        table = rows["row"].iloc[0].partition("/")[0]
        line = {"line": sources.short(text), "key": key, "n": len(rows)}
        counts.append({**line, "point": links or table, "row": links})
    return stacked(
        pd.DataFrame(counts), READINGS[by], claims, thing="Text", counted="claims", share=share
    )


def _conflict(claim: pd.Series) -> str:
    # a claim is numbered S<text>-<claim>, and `conflict` reads "S1-144 (same text): ...; S2-..."
    texts = re.findall(r"(S\d)-\d{3} \(", claim["conflict"])
    if claim["claim_id"][:2] in texts:
        return "own"
    return "other" if texts else "rest"


def _number(claim: pd.Series) -> str:
    if not claim["qualifier"]:
        return "rest"
    return "tested" if claim["arithmetic"] else "plain"


def _date(claim: pd.Series) -> str:
    if claim["date_kind"] == "undated":
        return "rest"
    return "near" if claim["date_kind"] in ("day", "month") else "far"


KEYS: dict[str, Callable[[pd.Series], str]] = {
    "conflict": _conflict,
    "number": _number,
    "date": _date,
}


def _known(by: str, ways: Iterable[str]) -> None:
    if by not in ways:
        raise ValueError(f"cannot count by '{by}'; choose from {', '.join(ways)}")
