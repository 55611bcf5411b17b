"""Say what is wrong with a table, to the person who edits it; no import of ours, so no loops."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """
    One thing that is wrong in one place.

    Parameters
    ----------
    file : str
        Name of the file, as it stands in ``data/``.
    row : int
        Row as a spreadsheet counts it (the header is row 1); 0 for the whole file.
    column : str
        Column, or empty where the fault is not in one.
    problem : str
        What stands there and what to write instead, as half a sentence.
    """

    file: str
    row: int
    column: str
    problem: str

    def __str__(self) -> str:
        place = f"{self.file}, row {self.row}" if self.row else self.file
        return (
            f"{place}: {self.column} {self.problem}" if self.column else f"{place}: {self.problem}"
        )


class DataError(ValueError):
    """
    A table is broken; the message lists every fault, one on a line.

    Parameters
    ----------
    faults : list of Fault
        What was found.
    """

    def __init__(self, faults: list[Fault]):
        self.faults = sorted(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
