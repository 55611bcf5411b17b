"""The camps of Kazakhstan, the places of Karlag, the units of Steplag, and all of them on maps."""

from helpers.charts._maps.all_places import all_places
from helpers.charts._maps.camp_map import camp_map
from helpers.charts._maps.gazetteer import gazetteer
from helpers.charts._maps.places_map import places_map
from helpers.charts._maps.structure_map import structure_map

__all__ = ["all_places", "camp_map", "gazetteer", "places_map", "structure_map"]
