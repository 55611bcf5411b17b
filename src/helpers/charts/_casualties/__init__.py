"""The dead and wounded of Kengir, and who is called a participant, source by source."""

from helpers.charts._casualties.casualties import casualties
from helpers.charts._casualties.counting import counting
from helpers.charts._casualties.died_of_wounds import died_of_wounds
from helpers.charts._casualties.killed_or_wounded import killed_or_wounded
from helpers.charts._casualties.participants import participants

__all__ = ["casualties", "counting", "died_of_wounds", "killed_or_wounded", "participants"]
