import pytest

from helpers import data
from helpers.charts._rations.bread_steps import bread_steps
from helpers.charts._rations.ration_order import ration_order


@pytest.fixture(scope="module")
def rations():
    return data.load("rations")


def test_every_order_of_the_table_is_shown_with_all_its_rows(rations):
    """No order and no line of an order is left out, whether it has grams or not."""
    for order, rows in rations.groupby("order_id"):
        figure = ration_order(rations, order=order)
        marks = {link for one in figure.data for link in one.customdata or ()}

        assert set(rows["row"]) == set(figure.layout.meta["table"]["links"]) == marks


def test_what_is_no_amount_is_written_out(rations):
    """Six classes of 1933 have no grams: words, and an axis without numbers."""
    figure = ration_order(rations, order="dmitlag-1933")

    assert any(
        "ration classes: to 79" in (word or "").replace("<br>", " ")
        for word in figure.data[-1].text
    )
    assert "no amounts" == figure.layout.xaxis.title.text


def test_the_legend_explains_bars_only(rations):
    """The energy of 1939 stands in words; no empty sign of memoirs is in the legend."""
    figure = ration_order(rations, order="nkvd-00943-1939")

    assert all(any(one.x) for one in figure.data if one.type == "bar" and one.showlegend)


def test_an_unknown_order_is_refused(rations):
    """The message names the orders of the table."""
    with pytest.raises(ValueError, match="no order '1939'; the table has nkvd-00943-1939"):
        ration_order(rations, order="1939")


def test_steps_are_measured_against_the_bread_at_full_norm(rations):
    """In 1939 the penalty ration held a third of the bread of the full norm."""
    rows = bread_steps(rations).layout.meta["table"]["rows"]
    shares = {(line[0][:15], line[1]): line[3] for line in rows}

    assert 33 == shares["NKVD order 0094", "penalty"]
    assert 50 == shares["NKVD order 0094", "below the norm"]
    assert 91 == shares["GULAG order of ", "75 percent"]


def test_a_supplement_counts_on_top_of_the_norm(rations):
    """1,200 and 200 grams make 1,400 for work above the norm."""
    rows = bread_steps(rations).layout.meta["table"]["rows"]

    assert ["1,400"] == [line[2] for line in rows if line[1] == "above the norm"]


def test_a_computed_step_leads_to_both_rows(rations):
    """A bar of a percentage names the step and the full norm."""
    links = bread_steps(rations).layout.meta["table"]["links"]

    assert (
        "rations/nkvd-00943-1939-penalty-rye-bread rations/nkvd-00943-1939-norm-2-rye-bread"
        in links
    )


def test_steps_need_a_full_norm(rations):
    """An order that names one bread ration only has no scale."""
    with pytest.raises(ValueError, match="no order names bread for a fulfilled norm"):
        bread_steps(rations[rations["order_id"] == "nkvd-0437-1941"])
