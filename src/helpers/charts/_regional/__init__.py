"""Coal and metals of the region: output, plans and claimed shares."""

from helpers.charts._regional.coal import coal
from helpers.charts._regional.metals import metals

__all__ = ["coal", "metals"]
