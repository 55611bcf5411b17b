"""Tell the dead of a whole rising from the dead of some of its days; draw nothing."""

from __future__ import annotations

import pandas as pd


def whole_or_part(own: pd.DataFrame, rising: pd.Series) -> pd.DataFrame:
    """
    Count those killed on some days of a rising among the dead of a part of it.

    Parameters
    ----------
    own : DataFrame
        The rising's rows of ``uprising_numbers``: columns ``measure``, ``date_start``,
        ``date_end``.
    rising : Series
        A row of ``uprisings`` with its first and last day.

    Returns
    -------
    DataFrame
        The rows; ``killed`` is ``killed_in_part`` where the dates are fewer than the rising's.
    """
    late, early = own["date_start"] > rising["date_start"], own["date_end"] < rising["date_end"]
    part = (own["measure"] == "killed") & (late | early)
    return own.assign(measure=own["measure"].mask(part, "killed_in_part"))
