import pytest

from helpers import data
from helpers.charts._casualties.died_of_wounds import died_of_wounds


@pytest.fixture(scope="module")
def table():
    return data.load("kengir_casualties")


def texts(figure):
    return [text.strip() for one in figure.data if one.type == "scatter" for text in one.text]


def test_the_two_parts_make_the_number_of_other_sources(table):
    """37 and 9 make 46, which three other claims have."""
    figure = died_of_wounds(table)

    assert {"35", "37 + 9 = 46", "37", "46"} == set(texts(figure))
    assert 3 == texts(figure).count("46")
    assert "stack" == figure.layout.barmode


def test_parts_that_are_not_read_are_hollow(table):
    """The report is known from the literature only, and the legend says so."""
    names = {one.name for one in died_of_wounds(table).data if one.type == "bar"}

    assert {"killed", "killed, not re-read", "died later, not re-read"} == names


def test_the_same_pattern_shows_in_may(table):
    """13 and 5 make 18, the first and the last official number."""
    found = texts(died_of_wounds(table, episode="may_shooting"))

    assert 2 == found.count("13 + 5 = 18")
    assert {"13", "14", "18"} <= set(found)


def test_the_headings_say_which_numbers_are_compared(table):
    """A reader sees which number is the part, which the sum, and which is neither."""
    notes = [note.text.replace("<br>", " ") for note in died_of_wounds(table).layout.annotations]

    assert "<b>one number, equal to the first part</b>" in notes
    assert "<b>one number, equal to the sum</b>" in notes
    assert "<b>official, neither part nor sum</b>" in notes


def test_the_legend_begins_with_the_killed(table):
    """Stacked bars would otherwise be listed from the last part back."""
    figure = died_of_wounds(table)

    assert "killed" == figure.data[0].name
    assert "normal" == figure.layout.legend.traceorder


def test_each_part_leads_to_its_row(table):
    """The part that died later has a row of its own."""
    figure = died_of_wounds(table)
    links = {link for one in figure.data if one.customdata for link in one.customdata}

    assert "kengir_casualties/c21-died-later" in links
    assert links == set(figure.layout.meta["table"]["links"])


def test_without_two_parts_there_is_no_chart(table):
    """The message names the episode."""
    with pytest.raises(ValueError, match="'aftermath' gives killed and died later apart"):
        died_of_wounds(table, episode="aftermath")
