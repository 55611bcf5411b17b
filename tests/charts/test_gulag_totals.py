import pandas as pd
import pytest

from helpers import charts, data
from helpers.charts._totals.looks import both_ends, decimal_year
from helpers.explore import LIMIT, Explorer


def number(row_id, system, value, day, measure="prisoners", **more):
    end = more.pop("end", day)
    return {
        "row": f"gulag_totals/{row_id}",
        "row_id": row_id,
        "system": system,
        "measure": measure,
        "value_min": value,
        "value_max": value,
        "qualifier": "exact",
        "value_text": "",
        "date_text": day,
        "date_kind": "day" if end == day else "year",
        "date_start": pd.Timestamp(day),
        "date_end": pd.Timestamp(end),
        "source_keys": "zemskov1991",
        "status": "counted",
        "checked": "reproduced",
        "note": "",
        **more,
    }


def frame(*rows):
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


@pytest.fixture
def table():
    """Build four years of camps: two counts in the second, none in the year after the third."""
    return frame(
        number("a", "itl", 715506, "1945-01-01"),
        number("b", "itl", 746871, "1946-01-01", checked="unread"),
        number("c", "itl", 600897, "1946-01-01", source_keys="getty1993"),
        number("d", "itl", 808839, "1947-01-01"),
        number("e", "itl", 1216361, "1949-01-01"),
        number("f", "itl_itk", 715506, "1945-01-01"),
        number("g", "itl_itk", 1721543, "1947-01-01"),
        number("h", "prisons", 293135, "1947-01-01"),
        number("i", "itl_itk", 81917, "1945-01-01", "deaths", end="1945-12-31"),
        number("j", "itl_itk", 30715, "1946-01-01", "deaths", end="1946-12-31"),
        number("k", "itl_itk", 66830, "1947-01-01", "deaths", end="1947-12-31"),
        number("l", "itl", 35668, "1947-01-01", "deaths", end="1947-12-31"),
    )


def marks(figure):
    return [trace for trace in figure.data if trace.customdata is not None]


def segments(trace):
    """List the lengths of the pieces of a line."""
    pieces = "".join("|" if value is None else "." for value in trace.x).split("|")
    return [len(piece) for piece in pieces]


def test_a_day_with_two_counts_forks_the_line(table):
    """Both counts of 1946 are marked and joined; neither their mean nor one alone is drawn."""
    figure = charts.totals(table, system="itl")
    (drawn,) = marks(figure)

    assert [715506, 746871, 600897, 808839, 1216361] == list(drawn.y)
    assert "square-open" == drawn.marker.symbol[1]
    assert any("746,871 or 600,897" in note.text for note in figure.layout.annotations)
    assert "746,871 or 600,897" in figure.layout.meta["alt"]


def test_a_gap_in_the_record_is_a_gap_in_the_line(table):
    """1948 has no count, so nothing joins 1947 and 1949."""
    figure = charts.totals(table, system="itl")
    ends = {x for trace in figure.data if trace.mode == "lines" for x in trace.x}

    assert 1949.0 not in ends
    assert 1947.0 in ends


def test_a_total_that_repeats_the_camps_is_not_drawn(table):
    """In 1930 and 1931 no colonies were counted: the "total" is the number of the camps."""
    figure = charts.totals(table, system="itl_itk")
    (drawn,) = marks(figure)

    assert [1721543] == list(drawn.y)


def test_a_bound_is_an_arrow(table):
    """A bound such as "more than 2.4 million" points upwards and joins no line."""
    bound = number("more", "prisons", 2400000, "1948-01-01", qualifier="at_least")
    (drawn,) = marks(charts.totals(pd.concat([table, frame(bound)]), system="prisons"))

    assert "arrow-up" == drawn.marker.symbol[1]


def test_the_legend_explains_forks_and_bounds(table):
    """A thin line and an arrow have an entry where they are drawn, and only there."""
    bound = number("more", "prisons", 2400000, "1948-01-01", qualifier="at_least")
    table = pd.concat([table, frame(bound)])
    camps, prisons = (
        [trace.name for trace in charts.totals(table, system=system).data]
        for system in ("itl", "prisons")
    )

    assert ("thin: two counts" in camps, "more than this" in camps) == (True, False)
    assert ("thin: two counts" in prisons, "more than this" in prisons) == (False, True)


def test_an_unknown_place_is_refused(table):
    """The message names the places that the table has."""
    with pytest.raises(ValueError, match="choose from every, itl_itk, itl, prisons"):
        charts.totals(table, system="gulag")


def test_every_state_of_the_totals_fits_a_page():
    """Each control changes picture and alt text, and the states weigh what a page may hold."""
    systems = ["itl_itk", "itl", "itk", "prisons", "every"]
    explorer = Explorer(
        charts.totals, (data.load("gulag_totals"),), {"system": {name: name for name in systems}}
    )
    alts = {figure.layout.meta["alt"] for figure in explorer.states().values()}

    assert len(systems) == len(alts)
    assert len(str(explorer.figure().layout.meta)) < LIMIT


def test_both_ends_are_two_marks():
    """44.7 and 55.6 are drawn; 50.1, their middle, is not."""
    lines = pd.DataFrame({"low": [44.7, 12.6], "high": [55.6, 12.6]})

    assert ([0, 0, 1], [44.7, 55.6, 12.6], [10.9, 0, 0]) == both_ends(lines)


def test_a_day_is_a_place_on_the_axis_of_years():
    """1 January stands at the year, 1 March a sixth later."""
    assert (1940.0, 1940.16) == tuple(
        decimal_year(pd.Timestamp(day)) for day in ("1940-01-01", "1940-03-01")
    )


def test_death_rates_set_computed_stars_beside_the_published_line():
    """A reader sees 24.9 as published and 21.62 as computed, each with its rows."""
    figure = charts.death_rates(data.load("gulag_totals"))
    stars = next(trace for trace in figure.data if trace.name == "camps and colonies, computed")
    place = list(stars.x).index(1942)

    assert 21.62 == stars.y[place]
    assert stars.customdata[place].startswith("gulag_totals/itl-itk-1942-deaths ")
    assert "24.9 (1942)" in figure.layout.meta["alt"]


def test_a_count_between_two_years_is_linked_once():
    """1 January 1943 ends 1942 and begins 1943; the table links it with the first of them."""
    table = charts.death_rates(data.load("gulag_totals")).layout.meta["table"]
    dates = [line[:2] for line in table["rows"]]
    links = [table["links"][dates.index(["camps and colonies", year])] for year in ("1942", "1943")]

    assert [True, False] == ["itl-itk-1943-01-01" in line for line in links]


def test_deaths_have_no_stars(table):
    """Deaths are written down, not computed; a part with a single year has no line."""
    figure = charts.death_rates(table, measure="deaths")

    assert ["camps and colonies, published"] == [trace.name for trace in marks(figure)]


def test_an_unknown_measure_of_death_is_refused(table):
    """The two measures are named; so is a table without rates."""
    with pytest.raises(ValueError, match="choose from mortality, deaths"):
        charts.death_rates(table, measure="dead")
    with pytest.raises(ValueError, match="no yearly rows"):
        charts.death_rates(table)


def test_group_shares_show_what_is_printed_and_what_is_counted():
    """59.2 percent is printed for 1946; two counts give 44.7 and 55.56."""
    figure = charts.group_shares(data.load("gulag_totals"))
    stars = next(trace for trace in figure.data if trace.name == "camps (ITL), computed")
    found = [y for x, y in zip(stars.x, stars.y, strict=True) if x == 1946]

    assert [44.7, 55.56] == found
    assert "59.2 (1946-01-01)" in figure.layout.meta["alt"]
    assert "44.7 or 55.6" in figure.layout.meta["alt"]


def test_a_share_has_one_line_in_the_table():
    """Printed and computed stand side by side, with the rows of both."""
    table = charts.group_shares(data.load("gulag_totals"), group="women").layout.meta["table"]
    columns = table["columns"]
    place = [line[:2] for line in table["rows"]].index(["colonies (ITK)", "1946-01-01"])
    line = dict(zip(columns, table["rows"][place], strict=True))

    assert ("27", "13.3") == (line["Printed (per cent)"], line["Computed, of all (per cent)"])
    assert 3 == len(table["links"][place].split())


def test_an_unknown_group_is_refused(table):
    """The groups are named."""
    with pytest.raises(ValueError, match="choose from counter_revolutionary, women"):
        charts.group_shares(table, group="men")
    with pytest.raises(ValueError, match="no share of women"):
        charts.group_shares(table, group="women")
