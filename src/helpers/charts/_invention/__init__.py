"""Invention and science: proposals and savings, the station's varieties, events by subject."""

from helpers.charts._invention.inventions import inventions
from helpers.charts._invention.savings import savings
from helpers.charts._invention.varieties import varieties

__all__ = ["inventions", "savings", "varieties"]
