from __future__ import annotations

import pytest
from small_charts import bars, dots, unpacked

from helpers.explore import _packing as packing
from helpers.explore import explore
from helpers.explore._packing import pack


def test_pack_stores_what_states_share_once():
    """A part that two figures share has one place in the pool, and nothing is lost."""
    one = {"data": [{"y": [1]}, {"y": [2]}], "layout": {"title": "A", "height": 400}}
    two = {"data": [{"y": [1]}, {"y": [3]}], "layout": {"height": 400, "meta": {"alt": "Two"}}}
    packed = pack([one, two])

    assert [{"y": [1]}, {"y": [2]}, "A", 400, {"y": [3]}, "Two"] == packed["pool"]
    assert {**one, "meta": {}} == unpacked(packed, 0)
    assert {"data": two["data"], "layout": {"height": 400}, "meta": {"alt": "Two"}} == unpacked(
        packed, 1
    )


def test_pack_leaves_templates_out():
    """The page knows the template; no state carries it again."""
    packed = pack([{"data": [], "layout": {"template": {"layout": {}}, "height": 1}}])

    assert [1] == packed["pool"]


def test_pack_does_not_change_its_figures():
    """The figures can be shown after they were packed."""
    figure = {"data": [], "layout": {"template": {}, "meta": {"alt": "A"}}}
    pack([figure])

    assert {"data": [], "layout": {"template": {}, "meta": {"alt": "A"}}} == figure


def test_a_figure_that_is_read_keeps_no_traces_for_the_page():
    """Its table is what the page shows; the states do not carry it twice."""
    figure = {"data": [{"type": "table"}], "layout": {"meta": {"view": "table", "alt": "A"}}}

    assert {"data": [], "layout": {}, "meta": {"view": "table", "alt": "A"}} == unpacked(
        pack([figure]), 0
    )


def test_too_many_states_name_the_control_to_shorten(table, monkeypatch):
    """Who offers too much is told how much it weighs and which list is the longest."""
    monkeypatch.setattr(packing, "LIMIT", 2_000)
    heavy = explore(bars, table, camp=["karlag", "steplag"], months=range(1, 31))

    with pytest.raises(
        ValueError, match=r"^\d+ KB of states, a page holds 2 KB; shorten 'months' \(30 values\)$"
    ):
        heavy.figure()


def test_a_chart_with_a_filter_alone_that_weighs_too_much_says_so(table, monkeypatch):
    """Where no control could be shortened, the rows are named."""
    monkeypatch.setattr(packing, "LIMIT", 100)

    with pytest.raises(ValueError, match="a page holds 0 KB; give the chart fewer rows"):
        explore(dots, table, filters=["camp"]).figure()


def test_the_limit_is_what_a_page_holds(table):
    """As many states as fit are shown; 150 KB are a page's share."""
    fits = explore(bars, table, camp=["karlag", "steplag"], months=range(1, 31))

    assert 150_000 == packing.LIMIT
    assert 60 == len(fits.figure().layout.meta["explore"]["states"])
