import pandas as pd
import pytest

from helpers import charts, data
from helpers.charts._totals.camp_times import camp_times
from helpers.charts._totals.kazakhstan_share import kazakhstan_share


@pytest.fixture(scope="module")
def tables():
    return [data.load(name) for name in ("camps", "camp_population", "gulag_totals")]


def test_the_share_of_kazakhstan_says_at_least_where_a_camp_is_missing(tables):
    """Of 1953 Karlag has no count of 1 January: the bar has an arrow, the table the name."""
    figure = charts.kazakhstan_share(*tables)
    lines = {line[0]: line for line in figure.layout.meta["table"]["rows"]}
    arrows = next(trace for trace in figure.data if trace.name.startswith("at least"))

    assert "at least 3.1" == lines["1953-01-01"][1]
    assert "Karaganda ITL" in lines["1953-01-01"][4]
    assert 1953 in arrows.x
    assert 1941 not in arrows.x


def test_a_year_without_a_count_has_no_bar(tables):
    """1945 has no count of 1 January: no bar, not a bar of zero."""
    figure = charts.kazakhstan_share(*tables)
    bars = [trace for trace in figure.data if trace.type == "bar"]

    assert 1945 not in {year for trace in bars for year in trace.x}


def test_numbers_not_re_read_stand_in_hollow_bars(tables):
    """The bar of 1941 rests on a number of Karlag known from the literature."""
    figure = charts.kazakhstan_share(*tables)
    hollow = next(trace for trace in figure.data if trace.name == "the same, not re-read")

    assert 1941 in hollow.x
    assert "camp_population/karlag-1941-01-01" in " ".join(hollow.customdata)


def test_the_whole_can_be_changed(tables):
    """The same camps are a smaller part of camps and colonies."""
    alts = [kazakhstan_share(*tables, whole=name).layout.meta["alt"] for name in ("itl", "itl_itk")]

    assert "9.3 to 9.4 per cent (1944)" in alts[0]
    assert "5.2 to 5.3 per cent (1944)" in alts[1]


def test_a_whole_without_counts_is_refused(tables):
    """A chart of nothing is an error that says what is missing."""
    with pytest.raises(ValueError, match="system 'nothing'"):
        kazakhstan_share(*tables, whole="nothing")


@pytest.fixture
def camps():
    """Build a camp with a head, one without, one without dates, and the republic."""
    common = {"place": "Steppe", "source_keys": "smirnov1998", "checked": "reproduced"}
    rows = [
        ("luglag", "Luglag (Special Camp No. 9)", "special camp", "1949-10-10", "1951-09-01"),
        ("karlag", "Karaganda ITL (Karlag)", "ITL", "1931-09-17", "1959-07-27"),
        ("balkhash", "Balkhash camp sections", "camp section", None, None),
        ("kazssr_all", "Kazakh SSR", "whole republic", "1930-01-01", "1960-01-01"),
    ]
    table = pd.DataFrame(
        [
            {
                **common,
                "row": f"camps/{name}",
                "row_id": name,
                "camp_id": name,
                "name_en": words,
                "kind": kind,
                "opened_text": first or "",
                "opened_start": first,
                "opened_end": first,
                "closed_text": last or "",
                "closed_start": last,
                "closed_end": last,
            }
            for name, words, kind, first, last in rows
        ]
    )
    days = ["opened_start", "opened_end", "closed_start", "closed_end"]
    return table.assign(**{day: pd.to_datetime(table[day]) for day in days})


@pytest.fixture
def heads():
    return pd.DataFrame(
        [
            {
                "row": "camp_heads/luglag-slyusarenko-1949",
                "row_id": "luglag-slyusarenko-1949",
                "camp_id": "luglag",
                "head": "A. I. Slyusarenko",
                "role": "head",
                "start_known": "yes",
                "end_known": "no",
                "date_text": "1949-10-10 to 1951-03-13",
                "date_start": pd.Timestamp("1949-10-10"),
                "date_end": pd.Timestamp("1951-03-13"),
                "source_keys": "memorial_de",
                "checked": "reproduced",
            }
        ]
    )


def test_a_bar_runs_from_opening_to_closing(camps, heads):
    """The earliest camp is on top; what is no camp, and what has no dates, has no bar."""
    figure = camp_times(camps, heads)
    bars = {trace.name: trace for trace in figure.data if trace.type == "bar"}

    assert {"ITL", "special camp"} == set(bars)
    assert (1931.71, 0) == (bars["ITL"].base[0], bars["ITL"].y[0])
    assert 27.86 == bars["ITL"].x[0]


def test_a_term_with_an_open_end_has_a_dot(camps, heads):
    """The line is the time on record; the dot says that the term may have lasted longer."""
    figure = camp_times(camps, heads)
    dots = next(trace for trace in figure.data if trace.name == "its end is not known")

    assert [1951.19] == list(dots.x)


def test_a_camp_without_a_head_says_so(camps, heads):
    """Nothing recorded is said in words, in hover text and table."""
    figure = camp_times(camps, heads)
    lines = {line[0]: line for line in figure.layout.meta["table"]["rows"]}

    assert "none" == lines["Karaganda ITL (Karlag)"][3]
    assert "Heads are recorded for 1 of them, 1 terms" in figure.layout.meta["alt"]


def test_a_term_leads_to_its_own_row(camps, heads):
    """The line of a head opens the row of the head, the bar around it that of the camp."""
    figure = camp_times(camps, heads)
    line = next(trace for trace in figure.data if trace.name == "a head is recorded")

    assert heads["row"].tolist() == [link for link in line.customdata if link][::2]


def test_camps_without_dates_are_refused(camps, heads):
    """The message says what the table lacks."""
    with pytest.raises(ValueError, match="no camp of the table has a day"):
        camp_times(camps.iloc[:0], heads)
