"""
Draw the charts of the book.

Every function takes a table and returns a new figure; none reads files, changes its input or
remembers an earlier call.
"""

from helpers.charts._areas import areas
from helpers.charts._casualties import casualties
from helpers.charts._causes import causes
from helpers.charts._claims import claims
from helpers.charts._composition import composition
from helpers.charts._counting import counting
from helpers.charts._day import day
from helpers.charts._demands import demands
from helpers.charts._died_of_wounds import died_of_wounds
from helpers.charts._expected_deaths import expected_against_claims
from helpers.charts._health import health_places
from helpers.charts._implied_stay import implied_stay
from helpers.charts._killed_or_wounded import killed_or_wounded
from helpers.charts._kinds import claims_of_texts, kinds
from helpers.charts._lanes import lanes
from helpers.charts._map import camp_map
from helpers.charts._mortality import mortality
from helpers.charts._participants import participants
from helpers.charts._places import places_map
from helpers.charts._population import population
from helpers.charts._ration_energy import ration_energy
from helpers.charts._ration_parts import ration_parts
from helpers.charts._rations import rations
from helpers.charts._risings import risings
from helpers.charts._structure import structure_map
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
