"""Tell how far two independent readings of a random sample agree, and what was settled."""

from __future__ import annotations

import pandas as pd

from helpers import data
from helpers.book.figure import TEMPLATES
from helpers.book.ledger.entry import Context
from helpers.book.pages import table_page

TABLE = "claim_readings"


def readings(claims: pd.DataFrame, context: Context) -> str:
    """Count agreement and settlements; each difference is a row of the table."""
    read = data.load(TABLE)
    verdicts = read[read["first_verdict"] != read["second_verdict"]]
    first = verdicts["settled_verdict"] == verdicts["first_verdict"]
    second = verdicts["settled_verdict"] == verdicts["second_verdict"]
    return TEMPLATES.get_template("ledger_readings.html").render(
        claims=len(claims),
        read=len(read),
        same=len(read) - len(verdicts),
        kappa=f"{kappa(read['first_verdict'], read['second_verdict']):.2f}",
        first=int(first.sum()),
        second=int(second.sum()),
        other=int((~first & ~second).sum()),
        faults=int((read["agreement"] == "same verdict, other fault").sum()),
        table=f"{context.place}{table_page(TABLE)}.html",
    )


def kappa(first: pd.Series, second: pd.Series) -> float:
    """
    Measure the agreement of two readings beyond chance.

    Cohen's kappa (J. Cohen, Educational and Psychological Measurement 20, 1960): observed
    agreement less that of chance, divided by what chance leaves; 1 is full agreement, 0 is chance.

    Parameters
    ----------
    first, second : Series
        The words of each reading, in the same order.
    """
    observed = (first.to_numpy() == second.to_numpy()).mean()
    shares = (first.value_counts(normalize=True), second.value_counts(normalize=True))
    chance = shares[0].mul(shares[1], fill_value=0).sum()
    return float((observed - chance) / (1 - chance))
