import pandas as pd
import pytest

from helpers import data, units
from helpers.charts._farm import farm, farm_land, farm_meat, farm_share, food_balance


@pytest.fixture(scope="module")
def tables():
    names = ("karlag_production", "regional_output", "gulag_economy", "unit_conversions")
    return {name: data.load(name) for name in (*names, "rations", "camp_population", "camp_claims")}


@pytest.fixture
def production(tables):
    return tables["karlag_production"].copy()


def bars(figure):
    """Find length and words of each bar by the first row behind it."""
    return {
        link.split()[0]: (x, text)
        for trace in figure.data
        if trace.customdata
        for link, x, text in zip(trace.customdata, trace.x, trace.text, strict=True)
    }


def rows_of(figure):
    return {link for trace in figure.data for link in (trace.customdata or [])}


WHEAT = "karlag_production/karlag-1941-1945-wheat"
POTATOES = "karlag_production/karlag-1941-1945-potatoes"


@pytest.mark.parametrize(
    ("show", "wheat"), [("crops, poods", (7.8, "7.8")), ("crops, tonnes", (127.768, "127.8"))]
)
def test_crops_stand_in_the_unit_that_is_chosen(tables, production, show, wheat):
    """The same harvest in poods and in tonnes; a lower bound keeps its word."""
    figure = farm(production, tables["regional_output"], tables["unit_conversions"], show=show)

    assert wheat == bars(figure)[WHEAT]
    assert bars(figure)[POTATOES][1].startswith("at least")
    assert show.endswith("poods") == ("poods" in figure.layout.xaxis.title.text)


def test_a_converted_bar_names_its_factor(tables, production):
    """A reader gets from the bar to the harvest and to the weight of a pood."""
    figure = farm(
        production, tables["regional_output"], tables["unit_conversions"], show="crops, tonnes"
    )
    (link,) = (link for link in rows_of(figure) if link.startswith(WHEAT))

    assert "unit_conversions/pood" in link.split()


def test_a_claim_looks_other_than_a_report(tables, production):
    """The cows of the abstract and those of Soviet statistics differ in pattern and word."""
    figure = farm(
        production, tables["regional_output"], tables["unit_conversions"], show="milk per cow"
    )
    looks = {trace.name: trace.marker.pattern.shape for trace in figure.data if trace.showlegend}
    names = {trace.name for trace in figure.data if trace.name}

    assert {"claimed, no document", "reported"} <= names | set(looks)
    assert 2 == len({trace.marker.pattern.shape for trace in figure.data if trace.name in names})


def test_no_state_mixes_units(tables, production):
    """A herd in tonnes would stop the chart, not bend it."""
    broken = production.copy()
    broken.loc[broken["row_id"] == "karlag-1945-sheep", "unit"] = "t"

    with pytest.raises(units.UnitError, match="karlag-1945-sheep"):
        farm(broken, tables["regional_output"], tables["unit_conversions"], show="herds")


def test_an_unknown_state_is_named(tables, production):
    """The message lists what can be shown."""
    with pytest.raises(ValueError, match="nothing called 'eggs'; choose from crops, poods"):
        farm(production, tables["regional_output"], tables["unit_conversions"], show="eggs")
    with pytest.raises(ValueError, match="no row of harvest for camp 'steplag'"):
        farm(production, tables["regional_output"], tables["unit_conversions"], camp="steplag")


def test_the_harvest_needs_more_land_than_is_given(tables, production):
    """At 4 to 6 centners the wheat needs 43 to 64 thousand hectares; the other crops add."""
    factors, regional = tables["unit_conversions"], tables["regional_output"]
    wheat = farm_land(production, regional, tables["camp_claims"], factors)
    every = farm_land(production, regional, tables["camp_claims"], factors, crops="all three")

    assert "42,600–63,900 ha" in wheat.layout.meta["alt"]
    assert "52,300–73,500 ha" in every.layout.meta["alt"]
    assert "harvested area, 1945: 21,400 ha" in wheat.layout.meta["alt"]
    assert "arable or sown land, March 1940: 69,000 ha" in wheat.layout.meta["alt"]


def test_the_yield_of_a_republic_is_computed_from_its_rows(tables, production):
    """Grain of 1945 over its land: 3.9 centners, with both rows behind the bar."""
    figure = farm_land(
        production, tables["regional_output"], tables["camp_claims"], tables["unit_conversions"]
    )
    (link,) = (link for link in rows_of(figure) if "kazakhstan-1945-grain-area" in link)

    assert "3.9 centners per ha (Kazakhstan, 1945)" in figure.layout.meta["alt"]
    assert {WHEAT, "regional_output/kazakhstan-1945-grain"} <= set(link.split())


def test_land_without_harvest_is_refused(tables, production):
    """Another camp has no wheat in the table."""
    with pytest.raises(ValueError, match="no harvest of wheat for camp 'kazitlag'"):
        farm_land(
            production,
            tables["regional_output"],
            tables["camp_claims"],
            tables["unit_conversions"],
            camp="kazitlag",
        )
    with pytest.raises(ValueError, match="no crops 'rye'"):
        farm_land(
            production,
            tables["regional_output"],
            tables["camp_claims"],
            tables["unit_conversions"],
            crops="rye",
        )


@pytest.fixture
def meat(tables, production):
    names = ("regional_output", "gulag_economy", "unit_conversions")
    return farm_meat(production, *(tables[name] for name in names))


def test_the_meat_is_tried_in_three_units(meat):
    """300, 4,914 or 30,000 tonnes a year, beside what such a herd would give."""
    alt = meat.layout.meta["alt"]

    for words in ("in kg: 300", "in poods: 4,914", "in centners: 30,000"):
        assert words in alt
    for words in ("1940, at most: 2,943", "1945, at most: 2,494", "30,000 cows in five years"):
        assert words in alt
    assert "log" == meat.layout.xaxis.type
    assert {"markers+text"} == {trace.mode for trace in meat.data}


def test_meat_with_a_unit_is_no_riddle(tables, production):
    """If the source stated a unit there would be nothing to try."""
    chosen = production["row_id"] == "karlag-1941-1945-meat"
    production.loc[chosen, "unit"] = "poods"

    with pytest.raises(units.UnitError, match=r"meat \(poods\): the source states"):
        farm_meat(
            production,
            tables["regional_output"],
            tables["gulag_economy"],
            tables["unit_conversions"],
        )


def test_a_missing_scale_is_named(tables, production):
    """Without the Union's beef there is no scale, and the message says which row is gone."""
    regional = tables["regional_output"]

    with pytest.raises(ValueError, match=r"0 rows with .*'beef and veal'.* date_text '1940'"):
        farm_meat(
            production,
            regional[regional["product"] != "beef and veal"],
            tables["gulag_economy"],
            tables["unit_conversions"],
        )


@pytest.mark.parametrize(
    ("base", "land", "grain", "word"),
    [("1941", 10.8, 18.3, "reported, 1941"), ("1944", 7.11, 12.1, "planned, 1944")],
)
def test_the_share_of_the_gulag_follows_its_base(tables, production, base, land, grain, word):
    """Crops against 1941 or against the plan of 1944; the label says which."""
    figure = farm_share(
        production,
        tables["gulag_economy"],
        tables["camp_claims"],
        tables["unit_conversions"],
        base=base,
    )
    lengths = bars(figure)
    words = " ".join(str(text) for trace in figure.data for text in trace.text)

    assert land == lengths["karlag_production/karlag-1941-1945-arable-area"][0]
    assert grain == lengths[WHEAT][0]
    assert word in words.replace("<br>", " ")


def test_milk_is_divided_by_the_years_of_each_source(tables, production):
    """Five years of the camp, three of the report: 11,330 of 37,330 t a year."""
    figure = farm_share(
        production, tables["gulag_economy"], tables["camp_claims"], tables["unit_conversions"]
    )
    line = next(row for row in figure.layout.meta["table"]["rows"] if row[0] == "milk")

    assert ["milk", "30.3", "11,330", "37,330"] == [str(cell) for cell in line[:4]]


def test_a_base_without_rows_is_named(tables, production):
    """There is no report for 1950."""
    with pytest.raises(ValueError, match="no base '1950'; choose from 1941, 1944"):
        farm_share(
            production,
            tables["gulag_economy"],
            tables["camp_claims"],
            tables["unit_conversions"],
            base="1950",
        )


@pytest.mark.parametrize(
    ("prisoners", "grain"), [(40_000, 1750), (50_000, 1400), (60_000, 1170), ("counted", 1480)]
)
def test_the_balance_depends_on_the_head_count(tables, production, prisoners, grain):
    """The fewer people, the more grain for each; the ration stays what it was."""
    figure = food_balance(
        production,
        tables["rations"],
        tables["camp_population"],
        tables["unit_conversions"],
        prisoners=prisoners,
    )
    lengths = bars(figure)

    assert grain == lengths[WHEAT][0]
    assert 628 == lengths["unit_conversions/bread-from-grain"][0]
    assert (prisoners == "counted") == any("camp_population/" in link for link in rows_of(figure))


def test_what_the_ration_lacks_has_no_bar_of_nothing(tables, production):
    """Milk stands in no list of the norm: that is said, not drawn as zero."""
    figure = food_balance(
        production, tables["rations"], tables["camp_population"], tables["unit_conversions"]
    )
    words = [text for trace in figure.data if trace.customdata for text in trace.text]

    assert any(text.endswith("none in the norm") for text in words)
    assert not any(text.startswith("0 ") for text in words)
    assert "Meat has no unit and no bar" in figure.layout.meta["alt"]


def test_an_unknown_ration_is_named(tables, production):
    """A misspelt ration stops the chart."""
    with pytest.raises(ValueError, match="no ration 'norm 9'"):
        food_balance(
            production,
            tables["rations"],
            tables["camp_population"],
            tables["unit_conversions"],
            ration="norm 9",
        )


def test_charts_leave_their_tables_alone(tables):
    """Drawing changes no table."""
    names = ("karlag_production", "regional_output", "gulag_economy", "unit_conversions")
    before = {name: tables[name].copy() for name in names}
    farm(*(tables[name] for name in ("karlag_production", "regional_output", "unit_conversions")))
    farm_meat(*(tables[name] for name in names))

    for name in names:
        pd.testing.assert_frame_equal(before[name], tables[name])
