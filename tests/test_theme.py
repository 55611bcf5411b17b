from __future__ import annotations

import itertools

import pandas as pd
import pytest
from figures import contrast

from helpers import data, theme
from helpers.data._check import VALUES

#: The least contrast of a mark with its ground (WCAG 2.2, 1.4.11) and of text (1.4.3).
MARK, TEXT = 3, 4.5

#: Colours too light for a mark on white paper: only with a dark outline beside a form of its own.
OUTLINED = {theme.ORANGE, theme.SKY}


def dark(colour: str) -> str:
    return theme.DARK.get(colour, colour)


def row(qualifier: str, low: float | None, high: float | None, words: str = "") -> pd.Series:
    return pd.Series(
        {"qualifier": qualifier, "value_min": low, "value_max": high, "value_text": words}
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (65673, "65,673"),
        (65673.0, "65,673"),
        (17806.5, "17,806.5"),
        (0, "0"),
        (0.05, "0.05"),
        (0.1 + 0.2, "0.3"),
        (-1200, "-1,200"),
        (95_520_000, "95,520,000"),
        (None, "not known"),
        (pd.NA, "not known"),
        (float("nan"), "not known"),
    ],
)
def test_numbers_are_written_for_readers(value, text):
    """Thousands have commas, whole numbers no decimals, and what is unknown is said to be so."""
    assert text == theme.number(value)


@pytest.mark.parametrize(("digits", "text"), [(0, "3"), (1, "3.2"), (3, "3.229")])
def test_digits_round_a_computed_number(digits, text):
    """A computed number has as many decimals as it deserves."""
    assert text == theme.number(3.2287, digits)


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (("exact", 65673, 65673), "65,673"),
        (("about", 30000, 30000), "about 30,000"),
        (("range", 500, 700), "500–700"),
        (("at_least", 37, pd.NA), "at least 37"),
        (("at_most", pd.NA, 46), "at most 46"),
        (("words", pd.NA, pd.NA, "several hundred"), "several hundred"),
        (("exact", 0, 0), "0"),
    ],
    ids=["exact", "about", "range", "at_least", "at_most", "words", "zero"],
)
def test_an_amount_keeps_its_qualifier(values, text):
    """An estimate is not shown as a count, nor a bound as a value."""
    assert text == theme.amount(row(*values))


def test_every_qualifier_of_the_tables_can_be_written():
    """Each qualifier that a table may hold reads differently from the others."""
    written = {theme.amount(row(qualifier, 1, 2, "few")) for qualifier in VALUES}

    assert len(VALUES) == len(written)


def test_status_says_who_counted_and_how_the_book_knows():
    """Kind of number and way of knowing stand together."""
    known = pd.Series({"status": "claimed", "checked": "teaching_text"})

    assert "claimed without a basis that can be traced; read in a teaching text" == theme.status(
        known
    )


def test_a_number_that_was_not_read_has_a_hollow_mark():
    """What is known from the literature only looks different in every chart."""
    assert ("circle", "circle-open") == (theme.symbol("circle"), theme.symbol("circle", "", True))


def test_claimed_estimated_and_computed_numbers_have_marks_of_their_own():
    """No series takes the diamond of claims or the star of estimates; a dot is put into any."""
    own = set(theme.STATUS_SYMBOLS.values())

    assert own.isdisjoint(symbol for _, _, symbol in theme.SERIES)
    assert own.isdisjoint(look[1] for kind, look in theme.COUNT_KINDS.items() if kind != "claim")
    assert "square-open-dot" == theme.symbol("square", "computed", True)


def test_counts_maxima_and_claims_never_share_a_mark():
    """Colour, form and words differ for each way in which a number came about."""
    for one, other in itertools.combinations(theme.COUNT_KINDS.values(), 2):
        assert not set(one) & set(other)


def test_no_series_relies_on_colour_alone():
    """Each series has a marker of its own, and a pair of colour and dash of its own."""
    markers = [marker for _, _, marker in theme.SERIES]
    lines = [(colour, dash) for colour, dash, _ in theme.SERIES]

    assert len(theme.SERIES) == len(set(markers)) == len(set(lines))
    assert len(theme.SERIES) - 1 == len({dash for _, dash, _ in theme.SERIES})


@pytest.mark.parametrize("colour", sorted({colour for colour, _, _ in theme.SERIES} - OUTLINED))
def test_marks_stand_out_from_white_paper(colour):
    """A mark has a contrast of 3 or more with the paper."""
    assert contrast(colour, theme.PAPER) >= MARK


@pytest.mark.parametrize("colour", sorted(OUTLINED))
def test_colours_that_need_an_outline_are_known(colour):
    """The list of light colours has no colour that could stand alone."""
    assert contrast(colour, theme.PAPER) < MARK
    assert contrast(theme.INK, theme.PAPER) >= MARK


@pytest.mark.parametrize("colour", sorted({colour for colour, _, _ in theme.SERIES}))
def test_marks_stand_out_from_dark_paper(colour):
    """On a dark page every mark has a contrast of 3 or more."""
    assert contrast(dark(colour), dark(theme.PAPER)) >= MARK


@pytest.mark.parametrize("colour", [theme.INK, theme.GREY])
def test_text_can_be_read_on_both_papers(colour):
    """Ink and grey have a contrast of 4.5 or more with the paper, light and dark."""
    assert contrast(colour, theme.PAPER) >= TEXT
    assert contrast(dark(colour), dark(theme.PAPER)) >= TEXT


def test_dark_pages_keep_the_series_apart():
    """No two series take one colour when the page is dark."""
    colours = [dark(colour) for colour, _, _ in theme.SERIES]

    assert len(colours) == len(set(colours))


def test_contrast_is_computed_as_wcag_does():
    """Black on white is 21, and a colour on itself is 1."""
    assert pytest.approx(21) == contrast("#000000", "#ffffff")
    assert pytest.approx(1) == contrast("#767676", "#767676")
    assert pytest.approx(4.54, abs=0.01) == contrast("#767676", "#ffffff")


def test_every_word_of_the_tables_has_words_for_readers():
    """Each status and each way of knowing that a table may hold can be said on the page."""
    fields = {field["name"]: field for field in data.resource("camp_population").fields}

    assert set(fields["status"]["constraints"]["enum"]) <= set(theme.STATUSES)
    assert set(fields["checked"]["constraints"]["enum"]) == set(theme.CHECKED)
    assert set(fields["count_kind"]["constraints"]["enum"]) <= set(theme.COUNT_KINDS)


def test_the_template_is_new_at_every_call():
    """A chart that changes its template does not change the next one's."""
    theme.template()["layout"]["font"]["size"] = 99

    assert 14 == theme.template()["layout"]["font"]["size"]
