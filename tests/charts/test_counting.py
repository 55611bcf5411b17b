import pytest

from helpers import data
from helpers.charts._casualties.counting import counting


@pytest.fixture(scope="module")
def table():
    return data.load("kengir_casualties")


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def test_counting_gives_each_number_the_date_of_its_paper(table):
    """13, 14 and 18 stand at 18, 20 and 22 May."""
    killed = trace(counting(table), "killed")

    assert (13, 14, 18) == tuple(killed.y[::3])
    assert ("1954-05-18", "1954-05-20", "1954-05-22") == tuple(killed.x[::3])


def test_counting_draws_levels_and_no_growth(table):
    """A line is level, and a gap parts it from the next number."""
    for one in counting(table).data:
        assert one.y[0::3] == one.y[1::3]
        assert {None} == set(one.y[2::3])
        assert one.connectgaps is False


def test_counting_leaves_out_what_a_paper_does_not_say(table):
    """The letter of 20 May has no number of wounded: no mark there, and the alt text says so."""
    figure = counting(table)

    assert "1954-05-20" not in trace(figure, "wounded").x
    assert "Wounded: 59, 70; no number in the paper of 20 May 1954." in figure.layout.meta["alt"]


def test_counting_hover_names_the_paper(table):
    """The hover text of a mark names telegram or letter."""
    assert "telegram no. 12.001" in trace(counting(table), "killed").hovertext[0]


def test_counting_takes_official_papers_only(table):
    """A later book with the same number is no paper of the count."""
    figure = counting(table)

    assert ["article_kengir"] == figure.layout.meta["sources"]
    assert 5 == len(figure.layout.meta["table"]["links"])


def test_counting_needs_days(table):
    """Papers that are dated to the year have no order: the message says how many there are."""
    years = table.assign(source_date=table["source_date"].str[:4])

    with pytest.raises(ValueError, match="0 official papers about 'may_shooting' dated"):
        counting(years)
