from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import pytest
from small_charts import bars, plain, shown

from helpers.explore import explore


def test_the_widget_shows_the_first_choice(explorer, table):
    """A running notebook begins where the page begins."""
    assert plain(bars(table, camp="karlag", share=False)) == shown(explorer.widget())


def test_a_box_that_is_ticked_first_is_ticked_in_both_lives(table):
    """Where True comes first, page and notebook begin with the box ticked and the chart of it."""
    explorer = explore(bars, table, camp=["karlag"], share=[True, False])
    widget = explorer.widget()

    assert explorer.figure().layout.meta["explore"]["controls"][1]["ticked"]
    assert widget.children[0].children[1].value is True
    assert plain(bars(table, camp="karlag", share=True)) == shown(widget)


@pytest.mark.parametrize("share", [False, True])
@pytest.mark.parametrize("camp", ["karlag", "steplag"])
def test_the_controls_change_the_chart(explorer, table, camp, share):
    """Every choice in a running notebook shows the figure of that choice."""
    widget = explorer.widget()
    camps, box = widget.children[0].children
    camps.value, box.value = camp, share

    assert plain(bars(table, camp=camp, share=share)) == shown(widget)


def test_slider_and_list_change_the_chart(table):
    """Sliders and lists give the values behind their words."""
    widget = explore(
        bars,
        table,
        camp={"Karaganda": "karlag", "Kengir": "steplag", "a": "a", "b": "b"},
        months=[1, 2, 3, 4],
    ).widget()
    names, months = widget.children[0].children
    names.value, months.value = "Kengir", "3"

    assert plain(bars(table, camp="steplag", months=3)) == shown(widget)
    assert ["Dropdown", "SelectionSlider"] == [type(one).__name__ for one in (names, months)]


def test_a_choice_may_be_several_values(table):
    """A word may stand for a list, in the widget as on the page."""

    def several(rows: pd.DataFrame, *, camps: list[str]) -> go.Figure:
        return go.Figure(go.Bar(y=[int(rows["camp"].isin(camps).sum())]))

    explorer = explore(several, table, camps={"both": ["karlag", "steplag"], "Karlag": ["karlag"]})
    widget = explorer.widget()
    widget.children[0].children[0].value = "Karlag"

    assert [2] == shown(widget)["data"][0]["y"]
    assert 2 == len(explorer.figure().layout.meta["explore"]["states"])
