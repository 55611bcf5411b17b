import pandas as pd
import pytest

from helpers.models import herds


def test_a_herd_gives_what_such_herds_gave():
    """At the rates of the Union the herd of the camp gives about 2.5 thousand tonnes a year."""
    rates = {
        "cattle": herds.meat_per_head(1_300_000, 47_600_000),
        "sheep": herds.meat_per_head(700_000, 58_500_000),
    }

    assert 2494 == round(herds.meat_of_herd({"cattle": 23_200, "sheep": 155_500}, rates))


def test_a_kind_without_a_rate_is_named():
    """Camels are not silently left out."""
    with pytest.raises(ValueError, match="no rate for camels"):
        herds.meat_of_herd({"camels": 5}, {"cattle": 1})
    with pytest.raises(ValueError, match="is no herd"):
        herds.meat_per_head(5, 0)


def test_the_rest_bounds_the_mutton():
    """What is neither beef nor pork is mutton at most."""
    one = {"unit": "million t"}
    meat, beef, pork = (pd.Series({**one, "value_min": value}) for value in (2.6, 1.3, 0.6))

    assert 0.7 == herds.mutton_at_most(meat, beef, pork)
    with pytest.raises(ValueError, match="more than all meat"):
        herds.mutton_at_most(beef, meat, pork)
    with pytest.raises(ValueError, match="more than one unit"):
        herds.mutton_at_most(meat, beef, pd.Series({"unit": "t", "value_min": 6}))
