"""Numbers by kind, and claims by what can be checked of them."""

from helpers.charts._kinds.kinds import claims_of_texts, kinds

__all__ = ["claims_of_texts", "kinds"]
