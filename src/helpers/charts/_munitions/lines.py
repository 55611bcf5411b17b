"""Choose the numbers on mortar bombs and bring them into one unit."""

from __future__ import annotations

import pandas as pd

from helpers import units
from helpers.models import scale

#: The rows drawn: short name of the part, and its name in words.
WHOLES = {
    "ussr-1941-1945-mortar-rounds": ("ussr", "all Soviet industry: mortar rounds"),
    "gulag-1941-1945-mortar-bodies": ("nkvd", "NKVD: bodies of mortar bombs, all calibres"),
    "gulag-1941-1945-mortar-bodies-82mm": ("82", "NKVD: bodies of 82 mm"),
    "gulag-1941-1945-mortar-bodies-120mm": ("120", "NKVD: bodies of 120 mm"),
    "gulag-1941-1945-mortar-bodies-50mm": ("50", "NKVD: bodies of 50 mm"),
}
CLAIMS = {
    "dzhezkazgan-1941-1945-mortar-mines": ("claim", "Dzhezkazgan: “mines”"),
    "karlag-1941-1945-mortar-mines-sent": ("karlag", "Karlag: mines sent, if pieces are meant"),
    "karlag-1941-1945-m50-mines-boldin": ("dolinka", "Dolinka works: mines M-50, as told"),
}

#: The claim whose digits can be left out, and how many of them.
CLAIM, MOST = "dzhezkazgan-1941-1945-mortar-mines", 3


def gathered(
    economy: pd.DataFrame, production: pd.DataFrame, factors: pd.DataFrame, digits: int
) -> pd.DataFrame:
    """
    Gather wholes and claims in pieces, the greatest first.

    Returns
    -------
    DataFrame
        The columns of the data, and ``part`` (short name), ``what`` (words), ``label`` (words
        of the line), ``size`` (pieces), ``kind`` (status, or ``reading``), ``said`` (note).
        ``attrs["top"]`` is the greatest size as printed.

    Raises
    ------
    ValueError
        If a row is missing, or the claim cannot lose so many zeros.
    """
    rows = pd.concat([_named(economy, WHOLES), _named(production, CLAIMS)], ignore_index=True)
    blank = rows["unit"] == units.NOT_STATED
    supposed = units.suppose(rows[blank], "pieces")
    said = rows["note"].where(~blank, "Unit not stated; pieces supposed. " + rows["note"])
    rows = units.in_unit(pd.concat([rows[~blank], supposed]).sort_index(), "pieces", factors)
    rows = rows.assign(size=rows["value_min"].astype(float), kind=rows["status"], said=said)
    rows = _read(rows, digits)
    rows["label"] = rows["what"].where(rows["part"] != "claim", "<b>" + rows["what"] + "</b>")
    rows = rows.sort_values("size", ascending=False, kind="stable", ignore_index=True)
    rows.attrs["top"] = float(rows["size"].max())
    return rows


def _named(table: pd.DataFrame, wanted: dict[str, tuple[str, str]]) -> pd.DataFrame:
    rows = table[table["row_id"].isin(wanted)]
    missing = [row_id for row_id in wanted if row_id not in set(rows["row_id"])]
    if missing:
        raise ValueError(f"the table has no row {', '.join(missing)}; the chart compares with it")
    part = rows["row_id"].map(lambda row_id: wanted[row_id][0])
    return rows.assign(part=part, what=rows["row_id"].map(lambda row_id: wanted[row_id][1]))


def _read(rows: pd.DataFrame, digits: int) -> pd.DataFrame:
    """Leave zeros out of the claim; what remains is no number of a source."""
    here = rows["row_id"] == CLAIM
    printed = float(rows.loc[here, "size"].iloc[0])
    known = scale.readings(printed, MOST)
    if digits not in range(len(known)):
        most = len(known) - 1
        raise ValueError(f"cannot leave {digits} digits out of {printed:,.0f}; choose 0 to {most}")
    if digits:
        words = ("one zero", "two zeros", "three zeros")[digits - 1]
        rows.loc[here, ["size", "value_min", "value_max"]] = known[digits]
        rows.loc[here, "kind"] = "reading"
        rows.loc[here, "what"] = f"Dzhezkazgan, {words} fewer"
        rows.loc[here, "said"] = f"{printed:,.0f} as printed, {words} left out."
    return rows
