import pytest

from helpers import charts, data

TABLES = ("gulag_economy", "karlag_production", "unit_conversions")


@pytest.fixture
def tables():
    return [data.load(name) for name in TABLES]


def marks(figure):
    """Take the marks with words at them: link, size and name of the trace."""
    return {
        link: (size, trace.name)
        for trace in figure.data
        if trace.mode == "markers+text"
        for link, size in zip(trace.customdata, trace.x, strict=True)
    }


def claim(figure):
    return marks(figure)["karlag_production/dzhezkazgan-1941-1945-mortar-mines"]


def test_the_claim_as_printed_stands_second(tables):
    """Only the whole of the USSR is greater than the 95,520,000 of one camp."""
    found = marks(charts.munitions(*tables))

    greatest = sorted((size for size, _ in found.values()), reverse=True)
    assert [268_300_000, 95_520_000] == greatest[:2]


def test_alt_text_gives_both_ratios(tables):
    """Two and a half times the NKVD, 35.6 per cent of the USSR."""
    alt = charts.munitions(*tables).layout.meta["alt"]

    assert "35.6 % of all Soviet mortar rounds and 2.5 times all bomb bodies of the NKVD" in alt


@pytest.mark.parametrize(("digits", "size"), [(1, 9_552_000), (2, 955_200), (3, 95_520)])
def test_a_reading_has_a_mark_of_its_own(tables, digits, size):
    """A number with zeros left out is never drawn as a claim of the source."""
    assert (size, "a reading, computed from the claim") == claim(
        charts.munitions(*tables, digits=digits)
    )


def test_the_printed_number_is_a_claim(tables):
    """Nothing left out, the mark is that of what is claimed."""
    assert "claimed" == claim(charts.munitions(*tables))[1]


def test_lengths_are_drawn_on_the_linear_axis_only(tables):
    """A length on a logarithmic axis would mean nothing."""
    linear, log = (charts.munitions(*tables, scale=scale) for scale in ("linear", "log"))

    assert ["lines"] == [trace.mode for trace in linear.data if trace.mode == "lines"]
    assert not [trace for trace in log.data if trace.mode == "lines"]
    assert (0, "log") == (linear.layout.xaxis.range[0], log.layout.xaxis.type)


def test_the_unit_of_karlag_is_supposed_in_words(tables):
    """The table says that the source names no unit."""
    figure = charts.munitions(*tables)
    table = figure.layout.meta["table"]
    line = next(row for row in table["rows"] if row[0].startswith("Karlag"))

    assert "Unit not stated; pieces supposed." in line[table["columns"].index("Note")]
    assert "if pieces are meant" in line[0]


def test_every_number_is_in_pieces(tables):
    """37,685.7 thousand pieces are drawn as 37,685,700."""
    found = marks(charts.munitions(*tables))
    size = next(size for link, (size, _) in found.items() if "mortar-bodies unit" in link)

    assert 37_685_700 == pytest.approx(size)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [({"scale": "square"}, "no scale 'square'"), ({"digits": 4}, "choose 0 to 3")],
)
def test_munitions_refuses_nonsense(tables, wrong, message):
    """The message names what can be chosen."""
    with pytest.raises(ValueError, match=message):
        charts.munitions(*tables, **wrong)


def test_munitions_misses_a_whole(tables):
    """Without the whole of the USSR there is nothing to compare with."""
    economy, *others = tables
    cut = economy[economy["row_id"] != "ussr-1941-1945-mortar-rounds"]

    with pytest.raises(ValueError, match="no row ussr-1941-1945-mortar-rounds"):
        charts.munitions(cut, *others)
