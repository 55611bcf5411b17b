"""
Draw the charts of the book.

Every function takes a table and returns a new figure; none reads files, changes its input or
remembers an earlier call. A chart is a module; one that has helpers of its own is a package, with
the charts that share them. What several of these need is in `shared`.
"""

from helpers.charts._areas import areas
from helpers.charts._casualties import (
    casualties,
    counting,
    died_of_wounds,
    killed_or_wounded,
    participants,
)
from helpers.charts._causes import causes
from helpers.charts._claims import claims
from helpers.charts._composition import composition
from helpers.charts._demands import demands
from helpers.charts._forty_days import day, lanes
from helpers.charts._health import health_places
from helpers.charts._implied_stay import implied_stay
from helpers.charts._kinds import claims_of_texts, kinds
from helpers.charts._lives import lives
from helpers.charts._maps import camp_map, places_map, structure_map
from helpers.charts._mortality import expected_against_claims, mortality
from helpers.charts._population import population
from helpers.charts._rations import ration_energy, ration_parts, rations
from helpers.charts._risings import risings
from helpers.charts._sums import sums

__all__ = [
    "areas",
    "camp_map",
    "casualties",
    "causes",
    "claims",
    "claims_of_texts",
    "composition",
    "counting",
    "day",
    "demands",
    "died_of_wounds",
    "expected_against_claims",
    "health_places",
    "implied_stay",
    "killed_or_wounded",
    "kinds",
    "lanes",
    "lives",
    "mortality",
    "participants",
    "places_map",
    "population",
    "ration_energy",
    "ration_parts",
    "rations",
    "risings",
    "structure_map",
    "sums",
]
