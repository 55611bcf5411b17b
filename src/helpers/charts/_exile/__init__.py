"""Famine, deportation and special settlement in Kazakhstan: every number with what it counts."""

from helpers.charts._exile.deportations import deportations
from helpers.charts._exile.famine import famine
from helpers.charts._exile.special_settlers import special_settlers

__all__ = ["deportations", "famine", "special_settlers"]
