import pandas as pd
import pytest

from helpers import data
from helpers.charts._rations.order import rank
from helpers.charts._rations.ration_parts import ration_parts
from helpers.charts._rations.rations import rations


def amount(ration, product, grams, **more):
    return {
        "row": f"rations/{ration}-{product.replace(' ', '-')}",
        "order_id": "order-1939",
        "order_title": "an order",
        "ration_id": ration,
        "ration": ration.capitalize(),
        "ration_group": "norm by fulfilment",
        "fulfilment": "",
        "product": product,
        "measure": "ration",
        "value_min": grams,
        "value_max": grams,
        "qualifier": "exact",
        "value_text": "",
        "date_text": "1939",
        "date_start": pd.Timestamp("1939-01-01"),
        "date_end": pd.Timestamp("1939-12-31"),
        "source_keys": "kokurin_petrov2000",
        "status": "prescribed",
        "checked": "reproduced",
        "note": "",
        **more,
    }


def frame(*rows):
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


@pytest.fixture
def table():
    """Build a norm, a penalty, a supplement, an unread norm of 1948 and a memory with a range."""
    later = {"date_start": pd.Timestamp("1948-01-01"), "order_id": "order-1948"}
    return frame(
        amount("full", "rye bread", 1200, fulfilment="norm fulfilled"),
        amount("penalty", "rye bread", 400, ration_group="penalty", fulfilment="penalty"),
        amount("extra", "meat", 50, ration_group="supplement", fulfilment="above the norm"),
        amount("basic", "bread", 700, checked="unread", date_text="1948", **later),
        amount("told", "bread", 750, value_max=1000, qualifier="range", status="estimated"),
        amount("words", "bread", None, qualifier="words", value_text="some"),
    )


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def labels(figure):
    return list(figure.data[-1].text)


def test_bars_begin_at_zero_and_end_at_the_amount(table):
    """The axis begins at zero; the words at the bar give the amount with its unit."""
    figure = rations(table)
    bar = trace(figure, "norm")

    assert 0 == figure.layout.xaxis.range[0]
    assert [1200] == list(bar.x)
    assert bar.base is None
    assert ["1,200 g"] == list(bar.text)


def test_rations_stand_in_the_order_of_the_work_done(table):
    """Orders come by date, rations of an order from the least fulfilment to the most."""
    assert [
        "<b>An order (1939)</b>",
        "Penalty",
        "Full",
        "Told",
        "<b>An order (1948)</b>",
        "Basic",
    ] == labels(rations(table))


def test_an_unread_norm_is_drawn_hollow(table):
    """Its fill is the paper, and the legend says so."""
    bar = trace(rations(table), "norm, not re-read")

    assert "#ffffff" == bar.marker.color
    assert ["rations/basic-bread"] == list(bar.customdata)


def test_a_range_has_a_second_part(table):
    """From 750 to 1,000 g the bar is hatched, and both parts name the row."""
    figure = rations(table)
    rest = trace(figure, "as told in memoirs, up to")

    assert ([750], [250], ["750–1,000 g"]) == (list(rest.base), list(rest.x), list(rest.text))
    assert rest.customdata == trace(figure, "as told in memoirs").customdata


def test_penalties_and_additions_differ_by_more_than_colour(table):
    """Each kind has a pattern of its own."""
    penalty = trace(rations(table), "penalty ration")
    addition = trace(rations(table, product="meat"), "addition to a norm")

    assert penalty.marker.pattern.shape != addition.marker.pattern.shape


def test_a_ration_that_does_not_name_the_food_has_no_bar(table):
    """Bread is known of four rations; the supplement of meat is none of them."""
    figure = rations(table)

    assert "Extra" not in labels(figure)
    assert 4 == len(figure.layout.meta["table"]["rows"])
    assert all(link.startswith("rations/") for link in figure.layout.meta["table"]["links"])


def test_alt_text_names_the_most_and_the_least(table):
    """The extremes are computed from the rows."""
    alt = rations(table).layout.meta["alt"]

    assert "The most is 1,200 g (Full, 1939)" in alt
    assert "the least is 400 g (Penalty, 1939)" in alt


def test_a_choice_without_rows_says_so(table):
    """The order has no addition of bread: an empty chart with words, no error."""
    figure = rations(table, kind="addition")

    assert "no bread is named in such a ration" == figure.layout.annotations[0].text
    assert "no such ration names it" in figure.layout.meta["alt"]


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"product": "caviar"}, "no ration holds 'caviar'; the table has bread, meat, rye bread"),
        ({"order": "x"}, "no order 'x'; the table has order-1939, order-1948"),
        ({"kind": "x"}, "no kind of ration 'x'; choose from every, norm"),
    ],
)
def test_unknown_choices_are_named(table, choice, message):
    """The message says what was given and what exists."""
    with pytest.raises(ValueError, match=message):
        rations(table, **choice)


def test_fulfilment_is_put_in_order():
    """Words and percentages of different sources form one order."""
    words = ["penalty", "under 50 percent", "50 percent", "75 percent", "norm fulfilled"]
    shuffled = words[::-1]

    assert words == sorted(shuffled, key=lambda word: rank(word, "norm by fulfilment"))
    assert rank("", "supplement") > rank("above the norm", "supplement")


def test_two_rations_stand_side_by_side(table):
    """Where one ration does not name a product, its place says so."""
    figure = ration_parts(table, ration="full", beside="extra")

    assert [[1200], [50]] == [list(bar.x) for bar in figure.data[:2]]
    assert ["not listed", "not listed"] == [
        words.text for words in figure.layout.annotations if words.name != "sources"
    ]
    assert ["rye bread", "meat"] == labels(figure)


def test_rival_lists_are_told_apart_in_the_alt_text():
    """The alt text names the product in which two lists differ most."""
    table = frame(
        amount("transcript", "meat", 50),
        amount("transcript", "fish", 34),
        amount("museum", "meat", 150),
        amount("museum", "fish", 34),
    )
    alt = ration_parts(table, ration="transcript", beside="museum").layout.meta["alt"]

    assert "They differ most in meat: 50 g against 150 g." in alt


def test_a_ration_without_amounts_is_an_error(table):
    """Words are no amount."""
    with pytest.raises(ValueError, match="no amounts for ration 'words'; the table has full"):
        ration_parts(table, ration="words")


def test_rations_draw_the_table_of_the_book():
    """Bread in 1939 goes from 400 g to 1,200 g; every mark names a row that exists."""
    table = data.load("rations")
    figure = rations(table)
    meat = rations(table, product="meat", order="nkvd-00943-1939")
    parts = ration_parts(table, ration="nkvd-00943-1939-norm-2")
    marks = [row for bar in figure.data[:-1] for row in bar.customdata]

    assert set(marks) <= set(table["row"])
    assert len(set(marks)) == len(figure.layout.meta["table"]["rows"])
    assert "kokurin_petrov2000" in figure.layout.meta["sources"]
    assert "The most is 1,200 g" in figure.layout.meta["alt"]
    assert {50, 150} <= set(trace(meat, "addition to a norm").x)
    assert 14 == len(parts.layout.meta["table"]["rows"])
