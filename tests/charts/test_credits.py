import pandas as pd
import pytest

from helpers import data
from helpers.charts._credits.credits import credits
from helpers.charts._credits.credits_history import credits_history

FIVE, LATE = "1931–1932", "December 1948–July 1954"


def rule(name, counted, band, regime="ordinary camps", period=FIVE, **more):
    return {
        "row": f"incentives/{name}",
        "incentive": f"Rule {name}",
        "measure": "credit_rate" if counted else "rule",
        "regime": regime,
        "period": period,
        "band": band,
        "counted": counted,
        "date_text": "1931-01",
        "date_kind": "month",
        "date_start": pd.Timestamp("1931-01-01"),
        "source_keys": "ertz2005",
        "status": "prescribed",
        "checked": "reproduced",
        **more,
    }


@pytest.fixture
def table():
    """Build two rates, an upper limit, a rule without rate and a ban."""
    special = {"regime": "special camps", "period": LATE}
    return pd.DataFrame(
        [
            rule("first", "4/3", "first category of work"),
            rule("unread", "5/4", "second category of work", checked="unread"),
            rule("limit", "3/1", "121 percent and more", measure="credit_rate_maximum"),
            rule("decree", "", "100–105 percent;106–110 percent"),
            rule("ban", "1/1", "whatever the output", **special),
        ]
    )


def draw(table, regime="ordinary camps", period=FIVE, **more):
    return credits(table, regime=regime, period=period, **more)


def trace(figure, start):
    return next(one for one in figure.data if (one.name or "").startswith(start))


def test_a_line_runs_through_the_time_served_at_each_sentence(table):
    """At four for three, twenty years last fifteen; each mark leads to the row of the rate."""
    line = trace(draw(table), "4 for 3")

    assert 15 == line.y[line.x.index(20)]
    assert {"incentives/first"} == set(line.customdata)
    assert "sentence of 10 years:<br><b>7 years 6 months</b>" in line.hovertext[4]


def test_an_upper_limit_is_time_served_at_least(table):
    """A greatest rate is dashed and its time is the least, in words as well."""
    figure = draw(table)
    line = trace(figure, "at most 3 for 1")

    assert "dash" == line.line.dash
    assert "at least 5" in line.text
    assert "ten years last at least 3.33" in figure.layout.meta["alt"]


def test_a_rate_that_was_not_re_read_is_hollow(table):
    """Readers see which rates nobody has checked."""
    line = trace(draw(table), "5 for 4")

    assert line.marker.symbol.endswith("-open-dot")
    assert line.name.replace("<br>", " ").endswith("not re-read")


def test_a_rule_without_a_rate_is_written_out(table):
    """Bands that the decree names without a rate stand as words, linked to the decree."""
    figure = draw(table)
    words = figure.data[-1]

    assert "text" == words.mode
    said = words.text[0].replace("<br>", " ")
    assert "Act of January 1931: rates at 100–105, 106–110 not known" == said
    assert ("incentives/decree",) == words.customdata


def test_an_act_of_a_teaching_text_is_named_as_such(table):
    """A decree that only a dissertation abstract names does not pass for one that was read."""
    figure = draw(table.assign(checked="teaching_text"))

    assert "not known (teaching text)" in figure.data[-1].text[0].replace("<br>", " ")
    assert "an act of January 1931" in figure.layout.meta["alt"]


def test_where_nothing_is_known_the_chart_says_so(table):
    """Another place and period have words in place of a line, and other words each."""
    early, late = draw(table, period="from 1959"), draw(table, period="1919–1923")

    assert "Not known" in early.layout.annotations[0].text
    assert early.layout.meta["alt"] != late.layout.meta["alt"]
    assert [] == early.layout.meta["table"]["rows"]


def test_no_band_lies_between_two_bands(table):
    """A band that no rule names keeps no line; a ban holds for every band."""
    filtered = draw(table, band="115 percent")
    banned = draw(table, "special camps", LATE, band="115 percent")

    assert [] == filtered.layout.meta["table"]["rows"]
    assert "for the band '115 percent'" in filtered.layout.meta["alt"]
    assert 10 == trace(banned, "no credit").y[4]


def test_the_reader_can_choose_every_band_in_every_state(table):
    """A band that a rule does not name can be asked for; the answer is 'not known'."""
    facet = draw(table).layout.meta["filter"]["facets"]["band"]

    assert 12 == len(facet["words"])
    assert ["100–105 percent", "106–110 percent"] == facet["lines"][-1]


def test_the_history_has_a_field_for_each_place_and_period_with_a_rule(table):
    """Rates, bans and limits differ in look; what has no rule stays empty."""
    figure = credits_history(table)

    assert 2 == len(figure.layout.meta["table"]["rows"])
    assert ["credits, rate known", "no credits"] == [one.name for one in figure.data if one.name]
    words = [word for one in figure.data if one.type == "scatter" for word in one.text]
    assert ["<b>4:3<br>5:4</b>", "<b>none</b>"] == words


def test_the_history_says_that_a_rule_without_a_rate_followed_a_ban(table):
    """A question mark stands for credits at a rate that is not known."""
    back = rule("back", "", "no band named", regime="special camps", period=LATE)
    figure = credits_history(pd.concat([table, pd.DataFrame([back])], ignore_index=True))

    assert "<b>none, ?</b>" in [
        word for one in figure.data if one.type == "scatter" for word in one.text
    ]


def test_an_upper_limit_in_the_history_is_that_of_its_row(table):
    """Where only a limit is known the field names it, with a sign that it is one."""
    figure = credits_history(table[table["counted"].isin(["3/1"])].assign(counted="5/2"))

    assert ["<b>≤ 5:2</b>"] == [
        word for one in figure.data if one.type == "scatter" for word in one.text
    ]


def test_every_rate_of_the_book_stands_in_the_history():
    """No rate row of the table is left out of the timeline."""
    table = data.load("incentives")
    links = " ".join(credits_history(table).layout.meta["table"]["links"]).split()
    rates = table[table["measure"].str.startswith("credit_rate")]["row"]

    assert set() == set(rates) - set(links)


def test_before_1948_there_were_no_special_camps(table):
    """That there was no such place is known, and is said in place of "not known"."""
    figure = draw(table, "special camps", "1924–1930")

    assert "There were no special camps before 1948" in figure.layout.meta["alt"]
    assert figure.layout.annotations[0].text == figure.layout.meta["filter"]["empty"]
