import pandas as pd
import pytest

from helpers import data
from helpers.charts._mortality.expected_against_claims import expected_against_claims


def number(row, measure, value, first, last, **more):
    return {
        "row": row,
        "row_id": row.split("/")[1],
        "camp_id": "karlag",
        "system": "itl_itk",
        "measure": measure,
        "value_min": value,
        "value_max": value,
        "qualifier": "exact",
        "value_text": "",
        "date_text": f"{first}-{last}",
        "date_start": pd.Timestamp(first, 1, 1),
        "date_end": pd.Timestamp(last, 12, 31),
        "same_as": "",
        "source_keys": "petrov_gulag",
        "status": "claimed",
        "checked": "second_hand",
        "note": "",
        **more,
    }


def frame(*rows):
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


@pytest.fixture
def population():
    return frame(
        number("camp_population/k42", "prisoners", 40000, 1942, 1942),
        number("camp_population/k42-04", "prisoners", 44000, 1942, 1942),
    )


@pytest.fixture
def totals():
    return frame(number("gulag_totals/r42", "mortality", 25, 1942, 1942))


@pytest.fixture
def claims():
    """Build an open claim, an unread estimate, and a claim on another camp."""
    return frame(
        number(
            "camp_claims/open", "deaths", 40000, 1942, 1943, qualifier="at_least", value_max=None
        ),
        number(
            "camp_claims/unread", "deaths", 30000, 1942, 1943, status="estimated", checked="unread"
        ),
        number("camp_claims/other", "deaths", 600, 1938, 1953, camp_id="alzhir"),
    )


def trace(figure, words):
    return next(one for one in figure.data if one.name and words in one.name)


def test_the_computed_number_runs_between_its_ends(population, totals, claims):
    """40,000 and 44,000 prisoners at 25 percent are 10,000 and 11,000, linked to all inputs."""
    figure = expected_against_claims(population, totals, claims, camp="karlag")
    computed = trace(figure, "computed")

    assert [10000, 11000] == list(computed.x)
    assert {"camp_population/k42", "camp_population/k42-04", "gulag_totals/r42"} == set(
        computed.customdata[0].split()
    )


def test_claims_estimates_and_computed_numbers_differ_in_mark(population, totals, claims):
    """Three kinds of number have three marks; unread is open, computed has a dot."""
    figure = expected_against_claims(population, totals, claims, camp="karlag")

    assert ["circle-dot", "diamond", "star-open"] == [one.marker.symbol for one in figure.data[:3]]
    assert "estimate, not re-read" == figure.data[2].name
    assert 0 == figure.layout.xaxis.range[0]


def test_years_without_a_number_stand_on_the_chart_and_in_the_table(population, totals, claims):
    """The claims run to 1943; for that year nothing is known, and nothing is filled in."""
    figure = expected_against_claims(population, totals, claims, camp="karlag")
    rows = figure.layout.meta["table"]["rows"]

    assert "left out: 1943" in figure.data[-1].text[0].replace("<br>", " ")
    assert ["1943", "no number of prisoners and no death rate"] == rows[-1][1:3]
    assert "40,000–44,000 prisoners x 25 percent" == rows[-2][0]
    assert "" == figure.layout.meta["table"]["links"][-1]


def test_the_alt_text_calls_it_an_order_of_magnitude(population, totals, claims):
    """It gives the claims with their words, and says that the computed number is no count."""
    alt = expected_against_claims(population, totals, claims, camp="karlag").layout.meta["alt"]

    assert "at least 40,000" in alt
    assert "10,000–11,000 in 1 year: an order of magnitude, no count" in alt


def test_a_camp_without_claims_is_an_error(population, totals, claims):
    """The message names the camps that have any."""
    with pytest.raises(ValueError, match="'steplag'; the table has alzhir, karlag"):
        expected_against_claims(population, totals, claims, camp="steplag")


def test_expected_against_claims_draws_the_tables_of_the_book():
    """For Karlag the rates give about 50,000, the claims 30,000 and 40,000."""
    tables = [data.load(name) for name in ("camp_population", "gulag_totals", "camp_claims")]
    figure = expected_against_claims(*tables, camp="karlag")
    known = {row for table in tables for row in table["row"]}
    marks = [link for line in figure.data[:-1] for row in line.customdata for link in row.split()]
    links = " ".join(figure.layout.meta["table"]["links"]).split()

    assert set(marks) | set(links) <= known
    assert [50000, 50000] == [round(end, -4) for end in trace(figure, "computed").x]
    assert {30000, 40000} <= set(trace(figure, "claim").x)
    assert {"slides_karlag", "spravka_mortality"} <= set(figure.layout.meta["sources"])
    assert "NaN" not in figure.to_json()
