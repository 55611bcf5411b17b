"""
Load the tables of the book, each row with its source; never draw, never change a file.

>>> from helpers import data
>>> camps = data.load("camp_population")
>>> data.bibliography(camps)["short"].tolist()[:1]  # doctest: +SKIP
['Memorial handbook 1998']
"""

from helpers.data._archives import (
    ArchiveReference,
    archive_references,
    archive_table,
    references_of,
)
from helpers.data._check import check, check_all
from helpers.data._faults import DataError, Fault
from helpers.data._package import FOLDER, Resource, resource, resources
from helpers.data._tables import bibliography, load, row

__all__ = [
    "FOLDER",
    "ArchiveReference",
    "DataError",
    "Fault",
    "Resource",
    "archive_references",
    "archive_table",
    "bibliography",
    "check",
    "check_all",
    "load",
    "references_of",
    "resource",
    "resources",
    "row",
]
