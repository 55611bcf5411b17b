"""What authors conclude on the economy of the camps, and compared with what."""

from helpers.charts._judgements.judgements import judgements

__all__ = ["judgements"]
