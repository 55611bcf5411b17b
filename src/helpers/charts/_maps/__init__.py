"""The camps of Kazakhstan, the places of Karlag and the units of Steplag on maps."""

from helpers.charts._maps.camp_map import camp_map
from helpers.charts._maps.places_map import places_map
from helpers.charts._maps.structure_map import structure_map

__all__ = ["camp_map", "places_map", "structure_map"]
