from __future__ import annotations

import pytest
from small_charts import bars, dots, plain, shown, unpacked

from helpers.explore import explore


def test_a_filter_costs_no_states(table):
    """One figure is stored, whatever can be chosen; the words come from the chart, in its order."""
    stored = explore(dots, table, filters=["camp"]).figure().layout.meta["explore"]

    assert 1 == len(stored["states"])
    assert [("camp", "filter", ["every", "steplag", "karlag"])] == [
        (one["name"], one["kind"], one["values"]) for one in stored["controls"]
    ]


def test_filters_stand_beside_other_controls(table):
    """Each state carries what its lines are; the controls that have states come first."""
    stored = explore(dots, table, size=[1, 2], filters=["camp"]).figure().layout.meta["explore"]
    facets = unpacked(stored, 1)["meta"]["filter"]["facets"]

    assert ["size", "camp"] == [one["name"] for one in stored["controls"]]
    assert [["karlag"], ["karlag"], ["steplag"]] == facets["camp"]["lines"]


def test_a_filter_in_a_notebook_calls_the_function(table):
    """What is chosen in a running notebook is what the function gives for it."""
    widget = explore(dots, table, size=[1, 2], filters=["camp"]).widget()
    sizes, camps = widget.children[0].children
    before = shown(widget)
    sizes.value, camps.value = "2", "karlag"

    assert plain(dots(table)) == before
    assert plain(dots(table, camp="karlag", size=2)) == shown(widget)


@pytest.mark.parametrize(
    ("chart", "message"),
    [
        (dots, "^the chart has no filter 'place'; it has camp$"),
        (bars, "^the chart has no filter 'place'; it has none$"),
    ],
)
def test_a_filter_that_the_chart_does_not_know_is_named(table, chart, message):
    """A misspelt filter is an error, not a control without effect."""
    with pytest.raises(ValueError, match=message):
        explore(chart, table, filters=["place"], camp="karlag").figure()


def test_an_explorer_says_its_filters(table):
    """The plain text of the output names what can be chosen."""
    assert "dots by size: 1, 2; camp: any" == repr(
        explore(dots, table, size=[1, 2], filters=["camp"])
    )
