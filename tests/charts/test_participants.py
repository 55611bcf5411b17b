import pytest

from helpers import data
from helpers.charts._casualties.participants import HEADINGS, participants


@pytest.fixture(scope="module")
def tables():
    return data.load("camp_composition"), data.load("kengir_event_numbers")


def test_participants_stand_under_the_measure_that_counts_them(tables):
    """Every measure has its heading; no line joins two of them."""
    figure = participants(*tables)
    heads = [note.text for note in figure.layout.annotations if note.text.startswith("<b>")]

    assert len(HEADINGS) == len(heads)
    assert not any(row[2].count("–") for row in figure.layout.meta["table"]["rows"])


def test_participants_in_two_tables_are_drawn_once(tables):
    """3,200 of telegram 12.001 is one number, and so is 'over 4,000' of the report of 26 May."""
    links = participants(*tables).layout.meta["table"]["links"]

    assert len(links) == len(set(links))
    assert "kengir_event_numbers/e039-not-at-work" not in links
    assert "kengir_event_numbers/e057-refused-work" in links


def test_participants_have_the_oldest_work_with_eight_thousand(tables):
    """Solzhenitsyn's eight thousand stands beside the web page that repeats it."""
    alt = participants(*tables).layout.meta["alt"]

    assert "about 8,000 (Solzhenitsyn 1975)" in alt.split("Said to have taken part: ")[1]


def test_participants_of_other_risings_are_left_out(tables):
    """Those not at work in Norilsk in 1953 are no participants of Kengir."""
    assert not any("e012" in link for link in participants(*tables).layout.meta["table"]["links"])


def test_participants_compute_what_is_left_for_the_division(tables):
    """20,698 less 15,562 is 5,136, marked as computed, with both rows behind it."""
    figure = participants(*tables)
    sums = next(one for one in figure.data if one.name == "computed in this book")

    assert 5136 == sums.x[0]
    assert (
        "kengir_event_numbers/e078-prisoners kengir_event_numbers/e060-at-work-elsewhere"
        == sums.customdata[0]
    )


def test_participants_say_where_43_per_cent_comes_from(tables):
    """The share is computed from the women held, and set beside the claims of it."""
    alt = participants(*tables).layout.meta["alt"]

    assert "2,407 of 5,597 are 43.0 per cent (computed)." in alt
    assert "about 43 women among those held (Lithuanian archives 2024)" in alt
    assert "43 women among those who took part (Wikipedia ru, Kengir)" in alt


def test_participants_keep_those_held_apart_from_those_who_took_part(tables):
    """A page that says how many people the camp held does not say how many took part."""
    alt = participants(*tables).layout.meta["alt"]
    took_part = alt.split("Said to have taken part: ")[1].split(".")[0]

    assert "5,584 (Lithuanian archives 2024)" in alt
    assert "Lithuanian" not in took_part


def test_participants_follow_the_table(tables):
    """Another number of women makes another share: nothing is typed."""
    composition = tables[0].copy()
    women = composition["row_id"] == "steplag-3-1954-06-10-women"
    composition.loc[women, ["value_min", "value_max"]] = 2000

    assert "35.7 per cent" in participants(composition, tables[1]).layout.meta["alt"]


def test_participants_need_the_statistics_of_the_division(tables):
    """Without the count of the division the chart says which row it wants."""
    composition = tables[0][tables[0]["row_id"] != "steplag-3-1954-06-10-total"]

    with pytest.raises(ValueError, match="0 rows with category 'all prisoners'"):
        participants(composition, tables[1])
