import pandas as pd
import pytest

from helpers import data
from helpers.charts._rations.ration_energy import ration_energy

FOODS = ("rye bread", "groats", "fish", "vegetables")


def amount(ration, product, grams, **more):
    return {
        "row": f"rations/{ration}-{product.replace(' ', '-')}",
        "order_id": "order",
        "order_title": "Order of 1939",
        "ration_id": ration,
        "ration": ration.capitalize(),
        "ration_group": "basic",
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


@pytest.fixture
def factors():
    """Give every food 1 to 3 kcal per g, bread exactly 2."""
    ends = [("low", 1.0), ("high", 3.0)]
    rows = [(food, use, value) for food in FOODS[1:] for use, value in ends]
    return pd.DataFrame(
        {
            "row": f"food_energy/{food.replace(' ', '-')}-{use}",
            "product": food,
            "food": use,
            "use": use,
            "measure": "energy_density",
            "value_min": value,
            "source_keys": "usda_sr28",
        }
        for food, use, value in [("rye bread", "main", 2.0), *rows]
    ).astype({"value_min": "Float64"})


@pytest.fixture
def table():
    """Build a whole ration with salt, one of which only bread is known, and a stated energy."""
    whole = [
        amount("whole", food, grams) for food, grams in zip(FOODS, (600, 50, 50, 50), strict=True)
    ]
    stated = amount("whole", "all items", 1700, measure="energy", status="estimated")
    rows = [*whole, amount("whole", "salt", 20), amount("part", "rye bread", 500), stated]
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def test_bread_and_other_food_add_up(table, factors):
    """The bread part begins at zero, the rest where it ends; the line at the end is the doubt."""
    figure = ration_energy(table, factors)
    bread, rest = trace(figure, "computed: bread"), trace(figure, "computed: other food")

    assert ([0], [1200]) == (list(bread.base), list(bread.x))
    assert ([1200], [300]) == (list(rest.base), list(rest.x))
    assert ((150,), (150,)) == (rest.error_x.array, rest.error_x.arrayminus)
    assert 0 == figure.layout.xaxis.range[0]


def test_a_ration_known_in_part_is_not_drawn(table, factors):
    """A bar of bread alone would look like a starvation ration; it is left out."""
    rows = ration_energy(table, factors).layout.meta["table"]["rows"]

    assert ["Whole", "Whole"] == [row[1] for row in rows]


def test_products_without_a_factor_are_named(table, factors):
    """The table and the hover say that salt was not counted, and that the number is computed."""
    figure = ration_energy(table, factors)
    line = figure.layout.meta["table"]["rows"][0]

    assert "salt 20 g" in line
    assert "computed" in line
    assert "not counted: salt 20 g" in trace(figure, "computed: other food").hovertext[0]


def test_what_a_source_states_has_a_mark_of_its_own(table, factors):
    """A stated energy is a star, as estimates are, on its own line."""
    stated = trace(ration_energy(table, factors), "stated by a source")

    assert ([1700], "star") == (list(stated.x), stated.marker.symbol)
    assert ["rations/whole-all-items"] == list(stated.customdata)


def test_an_unread_list_is_drawn_hollow(table, factors):
    """One amount that was not re-read makes the sum one that was not."""
    table.loc[0, "checked"] = "unread"
    figure = ration_energy(table, factors)

    assert "#ffffff" == trace(figure, "computed: bread, not re-read").marker.color


def test_an_order_without_a_whole_list_says_so(table, factors):
    """Bread alone gives an empty chart with words."""
    figure = ration_energy(table[table["ration_id"] == "part"], factors)

    assert "no whole ration is known" == figure.layout.annotations[0].text
    assert "none stated by a source" in figure.layout.meta["alt"]


def test_an_unknown_order_is_named(table, factors):
    """The message says what exists."""
    with pytest.raises(ValueError, match="no order 'x'; the table has order"):
        ration_energy(table, factors, order="x")


def test_ration_energy_draws_the_tables_of_the_book():
    """Penalty rations gave about 1,100 kcal, the full norm of 1939 about 3,600."""
    rations, factors = data.load("rations"), data.load("food_energy")
    figure = ration_energy(rations, factors)
    known = set(rations["row"]) | set(factors["row"])
    marks = [link for bar in figure.data[:-1] for row in bar.customdata for link in row.split()]
    links = " ".join(figure.layout.meta["table"]["links"]).split()

    assert set(marks) | set(links) <= known
    assert "about 3,620 (Norm 2: quota fulfilled" in figure.layout.meta["alt"]
    assert {"ua_instruction2006", "kokurin_petrov2000"} <= set(figure.layout.meta["sources"])
    assert "NaN" not in figure.to_json()
