"""Lives on a time axis: one line for each person, events by kind, rival dates side by side."""

from helpers.charts._lives.lives import lives

__all__ = ["lives"]
