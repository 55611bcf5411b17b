"""
Draw the charts of the book.

Every function takes a table and returns a new figure; none reads files, changes its input or
remembers an earlier call.
"""

from helpers.charts._population import population

__all__ = ["population"]
