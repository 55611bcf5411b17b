"""
Explain once what the marks of charts and the words of tables mean.

``{marks}`` draws the whole legend, ``{marks} short`` what a first reader needs, and
``{marks-words} status`` or ``checked`` lists the words of a column. Marks, patterns and words are
those of ``helpers.theme``, from which the charts take them too.
"""

from __future__ import annotations

from typing import NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from helpers import theme
from helpers.book import glyphs
from helpers.book.figure import TEMPLATES

#: What we have read of a number, in a sentence to each word of ``theme.CHECKED``.
READ = {
    "print": "We read the printed page.",
    "reproduced": "We read the document or study in an edition, a scan, or on a page that has it.",
    "second_hand": "We read a later text that says what the source says.",
    "teaching_text": "It stands in one of the five teaching texts that this book tests.",
    "unread": "Works on the subject cite it; we have not seen the page again.",
}

#: The columns of tables whose words are explained.
WORDS = {
    "status": theme.STATUSES,
    "checked": {theme.CHECKED[word]: meaning for word, meaning in READ.items()},
}


class Line(NamedTuple):
    """A line of the legend: drawings of points and bars, the word, what it means."""

    points: tuple[str, ...]
    bars: tuple[str, ...]
    word: str
    meaning: str


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("marks", Marks)
    app.add_directive("marks-words", Words)


def first() -> list[Line]:
    """List the marks that a first reader needs."""
    return [
        Line(
            (glyphs.point("circle"), glyphs.point("square")),
            (glyphs.bar(""), glyphs.bar("/")),
            "counted, reported or prescribed",
            "The form and the pattern are explained in the chart's own legend.",
        ),
        Line(
            (_point("circle", unread=True),),
            (glyphs.bar("", hollow=True),),
            theme.UNREAD,
            "Hollow: known from the literature; we have not read it again.",
        ),
        Line((_point("", "claimed"),), (_bar("claimed"),), "claimed", "No basis can be traced."),
        Line(
            (_point("", "estimated"),),
            (_bar("estimated"),),
            "estimated",
            "By a scholar or a witness.",
        ),
        Line(
            (_point("circle", "computed"),),
            (_bar("computed"),),
            theme.COMPUTED,
            "Dots: no source gives it; it is worked out from numbers of sources.",
        ),
    ]


def others() -> list[Line]:
    """List what a mark can say beside that, and two things at once."""
    return [
        Line(
            (_point("", "claimed", unread=True),),
            (_bar("claimed", unread=True),),
            f"claimed, {theme.UNREAD}",
            "Two things at once; so with estimates.",
        ),
        Line(
            (_point("circle", "computed", unread=True),),
            (_bar("computed", unread=True),),
            f"computed, {theme.UNREAD}",
            "Worked out from numbers of which one at least was not re-read.",
        ),
        Line(
            (glyphs.point("diamond-dot"),),
            (),
            "computed from a claim",
            "It is worth no more than the claim.",
        ),
        Line(
            (glyphs.arrow(right=True), glyphs.arrow(right=False)),
            (),
            "at least, at most",
            "The source gives one end only; how long the arrow is says nothing.",
        ),
        Line((glyphs.span(),), (), "a range", "The source gives two ends."),
        Line(
            (glyphs.grey(),),
            (),
            "pale or grey",
            "On maps and in time charts: place, date, event or number is uncertain or not known.",
        ),
    ]


def _point(base: str, status: str = "", *, unread: bool = False) -> str:
    return glyphs.point(theme.symbol(base, status, unread))


def _bar(status: str, *, unread: bool = False) -> str:
    return glyphs.bar(theme.STATUS_PATTERNS[status], unread)


class Marks(SphinxDirective):
    """Draw the legend of all charts."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Draw it, with a message where the argument is unknown."""
        kind = self.arguments[0] if self.arguments else "whole"
        if kind not in ("whole", "short"):
            raise self.error(f"no legend '{kind}'; write {{marks}} or {{marks}} short")
        lines = first() + (others() if kind == "whole" else [])
        html = TEMPLATES.get_template("marks.html").render(lines=lines)
        return [nodes.raw("", html, format="html")]


class Words(SphinxDirective):
    """List the words of a column of the tables."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """List them, with a message where the column is unknown."""
        (column,) = self.arguments
        if column not in WORDS:
            raise self.error(f"no words for '{column}'; choose from {', '.join(WORDS)}")
        html = TEMPLATES.get_template("marks_words.html").render(words=WORDS[column])
        return [nodes.raw("", html, format="html")]
