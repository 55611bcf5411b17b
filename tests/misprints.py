"""Sentences of two years with a misprint each, for the tests of the model and of the chart."""

from __future__ import annotations

import pandas as pd


def sentence(category: str, value: float, year: int = 1932, **more: object) -> dict[str, object]:
    """Make a row of the table of convictions."""
    return {
        "row": f"convictions/ussr-{year}-{category}",
        "row_id": f"ussr-{year}-{category}",
        "scope": "ussr",
        "category": category,
        "measure": "sentenced",
        "unit": "persons",
        "value_min": value,
        "value_max": value,
        "qualifier": "exact",
        "value_text": "",
        "date_text": str(year),
        "date_start": pd.Timestamp(f"{year}-01-01"),
        "date_end": pd.Timestamp(f"{year}-12-31"),
        "date_kind": "year",
        "source_keys": "kurashvili1996",
        "status": "counted",
        "checked": "reproduced",
        "note": "",
        "camp_id": "",
        **more,
    }


def misprinted() -> pd.DataFrame:
    """Build a year with a misprint that can be read, and one with a broken number."""
    mended = {"value_text": "22,728", "note": "Corrected: the page prints 22,728."}
    rows = [
        sentence("total", 141919),
        sentence("death", 2728, **mended),
        sentence("camps_colonies_prisons", 73946),
        sentence("exile", 36017),
        sentence("other_measures", 29228),
        sentence("total", 790665, 1937, note="Corrected: a broken number."),
        sentence("death", 353074, 1937),
    ]
    return pd.DataFrame(rows).astype({"value_min": "Float64", "value_max": "Float64"})
