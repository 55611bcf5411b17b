import pandas as pd
import pytest

from helpers import data, theme
from helpers.charts._maps.structure_map import structure_map
from helpers.charts._maps.units import PERIODS
from helpers.explore import LIMIT, Explorer


def unit(name, kind, work, places, start="1954-06-10", end="1954-06-10", **more):
    return {
        "row": f"steplag_structure/{name}",
        "camp_id": name,
        "unit_name": name,
        "kind": kind,
        "settlement": "",
        "economic_activity": "",
        "work": work,
        "place_ids": places,
        "date_text": start,
        "date_start": start,
        "date_end": end,
        "source_keys": "ukwiki_steplag",
        "checked": "second_hand",
        "note": "",
        **more,
    }


def place(name, lon=None, lat=None, coordinates="exact place"):
    return {
        "row": f"steplag_places/{name}",
        "place_id": name,
        "name_en": name.capitalize(),
        "lon": lon,
        "lat": lat,
        "coordinates": coordinates,
        "source_keys": "geonames",
    }


@pytest.fixture
def places():
    """Build two places of the copper district, one outside it, one without a point."""
    rows = [
        place("rudnik", 67.44, 47.87),
        place("kengir", 67.71, 47.79, "approximate"),
        place("karaganda", 73.1, 49.8),
        place("perevalka", coordinates="not known"),
    ]
    return pd.DataFrame(rows).astype({"lon": "Float64", "lat": "Float64"})


@pytest.fixture
def structure():
    """Build divisions with rival numbers, a unit without a place, a camp of before, works."""
    rows = [
        unit("1st division", "division", "copper", "rudnik"),
        unit("2nd division", "division", "", "perevalka"),
        unit("3rd division", "division", "building", "kengir"),
        unit("seat", "administration", "management", "karaganda;kengir", "1948-02-28"),
        unit("4th division (variant)", "division, other account", "", "rudnik"),
        unit("Old camp", "predecessor", "several", "kengir", None, None, date_text=""),
        unit("Brick works", "works", "", "", None, None, date_text=""),
    ]
    days = {"date_start": "datetime64[ns]", "date_end": "datetime64[ns]"}
    return pd.DataFrame(rows).astype(days)


@pytest.fixture
def numbers():
    """Build the count of one division."""
    day = pd.Timestamp("1954-06-10")
    row = {"row": "camp_composition/one", "camp_id": "1st division", "dimension": "total"}
    count = {"measure": "prisoners", "qualifier": "exact", "value_min": 5114, "value_max": 5114}
    more = {"date_start": day, "same_as": "", "source_keys": "ukwiki_steplag"}
    return pd.DataFrame([{**row, **count, **more}])


@pytest.fixture
def outlines():
    """Build a square country."""
    points = [(55, 42), (85, 42), (85, 55), (55, 55), (55, 42)]
    table = pd.DataFrame(points, columns=["lon", "lat"]).astype("Float64")
    return table.assign(part="kazakhstan", kind="country", ring=1)


def spots(figure):
    """Find each mark by its rows: panel, symbol, filling, hover text."""
    return {
        links: (trace.xaxis, trace.marker.symbol[at], trace.marker.color[at], trace.text[at])
        for trace in figure.data
        for at, links in enumerate(trace.customdata or ())
    }


def find(figure, name):
    return next(spot for links, spot in spots(figure).items() if f"/{name}" in links)


def notes(figure):
    return [note.text for note in figure.layout.annotations]


def test_structure_map_marks_the_work(structure, places, outlines):
    """Copper and building have marks of their own, and the legend names them."""
    figure = structure_map(structure, places, outlines)

    assert "square" == find(figure, "1st division")[1]
    assert "pentagon" == find(figure, "3rd division")[1]
    assert {"copper", "building", "management"} <= {trace.name for trace in figure.data}


def test_structure_map_enlarges_the_copper_district(structure, places, outlines):
    """Units of the district stand below, others above; an approximate point is grey."""
    figure = structure_map(structure, places, outlines)
    above = [spot for spot in spots(figure).values() if spot[0] == "x"]

    assert "x2" == find(figure, "3rd division")[0]
    assert theme.GREY == find(figure, "3rd division")[2]
    assert ["star"] == [spot[1] for spot in above]


def test_structure_map_edges_light_marks_with_ink(structure, places, outlines):
    """A light mark, filled or hollow, parts from white paper; a filled one keeps a thin edge."""
    structure.loc[0, "work"] = "management"
    figure = structure_map(structure, places, outlines)
    edges = {
        links: (trace.marker.line.color[at], trace.marker.line.width[at])
        for trace in figure.data
        for at, links in enumerate(trace.customdata or ())
    }
    key = {trace.name: trace.marker.line.color for trace in figure.data if trace.name}
    names = {"1st": (theme.INK, 1), "karaganda": (theme.INK, 1), "3rd": (theme.BLUE, 2)}
    found = {name: edges[links] for links in edges for name in names if f"/{name}" in links}

    assert names == found
    assert (theme.INK, 2) in [edge for links, edge in edges.items() if "/seat" in links]
    assert (theme.INK, theme.BLUE) == (key["management"], key["building"])


def test_structure_map_keeps_a_number_with_its_unit(structure, places, outlines):
    """No line of the list breaks between a number and what it counts."""
    structure.loc[1, "settlement"], structure.loc[1, "place_ids"] = "within a circle of 75 km", ""
    figure = structure_map(structure, places, outlines)
    listed = next(note for note in notes(figure) if "Without a point" in note)

    assert "75\N{NO-BREAK SPACE}km" in listed


def test_structure_map_lists_what_has_no_point(structure, places, outlines):
    """A unit whose place is not known is named below the map, and drawn nowhere."""
    figure = structure_map(structure, places, outlines)

    assert "<b>Without a point on the map:</b><br>2nd division, Perevalka" in notes(figure)
    assert not any("2nd division" in links for links in spots(figure))
    assert figure.layout.meta["alt"].endswith("Without a point: 2nd division, Perevalka.")


def test_structure_map_keeps_its_list_inside_the_plot(structure, places, outlines):
    """The page cuts what hangs below the plot, so the list stands in it and the maps above it."""
    figure = structure_map(structure, places, outlines)
    listed = next(note for note in figure.layout.annotations if "Without a point" in note.text)
    bare = structure_map(structure, places, outlines, period="1948")

    assert (0, "bottom") == (listed.y, listed.yanchor)
    assert figure.layout.yaxis2.domain[0] > 0 == bare.layout.yaxis2.domain[0]


def test_structure_map_writes_both_accounts_of_a_place(structure, places, numbers, outlines):
    """The number of the division and the rival number stand under the name of the place."""
    figure = structure_map(structure, places, outlines, numbers)

    assert "Rudnik<br>1st: 5,114<br>or 4th" in notes(figure)
    assert "5,114 prisoners" in figure.layout.meta["alt"]
    assert any("camp_composition/one" in links for links in spots(figure))


def test_structure_map_keeps_periods_apart(structure, places, outlines):
    """A camp of before stands in its own period, works without a date in theirs."""
    drawn = {
        period: " ".join(line[0] for line in figure.layout.meta["table"]["rows"])
        for period in PERIODS
        for figure in [structure_map(structure, places, outlines, period=period)]
    }

    assert "Old camp" == drawn["before"]
    assert "Brick works" == drawn["whole"]
    assert "seat seat" == drawn["1948"]
    assert "Old camp" not in drawn["1954"]


def test_structure_map_names_a_town_for_orientation_once(structure, places, outlines):
    """Karaganda is named also where no unit stands there, and never twice."""
    with_seat, without = (
        structure_map(structure, places, outlines, period=period) for period in ("1954", "before")
    )

    assert 1 == notes(with_seat).count("Karaganda") == notes(without).count("Karaganda")


def test_structure_map_refuses_what_it_does_not_know(structure, places, outlines):
    """An unknown period or place is named."""
    with pytest.raises(ValueError, match="no period '1960'; choose from before, 1948"):
        structure_map(structure, places, outlines, period="1960")
    structure.loc[0, "place_ids"] = "kengirr"
    with pytest.raises(ValueError, match="1st division: place 'kengirr' is not in the table"):
        structure_map(structure, places, outlines)


@pytest.fixture(scope="module")
def real():
    """Load the tables of the book."""
    names = ("steplag_structure", "steplag_places", "geo_outlines", "camp_composition")
    return [data.load(name) for name in names]


def test_structure_of_the_book_is_complete(real):
    """Every row of the structure stands in some period, on real rows, with alt text."""
    seen = set()
    for period in PERIODS:
        figure = structure_map(*real, period=period)
        meta = figure.layout.meta
        seen |= {link for links in meta["table"]["links"] for link in links.split()}

        assert "NaN" not in figure.to_json()
        assert PERIODS[period][0] in meta["alt"]
    known = {row for table in real for row in table.get("row", ())}

    assert set(real[0]["row"]) <= seen <= known


def test_structure_of_1954_places_what_is_known(real):
    """Four places have a point; Perevalka, Krestovskii and East Kounrad are listed."""
    figure = structure_map(*real, period="1954")
    listed = next(note for note in notes(figure) if "Without a point" in note)

    assert {"Rudnik<br>1st: 5,114", "Dzhezdy<br>5th: 1,180<br>or 4th"} <= set(notes(figure))
    assert "Terekty<br>6th<br>or 5th" in notes(figure)
    assert all(name in listed for name in ("Perevalka, 3,530", "Krestovskii, 1,393", "East"))


def test_structure_of_the_1950s_names_each_mark_beside_it(real):
    """Two marks stand close together; neither name stands nearer to the mark of the other."""
    figure = structure_map(*real, period="early 1950s")
    note = {note.text: note for note in figure.layout.annotations}

    assert (10, 0) == (note["Akchatau"].xshift, note["Akchatau"].yshift)
    assert (0, True) == (note["Karazhal"].ax, note["Karazhal"].showarrow is not False)


def test_the_administration_moves(real):
    """Karaganda is its seat in 1948 only, by the entry that dates Rudnik from 21 May."""
    seats = {
        period: [line[2] for line in figure.layout.meta["table"]["rows"] if "Admin" in line[0]]
        for period in ("1948", "early 1950s", "1954")
        for figure in [structure_map(*real, period=period)]
    }

    assert ["Karaganda", "Rudnik"] == seats["1948"]
    assert ["Rudnik", "Kengir"] == seats["early 1950s"]
    assert ["Kengir"] == seats["1954"]


def test_every_place_of_steplag_is_named_by_a_unit(real):
    """No point stands in the table of places without a use, and a point has two coordinates."""
    structure, places = real[:2]
    named = {key for keys in structure["place_ids"] for key in keys.split(";") if key}
    known = places["coordinates"] != "not known"

    assert set(places["place_id"]) == named
    assert (known == places["lat"].notna()).all()
    assert (known == places["lon"].notna()).all()


def test_the_map_fits_into_a_page_with_all_its_periods(real):
    """The states of the explorer weigh less than a page may hold."""
    explorer = Explorer(structure_map, tuple(real), {"period": {name: name for name in PERIODS}})

    assert 5 == len(explorer.states())
    assert len(explorer.figure().to_json()) < LIMIT
