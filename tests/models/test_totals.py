import pandas as pd
import pytest

from helpers import data
from helpers.models import totals


def number(row_id, system, measure, value, day="1946-01-01", end=None, **more):
    return {
        "row": f"gulag_totals/{row_id}",
        "row_id": row_id,
        "system": system,
        "measure": measure,
        "value_min": value,
        "value_max": value,
        "qualifier": "exact",
        "date_kind": "year" if end else "day",
        "date_start": pd.Timestamp(day),
        "date_end": pd.Timestamp(end or day),
        "source_keys": "zemskov1991",
        "checked": "reproduced",
        **more,
    }


def frame(*rows):
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


def camp(name, opened="1931-01-01", closed="1959-12-31", **more):
    return {
        "camp_id": name,
        "kind": "ITL",
        "part_of": "",
        "in_kazakhstan": "yes",
        "opened_start": pd.Timestamp(opened),
        "closed_end": pd.Timestamp(closed),
        **more,
    }


def held(name, value, day="1946-01-01", end=None, **more):
    row = number(f"{name}-{day}-{value}", "", "prisoners", value, day, end)
    return row | {"camp_id": name, "basis": "actual", "same_as": "", **more}


@pytest.fixture
def two_counts():
    """Build the two counts of camps of one day, and one number that is only rounded."""
    return frame(
        number("zemskov", "itl", "prisoners", 746871),
        number("getty", "itl", "prisoners", 600897, source_keys="getty1993"),
        number("rounded", "itl", "prisoners", 1533000, "1951-01-01", qualifier="about"),
        number("exact", "itl", "prisoners", 1533767, "1951-01-01"),
    )


def test_two_counts_of_a_day_are_rivals_and_a_rounded_one_is_not(two_counts):
    """746,871 and 600,897 stand apart; 1,533,767 and about 1,533,000 are one count."""
    found = totals.rivals(two_counts, "itl")

    assert [pd.Timestamp("1946-01-01")] == list(found.index)
    assert (600897, 746871) == (found["low"].iloc[0], found["high"].iloc[0])


def test_a_bound_is_no_count():
    """A bound such as "more than 2.4 million" cannot be subtracted or divided."""
    table = frame(number("more", "itl_itk", "prisoners", 2400000, qualifier="at_least"))

    assert totals.counts(table, "itl_itk").empty


def test_a_death_rate_divides_by_the_mean_of_two_counts():
    """352,560 deaths on a mean of 1,777,043 and 1,484,182 are 21.62 percent."""
    table = frame(
        number("a", "itl_itk", "prisoners", 1777043, "1942-01-01"),
        number("b", "itl_itk", "prisoners", 1484182, "1943-01-01"),
        number("dead", "itl_itk", "deaths", 352560, "1942-01-01", "1942-12-31"),
        number("later", "itl_itk", "deaths", 267826, "1943-01-01", "1943-12-31"),
    )
    rates = totals.death_rates(table)

    assert [1942] == list(rates.index)
    assert 21.62 == round(rates.loc[1942, "low"], 2) == round(rates.loc[1942, "high"], 2)
    assert "gulag_totals/dead gulag_totals/a gulag_totals/b" == rates.loc[1942, "row"]


def test_a_group_is_divided_by_both_counts_of_its_day(two_counts):
    """333,883 are 44.7 percent of one count and 55.6 of the other; their mean is nowhere."""
    group = number(
        "cr", "itl", "counter_revolutionary", 333883, source_keys="zemskov1991;getty1993"
    )
    shares = totals.group_shares(pd.concat([two_counts, frame(group)]), "itl", group["measure"])
    line = shares.loc["1946-01-01"]

    assert (44.7, 55.6) == (round(line["low"], 1), round(line["high"], 1))


def test_a_group_is_not_divided_by_the_total_of_another_work(two_counts):
    """Women of Zemskov's table are divided by Zemskov's total, if he has one."""
    group = number("women", "itl", "women", 74687)
    shares = totals.group_shares(pd.concat([two_counts, frame(group)]), "itl", "women")

    assert [10.0, 10.0] == shares.loc["1946-01-01", ["low", "high"]].round(1).tolist()


def test_a_group_that_is_larger_than_the_whole_is_refused(two_counts):
    """A slip in a table is named, not drawn."""
    group = number("cr", "itl", "women", 9_000_000)
    with pytest.raises(ValueError, match="no part of a whole"):
        totals.group_shares(pd.concat([two_counts, frame(group)]), "itl", "women")


def test_the_share_of_kazakhstan_is_a_lower_bound(two_counts):
    """A camp that was open and not counted is named; its highest number makes a guess."""
    camps = pd.DataFrame([camp("karlag"), camp("steplag", opened="1948-02-28"), camp("aktyubinsk")])
    population = frame(
        held("karlag", 56802),
        held("aktyubinsk", 4553, "1946-01-01", "1946-12-31"),
        held("steplag", 20000, "1949-01-01"),
    )
    line = totals.kazakhstan(camps, population, two_counts).loc["1946-01-01"]

    assert (("karlag",), ("aktyubinsk",)) == (line["counted"], line["missing"])
    assert (7.61, 9.45) == (round(line["low"], 2), round(line["high"], 2))
    assert 10.21 == round(line["filled"], 2)


def test_sections_and_camps_partly_abroad_are_not_added(two_counts):
    """ALZHIR is part of Karlag; Prorva lay in Kazakhstan for a time only."""
    camps = pd.DataFrame(
        [camp("karlag"), camp("alzhir", part_of="karlag"), camp("prorva", in_kazakhstan="partly")]
    )
    population = frame(held("karlag", 50000), held("alzhir", 8000), held("prorva", 5000))
    line = totals.kazakhstan(camps, population, two_counts).loc["1946-01-01"]

    assert 50000 == line["persons_low"] == line["persons_high"]


def test_a_day_on_which_no_camp_was_counted_has_no_share(two_counts):
    """Unknown is not zero: the day is left out."""
    camps = pd.DataFrame([camp("karlag")])
    population = frame(held("karlag", 50000, "1951-07-01"))

    assert totals.kazakhstan(camps, population, two_counts).empty


def test_the_table_of_the_book_closes_except_in_1946():
    """Camps and colonies add up to the printed total wherever they are not rivals."""
    table = data.load("gulag_totals")
    ends = {name: totals.counts(table, name) for name in ("itl", "itk", "itl_itk")}
    sums = {
        name: rows[rows["source_keys"].str.contains("zemskov1991")]
        .drop_duplicates("date_start")
        .set_index("date_start")["value_min"]
        for name, rows in ends.items()
    }
    days = [day for day in sums["itk"].index if day in sums["itl"].index and day in sums["itl_itk"]]
    open_days = [
        day.year for day in days if sums["itl"][day] + sums["itk"][day] != sums["itl_itk"][day]
    ]

    assert len(days) > 10
    assert set() == set(open_days) - {1946}
