import pandas as pd
import pytest

from helpers import data
from helpers.charts._incentives.administrations import administrations
from helpers.charts._incentives.laws import laws
from helpers.charts._incentives.reach import reach
from helpers.charts._incentives.years import year


def act(name, kind, day, checked="reproduced", ended=None, **more):
    return {
        "row": f"laws/{name}",
        "row_id": name,
        "kind": kind,
        "title": f"Act {name}",
        "issuer": "NKVD",
        "what": "Does something.",
        "date_text": day,
        "date_start": pd.Timestamp(day),
        "date_end": pd.Timestamp(day),
        "date_kind": "day",
        "ended": pd.Timestamp(ended) if ended else pd.NaT,
        "ended_text": ended or "",
        "source_keys": "memorial_de",
        "checked": checked,
        "note": "",
        **more,
    }


@pytest.fixture
def table():
    """Build three acts, one not re-read, and two administrations, one without an end."""
    return pd.DataFrame(
        [
            act("late", "wages", "1950-03-13", "unread"),
            act("early", "camps", "1919-04-15"),
            act("food", "rations", "1939-08-14"),
            act("gulag", "organisation", "1930-04-25", ended="1960-12-31"),
            act("rails", "organisation", "1940-01-04"),
        ]
    )


def test_acts_stand_from_the_earliest_down(table):
    """The order is that of the days; administrations are another chart."""
    figure = laws(table)

    assert ["laws/early", "laws/food", "laws/late"] == figure.layout.meta["table"]["links"]
    assert figure.data[0].y[0] < figure.data[1].y[0] < figure.data[2].y[0]


def test_an_act_that_was_not_re_read_is_hollow(table):
    """Its mark and its legend say so."""
    (trace,) = [one for one in laws(table).data if one.name == "wages, not re-read"]

    assert trace.marker.symbol.endswith("-open")
    assert ("laws/late",) == trace.customdata


def test_a_kind_of_act_can_be_chosen(table):
    """Labour, rations and wages are drawn together, and the alt text names the choice."""
    figure = laws(table, kind="labour, rations and wages")

    assert ["laws/food", "laws/late"] == figure.layout.meta["table"]["links"]
    assert "of the kind 'labour, rations and wages'" in figure.layout.meta["alt"]


@pytest.mark.parametrize(
    ("kind", "message"), [("decrees", "no kind of act 'decrees'"), ("labour law", "has no act")]
)
def test_a_kind_without_acts_is_refused(table, kind, message):
    """The message names what there is."""
    with pytest.raises(ValueError, match=message):
        laws(table, kind=kind)


def test_a_year_is_a_number():
    """The first of July lies in the middle of the year."""
    assert 1929.5 == year(pd.Timestamp("1929-07-02"))


def test_an_administration_is_a_bar_from_its_founding_to_its_end(table):
    """The bar begins at the founding and is as long as the administration lived."""
    bar = administrations(table).data[0]

    assert (1930.31,) == bar.base
    assert 1960.99 == pytest.approx(bar.base[0] + bar.x[0], abs=0.02)


def test_an_end_that_was_not_read_is_an_arrow(table):
    """No length is given where no end is known."""
    figure = administrations(table)

    assert "founding; end not read" == figure.data[1].name
    assert "end not read" in figure.layout.meta["alt"]
    assert "not read" == figure.layout.meta["table"]["rows"][1][2]


def test_administrations_need_rows(table):
    """A table of acts only cannot be drawn as administrations."""
    with pytest.raises(ValueError, match="no row of the kind 'organisation'"):
        administrations(table[table["kind"] != "organisation"])


def test_the_reach_is_drawn_with_its_kind_of_number():
    """At the end of 1950 credits reached at least 27 per cent; the arrow points upwards."""
    figure = reach(data.load("incentives"))
    arrow = next(one for one in figure.data if one.name == "at least this number")

    assert "incentives/credits-1950-share" in arrow.customdata
    assert "at least 27 (Share of prisoners in camps with credits" in figure.layout.meta["alt"]


def test_the_reported_rise_is_a_range():
    """Twenty to thirty per cent are two ends and not their middle."""
    figure = reach(data.load("incentives"), measure="output")

    assert (20, 30) == tuple(x for x in figure.data[0].x if x is not None)


def test_those_below_the_norm_stand_beside_those_with_credits():
    """In 1952 a third of the prisoners did not reach their norms; the label says who is counted."""
    figure = reach(data.load("incentives"))
    words = [label.replace("<br>", " ") for label in figure.layout.yaxis.ticktext]

    assert "below the norm, USSR Gulag, 1952" in words
    assert "32 (Prisoners who did not fulfil their norms" in figure.layout.meta["alt"]


def test_an_unknown_measure_is_refused():
    """The message names the measures that can be shown."""
    with pytest.raises(ValueError, match="choose from prisoners, output, norms"):
        reach(data.load("incentives"), measure="profit")
