"""Set a table as it is printed beside the table as corrected, year by year; draw nothing."""

from __future__ import annotations

import pandas as pd

#: Word that the note of a corrected row begins with.
CORRECTED = "Corrected"


def corrected(table: pd.DataFrame) -> pd.DataFrame:
    """
    Find the rows whose value was corrected, with what the page prints.

    Parameters
    ----------
    table : DataFrame
        Rows of numbers: ``note`` (begins with "Corrected" where a misprint was mended),
        ``value_text`` (the number as printed, empty where it cannot be read), ``value_min``.

    Returns
    -------
    DataFrame
        These rows and a column ``printed`` (a number, missing where illegible).

    Raises
    ------
    ValueError
        If a printed value is no number; the message names the row.
    """
    rows = table[table["note"].str.startswith(CORRECTED)]
    bare = rows["value_text"].str.replace(",", "")
    wrong = rows.loc[(bare != "") & ~bare.str.fullmatch(r"\d+"), "row"]
    if len(wrong):
        raise ValueError(f"{', '.join(wrong)}: value_text is no whole number; write 22,728")
    return rows.assign(printed=pd.to_numeric(bare.where(bare != "")).astype("Float64"))


def as_printed(table: pd.DataFrame) -> pd.DataFrame:
    """
    Put the misprints back, so that a sum can be tried with them.

    Parameters
    ----------
    table : DataFrame
        As for `corrected`.

    Returns
    -------
    DataFrame
        A new table; where the printed number is legible it stands in ``value_min`` and
        ``value_max``, where it is not the row is left out: unknown is not zero.
    """
    mended = corrected(table)
    illegible = mended.index[mended["printed"].isna()]
    legible = mended["printed"].dropna()
    printed = table.drop(index=illegible).copy()
    for column in ("value_min", "value_max"):
        values = printed[column].astype("Float64")
        values.loc[legible.index] = legible
        printed[column] = values
    return printed
