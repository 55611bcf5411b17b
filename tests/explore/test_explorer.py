from __future__ import annotations

import functools
import json

import pandas as pd
import plotly.graph_objects as go
import pytest
from small_charts import bars, plain, unpacked

from helpers.explore import explore


def test_each_state_is_the_figure_that_the_function_draws(explorer, table):
    """What a reader chooses on the page is what the function gives in the notebook."""
    states = explorer.states()

    assert [
        ("karlag", "False"),
        ("karlag", "True"),
        ("steplag", "False"),
        ("steplag", "True"),
    ] == list(states)
    assert bars(table, camp="steplag", share=True) == states["steplag", "True"]
    assert bars(table, camp="karlag", share=False) == explorer.draw()


def test_the_page_has_every_state_in_the_order_of_the_controls(explorer, table):
    """The stored states, put together again, are the figures of all choices."""
    stored = explorer.figure().layout.meta["explore"]

    expected = [
        plain(bars(table, camp=camp, share=share))
        for camp in ("karlag", "steplag")
        for share in (False, True)
    ]
    assert expected == [unpacked(stored, number) for number in range(4)]


def test_the_figure_is_the_first_state(explorer, table):
    """Without scripts the reader sees the first choice of each control."""
    first, drawn = explorer.figure(), bars(table, camp="karlag")

    assert drawn.data == first.data
    assert drawn.layout.title == first.layout.title
    assert drawn.layout.meta["alt"] == first.layout.meta["alt"]
    assert ["smirnov1998"] == first.layout.meta["sources"]


def test_words_for_the_reader_may_differ_from_values(table):
    """A dict gives each value its words; a list shows the values without underscores."""
    named = explore(
        bars, table, camp={"the camp at Karaganda": "karlag", "Special Camp 4": "steplag"}
    )
    listed = explore(bars, table, camp=["four_camps"])

    assert bars(table, camp="steplag") == named.draw(["Special Camp 4"])
    assert {"four camps": "four_camps"} == listed.choices["camp"]


@pytest.mark.parametrize(
    ("choices", "named"),
    [({}, "this chart"), ({"camp": []}, "camp"), ({"camp": ["karlag"], "share": {}}, "share")],
)
def test_an_empty_choice_is_refused(table, choices, named):
    """A control with nothing to choose from is an error that names it."""
    with pytest.raises(ValueError, match=f"^nothing to choose from for {named}$"):
        explore(bars, table, **choices)


def test_a_function_with_arguments_filled_in_can_be_explored(table):
    """A partial function has no name of its own and is shown all the same."""
    explorer = explore(functools.partial(bars, table), camp=["karlag", "steplag"])

    assert "chart by camp: karlag, steplag" == repr(explorer)
    assert bars(table, camp="karlag") == explorer.draw()


def test_tables_with_days_and_arrays_can_be_explored():
    """An instructor's own chart may hand pandas columns to plotly."""

    def own(days: pd.Series, *, factor: int) -> go.Figure:
        return go.Figure(go.Scatter(x=days, y=(days.dt.year * factor).to_numpy()))

    days = pd.Series(pd.to_datetime(["1954-05-16", "1954-06-26"]))
    figure = explore(own, days, factor=[1, 2]).figure()

    assert 2 == len(figure.layout.meta["explore"]["states"])
    assert json.loads(figure.to_json())["layout"]["meta"]["explore"]["pool"]


def test_explore_leaves_its_tables_alone(explorer, table):
    """Drawing every state changes no table."""
    before = table.copy()
    explorer.figure()

    pd.testing.assert_frame_equal(before, table)
