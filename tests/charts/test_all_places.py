import pandas as pd
import pytest

from helpers import charts, data, theme
from helpers.charts._maps.gazetteer import COLUMNS

TABLES = (
    "camps",
    "karlag_places",
    "steplag_places",
    "steplag_structure",
    "health_places",
    "memory",
)


def place(name, lon, lat, **more):
    return {
        **dict.fromkeys(COLUMNS, ""),
        "id": f"camps-{name}",
        "row": f"camps/{name}",
        "name_en": name.capitalize(),
        "kind": "ITL",
        "group": "ITL",
        "camp": "karlag",
        "lon": lon,
        "lat": lat,
        "coordinates": "exact place",
        "source_keys": "geonames",
        "checked": "second_hand",
        **more,
    }


@pytest.fixture
def places():
    """Build two camps at one point near Karaganda, a far one, and one that nobody can place."""
    section = {"kind": "section", "group": "section or point of a camp"}
    rows = [
        place("dolinka", 72.68, 49.68),
        place("central", 72.68, 49.68, coordinates="approximate", **section),
        place("balkhash", 74.98, 46.85, camp="steplag"),
        place("zhartas", pd.NA, pd.NA, coordinates="not known", **section),
    ]
    return pd.DataFrame(rows).astype({"lon": "Float64", "lat": "Float64"})


@pytest.fixture
def outlines():
    """Build a square country."""
    points = [(55, 42), (85, 42), (85, 55), (55, 55), (55, 42)]
    table = pd.DataFrame(points, columns=["lon", "lat"]).astype("Float64")
    return table.assign(part="kazakhstan", kind="country", ring=1)


def spots(figure):
    return {
        link: (trace, at) for trace in figure.data for at, link in enumerate(trace.customdata or ())
    }


def test_a_place_stands_in_one_panel(places, outlines):
    """A camp at Karaganda is enlarged, another stands on the map of the country."""
    drawn = spots(charts.all_places(places, outlines))

    assert "x2" == drawn["camps/dolinka"][0].xaxis
    assert "x" == drawn["camps/balkhash"][0].xaxis


def test_marks_at_one_point_stand_side_by_side(places, outlines):
    """A section does not hide the camp whose seat it was."""
    drawn = spots(charts.all_places(places, outlines))
    trace, at = drawn["camps/central"]

    assert 72.68 == drawn["camps/dolinka"][0].x[drawn["camps/dolinka"][1]]
    assert 72.68 != trace.x[at]


def test_a_mark_stands_still_whatever_is_chosen(places, outlines):
    """A reader who changes the control finds the same place at the same point."""
    every = spots(charts.all_places(places, outlines))["camps/central"]
    alone = spots(charts.all_places(places, outlines, kind="section or point of a camp"))
    trace, at = alone["camps/central"]

    assert every[0].x[every[1]] == trace.x[at]


def test_an_inexact_point_is_grey(places, outlines):
    """The filling says whether the point is the place."""
    drawn = spots(charts.all_places(places, outlines))
    (sure, first), (unsure, second) = drawn["camps/dolinka"], drawn["camps/central"]

    assert sure.marker.color[first] == sure.marker.line.color[first]
    assert theme.GREY == unsure.marker.color[second]


def test_what_has_no_point_stands_in_the_table(places, outlines):
    """Nothing is lost without a word: not drawn, but listed and counted."""
    figure = charts.all_places(places, outlines)
    table = figure.layout.meta["table"]

    assert "camps/zhartas" not in spots(figure)
    assert ["Zhartas", "section", "", "no known point"] == table["rows"][-1]
    assert figure.layout.meta["alt"].endswith("1 more have no known point and stand in the table.")


def test_the_controls_leave_out(places, outlines):
    """Only the chosen kind and camp are drawn and listed."""
    figure = charts.all_places(places, outlines, camp="steplag")

    assert ["camps/balkhash"] == list(spots(figure))
    assert ["Balkhash"] == [line[0] for line in figure.layout.meta["table"]["rows"]]


def test_an_empty_choice_says_so(places, outlines):
    """A map without a mark is not left without words."""
    figure = charts.all_places(places, outlines, kind="place of memory")
    texts = [note.text for note in figure.layout.annotations]

    assert any("No such place" in text for text in texts)


@pytest.mark.parametrize(("name", "value"), [("kind", "colony"), ("camp", "gorlag")])
def test_an_unknown_choice_is_answered(places, outlines, name, value):
    """The message lists what can be chosen."""
    with pytest.raises(ValueError, match=f"no {name} '{value}'; choose from"):
        charts.all_places(places, outlines, **{name: value})


@pytest.fixture(scope="module")
def known():
    """All places of the book."""
    return charts.gazetteer(*(data.load(table) for table in TABLES))


def test_a_division_of_steplag_stands_at_its_settlement(known):
    """Its row and that of the structure make one line, and the point is said to be the town's."""
    third = known[known["id"] == "camps-steplag-3"].iloc[0]

    assert "camps/steplag-3 steplag_structure/steplag-3-1954" == third["row"]
    assert "point of the settlement" == third["coordinates"]
    assert third["lat"] == data.row("steplag_places/kengir")["lat"]


def test_a_town_of_two_camps_is_listed_once(known):
    """Karaganda stands in the places of Karlag and of Steplag."""
    towns = known[known["name_en"] == "Karaganda"]

    assert ["karlag_places/karaganda steplag_places/karaganda"] == towns["row"].tolist()
    assert "Karlag, Steplag" == towns["part_of"].iloc[0]


def test_every_line_has_a_group_on_the_map(known):
    """A new kind in a table finds its mark."""
    from helpers.charts._maps.all_looks import LOOKS

    assert set(known["group"]) == set(LOOKS)
