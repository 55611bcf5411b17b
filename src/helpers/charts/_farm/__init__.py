"""The camp farm: what it grew and kept, tested by land, herd, the whole Gulag and the ration."""

from helpers.charts._farm.balance import food_balance
from helpers.charts._farm.farm import farm
from helpers.charts._farm.land import farm_land
from helpers.charts._farm.meat import farm_meat
from helpers.charts._farm.share import farm_share

__all__ = ["farm", "farm_land", "farm_meat", "farm_share", "food_balance"]
