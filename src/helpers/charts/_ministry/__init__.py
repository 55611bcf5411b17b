"""How much of the country's economy was the interior ministry's: of the whole, of products."""

from helpers.charts._ministry.products import product_shares
from helpers.charts._ministry.wholes import ministry_shares

__all__ = ["ministry_shares", "product_shares"]
