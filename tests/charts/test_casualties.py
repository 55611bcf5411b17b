import json

import pandas as pd
import pytest

from helpers import data
from helpers.charts._casualties.casualties import casualties
from helpers.explore import LIMIT, explore


def claim(name, low, high, kind="secondary", date="n.d.", qualifier="exact", **more):
    return {
        "row": f"kengir_casualties/{name}",
        "row_id": name,
        "claim_id": name.split("-")[0],
        "episode": "june_assault",
        "side": "prisoners",
        "source_kind": kind,
        "source_date": date,
        "measure": "killed",
        "value_min": low,
        "value_max": high,
        "qualifier": qualifier,
        "value_text": "",
        "date_text": "26 June 1954",
        "source_keys": "applebaum2003",
        "locator": "",
        "status": "claimed",
        "checked": "second_hand",
        "note": "",
        **more,
    }


def frame(rows):
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


@pytest.fixture
def table():
    """Build three claims with one number, a range, an open one, words, and losses of the army."""
    rows = [
        claim("c5-killed", 500, 700, "memoir", qualifier="range"),
        claim("c1-killed", 46, 46),
        claim("c2-killed", 46, 46, "official document", "1954-06-27", status="counted"),
        claim("c3-killed", 46, 46, "encyclopaedia", "2012", qualifier="about"),
        claim("c4-killed", 100, None, qualifier="at_least", checked="unread"),
        claim("c6-killed", None, None, qualifier="words", value_text="hundreds"),
        claim("c7-killed", 7, 7, side="army"),
        claim("c8-wounded", 99, 99, measure="wounded"),
    ]
    return frame(rows)


def draw(table, **choices):
    return casualties(table, **{"episode": "june_assault", **choices})


def ids(figure):
    return [link.split("/")[1] for link in figure.layout.meta["table"]["links"]]


def headings(figure):
    return [note.text for note in figure.layout.annotations if note.text.startswith("<b>")]


def test_casualties_put_the_same_number_together_the_oldest_paper_first(table):
    """Copies stand under the paper that they may have been copied from, undated ones last."""
    order = ["c2-killed", "c3-killed", "c1-killed", "c4-killed", "c5-killed", "c6-killed"]

    assert order == ids(draw(table))


def test_casualties_show_repetition_as_repetition(table):
    """Three claims with one number share a heading and a ground; the others have none."""
    figure = draw(table)
    grounds = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    hovers = [text for one in figure.data for text in one.hovertext if text]

    assert ["<b>46, in 3 claims</b>"] == headings(figure)
    assert 1 == len(grounds)
    assert 3 == sum("one of 3 claims with this number" in text for text in hovers)


def test_casualties_are_never_summed(table):
    """No mark stands at a sum: every point is a number of its own row."""
    figure = draw(table)
    drawn = {x for one in figure.data for x in one.x if x is not None}

    assert {46, 100, 500, 700} == drawn - {142}  # the tip of the arrow
    assert "they cannot be added up" in figure.layout.meta["alt"]


def test_casualties_of_the_army_are_not_among_the_prisoners(table):
    """The soldiers' losses are drawn when asked for, and alone."""
    assert "c7-killed" not in ids(draw(table))
    assert ["c7-killed"] == ids(draw(table, side="army"))


def test_casualties_keep_measures_apart(table):
    """Wounded stand in no chart of killed."""
    assert "c8-wounded" not in ids(draw(table))
    assert ["c8-wounded"] == ids(draw(table, measure="wounded"))


def test_casualties_mark_ranges_open_ends_words_and_unread(table):
    """A range is a bar, 'at least' an arrow, words are written, unread is hollow."""
    figure = draw(table)
    by_name = {one.name: one for one in figure.data}
    notes = [note.text for note in figure.layout.annotations]

    assert "triangle-right" == by_name["at least this number"].marker.symbol[0]
    assert "diamond-open" == by_name["claimed, not re-read"].marker.symbol
    assert (500, 700) == by_name["claimed"].x[-3:-1]
    assert "in words: hundreds" in notes


def test_casualties_name_the_kind_of_source_on_each_line(table):
    """The kind of source and its date stand under its name."""
    labels = draw(table).layout.yaxis.ticktext

    assert "Applebaum 2003<br>official<br>27 June 1954" == labels[0]
    assert "Applebaum 2003<br>encyclopaedia, 2012" == labels[1].replace("<br>2012", " 2012")
    assert "Applebaum 2003<br>memoir" == labels[4]


def test_casualties_call_a_kind_of_source_as_the_control_does(table):
    """Nobody reads "secondary" under a control that says "later writing"."""
    figure = draw(table)
    labels = figure.layout.yaxis.ticktext
    kinds = [row[5] for row in figure.layout.meta["table"]["rows"]]
    hovers = [text for one in figure.data for text in one.hovertext if text]

    assert "Applebaum 2003<br>later writing" == labels[2]
    assert "later writing" in kinds
    assert not any("secondary" in word for word in [*labels, *kinds, *hovers])


def test_casualties_up_to_a_thousand_are_counted_in_persons():
    """The axis of 26 June reads 0, 500, 1,000, not 0, 0.5, 1 thousand."""
    axis = casualties(data.load("kengir_casualties"), episode="june_assault").layout.xaxis

    assert ("0", "500", "1,000") == axis.ticktext
    assert "killed, persons" == axis.title.text


def test_casualties_count_whole_persons():
    """One dead before the uprising stands on an axis without halves."""
    axis = casualties(data.load("kengir_casualties"), episode="before_uprising").layout.xaxis

    assert ("0", "1", "2", "3") == axis.ticktext


def test_casualties_of_one_kind_keep_the_axis(table):
    """The axis stays where it is when a kind of source is chosen."""
    every, official = draw(table), draw(table, source_kind="official document")

    assert ["c2-killed"] == ids(official)
    assert every.layout.xaxis.range == official.layout.xaxis.range


def test_casualties_say_when_there_is_none(table):
    """An empty choice is a sentence."""
    nothing = [{"episode": "aftermath"}, {"measure": "wounded", "side": "army"}]
    for figure in (draw(table, **choices) for choices in nothing):
        assert "no such claim" in figure.layout.annotations[0].text
        assert figure.layout.meta["alt"].endswith("no claim for this choice.")


def test_casualties_alt_names_both_ends_and_the_copies(table):
    """The alt text says smallest, largest, by whom, and what is repeated."""
    alt = draw(table).layout.meta["alt"]

    assert "6 claims (later writing: 3, official document: 1, encyclopaedia: 1, memoir: 1)" in alt
    assert "about the same dead" in alt
    assert "smallest number is 46 (Applebaum 2003), the largest 500–700" in alt
    assert "46 stands in 3 claims (the oldest of the dated ones: Applebaum 2003, 27 June" in alt


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"episode": "june"}, "no episode 'june'; choose from before_uprising"),
        ({"measure": "dead"}, "no measure 'dead'; choose from killed, wounded"),
        ({"source_kind": "letter"}, "no kind of source 'letter'; choose from every, official"),
        ({"side": "guards"}, "no side 'guards'; choose from army, prisoners"),
    ],
)
def test_casualties_refuse_what_does_not_exist(table, choices, message):
    """The message says what exists."""
    with pytest.raises(ValueError, match=message):
        draw(table, **choices)


@pytest.mark.parametrize("episode", ["before_uprising", "may_shooting", "june_assault"])
def test_casualties_draw_the_table_of_the_book(episode):
    """The real table is drawn, with sources and rows that exist, and can be stored."""
    figure = casualties(data.load("kengir_casualties"), episode=episode)
    links = {link for one in figure.data for link in one.customdata if link}

    assert links <= set(figure.layout.meta["table"]["links"])
    assert all(data.row(link) is not None for link in links)
    json.dumps(figure.to_plotly_json(), allow_nan=False)


def test_casualties_fit_into_an_explorer():
    """Three episodes by five kinds of source stay below what a page may hold."""
    kinds = ["every", "official document", "memoir", "secondary", "encyclopaedia"]
    episodes = ["june_assault", "may_shooting", "before_uprising"]
    shown = explore(
        casualties, data.load("kengir_casualties"), episode=episodes, source_kind=kinds
    ).figure()

    assert len(json.dumps(shown.layout.meta["explore"])) < LIMIT
