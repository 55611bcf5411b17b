"""Workday credits: how long a sentence lasted, and where and when they were given."""

from helpers.charts._credits.credits import credits
from helpers.charts._credits.credits_history import credits_history

__all__ = ["credits", "credits_history"]
