"""Charts of release: who was freed by which act, who came and left, who stayed."""

from helpers.charts._releases.amnesties import amnesties
from helpers.charts._releases.balance import balance
from helpers.charts._releases.held import held

__all__ = ["amnesties", "balance", "held"]
