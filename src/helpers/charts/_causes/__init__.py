"""Who says what led to what before Kengir."""

from helpers.charts._causes.causes import causes

__all__ = ["causes"]
