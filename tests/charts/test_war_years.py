import pytest

from helpers import charts, data, theme

TABLES = (
    "gulag_totals",
    "camp_population",
    "gulag_economy",
    "karlag_production",
    "unit_conversions",
)


@pytest.fixture
def tables():
    return [data.load(name) for name in TABLES]


def panel(figure, number):
    axis = "y" if number == 1 else f"y{number}"
    return [trace for trace in figure.data if (trace.yaxis or "y") == axis]


def test_the_panels_share_one_axis_of_years(tables):
    """Four axes of values, one of years."""
    figure = charts.war_years(*tables)

    assert {"y", "y2", "y3", "y4"} == {trace.yaxis for trace in figure.data}
    assert ("1941", "1942", "1943", "1944", "1945") == figure.layout.xaxis.ticktext


def test_deaths_of_the_three_worst_years(tables):
    """352,560 and 267,826 stand over 1942 and 1943, in thousands."""
    bars = panel(charts.war_years(*tables), 4)[0]

    assert (1941.5, 1942.5, 1943.5, 1944.5, 1945.5) == bars.x
    assert (352.56, 267.826) == bars.y[1:3]


def test_a_count_of_a_day_stands_on_its_day(tables):
    """The count of 1 January 1942 stands where the year begins; hollow is not re-read."""
    marks = panel(charts.war_years(*tables), 2)[0]
    looks = marks.marker.symbol
    looks = [looks] * len(marks.x) if isinstance(looks, str) else looks
    read = [data.row(row)["checked"] != "unread" for row in marks.customdata]

    assert 1942.0 in marks.x
    assert ["circle" if one else "circle-open" for one in read] == list(looks)


def test_two_sources_on_sickness_stand_side_by_side(tables):
    """18 per cent is told of 1943 by one book and of 1944 by another."""
    lines = [line for line in panel(charts.war_years(*tables), 3) if line.name[:4] == "ill:"]

    assert 2 == len(lines)
    assert all(18 in line.y for line in lines)


def test_invalids_stand_in_the_panel_of_the_sick(tables):
    """25.5 per cent in 1942, drawn over that year, named in the legend as not re-read."""
    figure = charts.war_years(*tables)
    line = next(line for line in panel(figure, 3) if "invalids" in line.name)

    assert (1942.0, 25.5) == (line.x[0], line.y[0])
    assert line.name.endswith("not re-read")
    assert "classed as invalids or weakened: 1942 25.5." in figure.layout.meta["alt"]


def test_years_without_invalids_have_no_line_for_them(tables):
    """A table without classes of labour draws the sick alone."""
    totals, population, economy, *others = tables
    figure = charts.war_years(
        totals, population, economy[economy["measure"] != "fitness_share"], *others
    )

    assert 2 == len(panel(figure, 3))


def test_alt_text_keeps_the_two_sources_on_sickness_apart(tables):
    """Each book has its own list of shares."""
    alt = charts.war_years(*tables).layout.meta["alt"]

    assert "ill, Applebaum 2003: 1943 22.0, 1944 18.0." in alt
    assert "1 January: 1941 1.93" in alt


def test_claims_over_five_years_are_no_bar_of_a_year(tables):
    """Each claim about Karlag runs from 1941 to the end of 1945."""
    claims = panel(charts.war_years(*tables, place="karlag"), 1)

    assert 3 == len(claims)
    assert all(trace.x[0] == 1941 and trace.x[1] > 1945.9 for trace in claims)


def test_what_is_not_known_of_karlag_is_said(tables):
    """No number of the sick: the panel says so and draws nothing."""
    figure = charts.war_years(*tables, place="karlag")

    assert [] == panel(figure, 3)
    assert any("not known" in note.text for note in figure.layout.annotations)


def test_computed_deaths_have_a_mark_of_their_own(tables):
    """The count of 1944 is a pentagon, what the mean rate would give a triangle with a dot."""
    looks = {
        trace.name: trace.marker.symbol
        for trace in panel(charts.war_years(*tables, place="karlag"), 4)
    }

    assert ("pentagon",) == looks["deaths counted"]
    computed = looks["at the Gulag’s death rate, computed"]
    assert {"triangle-up-open-dot", "triangle-up-dot"} == set(computed)


def test_war_years_refuses_another_place(tables):
    """The message names the places."""
    with pytest.raises(ValueError, match="no place 'steplag'; choose from gulag, karlag"):
        charts.war_years(*tables, place="steplag")


def test_fitness_of_a_year_fills_its_bar():
    """The four classes of 1942 end at 100 per cent."""
    figure = charts.fitness(data.load("gulag_economy"))
    ends = {
        link: base + x
        for trace in figure.data
        for link, base, x in zip(trace.customdata, trace.base, trace.x, strict=True)
    }

    assert 100 == pytest.approx(ends["gulag_economy/gulag-1942-fitness-invalid"])
    assert 100 == ends["gulag_economy/gulag-1941-1945-fitness-light-or-invalid"]


def test_fitness_not_re_read_is_patterned():
    """The shares of the report of 1944 were not re-read, the scholar's were."""
    read, unread = charts.fitness(data.load("gulag_economy")).data[:2]

    assert "gulag_economy/gulag-1940-fitness-heavy-bezborodov" in read.customdata
    assert read.marker.pattern.shape is None
    assert "gulag_economy/gulag-1940-fitness-heavy" in unread.customdata
    assert (theme.PAPER, "/") == (unread.marker.color, unread.marker.pattern.shape)


def test_fitness_refuses_more_than_the_whole():
    """Classes of one year that exceed 100 per cent are a fault of the table."""
    table = data.load("gulag_economy")
    here = table["row_id"] == "gulag-1942-fitness-light"
    table.loc[here, ["value_min", "value_max"]] = 60.0

    with pytest.raises(ValueError, match="the classes of 1942 add up to 121"):
        charts.fitness(table)


def test_fitness_needs_rows():
    """A table without classes is refused."""
    table = data.load("gulag_economy")

    with pytest.raises(ValueError, match="no rows of measure 'fitness_share'"):
        charts.fitness(table[table["measure"] == "output"])
