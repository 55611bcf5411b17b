"""The Gulag as a whole: prisoners, deaths, groups, and the part that Kazakhstan held."""

from helpers.charts._totals.camp_times import camp_times
from helpers.charts._totals.death_rates import death_rates
from helpers.charts._totals.group_shares import group_shares
from helpers.charts._totals.kazakhstan_share import kazakhstan_share
from helpers.charts._totals.totals import totals

__all__ = ["camp_times", "death_rates", "group_shares", "kazakhstan_share", "totals"]
