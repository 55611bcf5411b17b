"""The ledger of claims: each claim has a verdict, each verdict stands on something."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import data, sources

ROOT = Path(__file__).parents[2]

CLAIMS = data.load("claims")

#: The tables whose rows are claims to be judged.
JUDGED = ("teaching_claims", "camp_claims", "kengir_casualties")


@pytest.mark.parametrize("table", JUDGED)
def test_every_claim_has_one_verdict(table: str):
    """Whoever looks a claim up finds out what it is worth."""
    claims = CLAIMS["claim"]

    assert set(data.load(table)["row"]) == set(claims[claims.str.startswith(f"{table}/")])


def test_all_claims_of_the_teaching_texts_are_judged():
    """The five texts make 539 claims."""
    assert 539 == CLAIMS["claim"].str.startswith("teaching_claims/").sum()


def test_evidence_exists():
    """The works and the rows that a verdict names are there, and no claim proves itself."""
    known, lost = set(sources.works().entries), []
    for line in CLAIMS.itertuples():
        lost += [(line.row, key) for key in sources.split(line.evidence_works) if key not in known]
        for row in sources.split(line.evidence_rows):
            assert row != line.claim
            data.row(row)

    assert [] == lost


def test_a_verdict_for_or_against_names_its_evidence():
    """Nothing is supported or contradicted by assertion."""
    firm = CLAIMS[CLAIMS["verdict"].isin(["supported", "contradicted"])]

    assert [] == firm.loc[(firm["evidence_works"] + firm["evidence_rows"]) == "", "row"].tolist()


def test_what_cannot_be_checked_says_what_is_needed():
    """The reader learns which document would decide, and only where one is wanting."""
    open_ = CLAIMS["verdict"] == "cannot be checked"

    assert open_.tolist() == (CLAIMS["needed"] != "").tolist()


def test_chapters_that_discuss_a_claim_exist():
    """A claim leads to a chapter of the book."""
    named = set(CLAIMS["chapter"]) - {""}

    assert [] == [name for name in named if not (ROOT / "chapters" / f"{name}.ipynb").exists()]
    assert (CLAIMS["chapter"] != "").sum() >= 200


def test_sixty_claims_were_read_twice():
    """The ledger holds what was settled, and says how wherever the two readings differ."""
    readings = data.load("claim_readings").merge(CLAIMS, on=["row_id", "claim"])
    agree = (readings["first_verdict"] == readings["second_verdict"]) & (
        readings["first_fault"] == readings["second_fault"]
    )

    assert 60 == len(readings)
    assert readings["verdict"].tolist() == readings["settled_verdict"].tolist()
    assert readings["fault"].tolist() == readings["settled_fault"].tolist()
    assert agree.tolist() == (readings["agreement"] == "same").tolist()
    assert (~agree).tolist() == (readings["settlement"] != "").tolist()
