import pandas as pd
import pytest

from helpers import data
from helpers.charts._mortality.mortality import mortality


def number(row_id, value, year, table="gulag_totals", **more):
    return {
        "row": f"{table}/{row_id}",
        "row_id": row_id,
        "system": "itl_itk",
        "measure": "mortality",
        "value_min": value,
        "value_max": value,
        "qualifier": "exact",
        "value_text": "",
        "date_text": str(year),
        "date_start": pd.Timestamp(year, 1, 1),
        "date_end": pd.Timestamp(year, 12, 31),
        "source_keys": "spravka_mortality",
        "status": "reported",
        "checked": "reproduced",
        "note": "",
        **more,
    }


def held(camp, measure, value, **more):
    row = number(f"{camp}-{measure}", value, 1944, "camp_population", measure=measure, **more)
    return row | {"camp_id": camp, "same_as": "", "source_keys": "petrov_gulag"}


def frame(*rows):
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


@pytest.fixture
def totals():
    """Build a series with a gap in 1943, a rival number, an unread one and a total."""
    return frame(
        number("r41", 6.1, 1941),
        number("r42", 24.9, 1942),
        number("r44", 9.2, 1944),
        number("rival", 9.2, 1944, source_keys="petrov_gulag"),
        number("itl", 3.3, 1939, system="itl", checked="unread", source_keys="zemskov1991"),
        number("d42", 352560, 1942, measure="deaths"),
        number("sum", 1606748, 1930, measure="deaths", date_end=pd.Timestamp("1956-12-31")),
    )


@pytest.fixture
def camp_numbers():
    """Build a camp with deaths and an opening count, and one without the count."""
    opening = {"date_end": pd.Timestamp("1944-01-01")}
    return frame(
        held("astrakhan", "deaths", 1044),
        held("astrakhan", "prisoners", 4695, **opening),
        held("pow99", "deaths", 1245),
    )


@pytest.fixture
def camps():
    return pd.DataFrame(
        {
            "camp_id": ["astrakhan", "pow99", "karlag"],
            "name_en": ["Astrakhan ITL", "Camp 99", "Karlag"],
            "in_kazakhstan": ["partly", "yes", "yes"],
            "note": ["", "", ""],
        }
    )


def trace(figure, words):
    return next(one for one in figure.data if words in one.name.replace("<br>", " "))


def words(figure):
    return " ".join(note.text for note in figure.layout.annotations).replace("<br>", " ")


def test_a_year_without_a_number_is_a_gap(totals, camp_numbers, camps):
    """1943 is missing: the line breaks, and nothing bridges it."""
    line = trace(mortality(totals, camp_numbers, camps), "mortality table")

    assert (6.1, 24.9, None, 9.2) == tuple(line.y)
    assert line.connectgaps is False


def test_rival_numbers_keep_a_line_of_their_own(totals, camp_numbers, camps):
    """The same year from another source has another dash and another mark."""
    figure = mortality(totals, camp_numbers, camps)
    first, rival = trace(figure, "mortality table"), trace(figure, "Petrov")

    assert [9.2] == list(rival.y)
    assert (first.line.dash, first.marker.symbol) != (rival.line.dash, rival.marker.symbol)


def test_an_unread_number_is_hollow(totals, camp_numbers, camps):
    """The mark is open and the legend says so."""
    line = trace(mortality(totals, camp_numbers, camps), "not re-read")

    assert line.marker.symbol.endswith("-open")


def test_the_rate_of_a_camp_is_computed_from_its_opening_count(totals, camp_numbers, camps):
    """1,044 of 4,695 is a star at 22.2; a camp without a count has no star but a line."""
    figure = mortality(totals, camp_numbers, camps)
    star = trace(figure, "single camps")
    rows = figure.layout.meta["table"]["rows"]

    assert [22.236] == list(star.y)
    assert (
        "camp_population/astrakhan-deaths camp_population/astrakhan-prisoners" == star.customdata[0]
    )
    assert "Astrakhan ITL (in Kazakhstan for a time): 22.2" in words(figure)
    assert ["computed", "reported"] == [row[3] for row in rows[-2:]]
    assert "not known" == rows[-1][2]


def test_the_chart_says_that_karlag_has_no_series(totals, camp_numbers, camps):
    """The words stand on the chart and in the alt text, and name the years that are known."""
    figure = mortality(totals, camp_numbers, camps)
    found = mortality(totals, pd.concat([camp_numbers, frame(held("karlag", "deaths", 9))]), camps)

    assert "Karlag: no yearly series is known" in words(figure)
    assert "Karlag: no yearly series is known" in figure.layout.meta["alt"]
    assert "Karlag: only 1944 is known" in words(found)


def test_a_total_over_many_years_is_not_drawn_as_a_year(totals, camp_numbers, camps):
    """The sum of 1930-1956 has no place on the line of yearly deaths."""
    figure = mortality(totals, camp_numbers, camps, measure="deaths")

    assert [352560] == list(trace(figure, "mortality table").y)
    assert [1044, 1245] == list(trace(figure, "single camps").y)


def test_the_alt_text_names_the_extremes(totals, camp_numbers, camps):
    """The highest and the lowest year are computed from the rows."""
    alt = mortality(totals, camp_numbers, camps).layout.meta["alt"]

    assert "The highest is 24.9 (1942), the lowest 3.3 (1939)." in alt


def test_unknown_measures_are_named(totals, camp_numbers, camps):
    """The message says what exists."""
    with pytest.raises(ValueError, match="no measure 'births'; choose from mortality, deaths"):
        mortality(totals, camp_numbers, camps, measure="births")
    with pytest.raises(ValueError, match="no yearly rows of measure 'mortality'"):
        mortality(totals[totals["measure"] == "deaths"], camp_numbers, camps)


@pytest.mark.parametrize(("measure", "highest"), [("mortality", "24.9"), ("deaths", "352,560")])
def test_mortality_draws_the_tables_of_the_book(measure, highest):
    """1942 is the worst year; every mark names rows that exist."""
    totals, population = data.load("gulag_totals"), data.load("camp_population")
    figure = mortality(totals, population, data.load("camps"), measure=measure)
    known = set(totals["row"]) | set(population["row"])
    marks = [link for line in figure.data for row in line.customdata if row for link in row.split()]

    assert set(marks) <= known
    assert f"The highest is {highest} (1942)" in figure.layout.meta["alt"]
    assert {"spravka_mortality", "zemskov1991"} <= set(figure.layout.meta["sources"])
    assert "Karlag: only 1944 is known" in words(figure)
    assert "NaN" not in figure.to_json()
