"""
Compute the energy of food rations from their products; never fill in what no table gives.

Energy of a product (kcal per day) = amount (g per day) x (1 - refuse / 100) x energy of the
edible part (kcal per g). The amounts are what the orders prescribed, the factors those of
printed food tables (`food_energy`, with a source for each): the result is what a full and sound
ration would have given, and so an upper bound of what was eaten.
"""

from __future__ import annotations

import pandas as pd

#: Products that carry a meal, and the number of counted products that makes a list whole.
STAPLES, WHOLE = ("bread", "rye bread", "rice"), 4

#: What describes a ration; the same in all its rows.
RATION = ("order_id", "order_title", "ration_id", "ration", "ration_group", "fulfilment")


def factors(food_energy: pd.DataFrame) -> pd.DataFrame:
    """
    Work out the energy of each product as it was issued, with skin, bones and the like.

    Parameters
    ----------
    food_energy : DataFrame
        Columns ``product``, ``food``, ``use`` (``main``, ``low``, ``high``; others are left
        out), ``measure`` (``energy_density`` in kcal per g of the edible part, ``refuse`` in
        percent), ``value_min``, ``row``, ``source_keys``.

    Returns
    -------
    DataFrame
        By ``product``: ``low``, ``value`` and ``high`` in kcal per g as issued. ``value`` is
        the main food; where the kind is not stated, the middle between the ends. A food
        without a row of refuse counts as eaten whole. ``row`` and ``source_keys`` name the inputs.
    """
    used = food_energy[food_energy["use"].isin(["main", "low", "high"])]
    lines = {}
    for product, rows in used.groupby("product", sort=False):
        density = rows[rows["measure"] == "energy_density"].set_index(["use", "food"])["value_min"]
        refuse = rows[rows["measure"] == "refuse"].set_index(["use", "food"])["value_min"]
        issued = density * (1 - refuse.reindex(density.index).fillna(0) / 100)
        uses = issued.droplevel("food")
        low, high = float(issued.min()), float(issued.max())
        value = float(uses["main"]) if "main" in uses else (low + high) / 2
        keys = {"row": _joined(rows["row"], " "), "source_keys": _joined(rows["source_keys"], ";")}
        lines[product] = {"low": low, "value": value, "high": high, **keys}
    columns = ["low", "value", "high", "row", "source_keys"]
    return pd.DataFrame.from_dict(lines, orient="index", columns=columns).rename_axis("product")


def energy(rations: pd.DataFrame, food_energy: pd.DataFrame) -> pd.DataFrame:
    """
    Add up the energy of every ration.

    Parameters
    ----------
    rations : DataFrame
        Columns of ``RATION``, ``product``, ``measure`` (only ``ration`` is used), values in
        g per day, ``date_text``, ``checked``, ``row``, ``source_keys``.
    food_energy : DataFrame
        As for ``factors``.

    Returns
    -------
    DataFrame
        A line per ration, in the order of the table: what describes it, ``low``, ``kcal`` and
        ``high`` (kcal per day), ``bread`` (kcal per day of it from bread), ``counted`` (number
        of products), ``not_counted`` (amounts of the products for which no table gives a
        factor: they are named, not taken as zero), ``whole`` (whether the list looks like all
        that was given: no supplement, a staple, at least four counted products), ``unread``
        (whether an amount was not re-read), ``row`` and ``source_keys`` (all inputs),
        ``bread_row`` (those of the bread).

    Raises
    ------
    ValueError
        If a ration lists a product twice: rival lists need names of their own.
    """
    known = factors(food_energy)
    there = rations["value_min"].notna() | rations["value_max"].notna()
    amounts = rations[(rations["measure"] == "ration") & there]
    groups = amounts.groupby("ration_id", sort=False)
    lines = [_line(name, rows, known) for name, rows in groups]
    return pd.DataFrame([line for line in lines if line["counted"]])


def _line(name: str, rows: pd.DataFrame, known: pd.DataFrame) -> dict[str, object]:
    twice = rows.loc[rows["product"].duplicated(), "product"]
    if len(twice):
        raise ValueError(f"ration '{name}' lists '{twice.iloc[0]}' twice; name rival lists apart")
    there = rows["product"].isin(known.index)
    counted, factor = rows[there], known.loc[rows.loc[there, "product"]]
    least = counted["value_min"].fillna(0).to_numpy(float)
    most = counted["value_max"].fillna(counted["value_min"]).to_numpy(float)
    kcal = (least + most) / 2 * factor["value"].to_numpy()
    staple = counted["product"].isin(STAPLES).any() and rows.iloc[0]["ration_group"] != "supplement"
    bread = counted["product"].str.endswith("bread").to_numpy(bool)
    inputs = pd.concat([rows, factor])
    loaves = pd.concat([counted["row"][bread], factor["row"][bread]])
    return {
        **{column: rows.iloc[0][column] for column in (*RATION, "date_text")},
        "low": float((least * factor["low"].to_numpy()).sum()),
        "kcal": float(kcal.sum()),
        "high": float((most * factor["high"].to_numpy()).sum()),
        "bread": float(kcal[bread].sum()),
        "counted": len(counted),
        "not_counted": "; ".join(_amount(row) for _, row in rows[~there].iterrows()),
        "whole": bool(staple) and len(counted) >= WHOLE,
        "unread": bool((counted["checked"] == "unread").any()),
        "row": _joined(inputs["row"], " "),
        "bread_row": _joined(loaves, " "),
        "source_keys": _joined(inputs["source_keys"], ";"),
    }


def _amount(row: pd.Series) -> str:
    amount = row["value_max"] if pd.isna(row["value_min"]) else row["value_min"]
    return f"{row['product']} {amount:.10g} g"


def _joined(cells: pd.Series, sign: str) -> str:
    parts = (part for cell in cells for part in cell.split(sign))
    return sign.join(dict.fromkeys(parts))
