"""Sums that do not close: the parts beside the whole that a source gives."""

from helpers.charts._sums.sums import sums

__all__ = ["sums"]
