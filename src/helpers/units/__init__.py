"""
Convert units, here and nowhere else: every factor is a row of `unit_conversions` with its source.

A unit is written as in the table of units (``million poods``, ``t``, ``kg``). What cannot be
compared is refused: another dimension, a missing unit, two units in one sum.

>>> from helpers import data
>>> factors = data.load("unit_conversions")
>>> round(convert(7.8, "million poods", "t", factors))
127768
"""

from helpers.units._sums import one_unit, total
from helpers.units._tables import in_unit, suppose
from helpers.units._ways import NOT_STATED, UnitError, convert, path

__all__ = [
    "NOT_STATED",
    "UnitError",
    "convert",
    "in_unit",
    "one_unit",
    "path",
    "suppose",
    "total",
]
