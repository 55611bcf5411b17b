from __future__ import annotations

import pandas as pd
import pytest

from helpers import data, theme
from helpers.charts._forty_days.happenings import LOOKS, SIDES, place_class, source_kinds
from helpers.charts._forty_days.lanes import lanes
from helpers.charts._forty_days.tracks import tracks
from helpers.charts._forty_days.words import READ


def event(name, actor, start, end=None, kind="day", **more):
    return {
        "row": f"kengir_events/{name}",
        "row_id": name,
        "actor": actor,
        "event_type": "strike",
        "place": "Kengir",
        "time": "",
        "description": "What happened, told in so many words that one line is too short.",
        "date_text": start,
        "date_start": start,
        "date_end": end or start,
        "date_kind": kind,
        "source_keys": "article_kengir",
        "checked": "teaching_text",
        **more,
    }


def table_of(*events):
    rows = pd.DataFrame(events)
    return rows.assign(
        date_start=pd.to_datetime(rows["date_start"]), date_end=pd.to_datetime(rows["date_end"])
    )


@pytest.fixture
def table():
    """Build two events of one day, a span, a month, an unread one, and three out of the picture."""
    return table_of(
        event("one", "prisoners", "1954-05-16", time="evening"),
        event("two", "prisoners", "1954-05-16", event_type="breakout", place="Lagpunkt 2"),
        event("night", "army", "1954-05-17", "1954-05-18", "span", event_type="shooting"),
        event("may", "prisoners", "1954-05-01", "1954-05-31", "month", date_text="1954-05"),
        event("unread", "mvd", "1954-05-20", checked="unread", source_keys="formozov2012"),
        event("year", "prisoners", "1954-01-01", "1954-12-31", "year"),
        event("before", "prisoners", "1954-05-13"),
        event("after", "court", "1954-11-24"),
    )


def rows_of(figure):
    return {row for trace in figure.data for cell in trace.customdata for row in cell.split()}


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def test_the_period_decides_what_is_drawn(table):
    """What may lie within the days is drawn; what is known to the year only is not."""
    figure = lanes(table, last="1954-05-31")

    names = {"one", "two", "night", "may", "unread"}
    assert {f"kengir_events/{name}" for name in names} == rows_of(figure)
    assert ("1954-05-31 12:00", "1954-05-13 12:00") == figure.layout.yaxis.range


def test_sides_of_the_period_have_lanes_in_their_order(table):
    """A side has a lane if it acts in the period; prisoners first."""
    figure = lanes(table)

    expected = [SIDES[actor][1] for actor in ("prisoners", "mvd", "army")]
    assert expected == list(figure.layout.xaxis.ticktext)
    assert 2 == len(figure.layout.shapes)


def test_no_event_covers_another():
    """Events of one side and day stand side by side, and beside what lasts over that day."""
    figure = lanes(data.load("kengir_events"))
    marks = [trace for trace in figure.data if trace.type == "scatter"]
    places = [place for trace in marks for place in zip(trace.x, trace.y, strict=True)]

    assert len(set(places)) == len(places)
    assert [0, 1, 2, 0] == tracks([(1, 1), (1, 1), (0, 3), (2, 2)])


def test_a_date_is_drawn_as_exactly_as_it_is_known(table):
    """A day is a mark alone, a span a plain bar, a month a hatched bar cut at the edge."""
    figure = lanes(table)
    span, month = trace(figure, "several days"), trace(figure, "day not known")

    day = 86_400_000
    assert (("kengir_events/night",), ("1954-05-16 12:00",), (2 * day,), "") == (
        span.customdata,
        span.base,
        span.y,
        span.marker.pattern.shape,
    )
    assert (("kengir_events/may",), ("1954-05-13 12:00",), (18 * day,), "/") == (
        month.customdata,
        month.base,
        month.y,
        month.marker.pattern.shape,
    )
    assert ("1954-05-17 12:00",) == trace(figure, "shooting").y


def test_events_that_may_be_of_any_day_of_the_same_days_share_a_bar():
    """Each has its mark along the bar, as many on a bar as it has days."""
    month = [event(f"m{n}", "prisoners", "1954-06-01", "1954-06-30", "month") for n in range(4)]
    pair = [event(f"p{n}", "army", "1954-06-01", "1954-06-02", "circa") for n in range(3)]
    figure = lanes(table_of(*month, *pair))
    bars, marks = trace(figure, "day not known"), trace(figure, "strike")

    rows = " ".join(f"kengir_events/m{n}" for n in range(4))
    assert (rows, "kengir_events/p0 kengir_events/p1", "kengir_events/p2") == bars.customdata
    days = ["1954-06-06 12:00", "1954-06-12 12:00", "1954-06-18 12:00", "1954-06-24 12:00"]
    assert ([0, 0, 0, 0], days) == (list(marks.x[:4]), list(marks.y[:4]))
    assert 7 == len(set(zip(marks.x, marks.y, strict=True)))
    assert "day not known" in bars.hovertext[0]


def test_an_event_that_is_not_re_read_is_hollow(table):
    """What is known from the literature only can be told from the rest, also in the legend."""
    hollow = trace(lanes(table), "strike, not re-read")

    assert ("square-open", ("kengir_events/unread",)) == (hollow.marker.symbol, hollow.customdata)


def test_every_kind_of_event_has_a_mark_of_its_own():
    """No two kinds share a mark, and every kind of the table has one."""
    symbols = [symbol for _, symbol in LOOKS.values()]

    assert len(symbols) == len(set(symbols))
    assert set() == set(data.load("kengir_events")["event_type"]) - set(LOOKS)
    assert set() == set(data.load("kengir_events")["actor"]) - set(SIDES)


def test_hover_and_table_tell_date_source_and_how_known(table):
    """The reader sees the date with its hour, what happened, the source and how it is known."""
    figure = lanes(table)
    text = trace(figure, "strike").hovertext[1]
    line = next(one for one in figure.layout.meta["table"]["rows"] if "evening" in one[0])

    assert text.startswith("<b>16 May 1954, evening</b><br>prisoners: strike; Kengir<br>What")
    assert text.endswith("<br>Kengir article (Kk.); teaching text")
    assert max(len(part) for part in text.split("<br>")) <= 45
    assert ["16 May, evening", "prisoners", "strike", "Kengir"] == list(line[:4])
    assert ["Kengir article (Kk.); teaching text"] == list(line[5:])


def test_the_table_names_the_year_once(table):
    """It stands in the heading; where the days are of two years, every date has its own."""
    one, two = (
        lanes(table).layout.meta["table"],
        lanes(table, last="1955-01-31").layout.meta["table"],
    )

    assert ("Date in 1954", "16 May, evening") == (one["columns"][0], one["rows"][0][0])
    assert ("Date", "16 May 1954, evening") == (two["columns"][0], two["rows"][0][0])


def test_a_long_story_is_cut_in_the_hover_and_whole_in_the_table(table):
    """On a telephone a hover of ten lines is cut off at the edge; the table has room."""
    long = "A long story. " * 20
    figure = lanes(table_of(event("one", "prisoners", "1954-05-16", description=long)))
    told = figure.data[0].hovertext[0]

    assert "…<br>Kengir article" in told
    assert len(told.split("<br>")) <= 8
    assert long == figure.layout.meta["table"]["rows"][0][4]


def test_hover_words_stand_on_paper(table):
    """On the purple of a mark they would fall below the contrast that readers need."""
    look = lanes(table).layout.hoverlabel

    assert (theme.PAPER, theme.INK) == (look.bgcolor, look.font.color)


def test_every_way_of_reading_has_a_word():
    """The table of the lanes knows each that the book knows."""
    assert set(theme.CHECKED) == set(READ)


def test_the_alt_text_counts_the_rows(table):
    """Sides, exactness of the dates, the fullest day and the empty days are told."""
    expected = (
        "Chart of events in lanes, 14 May 1954 to 31 May 1954: 5 (prisoners 3, army 1, "
        "MVD and procurators 1). Dated to a day: 3; over several days: 1; less closely: 1. "
        "Most stand at 16 May 1954 (2); 16 of 18 days have no event of their own in our sources."
    )
    found = lanes(table, last="1954-05-31").layout.meta["alt"]

    assert sorted(expected) == sorted(found)
    assert expected[-90:] == found[-90:]


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ({"side": "prisoners"}, {"one", "two", "may"}),
        ({"event_type": "breakout"}, {"two"}),
        ({"place": "in the 3rd division"}, {"two"}),
        ({"source_kind": "scholarship"}, {"unread"}),
        ({"side": "prisoners", "place": "Kengir, not said where"}, {"one", "may"}),
        ({"side": "army", "event_type": "strike"}, set()),
    ],
)
def test_choices_can_be_combined(table, choice, names):
    """Only what fits every choice is drawn and listed, at the place that it had before."""
    whole, figure = lanes(table), lanes(table, **choice)
    before, after = (
        {mark for one in chart.data for mark in zip(one.customdata, one.x, one.y, strict=True)}
        for chart in (whole, figure)
    )

    expected = {f"kengir_events/{name}" for name in names}
    assert expected == rows_of(figure) == set(figure.layout.meta["table"]["links"])
    assert after <= before
    assert whole.layout.xaxis == figure.layout.xaxis


def test_nothing_that_fits_is_said_in_words(table):
    """An empty choice says so in the chart and in the description; it is no sign of quiet."""
    figure = lanes(table, side="army", event_type="strike")

    assert "No event in our sources<br>fits this choice" == figure.layout.annotations[0].text
    assert "no event in our sources fits this choice" in figure.layout.meta["alt"]


def test_a_period_without_events_is_drawn_empty(table):
    """Days of which no source tells anything stand there, and the chart says it."""
    figure = lanes(table, first="1955-01-01", last="1955-01-03")

    assert (0, 3) == (len(figure.data), len(figure.layout.yaxis.ticktext))
    assert "1 January 1955 to 3 January 1955: no event" in figure.layout.meta["alt"]


def test_the_facets_stand_line_by_line(table):
    """The page knows of each line of the table what it is; words come in the chart's order."""
    declared = lanes(table).layout.meta["filter"]

    assert ["prisoners", "MVD and procurators", "army"] == declared["facets"]["side"]["words"]
    assert [["strike"], ["breakout"], ["shooting"], ["strike"], ["strike"]] == declared["facets"][
        "event_type"
    ]["lines"]
    assert ["formozov2012"] == declared["sources"][3]


def test_the_table_is_a_chronicle(table):
    """It goes day by day over all sides; what may be of any day of a month stands at the end."""
    links = lanes(table).layout.meta["table"]["links"]

    assert ["one", "two", "night", "unread", "may"] == [link.split("/")[1] for link in links]


def test_the_division_is_named_briefly():
    """Who reads about one division all the time need not read its full name a hundred times."""
    at_home = table_of(event("one", "prisoners", "1954-05-16", place="Kengir, 3rd camp division"))
    figure = lanes(at_home, place="in the 3rd division")

    assert "3rd division" == figure.layout.meta["table"]["rows"][0][3]
    assert "<br>prisoners: strike; 3rd division<br>" in figure.data[0].hovertext[0]


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"side": "thieves"}, "no side 'thieves'; choose from every, MVD and procurators, army"),
        ({"event_type": "war"}, "no event type 'war'; choose from every, breakout"),
        (
            {"first": "1954-07-01", "last": "1954-05-14"},
            "the last day .1954-05-14. is before the first",
        ),
        ({"first": "the spring"}, "'the spring' is no day; write it as 1954-05-14"),
    ],
)
def test_a_wrong_choice_is_named(table, choice, message):
    """Who asks for what there is not is told what there is."""
    with pytest.raises(ValueError, match=message):
        lanes(table, **choice)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Kengir, 3rd camp division", "in the 3rd division"),
        ("Gate of the women's zone", "in the 3rd division"),
        ("Karaganda to Kengir", "far away, or from there"),
        ("Outside the zone", "around it, other divisions"),
        ("Road near Kengir", "around it, other divisions"),
        ("Narnia", "elsewhere"),
    ],
)
def test_places_are_put_into_few_classes(place, expected):
    """What lies inside, around and far away is told apart."""
    assert expected == place_class(place)


def test_every_place_of_the_forty_days_has_a_class():
    """A new place in the table is entered in `happenings.PLACES`."""
    events = data.load("kengir_events")
    period = events[events["date_start"].between("1954-05-14", "1954-06-30")]

    assert [] == [place for place in period["place"] if place_class(place) == "elsewhere"]


def test_an_event_may_have_sources_of_several_kinds():
    """It is found under each of them, once."""
    assert ["memoirs", "scholarship"] == source_kinds("applebaum2003;zlatkus2003;formozov2012")


def test_the_table_is_left_alone(table):
    """Drawing changes no row."""
    before = table.copy()
    lanes(table, side="army")

    pd.testing.assert_frame_equal(before, table)
