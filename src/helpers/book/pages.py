"""Say where things stand in the built site; the only place that knows addresses and anchors."""

from __future__ import annotations

import re

#: Page that lists every work; one anchor for each, ``source-<key>``.
BIBLIOGRAPHY_PAGE = "reference/bibliography"

#: Page of the people; one anchor for each, ``person-<row_id>``.
PEOPLE_PAGE = "reference/people"

#: Timeline; one anchor for each event, ``event-<table>-<row_id>``.
TIMELINE_PAGE = "reference/timeline"

#: Page of the places; one anchor for each, ``place-<id>``.
PLACES_PAGE = "reference/places"

#: Anchor of the list of claims that a chapter discusses.
CHAPTER_CLAIMS = "claims-in-the-ledger"

#: Page of the claims and their verdicts; one anchor for each, ``claim-<row_id>``.
LEDGER_PAGE = "reference/claims"

#: Page of the terms; one anchor for each, ``term-<row_id>``.
GLOSSARY_PAGE = "reference/glossary"

#: Index of the book: terms, places and people, with the sections that speak of them.
INDEX_PAGE = "reference/subjects"

#: Page that explains the marks of charts and the words of tables.
MARKS_PAGE = "reference/marks"

#: Page that says how to report an error, and which numbers were corrected.
CORRECTIONS_PAGE = "reference/corrections"

#: Page for those who look for somebody, or have papers and memories.
RELATIVES_PAGE = "reference/relatives"

#: Page of the catalogue of tables.
CATALOGUE_PAGE = "reference/data"

#: Index of the archive files that rows rest on; one anchor for each file.
ARCHIVES_PAGE = "reference/archives"

#: Folders of the tables for download, whole and without the rows that are unread.
DOWNLOADS = {True: "downloads", False: "downloads/without-unread"}

#: The same as one file each.
DATA_PACKAGES = {
    True: "downloads/steppe-camps.zip",
    False: "downloads/steppe-camps-without-unread.zip",
}


def root(docname: str) -> str:
    """Find the way from a page to the root of the site, ``../`` for each folder."""
    return "../" * docname.count("/")


def table_page(table: str) -> str:
    """Name the page of a table, without its ending."""
    return f"data/{table}"


def row_anchor(row: str) -> str:
    """
    Name the permanent anchor of a row on the page of its table.

    >>> row_anchor("camp_population/karlag-1949-01")
    'row-camp_population-karlag-1949-01'
    """
    return "row-" + row.replace("/", "-", 1)


def row_address(row: str) -> str:
    """
    Name the address of a row from the root of the site.

    >>> row_address("camp_population/karlag-1949-01")
    'data/camp_population.html#row-camp_population-karlag-1949-01'
    """
    table = row.partition("/")[0]
    return f"{table_page(table)}.html#{row_anchor(row)}"


def row_at(address: str) -> str:
    """
    Name the row to which an address leads: to the page of its table, or to a person.

    >>> row_at("../data/camp_population.html#row-camp_population-karlag-1949-01")
    'camp_population/karlag-1949-01'
    >>> row_at("people.html#person-kuznetsov-kapiton")
    'people/kuznetsov-kapiton'
    """
    page, _, anchor = address.partition("#")
    if anchor.startswith("person-"):
        return f"people/{anchor.removeprefix('person-')}"
    table = page.rpartition("/")[2].removesuffix(".html")
    return f"{table}/{anchor.removeprefix(f'row-{table}-')}"


def change_anchor(row: str) -> str:
    """
    Name the anchor of what was changed in a row, on the page of corrections.

    >>> change_anchor("camp_population/karlag-1949-01")
    'change-camp_population-karlag-1949-01'
    """
    return "change-" + row.replace("/", "-", 1)


def change_address(row: str) -> str:
    """Name the address of what was changed in a row, from the root of the site."""
    return f"{CORRECTIONS_PAGE}.html#{change_anchor(row)}"


def person_anchor(person: str) -> str:
    """Name the permanent anchor of somebody on the page of the people."""
    return f"person-{person}"


def person_address(person: str) -> str:
    """
    Name the address of somebody from the root of the site.

    >>> person_address("kuznetsov-kapiton")
    'reference/people.html#person-kuznetsov-kapiton'
    """
    return f"{PEOPLE_PAGE}.html#{person_anchor(person)}"


def chapter_page(name: str) -> str:
    """Name the page of a chapter, without its ending, by its name such as ``karlag/origins``."""
    return f"chapters/{name}"


def chapter_name(page: str) -> str:
    """
    Name a chapter by its page.

    >>> chapter_name("chapters/karlag/origins")
    'karlag/origins'
    """
    return page.removeprefix("chapters/")


def claim_anchor(name: str) -> str:
    """Name the permanent anchor of a claim on the page of the ledger."""
    return f"claim-{name}"


def claim_address(name: str) -> str:
    """
    Name the address of a claim from the root of the site.

    >>> claim_address("text-s0-012")
    'reference/claims.html#claim-text-s0-012'
    """
    return f"{LEDGER_PAGE}.html#{claim_anchor(name)}"


def term_anchor(term: str) -> str:
    """Name the permanent anchor of a term on the page of the glossary."""
    return f"term-{term}"


def term_address(term: str) -> str:
    """
    Name the address of a term from the root of the site.

    >>> term_address("itl")
    'reference/glossary.html#term-itl'
    """
    return f"{GLOSSARY_PAGE}.html#{term_anchor(term)}"


def source_address(key: str) -> str:
    """
    Name the address of a work from the root of the site.

    >>> source_address("zemskov1991")
    'reference/bibliography.html#source-zemskov1991'
    """
    return f"{BIBLIOGRAPHY_PAGE}.html#source-{key}"


def download_address(path: str, whole: bool = True) -> str:
    """
    Name the address of a table's file from the root of the site.

    >>> download_address("laws.csv"), download_address("laws.csv", whole=False)
    ('downloads/laws.csv', 'downloads/without-unread/laws.csv')
    """
    return f"{DOWNLOADS[whole]}/{path}"


def archive_anchor(*parts: str) -> str:
    """
    Name the permanent anchor of an archive, or of a fond, opis or delo in it.

    >>> archive_anchor("State Archive of the Russian Federation (GARF)", "9414", "1", "228")
    'archive-garf-9414-1-228'
    """
    name = re.search(r"\(([^)]+)\)$", parts[0])
    words = [name[1] if name else parts[0], *(part or "none" for part in parts[1:])]
    return "-".join(["archive", *(re.sub(r"\W+", "-", word.lower()).strip("-") for word in words)])


def event_anchor(row: str) -> str:
    """
    Name the permanent anchor of an event in the timeline.

    >>> event_anchor("laws/statute-1930")
    'event-laws-statute-1930'
    """
    return "event-" + row.replace("/", "-", 1)


def place_anchor(place: str) -> str:
    """Name the permanent anchor of a place on the page of the places."""
    return f"place-{place}"
