"""Sentences for political crimes: the Union by year, the oblasts of Kazakhstan by limit."""

from helpers.charts._convictions.convictions import convictions
from helpers.charts._convictions.limits import limits

__all__ = ["convictions", "limits"]
