import pytest

from helpers.models import costs


def test_the_accounts_of_viatlag_pay_for_the_same_days_by_norm_and_in_fact():
    """Two sums and two prices per day lead to the same number of prisoners, within 0.1 per cent."""
    norm = costs.prisoner_days(21_164_100, 4.33)
    paid = costs.prisoner_days(24_032_400, 4.92)

    assert 4_887_783 == round(norm)
    assert 4_884_634 == round(paid)
    assert 13_391 == round(costs.average_prisoners(norm))


def test_the_fewer_work_the_more_each_day_has_to_bring():
    """At half of the prisoners at work each day worked has to pay for two."""
    assert 9.84 == costs.break_even(4.92, 50)
    assert 4.33 == costs.break_even(4.33, 100)


def test_a_stated_share_tells_the_whole_behind_it():
    """12.18 milliard as 9 per cent means 135 milliard."""
    assert 135 == round(costs.whole(12.18, 9))


@pytest.mark.parametrize("working", [0, -5, 101])
def test_a_share_that_is_none_is_refused(working):
    """Nobody at work, or more than everybody, is an error in words."""
    with pytest.raises(ValueError, match="no share of the prisoners"):
        costs.break_even(4.92, working)


def test_nonsense_in_accounts_is_refused():
    """A negative account, a day without cost, a time without days, a whole of nothing."""
    with pytest.raises(ValueError, match="no prisoner-days"):
        costs.prisoner_days(-1, 4.92)
    with pytest.raises(ValueError, match="no prisoner-days"):
        costs.prisoner_days(100, 0)
    with pytest.raises(ValueError, match="no number of prisoners"):
        costs.average_prisoners(100, 0)
    with pytest.raises(ValueError, match="no share of a whole"):
        costs.whole(100, 0)
