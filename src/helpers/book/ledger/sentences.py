"""
Say a claim in a sentence.

Claims of the teaching texts have a sentence of their own; for the numbers of the other tables it
is composed from measure, camp or episode, and value.
"""

from __future__ import annotations

import pandas as pd

from helpers import theme

#: Measures that count prisoners, in whatever table.
NUMBERS = {"prisoners", "prisoners_total", "passed_through", "maximum_prisoners", "sent_to_camps"}

#: For each measure of ``camp_claims`` its topic and its sentence.
CAMP_CLAIMS = {
    "passed_through": ("prisoner_numbers", "{n} people passed through {camp}."),
    "prisoners": ("prisoner_numbers", "{n} prisoners were held in {camp} at one time."),
    "maximum_prisoners": ("prisoner_numbers", "At its largest {camp} held {n} prisoners."),
    "sent_to_camps": ("prisoner_numbers", "{n} people were sent to the camps of Kazakhstan."),
    "served_full_term": ("prisoner_numbers", "{n} prisoners served a full term in {camp}."),
    "places": ("prisoner_numbers", "{camp} was meant for {n} prisoners, or could hold them."),
    "area": ("camp_territory", "The territory of {camp} was {n} km²."),
    "arable_area": ("camp_territory", "{camp} had {n} km² of arable land."),
    "sown_area": ("camp_territory", "{n} km² of {camp} were sown."),
    "extent_north_south": ("camp_territory", "{camp} reached {n} km from north to south."),
    "extent_east_west": ("camp_territory", "{camp} reached {n} km from east to west."),
    "extent_longer_side": ("camp_territory", "The longer side of {camp} was {n} km."),
    "extent_shorter_side": ("camp_territory", "The shorter side of {camp} was {n} km."),
    "distance_to_karaganda": ("camp_territory", "Dolinka lies {n} km from Karaganda."),
    "distance_of_sections": ("camp_territory", "The sections of {camp} lay {n} km from its seat."),
    "sections": ("camp_territory", "{camp} had {n} sections."),
    "points": ("camp_territory", "{camp} had {n} camp points."),
    "sections_and_points": ("camp_territory", "{camp} had {n} sections and points."),
    "camps": ("gulag_system", "There were {n} camps in Kazakhstan."),
    "prisoner_of_war_camps": ("pows", "There were {n} prisoner-of-war camps in Kazakhstan."),
    "prisoners_of_war": ("pows", "{n} prisoners of war were in {camp}."),
    "Japanese_prisoners_of_war": ("pows", "{n} Japanese prisoners of war were in Kazakhstan."),
    "Japanese_deaths": ("pows", "{n} Japanese prisoners of war died in Kazakhstan."),
    "Japanese_burials_listed": ("pows", "{n} Japanese dead are listed with a place of burial."),
    "German_deaths": ("pows", "{n} Germans died in {camp} or lie buried there."),
    "Romanian_deaths": ("pows", "{n} Romanians died in {camp}."),
    "repatriated": ("pows", "{n} prisoners of war were sent home from {camp}."),
    "repatriated_of_group": ("pows", "Sent home from {camp}, {group}: {n} people."),
    "cemeteries": ("pows", "Kazakhstan has {n} cemeteries of prisoners of war."),
    "cemeteries_preserved": ("pows", "{n} cemeteries of prisoners of war are preserved."),
    "cemeteries_restored": ("pows", "{n} cemeteries of prisoners of war were restored."),
    "deaths": ("health_mortality", "{n} people died in {camp}."),
    "deaths_per_day": ("health_mortality", "At Rudnik {n} prisoners died every day."),
    "executed": ("health_mortality", "{n} prisoners were shot in {camp}."),
    "exiled": ("deportation", "{n} people were exiled to Kazakhstan."),
    "exiled_of_group": ("deportation", "Exiled to Kazakhstan, {group}: {n} people."),
    "exiled_families_of_group": ("deportation", "Exiled to Kazakhstan, {group}: {n}."),
    "inhabitants_removed": ("deportation", "{n} inhabitants were removed for {camp}."),
    "kazakh_yurts_removed": ("deportation", "{n} Kazakh households were removed for {camp}."),
    "settler_households_removed": (
        "deportation",
        "{n} households of settlers were removed for {camp}.",
    ),
    "special_settler_families": (
        "deportation",
        "{n} families of special settlers came to the Karaganda district.",
    ),
    "took_part": ("kengir_uprising", "{n} prisoners took part in the Kengir uprising."),
}

#: Measures of ``kengir_casualties`` as verbs.
FATES = {
    "killed": "were killed",
    "wounded": "were wounded",
    "killed_or_wounded": "were killed or wounded",
    "died_later": "died later of wounds received",
    "executed": "were sentenced and shot",
    "arrested": "were arrested",
    "deported": "were sent to other camps",
    "named": "are known by name as victims",
}

EPISODES = {
    "before_uprising": "before the uprising",
    "may_shooting": "in the shooting of May 1954",
    "june_assault": "in the assault of 26 June 1954",
    "whole_uprising": "in the whole uprising",
    "aftermath": "after the uprising",
}


def text_of(row: pd.Series) -> str:
    """Name the text of a claim: the key of a teaching text, or a table."""
    table = row["row"].partition("/")[0]
    return row["text"] if table == "teaching_claims" else table


def topics(row: pd.Series) -> list[str]:
    """Name the topics of a claim; numbers of prisoners have theirs beside that of the text."""
    table = row["row"].partition("/")[0]
    if table == "camp_claims":
        of_war = ["pows"] if row["camp_id"].startswith("pow") else []
        return list(dict.fromkeys([CAMP_CLAIMS[row["measure"]][0], *of_war]))
    if table == "kengir_casualties":
        return ["kengir_uprising"]
    return [row["topic"]] + ["prisoner_numbers"] * (row["measure"] in NUMBERS)


def statement(row: pd.Series) -> str:
    """
    Say a claim in a sentence of our own.

    Parameters
    ----------
    row : Series
        A row of ``teaching_claims``, ``camp_claims`` or ``kengir_casualties``.
    """
    table = row["row"].partition("/")[0]
    if table == "teaching_claims":
        return row["statement"]
    said = _on_a_camp(row) if table == "camp_claims" else _on_kengir(row)
    return said[0].upper() + said[1:]


def _on_a_camp(row: pd.Series) -> str:
    camp = "Kazakhstan" if row["camp_id"] == "kazssr_all" else theme.camp_name(row["camp_id"])
    if row["qualifier"] == "words":
        return f"{row['measure'].replace('_', ' ')} of {camp}: {row['value_text']}."
    camp = "Spassk" if "Spassk" in row["topic"] else camp
    group = row["topic"].rpartition(": ")[2]
    return CAMP_CLAIMS[row["measure"]][1].format(n=theme.amount(row), camp=camp, group=group)


def _on_kengir(row: pd.Series) -> str:
    who = "soldiers" if row["side"] == "army" else row["side"]
    fate, when = FATES[row["measure"]], EPISODES[row["episode"]]
    if row["measure"] == "arrested":
        when = when.replace("in", "after", 1)
    if row["qualifier"] == "words":
        return f"{who} who {fate} {when}: {row['value_text']}."
    amount = theme.amount(row)
    if few := {"0": "no", "1": "one"}.get(amount):
        amount, who = few, who.removesuffix("s")
        fate = fate.replace("were", "was").replace("are", "is").replace("victims", "a victim")
    return f"{amount} {who} {fate} {when}."
