import pytest

from helpers import charts, data


@pytest.fixture
def regional():
    return data.load("regional_output")


@pytest.fixture
def factors():
    return data.load("unit_conversions")


def test_coal_breaks_the_line_where_years_are_missing(regional, factors):
    """1942 to 1945 follow each other; 1937 stands alone."""
    line = charts.coal(regional, factors).data[0]

    assert (1931, 1932, None, 1937, None, 1940, None, 1942, 1943, 1944, 1945) == line.x[:11]


def test_coal_not_re_read_is_hollow_and_said(regional, factors):
    """The handbooks of Karaganda were not re-read."""
    line = charts.coal(regional, factors).data[0]

    assert "Karaganda basin, not re-read" == line.name
    assert {"circle-open", "circle"} >= set(line.marker.symbol)
    assert "circle-open" == line.marker.symbol[0]


def test_share_of_coal_is_computed_from_two_rows(regional, factors):
    """7.1 of 75.5 million tonnes in 1942 are 9.4 per cent."""
    line = charts.coal(regional, factors, shown="share").data[0]
    place = line.x.index(1942)

    assert 9.4 == line.y[place]
    assert "karaganda-1942-coal regional_output/ussr-1942-coal" in line.customdata[place]


def test_share_leaves_out_years_without_the_whole(regional, factors):
    """The coal of the USSR in 1943 is not in the table."""
    assert 1943 not in charts.coal(regional, factors, shown="share").data[0].x


@pytest.mark.parametrize("chart", [charts.coal, charts.metals])
def test_regional_charts_refuse_what_they_cannot_show(chart, regional, factors):
    """The message names what can be chosen."""
    with pytest.raises(ValueError, match="cannot show 'gold'; choose from"):
        chart(regional, factors, shown="gold")


def test_coal_needs_the_basin(regional, factors):
    """A table without Karaganda is refused."""
    with pytest.raises(ValueError, match="no yearly coal of the Karaganda basin"):
        charts.coal(regional[regional["region"] == "Urals"], factors)


def test_plans_and_output_never_share_a_mark(regional, factors):
    """A plan is a cross, ore that was mined a square."""
    figure = charts.metals(regional, factors, shown="ore")
    looks = {trace.name: trace.marker.symbol for trace in figure.data}

    assert {"reported": "square", "prescribed": "x"} == looks


def test_a_total_over_years_is_not_drawn_among_years(regional, factors):
    """The 470 thousand tonnes of five years are no output of a year."""
    figure = charts.metals(regional, factors, shown="copper")

    assert not any("470" in str(trace.x) for trace in figure.data)
    assert "1941–1945" == figure.layout.yaxis.ticktext[-1]
    assert "no output of a year" in figure.layout.annotations[0].text


def test_shares_are_claims(regional, factors):
    """No share of a metal can be traced to a statistic."""
    figure = charts.metals(regional, factors)

    assert ["claimed"] == [trace.name for trace in figure.data]
    assert "manganese ore 85" in figure.layout.meta["alt"]


def test_metals_needs_rows(regional, factors):
    """A table without ore is refused."""
    with pytest.raises(ValueError, match="no rows to show for 'ore'"):
        charts.metals(regional[regional["product"] == "coal"], factors, shown="ore")
