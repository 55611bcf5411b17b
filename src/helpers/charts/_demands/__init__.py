"""What the prisoners of Kengir demanded, and what was answered."""

from helpers.charts._demands.demands import demands

__all__ = ["demands"]
