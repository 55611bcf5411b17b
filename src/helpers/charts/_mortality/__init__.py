"""Deaths by year, and what the Gulag's rates would mean for one camp."""

from helpers.charts._mortality.expected_against_claims import expected_against_claims
from helpers.charts._mortality.mortality import mortality

__all__ = ["expected_against_claims", "mortality"]
