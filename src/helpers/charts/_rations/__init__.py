"""Food norms by order: amounts, energy, what a ration held."""

from helpers.charts._rations.ration_energy import ration_energy
from helpers.charts._rations.ration_parts import ration_parts
from helpers.charts._rations.rations import rations

__all__ = ["ration_energy", "ration_parts", "rations"]
