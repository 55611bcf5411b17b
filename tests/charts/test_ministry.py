import pandas as pd
import pytest

from helpers import data
from helpers.charts import ministry_shares, product_shares
from helpers.charts._ministry.pairs import SHARES, WHOLES


@pytest.fixture
def table():
    return data.load("gulag_economy")


def lines(figure):
    return figure.layout.meta["table"]["rows"]


def test_the_share_of_1941_is_computed_from_its_two_rows(table):
    """6,810 of 37,650 million roubles are 18.1 per cent, beside the 18 that are printed."""
    found = {row[1]: (row[2], row[3]) for row in lines(ministry_shares(table, denominator="plan"))}

    assert ("18.1 %", "6,810 of 37,650 million roubles") == found["NKVD, the same, computed"]


def test_railways_have_two_wholes(table):
    """The same 6.5 thousand km are 18 per cent of new lines and 6 of the network; both open."""
    shares = [row[2] for row in lines(ministry_shares(table, denominator="railways"))]

    assert ["at least 18.2 %", "at least 6.1 %"] == shares


@pytest.mark.parametrize("denominator", ["every", *WHOLES])
def test_every_whole_has_its_own_picture_and_text(table, denominator):
    """Each choice draws its shares, names its rows and says so."""
    figure = ministry_shares(table, denominator=denominator)
    expected = [one for one in SHARES if denominator in ("every", one.whole)]

    assert len(expected) == len(lines(figure))
    assert all(link for link in figure.layout.meta["table"]["links"])


def test_the_axis_is_the_same_for_every_whole(table):
    """Small shares look small: 2.3 per cent is no full bar when it stands alone."""
    ranges = {tuple(ministry_shares(table, denominator=w).layout.xaxis.range) for w in WHOLES}

    assert 1 == len(ranges)


def test_the_altogether_unknown_whole_is_refused(table):
    """The message lists the wholes that there are."""
    with pytest.raises(ValueError, match="choose from every, industry"):
        ministry_shares(table, denominator="the country")


def test_part_and_whole_in_different_units_are_refused(table):
    """Kilometres of tonnes are no share."""
    broken = table.copy()
    broken.loc[broken["row_id"] == "ussr-1941-railway-network", "unit"] = "t"

    with pytest.raises(ValueError, match=r"is in km and .* in t: no share"):
        ministry_shares(broken)


def test_a_row_that_is_gone_is_named(table):
    """Whoever deletes a row learns which share needs it."""
    with pytest.raises(ValueError, match="no row 'ussr-1941-workers'"):
        ministry_shares(table[table["row_id"] != "ussr-1941-workers"])


def test_unread_shares_are_hollow(table):
    """Jasny's 14 per cent is drawn as an outline and named so."""
    names = [trace.name for trace in ministry_shares(table, denominator="plan").data]

    assert "stated, of a plan, not re-read" in names


def test_the_text_puts_each_share_below_its_whole(table):
    """A listener hears of what 2.3 per cent are a share, and which share was not re-read."""
    alt = ministry_shares(table).layout.meta["alt"]

    assert "Of the output of Soviet industry: MVD, 1952, stated: 2.3 %" in alt
    assert "NKVD, 1940, stated, not re-read: 14 %" in alt


def test_rival_shares_of_gold_stay_apart(table):
    """Two statements of 100 and one of more than 90 per cent are not averaged."""
    gold = [row[3] for row in lines(product_shares(table)) if row[0] == "gold"]

    assert ["100", "100", "at least 90"] == sorted(gold)


def test_products_can_be_chosen_by_how_they_are_known(table):
    """Read as reproduced: gold, nickel and timber remain, platinum goes."""
    figure = product_shares(table, known="read as reproduced elsewhere")

    assert {"gold", "nickel", "timber and forestry"} == {row[0] for row in lines(figure)}
    assert "platinum" not in figure.layout.meta["alt"]


def test_the_page_knows_how_each_product_is_known(table):
    """The filter of the page has one entry per line."""
    meta = product_shares(table).layout.meta

    assert len(meta["table"]["rows"]) == len(meta["filter"]["facets"]["known"]["lines"])


def test_no_products_is_an_error(table):
    """A table without shares is no empty chart."""
    with pytest.raises(ValueError, match="share of the ministry"):
        product_shares(table[table["topic"] == "cost"])


def test_the_table_is_left_as_it_was(table):
    """A second chart sees what the first saw."""
    before = table.copy()
    ministry_shares(table), product_shares(table)

    pd.testing.assert_frame_equal(before, table)
