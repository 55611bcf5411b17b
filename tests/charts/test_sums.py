import pandas as pd
import pytest

from helpers import data, theme
from helpers.charts._sums.sums import sums as draw
from helpers.models import sums


def line(name, role, group, low, high=None, **more):
    return {
        "sum": name,
        "role": role,
        "group": group,
        "low": float(low),
        "high": float(high or low),
        "unit": "persons",
        "camp_id": "steplag",
        "date_text": "1954-06-10",
        "row": f"camp_composition/{name}-{group}".replace(" ", "-"),
        "source_keys": "article_kengir",
        "status": "counted",
        "checked": "teaching_text",
        "note": "",
        **more,
    }


@pytest.fixture
def table():
    """Build a sum that lacks something, one with too much, one that closes."""
    computed = {"status": "computed", "checked": ""}
    return pd.DataFrame(
        [
            line("terms", "whole", "all prisoners", 100),
            line("terms", "part", "long", 70),
            line("terms", "part", "short", 20, checked="unread"),
            line("terms", "missing", "not in the table", 10, **computed),
            line("crimes", "whole", "all prisoners", 12, 14),
            line("crimes", "part", "other", 60),
            line("crimes", "excess", "more than stated", 46, 48, **computed),
            line("nations", "whole", "all prisoners", 5),
            line("nations", "part", "Latvians", 5),
        ]
    )


def pieces(figure):
    """List the segments: words of the legend, start, length, height, link."""
    return [
        (trace.name, *piece)
        for trace in figure.data
        for piece in zip(trace.base, trace.x, trace.y, trace.customdata, strict=True)
    ]


def test_sums_lay_the_parts_end_to_end_below_the_whole(table):
    """Parts begin where the one before them ends; what is missing ends where the whole ends."""
    found = pieces(draw(table, which="terms"))
    whole, long, short, left = (
        next(piece for piece in found if piece[-1].endswith(name))
        for name in ("all-prisoners", "long", "short", "not-in-the-table")
    )

    assert (0, 100) == whole[1:3]
    assert [(0, 70), (70, 20), (90, 10)] == [piece[1:3] for piece in (long, short, left)]
    assert whole[3] < long[3] == short[3] == left[3]


def test_sums_hatch_what_is_too_much_at_the_end_of_the_whole(table):
    """The excess stands on the bar of the whole, which it makes as long as the parts."""
    figure = draw(table, which="crimes")
    (excess,) = [trace for trace in figure.data if trace.name.startswith("more")]

    assert (14, 46) == (excess.base[0], excess.x[0])
    assert excess.marker.pattern.shape
    assert figure.data[0].y[0] == excess.y[0]


def test_sums_say_the_numbers_above_the_bars(table):
    """A reader need not measure: stated, added up and left stand in words, name in bold."""
    said = [note.text for note in draw(table).layout.annotations]

    assert "<b>terms</b><br>100 stated; its parts make 90:<br>10 not in the table" in said
    assert "<b>crimes</b><br>12–14 stated; its one part is 60:<br>46–48 more than stated" in said
    assert "<b>nations</b><br>5 stated; its one part is 5:<br>nothing left over" in said


def test_sums_draw_an_unread_part_hollow(table):
    """A number that was not re-read has no filling, and the legend says so."""
    (hollow,) = [trace for trace in draw(table).data if "not re-read" in trace.name]

    assert theme.PAPER == hollow.marker.color
    assert "not re-read" in hollow.hovertext[0]


def test_sums_describe_themselves(table):
    """Alt text and table hold every sum, line by line, with what is computed."""
    meta = draw(table).layout.meta

    assert meta["alt"].startswith("Pairs of bars for 3 sums, a whole and its parts. terms: 100")
    assert len(table) == len(meta["table"]["rows"])
    assert "46–48" == meta["table"]["rows"][6][4]
    assert "computed" == meta["table"]["rows"][6][5]


def test_sums_tell_parts_of_one_name_apart(table):
    """Divisions that are all called 'all prisoners' are called by their camps."""
    table.loc[[1, 2], "group"] = "all prisoners"
    table.loc[2, "camp_id"] = "steplag_3"
    groups = [row[2] for row in draw(table, which="terms").layout.meta["table"]["rows"]]

    assert ["all prisoners", "Steplag", "Steplag 3", "not in the table"] == groups


def test_sums_know_their_names(table):
    """An unknown sum is refused with those that exist; nothing given is changed."""
    before = table.copy()
    draw(table)

    pd.testing.assert_frame_equal(before, table)
    with pytest.raises(ValueError, match="no sum 'age' in the table; it has terms, crimes, nat"):
        draw(table, which="age")


def test_sums_of_the_book_stand_on_real_rows():
    """Thirty-four nationalities are drawn as thirty-four segments, each with its row."""
    table = data.load("camp_composition")
    june = table[(table["camp_id"] == "steplag") & (table["date_text"] == "1954-06-10")]
    total = june[june["dimension"] == "total"]
    made = sums.add_up(
        {name: (total, june[june["dimension"] == name]) for name in ("nationality", "sentence")}
    )
    figure = draw(made)
    links = {row for *_, links in pieces(figure) for row in links.split()}

    assert 34 == sum(link.count("-nationality-") for link in links)
    assert links <= set(table["row"])
    assert "NaN" not in figure.to_json()
