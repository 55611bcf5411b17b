"""Who was held in a camp: the parts of its people beside the whole."""

from helpers.charts._composition.composition import composition

__all__ = ["composition"]
