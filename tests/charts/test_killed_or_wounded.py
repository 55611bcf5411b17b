import pytest

from helpers import data
from helpers.charts._casualties.killed_or_wounded import killed_or_wounded


@pytest.fixture(scope="module")
def table():
    return data.load("kengir_casualties")


@pytest.fixture(scope="module")
def figure(table):
    return killed_or_wounded(table)


def sums(figure):
    return {x for one in figure.data if "computed" in one.name for x in one.x if x is not None}


def test_killed_and_killed_or_wounded_have_headings_of_their_own(figure):
    """The reader sees three groups that are not the same measure."""
    heads = [note.text for note in figure.layout.annotations if note.text.startswith("<b>")]

    assert 3 == len(heads)
    assert "<b>killed</b>" == heads[0]


def test_the_sum_is_computed_from_the_rows_of_one_claim(figure):
    """46 killed and 506 wounded of one note make 552; the point leads to both rows."""
    links = {link for one in figure.data if one.customdata for link in one.customdata if link}

    assert {143, 152, 552} <= sums(figure)
    assert "kengir_casualties/c17-killed kengir_casualties/c17-wounded" in links


def test_a_changed_row_changes_the_sum(table):
    """Nothing is typed: 50 instead of 46 makes 556."""
    changed = table.copy()
    changed.loc[changed["row_id"] == "c17-killed", ["value_min", "value_max"]] = 50

    assert 556 in sums(killed_or_wounded(changed))


def test_round_numbers_and_different_claims_are_not_added(figure):
    """'About 1,000' and 'about 2,000' are no exact numbers: no mark at 3,000."""
    assert 3000 not in sums(figure)


def test_soldiers_are_not_added_to_prisoners(table):
    """The same encyclopaedia gives wounded soldiers; they make no sum with killed prisoners."""
    assert not any("c22" in link or "c23" in link for link in links_of(killed_or_wounded(table)))


def links_of(figure):
    return figure.layout.meta["table"]["links"]


def test_the_range_that_lost_two_words_is_shaded_and_named(figure):
    """500-700 stands under both words, and the alt text says in which sources."""
    alt = figure.layout.meta["alt"]

    assert "500–700, under both words" in [one.name for one in figure.data]
    assert "500–700 are killed in FakeOff 2021; Wikipedia uk, Kengir; Wikipedia fr, Kengir," in alt
    assert "and killed or wounded in Wikipedia en, Kengir; Wikipedia ru, Kengir;" in alt


def test_one_kind_of_source_leaves_the_others_out(table):
    """Official documents only: no range is left to shade, the sums stay."""
    figure = killed_or_wounded(table, source_kind="official document")

    assert 552 in sums(figure)
    assert 152 not in sums(figure)
    assert not any("under both" in one.name for one in figure.data)
    with pytest.raises(ValueError, match="choose from every"):
        killed_or_wounded(table, source_kind="press")


def test_an_empty_table_is_a_sentence(table):
    """Without claims the chart says so."""
    figure = killed_or_wounded(table[table["episode"] == "aftermath"])

    assert "no such claim" in figure.layout.annotations[0].text
