"""The events of Kengir: day by day in lanes, and one day as a table to read."""

from helpers.charts._forty_days.day import day
from helpers.charts._forty_days.lanes import lanes

__all__ = ["day", "lanes"]
