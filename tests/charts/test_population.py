import pandas as pd
import pytest

from helpers import data
from helpers.charts._population.population import population


def row(name, persons, date, **more):
    return {
        "row": f"camp_population/{name}",
        "row_id": name,
        "camp_id": "steplag",
        "measure": "prisoners",
        "count_kind": "count",
        "same_as": "",
        "value_min": persons,
        "value_max": persons,
        "qualifier": "exact",
        "value_text": "",
        "date_text": date,
        "date_start": date,
        "date_end": date,
        "source_keys": "ruwiki_steplag",
        "status": "counted",
        "checked": "second_hand",
        "note": f"note on {name}",
        **more,
    }


def table_of(*rows):
    table = pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})
    days = {name: pd.to_datetime(table[name]) for name in ("date_start", "date_end")}
    return table.assign(**days)


@pytest.fixture
def table():
    """Build one number on two days, two numbers of one day, one after the closing."""
    return table_of(
        row("a", 18572, "1949-01-01"),
        row("b", 27855, "1950-01-01"),
        row("c", 18572, "1951-01-01"),
        row("d", 10481, "1955-01-01"),
        row("e", 10048, "1955-01-01"),
        row("f", 7603, "1956-07-01"),
    )


@pytest.fixture
def camps():
    """Build the dates of one camp."""
    days = {"opened_start": pd.Timestamp("1948-02-28"), "closed_end": pd.Timestamp("1956-04-24")}
    return pd.DataFrame([{"camp_id": "steplag", **days}])


def notes(figure):
    return [note.text.replace("<br>", " ") for note in figure.layout.annotations]


def test_population_names_the_counts_that_cannot_all_be_right(table, camps):
    """The three doubts stand in the chart and in the alt text."""
    figure = population(table, camps, camp="steplag")
    alt = figure.layout.meta["alt"]

    assert {"18,572 twice", "10,481 or 10,048", "7,603 after the closing"} <= set(notes(figure))
    assert "The same number, 18,572, stands under 1949-01-01 and 1951-01-01." in alt
    assert "Under 1955-01-01 stand 10,481 and 10,048." in alt
    assert alt.endswith("7,603 is dated 1956-07-01, after the closing of the camp.")


def test_population_draws_the_days_of_the_camp(table, camps):
    """Opening and closing are upright lines with a word."""
    figure = population(table, camps, camp="steplag")
    days = [shape.x0 for shape in figure.layout.shapes if shape.yref == "paper"]

    assert ["1948-02-28", "1956-04-24"] == days
    assert {"opened", "closed"} <= set(notes(figure))


def test_population_has_no_closing_where_none_is_known(table, camps):
    """A camp without a known end has no line for it and no count after it."""
    figure = population(table, camps.assign(closed_end=pd.NaT), camp="steplag")

    assert "closed" not in notes(figure)
    assert not any("after the closing" in note for note in notes(figure))


def test_population_doubts_counts_only(table, camps):
    """A yearly maximum may equal a count, and small numbers may well be the same."""
    table.loc[0, "count_kind"] = "year_maximum"
    table.loc[[3, 4], ["value_min", "value_max"]] = [[12, 12], [12, 12]]
    said = notes(population(table, camps, camp="steplag"))

    assert not any("twice" in note or " or " in note for note in said)


def test_population_gives_the_notes_with_the_camps(table, camps):
    """The table view has the doubts of each row; without the camps it is as it was."""
    with_camps = population(table, camps, camp="steplag").layout.meta["table"]
    without = population(table, camp="steplag")

    assert "note on f" == with_camps["rows"][-1][with_camps["columns"].index("Note")]
    assert "Note" not in without.layout.meta["table"]["columns"]
    assert ["Source: Wikipedia ru, Steplag"] == notes(without)


def test_population_needs_the_camp_in_the_table_of_camps(table, camps):
    """A camp without a row is named."""
    with pytest.raises(ValueError, match="no camp 'steplag' in the table of camps"):
        population(table, camps.head(0), camp="steplag")


def test_population_of_steplag_shows_what_the_book_tells():
    """The real counts of Steplag have the three doubts, each mark its row."""
    table, camps = data.load("camp_population"), data.load("camps")
    figure = population(table, camps, camp="steplag")
    said = notes(figure)

    assert {"18,572 twice", "10,481 or 10,048", "7,603 after the closing"} <= set(said)
    assert "camp_population/steplag-1956-07-01" in figure.data[0].customdata
    assert "NaN" not in figure.to_json()


def test_population_of_every_camp_can_be_doubted():
    """No camp of the table breaks the search for doubts."""
    table, camps = data.load("camp_population"), data.load("camps")
    prisoners = table[(table["measure"] == "prisoners") & (table["same_as"] == "")]
    drawn = {
        camp: population(table, camps, camp=camp)
        for camp in set(prisoners["camp_id"]) & set(camps["camp_id"])
    }

    assert len(drawn) > 10
    assert all(figure.layout.meta["alt"] for figure in drawn.values())
