from __future__ import annotations

import pandas as pd
import pytest

from helpers.explore._controls import control_kind


def test_controls_are_described_for_the_page(explorer):
    """Name, label, kind and words of each control go to the page."""
    camp, share = explorer.figure().layout.meta["explore"]["controls"]

    assert {
        "name": "camp",
        "label": "camp",
        "kind": "radio",
        "values": ["karlag", "steplag"],
        "ticked": False,
    } == camp
    assert ("in per cent", "checkbox", ["False", "True"]) == (
        share["label"],
        share["kind"],
        share["values"],
    )


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([False, True], "checkbox"),
        ([True, False], "checkbox"),
        (["a", "b"], "radio"),
        (["a", "b", "c"], "radio"),
        (["a", "b", "c", "d"], "select"),
        ([1930, 1940, 1950], "radio"),
        ([1930, 1940, 1950, 1960], "range"),
        ([1930, 1950, 1940, 1960], "select"),
        ([0.5, 1.0, 1.5, 2.0], "select"),
        ([True], "radio"),
        (list(pd.date_range("1954-05-14", "1954-05-18")), "range"),
        (list(pd.date_range("1954-05-14", "1954-05-18"))[::-1], "select"),
        (["1954-05-14", "1954-05-15", "1954-05-16", "1954-05-17"], "select"),
    ],
)
def test_the_values_decide_the_control(values, kind):
    """Yes and no make a box, rising numbers or days a slider, few words buttons, many a list."""
    assert kind == control_kind({str(value): value for value in values})
