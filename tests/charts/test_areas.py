import json

import pandas as pd
import pytest

from helpers import data
from helpers.charts._areas import areas


def area(table, name, size, **more):
    numbers = {"value_min": size, "value_max": size, "qualifier": "exact", "value_text": ""}
    return {
        "row": f"{table}/{name}",
        "row_id": name,
        "measure": "area",
        "date_text": "",
        "date_start": pd.NaT,
        "source_keys": "bolashaq",
        "status": "reported",
        "checked": "second_hand",
        **numbers,
        **more,
    }


def typed(rows):
    types = {"value_min": "Float64", "value_max": "Float64", "date_start": "datetime64[s]"}
    return pd.DataFrame(rows).astype(types)


@pytest.fixture
def claims():
    """Build a documented area of 1940, a claim thirty times as large, a claim in words."""
    dated = {"date_text": "by 1940", "date_start": pd.Timestamp("1940-01-01")}
    words = {"qualifier": "words", "value_text": "as large as France"}
    rows = [
        area("camp_claims", "order", 20000, **dated),
        area("camp_claims", "web", 600000, status="claimed", source_keys="kargoo"),
        area("camp_claims", "words", None, status="claimed", **words),
    ]
    return typed(rows).assign(camp_id="karlag")


@pytest.fixture
def countries():
    """Build a small country, France, and one too large for any comparison."""
    rows = [
        area("country_areas", "kuwait", 18000, country="kuwait"),
        area("country_areas", "france", 500000, country="france"),
        area("country_areas", "cadastral", 400000, country="france", measure="area_cadastral"),
        area("country_areas", "big", 2700000, country="karaganda-oblast-1997-2022"),
    ]
    return typed(rows)


def bars(figure):
    return {link: one for one in figure.data for link in one.customdata}


def test_areas_stand_on_one_axis_from_zero(claims, countries):
    """All bars share a linear axis from zero, the smallest on top."""
    figure = areas(claims, countries)
    places = {y: x for one in figure.data for y, x in zip(one.y, one.x, strict=True)}

    assert 0 == figure.layout.xaxis.range[0]
    assert figure.layout.xaxis.type is None
    assert [18000, 20000, 500000, 600000] == [places[line] for line in range(4)]


def test_areas_tell_claim_document_and_country_apart_without_colour(claims, countries):
    """The claim is hatched, the country crossed, the documented area solid."""
    drawn = bars(areas(claims, countries))

    assert "\\" == drawn["camp_claims/web"].marker.pattern.shape
    assert "+" == drawn["country_areas/kuwait"].marker.pattern.shape
    assert drawn["camp_claims/order"].marker.pattern.shape is None


def test_areas_draw_an_unread_number_hollow(claims, countries):
    """What is not re-read has an outline only, and the legend says so."""
    claims.loc[0, "checked"] = "unread"
    bar = bars(areas(claims, countries))["camp_claims/order"]

    assert "documented, not re-read" == bar.name
    assert bar.marker.line.color != bar.marker.color


def test_areas_documented_leave_out_claims_and_large_countries(claims, countries):
    """Without the claims the scale is that of the documented area; the large are named."""
    figure = areas(claims, countries, compare="documented")

    assert {"camp_claims/order", "country_areas/kuwait"} == set(bars(figure))
    assert "France, Karaganda oblast<br>(1997–2022)" in figure.layout.annotations[0].text
    assert "Too large to draw: France, Karaganda oblast (1997–2022)." in figure.layout.meta["alt"]


def test_areas_alt_computes_the_ratio_to_france(claims, countries):
    """20,000 is 4 per cent of 500,000; the claim is 120 per cent."""
    alt = areas(claims, countries).layout.meta["alt"]

    assert "documented: 20,000; the largest is 4.0 per cent of France (500,000)" in alt
    assert "claimed: 600,000; the largest is 120.0 per cent of France" in alt


def test_areas_table_holds_what_has_no_bar(claims, countries):
    """The claim in words stands in the table; each share links its row and that of France."""
    table = areas(claims, countries).layout.meta["table"]
    place = table["columns"].index("Per cent of France (computed)")

    assert 5 == len(table["rows"])
    assert [3.6, 4, 100, 120, None] == [line[place] for line in table["rows"]]
    assert "camp_claims/order country_areas/france" == table["links"][1]
    assert "as large as France" in table["rows"][-1]


def test_areas_are_labelled_by_date_or_source(claims, countries):
    """A dated area has its date, a claim the work that makes it."""
    ticks = areas(claims, countries).layout.yaxis.ticktext

    assert ("Kuwait", "Karlag, by 1940", "France", "Claim: Kargoo blog") == ticks[:4]


def test_areas_without_france_make_no_ratio(claims, countries):
    """Where France is missing, nothing is compared with it."""
    figure = areas(claims, countries[countries["country"] == "kuwait"])

    assert "France" not in figure.layout.meta["alt"]


def test_areas_say_when_only_words_are_left(claims, countries):
    """A camp with no area in numbers has a sentence instead of bars."""
    figure = areas(claims.tail(1), countries)

    assert "no area in numbers" in figure.layout.annotations[0].text
    assert "no area in numbers" in figure.layout.meta["alt"]


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"camp": "karlga"}, "no area of camp 'karlga' in the table; it has karlag"),
        ({"compare": "small"}, "no comparison 'small'; choose from every, documented"),
    ],
)
def test_areas_refuse_what_does_not_exist(claims, countries, choices, message):
    """The message says what exists."""
    with pytest.raises(ValueError, match=message):
        areas(claims, countries, **choices)


@pytest.mark.parametrize("compare", ["every", "documented"])
def test_areas_draw_the_tables_of_the_book(compare):
    """On the real tables Karlag covers about three per cent of France, with rows that exist."""
    figure = areas(data.load("camp_claims"), data.load("country_areas"), compare=compare)
    meta = figure.layout.meta

    assert "3.6 per cent of France (551,500)" in meta["alt"]
    assert meta["sources"]
    assert all(data.row(link) is not None for link in bars(figure))
    assert len(bars(figure)) <= len(meta["table"]["rows"])
    json.dumps(figure.to_plotly_json(), allow_nan=False)
