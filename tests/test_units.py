import pandas as pd
import pytest

from helpers import data, units


@pytest.fixture(scope="module")
def factors():
    return data.load("unit_conversions")


@pytest.fixture
def wheat():
    """Build two harvests: a number, and a lower bound."""
    return pd.DataFrame(
        {
            "row": ["t/wheat", "t/potatoes"],
            "unit": "poods",
            "basis": "actual",
            "value_min": pd.array([7_800_000, 4_600_000], dtype="Float64"),
            "value_max": pd.array([7_800_000, None], dtype="Float64"),
            "qualifier": ["exact", "at_least"],
            "source_keys": "akhmetov_abstract",
            "status": "claimed",
        }
    )


@pytest.mark.parametrize(
    ("result", "value", "start", "end", "what"),
    [
        (127_767.87, 7_800_000, "poods", "t", None),
        (127_767_868.8, 7.8, "million poods", "kg", None),
        (61.048, 1, "t", "poods", None),
        (56_650_000, 55_000_000, "litres", "kg", "milk"),
        (55_000_000, 56_650_000, "kg", "litres", "milk"),
        (77_699.64, 300, "square miles", "ha", None),
        (1_700_000, 17_000, "km2", "ha", None),
        (231, 462, "kg live weight", "kg carcass", "cattle"),
        (15.6, 156, "roubles before 1961", "roubles after 1961", None),
        (0.95, 9.5, "centners per hectare", "t per hectare", None),
        (42, 42, "head", "head", None),
    ],
)
def test_quantities_convert_by_chains_and_backwards(factors, result, value, start, end, what):
    """Poods become tonnes by way of kilograms, and tonnes become poods again."""
    assert result == pytest.approx(units.convert(value, start, end, factors, what), rel=1e-5)


def test_the_way_names_its_factors(factors):
    """A reader can follow a conversion from row to row."""
    way = units.path("million poods", "kg", factors)

    assert ["unit_conversions/million-poods", "unit_conversions/tonne"] == way["row"].tolist()
    assert [16380.496, 1000] == way["times"].tolist()


@pytest.mark.parametrize(
    ("words", "start", "end", "what"),
    [
        ("only for milk; say applies_to='milk'", "litres", "kg", None),
        ("only for milk", "litres", "kg", "butter"),
        ("no factor leads from head to kg", "head", "kg", None),
        ("no factor leads from ha to kg", "ha", "kg", None),
        ("no factor leads from pood to kg", "pood", "kg", None),
        ("no factor leads from roubles to roubles after 1961", "roubles", "roubles after 1961", ""),
        ("only for cash", "roubles before 14 December 1947", "roubles after 14 December 1947", ""),
        ("cannot be converted; test a unit", "unit not stated", "kg", None),
        ("cannot be converted; test a unit", "kg", "unit not stated", None),
    ],
)
def test_what_does_not_fit_is_refused_in_words(factors, words, start, end, what):
    """Litres of anything are not kilograms, and a rouble without a date is not converted."""
    with pytest.raises(units.UnitError, match=words):
        units.convert(1, start, end, factors, what)


@pytest.mark.parametrize("unknown", [None, float("nan"), pd.NA])
def test_an_unknown_number_is_not_converted(factors, unknown):
    """What no source tells becomes no tonnes, and not zero tonnes."""
    with pytest.raises(units.UnitError, match="no number in poods to convert"):
        units.convert(unknown, "poods", "t", factors)


def test_a_table_converts_with_its_provenance(factors, wheat):
    """Each value goes with its row and the row of its factor; the caller's table is untouched."""
    tonnes = units.in_unit(wheat, "t", factors)

    assert [127767.87, 75350.28] == tonnes["value_min"].round(2).tolist()
    assert pd.isna(tonnes["value_max"].iloc[1])
    assert ["exact", "at_least"] == tonnes["qualifier"].tolist()
    assert "t/wheat unit_conversions/pood unit_conversions/tonne" == tonnes["row"].iloc[0]
    assert (
        "akhmetov_abstract;unit_standard;chalykh_rylsk;bipm_si_units"
        == (tonnes["source_keys"].iloc[0])
    )
    assert ["t"] == tonnes["unit"].unique().tolist()
    assert ["poods"] == tonnes["unit_printed"].unique().tolist()
    assert ["poods"] == wheat["unit"].unique().tolist()


def test_a_conversion_back_gives_the_printed_number(factors, wheat):
    """There and back again nothing is lost."""
    back = units.in_unit(units.in_unit(wheat, "t", factors), "poods", factors)

    assert wheat["value_min"].tolist() == pytest.approx(back["value_min"].tolist())


def test_an_approximate_factor_makes_an_approximate_number(factors, wheat):
    """Litres of milk weigh about so much: the word stays with the number."""
    milk = wheat.head(1).assign(unit="litres")

    assert ["about"] == units.in_unit(milk, "kg", factors, "milk")["qualifier"].tolist()


def test_the_message_names_the_row(factors, wheat):
    """The historian reads which row cannot be converted."""
    with pytest.raises(units.UnitError, match="t/wheat: litres becomes kg only for milk"):
        units.in_unit(wheat.assign(unit="litres"), "kg", factors)


def test_a_sum_keeps_rows_and_bounds(wheat):
    """One part without an upper end leaves the sum without one."""
    added = units.total(wheat)

    assert 12_400_000 == added["value_min"]
    assert pd.isna(added["value_max"])
    assert ("at_least", "poods", "t/wheat t/potatoes") == tuple(added[["qualifier", "unit", "row"]])


def test_mixed_units_are_never_added(wheat):
    """The message names both units, their rows and the way out."""
    with pytest.raises(units.UnitError, match=r"poods: t/wheat; t: t/potatoes\); bring them"):
        units.total(wheat.assign(unit=["poods", "t"]))


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("t/wheat, t/potatoes: unit not stated; leave", {"unit": "unit not stated"}),
        ("actual and plan numbers have no common sum", {"basis": ["actual", "plan"]}),
        ("t/wheat, t/potatoes: no number; unknown is not zero", {"value_min": pd.NA}),
    ],
)
def test_sums_without_sense_are_refused(wheat, words, change):
    """A missing unit, a plan among facts, an unknown number: none of them is added."""
    table = wheat.assign(**change)
    if "value_min" in change:
        table["value_max"] = pd.NA

    with pytest.raises(units.UnitError, match=words):
        units.total(table)


def test_no_rows_have_no_sum(wheat):
    """An empty choice is no zero."""
    with pytest.raises(units.UnitError, match="there is no row"):
        units.total(wheat.head(0))


def test_a_unit_may_be_supposed_and_says_so(factors, wheat):
    """A hypothesis carries its name; a stated unit is not overwritten."""
    meat = wheat.head(1).assign(unit=units.NOT_STATED)
    tried = units.in_unit(units.suppose(meat, "poods"), "t", factors)

    assert ["unit supposed: poods"] == tried["supposed"].tolist()
    with pytest.raises(units.UnitError, match=r"t/wheat \(poods\): the source states a unit"):
        units.suppose(wheat.head(1), "kg")


def test_every_unit_of_the_factors_is_in_the_list(factors):
    """The words of the converter are those of the table of units."""
    known = set(data.load("units")["unit"])

    assert set() == (set(factors["from_unit"]) | set(factors["to_unit"])) - known


def test_a_factor_that_is_approximate_says_for_what_it_holds(factors):
    """No rough factor slips in unasked."""
    rough = factors[factors["qualifier"] != "exact"]

    assert [] == rough.loc[rough["applies_to"] == "", "row"].tolist()
    assert factors["value_min"].equals(factors["value_max"])


def test_factors_that_cross_dimensions_ask_for_the_thing(factors):
    """Mass and volume meet only where it is said of what."""
    kinds = data.load("units").set_index("unit")["dimension"]
    across = factors[factors["from_unit"].map(kinds) != factors["to_unit"].map(kinds)]

    assert [] == across.loc[across["applies_to"] == "", "row"].tolist()


def test_two_ways_to_one_unit_agree(factors):
    """Dropping any one factor leads to the same result or to none."""
    free = factors[factors["applies_to"] == ""]
    for number, factor in free.iterrows():
        try:
            other = units.convert(1, factor["from_unit"], factor["to_unit"], free.drop(number))
        except units.UnitError:
            continue
        assert factor["value_min"] == pytest.approx(other, rel=1e-4), factor["row"]
