import pandas as pd
import pytest

from helpers import data
from helpers.charts import break_even, days_lost, productivity


@pytest.fixture
def table():
    return data.load("gulag_economy")


@pytest.fixture
def letter():
    table = data.load("incentives")
    return table[table["row_id"] == "productivity-letter-1949"]


def marks(figure):
    return [point for trace in figure.data for point in trace.customdata or [] if point]


def test_refusals_are_the_smallest_part_of_the_days_lost(table):
    """Missing work comes first with 65.8 per cent, refusals last with 0.8."""
    figure = days_lost(table, share=True)

    assert ["no work provided", "refusals to work"] == [
        figure.layout.meta["table"]["rows"][place][0] for place in (0, -1)
    ]
    assert [65.8, 22.1, 11.3, 0.8] == list(figure.data[0].x)
    assert "521 thousand man-days" in figure.layout.meta["alt"]


def test_days_and_per_cent_are_two_pictures_with_two_texts(table):
    """The box changes bars and alt text."""
    days, share = days_lost(table), days_lost(table, share=True)

    assert [343, 115, 59, 4] == list(days.data[0].x)
    assert days.layout.meta["alt"] != share.layout.meta["alt"]


def test_every_bar_of_days_names_its_row(table):
    """A click on a bar leads to the row of the reason."""
    rows = {f"gulag_economy/molotov-1948-lost-{name}" for name in ("refusals", "no-work")}

    assert rows <= set(marks(days_lost(table)))


def test_days_lost_in_two_units_are_refused(table):
    """Thousands beside single man-days would give a wrong sum."""
    lost = table["measure"] == "man_days_lost"
    broken = table.copy()
    broken.loc[table.index[lost][0], "unit"] = "man-days"

    with pytest.raises(ValueError, match="units are mixed"):
        days_lost(broken)


def test_a_table_without_days_lost_says_so(table):
    """An empty choice is an error in words."""
    with pytest.raises(ValueError, match="man_days_lost"):
        days_lost(table[table["topic"] == "cost"])


def test_a_gap_of_64_leaves_an_output_of_36(table, letter):
    """Output is what is left of a free worker's hundred; the ends of a range change places."""
    view = productivity(table, letter).layout.meta["table"]
    output = {row[0]: row[3] for row in view["rows"]}

    assert "36" == output["railway construction"]
    assert "50\u201360" == output["all branches"]


def test_the_letter_is_words_and_no_mark(table, letter):
    """Rhetoric is written out; no point of the chart belongs to it."""
    figure = productivity(table, letter)

    assert not any("productivity-letter" in mark for mark in marks(figure))
    assert any("no number" in note.text for note in figure.layout.annotations)
    assert any("half as many people" in note.text for note in figure.layout.annotations)


def test_gap_and_output_are_told_apart(table, letter):
    """The gap is drawn as reported, the output as computed, and the texts differ."""
    gap, output = (productivity(table, letter, shown=way) for way in ("gap", "output"))

    assert {"reported"} == {trace.name for trace in gap.data}
    assert {"computed in this book"} == {trace.name for trace in output.data}
    assert gap.layout.meta["alt"] != output.layout.meta["alt"]
    with pytest.raises(ValueError, match="no way 'free'"):
        productivity(table, letter, shown="free")


def test_the_curve_begins_at_the_upkeep_and_rises_as_fewer_work(table):
    """With everybody at work a day brings 4.92 roubles; at 70 per cent 7.03."""
    paid = next(t for t in break_even(table).data if t.name == "at the upkeep really paid")
    bring = dict(zip(paid.x, paid.y, strict=True))

    assert (4.92, 7.03) == (bring[100], bring[70])
    assert {"gulag_economy/vyatlag-1943-upkeep-day"} == set(paid.customdata)


def test_a_camp_without_accounts_says_which_has_them(table):
    """Karlag has no upkeep per day; the message names Vyatlag."""
    with pytest.raises(ValueError, match="known is Vyatlag"):
        break_even(table, scope="Karlag")


def test_charts_leave_the_table_as_it_was(table, letter):
    """A second chart sees what the first saw."""
    before = table.copy()
    days_lost(table), productivity(table, letter), break_even(table)

    pd.testing.assert_frame_equal(before, table)
