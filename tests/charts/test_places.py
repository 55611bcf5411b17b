import pandas as pd
import pytest

from helpers import data, theme
from helpers.charts._maps.places_map import places_map


def place(name, kind, lon, lat, **more):
    return {
        "row": f"karlag_places/{name}",
        "name_en": name.capitalize(),
        "kind": kind,
        "lon": lon,
        "lat": lat,
        "coordinates": "exact place",
        "what": "Seat of the administration.",
        "source_keys": "geonames",
        "checked": "second_hand",
        **more,
    }


@pytest.fixture
def places():
    """Build a seat and a museum at one point, a far section, one outside the map."""
    rows = [
        place("dolinka", "administration", 72.68, 49.68),
        place("museum", "museum", 72.68, 49.68, coordinates="approximate"),
        place("balkhash", "section", 74.98, 46.85),
        place("moscow", "town", 37.6, 55.7),
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


def test_places_map_enlarges_the_middle(places, outlines):
    """A place around Karaganda stands in the lower panel, another in the upper."""
    drawn = spots(places_map(places, outlines))

    assert "x2" == drawn["karlag_places/dolinka"][0].xaxis
    assert "x" == drawn["karlag_places/balkhash"][0].xaxis


def test_places_map_draws_places_at_one_point_side_by_side(places, outlines):
    """The second of two places at one point is moved, and hover text and table say so."""
    figure = places_map(places, outlines)
    trace, at = spots(figure)["karlag_places/museum"]

    assert trace.x[0] < trace.x[at]
    assert "(approximate; drawn beside it)" in trace.text[at]
    assert "approximate; drawn beside it" in [
        line[3] for line in figure.layout.meta["table"]["rows"]
    ]


def test_places_map_draws_an_approximate_point_grey(places, outlines):
    """A point that is not exact has no colour of its kind."""
    trace, at = spots(places_map(places, outlines))["karlag_places/museum"]

    assert (theme.VERMILION, theme.GREY) == (trace.marker.color[0], trace.marker.color[at])


def test_places_map_counts_what_lies_outside(places, outlines):
    """The alt text names the ends of the map and what it leaves out."""
    alt = places_map(places, outlines).layout.meta["alt"]

    assert alt.startswith("Map of 3 places of Karlag around Karaganda, 1 of them")
    assert "from Dolinka in the north (49.7° N) to Balkhash in the south (46.9° N)" in alt
    assert alt.endswith("1 more lie outside the map.")


def test_places_map_draws_one_kind(places, outlines):
    """A kind that is chosen stands alone; the legend stays."""
    every, one = (places_map(places, outlines, kind=kind) for kind in ("every", "section"))

    assert {"karlag_places/balkhash"} == set(spots(one))
    assert [trace.name for trace in every.data if trace.name] == [
        trace.name for trace in one.data if trace.name
    ]


def test_places_map_says_when_all_lie_outside(places, outlines):
    """A kind without a place on the map leaves a sentence."""
    figure = places_map(places, outlines, kind="town")

    assert {} == spots(figure)
    assert any("No such place" in note.text for note in figure.layout.annotations)


def test_places_map_knows_its_kinds(places, outlines):
    """An unknown kind is refused with those of the table."""
    with pytest.raises(ValueError, match="no place of the kind 'mine'; the table has admin"):
        places_map(places, outlines, kind="mine")


def test_places_map_of_the_book_names_every_place():
    """Each place of the real table has a mark, a name on the map, a source and a line."""
    places = data.load("karlag_places")
    figure = places_map(places, data.load("geo_outlines"))
    names = [note.text.replace("<br>", " ") for note in figure.layout.annotations]

    assert set(places["row"]) == set(spots(figure))
    assert len(places) == len(figure.layout.meta["table"]["rows"])
    assert all(name.split(" (")[0].split(",")[0] in names for name in places["name_en"])
    assert "geonames" in figure.layout.meta["sources"]
    assert "NaN" not in figure.to_json()
