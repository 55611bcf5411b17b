"""Tell what a reader chooses from what is fixed, and give each value its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def offered_and_fixed(
    choices: Mapping[str, Any],
) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    """
    Divide the keywords of a chart function.

    Parameters
    ----------
    choices : mapping of str to list, dict, or one value
        As for `explore`.

    Returns
    -------
    offered : dict of str to dict
        For each keyword with values to choose from: words for the reader -> value.
    fixed : dict
        The keywords with a single word or number.
    """
    fixed = {name: value for name, value in choices.items() if _is_one(value)}
    offered = {name: _in_words(values) for name, values in choices.items() if name not in fixed}
    return offered, fixed


def _is_one(value: Any) -> bool:
    return isinstance(value, str) or not isinstance(value, Iterable)


def _in_words(values: Iterable[Any] | Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(values, Mapping):
        return dict(values)
    return {str(value).replace("_", " "): value for value in values}
