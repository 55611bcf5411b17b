import json

import pandas as pd
import pytest

from helpers import data
from helpers.charts._risings.risings import MEASURES, risings

#: Measures of the table that no comparison draws; a new one is entered here or there.
NOT_COMPARED = {
    "captured", "deported", "freed_from_cells", "guards_frostbitten", "guards_wounded",
    "informers_killed", "joined_from_cells", "killed_estonians", "sentenced_to_death",
    "singled_out", "span", "transport_before", "women", "wounded", "wounded_in_part",
    "wounded_lightly",
}  # fmt: skip


def rising(name, dates, first, last, kind="span", **more):
    return {
        "row": f"uprisings/{name}",
        "row_id": name,
        "uprising_id": name,
        "camp": name.capitalize(),
        "demands": "",
        "outcome": "",
        "date_text": dates,
        "date_start": pd.Timestamp(first),
        "date_end": pd.Timestamp(last),
        "date_kind": kind,
        "source_keys": "formozov2012",
        "checked": "reproduced",
        "note": "",
        **more,
    }


def number(name, measure, value, **more):
    return {
        "row": f"uprising_numbers/{name}",
        "row_id": name,
        "uprising_id": "kengir",
        "measure": measure,
        "value_min": value,
        "value_max": value,
        "qualifier": "exact",
        "value_text": "",
        "date_text": "1954-06-26",
        "date_start": pd.Timestamp("1954-06-26"),
        "date_end": pd.Timestamp("1954-06-26"),
        "date_kind": "day",
        "source_keys": "applebaum2003",
        "status": "reported",
        "checked": "reproduced",
        "note": "",
        **more,
    }


@pytest.fixture
def uprisings():
    """Build a rising with days, one whose last day is a month, one of which a year is known."""
    return pd.DataFrame(
        [
            rising("kengir", "16 May - 26 June 1954", "1954-05-16", "1954-06-26"),
            rising(
                "ekibastuz", "22 January 1952 - January 1952", "1952-01-22", "1952-01-31",
                demands="an end of abuses", outcome="transports",
            ),
            rising("kolyma", "1946", "1946-01-01", "1946-12-31", "year"),
        ]
    )  # fmt: skip


@pytest.fixture
def numbers():
    """Build rival dead, a figure of killed and wounded, an open number and rival days."""
    rows = [
        number("most", "killed", 1000, qualifier="about"),
        number("least", "killed", 37),
        number("whole", "killed", 60, date_text="16 May - 26 June 1954",
               date_start=pd.Timestamp("1954-05-16"), date_kind="span"),
        number("both", "killed_or_wounded", 500),
        number("people", "participants", 5200, qualifier="at_least", value_max=None),
        number("counted", "not_at_work", 3200, checked="unread"),
        number(
            "days", "span", None, qualifier="words", value_text="the long strike",
            date_text="25 May - 26 June 1954", date_start=pd.Timestamp("1954-05-25"),
            date_kind="span",
        ),
    ]  # fmt: skip
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def words(figure):
    text = " | ".join(next(one for one in figure.data if one.type == "scatter").text)
    return text.replace("\u00a0", " ")


def lines(figure):
    table = figure.layout.meta["table"]
    return [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]


def test_length_is_computed_from_the_days(numbers, uprisings):
    """16 May to 26 June is 41 days apart, 42 with both end days."""
    figure = risings(numbers, uprisings)
    common = trace(figure, "first to last day, computed")

    assert [9, 41] == list(common.x)
    assert "<b>41</b> days apart, 42 with both end days" in common.hovertext[1]
    assert "41 (42 with both end days)" == lines(figure)[2]["Value (days)"]


def test_length_shows_rival_days_beside_the_common_ones(numbers, uprisings):
    """From 25 May it is 32 days: a bar of its own, with its words and its row."""
    figure = risings(numbers, uprisings)
    rival = trace(figure, "by other first or last days, computed")

    assert [32] == list(rival.x)
    assert ("uprising_numbers/days",) == rival.customdata
    assert "25 May – 26 June 1954, the long strike" in words(figure).replace("<br>", " ")


def test_length_with_a_last_day_that_is_a_month_is_at_most_so_long(numbers, uprisings):
    """'22 January 1952 - January 1952' gives no length, only the most it can be."""
    assert "← at most 9" == risings(numbers, uprisings).data[0].text[0]


@pytest.mark.parametrize(
    ("compare", "said"),
    [
        ("length", "length not known: no day is given"),
        ("participants", "number not known"),
        ("dead", "number of dead not known"),
    ],
)
def test_what_is_not_known_is_said_in_words(numbers, uprisings, compare, said):
    """A rising without a number has a line of words and a line in the table, but no bar."""
    figure = risings(numbers, uprisings, compare=compare)
    drawn = {link for one in figure.data for link in one.customdata or []}

    assert said in words(figure)
    assert "uprisings/kolyma" not in drawn
    assert "uprisings/kolyma" in figure.layout.meta["table"]["links"]
    assert "Kolyma, 1946: not known" in figure.layout.meta["alt"]


def test_dead_keep_killed_apart_from_killed_and_wounded(numbers, uprisings):
    """The figure that counts the wounded too has a look and a name of its own."""
    figure = risings(numbers, uprisings, compare="dead")

    assert (37, 1000) == trace(figure, "killed in one part or on some days").x
    assert (500,) == trace(figure, "killed and wounded in one figure").x
    assert "37 or about 1,000" in figure.layout.meta["alt"]


def test_dead_of_a_day_do_not_look_like_the_dead_of_a_rising(numbers, uprisings):
    """26 June is one day of Kengir: only a number for all days is a filled bar."""
    figure = risings(numbers, uprisings, compare="dead")
    whole, part = (
        trace(figure, f"killed in {what}")
        for what in ("the whole rising", "one part or on some days")
    )

    assert (("uprising_numbers/whole",), None) == (whole.customdata, whole.marker.pattern.shape)
    assert "-" == part.marker.pattern.shape


def test_words_after_the_longest_bar_fit_on_a_telephone(numbers, uprisings):
    """'→ at least 5,200' after the longest bar needs a longer axis than '60' would."""
    figure = risings(numbers, uprisings, compare="participants")
    short = risings(numbers.head(3), uprisings, compare="dead")

    assert figure.layout.xaxis.range[1] > 5200 * 1.6
    assert 1250 < short.layout.xaxis.range[1] < 1600


def test_participants_are_compared_each_by_its_own_measure(numbers, uprisings):
    """An open number has an arrow; a number that was not re-read is an outline."""
    figure = risings(numbers, uprisings, compare="participants")

    assert ("→ at least 5,200",) == trace(figure, "took part").text
    assert "#ffffff" == trace(figure, "not at work, not re-read").marker.color


def test_a_range_is_a_bar_between_its_ends(numbers, uprisings):
    """A range does not begin at zero."""
    numbers.loc[3, ["qualifier", "value_max"]] = ["range", 700]
    bar = trace(risings(numbers, uprisings, compare="dead"), "killed and wounded in one figure")

    assert ((500,), (200,), ("500–700",)) == (bar.base, bar.x, bar.text)


def test_risings_without_any_number_draw_no_bar(numbers, uprisings):
    """An empty table of numbers leaves words only."""
    figure = risings(numbers.head(0), uprisings, compare="dead")

    assert ["scatter"] == [one.type for one in figure.data]


def test_table_tells_demands_and_outcome(numbers, uprisings):
    """What no source says of demands is 'not known', not empty."""
    first, second, _, _ = lines(risings(numbers, uprisings))

    assert ("not known", "not known") == (first["Demands"], first["Outcome"])
    assert ("an end of abuses", "transports") == (second["Demands"], second["Outcome"])


def test_risings_refuse_another_comparison(numbers, uprisings):
    """The message names what can be compared."""
    with pytest.raises(ValueError, match="choose from length, participants, dead"):
        risings(numbers, uprisings, compare="size")


def test_every_measure_of_the_book_is_drawn_or_left_out_on_purpose():
    """A measure that somebody adds to the table is not forgotten silently."""
    known = {measure for group in MEASURES.values() for measure in group} | NOT_COMPARED

    assert set() == set(data.load("uprising_numbers")["measure"]) - known


@pytest.mark.parametrize("compare", ["length", "participants", "dead"])
def test_risings_draw_the_tables_of_the_book(compare):
    """The real tables are drawn with sources, alt text, table and rows that exist."""
    uprisings = data.load("uprisings")
    figure = risings(data.load("uprising_numbers"), uprisings, compare=compare)
    links = figure.layout.meta["table"]["links"]

    assert set(uprisings["camp"]) <= {row["Rising"].rsplit(", ", 1)[0] for row in lines(figure)}
    assert {link for one in figure.data for link in one.customdata or []} <= set(links)
    assert all(data.row(link) is not None for link in links)
    json.dumps(figure.to_plotly_json(), allow_nan=False)


def test_kengir_lasts_as_long_as_one_counts():
    """The book's rows make 41 days from 16 May and 32 from 25 May."""
    figure = risings(data.load("uprising_numbers"), data.load("uprisings"))
    values = [row["Value (days)"].split()[0] for row in lines(figure) if "Kengir" in row["Rising"]]

    assert "41" == values[0]
    assert {"32", "40"} <= set(values)
