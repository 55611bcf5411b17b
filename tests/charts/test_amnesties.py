import json

import pandas as pd
import pytest

from helpers import data
from helpers.charts import amnesties


def number(name, value, act="amnesty_1953_03_27", **more):
    return {
        "row": f"amnesties/{name}",
        "act": act,
        "scope": "ussr",
        "category": "total",
        "measure": "released",
        "unit": "persons",
        "basis": "actual",
        "value_min": value,
        "value_max": value,
        "qualifier": "exact",
        "value_text": "",
        "date_text": "1953",
        "source_keys": "kuznetsov_tsena",
        "status": "reported",
        "checked": "reproduced",
        "note": "",
        **more,
    }


@pytest.fixture
def table():
    """Build two rival numbers, a plan, an older amnesty and a share that is no number of people."""
    rows = [
        number("small", 1_200_000),
        number("large", 1_500_000, status="estimated"),
        number(
            "plan", 1_700_000, "plan_autumn_1953", category="special_settlers",
            basis="plan", status="prescribed",
        ),
        number("old", 620_000, "amnesty_1945_07_07", checked="unread", qualifier="about"),
        number("share", 53.8, measure="share_of_prisoners", unit="percent"),
    ]  # fmt: skip
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


def links(figure):
    return figure.layout.meta["table"]["links"]


def test_rival_numbers_stand_below_one_another(table):
    """Acts follow time, numbers of one act their size; nothing is added up."""
    names = ["old", "large", "small", "plan"]

    assert [f"amnesties/{name}" for name in names] == links(amnesties(table))
    assert "not to be added up" in amnesties(table).layout.meta["alt"]


def test_different_things_are_not_called_rivals(table):
    """The alt text joins rival numbers with "or" and names people refused apart from them."""
    act = "rehabilitation_1954_1961"
    more = [
        number("yes", 700, act, measure="rehabilitated"),
        number("no", 200, act, measure="refused"),
    ]
    rows = pd.concat([table, pd.DataFrame(more).astype({"value_min": "Float64"})])
    alt = amnesties(rows, which="rehabilitation").layout.meta["alt"]

    assert "people rehabilitated" in alt
    assert "1954–1961: 700 rehabilitated, 200 refused." in alt
    assert "1,500,000 or 1,200,000 released" in amnesties(table).layout.meta["alt"]
    assert "about 620,000 released." in amnesties(table).layout.meta["alt"]


def test_a_plan_is_not_drawn_as_people_freed(table):
    """What was planned has a pattern and a word of its own and stays out of the alt text."""
    figure = amnesties(table, which="1953")
    plan = next(trace for trace in figure.data if trace.name == "prescribed")

    assert ("amnesties/plan",) == plan.customdata
    assert "(plan)" in json.dumps(figure.layout.meta["table"]["rows"])
    assert "1,700,000" not in figure.layout.meta["alt"]


def test_a_number_known_from_the_literature_is_hollow(table):
    """Not re-read is told apart by the mark and by the word."""
    trace = next(one for one in amnesties(table).data if one.name == "reported, not re-read")

    assert ("amnesties/old",) == trace.customdata


def test_a_share_is_no_bar_of_people(table):
    """Per cent and persons never share an axis."""
    assert "amnesties/share" not in links(amnesties(table))


def test_an_unknown_choice_names_those_that_exist(table):
    """The message helps whoever writes a chapter."""
    with pytest.raises(ValueError, match="choose from every, war"):
        amnesties(table, which="1939")


def test_a_choice_without_a_number_is_refused(table):
    """No empty chart for a republic that the table does not know."""
    with pytest.raises(ValueError, match="no number of people freed for 'kazakhstan'"):
        amnesties(table, which="kazakhstan")


@pytest.mark.parametrize(
    "which", ["every", "war", "1953", "1954-1956", "rehabilitation", "kazakhstan"]
)
def test_every_row_of_the_book_has_one_bar(which):
    """Each line of the table view has its bar, with its row."""
    figure = amnesties(data.load("amnesties"), which=which)
    drawn = [row for trace in figure.data for row in trace.customdata or ()]

    assert sorted(links(figure)) == sorted(drawn)
