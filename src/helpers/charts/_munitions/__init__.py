"""A claim about munitions beside the wholes that it must fit into."""

from helpers.charts._munitions.munitions import munitions

__all__ = ["munitions"]
