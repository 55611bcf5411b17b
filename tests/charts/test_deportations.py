import pandas as pd
import pytest

from helpers import data
from helpers.charts import deportations, special_settlers


def brought(name, group, measure, low, year, **more):
    return {
        "row": f"deportations/{name}",
        "row_id": name,
        "group": group,
        "destination": "kazakhstan",
        "measure": measure,
        "unit": "persons",
        "basis": "actual",
        "value_min": low,
        "value_max": low,
        "qualifier": "exact",
        "value_text": "",
        "date_text": str(year),
        "date_start": pd.Timestamp(f"{year}-01-01"),
        "date_end": pd.Timestamp(f"{year}-12-31"),
        "date_kind": "year",
        "source_keys": "polyan2001",
        "status": "counted",
        "checked": "reproduced",
        "note": "",
        **more,
    }


@pytest.fixture
def table():
    """Build two groups, a plan, a range, a register in thousands, families and another republic."""
    rows = [
        brought("later", "chechens_and_ingush", "arrived", 406375, 1944, checked="unread"),
        brought("plan", "chechens_and_ingush", "deported", 400000, 1944, basis="plan"),
        brought("range", "germans", "arrived", 420000, 1942, value_max=462000, qualifier="range"),
        brought("first", "koreans", "arrived", 95256, 1937),
        brought("families", "koreans", "households_arrived", 20170, 1937, unit="households"),
        brought("uzbek", "koreans", "arrived", 76525, 1937, destination="uzbekistan"),
        brought("all", "all_special_settlers", "registered", 134.7, 1938, unit="thousand persons"),
        brought("register", "germans", "registered", 393537, 1949),
    ]
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


def links(figure):
    return [link.removeprefix("deportations/") for link in figure.layout.meta["table"]["links"]]


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def test_groups_stand_in_the_order_of_their_first_date(table):
    """Reading down is reading in time."""
    groups = list(dict.fromkeys(line[0] for line in rows_of(deportations(table))))

    assert ["Koreans", "Germans", "Chechens and Ingush"] == groups


def rows_of(figure):
    return figure.layout.meta["table"]["rows"]


def test_families_other_republics_and_the_whole_register_have_no_bar(table):
    """Only people brought to Kazakhstan by group are compared."""
    assert {"families", "uzbek", "all"}.isdisjoint(links(deportations(table)))


def test_a_plan_never_looks_like_what_happened(table):
    """The 400,000 of the plan have a pattern and a word of their own."""
    figure = deportations(table)

    assert (400000,) == tuple(trace(figure, "planned").x)
    assert "plan: deported" in [line[1] for line in rows_of(figure)]


def test_the_upper_part_of_a_range_begins_where_the_lower_ends(table):
    """420,000 to 462,000 is one bar of two parts."""
    part = trace(deportations(table), "up to")

    assert ((420000,), (42000,)) == (tuple(part.base), tuple(part.x))


def test_the_largest_is_never_a_plan(table):
    """The alt text names what happened."""
    alt = deportations(table).layout.meta["alt"]

    assert "the largest is Germans, arrived 1942" in alt


def test_a_measure_that_is_no_measure_is_refused(table):
    """The message tells which kinds of number there are."""
    with pytest.raises(ValueError, match="no measure 'sent'; choose from every, deported"):
        deportations(table, measure="sent")


def test_each_measure_of_the_book_has_numbers():
    """No state of the explorer is empty, and none says what another says."""
    rows = data.load("deportations")
    measures = ("every", "deported", "arrived", "settled", "registered")
    alts = {deportations(rows, measure=one).layout.meta["alt"] for one in measures}

    assert len(measures) == len(alts)
    assert not any("no such number" in alt for alt in alts)


@pytest.fixture
def camps():
    """Build two counts of Karlag, one of them under a second name."""
    row = {"camp_id": "karlag", "measure": "prisoners", "same_as": ""}
    base = brought("k49", "x", "prisoners", 65673, 1949) | row
    twin = brought("k49b", "x", "prisoners", 65673, 1949) | row | {"same_as": "k49"}
    return pd.DataFrame([base, twin]).astype({"value_min": "Float64", "value_max": "Float64"})


def test_the_register_is_drawn_in_persons(table, camps):
    """134.7 thousand is 134,700; the unit of the source is no part of the picture."""
    figure = special_settlers(table, camps, data.load("unit_conversions"))

    assert (134700,) == tuple(trace(figure, "all special settlers").y)


def test_no_line_joins_the_years_of_the_register(table, camps):
    """Between two numbers nothing is known."""
    figure = special_settlers(table, camps, data.load("unit_conversions"), beside="groups")

    assert all("lines" not in one.mode for one in figure.data)


def test_the_last_number_of_a_people_turns_away(table, camps):
    """On a phone four years are narrow: two numbers above their marks would run together."""
    later = pd.DataFrame([brought("later", "germans", "registered", 448626, 1953)])
    both = pd.concat([table, later], ignore_index=True)

    figure = special_settlers(both, camps, data.load("unit_conversions"), beside="groups")

    assert ("top center", "top right") == tuple(trace(figure, "Germans").textposition)


def test_a_count_under_two_names_is_one_mark(table, camps):
    """Karlag's maximum stands once beside the register."""
    figure = special_settlers(table, camps, data.load("unit_conversions"), beside="karlag")

    assert (65673,) == tuple(trace(figure, "prisoners of Karlag").y)


def test_what_stands_beside_changes_the_alt_text(table, camps):
    """Each state of the control can be told apart without seeing it."""
    factors = data.load("unit_conversions")
    alts = {
        special_settlers(table, camps, factors, beside=one).layout.meta["alt"]
        for one in ("nothing", "groups", "karlag")
    }

    assert 3 == len(alts)


def test_something_unknown_cannot_stand_beside(table, camps):
    """The message names what can."""
    with pytest.raises(ValueError, match="nothing called 'steplag'"):
        special_settlers(table, camps, data.load("unit_conversions"), beside="steplag")
