"""
Compute death rates of camps, and the deaths that a camp would have had at the Gulag's rates.

Neither is a count. Both say which numbers they rest on and for which years there are none; a year
without a number is left out, never filled in.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

#: Columns of a camp's death rate.
RATES = (
    "camp_id",
    "year",
    "deaths",
    "prisoners",
    "rate",
    "checked",
    "status",
    "note",
    "row",
    "source_keys",
)

#: Columns of a year's expectation.
EXPECTED = (
    "year",
    "prisoners_low",
    "prisoners_high",
    "rate_low",
    "rate_high",
    "low",
    "high",
    "unread",
    "missing",
    "row",
    "source_keys",
)


def camp_rates(population: pd.DataFrame) -> pd.DataFrame:
    """
    Relate the deaths of a year in a camp to its prisoners at the opening of that year.

    Rate (percent) = deaths in the year / prisoners counted on 1 January of the year x 100. The
    official rates of the Gulag relate deaths to the mean number of the year instead.

    Parameters
    ----------
    population : DataFrame
        ``camp_population``: columns ``camp_id``, ``measure`` (``deaths``, ``prisoners``),
        ``same_as``, values in persons, dates, ``status``, ``checked``, ``note``, ``row``,
        ``source_keys``.

    Returns
    -------
    DataFrame
        A line per camp and year with known deaths: ``camp_id``, ``year``, ``deaths``,
        ``prisoners`` and ``rate`` (missing where the opening number is not known), ``checked``
        (``unread`` where an input was not re-read), ``status`` and ``note`` of the deaths,
        ``row`` and ``source_keys`` (all inputs).
    """
    deaths = population[(population["measure"] == "deaths") & (population["same_as"] == "")]
    deaths = deaths[deaths["value_min"].notna()]
    lines = []
    for _, row in deaths[_within_a_year(deaths)].iterrows():
        opening = _opening(population, row["camp_id"], row["date_start"].year)
        inputs = pd.concat([row.to_frame().T, opening])
        prisoners = None if opening.empty else float(opening.iloc[0]["value_min"])
        dead = float(row["value_min"])
        lines.append(
            {
                "camp_id": row["camp_id"],
                "year": row["date_start"].year,
                "deaths": dead,
                "prisoners": prisoners,
                "rate": None if prisoners is None else round(100 * dead / prisoners, 3),
                "checked": "unread" if (inputs["checked"] == "unread").any() else row["checked"],
                "status": row["status"],
                "note": row["note"],
                "row": _joined(inputs["row"], " "),
                "source_keys": _joined(inputs["source_keys"], ";"),
            }
        )
    return pd.DataFrame(lines, columns=list(RATES))


def _opening(population: pd.DataFrame, camp: str, year: int) -> pd.DataFrame:
    day = pd.Timestamp(year, 1, 1)
    chosen = (population["camp_id"] == camp) & (population["measure"] == "prisoners")
    on_the_day = (population["date_start"] == day) & (population["date_end"] == day)
    return population[chosen & on_the_day & population["value_min"].notna()].head(1)


def expected_deaths(
    population: pd.DataFrame,
    totals: pd.DataFrame,
    camp: str,
    *,
    system: str = "itl_itk",
    years: tuple[int, int] | None = None,
) -> pd.DataFrame:
    """
    Work out, year by year, the deaths of a camp if it had had the Gulag's mean death rate.

    Deaths = prisoners of the year x mortality of the year (percent) / 100. It is a test of the
    order of magnitude, no count and no estimate of what happened: in one camp the rate could be
    half or five times the mean.

    Parameters
    ----------
    population : DataFrame
        ``camp_population``: columns ``camp_id``, ``measure``, ``same_as``, values in persons,
        dates, ``checked``, ``row``, ``source_keys``.
    totals : DataFrame
        ``gulag_totals``: columns ``system``, ``measure`` (``mortality``, in percent), values,
        dates, ``row``, ``source_keys``.
    camp : str
        ``camp_id`` of the camp.
    system : str, optional
        The places of detention whose rates are used; ``itl_itk`` is camps and colonies.
    years : tuple of int, optional
        First and last year; from the first to the last number of the camp if None.

    Returns
    -------
    DataFrame
        A line per year, with the columns of ``EXPECTED``: the lowest and highest number of
        prisoners known for the year (they differ in date), the lowest and highest rate, the
        deaths from both, and whether one of these rows was not re-read. Where a year has no
        number of prisoners or no rate, ``missing`` says which, and ``low`` and ``high`` are
        missing.

    Raises
    ------
    ValueError
        If the camp has no number of prisoners, or the system no rate.
    """
    held = population[(population["camp_id"] == camp) & (population["measure"] == "prisoners")]
    held = _yearly(held[held["same_as"] == ""])
    if held.empty:
        raise ValueError(f"no dated number of prisoners for camp '{camp}'")
    rates = totals[(totals["system"] == system) & (totals["measure"] == "mortality")]
    rates = _yearly(rates)
    if rates.empty:
        known = ", ".join(sorted(totals.loc[totals["measure"] == "mortality", "system"].unique()))
        raise ValueError(f"no mortality for system '{system}'; the table has {known}")
    first, last = years or (held.index.min(), held.index.max())
    lines = [_expectation(year, held, rates) for year in range(first, last + 1)]
    return pd.DataFrame(lines, columns=list(EXPECTED))


def _within_a_year(rows: pd.DataFrame) -> pd.Series:
    return rows["date_start"].notna() & (rows["date_start"].dt.year == rows["date_end"].dt.year)


def _yearly(rows: pd.DataFrame) -> pd.DataFrame:
    """Find the lowest and highest value of each year (a bound counts as itself), with its rows."""
    low, high = rows["value_min"], rows["value_max"]
    rows = rows.assign(low=low.fillna(high), high=high.fillna(low))
    rows = rows[_within_a_year(rows) & rows["low"].notna()]
    groups = rows.groupby(rows["date_start"].dt.year)
    return pd.DataFrame(
        {
            "low": groups["low"].min().astype(float),
            "high": groups["high"].max().astype(float),
            "unread": groups["checked"].agg(lambda words: bool((words == "unread").any())),
            "row": groups["row"].agg(" ".join),
            "source_keys": groups["source_keys"].agg(";".join),
        }
    )


def _expectation(year: int, held: pd.DataFrame, rates: pd.DataFrame) -> dict[str, object]:
    parts = {"prisoners": held, "rate": rates}
    found = {name: table.loc[year] for name, table in parts.items() if year in table.index}
    words = {"prisoners": "number of prisoners", "rate": "death rate"}
    missing = [words[name] for name in parts if name not in found]
    line: dict[str, object] = {
        "year": year,
        "missing": f"no {' and no '.join(missing)}" if missing else "",
        "unread": any(part["unread"] for part in found.values()),
        "row": _joined((part["row"] for part in found.values()), " "),
        "source_keys": _joined((part["source_keys"] for part in found.values()), ";"),
    }
    for end in ("low", "high"):
        line |= {f"{name}_{end}": float(part[end]) for name, part in found.items()}
        if not missing:
            line[end] = line[f"prisoners_{end}"] * line[f"rate_{end}"] / 100
    return line


def _joined(cells: Iterable[str], sign: str) -> str:
    parts = (part for cell in cells for part in cell.split(sign))
    return sign.join(dict.fromkeys(parts))
