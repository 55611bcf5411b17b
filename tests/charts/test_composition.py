import pandas as pd
import pytest

from helpers import data, theme
from helpers.charts._composition.composition import composition


def row(name, category, persons, date="1954-06-10", table="camp_composition", **more):
    return {
        "row": f"{table}/{name}",
        "row_id": name,
        "camp_id": "steplag",
        "dimension": "sex",
        "category": category,
        "measure": "prisoners",
        "unit": "persons",
        "basis": "actual",
        "value_min": persons,
        "value_max": persons,
        "qualifier": "exact",
        "value_text": "",
        "date_text": date,
        "date_start": date,
        "date_end": date,
        "same_as": "",
        "source_keys": "ruwiki_steplag",
        "status": "counted",
        "checked": "second_hand",
        **more,
    }


def table_of(*rows):
    table = pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})
    days = {name: pd.to_datetime(table[name]) for name in ("date_start", "date_end")}
    return table.assign(**days)


def drawn(figure):
    """List the bars from the top down: label, length, words beside it, link."""
    labels = dict(zip(figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext, strict=True))
    bars = [
        (place, labels[place].replace("<br>", " "), length, text, link)
        for trace in figure.data
        for place, length, text, link in zip(
            trace.y, trace.x, trace.text, trace.customdata, strict=True
        )
    ]
    return [bar[1:] for bar in sorted(bars)]


@pytest.fixture
def table():
    """Build women of a day, the whole of that day, and men and women of an earlier day."""
    return table_of(
        row("women", "women", 300),
        row("all", "all prisoners", 1000, dimension="total"),
        row("women-1953", "women", 400, date="1953-01-01", source_keys="ukwiki_steplag"),
        row("men-1953", "men", 600, date="1953-01-01", source_keys="ukwiki_steplag"),
    )


def test_composition_shows_what_the_parts_leave(table):
    """The whole stands on top; what the table does not name is hatched and computed."""
    figure = composition(table, camp="steplag", dimension="sex", date="1954-06-10")

    assert [
        ("all prisoners", 1000, "1,000", "camp_composition/all"),
        ("women", 300, "300", "camp_composition/women"),
        ("not in the table", 700, "700", "camp_composition/all camp_composition/women"),
    ] == drawn(figure)
    assert figure.data[-1].marker.pattern.shape
    assert "computed" == figure.layout.meta["table"]["rows"][-1][5]


def test_composition_begins_at_zero(table):
    """Bars start at zero and have room for their numbers."""
    axis = composition(table, camp="steplag", dimension="sex").layout.xaxis

    assert 0 == axis.range[0]
    assert 1000 < axis.range[1]


def test_composition_draws_rival_dates_side_by_side(table):
    """Numbers of one group under two dates stand together, with date and source."""
    labels = [label for label, *_ in drawn(composition(table, camp="steplag", dimension="sex"))]

    assert [
        "all prisoners 1954-06-10",
        "men 1953-01-01",
        "women 1953-01-01, Wikipedia uk, Steplag",
        "women 1954-06-10, Wikipedia ru, Steplag",
        "not in the table 1954-06-10",
    ] == labels


def test_composition_takes_wholes_from_the_population(table):
    """A count of the same day in the second table serves as whole; a yearly maximum does not."""
    totals = table_of(
        row("day", "", 1200, date="1953-01-01", table="camp_population"),
        row("year", "", 9000, date="1953-01-01", table="camp_population"),
    ).assign(count_kind=["count", "year_maximum"])
    figure = composition(table, totals, camp="steplag", dimension="sex", date="1953-01-01")

    assert ("all prisoners", 1200, "1,200", "camp_population/day") == drawn(figure)[0]
    assert 200 == drawn(figure)[-1][1]


def test_composition_gives_the_share_in_words_only(table):
    """Per cent stand in hover text and table, never on the axis of persons."""
    figure = composition(table, camp="steplag", dimension="sex", date="1954-06-10")
    hovers = [text for trace in figure.data for text in trace.hovertext]

    assert [None, 30, 70] == [line[4] for line in figure.layout.meta["table"]["rows"]]
    assert any("30.0 per cent of 1,000 (computed)" in text for text in hovers)


def test_composition_draws_a_repeated_row_once():
    """A row that repeats another one is left out; alone on its date it is drawn."""
    table = table_of(
        row("first", "Latvians", 10),
        row("again", "Latvians", 10, date="1954-06-01", same_as="first"),
    )
    both = composition(table, camp="steplag", dimension="sex")
    alone = composition(table, camp="steplag", dimension="sex", date="1954-06-01")

    assert ["camp_composition/first"] == [link for *_, link in drawn(both)]
    assert ["camp_composition/again"] == [link for *_, link in drawn(alone)]


def test_composition_gathers_the_smallest_of_many_groups():
    """Of more than fifteen groups the smallest are summed up, the table's own others with them."""
    rows = [row(f"n{at}", f"nation {at}", 100 - at) for at in range(17)]
    table = table_of(*rows, row("others", "others", 900))
    figure = composition(table, camp="steplag", dimension="sex")
    label, length, text, links = drawn(figure)[-1]

    assert 15 == len(drawn(figure))
    assert ("others (3 groups and those not named)", 900 + 86 + 85 + 84) == (label, length)
    assert 4 == len(links.split())
    assert "1,155" == text


def test_composition_gives_every_group_a_bar_when_asked():
    """All thirty-four nationalities stand one below the other, down to the two Mongols."""
    every = composition(
        data.load("camp_composition"),
        camp="steplag",
        dimension="nationality",
        date="1954-06-10",
        every=True,
    )
    bars = drawn(every)

    assert 1 + 34 == len(bars)
    assert ("Mongols", 2) in [bar[:2] for bar in bars]
    assert every.layout.meta["alt"].endswith("Of 20,698 (1954-06-10) the parts add up to it.")


def test_composition_computes_nothing_from_parts_that_exceed_the_whole():
    """Parts that are more than the whole leave no rest and no share; the alt text says so."""
    table = table_of(row("a", "men", 800), row("all", "all prisoners", 500, dimension="total"))
    figure = composition(table, camp="steplag", dimension="sex")

    assert ["all prisoners", "men"] == [label for label, *_ in drawn(figure)]
    assert [None, None] == [line[4] for line in figure.layout.meta["table"]["rows"]]
    assert "Of 500 (1954-06-10) the parts add up to 300 more." in figure.layout.meta["alt"]


def test_composition_keeps_claims_and_unread_numbers_apart():
    """A claim, a count and a number that was not re-read look different and are in the legend."""
    table = table_of(
        row("a", "men", 8),
        row("b", "women", 7, status="claimed"),
        row("c", "children", 6, checked="unread"),
    )
    figure = composition(table, camp="steplag", dimension="sex")
    looks = {trace.name: trace.marker for trace in figure.data}

    assert {"counted", "claimed", "counted, not re-read"} == set(looks)
    assert theme.PAPER == looks["counted, not re-read"].color
    assert looks["claimed"].pattern.shape


def test_composition_does_not_mix_units():
    """A share has an axis of its own, from zero to a hundred."""
    table = table_of(row("a", "women", 300), row("b", "women", 30, unit="percent", measure="share"))
    persons = composition(table, camp="steplag", dimension="sex")
    percent = composition(table, camp="steplag", dimension="sex", unit="percent")

    assert ["300"] == [text for _, _, text, _ in drawn(persons)]
    assert ["30"] == [text for _, _, text, _ in drawn(percent)]
    assert 100 <= percent.layout.xaxis.range[1]


def test_composition_finds_the_number_that_has_two_dates():
    """The same number under two dates is named in the alt text."""
    table = table_of(row("a", "women", 20572), row("b", "women", 20572, date="1944-01-01"))
    alt = composition(table, camp="steplag", dimension="sex").layout.meta["alt"]

    assert "The same number, 20,572 women, is given for 1944-01-01 and for 1954-06-10." in alt


def test_composition_keeps_the_order_of_sentences():
    """Sentences stand in the order of the table, not by size."""
    rows = [row("a", "over 20 years", 5), row("b", "10 to 15 years", 9)]
    table = table_of(*rows).assign(dimension="sentence")
    labels = [
        label for label, *_ in drawn(composition(table, camp="steplag", dimension="sentence"))
    ]

    assert ["over 20 years", "10 to 15 years"] == labels


def test_composition_says_when_a_choice_selects_nothing(table):
    """A dimension that another camp has leaves a sentence, not an error."""
    other = row("x", "1,000", 5, camp_id="karlag", dimension="children")
    both = pd.concat([table, table_of(other)], ignore_index=True)
    figure = composition(both, camp="steplag", dimension="children")

    assert 0 == len(figure.data)
    assert "The table holds no such number" in [note.text for note in figure.layout.annotations]
    assert figure.layout.meta["alt"].endswith("the table holds no such number.")


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (
            {"camp": "karlga", "dimension": "sex"},
            "no camp_id 'karlga' in the table; it has steplag",
        ),
        ({"camp": "steplag", "dimension": "age"}, "no dimension 'age' in the table; it has sex"),
        ({"camp": "steplag", "dimension": "sex", "date": "1900"}, "no date_text '1900'"),
        ({"camp": "steplag", "dimension": "sex", "unit": "tons"}, "no unit 'tons'"),
    ],
)
def test_composition_names_what_exists(choice, message, table):
    """A value that the table does not know at all is refused with those that it knows."""
    with pytest.raises(ValueError, match=message):
        composition(table, **choice)


@pytest.fixture(scope="module")
def real():
    """Load the tables of the book."""
    return data.load("camp_composition"), data.load("camp_population")


def test_composition_of_every_camp_stands_on_real_rows(real):
    """Every dimension of every camp is drawn with sources, alt text, table and known rows."""
    known = {*real[0]["row"], *real[1]["row"]}
    for (camp, dimension, unit), rows in real[0].groupby(["camp_id", "dimension", "unit"]):
        figure = composition(*real, camp=camp, dimension=dimension, unit=unit)
        meta = figure.layout.meta

        assert {link for *_, links in drawn(figure) for link in links.split()} <= known
        assert len(drawn(figure)) == len(meta["table"]["rows"]) > 0
        assert set(meta["sources"]) & set(";".join(rows["source_keys"]).split(";"))
        assert dimension in meta["alt"]
        assert "NaN" not in figure.to_json()


def test_composition_of_steplag_gives_the_remainders(real):
    """On 10 June 1954 the nationalities add up, sentences and offences do not."""
    alts = {
        dimension: composition(
            real[0], camp="steplag", dimension=dimension, date="1954-06-10"
        ).layout.meta["alt"]
        for dimension in ("nationality", "sentence", "offence")
    }

    assert alts["nationality"].endswith("Of 20,698 (1954-06-10) the parts add up to it.")
    assert alts["sentence"].endswith("the parts leave 429.")
    assert alts["offence"].endswith("the parts leave 239.")


def test_composition_of_karlag_shows_both_dates_of_its_women(real):
    """The number of women stands beside the whole of April 1942 and of January 1944."""
    figure = composition(*real, camp="karlag", dimension="sex")
    texts = [(label, text) for label, _, text, _ in drawn(figure)]

    assert ("all prisoners 1942-04", "41,019") in texts
    assert {"50,080", "50,425"} <= {text for words, text in texts if "1944-01-01" in words}
    assert 2 == sum(text == "20,572" for _, text in texts)
