"""Output, people, sickness and deaths of the war years on one axis; who was still fit to work."""

from helpers.charts._war_years.fitness import fitness
from helpers.charts._war_years.war_years import war_years

__all__ = ["fitness", "war_years"]
