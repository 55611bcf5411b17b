"""Acts on camps and labour, chief administrations, and the reach of incentives."""

from helpers.charts._incentives.administrations import administrations
from helpers.charts._incentives.laws import laws
from helpers.charts._incentives.reach import reach

__all__ = ["administrations", "laws", "reach"]
