"""
Find the verdict of the ledger on a row: for the card of its number, for the page of its table.

The ledger, ``data/claims.csv``, has at most one verdict on a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from helpers import data
from helpers.book.pages import claim_address

#: The ledger.
TABLE = "claims"


@dataclass(frozen=True)
class Judgement:
    """
    What the ledger says of a row.

    Parameters
    ----------
    name : str
        Row of the ledger, such as ``text-s0-012``.
    address : str
        Address of the entry in the ledger, from the root of the site.
    verdict : str
        ``supported``, ``plausible``, ``contradicted``, ``cannot be checked`` or
        ``not a factual claim``.
    fault : str
        What is wrong with the claim, or empty.
    """

    name: str
    address: str
    verdict: str
    fault: str

    @property
    def words(self) -> str:
        """The verdict and, where there is one, the fault."""
        return f"{self.verdict} ({self.fault})" if self.fault else self.verdict


def judgement(row: str) -> Judgement | None:
    """
    Look up the verdict on a row.

    Parameters
    ----------
    row : str
        Table and row, such as ``camp_claims/karlag-area-1940``.

    Returns
    -------
    Judgement or None
        None if the ledger does not judge the row.
    """
    ledger = data.resources().get(TABLE)
    if ledger is None:
        return None
    return _verdicts(ledger.path.stat().st_mtime_ns).get(row)


@lru_cache(maxsize=2)
def _verdicts(_changed: int) -> dict[str, Judgement]:
    """Order the ledger by the rows that it judges, once for each state of the table."""
    return {
        line.claim: Judgement(line.row_id, claim_address(line.row_id), line.verdict, line.fault)
        for line in data.load(TABLE).itertuples()
    }
