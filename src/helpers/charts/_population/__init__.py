"""Prisoners of a camp by date, and what makes a count doubtful."""

from helpers.charts._population.population import population

__all__ = ["population"]
