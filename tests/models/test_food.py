import pandas as pd
import pytest

from helpers import data
from helpers.models import food


def amount(ration, product, grams, **more):
    return {
        "row": f"rations/{ration}-{product.replace(' ', '-')}",
        "order_id": "order",
        "order_title": "An order",
        "ration_id": ration,
        "ration": ration.capitalize(),
        "ration_group": "basic",
        "fulfilment": "",
        "product": product,
        "measure": "ration",
        "value_min": grams,
        "value_max": grams,
        "date_text": "1939",
        "source_keys": "kokurin_petrov2000",
        "checked": "reproduced",
        **more,
    }


def factor(product, food_name, use, value, measure="energy_density"):
    return {
        "row": f"food_energy/{product}-{use}-{measure}",
        "product": product,
        "food": food_name,
        "use": use,
        "measure": measure,
        "value_min": value,
        "source_keys": "usda_sr28",
    }


def frame(rows):
    numbers = {"value_min": "Float64"} | (
        {"value_max": "Float64"} if "value_max" in rows[0] else {}
    )
    return pd.DataFrame(rows).astype(numbers)


@pytest.fixture
def factors():
    """Give bread one food, meat a food with bone, vegetables two ends; salt has none."""
    return frame(
        [
            factor("rye bread", "rye bread", "main", 2.0),
            factor("meat", "beef", "main", 2.0),
            factor("meat", "beef", "main", 20, "refuse"),
            factor("vegetables", "cabbage", "low", 0.2),
            factor("vegetables", "potatoes", "high", 0.8),
            factor("vegetables", "beets", "other", 9.9),
        ]
    )


def test_what_cannot_be_eaten_is_taken_off(factors):
    """A gram of meat with a fifth of bone gives four fifths of the energy of its flesh."""
    assert 1.6 == pytest.approx(food.factors(factors).loc["meat", "value"])


def test_an_unstated_kind_counts_as_the_middle_of_its_ends(factors):
    """Without a main food the value lies between low and high; rival values stay out."""
    line = food.factors(factors).loc["vegetables"]

    assert (0.2, 0.5, 0.8) == pytest.approx((line["low"], line["value"], line["high"]))


def test_energy_adds_up_amount_times_factor(factors):
    """600 g of bread at 2.0 and 100 g of vegetables at 0.2 to 0.8 give 1,220 to 1,280 kcal."""
    rations = frame([amount("basic", "rye bread", 600), amount("basic", "vegetables", 100)])
    line = food.energy(rations, factors).iloc[0]

    assert (1220, 1250, 1280) == pytest.approx((line["low"], line["kcal"], line["high"]))
    assert 1200 == pytest.approx(line["bread"])


def test_a_product_without_a_factor_is_named_not_zero(factors):
    """The list says what was left out, with its amount."""
    rations = frame([amount("basic", "rye bread", 600), amount("basic", "salt", 20)])
    line = food.energy(rations, factors).iloc[0]

    assert "salt 20 g" == line["not_counted"]
    assert 1 == line["counted"]


def test_a_range_of_grams_widens_the_ends(factors):
    """750 to 1,000 g of bread give 1,500 to 2,000 kcal, 1,750 in the middle."""
    rations = frame([amount("told", "rye bread", 750, value_max=1000)])
    line = food.energy(rations, factors).iloc[0]

    assert (1500, 1750, 2000) == pytest.approx((line["low"], line["kcal"], line["high"]))


def test_energy_links_every_input(factors):
    """The rows of the ration, also of what is not counted, and of the factors are named once."""
    rations = frame([amount("basic", "meat", 30), amount("basic", "salt", 20)])
    line = food.energy(rations, factors).iloc[0]

    assert [
        "rations/basic-meat",
        "rations/basic-salt",
        "food_energy/meat-main-energy_density",
        "food_energy/meat-main-refuse",
    ] == line["row"].split()
    assert "kokurin_petrov2000;usda_sr28" == line["source_keys"]


def test_bread_alone_is_no_whole_ration(factors):
    """Less than four counted products, or a supplement, is a part of what was given."""
    rations = frame([amount("basic", "rye bread", 600), amount("basic", "meat", 30)])

    assert [False] == food.energy(rations, factors)["whole"].tolist()


def test_rival_amounts_under_one_name_are_an_error(factors):
    """Two amounts of one product would be added up; they need names of their own."""
    rations = frame([amount("basic", "rye bread", 600), amount("basic", "rye bread", 700)])

    with pytest.raises(ValueError, match="ration 'basic' lists 'rye bread' twice"):
        food.energy(rations, factors)


def test_the_norm_of_1939_lies_between_three_and_four_thousand():
    """From the book's tables: norm 2 gives about 3,600 kcal, two thirds of it from bread."""
    energy = food.energy(data.load("rations"), data.load("food_energy")).set_index("ration_id")
    line = energy.loc["nkvd-00943-1939-norm-2"]

    assert 3600 == round(line["kcal"], -2)
    assert 67 == round(100 * line["bread"] / line["kcal"])
    assert "salt 20 g" in line["not_counted"]
    assert line["whole"]
    assert not energy.loc["gulag-1944-10-30-guaranteed", "whole"]
