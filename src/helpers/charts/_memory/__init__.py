"""Charts of memory: what was founded when and where, and what there is to read."""

from helpers.charts._memory.books import books
from helpers.charts._memory.memorials import memorials
from helpers.charts._memory.remembrance import remembrance

__all__ = ["books", "memorials", "remembrance"]
