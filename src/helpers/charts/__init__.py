"""
Draw the charts of the book.

Every function takes a table and returns a new figure; none reads files, changes its input or
remembers an earlier call.
"""

from helpers.charts._areas import areas
from helpers.charts._claims import claims
from helpers.charts._implied_stay import implied_stay
from helpers.charts._kinds import claims_of_texts, kinds
from helpers.charts._population import population

__all__ = [
    "areas",
    "claims",
    "claims_of_texts",
    "implied_stay",
    "kinds",
    "population",
]
