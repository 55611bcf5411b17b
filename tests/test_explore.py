from __future__ import annotations

import functools
import json
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from helpers import explore as module
from helpers.charts.shared.filters import declare, fitting
from helpers.explore import MIME, STATIC, Explorer, control_kind, explore, pack

WIDGET = "application/vnd.jupyter.widget-view+json"
SHARED = "a remark that all states share " * 10


def bars(table: pd.DataFrame, *, camp: str, share: bool = False, months: int = 1) -> go.Figure:
    rows = table[table["camp"] == camp]
    whole = rows["persons"].sum() if share else 1
    figure = go.Figure(go.Bar(x=rows["year"].tolist(), y=(rows["persons"] / whole).tolist()))
    figure.add_trace(go.Scatter(x=[1949], y=[months], name=SHARED))
    figure.update_layout(
        title_text=SHARED,
        meta={
            "alt": f"Bar chart of {camp}, share {share}, {months} months.",
            "sources": ["smirnov1998"],
        },
    )
    return figure


@pytest.fixture
def table() -> pd.DataFrame:
    return pd.DataFrame(
        {"camp": ["karlag", "karlag", "steplag"], "year": [1949, 1950, 1950], "persons": [6, 2, 3]}
    )


@pytest.fixture
def explorer(table) -> Explorer:
    return explore(bars, table, camp=["karlag", "steplag"], share=[False, True])


def unpacked(packed: dict[str, Any], number: int) -> dict[str, Any]:
    """Put one state together as the page does."""
    pool, state = packed["pool"], packed["states"][number]
    return {
        "data": [pool[place] for place in state["data"]],
        "layout": {name: pool[place] for name, place in state["layout"].items()},
        "meta": {name: pool[place] for name, place in state["meta"].items()},
    }


def plain(figure: go.Figure) -> dict[str, Any]:
    """Take a figure apart as the page has it: no template, what it carries beside it."""
    found = json.loads(figure.to_json())
    found["layout"].pop("template", None)
    return {"meta": found["layout"].pop("meta", {}), **found}


def test_each_state_is_the_figure_that_the_function_draws(explorer, table):
    """What a reader chooses on the page is what the function gives in the notebook."""
    states = explorer.states()

    assert [
        ("karlag", "False"),
        ("karlag", "True"),
        ("steplag", "False"),
        ("steplag", "True"),
    ] == list(states)
    assert bars(table, camp="steplag", share=True) == states["steplag", "True"]
    assert bars(table, camp="karlag", share=False) == explorer.draw()


def test_the_page_has_every_state_in_the_order_of_the_controls(explorer, table):
    """The stored states, put together again, are the figures of all choices."""
    stored = explorer.figure().layout.meta["explore"]

    expected = [
        plain(bars(table, camp=camp, share=share))
        for camp in ("karlag", "steplag")
        for share in (False, True)
    ]
    assert expected == [unpacked(stored, number) for number in range(4)]


def test_the_figure_is_the_first_state(explorer, table):
    """Without scripts the reader sees the first choice of each control."""
    first, drawn = explorer.figure(), bars(table, camp="karlag")

    assert drawn.data == first.data
    assert drawn.layout.title == first.layout.title
    assert drawn.layout.meta["alt"] == first.layout.meta["alt"]
    assert ["smirnov1998"] == first.layout.meta["sources"]


def test_controls_are_described_for_the_page(explorer):
    """Name, label, kind and words of each control go to the page."""
    camp, share = explorer.figure().layout.meta["explore"]["controls"]

    assert {
        "name": "camp",
        "label": "camp",
        "kind": "radio",
        "values": ["karlag", "steplag"],
        "ticked": False,
    } == camp
    assert ("in per cent", "checkbox", ["False", "True"]) == (
        share["label"],
        share["kind"],
        share["values"],
    )


def test_a_box_that_is_ticked_first_is_ticked_in_both_lives(table):
    """Where True comes first, page and notebook begin with the box ticked and the chart of it."""
    explorer = explore(bars, table, camp=["karlag"], share=[True, False])
    widget = explorer.widget()

    assert explorer.figure().layout.meta["explore"]["controls"][1]["ticked"]
    assert widget.children[0].children[1].value is True
    assert plain(bars(table, camp="karlag", share=True)) == shown(widget)


def test_words_for_the_reader_may_differ_from_values(table):
    """A dict gives each value its words; a list shows the values without underscores."""
    named = explore(
        bars, table, camp={"the camp at Karaganda": "karlag", "Special Camp 4": "steplag"}
    )
    listed = explore(bars, table, camp=["four_camps"])

    assert bars(table, camp="steplag") == named.draw(["Special Camp 4"])
    assert {"four camps": "four_camps"} == listed.choices["camp"]


def test_pack_stores_what_states_share_once():
    """A part that two figures share has one place in the pool, and nothing is lost."""
    one = {"data": [{"y": [1]}, {"y": [2]}], "layout": {"title": "A", "height": 400}}
    two = {"data": [{"y": [1]}, {"y": [3]}], "layout": {"height": 400, "meta": {"alt": "Two"}}}
    packed = pack([one, two])

    assert [{"y": [1]}, {"y": [2]}, "A", 400, {"y": [3]}, "Two"] == packed["pool"]
    assert {**one, "meta": {}} == unpacked(packed, 0)
    assert {"data": two["data"], "layout": {"height": 400}, "meta": {"alt": "Two"}} == unpacked(
        packed, 1
    )


def test_pack_leaves_templates_out():
    """The page knows the template; no state carries it again."""
    packed = pack([{"data": [], "layout": {"template": {"layout": {}}, "height": 1}}])

    assert [1] == packed["pool"]


def test_pack_does_not_change_its_figures():
    """The figures can be shown after they were packed."""
    figure = {"data": [], "layout": {"template": {}, "meta": {"alt": "A"}}}
    pack([figure])

    assert {"data": [], "layout": {"template": {}, "meta": {"alt": "A"}}} == figure


def test_too_many_states_name_the_control_to_shorten(table, monkeypatch):
    """Who offers too much is told how much it weighs and which list is the longest."""
    monkeypatch.setattr(module, "LIMIT", 2_000)
    heavy = explore(bars, table, camp=["karlag", "steplag"], months=range(1, 31))

    with pytest.raises(
        ValueError, match=r"^\d+ KB of states, a page holds 2 KB; shorten 'months' \(30 values\)$"
    ):
        heavy.figure()


def test_the_limit_is_what_a_page_holds(table):
    """As many states as fit are shown; 150 KB are a page's share."""
    fits = explore(bars, table, camp=["karlag", "steplag"], months=range(1, 31))

    assert 150_000 == module.LIMIT
    assert 60 == len(fits.figure().layout.meta["explore"]["states"])


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([False, True], "checkbox"),
        ([True, False], "checkbox"),
        (["a", "b"], "radio"),
        (["a", "b", "c"], "radio"),
        (["a", "b", "c", "d"], "select"),
        ([1930, 1940, 1950], "radio"),
        ([1930, 1940, 1950, 1960], "range"),
        ([1930, 1950, 1940, 1960], "select"),
        ([0.5, 1.0, 1.5, 2.0], "select"),
        ([True], "radio"),
        (list(pd.date_range("1954-05-14", "1954-05-18")), "range"),
        (list(pd.date_range("1954-05-14", "1954-05-18"))[::-1], "select"),
        (["1954-05-14", "1954-05-15", "1954-05-16", "1954-05-17"], "select"),
    ],
)
def test_the_values_decide_the_control(values, kind):
    """Yes and no make a box, rising numbers or days a slider, few words buttons, many a list."""
    assert kind == control_kind({str(value): value for value in values})


@pytest.mark.parametrize(
    ("choices", "named"),
    [({}, "this chart"), ({"camp": []}, "camp"), ({"camp": ["karlag"], "share": {}}, "share")],
)
def test_an_empty_choice_is_refused(table, choices, named):
    """A control with nothing to choose from is an error that names it."""
    with pytest.raises(ValueError, match=f"^nothing to choose from for {named}$"):
        explore(bars, table, **choices)


def test_while_the_book_is_built_the_output_is_a_figure_only(explorer, monkeypatch):
    """The page needs the states; a widget would stay dead there."""
    monkeypatch.setenv(STATIC, "1")
    bundle = explorer._repr_mimebundle_()

    assert {MIME, "text/plain"} == set(bundle)
    assert 4 == len(bundle[MIME]["layout"]["meta"]["explore"]["states"])
    assert {"plotlyServerURL": ""} == bundle[MIME]["config"]


def test_in_jupyter_the_output_has_a_widget_and_the_figure(explorer, monkeypatch):
    """Each front end takes its own; the figure is the same as on the page."""
    monkeypatch.setenv(STATIC, "1")
    static = explorer._repr_mimebundle_()
    monkeypatch.delenv(STATIC)
    live = explorer._repr_mimebundle_()

    assert {WIDGET, MIME, "text/plain"} == set(live)
    assert static[MIME] == live[MIME]
    assert static["text/plain"] == live["text/plain"]


def test_an_output_has_the_same_bytes_every_time(explorer, table, monkeypatch):
    """Nothing in a stored output depends on when or how often it was made."""
    monkeypatch.setenv(STATIC, "1")
    again = explore(bars, table, camp=["karlag", "steplag"], share=[False, True])

    assert json.dumps(explorer._repr_mimebundle_()) == json.dumps(again._repr_mimebundle_())
    assert "bars by camp: karlag, steplag; share: False, True" == repr(explorer)


def test_a_function_with_arguments_filled_in_can_be_explored(table):
    """A partial function has no name of its own and is shown all the same."""
    explorer = explore(functools.partial(bars, table), camp=["karlag", "steplag"])

    assert "chart by camp: karlag, steplag" == repr(explorer)
    assert bars(table, camp="karlag") == explorer.draw()


def test_tables_with_days_and_arrays_can_be_explored():
    """An instructor's own chart may hand pandas columns to plotly."""

    def own(days: pd.Series, *, factor: int) -> go.Figure:
        return go.Figure(go.Scatter(x=days, y=(days.dt.year * factor).to_numpy()))

    days = pd.Series(pd.to_datetime(["1954-05-16", "1954-06-26"]))
    figure = explore(own, days, factor=[1, 2]).figure()

    assert 2 == len(figure.layout.meta["explore"]["states"])
    assert json.loads(figure.to_json())["layout"]["meta"]["explore"]["pool"]


def shown(widget: Any) -> dict[str, Any]:
    """Take the chart that a widget shows."""
    (output,) = widget.children[1].outputs
    figure = json.loads(json.dumps(output["data"][MIME]))
    figure["layout"].pop("template", None)
    return {"meta": figure["layout"].pop("meta", {}), **figure}


def test_the_widget_shows_the_first_choice(explorer, table):
    """A running notebook begins where the page begins."""
    assert plain(bars(table, camp="karlag", share=False)) == shown(explorer.widget())


@pytest.mark.parametrize("share", [False, True])
@pytest.mark.parametrize("camp", ["karlag", "steplag"])
def test_the_controls_change_the_chart(explorer, table, camp, share):
    """Every choice in a running notebook shows the figure of that choice."""
    widget = explorer.widget()
    camps, box = widget.children[0].children
    camps.value, box.value = camp, share

    assert plain(bars(table, camp=camp, share=share)) == shown(widget)


def test_slider_and_list_change_the_chart(table):
    """Sliders and lists give the values behind their words."""
    widget = explore(
        bars,
        table,
        camp={"Karaganda": "karlag", "Kengir": "steplag", "a": "a", "b": "b"},
        months=[1, 2, 3, 4],
    ).widget()
    names, months = widget.children[0].children
    names.value, months.value = "Kengir", "3"

    assert plain(bars(table, camp="steplag", months=3)) == shown(widget)
    assert ["Dropdown", "SelectionSlider"] == [type(one).__name__ for one in (names, months)]


def test_a_choice_may_be_several_values(table):
    """A word may stand for a list, in the widget as on the page."""

    def several(rows: pd.DataFrame, *, camps: list[str]) -> go.Figure:
        return go.Figure(go.Bar(y=[int(rows["camp"].isin(camps).sum())]))

    explorer = explore(several, table, camps={"both": ["karlag", "steplag"], "Karlag": ["karlag"]})
    widget = explorer.widget()
    widget.children[0].children[0].value = "Karlag"

    assert [2] == shown(widget)["data"][0]["y"]
    assert 2 == len(explorer.figure().layout.meta["explore"]["states"])


def test_explore_leaves_its_tables_alone(explorer, table):
    """Drawing every state changes no table."""
    before = table.copy()
    explorer.figure()

    pd.testing.assert_frame_equal(before, table)


def dots(rows: pd.DataFrame, *, camp: str = "every", size: int = 1) -> go.Figure:
    """Draw a chart with a filter, as chart functions do it."""
    classes = pd.DataFrame({"camp": [[name] for name in rows["camp"]]}, index=rows.index)
    kept = fitting(classes, {"camp": camp})
    shown = rows[kept]
    links = [f"camps/{name}" for name in shown["camp"]]
    figure = go.Figure(go.Scatter(x=shown["year"].tolist(), customdata=links))
    table = {"columns": ["Year"], "rows": shown[["year"]].to_numpy().tolist(), "links": links}
    figure.update_layout(meta={"alt": f"{len(shown)} dots of size {size}", "table": table})
    cited = shown.assign(source_keys="smirnov1998")
    return declare(
        figure, cited, classes[kept], {"camp": ["steplag", "karlag", "alzhir"]}, "dots", "none"
    )


def test_a_filter_costs_no_states(table):
    """One figure is stored, whatever can be chosen; the words come from the chart, in its order."""
    stored = explore(dots, table, filters=["camp"]).figure().layout.meta["explore"]

    assert 1 == len(stored["states"])
    assert [("camp", "filter", ["every", "steplag", "karlag"])] == [
        (one["name"], one["kind"], one["values"]) for one in stored["controls"]
    ]


def test_filters_stand_beside_other_controls(table):
    """Each state carries what its lines are; the controls that have states come first."""
    stored = explore(dots, table, size=[1, 2], filters=["camp"]).figure().layout.meta["explore"]
    facets = unpacked(stored, 1)["meta"]["filter"]["facets"]

    assert ["size", "camp"] == [one["name"] for one in stored["controls"]]
    assert [["karlag"], ["karlag"], ["steplag"]] == facets["camp"]["lines"]


def test_a_filter_in_a_notebook_calls_the_function(table):
    """What is chosen in a running notebook is what the function gives for it."""
    widget = explore(dots, table, size=[1, 2], filters=["camp"]).widget()
    sizes, camps = widget.children[0].children
    before = shown(widget)
    sizes.value, camps.value = "2", "karlag"

    assert plain(dots(table)) == before
    assert plain(dots(table, camp="karlag", size=2)) == shown(widget)


@pytest.mark.parametrize(
    ("chart", "message"),
    [
        (dots, "^the chart has no filter 'place'; it has camp$"),
        (bars, "^the chart has no filter 'place'; it has none$"),
    ],
)
def test_a_filter_that_the_chart_does_not_know_is_named(table, chart, message):
    """A misspelt filter is an error, not a control without effect."""
    with pytest.raises(ValueError, match=message):
        explore(chart, table, filters=["place"], camp="karlag").figure()


def test_a_chart_with_a_filter_alone_that_weighs_too_much_says_so(table, monkeypatch):
    """Where no control could be shortened, the rows are named."""
    monkeypatch.setattr(module, "LIMIT", 100)

    with pytest.raises(ValueError, match="a page holds 0 KB; give the chart fewer rows"):
        explore(dots, table, filters=["camp"]).figure()


def test_an_explorer_says_its_filters(table):
    """The plain text of the output names what can be chosen."""
    assert "dots by size: 1, 2; camp: any" == repr(
        explore(dots, table, size=[1, 2], filters=["camp"])
    )


def test_a_figure_that_is_read_keeps_no_traces_for_the_page():
    """Its table is what the page shows; the states do not carry it twice."""
    figure = {"data": [{"type": "table"}], "layout": {"meta": {"view": "table", "alt": "A"}}}

    assert {"data": [], "layout": {}, "meta": {"view": "table", "alt": "A"}} == unpacked(
        pack([figure]), 0
    )
