"""Risings of prisoners beside each other."""

from helpers.charts._risings.risings import risings

__all__ = ["risings"]
