import json

import pandas as pd
import pytest

from helpers import data
from helpers.charts._kinds.kinds import claims_of_texts, kinds
from helpers.explore import Explorer


def rows(table, **columns):
    view = pd.DataFrame({"source_keys": "bolashaq", **columns})
    return view.assign(row=[f"{table}/r{number}" for number in range(len(view))])


@pytest.fixture
def tables():
    """Build a table of four numbers, one of two, and one that holds no numbers."""
    return {
        "few_rows": rows("few_rows", status=["claimed"] * 2, checked=["unread"] * 2),
        "more_rows": rows(
            "more_rows",
            status=["counted", "counted", "counted", "claimed"],
            checked=["reproduced", "reproduced", "reproduced", "unread"],
        ),
        "people": rows("people", name=["A"]),
    }


@pytest.fixture
def claims():
    """Build three claims of the slides, one against itself, one against another, and a fourth."""
    return rows(
        "teaching_claims",
        claim_id=["S0-001", "S0-002", "S0-003", "S3-001"],
        text=["slides_karlag"] * 3 + ["article_kengir"],
        conflict=[
            "S0-002 (same text): 5; S3-001 (Kengir article): 6",
            "S3-001 (Kengir article): 6",
            "",
            "",
        ],
        qualifier=["exact", "exact", "", ""],
        arithmetic=["5 + 1 = 6", "", "", ""],
        date_kind=["day", "span", "undated", "month"],
    )


def trace(figure, name):
    return next(one for one in figure.data if one.name == name)


def test_kinds_stack_the_rows_of_each_table(tables):
    """The longest table is on top; parts add up to its rows, counted from zero."""
    figure = kinds(tables)

    assert ("more rows (4)", "few rows (2)") == figure.layout.yaxis.ticktext
    assert (3,) == trace(figure, "counted").x
    assert (1, 2) == trace(figure, "claimed").x
    assert "stack" == figure.layout.barmode
    assert 0 == figure.layout.xaxis.range[0]


def test_kinds_leave_out_tables_without_the_column(tables):
    """A table of people has no kinds of numbers."""
    figure = kinds(tables)

    assert {"more_rows", "few_rows"} == {name for one in figure.data for name in one.customdata}


def test_kinds_have_patterns_beside_colours(tables):
    """No two parts look the same without colours, and what is not re-read is hollow."""
    figure = kinds(tables, by="checked")
    hollow = trace(figure, "not re-read").marker

    assert "\\" == trace(kinds(tables), "claimed").marker.pattern.shape
    assert trace(kinds(tables), "counted").marker.pattern.shape is None
    assert hollow.color != hollow.line.color


def test_kinds_in_shares_draw_per_cent(tables):
    """Shares are of each table's own rows; the table view holds both."""
    figure = kinds(tables, share=True)

    assert (75.0,) == trace(figure, "counted").x
    assert (25.0, 100.0) == trace(figure, "claimed").x
    assert "per cent of rows" == figure.layout.xaxis.title.text
    assert ["more rows", "counted", 3, 75, "computed"] == figure.layout.meta["table"]["rows"][0]


def test_kinds_alt_counts_the_parts(tables):
    """The alt text adds up each kind and names the table with most counts."""
    alt = kinds(tables).layout.meta["alt"]

    assert "6 rows in 2 tables: counted 3, claimed 3." in alt
    assert "'counted' has its largest share in more rows: 75.0 per cent (3)." in alt


@pytest.mark.parametrize(
    ("held", "by", "message"),
    [
        (True, "colour", "cannot count by 'colour'; choose from status, checked"),
        (False, "status", "no table has a column 'status'; given: people"),
    ],
)
def test_kinds_refuse_what_does_not_exist(tables, held, by, message):
    """The message says what exists."""
    given = tables if held else {"people": tables["people"]}

    with pytest.raises(ValueError, match=message):
        kinds(given, by=by)


def test_claims_of_texts_tell_inner_from_outer_contradiction(claims):
    """A claim against its own text counts there, even if another text contradicts it too."""
    figure = claims_of_texts(claims)

    assert "Slides on Karlag<br>(3)" == figure.layout.yaxis.ticktext[0]
    assert ("teaching_claims/r0",) == trace(figure, "contradicted in its own text").customdata
    assert ("teaching_claims/r1",) == trace(figure, "only in another of the texts").customdata
    assert (1, 1) == trace(figure, "no contradiction found").x


def test_claims_of_texts_without_a_finding_name_the_table(claims):
    """The part where nothing was found is too long to link; it names its table."""
    figure = claims_of_texts(claims)
    links = figure.layout.meta["table"]["links"]

    assert ("teaching_claims",) * 2 == trace(figure, "no contradiction found").customdata
    assert ["teaching_claims/r0", "teaching_claims/r1", "", ""] == links


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        ("number", {"number tested by calculation": 1, "other number": 1, "no number": 2}),
        ("date", {"dated to a day or month": 2, "to a year or longer": 1, "not dated": 1}),
    ],
)
def test_claims_of_texts_can_be_split_otherwise(claims, by, counts):
    """Numbers and dates are counted by what can be checked of them."""
    figure = claims_of_texts(claims, by=by)

    assert counts == {one.name: sum(one.x) for one in figure.data}


def test_claims_of_texts_refuse_another_split(claims):
    """The message names the ways that exist."""
    with pytest.raises(ValueError, match="choose from conflict, number, date"):
        claims_of_texts(claims, by="topic")


@pytest.mark.parametrize("by", ["status", "checked"])
def test_kinds_draw_the_tables_of_the_book(by):
    """Every row of the real tables is in one part."""
    names = ["camp_population", "camp_claims", "teaching_claims"]
    tables = {name: data.load(name) for name in names}
    figure = kinds(tables, by=by)

    assert sum(map(len, tables.values())) == sum(sum(one.x) for one in figure.data)
    assert set(names) == {name for one in figure.data for name in one.customdata}
    assert figure.layout.meta["sources"]
    json.dumps(figure.to_plotly_json(), allow_nan=False)


@pytest.mark.parametrize("by", ["conflict", "number", "date"])
def test_claims_of_texts_draw_the_table_of_the_book(by):
    """Every real claim is in one part, and every row linked exists."""
    claims = data.load("teaching_claims")
    figure = claims_of_texts(claims, by=by)
    meta = figure.layout.meta
    links = {link for cell in meta["table"]["links"] for link in cell.split()}

    assert len(claims) == sum(sum(one.x) for one in figure.data)
    assert 5 == len(meta["sources"])
    assert links <= set(claims["row"])
    assert links


def test_claims_of_texts_fit_a_page():
    """All states of the explorer stay far below what a page may hold."""
    choices = {
        "by": {"conflict": "conflict", "number": "number"},
        "share": {"no": False, "yes": True},
    }
    figure = Explorer(claims_of_texts, (data.load("teaching_claims"),), choices).figure()

    assert len(json.dumps(figure.layout.meta["explore"])) < 75_000
