"""Decide which control suits a keyword, what it is called, and describe it for the page."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

#: What a control is called where the keyword of the chart function would not tell a reader.
LABELS = {
    "scale": "axis",
    "shown": "show",
    "digits": "zeros left out of the claim",
    "verdict": "conclusion",
    "known": "how it is known",
    "compared": "compared with",
    "answers": "write the answers out",
    "band": "output or kind of work",
    "beside": "beside it",
    "by": "divided by",
    "compare": "show",
    "dimension": "group by",
    "every": "every group",
    "event_type": "kind of event",
    "measure": "show",
    "missing": "years without a number",
    "outcome": "kind of answer",
    "regime": "kind of place",
    "share": "in per cent",
    "said": "what is said",
    "voice": "who says so",
    "group": "group of prisoners",
    "system": "places of detention",
    "whole": "divided by the prisoners of",
    "which": "show",
    "source_kind": "kind of source",
    "base": "set against",
    "show": "show and unit",
}


def label_of(name: str) -> str:
    """Name a control for readers."""
    return LABELS.get(name, name.replace("_", " "))


def control_kind(values: Mapping[str, Any]) -> str:
    """
    Decide which control suits some values.

    Returns
    -------
    str
        ``checkbox``, ``range``, ``radio`` or ``select``.
    """
    plain = list(values.values())
    if plain in ([False, True], [True, False]):
        return "checkbox"
    steps = any(all(_is_step(value, kind) for value in plain) for kind in (int, datetime.date))
    if len(plain) > 3 and steps and plain == sorted(plain):
        return "range"
    return "radio" if len(plain) <= 3 else "select"


def _is_step(value: Any, kind: type) -> bool:
    return isinstance(value, kind) and not isinstance(value, bool)


def described(
    choices: Mapping[str, Mapping[str, Any]], filters: Mapping[str, list[str]]
) -> list[dict[str, Any]]:
    """
    Describe all controls for the page, those that have states first.

    Parameters
    ----------
    choices : mapping of str to mapping
        For each keyword: words for the reader -> value.
    filters : mapping of str to list of str
        For each filter its words.

    Returns
    -------
    list of dict
        ``name``, ``label``, ``kind``, ``values`` (words) and ``ticked`` of each.
    """
    controls = [
        _described(name, control_kind(values), list(values), next(iter(values.values())) is True)
        for name, values in choices.items()
    ]
    return controls + [_described(name, "filter", words) for name, words in filters.items()]


def _described(name: str, kind: str, words: list[str], ticked: bool = False) -> dict[str, Any]:
    return {
        "name": name,
        "label": label_of(name),
        "kind": kind,
        "values": words,
        "ticked": ticked,
    }
