"""Food norms by order: amounts, energy, what a ration held, how steep the scale was."""

from helpers.charts._rations.bread_steps import bread_steps
from helpers.charts._rations.ration_energy import ration_energy
from helpers.charts._rations.ration_order import ration_order
from helpers.charts._rations.ration_parts import ration_parts
from helpers.charts._rations.rations import rations

__all__ = ["bread_steps", "ration_energy", "ration_order", "ration_parts", "rations"]
