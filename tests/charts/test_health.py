import pandas as pd
import pytest

from helpers import data
from helpers.charts._health import health_places


def row(table, row_id, unit, value, first, last, **more):
    return {
        "row": f"{table}/{row_id}",
        "row_id": row_id,
        "camp_id": "karlag",
        "institution": row_id,
        "measure": unit,
        "unit": unit,
        "basis": "capacity",
        "count_kind": "count",
        "value_min": value,
        "value_max": value,
        "qualifier": "exact",
        "value_text": "",
        "date_text": first[:4],
        "date_start": pd.Timestamp(first),
        "date_end": pd.Timestamp(last),
        "source_keys": "akhmetov_abstract",
        "status": "claimed",
        "checked": "teaching_text",
        "note": "",
        **more,
    }


def frame(*rows):
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


@pytest.fixture
def table():
    """Build two institutions with places, one with staff of two kinds, one unread and undated."""
    year = ("1945-01-01", "1945-12-31")
    undated = {"camp_id": "", "date_text": "", "date_start": pd.NaT, "date_end": pd.NaT}
    return frame(
        row("health_places", "departments", "places", 900, *year),
        row("health_places", "teams", "places", 1200, *year),
        row("health_places", "staff", "persons", 112, *year, basis="norm"),
        row("health_places", "prisoners", "persons", 109, *year, measure="prisoner_staff"),
        row("health_places", "stay", "weeks", 2, *year, checked="unread", **undated),
    )


@pytest.fixture
def population():
    """Build the count of July 1945, a yearly value and the count of another year."""
    july = ("1945-07-01", "1945-07-31")
    year = ("1945-01-01", "1945-12-31")
    held = {"measure": "prisoners", "source_keys": "petrov_gulag"}
    return frame(
        row("camp_population", "july", "persons", 60000, *july, **held, date_text="1945-07"),
        row("camp_population", "year", "persons", 50000, *year, **held, count_kind="year_value"),
        row("camp_population", "1946", "persons", 40000, "1946-01-01", "1946-01-01", **held),
    )


@pytest.fixture
def camps():
    return pd.DataFrame({"camp_id": ["karlag"], "name_en": ["Karlag"]})


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def test_places_are_added_up_and_related_to_the_count_of_the_year(table, population, camps):
    """2,100 places for the 60,000 prisoners of July are 3.5 per 100; all inputs are linked."""
    figure = health_places(table, population, camps)
    together = trace(figure, "added up in this book")
    line = figure.layout.meta["table"]["rows"][-1]

    assert [2100] == list(together.x)
    assert (
        "health_places/departments health_places/teams camp_population/july"
        == together.customdata[0]
    )
    assert "3.5 per 100 of 60,000 prisoners (1945-07)" in line
    assert "computed" in line
    assert "petrov_gulag" in figure.layout.meta["sources"]


def test_bars_begin_at_zero_with_a_pattern_for_each_basis(table, population, camps):
    """What is provided and what is added up differ by more than colour."""
    figure = health_places(table, population, camps)
    given, added = figure.data[0], trace(figure, "added up in this book")

    assert 0 == figure.layout.xaxis.range[0]
    assert [900, 1200] == list(given.x)
    assert given.marker.pattern.shape != added.marker.pattern.shape


def test_without_a_count_in_the_year_there_is_no_share(table, population, camps):
    """The count of 1946 says nothing about 1945."""
    figure = health_places(table, population[population["row_id"] == "1946"], camps)

    assert "per 100" not in figure.layout.meta["alt"]


def test_an_unread_count_is_named_in_the_share(table, population, camps):
    """A share is not better known than the number it rests on."""
    population.loc[0, "checked"] = "unread"
    figure = health_places(table, population, camps)

    assert "(1945-07, not re-read)" in figure.layout.meta["alt"]


def test_persons_are_neither_added_up_nor_shared(table, population, camps):
    """109 of the 112 are the same people; the measures are named."""
    rows = health_places(table, population, camps, unit="persons").layout.meta["table"]["rows"]

    assert ["staff: persons", "prisoners: prisoner staff"] == [line[1] for line in rows]
    assert ["", ""] == [line[-1] for line in rows]


def test_an_undated_rule_for_all_camps_is_drawn_hollow_when_unread(table, population, camps):
    """It stands under its own heading; an unread number is an outline."""
    figure = health_places(table, population, camps, unit="weeks")

    assert "#ffffff" == figure.data[0].marker.color
    assert "<b>All camps of the Gulag (undated)</b>" == figure.data[-1].text[0]


def test_an_unknown_unit_is_named(table, population, camps):
    """The message says what exists."""
    with pytest.raises(ValueError, match="no unit 'doctors'; the table has places, persons, weeks"):
        health_places(table, population, camps, unit="doctors")


def test_health_places_draws_the_tables_of_the_book():
    """In 1945 Karlag had 2,131 places for its 58,179 prisoners: 3.7 per 100."""
    table, population = data.load("health_places"), data.load("camp_population")
    camps = data.load("camps")
    known = set(table["row"]) | set(population["row"])
    for unit in table["unit"].unique():
        figure = health_places(table, population, camps, unit=unit)
        marks = [link for bar in figure.data[:-1] for row in bar.customdata for link in row.split()]

        assert set(marks) <= known
        assert "akhmetov_abstract" in figure.layout.meta["sources"]
        assert "NaN" not in figure.to_json()
    alt = health_places(table, population, camps).layout.meta["alt"]

    assert "3.7 per 100 of 58,179 prisoners (1945-07): 2,131" in alt
