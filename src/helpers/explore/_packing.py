"""Pack the states of an explorer for the page, and weigh them."""

from __future__ import annotations

import json
from typing import Any

#: The most that the states of one explorer may weigh in a page, in bytes of JSON.
LIMIT = 150_000


def pack(figures: list[dict[str, Any]]) -> dict[str, Any]:
    """
    Store several figures with everything that they share stored once.

    Parameters
    ----------
    figures : list of dict
        Figures as plotly JSON; templates are left out, the page knows them, and so are the
        traces of a figure that the page shows as its table.

    Returns
    -------
    dict
        ``pool``: distinct parts; ``states``: for each figure the numbers of its traces, and the
        number of each part of its layout.
    """
    pool = _Pool()
    states = [_state(figure, pool) for figure in figures]
    return {"pool": pool.parts, "states": states}


class _Pool:
    """Parts of figures, each once; a part is known by its place in the list."""

    def __init__(self):
        self.parts: list[Any] = []
        self._places: dict[str, int] = {}

    def place(self, part: Any) -> int:
        text = json.dumps(part, sort_keys=True, ensure_ascii=False)
        if text not in self._places:
            self._places[text] = len(self.parts)
            self.parts.append(part)
        return self._places[text]


def _state(figure: dict[str, Any], pool: _Pool) -> dict[str, Any]:
    layout = dict(figure["layout"])
    layout.pop("template", None)
    meta = layout.pop("meta", None) or {}
    traces = [] if meta.get("view") == "table" else figure["data"]
    return {
        "data": [pool.place(trace) for trace in traces],
        "layout": {name: pool.place(part) for name, part in layout.items()},
        "meta": {name: pool.place(part) for name, part in meta.items()},
    }


def weigh(packed: dict[str, Any], remedy: str) -> None:
    """
    Refuse states that weigh more than a page may hold.

    Parameters
    ----------
    packed : dict
        What `pack` gives.
    remedy : str
        What to do about it, as the end of the message.

    Raises
    ------
    ValueError
        If the states weigh more than ``LIMIT``.
    """
    weight = len(json.dumps(packed))
    if weight > LIMIT:
        raise ValueError(
            f"{weight // 1000} KB of states, a page holds {LIMIT // 1000} KB; {remedy}"
        )
