"""What Zotero makes of the metadata of a page: its rules, as far as this book needs them."""

from __future__ import annotations

#: The rules of Zotero's translator "Embedded Metadata" (version of June 2024) that are imitated:
#: which prefixes are namespaces, which names decide the kind of work, and which field is filled.
NAMESPACES = {
    "bib", "bibo", "dc", "dcterms", "prism", "foaf", "vcard", "link", "z", "eprint", "eprints",
    "og", "article", "book", "music", "video", "so", "codemeta", "rdf",
}  # fmt: skip
DECIDES = {
    "citation_journal_title": "journalArticle",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
}
HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_inbook_title": "publicationTitle",
    "citation_book_title": "bookTitle",
    "citation_language": "language",
}
DUBLIN = {
    "dc.title": "title",
    "dc.source": "publicationTitle",
    "dc.date": "date",
    "dc.language": "language",
    "dc.rights": "rights",
    "prism.edition": "edition",
}


def saved(meta: list[tuple[str, str]]) -> dict[str, str]:
    """Make of a page's metadata what Zotero makes of it."""
    item: dict[str, str] = {}
    kind = guess = ""
    for name, content in meta:
        parts = name.replace(":", ".").replace("_", ".").split(".")
        # of three parts the second may be a namespace: citation_book_title is a "book:title"
        second = parts[1].lower() if len(parts) > 2 else ""
        prefix = second if second in NAMESPACES else parts[0].lower()
        if prefix in NAMESPACES:
            item |= {DUBLIN[name.lower()]: content} if name.lower() in DUBLIN else {}
            # a kind of Dublin Core counts unless a name of Highwire decides
            guess = content.lower() if name.lower() == "dc.type" else guess or "webpage"
        elif name in DECIDES:
            kind = DECIDES[name]
        elif name == "citation_title":
            guess = "journalArticle"
    highwire = {HIGHWIRE[name]: content for name, content in meta if name in HIGHWIRE}
    return item | highwire | {"itemType": kind or guess}
