"""The land that the harvest would need, beside the land that sources give."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from helpers import sources, theme, units
from helpers.charts._farm.marks import (
    dated,
    inputs,
    joined,
    rounded,
    said,
    shelved,
    size,
    sown,
    written,
)
from helpers.charts.shared.record import record
from helpers.models import fields

#: Crops of a state: product -> the product under which a yield is known.
CROPS = {
    "wheat": {"wheat": "spring wheat"},
    "all three": {
        "wheat": "spring wheat",
        "potatoes": "potatoes",
        "vegetables, melons and fruit": "vegetables",
    },
}

#: Where the yields of root crops and vegetables come from; it has also a yield of wheat.
DISTRICT = "Dzhezkazgan district"

#: Measures of land in the table of the camp, in words.
LAND = {
    "sown_area": "arable or sown land",
    "harvested_area": "harvested area",
    "area_used_for_crops": "land used for crops",
}


def farm_land(
    production: pd.DataFrame,
    regional: pd.DataFrame,
    claims: pd.DataFrame,
    factors: pd.DataFrame,
    *,
    camp: str = "karlag",
    crops: str = "wheat",
) -> go.Figure:
    """
    Reckon the land for the harvests of a camp at yields known elsewhere.

    Parameters
    ----------
    production : DataFrame
        ``karlag_production``: harvests (mass over a span of years) and areas (ha).
    regional : DataFrame
        ``regional_output``: measures ``crop_yield``; and, of Kazakhstan, ``harvest`` and
        ``sown_area`` of grain, from which a yield is computed.
    claims : DataFrame
        ``camp_claims``: the measure ``sown_area`` (km²).
    factors : DataFrame
        ``unit_conversions``.
    camp : str, optional
        ``camp_id`` of the camp.
    crops : str, optional
        ``wheat`` alone, or ``all three``: then potatoes and vegetables are added at the yields
        of the Dzhezkazgan district.

    Returns
    -------
    Figure
        Bars from zero in ha: computed ones for each yield (of a range up to its greater end),
        then the areas as sources give them.

    Raises
    ------
    ValueError
        If there is no such choice of crops, or no harvest.
    """
    if crops not in CROPS:
        raise ValueError(f"no crops '{crops}'; choose from {', '.join(CROPS)}")
    ours = production[production["camp_id"] == camp]
    harvests = ours[(ours["measure"] == "harvest") & ours["product"].isin(CROPS[crops])]
    if harvests.empty:
        raise ValueError(f"no harvest of {crops} for camp '{camp}' in the table")
    needed = [
        _needed(harvests, regional, one, factors, crops) for one in _yields(regional, factors)
    ]
    areas = pd.concat([_areas(ours), sown(claims, camp, factors)]).sort_values("date_start")
    stated = [_stated(row) for _, row in areas.iterrows()]
    figure, height = shelved([*needed, *stated], "ha", room=1.5)
    # full numbers, few of them: a telephone has no room for more
    figure.update_xaxes(dtick=40_000, tickangle=0)
    marks = [*needed, *stated]
    rows = inputs(production, regional, claims, factors, links=[mark["row"] for mark in marks])
    return record(figure, rows, _table(marks), alt=_alt(needed, stated, crops), height=height)


def _yields(regional: pd.DataFrame, factors: pd.DataFrame) -> list[pd.Series]:
    """List yields of grain: those printed, and those of Kazakhstan computed from grain and land."""
    grain = regional["product"].isin(["grain", "spring wheat"])
    printed = regional[grain & (regional["measure"] == "crop_yield")]
    found = [row for _, row in printed.iterrows()]
    for _, area in regional[grain & (regional["measure"] == "sown_area")].iterrows():
        same = (regional["region"] == area["region"]) & (regional["date_text"] == area["date_text"])
        (harvest,) = (
            row for _, row in regional[same & (regional["measure"] == "harvest")].iterrows()
        )
        tonnes = units.convert(float(harvest["value_min"]), harvest["unit"], "t", factors)
        value = fields.yield_of(tonnes, float(area["value_min"]))
        changed = {"value_min": value, "value_max": value, "unit": "t per hectare"}
        changed["row"] = joined([harvest["row"], area["row"]])
        found.append(pd.Series({**harvest.to_dict(), **changed}))
    return sorted(found, key=lambda row: row["region"] != DISTRICT)


def _needed(
    harvests: pd.DataFrame,
    regional: pd.DataFrame,
    grain: pd.Series,
    factors: pd.DataFrame,
    crops: str,
) -> dict[str, Any]:
    district = regional[(regional["region"] == DISTRICT) & (regional["measure"] == "crop_yield")]
    low = high = 0.0
    used = []
    for _, harvest in harvests.iterrows():
        name = CROPS[crops][harvest["product"]]
        rate = grain
        if name != "spring wheat":
            rate = district[district["product"] == name].iloc[0]
        least, most = fields.area_needed(harvest, rate, factors)
        low, high = low + least, high + most
        used += [harvest["row"], rate["row"]]
    ends = [theme.number(rounded(end, 3)) for end in (low, high)]
    text = ends[0] if ends[0] == ends[1] else "–".join(ends)
    per_hectare = [
        units.convert(float(grain[end]), grain["unit"], "centners per hectare", factors)
        for end in ("value_min", "value_max")
    ]
    spread = "–".join(dict.fromkeys(theme.number(round(end, 1)) for end in per_hectare))
    label = f"at {spread} centners per ha ({grain['region']}, {grain['date_text']})"
    return {
        "heading": "Land that the harvest would need",
        "label": label,
        "x": rounded(high, 3),
        "text": text,
        "style": "computed",
        "unread": False,
        "hover": f"<b>{text}</b> ha needed<br>{label}<br>{theme.STATUSES['computed']}",
        "row": joined(used),
        "source": sources.short_list(sources.split(grain["source_keys"])),
    }


def _areas(ours: pd.DataFrame) -> pd.DataFrame:
    return ours[ours["measure"].isin(LAND) & (ours["unit"] == "ha")]


def _stated(row: pd.Series) -> dict[str, Any]:
    return {
        "heading": "Land that sources give",
        "label": f"{LAND[row['measure']]}, {dated(row)}",
        "x": size(row),
        "text": written(row),
        "style": row["status"],
        "unread": row["checked"] == "unread",
        "hover": said(row, f"ha, {LAND[row['measure']]}"),
        "row": row["row"],
        "source": sources.short_list(sources.split(row["source_keys"])),
    }


def _table(marks: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Line": [mark["heading"] for mark in marks],
            "What": [mark["label"] for mark in marks],
            "Hectares": [mark["text"] for mark in marks],
            "Kind of number": [mark["style"] for mark in marks],
            "Source": [mark["source"] for mark in marks],
            "row": [mark["row"] for mark in marks],
        }
    )


def _alt(needed: list[dict[str, Any]], stated: list[dict[str, Any]], crops: str) -> str:
    what = "the wheat" if crops == "wheat" else "the wheat, potatoes and vegetables"
    asked = "; ".join(f"{mark['label']}: {mark['text']} ha" for mark in needed)
    given = "; ".join(f"{mark['label']}: {mark['text']} ha" for mark in stated)
    return (
        f"Bar chart of the land that {what} of a year would need, computed: {asked}. "
        f"Land that sources give: {given}."
    )
