"""The markup of a chart, as it is without scripts."""

from __future__ import annotations

import json

import plotly.graph_objects as go
from bs4 import BeautifulSoup

from helpers import charts, data
from helpers.book.figure import markup
from helpers.explore import explore


def page_of(explorer) -> BeautifulSoup:
    """Write the markup of an explorer and read it as a browser does."""
    figure = json.loads(explorer.figure().to_json())
    return BeautifulSoup(markup(figure, "chart-1-0", "../../"), "html.parser")


def test_filters_have_names_and_a_count():
    """Each filter is a labelled list that begins with every; the number shown is announced."""
    events = data.load("kengir_events")
    page = page_of(explore(charts.lanes, events, filters=["side", "event_type"]))
    labels = [page.find("label", {"for": one["id"]}).text for one in page.find_all("select")]
    shown = len(page.find("tbody").find_all("tr"))

    assert ["side", "kind of event"] == labels
    assert ["every", "every"] == [one.find("option").text for one in page.find_all("select")]
    assert f"{shown} of {shown} events shown" == page.find(role="status").text
    assert page.find("button", type="reset")


def test_a_label_stays_beside_its_choice():
    """Where the line breaks on a telephone, the name of a list goes with it."""
    rations = data.load("rations")
    orders = {f"a title long enough for a list, {name}": name for name in rations["order_id"]}
    page = page_of(explore(charts.ration_order, rations, order=orders))
    (choice,) = page.find_all("select")

    assert ["label", "select"] == [one.name for one in choice.parent.find_all(recursive=False)]


def test_a_view_that_is_read_is_its_table():
    """The table stands open in place of a chart, once, under the line that names the day."""
    tables = [data.load(name) for name in ("kengir_events", "kengir_demands", "documents")]
    page = page_of(explore(charts.day, *tables, date=["1954-06-05", "1954-06-26"]))

    assert page.find(class_="steppe-alt").text.startswith("Saturday, 5 June 1954.")
    assert 1 == len(page.find_all("table"))
    assert not page.find(class_="steppe-chart")
    assert not page.find(class_="steppe-table")


def test_many_stops_have_buttons_for_one_step():
    """A slider with more stops than a thumb can tell apart has a button on and one back."""
    few, many = (page_of(explore(bar, year=range(1900, 1900 + stops))) for stops in (31, 41))

    assert [] == few.find_all(class_="steppe-step")
    assert ["year: one back", "year: one on"] == [
        button["aria-label"] for button in many.find_all(class_="steppe-step")
    ]


def bar(*, year: int) -> go.Figure:
    """Draw one bar."""
    return go.Figure(go.Bar(y=[year]), {"meta": {"alt": f"The year {year}.", "sources": []}})
