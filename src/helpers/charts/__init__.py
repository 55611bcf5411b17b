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
from helpers.charts._convictions import convictions, limits
from helpers.charts._credits import credits, credits_history
from helpers.charts._demands import demands
from helpers.charts._exile import deportations, famine, special_settlers
from helpers.charts._farm import farm, farm_land, farm_meat, farm_share, food_balance
from helpers.charts._forty_days import day, lanes
from helpers.charts._health import health_places
from helpers.charts._implied_stay import implied_stay
from helpers.charts._incentives import administrations, laws, reach
from helpers.charts._invention import inventions, savings, varieties
from helpers.charts._judgements import judgements
from helpers.charts._kinds import claims_of_texts, kinds
from helpers.charts._labour import break_even, days_lost, productivity
from helpers.charts._lives import lives
from helpers.charts._maps import all_places, camp_map, gazetteer, places_map, structure_map
from helpers.charts._memory import books, memorials, remembrance
from helpers.charts._ministry import ministry_shares, product_shares
from helpers.charts._mortality import expected_against_claims, mortality
from helpers.charts._munitions import munitions
from helpers.charts._population import population
from helpers.charts._rations import (
    bread_steps,
    ration_energy,
    ration_order,
    ration_parts,
    rations,
)
from helpers.charts._regional import coal, metals
from helpers.charts._releases import amnesties, balance, held
from helpers.charts._risings import risings
from helpers.charts._sums import sums
from helpers.charts._totals import (
    camp_times,
    death_rates,
    group_shares,
    kazakhstan_share,
    totals,
)
from helpers.charts._war_years import fitness, war_years

__all__ = [
    "administrations",
    "all_places",
    "amnesties",
    "areas",
    "balance",
    "books",
    "bread_steps",
    "break_even",
    "camp_map",
    "camp_times",
    "casualties",
    "causes",
    "claims",
    "claims_of_texts",
    "coal",
    "composition",
    "convictions",
    "counting",
    "credits",
    "credits_history",
    "day",
    "days_lost",
    "death_rates",
    "demands",
    "deportations",
    "died_of_wounds",
    "expected_against_claims",
    "famine",
    "farm",
    "farm_land",
    "farm_meat",
    "farm_share",
    "fitness",
    "food_balance",
    "gazetteer",
    "group_shares",
    "health_places",
    "held",
    "implied_stay",
    "inventions",
    "judgements",
    "kazakhstan_share",
    "killed_or_wounded",
    "kinds",
    "lanes",
    "laws",
    "limits",
    "lives",
    "memorials",
    "metals",
    "ministry_shares",
    "mortality",
    "munitions",
    "participants",
    "places_map",
    "population",
    "product_shares",
    "productivity",
    "ration_energy",
    "ration_order",
    "ration_parts",
    "rations",
    "reach",
    "remembrance",
    "risings",
    "savings",
    "special_settlers",
    "structure_map",
    "sums",
    "totals",
    "varieties",
    "war_years",
]
