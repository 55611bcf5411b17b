"""How far two readings of the ledger agree, as its page says."""

from __future__ import annotations

import pandas as pd

from helpers import data
from helpers.book.ledger.entry import Context
from helpers.book.ledger.readings import kappa, readings


def test_agreement_is_measured_beyond_chance():
    """Full agreement is 1, agreement by chance is 0."""
    one, other = pd.Series(list("aabb")), pd.Series(list("abab"))

    assert 1.0 == kappa(one, one)
    assert 0.0 == kappa(one, other)


def test_the_page_counts_what_the_table_holds():
    """Agreement, settlements and the sample are computed, and lead to the table."""
    read = data.load("claim_readings")
    same = int((read["first_verdict"] == read["second_verdict"]).sum())
    html = readings(data.load("claims"), Context("../", {}))

    assert html.startswith(f"<p>{len(read)} of the {len(data.load('claims'))} claims")
    assert f"The verdicts are the same for {same} of them" in html
    assert f"Of the other {len(read) - same}, " in html
    assert 'href="../data/claim_readings.html"' in html
