"""List the claims that a chapter discusses, in as few bytes as can be."""

from __future__ import annotations

import textwrap
from urllib.parse import urlencode

import pandas as pd

from helpers import data, sources, theme
from helpers.book.claims import TABLE
from helpers.book.figure import TEMPLATES
from helpers.book.ledger.sentences import statement
from helpers.book.ledger.words import VERDICTS
from helpers.book.pages import CHAPTER_CLAIMS, LEDGER_PAGE, chapter_name, claim_address

#: Letters of a claim that a line has room for.
LENGTH = 62


def claims_of(page: str, place: str) -> str:
    """
    List the claims for which the ledger names a chapter, by verdict.

    Parameters
    ----------
    page : str
        Page of the chapter, without its ending.
    place : str
        Way from the page to the root of the site.

    Returns
    -------
    str
        HTML; empty if the ledger names no claim for the page.
    """
    claims = data.load(TABLE)
    claims = claims[claims["chapter"] == chapter_name(page)]
    if claims.empty:
        return ""
    groups = {
        verdict: lines(claims[claims["verdict"] == verdict])
        for verdict in VERDICTS
        if (claims["verdict"] == verdict).any()
    }
    return TEMPLATES.get_template("chapter_claims.html").render(
        anchor=CHAPTER_CLAIMS,
        total=len(claims),
        groups=groups,
        counts=claims["verdict"].value_counts(),
        place=place,
        all=f"{place}{LEDGER_PAGE}.html?{urlencode({'chapter': chapter_name(page)}, safe='/')}",
    )


def lines(claims: pd.DataFrame) -> list[tuple[str, list[tuple[str, str]]]]:
    """
    Write a line for each claim of a teaching text, and one for the numbers of another source.

    Returns
    -------
    list
        What stands before the links (a source, or nothing), and the links: address from the root
        of the site, text.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for line in claims.itertuples():
        row = data.row(line.claim)
        if line.claim.startswith("teaching_claims/"):
            key, text = line.claim, label(row)
        else:
            key, text = sources.short(sources.split(row["source_keys"])[0]), label(row)
        found.setdefault(key, []).append((claim_address(line.row_id), text))
    return [("" if "/" in key else key, links) for key, links in found.items()]


def label(row: pd.Series) -> str:
    """Name a claim in a few words: numbers of Kengir as such, others as a short sentence."""
    if "episode" not in row:
        said = textwrap.shorten(statement(row), LENGTH, placeholder=" …")
        return said if "statement" in row else said.removesuffix(".")
    amount = theme.amount(row)
    month = {"may_shooting": " in May", "june_assault": " in June"}.get(row["episode"], "")
    who = "soldiers " if row["side"] == "army" else ""
    fate = f"{who}{row['measure'].replace('_', ' ')}{month}"
    return f"{fate}: {amount}" if row["qualifier"] == "words" else f"{amount} {fate}"
