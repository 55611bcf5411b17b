"""A line of the report: of how many things something is true, and of which it is not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """
    A line of the report.

    Parameters
    ----------
    words : str
        What is counted, as "rows name a source".
    whole : int
        How many there are.
    missing : list of str
        Those of which it is not true, each with its place.
    promised : bool
        Whether the book promises all of them; else the line informs.
    """

    words: str
    whole: int
    missing: list[str]
    promised: bool = True

    @property
    def share(self) -> float:
        """Part of which it is true, from 0 to 1."""
        return 1 - len(self.missing) / self.whole if self.whole else 1.0

    def __str__(self) -> str:
        true = self.whole - len(self.missing)
        return f"{self.share:7.1%}  {true:6,} of {self.whole:6,} {self.words}"
