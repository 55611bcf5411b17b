"""What prisoners' labour was used for, what it lost, cost and yielded beside free labour."""

from helpers.charts._labour.break_even import break_even
from helpers.charts._labour.days_lost import days_lost
from helpers.charts._labour.productivity import productivity

__all__ = ["break_even", "days_lost", "productivity"]
