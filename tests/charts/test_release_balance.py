import pytest

from helpers import data
from helpers.charts import balance


@pytest.fixture
def amnesties():
    return data.load("amnesties")


def test_each_year_has_its_four_bars(amnesties):
    """Prisoners, arrivals and the two ways out stand together, four years of them."""
    figure = balance(amnesties)

    assert [4, 4, 4, 4, None] == [len(t.y) if t.type == "bar" else None for t in figure.data]
    assert 2472247 == figure.data[0].x[0]
    assert ("amnesties/balance-1953-01-01-prisoners") == figure.data[0].customdata[0]


def test_a_share_is_of_the_prisoners_of_1_january(amnesties):
    """1,201,738 of 2,472,247 are 48.6 per cent; the bar names both rows."""
    figure = balance(amnesties, share=True)
    decrees = figure.data[-2]

    assert 48.6 == decrees.x[0]
    assert (
        "amnesties/balance-1953-departures-by-decrees amnesties/balance-1953-01-01-prisoners"
        == (decrees.customdata[0])
    )
    assert "48.6 % by decree" in figure.layout.meta["alt"]


def test_the_last_year_says_that_it_is_not_whole(amnesties):
    """Seven months of 1956 are never called a year."""
    assert "1956 (1 January – 1 August)" in balance(amnesties).layout.meta["alt"]


def test_the_table_is_left_as_it_was(amnesties):
    """A chart changes nothing of what it is given."""
    before = amnesties.copy()
    balance(amnesties)

    assert before.equals(amnesties)


def test_a_table_without_a_balance_is_refused(amnesties):
    """The message says which rows are asked for."""
    with pytest.raises(ValueError, match="balance_camps_colonies"):
        balance(amnesties[amnesties["act"] == "wartime_releases"])
