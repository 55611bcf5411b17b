import pandas as pd
import pytest

from helpers import data
from helpers.charts import famine


def estimate(name, group, low, high, **more):
    return {
        "row": f"deportations/{name}",
        "row_id": name,
        "group": group,
        "destination": "kazakhstan",
        "measure": "deaths",
        "unit": "persons",
        "value_min": low,
        "value_max": high,
        "qualifier": "exact" if low == high else "range",
        "value_text": "",
        "date_text": "1930/1933",
        "date_start": pd.Timestamp("1930-01-01"),
        "date_kind": "span",
        "source_keys": "cameron2016",
        "status": "estimated",
        "checked": "reproduced",
        "note": "",
        **more,
    }


@pytest.fixture
def table():
    """Build a range, a smaller number, a census fall, a share and a number of refugees."""
    rows = [
        estimate("range", "famine_kazakhs", 1150000, 1420000, checked="unread"),
        estimate("small", "famine_kazakhs", 650000, 650000, status="claimed"),
        estimate("all", "famine_all_groups", 1500000, 1500000),
        estimate("census", "famine_kazakhs", 1321000, 1321000, measure="census_decrease"),
        estimate("share", "famine_kazakhs", 33, 33, measure="share_of_population_lost"),
        estimate("fled", "famine_refugees", 665000, 1100000, measure="refugees"),
    ]
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


def links(figure):
    return [link.removeprefix("deportations/") for link in figure.layout.meta["table"]["links"]]


def test_kazakhs_stand_before_all_inhabitants_and_the_smallest_on_top(table):
    """What counts other people never stands between numbers of one group."""
    assert ["small", "range", "census", "all"] == links(famine(table))


def test_refugees_are_no_estimate_of_the_dead(table):
    """A reader never sees people who fled among those who died."""
    assert "fled" not in links(famine(table)) + links(famine(table, measure="percent"))


def test_a_range_keeps_both_ends_and_no_average_is_drawn(table):
    """1.15 to 1.42 million is two marks with a bar, not 1.285."""
    figure = famine(table)

    drawn = [x for trace in figure.data for x in trace.x if trace.mode != "text"]
    assert {1150000, 1420000} <= set(drawn)
    assert 1285000 not in drawn


def test_what_was_not_re_read_is_named_in_the_legend(table):
    """A number known from the literature only has its own, hollow mark."""
    names = [trace.name for trace in famine(table).data]

    assert "estimated, not re-read" in names


def test_each_line_says_what_is_counted_and_by_whom(table):
    """The words above a mark hold measure, years and work."""
    words = [text for trace in famine(table).data if trace.mode == "text" for text in trace.text]

    assert any("fewer at the next census" in text for text in words)
    assert any("1930–1933" in text and "Cameron 2016" in text for text in words)


def test_choosing_a_group_keeps_the_axis(table):
    """Two states can be compared by eye."""
    every, one = famine(table), famine(table, whose="famine_all_groups")

    assert every.layout.xaxis.range == one.layout.xaxis.range
    assert ["all"] == links(one)
    assert every.layout.meta["alt"] != one.layout.meta["alt"]


def test_shares_have_an_axis_of_their_own(table):
    """Percent and people never share an axis."""
    assert ["share"] == links(famine(table, measure="percent"))


def test_a_group_without_a_share_says_so(table):
    """An empty choice is a sentence, not an empty box."""
    figure = famine(table, measure="percent", whose="famine_other_groups")

    assert "none for this choice" in figure.layout.meta["alt"]


@pytest.mark.parametrize(
    ("choice", "said"),
    [({"measure": "deaths"}, "no measure 'deaths'"), ({"whose": "kulaks"}, "no group 'kulaks'")],
)
def test_an_unknown_choice_names_those_that_there_are(table, choice, said):
    """The message tells which words can be chosen."""
    with pytest.raises(ValueError, match=f"{said}; choose from"):
        famine(table, **choice)


def test_the_table_is_not_changed(table):
    """A chart leaves its rows as they were."""
    before = table.copy()
    famine(table)

    pd.testing.assert_frame_equal(before, table)


def test_every_estimate_of_the_book_is_drawn():
    """No row of deaths for the whole republic is missing from the chart."""
    rows = data.load("deportations")
    wanted = rows[rows["group"].str.startswith("famine") & (rows["destination"] == "kazakhstan")]
    wanted = wanted[wanted["measure"].isin(["deaths", "excess_deaths", "census_decrease"])]

    assert set(wanted["row_id"]) == set(links(famine(rows)))
