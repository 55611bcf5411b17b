from __future__ import annotations

import json

from small_charts import bars

from helpers.explore import MIME, STATIC, explore

WIDGET = "application/vnd.jupyter.widget-view+json"


def test_while_the_book_is_built_the_output_is_a_figure_only(explorer, monkeypatch):
    """The page needs the states; a widget would stay dead there."""
    monkeypatch.setenv(STATIC, "1")
    bundle = explorer._repr_mimebundle_()

    assert {MIME, "text/plain"} == set(bundle)
    assert 4 == len(bundle[MIME]["layout"]["meta"]["explore"]["states"])
    assert {"plotlyServerURL": ""} == bundle[MIME]["config"]


def test_in_jupyter_the_output_has_a_widget_and_the_figure(explorer, monkeypatch):
    """Each front end takes its own; the figure is the same as on the page."""
    monkeypatch.setenv(STATIC, "1")
    static = explorer._repr_mimebundle_()
    monkeypatch.delenv(STATIC)
    live = explorer._repr_mimebundle_()

    assert {WIDGET, MIME, "text/plain"} == set(live)
    assert static[MIME] == live[MIME]
    assert static["text/plain"] == live["text/plain"]


def test_an_output_has_the_same_bytes_every_time(explorer, table, monkeypatch):
    """Nothing in a stored output depends on when or how often it was made."""
    monkeypatch.setenv(STATIC, "1")
    again = explore(bars, table, camp=["karlag", "steplag"], share=[False, True])

    assert json.dumps(explorer._repr_mimebundle_()) == json.dumps(again._repr_mimebundle_())
    assert "bars by camp: karlag, steplag; share: False, True" == repr(explorer)
