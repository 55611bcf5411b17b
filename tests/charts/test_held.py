import pandas as pd
import pytest

from helpers import data
from helpers.charts import held


def count(camp, day, persons, kind="count", end=None, suffix=""):
    return {
        "row": f"camp_population/{camp}-{day}{suffix}",
        "row_id": f"{camp}-{day}{suffix}",
        "camp_id": camp,
        "measure": "prisoners",
        "value_min": persons,
        "value_max": persons,
        "count_kind": kind,
        "date_text": day,
        "date_start": pd.Timestamp(day),
        "date_end": pd.Timestamp(end or day),
        "date_kind": "day",
        "status": "counted",
        "checked": "reproduced",
        "source_keys": "memorial_de",
    }


@pytest.fixture
def population():
    """Build Steplag with two counts of one day, and Karlag with its highest counts."""
    rows = [
        count("steplag", "1953-01-01", 200),
        count("steplag", "1954-01-01", 210),
        count("steplag", "1955-01-01", 105, suffix="-a"),
        count("steplag", "1955-01-01", 100, suffix="-b"),
        count("karlag", "1953-01-01", 400, "year_maximum", "1953-12-31"),
        count("karlag", "1954-01-01", 300, "year_maximum", "1954-12-31"),
    ]
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


@pytest.fixture
def amnesties():
    return data.load("amnesties")


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def test_lines_begin_at_a_hundred(population, amnesties):
    """Each line is measured by its own first number; the point names both rows."""
    line = trace(held(population, amnesties), "Steplag")

    assert (100.0, 105.0, 52.5) == line.y
    assert (
        "camp_population/steplag-1954-01-01 camp_population/steplag-1953-01-01"
        == (line.customdata[1])
    )


def test_two_counts_of_a_day_are_not_joined(population, amnesties):
    """Rivals are two marks; the second is on no line and has another form."""
    rival = trace(held(population, amnesties), "Steplag: rival count")

    assert "markers" == rival.mode
    assert (50.0,) == rival.y
    assert "cross-dot" == rival.marker.symbol


def test_highest_counts_of_a_year_are_named_so(population, amnesties):
    """A yearly maximum is not drawn as a count on a day, and stands in the middle of its year."""
    line = trace(held(population, amnesties), "Karlag: yearly highest")

    assert ("1953-07-02", "1954-07-02") == line.x


def test_persons_leave_the_whole_out(population, amnesties):
    """Two and a half million would flatten the camps; the whole is shown in per cent only."""
    names = [one.name for one in held(population, amnesties, measure="persons").data]

    assert "all camps and colonies" not in names
    assert "all camps and colonies" in [one.name for one in held(population, amnesties).data]


def test_a_camp_keeps_its_colour(population, amnesties):
    """The same camp has the same look in both states."""
    looks = [
        trace(held(population, amnesties, measure=m), "Steplag").line.color
        for m in ("share", "persons")
    ]

    assert 1 == len(set(looks))


def test_nonsense_is_refused(population, amnesties):
    """An unknown measure, and a table without these camps, are told."""
    with pytest.raises(ValueError, match="choose from share, persons"):
        held(population, amnesties, measure="log")
    with pytest.raises(ValueError, match="no camp has a number"):
        held(population.iloc[:0], amnesties, measure="persons")
