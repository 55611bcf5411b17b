"""One list of all places of the book: camps, their sections and points, places of memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

#: Groups, in the words of the control and of the index, and the kinds of the tables in each.
KINDS = {
    "ITL": ("ITL", "construction ITL"),
    "special camp": ("special camp",),
    "prisoner-of-war camp": ("prisoner-of-war camp",),
    "section or point of a camp": (
        "camp section", "group of sections", "check-and-filtration section", "administration",
        "section", "division", "camp point", "lagpunkt", "farm", "medical station",
    ),
    "place of memory": ("museum", "cemetery", "monument"),
}  # fmt: skip
GROUPS = {kind: group for group, kinds in KINDS.items() for kind in kinds}

#: Group of every other kind: towns, stations, quarries.
OTHER = "settlement, station or work"

#: Rows of ``camps`` that are no place.
NO_PLACE = ("whole republic", "several camps")

#: Units of ``steplag_structure`` that are places of their own.
UNITS = ("division", "camp point", "lagpunkt", "farm")

#: Camps of the control.
CAMPS = {
    "karlag": "Karlag, with KazITLag and ALZHIR",
    "steplag": "Steplag, with the Dzhezkazgan ITL",
    "other": "other camps and places",
}

#: To which of them a row of ``camps`` belongs; all others are "other".
BELONGS = {
    "karlag": "karlag",
    "kazitlag": "karlag",
    "alzhir": "karlag",
    "steplag": "steplag",
    "dzhezkazgan_itl": "steplag",
}

COLUMNS = [
    "id", "name_en", "name_ru", "name_kk", "kind", "group", "camp", "part_of", "time", "what",
    "place", "lat", "lon", "coordinates", "row", "source_keys", "locator", "checked", "note",
]  # fmt: skip


def gazetteer(
    camps: pd.DataFrame,
    karlag: pd.DataFrame,
    steplag: pd.DataFrame,
    structure: pd.DataFrame,
    health: pd.DataFrame,
    memory: pd.DataFrame,
) -> pd.DataFrame:
    """
    Put all places of the book into one list.

    Parameters
    ----------
    camps, karlag, steplag, structure, health, memory : DataFrame
        ``camps``, ``karlag_places``, ``steplag_places``, ``steplag_structure``,
        ``health_places`` and ``memory``.

    Returns
    -------
    DataFrame
        A line for each place: ``id`` (table and row), names, ``kind``, ``group``, ``camp``,
        ``part_of``, ``time``, ``what``, ``place`` (settlement), ``lat`` and ``lon`` (degrees,
        missing where no source gives a point), ``coordinates``, ``row`` (references of its rows,
        separated by blanks), ``source_keys``, ``checked``, ``note``. Rows on one settlement in
        two tables, or on one division, make one line.
    """
    points = {row["place_id"]: row for _, row in steplag.iterrows()}
    lines = [*_camps(camps, structure, points), *_karlag(karlag), *_steplag(steplag, karlag)]
    lines += [*_units(structure, points), *_health(health)]
    lines += _memory(memory, pd.DataFrame(lines, columns=COLUMNS))
    found = pd.DataFrame(lines, columns=COLUMNS)
    found[["lat", "lon"]] = found[["lat", "lon"]].astype("Float64")
    return _joined(found)


def _line(row: pd.Series, kind: str, camp: str, /, **more: Any) -> dict[str, Any]:
    """Begin a line with what all tables have in common."""
    shared = ("name_en", "name_ru", "name_kk", "lat", "lon", "coordinates")
    copied = {name: row.get(name, "") for name in shared}
    known = {name: row[name] for name in ("row", "source_keys", "locator", "checked", "note")}
    base = {
        "id": row["row"].replace("/", "-", 1),
        "kind": kind,
        "camp": camp,
        "what": "",
        "time": "",
    }
    group = GROUPS.get(kind, OTHER)
    return {**base, "part_of": "", "place": "", "group": group, **copied, **known, **more}


def _camps(
    camps: pd.DataFrame, structure: pd.DataFrame, points: dict[str, pd.Series]
) -> Iterator[dict[str, Any]]:
    names = camps.set_index("camp_id")["name_en"]
    for _, row in camps[~camps["kind"].isin(NO_PLACE)].iterrows():
        root = row["camp_id"].rsplit("_", 1)[0] if row["part_of"] else row["camp_id"]
        camp = BELONGS.get(root, "other")
        time = " – ".join(text for text in (row["opened_text"], row["closed_text"]) if text)
        more: dict[str, Any] = {"time": time, "what": row["main_activity"], "place": row["place"]}
        more["part_of"] = names[row["part_of"]] if row["part_of"] else ""
        unit = structure[structure["row_id"] == f"{row['row_id']}-1954"]
        if len(unit):
            more |= _at(unit.iloc[0], points)
            more["row"] = f"{row['row']} {unit.iloc[0]['row']}"
            more["what"] = unit.iloc[0]["economic_activity"]
            more["time"] = unit.iloc[0]["date_text"]
        yield _line(row, row["kind"], camp, **more)


def _at(unit: pd.Series, points: dict[str, pd.Series]) -> dict[str, Any]:
    """Place a unit at its settlement."""
    place = points.get(unit["place_ids"].split(";")[0])
    if place is None or pd.isna(place["lat"]):
        return {"lat": pd.NA, "lon": pd.NA, "coordinates": "not known"}
    return {"lat": place["lat"], "lon": place["lon"], "coordinates": "point of the settlement"}


def _karlag(karlag: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for _, row in karlag.iterrows():
        camp = "steplag" if "Dzhezkazgan" in row["name_en"] else "karlag"
        yield _line(row, row["kind"], camp, what=row["what"], part_of="Karlag")


def _steplag(steplag: pd.DataFrame, karlag: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Settlements of Steplag; one that is a place of Karlag too joins its line."""
    for _, row in steplag.iterrows():
        same = karlag[karlag["place_id"] == row["place_id"]]
        camp = "karlag" if len(same) else "steplag"
        line = _line(row, "settlement", camp, what=row["what"], part_of="Steplag")
        yield line | ({"id": same.iloc[0]["row"].replace("/", "-", 1)} if len(same) else {})


def _units(structure: pd.DataFrame, points: dict[str, pd.Series]) -> Iterator[dict[str, Any]]:
    """Units of Steplag; the divisions of 1954 stand in the table of camps already."""
    own = structure["kind"].isin(UNITS) & ~structure["row_id"].str.fullmatch(r"steplag-\d-1954")
    for _, row in structure[own].iterrows():
        more = {"name_en": f"Steplag: {row['unit_name']}", "time": row["date_text"]}
        more |= {"what": row["economic_activity"], "place": row["settlement"]}
        yield _line(row, row["kind"], "steplag", part_of="Steplag", **more, **_at(row, points))


def _health(health: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Medical points that are named after a place, by their beds."""
    beds = health[(health["measure"] == "beds") & health["institution"].str.contains(" at ")]
    for _, row in beds.iterrows():
        what, _, name = row["institution"].partition(" at ")
        more = {"name_en": name, "what": what, "time": row["date_text"]}
        more |= {"lat": pd.NA, "lon": pd.NA, "coordinates": "not known"}
        yield _line(row, "medical station", "karlag", part_of="Karlag", **more)


def _memory(memory: pd.DataFrame, places: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Museums and monuments; one at the point of a place belongs to the same camp."""
    here = memory[memory["kind"].isin(("museum", "monument"))]
    camps = places.dropna(subset=["lat"]).drop_duplicates(["lat", "lon"])
    at = {(line["lat"], line["lon"]): line["camp"] for _, line in camps.iterrows()}
    for _, row in here.iterrows():
        camp = "other" if pd.isna(row["lat"]) else at.get((row["lat"], row["lon"]), "other")
        names = {f"name_{row['language']}": row["name_local"]} if row["language"] else {}
        told = {"what": row["what"], "time": row["date_text"], "place": row["place"]}
        point = {} if row["coordinates"] else {"coordinates": "not known"}
        yield _line(row, row["kind"], camp, **told, **names, **point)


def _joined(found: pd.DataFrame) -> pd.DataFrame:
    """Make one line of those with one id, and one museum of those at one point."""
    museum = (found["kind"] == "museum") & found["lat"].notna()
    spot = found["lat"].astype("str") + found["lon"].astype("str")
    first = found[museum].groupby(spot[museum])["id"].transform("first")
    found.loc[museum, "id"] = first
    lines = [_one(same) for _, same in found.groupby("id", sort=False)]
    return pd.DataFrame(lines, columns=COLUMNS).reset_index(drop=True)


def _one(same: pd.DataFrame) -> pd.Series:
    line = same.iloc[0].copy()
    if len(same) > 1:
        line["row"] = " ".join(same["row"])
        line["source_keys"] = ";".join(dict.fromkeys(";".join(same["source_keys"]).split(";")))
        line["what"] = " ".join(dict.fromkeys(text for text in same["what"] if text))
        line["part_of"] = ", ".join(dict.fromkeys(text for text in same["part_of"] if text))
        line["note"] = " ".join(dict.fromkeys(text for text in same["note"] if text))
    return line
