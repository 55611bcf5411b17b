from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from helpers import theme
from helpers.book import glyphs, marks


def test_the_legend_names_every_mark_of_the_rule():
    """Who meets a diamond, a star, a dot or an outline finds it."""
    said = " ".join(line.word for line in [*marks.first(), *marks.others()])

    assert all(word in said for word in (*theme.STATUS_PATTERNS, theme.UNREAD, theme.COMPUTED))


def test_no_two_lines_of_the_legend_look_alike():
    """Points and bars are told apart by form, not by colour."""
    lines = [*marks.first(), *marks.others()]
    drawn = [drawing for line in lines for drawing in (*line.points, *line.bars)]

    assert len(drawn) == len(set(drawn))


@pytest.mark.parametrize("symbol", ["circle", "square-open", "diamond-dot", "star-open-dot"])
def test_a_drawing_is_silent_and_takes_the_colours_of_the_page(symbol):
    """Screen readers hear the word beside it; the dark needs no second drawing."""
    drawing = glyphs.point(symbol)

    assert "true" == ET.fromstring(drawing).get("aria-hidden")
    assert not re.search(r"#[0-9a-f]{3,6}", drawing)


def test_hollow_and_dot_can_stand_together():
    """Paper inside, a dot in the colour of the text."""
    hollow, dot = re.findall(r"fill:([^;\"]+)", glyphs.point("circle-open-dot"))

    assert ("var(--pst-color-background)", "currentColor") == (hollow, dot)


def test_a_form_without_a_drawing_is_refused():
    """The message names the module."""
    with pytest.raises(ValueError, match=r"no drawing of 'hexagon'; add it to glyphs\.py"):
        glyphs.point("hexagon")


def test_every_word_of_the_tables_is_explained():
    """What the columns of the tables can say stands on the page."""
    assert set(theme.CHECKED) == set(marks.READ)
    assert set(theme.STATUSES) == set(marks.WORDS["status"])
    assert all(word in marks.WORDS["checked"] for word in theme.CHECKED.values())


def test_the_legend_stands_on_a_page(book):
    """The short one has the marks that a first reader needs, with words beside drawings."""
    book.write("```{marks} short\n```", "```{marks-words} checked\n```")
    page = book.page()

    assert len(marks.first()) == page.count('<th scope="row">')
    assert 'aria-hidden="true" focusable="false"><path d="M10 2L18 10L10 18L2 10Z"' in page
    assert f"<dt>{theme.CHECKED['unread']}</dt>" in page
