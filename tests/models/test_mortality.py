import pandas as pd
import pytest

from helpers import data
from helpers.models import mortality


def number(row_id, measure, value, start, end=None, **more):
    first, last = pd.Timestamp(start), pd.Timestamp(end or start)
    return {
        "row": f"camp_population/{row_id}",
        "row_id": row_id,
        "camp_id": "karlag",
        "system": "itl_itk",
        "measure": measure,
        "value_min": value,
        "value_max": value,
        "date_start": first,
        "date_end": last,
        "same_as": "",
        "source_keys": "petrov_gulag",
        "status": "counted",
        "checked": "reproduced",
        "note": "",
        **more,
    }


def year(row_id, measure, value, when, **more):
    return number(row_id, measure, value, f"{when}-01-01", f"{when}-12-31", **more)


def frame(*rows):
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})


@pytest.fixture
def rates():
    return frame(year("r42", "mortality", 25, 1942), year("r43", "mortality", 20, 1943))


def test_a_camp_rate_relates_deaths_to_the_opening_count():
    """1,044 dead of 4,695 prisoners on 1 January are 22.2 percent."""
    table = frame(
        year("dead", "deaths", 1044, 1944),
        number("opening", "prisoners", 4695, "1944-01-01"),
        number("later", "prisoners", 9999, "1944-07-01"),
    )
    line = mortality.camp_rates(table).iloc[0]

    assert 22.236 == line["rate"]
    assert "camp_population/dead camp_population/opening" == line["row"]


def test_a_camp_without_an_opening_count_has_no_rate():
    """The deaths stay; the rate is missing, not zero."""
    table = frame(year("dead", "deaths", 1245, 1944), year("yearly", "prisoners", 6925, 1944))
    line = mortality.camp_rates(table).iloc[0]

    assert 1245 == line["deaths"]
    assert pd.isna(line["rate"])
    assert pd.isna(line["prisoners"])


def test_deaths_over_many_years_are_no_rate():
    """A number for a whole time is not a yearly one."""
    table = frame(number("whole", "deaths", 40000, "1931-01-01", "1959-12-31"))

    assert mortality.camp_rates(table).empty


def test_expected_deaths_are_prisoners_times_rate(rates):
    """The lowest and the highest number of a year give the two ends."""
    held = frame(
        year("k42", "prisoners", 40000, 1942),
        number("k42-04", "prisoners", 44000, "1942-04-01"),
        number("repeat", "prisoners", 99999, "1942-05-01", same_as="k42-04"),
    )
    line = mortality.expected_deaths(held, rates, "karlag").iloc[0]

    assert (10000, 11000) == (line["low"], line["high"])
    assert "" == line["missing"]
    assert {"camp_population/k42", "camp_population/k42-04", "camp_population/r42"} == set(
        line["row"].split()
    )


def test_a_year_without_a_number_is_listed_not_filled(rates):
    """Each year says what is missing, and has no deaths."""
    held = frame(year("k42", "prisoners", 40000, 1942), year("k44", "prisoners", 50000, 1944))
    lines = mortality.expected_deaths(held, rates, "karlag", years=(1941, 1944))

    assert [
        "no number of prisoners and no death rate",
        "",
        "no number of prisoners",
        "no death rate",
    ] == lines["missing"].tolist()
    assert [True, False, True, True] == lines["low"].isna().tolist()


def test_a_bound_counts_as_itself(rates):
    """More than 13,500 prisoners are taken as 13,500."""
    held = frame(year("k42", "prisoners", 13500, 1942, value_max=None))

    assert 3375 == mortality.expected_deaths(held, rates, "karlag")["high"].item()


def test_an_undated_number_is_left_out(rates):
    """A number without a day has no rate."""
    undated = number("undated", "prisoners", 34536, "1942-01-01")
    held = frame(
        year("k43", "prisoners", 45000, 1943), undated | {"date_start": pd.NaT, "date_end": pd.NaT}
    )

    assert [1943] == mortality.expected_deaths(held, rates, "karlag")["year"].tolist()


def test_unknown_camps_and_systems_are_named(rates):
    """The message says what was given and what exists."""
    held = frame(year("k42", "prisoners", 40000, 1942))

    with pytest.raises(ValueError, match="no dated number of prisoners for camp 'karlga'"):
        mortality.expected_deaths(held, rates, "karlga")
    with pytest.raises(ValueError, match="no mortality for system 'itl'; the table has itl_itk"):
        mortality.expected_deaths(held, rates, "karlag", system="itl")


def test_karlag_at_the_mean_rates_gives_about_fifty_thousand():
    """From the book's tables: the order of magnitude of 1931-1959, five years left out."""
    population, totals = data.load("camp_population"), data.load("gulag_totals")
    lines = mortality.expected_deaths(population, totals, "karlag", years=(1931, 1959))
    known = set(population["row"]) | set(totals["row"])

    assert [50000, 50000] == [round(lines[end].sum(), -4) for end in ("low", "high")]
    assert [1952, 1956, 1957, 1958, 1959] == lines.loc[lines["missing"] != "", "year"].tolist()
    assert set(" ".join(lines["row"]).split()) <= known
