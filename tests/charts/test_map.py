import json

import pandas as pd
import pytest

from helpers import data, theme
from helpers.charts._maps.camp_looks import width
from helpers.charts._maps.camp_map import camp_map
from helpers.explore import LIMIT, Explorer

DAYS = ["opened_start", "opened_end", "closed_start", "closed_end"]


def camp(name, kind="ITL", opened="1930-01-01", closed="1959-12-31", lon=70.0, lat=48.0, **more):
    return {
        "row": f"camps/{name}",
        "row_id": name,
        "camp_id": name,
        "name_en": f"Long name ({name.capitalize()})",
        "kind": kind,
        "part_of": "",
        "opened_text": opened or "",
        "opened_start": opened,
        "opened_end": opened,
        "closed_text": closed or "",
        "closed_start": closed,
        "closed_end": closed,
        "place": "Steppe",
        "lat": lat,
        "lon": lon,
        "coordinates": "exact place",
        "source_keys": "smirnov1998",
        "checked": "reproduced",
        **more,
    }


def count(name, date, persons, kind="count", end=None, **more):
    return {
        "row": f"camp_population/{name}-{date}-{persons}",
        "row_id": f"{name}-{date}-{persons}",
        "camp_id": name,
        "measure": "prisoners",
        "basis": "actual",
        "value_min": persons,
        "value_max": persons,
        "qualifier": "exact",
        "value_text": "",
        "date_text": date,
        "date_start": date,
        "date_end": end or date,
        "count_kind": kind,
        "same_as": "",
        "source_keys": "memorial_de",
        "status": "counted",
        "checked": "reproduced",
        **more,
    }


def camps_of(*rows):
    table = pd.DataFrame(rows).astype({"lat": "Float64", "lon": "Float64"})
    return table.assign(**{name: pd.to_datetime(table[name]) for name in DAYS})


def counts_of(*rows):
    table = pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})
    days = {name: pd.to_datetime(table[name]) for name in ("date_start", "date_end")}
    return table.assign(**days)


@pytest.fixture
def camps():
    """Build a large camp, a smaller one at the same place, one without numbers, one undated."""
    return camps_of(
        camp("large"),
        camp("small", kind="special camp"),
        camp("silent", kind="camp section", lon=60.0, lat=52.0),
        camp("lost", opened=None, closed=None, lon=62.0),
        camp("republic", kind="whole republic"),
    )


@pytest.fixture
def population():
    """Build a count and a yearly maximum."""
    return counts_of(
        count("large", "1949-01-01", 20000),
        count("small", "1949-01-01", 5000, kind="year_maximum", end="1949-12-31"),
    )


@pytest.fixture
def outlines():
    """Build a country and a neighbour that has one border with it."""
    ours = [(60, 45), (80, 45), (80, 50), (60, 50), (60, 45)]
    theirs = [(60, 45), (80, 45), (80, 41), (60, 41), (60, 45)]
    rows = [("kazakhstan", *point) for point in ours] + [("uzbekistan", *point) for point in theirs]
    table = pd.DataFrame(rows, columns=["part", "lon", "lat"]).assign(kind="country", ring=1)
    return table.astype({"lon": "Float64", "lat": "Float64"})


def spots(figure):
    """List every mark by its link: trace and number in it."""
    return {
        link: (trace, at) for trace in figure.data for at, link in enumerate(trace.customdata or ())
    }


def test_camp_map_has_a_mark_for_each_open_camp(camps, population, outlines):
    """A camp is drawn in the years in which it was open; a republic or an undated camp never."""
    drawn = spots(camp_map(camps, population, outlines, year=1949))

    assert {
        "camp_population/large-1949-01-01-20000",
        "camp_population/small-1949-01-01-5000",
        "camps/silent",
    } == set(drawn)


def test_camp_map_sizes_marks_by_area(camps, population, outlines):
    """Four times as many prisoners have four times the area, whatever the symbol."""
    drawn = spots(camp_map(camps, population, outlines, year=1949))
    (large, at), (small, place) = (
        drawn["camp_population/large-1949-01-01-20000"],
        drawn["camp_population/small-1949-01-01-5000"],
    )
    circle = 0.785 * large.marker.size[at] ** 2
    square = small.marker.size[place] ** 2

    assert ("circle", "square") == (large.marker.symbol[at], small.marker.symbol[place])
    assert 4 == pytest.approx(circle / square, rel=0.02)


def test_camp_map_draws_a_camp_without_number_small_and_grey(camps, population, outlines):
    """No number is no zero: the mark is grey, and label, hover text and table say so."""
    figure = camp_map(camps, population, outlines, year=1949)
    trace, _ = spots(figure)["camps/silent"]

    assert (theme.GREY, [9]) == (trace.marker.color, list(trace.marker.size))
    assert "Silent<br>number not known" == trace.text[0]
    assert "<b>number not known</b>" in trace.hovertext[0]
    assert "number not known" in [line[2] for line in figure.layout.meta["table"]["rows"]]


def test_camp_map_tells_a_count_from_a_number_of_the_year(camps, population, outlines):
    """A count and the highest count of a year have different edges, and each is in the legend."""
    figure = camp_map(camps, population, outlines, year=1949)
    edges = [spots(figure)[f"camp_population/{row}"][0].marker.line for row in population["row_id"]]
    legend = {trace.name: trace.marker.line for trace in figure.data if trace.name}

    assert [legend["count on a date"], legend["number of the year"]] == edges
    assert edges[0] != edges[1]


def test_camp_map_moves_a_camp_that_another_would_hide(camps, population, outlines):
    """Two camps at one place stand apart; the alt text counts, the table names the moved one."""
    figure = camp_map(camps, population, outlines, year=1949)
    drawn = spots(figure)
    large, small = (drawn[f"camp_population/{row}"][0] for row in population["row_id"])
    places = {line[1]: line[5] for line in figure.layout.meta["table"]["rows"]}

    assert (70.0, 48.0) == (large.x[0], large.y[0])
    assert (70.0, 48.0) != (small.x[0], small.y[0])
    assert "1 drawn beside their place" in figure.layout.meta["alt"]
    assert "Steppe (drawn beside it)" == places["special camp"]


def test_camp_map_leaves_camps_of_different_years_in_place(outlines):
    """A camp that was closed before another opened at its place does not move it."""
    camps = camps_of(camp("early", closed="1940-12-31"), camp("late", opened="1948-01-01"))
    none = counts_of(count("other", "1949-01-01", 1))
    trace, _ = spots(camp_map(camps, none, outlines, year=1949))["camps/late"]

    assert (70.0, 48.0) == (trace.x[0], trace.y[0])


def test_camp_map_ends_a_camp_without_closing_with_its_last_number(outlines):
    """Where the closing is not known, the camp is named below the table but no longer drawn."""
    camps = camps_of(camp("endless", closed=None), camp("other", lon=60.0))
    population = counts_of(count("endless", "1944-01-01", 300))
    before, after = (camp_map(camps, population, outlines, year=year) for year in (1943, 1945))

    assert "camps/endless" in spots(before)
    assert "camps/endless" not in spots(after)
    assert "camps/endless" == after.layout.meta["table"]["links"][-1]


def test_camp_map_says_that_a_number_lies_outside_the_dates(outlines):
    """A count after the closing is drawn, with a word about it in hover text and table."""
    camps = camps_of(camp("closed", closed="1945-09-22"))
    population = counts_of(count("closed", "1946-01-01", 368))
    figure = camp_map(camps, population, outlines, year=1946)
    trace, at = spots(figure)["camp_population/closed-1946-01-01-368"]

    assert "counted after its closing" in trace.hovertext[at]
    assert "1946-01-01 (after its closing)" == figure.layout.meta["table"]["rows"][0][3]


def test_camp_map_prefers_what_was_re_read_and_fits_the_dates(outlines):
    """An unread count, and one before the opening, yield to other numbers of the year."""
    camps = camps_of(camp("a", opened="1941-07-31"), camp("b", lon=60.0))
    population = counts_of(
        count("a", "1941-02-01", 537),
        count("a", "1941-12-01", 193),
        count("b", "1941-01-01", 100, checked="unread"),
        count("b", "1941-01-01", 90, kind="year_maximum", end="1941-12-31"),
    )
    figure = camp_map(camps, population, outlines, year=1941)

    assert ["193", "90"] == [line[2] for line in figure.layout.meta["table"]["rows"]]


def test_camp_map_draws_an_unread_number_hollow(outlines):
    """A number that was not re-read has its size but no filling, and its own legend entry."""
    camps, population = (
        camps_of(camp("a")),
        counts_of(count("a", "1941-01-01", 9000, checked="unread")),
    )
    figure = camp_map(camps, population, outlines, year=1941)
    trace, at = spots(figure)["camp_population/a-1941-01-01-9000"]

    assert theme.PAPER == trace.marker.color
    assert width(9000, 0.785) == trace.marker.size[at]
    assert "hollow: not re-read" in [one.name for one in figure.data]


def test_camp_map_shows_rival_numbers_of_one_date(outlines):
    """Two numbers of one day stand together in label and table, and both are linked."""
    camps = camps_of(camp("a"))
    population = counts_of(count("a", "1955-01-01", 10048), count("a", "1955-01-01", 10481))
    figure = camp_map(camps, population, outlines, year=1955)

    assert "10,481 or 10,048" == figure.layout.meta["table"]["rows"][0][2]
    assert "camp_population/a-1955-01-01-10481 camp_population/a-1955-01-01-10048" in spots(figure)


def test_camp_map_draws_a_shared_border_once(camps, population, outlines):
    """Where Kazakhstan has the border, its neighbour has a gap."""
    neighbour, country = camp_map(camps, population, outlines, year=1949).data[:2]

    assert "toself" == country.fill
    assert (80.0, 45.0) in zip(neighbour.x, neighbour.y, strict=True)
    assert 5 > len([x for x in neighbour.x if x is not None]) >= 4


def test_camp_map_says_when_no_camp_was_open(camps, population, outlines):
    """An empty year has the outlines, a sentence and an alt text."""
    figure = camp_map(camps, population, outlines, year=1960)

    assert {} == spots(figure)
    assert "No camp of the table<br>was open in 1960" in [
        note.text for note in figure.layout.annotations
    ]
    assert figure.layout.meta["alt"].endswith("no camp of the table was open.")


@pytest.mark.parametrize("year", ["1949", 1949.5, True])
def test_camp_map_wants_a_whole_year(year, camps, population, outlines):
    """Anything but a whole number is refused with an example."""
    with pytest.raises(ValueError, match="write a whole number such as 1949"):
        camp_map(camps, population, outlines, year=year)


def test_camp_map_names_the_largest_in_the_alt_text(camps, population, outlines):
    """The alt text counts the camps and begins with the largest number."""
    alt = camp_map(camps, population, outlines, year=1949).layout.meta["alt"]

    assert "camps of 1949: 3 camps, the number known for 2" in alt
    assert "The largest: Large with 20,000, Small with 5,000." in alt


@pytest.fixture(scope="module")
def real():
    """Load the tables of the book."""
    return [data.load(name) for name in ("camps", "camp_population", "geo_outlines")]


def test_camp_map_of_every_year_stands_on_real_rows(real):
    """Every mark of every year has a row; every figure has alt text, sources, a table."""
    known = {*real[0]["row"], *real[1]["row"]}
    for year in range(1930, 1961):
        figure = camp_map(*real, year=year)
        meta = figure.layout.meta

        assert {row for links in spots(figure) for row in links.split()} <= known
        assert str(year) in meta["alt"]
        assert len(meta["table"]["rows"]) >= len(spots(figure))
        assert "natural_earth" in meta["sources"]
        assert "NaN" not in figure.to_json()


def test_camp_map_of_every_year_fits_a_page(real):
    """The states of the book's map together weigh less than a page may hold."""
    years = {str(year): year for year in range(1930, 1961)}
    states = Explorer(camp_map, tuple(real), {"year": years}).figure().layout.meta["explore"]

    assert LIMIT > len(json.dumps(states))


def test_camp_map_asks_no_server_for_outlines(real):
    """Outlines are plain scatter traces, true to scale, and the same in every year."""
    first, last = (camp_map(*real, year=year) for year in (1930, 1959))

    assert {"scatter"} == {trace.type for trace in first.data}
    assert "x" == first.layout.yaxis.scaleanchor
    assert first.data[:3] == last.data[:3]
