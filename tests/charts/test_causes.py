import json

import pandas as pd
import pytest

from helpers import data, theme
from helpers.charts._causes.causes import causes
from helpers.charts._causes.circumstances import LEVELS, main_chain, ordered
from helpers.charts._causes.looks import VOICES

HERE = {
    "Sentences": "long_term",
    "Hopes": "middle",
    "Thieves": "short_term",
    "Pact": "short_term",
    "Women": "blamed",
    "Rising": "rising",
}


def link(name, cause, effect, voice, kind="led_to", **more):
    return {
        "row": f"kengir_causes/{name}",
        "cause": cause,
        "cause_level": HERE[cause],
        "link": kind,
        "effect": effect,
        "effect_level": HERE[effect],
        "voice": voice,
        "who": "Somebody",
        "claim": f"Claim {name}",
        "source_keys": "formozov2012",
        "checked": "reproduced",
        **more,
    }


@pytest.fixture
def table():
    """Build a chain, a link of two voices, one held back, one denied."""
    return pd.DataFrame(
        [
            link("terms", "Sentences", "Hopes", "teaching_text"),
            link("hopes", "Hopes", "Rising", "teaching_text"),
            link("waited", "Hopes", "Rising", "prisoners", "held_back"),
            link("pact", "Thieves", "Pact", "historians"),
            link("pact-2", "Thieves", "Pact", "prisoners"),
            link("women", "Women", "Rising", "teaching_text"),
            link("not-women", "Women", "Rising", "prisoners", "denied"),
        ]
    )


def trace(figure, name):
    return next((one for one in figure.data if one.name == name), None)


def curves(one):
    """Split a trace into its curves: the rows, the first and the last height of each."""
    found, at = [], 0
    for place, height in enumerate(one.y):
        if height is None:
            found.append((one.customdata[at], one.y[at], one.y[place - 1]))
            at = place + 1
    return found


def furthest(one, row):
    """Find how far out the curve of a row runs."""
    at = one.customdata.index(f"kengir_causes/{row}")
    return max(one.x[at : at + 7])


def test_circumstances_stand_from_the_oldest_to_the_rising(table):
    """Levels come in their order; within a level the order of the rows holds."""
    assert list(HERE) == list(ordered(table))


def test_an_effect_stands_below_its_causes_within_a_level(table):
    """The pact comes below the transport even if a row names it first."""
    first = link("first", "Pact", "Rising", "prisoners")
    names = list(ordered(pd.concat([pd.DataFrame([first]), table], ignore_index=True)))

    assert names.index("Thieves") < names.index("Pact")


def test_every_curve_runs_down(table):
    """A curve leaves its cause and ends lower, at its effect; the axis runs from the top down."""
    figure = causes(table)
    drawn = [one for one in figure.data if one.type == "scatter" and one.mode == "lines"]
    ends = [end for one in drawn for end in curves(one)]

    assert 7 == len(ends)
    assert all(start < end for _, start, end in ends)
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1] == 0


def test_each_voice_draws_its_own_curve_of_a_link(table):
    """Two voices that say the same stand side by side: nobody's colour hides another's."""
    figure = causes(table)
    historians, prisoners = trace(figure, "historians"), trace(figure, "prisoners")

    assert ["kengir_causes/pact"] == [rows for rows, _, _ in curves(historians)]
    assert furthest(historians, "pact") < furthest(prisoners, "pact-2")


def test_curves_of_one_link_do_not_cross(table):
    """The one that runs outside leaves higher and arrives lower."""
    figure = causes(table)
    inner = curves(trace(figure, "historians"))[0]
    outer = next(one for one in curves(trace(figure, "prisoners")) if one[0].endswith("pact-2"))

    assert outer[1] < inner[1] < inner[2] < outer[2]


def test_what_is_denied_or_held_back_has_a_large_mark_in_the_middle_of_its_curve(table):
    """An arrow says 'led to' and nothing else; what is no cause can be seen among all curves."""
    figure = causes(table)
    led, held, denied = (
        trace(figure, name) for name in ("said to have led to", "said to have held back", "denied")
    )

    assert 3 == len({one.marker.symbol for one in (led, held, denied)})
    assert min(held.marker.size, denied.marker.size) > 1.5 * led.marker.size
    assert ("kengir_causes/not-women",) == denied.customdata
    assert denied.x[0] == furthest(trace(figure, "prisoners"), "not-women")


def test_the_legend_shows_marks_in_the_colour_of_no_voice(table):
    """A coloured arrow in the legend would look like that of one voice."""
    keys = [one for one in causes(table).data if list(one.x) == [None]]

    assert ["said to have led to", "said to have held back", "denied"] == [k.name for k in keys]
    assert {theme.INK} == {key.marker.line.color for key in keys}


def test_a_voice_is_drawn_alone_at_the_same_places(table):
    """Places do not move; what the voice does not name has no bar."""
    every, historians = causes(table), causes(table, voice="historians")
    alone = trace(historians, "historians")

    assert every.layout.yaxis.tickvals == historians.layout.yaxis.tickvals
    assert 2 == len(trace(historians, "circumstance named").y)
    assert trace(historians, "prisoners") is None
    assert (alone.x, alone.y) == (trace(every, "historians").x, trace(every, "historians").y)


def test_causes_can_be_chosen_by_what_is_said(table):
    """All that is denied, whoever denies it."""
    links = causes(table, said="denied").layout.meta["table"]["links"]

    assert ["kengir_causes/not-women"] == links


def test_the_page_knows_voice_and_kind_of_every_line(table):
    """The page hides what does not fit; the words are those of the controls."""
    facets = causes(table).layout.meta["filter"]["facets"]

    assert ["prisoners", "historians", "teaching texts"] == facets["voice"]["words"]
    assert ["said to have held back"] == facets["said"]["lines"][2]
    assert [7, 7] == [len(facet["lines"]) for facet in facets.values()]


def test_hover_names_who_says_it_and_where(table):
    """The mark at the end of a curve tells the claim, the speaker and the source."""
    hover = trace(causes(table), "denied").hovertext[0]

    assert "<b>Women</b><br>did not lead to<br><b>Rising</b>" in hover
    assert "prisoners, Somebody: Claim not-women" in hover
    assert "Formozov 2012; read as reproduced elsewhere" in hover


def test_alt_counts_and_tells_the_longest_chain_of_each_voice(table):
    """Denied and holding links are counted, but no part of a chain."""
    alt = causes(table).layout.meta["alt"]

    assert "6 of 6 circumstances and 6 links (4 led to, 1 held back, 1 did not lead to)" in alt
    assert "teaching texts (3 rows): Sentences → Hopes → Rising" in alt
    assert "prisoners (3 rows): Thieves → Pact" in alt


def test_a_voice_that_only_denies_has_no_chain(table):
    """'None' is said, no chain is invented."""
    denials = table[table["link"] != "led_to"]

    assert [] == main_chain(denials, ordered(table))


def test_causes_say_when_nothing_fits(table):
    """A choice without rows is a sentence."""
    figure = causes(table, voice="historians", said="denied")

    assert figure.layout.meta["alt"].endswith("the table holds no link for this choice.")
    assert any("No link in our sources" in note.text for note in figure.layout.annotations)


def test_table_lists_every_row_with_its_source(table):
    """A link of two voices is two lines of the table."""
    told = causes(table).layout.meta["table"]

    assert table["row"].tolist() == told["links"]
    assert "held back" == told["rows"][2][1]


@pytest.mark.parametrize(
    ("cause", "effect", "message"),
    [
        ("Rising", "Hopes", "backwards in time: Rising -> Hopes"),
        ("Pact", "Thieves", "in a circle: Thieves, Pact"),
    ],
)
def test_links_that_have_no_order_are_refused(table, cause, effect, message):
    """A link from the later to the earlier is an error of the table, not a curve upwards."""
    more = pd.DataFrame([link("wrong", cause, effect, "official")])

    with pytest.raises(ValueError, match=message):
        causes(pd.concat([table, more], ignore_index=True))


def test_a_circumstance_on_two_levels_is_refused(table):
    """The message names the row and both levels."""
    table.loc[1, "cause_level"] = "trigger"

    with pytest.raises(ValueError, match="hopes: 'Hopes' stands on middle and on trigger"):
        causes(table)


def test_causes_refuse_an_unknown_voice(table):
    """The message says which voices there are."""
    with pytest.raises(ValueError, match="choose from every, historians, prisoners"):
        causes(table, voice="guards")


@pytest.mark.parametrize("voice", ["every", *(words for words, _, _ in VOICES.values())])
def test_causes_draw_the_table_of_the_book(voice):
    """Every voice has links; every row drawn exists and stands in the table view."""
    table = data.load("kengir_causes")
    figure = causes(table, voice=voice)
    links = figure.layout.meta["table"]["links"]
    drawn = {
        row for one in figure.data for rows in one.customdata or [] for row in (rows or "").split()
    }

    assert drawn == set(links)
    assert set(table["cause_level"]) | set(table["effect_level"]) <= set(LEVELS)
    json.dumps(figure.to_plotly_json(), allow_nan=False)


def test_the_demeaning_explanation_stands_as_a_claim_and_is_denied():
    """It is the claim of those who made it, beside the prisoners' denial."""
    rows = data.load("kengir_causes")
    women = rows[rows["cause"] == "Attraction to women"]

    assert {"teaching_text", "official", "historians"} == set(
        women[women["link"] == "led_to"]["voice"]
    )
    assert {"prisoners"} == set(women[women["link"] == "denied"]["voice"])
