"""
Relate the totals of the Gulag to each other and to the camps of Kazakhstan; draw and load nothing.

Counts of one day are related only to counts of the same day. Where a day has two counts, both are
carried through as the two ends of a range, and nothing is averaged.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.models.shares import share

#: Columns of every result: the two ends, whether an input was not re-read, the inputs.
CARRIED = ("low", "high", "unread", "row", "source_keys")

#: How much two numbers of one day may differ and still be one count, rounded by somebody.
ROUNDED = 0.01


def counts(totals: pd.DataFrame, system: str, measure: str = "prisoners") -> pd.DataFrame:
    """
    Choose the numbers of a part of the penal system that name one day and one value.

    Parameters
    ----------
    totals : DataFrame
        ``gulag_totals``: columns ``system``, ``measure``, ``qualifier``, ``value_min``,
        ``date_start``, ``date_end``.
    system : str
        ``itl`` (camps), ``itk`` (colonies), ``itl_itk`` (both), ``prisons``.
    measure : str, optional
        What is counted.

    Returns
    -------
    DataFrame
        By date; bounds ("more than") and totals over a time are left out.
    """
    chosen = totals[(totals["system"] == system) & (totals["measure"] == measure)]
    exact = chosen["qualifier"].isin(["exact", "about"]) & chosen["value_min"].notna()
    return chosen[exact & (chosen["date_start"] == chosen["date_end"])].sort_values(
        ["date_start", "value_min"]
    )


def rivals(totals: pd.DataFrame, system: str) -> pd.DataFrame:
    """
    Find the days for which a part of the system has two counts that no rounding explains.

    Returns
    -------
    DataFrame
        Indexed by date: ``low``, ``high`` (persons) and the other columns of ``CARRIED``.
    """
    ends = _ends(counts(totals, system))
    return ends[ends["high"] > ends["low"] * (1 + ROUNDED)]


def death_rates(totals: pd.DataFrame, system: str = "itl_itk") -> pd.DataFrame:
    """
    Relate the deaths of a year to the mean of the counts at its beginning and its end.

    ``rate (percent) = 100 x deaths / ((prisoners on 1 January + prisoners a year later) / 2)``

    Parameters
    ----------
    totals : DataFrame
        ``gulag_totals``: prisoners (persons, on a day) and deaths (persons, in a year).
    system : str, optional
        The part of the penal system; deaths and prisoners are of the same part.

    Returns
    -------
    DataFrame
        Indexed by year, with the columns of ``CARRIED`` (percent). A year without both counts or
        without deaths has no line. It is a check on the published rates, which relate deaths to
        a mean number that the administration computed from more counts than two.
    """
    held = _ends(counts(totals, system))
    dead = totals[(totals["system"] == system) & (totals["measure"] == "deaths")]
    dead = dead[dead["date_kind"] == "year"].drop_duplicates(["date_start", "value_min"])
    lines = {}
    for _, row in dead.iterrows():
        year = row["date_start"].year
        days = [pd.Timestamp(year, 1, 1), pd.Timestamp(year + 1, 1, 1)]
        if not all(day in held.index for day in days):
            continue
        around = held.loc[days]
        lines[year] = {
            "low": 100 * float(row["value_min"]) / around["high"].mean(),
            "high": 100 * float(row["value_min"]) / around["low"].mean(),
            "unread": bool(around["unread"].any()) or row["checked"] == "unread",
            "row": _joined([row["row"], *around["row"]], " "),
            "source_keys": _joined([row["source_keys"], *around["source_keys"]], ";"),
        }
    return pd.DataFrame.from_dict(lines, orient="index", columns=list(CARRIED)).sort_index()


def group_shares(totals: pd.DataFrame, system: str, group: str) -> pd.DataFrame:
    """
    Compute what part of all prisoners a counted group was on the same day.

    Parameters
    ----------
    totals : DataFrame
        ``gulag_totals``.
    system : str
        The part of the penal system.
    group : str
        Measure of the group: ``counter_revolutionary`` or ``women``.

    Returns
    -------
    DataFrame
        Indexed by date, with the columns of ``CARRIED`` (percent of all prisoners of the day).
        Prisoners of whom it was not recorded whether they belong to the group count as others,
        so that the share is the least that it can have been. Of two totals of a day those are
        used that come from a work which also has the group.
    """
    above, below = counts(totals, system, group), counts(totals, system)
    works = above.groupby("date_start")["source_keys"].agg(
        lambda cells: set(";".join(cells).split(";"))
    )
    own = [
        bool(works.get(day, set()) & set(keys.split(";")))
        for day, keys in zip(below["date_start"], below["source_keys"], strict=True)
    ]
    same = below[pd.Series(own, index=below.index, dtype=bool)]
    other = below[~below["date_start"].isin(same["date_start"])]
    return _divide(_ends(above), _ends(pd.concat([same, other])))


def kazakhstan(
    camps: pd.DataFrame, population: pd.DataFrame, totals: pd.DataFrame, system: str = "itl"
) -> pd.DataFrame:
    """
    Compute the part of the Gulag that the camps of Kazakhstan held on 1 January.

    ``share (percent) = 100 x sum of the camps counted on the day / total of the same day``

    Parameters
    ----------
    camps : DataFrame
        ``camps``: columns ``camp_id``, ``kind``, ``part_of``, ``in_kazakhstan``, first and last
        days. Sections of a camp, camps of prisoners of war and camps that lay only partly in
        Kazakhstan are left out.
    population : DataFrame
        ``camp_population``.
    totals : DataFrame
        ``gulag_totals``.
    system : str, optional
        The whole: ``itl`` (camps) or ``itl_itk`` (camps and colonies).

    Returns
    -------
    DataFrame
        Indexed by date, with the columns of ``CARRIED`` (percent), ``persons_low`` and
        ``persons_high`` (the sum), ``counted`` and ``missing`` (tuples of ``camp_id``: open on
        the day with and without a count), and ``filled``: the share with the highest number of
        the year for those of the missing camps that have one (``filled_by``, ``filled_row``,
        ``filled_keys``). The counted share is the least that it can have been; the filled one
        is a guess and no bound, since numbers of other days of the year stand in it.
    """
    whole = _ends(counts(totals, system))
    chosen = _camps(camps)
    held = population[
        (population["measure"] == "prisoners")
        & (population["basis"] == "actual")
        & (population["same_as"] == "")
        & population["camp_id"].isin(chosen["camp_id"])
    ]
    lines = {day: _day(day, chosen, held, whole.loc[day]) for day in whole.index}
    lines = {day: line for day, line in lines.items() if line["counted"]}
    return pd.DataFrame.from_dict(lines, orient="index")


def _camps(camps: pd.DataFrame) -> pd.DataFrame:
    independent = (camps["part_of"] == "") & (camps["in_kazakhstan"] == "yes")
    kinds = ("ITL", "special camp", "construction ITL", "camp section")
    return camps[independent & camps["kind"].isin(kinds)]


def _day(
    day: pd.Timestamp, camps: pd.DataFrame, held: pd.DataFrame, whole: pd.Series
) -> dict[str, object]:
    on_the_day = held[(held["date_start"] == day) & (held["date_end"] == day)]
    groups = dict(list(on_the_day.groupby("camp_id")))
    low = sum(float(group["value_min"].min()) for group in groups.values())
    high = sum(float(group["value_min"].max()) for group in groups.values())
    still_open = camps[(camps["opened_start"] < day) & (camps["closed_end"] >= day)]
    missing = [camp for camp in still_open["camp_id"] if camp not in groups]
    highest = _highest(held[held["camp_id"].isin(missing)], day.year)
    filled = share(high + float(highest["value_min"].sum()), whole["low"])
    return {
        "low": share(low, whole["high"]),
        "high": share(high, whole["low"]),
        "unread": bool(whole["unread"]) or bool((on_the_day["checked"] == "unread").any()),
        "row": _joined([*on_the_day["row"], whole["row"]], " "),
        "source_keys": _joined([*on_the_day["source_keys"], whole["source_keys"]], ";"),
        "persons_low": low,
        "persons_high": high,
        "counted": tuple(groups),
        "missing": tuple(missing),
        "filled": filled if len(highest) else None,
        "filled_by": tuple(highest["camp_id"]),
        "filled_row": _joined(highest["row"], " "),
        "filled_keys": _joined(highest["source_keys"], ";"),
    }


def _highest(held: pd.DataFrame, year: int) -> pd.DataFrame:
    """Choose the highest number of a year for each camp."""
    of_year = held[(held["date_start"].dt.year == year) & (held["date_end"].dt.year == year)]
    return of_year.sort_values("value_min", ascending=False).drop_duplicates("camp_id")


def _ends(rows: pd.DataFrame) -> pd.DataFrame:
    # where a day has an exact number, a rounded one of another work is no input
    exact = rows[rows["qualifier"] == "exact"]
    near = exact.groupby("date_start")["value_min"].max()
    rounded = [
        row["qualifier"] == "about"
        and row["date_start"] in near.index
        and abs(row["value_min"] / near[row["date_start"]] - 1) < ROUNDED
        for _, row in rows.iterrows()
    ]
    rows = rows[~pd.Series(rounded, index=rows.index, dtype=bool)]
    groups = rows.groupby("date_start")
    low, high = (groups["value_min"].agg(end).astype(float) for end in ("min", "max"))
    # an end that one work gives as we have read it is read, whoever else gives it
    read = rows[rows["checked"] != "unread"].groupby("date_start")["value_min"].agg(set)
    return pd.DataFrame(
        {
            "low": low,
            "high": high,
            "unread": [not {low[day], high[day]} <= read.get(day, set()) for day in low.index],
            "row": groups["row"].agg(lambda cells: _joined(cells, " ")),
            "source_keys": groups["source_keys"].agg(lambda cells: _joined(cells, ";")),
        }
    )


def _divide(part: pd.DataFrame, whole: pd.DataFrame) -> pd.DataFrame:
    days = [day for day in part.index if day in whole.index]
    lines = {}
    for day in days:
        above, below = part.loc[day], whole.loc[day]
        lines[day] = {
            "low": share(above["low"], below["high"]),
            "high": share(above["high"], below["low"]),
            "unread": bool(above["unread"]) or bool(below["unread"]),
            "row": _joined([above["row"], below["row"]], " "),
            "source_keys": _joined([above["source_keys"], below["source_keys"]], ";"),
        }
    return pd.DataFrame.from_dict(lines, orient="index", columns=list(CARRIED))


def _joined(cells: Iterable[str], sign: str) -> str:
    parts = (part for cell in cells for part in cell.split(sign) if part)
    return sign.join(dict.fromkeys(parts))
