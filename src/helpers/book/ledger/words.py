"""Name the texts, topics, verdicts and faults of the ledger, and say what they mean."""

from __future__ import annotations

from helpers import sources

#: Texts of the ledger: five teaching texts and the two tables of numbers that circulate.
TEACHING = (
    "slides_karlag",
    "akhmetov_abstract",
    "seminar_steplag",
    "article_kengir",
    "exhibition_repression",
)
TABLES = {"camp_claims": "Claims on camps", "kengir_casualties": "Numbers of Kengir"}

#: What each verdict means and what it does not mean.
VERDICTS = {
    "supported": "A source or a row of this book that does not depend on the text says the same. "
    "It does not mean proven: both may be wrong.",
    "plausible": "It fits what is known, but nothing that was read confirms it. It does not mean "
    "true: a number that fits can still be invented.",
    "contradicted": "A better founded source, a count or plain arithmetic says otherwise. It does "
    "not mean that anybody lied: claims go wrong when they are copied, translated or rounded.",
    "cannot be checked": "Nothing that was read decides it. It does not mean false: the entry says "
    "which document would decide.",
    "not a factual claim": "A judgement, an aim, a label or an announcement: no document could "
    "prove or refute it. It does not mean worthless.",
}

#: What is meant by each fault.
FAULTS = {
    "source not named": "The text does not say where it has it from, and others disagree or are "
    "silent.",
    "too general": "It is said without the limits of time, place or case that it needs.",
    "exaggerated": "A number or a superlative that no source bears.",
    "mistranslated": "A word changed its meaning on the way from one language to another.",
    "does not add up": "Parts and total, or two statements of one text, do not agree.",
    "confused with another": "A person, a camp, an office or a thing stands in place of another.",
    "wrong date": "Sources with a better foundation have another day, year or period.",
    "part taken for the whole": "What holds for one part, group or year is said of all.",
    "propaganda wording": "The text takes over the language of the administration or of the time.",
    "copied without its words": "A sentence was taken from another text without naming it, or "
    "without the words that it needs.",
    "anachronism": "An office, a name or a campaign stands before or after its time.",
    "wrong number": "A digit or a decimal point was changed on the way.",
    "outdated": "Newer counts or research have replaced it.",
    "wrong name": "A person, a place or a book is misnamed.",
    "unit lost": "The unit is missing or was changed, and the number cannot be read or is wrong "
    "by a factor.",
}

#: Topics, in the words that the reader sees.
TOPICS = {
    "gulag_system": "The Gulag",
    "prisoner_numbers": "Numbers of prisoners",
    "camp_territory": "Territory and parts of camps",
    "karlag": "Karlag",
    "steplag": "Steplag",
    "special_camps": "Special camps",
    "kengir_uprising": "Kengir uprising",
    "pows": "Prisoners of war",
    "health_mortality": "Health and deaths",
    "women_children": "Women and children",
    "people": "People",
    "deportation": "Deportation and removal",
    "alash_intelligentsia": "Alash intelligentsia",
    "legislation": "Laws and orders",
    "amnesty_release": "Amnesties and release",
    "economy_agriculture": "Farming",
    "economy_industry": "Industry",
    "economy_war": "War economy",
    "economy_labour_incentives": "Labour and incentives",
    "economy_productivity": "Productivity",
    "science_invention": "Science and invention",
    "memory_commemoration": "Memory",
    "teaching": "Teaching",
    "historiography": "Earlier research",
}


def texts() -> dict[str, str]:
    """Name the texts of the ledger, in order, for readers."""
    return {key: sources.short(key) for key in TEACHING} | TABLES
