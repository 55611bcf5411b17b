"""Charts to explore, and how to take apart what comes of them."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers.charts.shared.filters import declare, fitting
from helpers.explore import MIME

SHARED = "a remark that all states share " * 10


def bars(table: pd.DataFrame, *, camp: str, share: bool = False, months: int = 1) -> go.Figure:
    rows = table[table["camp"] == camp]
    whole = rows["persons"].sum() if share else 1
    figure = go.Figure(go.Bar(x=rows["year"].tolist(), y=(rows["persons"] / whole).tolist()))
    figure.add_trace(go.Scatter(x=[1949], y=[months], name=SHARED))
    figure.update_layout(
        title_text=SHARED,
        meta={
            "alt": f"Bar chart of {camp}, share {share}, {months} months.",
            "sources": ["smirnov1998"],
        },
    )
    return figure


def dots(rows: pd.DataFrame, *, camp: str = "every", size: int = 1) -> go.Figure:
    """Draw a chart with a filter, as chart functions do it."""
    classes = pd.DataFrame({"camp": [[name] for name in rows["camp"]]}, index=rows.index)
    kept = fitting(classes, {"camp": camp})
    shown = rows[kept]
    links = [f"camps/{name}" for name in shown["camp"]]
    figure = go.Figure(go.Scatter(x=shown["year"].tolist(), customdata=links))
    table = {"columns": ["Year"], "rows": shown[["year"]].to_numpy().tolist(), "links": links}
    figure.update_layout(meta={"alt": f"{len(shown)} dots of size {size}", "table": table})
    cited = shown.assign(source_keys="smirnov1998")
    return declare(
        figure, cited, classes[kept], {"camp": ["steplag", "karlag", "alzhir"]}, "dots", "none"
    )


def unpacked(packed: dict[str, Any], number: int) -> dict[str, Any]:
    """Put one state together as the page does."""
    pool, state = packed["pool"], packed["states"][number]
    return {
        "data": [pool[place] for place in state["data"]],
        "layout": {name: pool[place] for name, place in state["layout"].items()},
        "meta": {name: pool[place] for name, place in state["meta"].items()},
    }


def plain(figure: go.Figure) -> dict[str, Any]:
    """Take a figure apart as the page has it: no template, what it carries beside it."""
    found = json.loads(figure.to_json())
    found["layout"].pop("template", None)
    return {"meta": found["layout"].pop("meta", {}), **found}


def shown(widget: Any) -> dict[str, Any]:
    """Take the chart that a widget shows."""
    (output,) = widget.children[1].outputs
    figure = json.loads(json.dumps(output["data"][MIME]))
    figure["layout"].pop("template", None)
    return {"meta": figure["layout"].pop("meta", {}), **figure}
