"""
Put controls on a chart: one call, two lives.

In Jupyter the controls are ipywidgets that call the chart function again. On the page they are
native HTML controls over the states that were computed when the notebook ran. This package only
wires; drawing and choosing rows is the chart function's work.
"""

from helpers.explore._controls import LABELS
from helpers.explore._explorer import Explorer, explore
from helpers.explore._output import MIME, STATIC
from helpers.explore._packing import LIMIT

__all__ = ["LABELS", "LIMIT", "MIME", "STATIC", "Explorer", "explore"]
