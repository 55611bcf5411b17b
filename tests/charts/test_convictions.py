import pytest

from helpers import data
from helpers.charts import convictions, limits
from misprints import misprinted


@pytest.fixture
def book():
    return data.load("convictions")


@pytest.fixture
def table():
    return misprinted()


def test_a_year_with_a_misprint_has_a_mark_that_tells_both_numbers(table):
    """The reader sees what was printed and what is read."""
    marks = next(one for one in convictions(table).data if one.name == "a misprint was mended")

    assert (1932, 1937) == tuple(marks.x)
    assert "1932, death: printed 22,728, read 2,728" == marks.hovertext[0]
    assert "printed a broken number" in marks.hovertext[1]


def test_the_kinds_of_the_book_add_up_to_its_totals(book):
    """4,060,306 sentences are drawn, half of 1953 included."""
    figure = convictions(book)

    drawn = sum(sum(one.y) for one in figure.data if one.type == "bar")
    assert 4060306 == drawn


def test_five_misprints_are_marked_in_the_book(book):
    """1932, 1937, 1938, 1941 and 1948."""
    marks = next(one for one in convictions(book).data if one.name == "a misprint was mended")

    assert (1932, 1937, 1938, 1941, 1948) == tuple(marks.x)


def test_each_kind_of_sentence_is_another_picture(book):
    """The control changes bars and alt text."""
    kinds = ("every", "death", "camps_colonies_prisons", "exile", "other_measures")
    alts = {convictions(book, kind=one).layout.meta["alt"] for one in kinds}

    assert len(kinds) == len(alts)


def test_an_unknown_sentence_is_refused(book):
    """The message names the kinds."""
    with pytest.raises(ValueError, match="no kind of sentence 'shot'; choose from every, death"):
        convictions(book, kind="shot")


def test_limits_and_deeds_have_different_bars(book):
    """A limit is never drawn like people shot."""
    names = [one.name for one in limits(book).data if one.type == "bar"]

    assert "limit: to be shot" in names
    assert "of them shot" in names


def test_the_limits_add_up_to_those_of_the_republic(book):
    """2,500 and 5,000: what the literature gives for Kazakhstan."""
    assert "2,500 to be shot and 5,000" in limits(book).layout.meta["alt"]


def test_limits_need_an_oblast(book):
    """A table of the Union alone says what is missing."""
    with pytest.raises(ValueError, match="no row whose scope is an oblast"):
        limits(book[book["scope"] == "ussr"])
