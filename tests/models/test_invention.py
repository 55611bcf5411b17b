from __future__ import annotations

import pytest

from helpers import data
from helpers.models import invention


def test_the_three_savings_of_the_abstract():
    """1,333, then 227, then 59,560 roubles per proposal: the numbers of the chapter."""
    rows = data.load("invention").set_index("row_id")["value_min"]
    periods = ("proposals-1941-1945", "proposals-1946", "proposals-1955")

    found = [
        round(invention.saving_per_proposal(rows[f"{one}-savings"], rows[one])) for one in periods
    ]
    assert [1333, 227, 59560] == found


def test_a_decimal_point_put_back():
    """Two lost places turn 2,739,779 roubles into 27,397.79, and 59,560 a proposal into 596."""
    assert 27397.79 == invention.point_moved(2739779, 2)
    assert 596 == round(invention.saving_per_proposal(invention.point_moved(2739779, 2), 46))


def test_a_quarter_of_the_meridian():
    """From the equator to the pole it is ten thousand kilometres: the metre was made so."""
    assert 10_008 == round(invention.straight_km((0, 0), (90, 0)))


def test_there_and_back_is_twice_the_way():
    """A return counts."""
    one, other = (49.8, 73.1), (46.8, 75.0)

    there = invention.straight_km(one, other)
    assert 2 * there == pytest.approx(invention.journey_km([one, other, one]))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: invention.saving_per_proposal(100, 0), "0 proposals cannot have saved"),
        (lambda: invention.saving_per_proposal(-1, 5), "are a loss"),
        (lambda: invention.point_moved(12, 2), "12 has no 2 digits"),
        (lambda: invention.point_moved(1234, -1), "has no -1 digits"),
        (lambda: invention.straight_km((91, 0), (0, 0)), "no place has latitude 91"),
        (lambda: invention.journey_km([(0, 0)]), "two stops"),
    ],
)
def test_nonsense_is_refused(call, message):
    """The message says what is wrong."""
    with pytest.raises(ValueError, match=message):
        call()
