"""What the rows, their works and the ledger of claims rest on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pybtex.database import Entry

from helpers import data, sources
from helpers.book.provenance.line import Line

#: Where a reader may find a work, or how it is known (``note``): one of them must be filled.
WHEREABOUTS = {
    "publisher", "journal", "booktitle", "institution", "school", "howpublished", "url", "doi",
    "accessed_as", "note",
}  # fmt: skip

#: Tables whose rows are claims to be judged.
JUDGED = ("teaching_claims", "camp_claims", "kengir_casualties")

#: Verdicts that rest on evidence.
FIRM = ("supported", "contradicted")


def of_rows() -> Iterator[Line]:
    """Report the sources of the rows, the works and the fields."""
    cited = {row["row"]: sources.split(row["source_keys"]) for row in _sourced()}
    works = sources.works().entries
    named = {key for keys in cited.values() for key in keys}
    yield Line("rows name a source", len(cited), [row for row, keys in cited.items() if not keys])
    yield Line("sources of rows stand in references.bib", len(named), sorted(named - set(works)))
    unreal = [f"{key}: no {fault}" for key, work in works.items() if (fault := lacks(work))]
    words = "works have title, class and language, and say where they are to be found"
    yield Line(words, len(works), unreal)
    computed = [row["row"] for row in _sourced() if row.get("status") == "computed"]
    yield Line("rows come from a source, not from a sum of ours", len(cited), computed)
    yield of_fields()
    yield from of_places()


def of_fields() -> Line:
    """Report the units of the columns."""
    fields = [(name, field) for name, table in data.resources().items() for field in table.fields]
    unitless = [f"{name}: {field['name']}" for name, field in fields if not field.get("unit")]
    return Line("fields of tables say their unit, or that they have none", len(fields), unitless)


def of_places() -> Iterator[Line]:
    """Report how near the rows lead to their place, and how they are known."""
    rows = _sourced()
    words = "rows lead to a place in their work, or to its address"
    homeless = [row["row"] for row in rows if not (row.get("locator") or _address(row))]
    yield Line(words, len(rows), homeless, promised=False)
    bare = [row["row"] for row in rows if not row.get("locator")]
    yield Line("rows have a locator (page, sheet, note)", len(rows), bare, promised=False)
    known = [row for row in rows if row.get("checked")]
    unread = [row["row"] for row in known if row["checked"] == "unread"]
    words = "rows were read, in print or as reproduced, if only at second hand"
    yield Line(words, len(known), unread, promised=False)


def of_claims() -> Iterator[Line]:
    """Report the ledger of claims."""
    claims = data.load("claims")
    judged = set(claims["claim"])
    circulating = [row for table in JUDGED for row in data.load(table)["row"]]
    unjudged = [row for row in circulating if row not in judged]
    yield Line("claims have a verdict and its reason", len(circulating), unjudged)
    firm = claims[claims["verdict"].isin(FIRM)]
    bare = firm[(firm["evidence_works"] == "") & (firm["evidence_rows"] == "")]
    yield Line("verdicts for or against name their evidence", len(firm), bare["row"].tolist())


def lacks(work: Entry) -> str:
    """Say what keeps an entry from being a work that a reader can find; empty if nothing does."""
    wanted = ("title", "shortname", "language", "keywords")
    missing = [name for name in wanted if not work.fields.get(name)]
    if not any(work.fields.get(name) for name in WHEREABOUTS):
        missing.append("place to find it")
    if work.fields.get("keywords") not in sources.CLASSES:
        missing.append("class")
    return ", ".join(dict.fromkeys(missing))


@lru_cache(maxsize=1)
def _sourced() -> list[dict[str, Any]]:
    """List the rows of all tables that have sources."""
    tables = (data.load(name) for name, table in data.resources().items() if table.primary_key)
    return [row for frame in tables if "source_keys" in frame for row in frame.to_dict("records")]


def _address(row: dict[str, Any]) -> bool:
    works = [sources.entry(key).fields for key in sources.split(row["source_keys"])]
    addresses = {"url", "doi", "accessed_as"}
    return bool(row.get("accessed_as")) or any(addresses & set(work) for work in works)
