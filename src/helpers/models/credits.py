"""
Compute how long a sentence lasts where days of work are credited.

A rate is a pair of whole numbers, days of the sentence for days of work, as a source gives it. The
book knows the rates of its table `incentives` and no others: for what no source gives, the answer
is "not known", and nothing is put between two rates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

import pandas as pd

#: Kinds of place to which rules on credits applied.
REGIMES = "camps named in an order", "ordinary camps", "special camps", "places outside the camps"

#: Periods between two acts, with their first and their last year as parts of a year.
PERIODS = {
    "1919–1923": (1919.92, 1924),
    "1924–1930": (1924, 1931),
    "1931–1932": (1931, 1933),
    "1933–July 1935": (1933, 1935.58),
    "August 1935–June 1939": (1935.58, 1939.44),
    "June 1939–March 1948": (1939.44, 1948.25),
    "April–December 1948": (1948.25, 1948.96),
    "December 1948–July 1954": (1948.96, 1954.52),
    "July 1954–1958": (1954.52, 1959),
    "from 1959": (1959, 1961),
}

#: What rules name: fulfilment of the norm, or kinds of work.
BANDS = (
    "below 100 percent",
    "100–105 percent",
    "106–110 percent",
    "111–120 percent",
    "115 percent",
    "121 percent and more",
    "first category of work",
    "second category of work",
    "especially productive work",
    "especially important work, norm exceeded",
    '"super-shock" work',
    "no band named",
)

#: Word of the table for a rule that holds for every band; choice of every band; no answer.
ALL, EVERY, NOT_KNOWN = "whatever the output", "every", "not known"

#: Measures of the table that are rates.
MEASURES = ("credit_rate", "credit_rate_maximum")


def time_served(sentence: float, counted: str | Fraction) -> float:
    """
    Compute how long a sentence lasts if every day of it is credited at one rate.

    ``time served = sentence x days of work / days of the sentence counted for them``

    Parameters
    ----------
    sentence : float
        Length of the sentence, in days, months or years.
    counted : str or Fraction
        Days of the sentence for days of work: ``4/3`` is four for three; ``1/1`` is no credit.

    Returns
    -------
    float
        Time served, in the unit of the sentence.

    Raises
    ------
    ValueError
        If the sentence is negative or no number, or the rate is no pair of whole numbers or would
        lengthen the term.

    Notes
    -----
    An idealisation: one rate for every day. Days in the punishment cell earned nothing, and credits
    could be lost, so that a real prisoner served longer. The rates are those of the table
    ``incentives``; the reasoning is that of Ertz, "Trading Effort for Freedom", 2005.

    Examples
    --------
    >>> time_served(10, "4/3"), time_served(10, "3/1") * 12
    (7.5, 40.0)
    """
    days = float(sentence)
    if not days >= 0 or days == float("inf"):
        raise ValueError(f"a sentence of {sentence} is no length of time; give a number from 0 on")
    return float(Fraction(days) / fraction(counted))


def fraction(counted: str | Fraction) -> Fraction:
    """
    Read a rate.

    Raises
    ------
    ValueError
        If it is no pair of whole numbers such as ``4/3``, or less than one for one. A rounded
        number such as 1.33 is refused: it would make a term of ten years a week too long.
    """
    pair = isinstance(counted, str) and re.fullmatch(r"[1-9]\d*/[1-9]\d*", counted)
    if not pair and not isinstance(counted, Fraction):
        raise ValueError(f"'{counted}' is no rate; write days of the sentence / days of work: 4/3")
    rate = Fraction(counted)
    if rate < 1:
        raise ValueError(f"{rate} days of the sentence for a day of work would lengthen the term")
    return rate


def rules(incentives: pd.DataFrame, *, regime: str, period: str, band: str = EVERY) -> pd.DataFrame:
    """
    Find what the table says about credits in a place, a period and a band.

    Parameters
    ----------
    incentives : DataFrame
        ``incentives``: columns ``row``, ``measure``, ``regime``, ``period``, ``band``,
        ``counted``.
    regime : str
        One of ``REGIMES``.
    period : str
        One of ``PERIODS``.
    band : str, optional
        One of ``BANDS``, or ``every``.

    Returns
    -------
    DataFrame
        Rows of the table, those with a rate first, with new columns ``bands`` (list of the bands
        that the row speaks of) and ``at_most`` (whether the rate is an upper limit). A row
        without ``counted`` is a rule whose rate no source gives. No row: nothing is known.

    Raises
    ------
    ValueError
        If there is no such regime, period or band; the message names those that there are.
    """
    _one_of("regime", regime, REGIMES)
    _one_of("period", period, PERIODS)
    _one_of("band", band, (EVERY, *BANDS))
    here = _holds(incentives["regime"], regime) & _holds(incentives["period"], period)
    found = incentives[here].copy()
    found["bands"] = [_bands(words) for words in found["band"]]
    found["at_most"] = found["measure"] == "credit_rate_maximum"
    if band != EVERY:
        found = found[found["bands"].map(lambda words: band in words).astype(bool)]
    return found.sort_values("counted", key=lambda counted: counted == "", kind="stable")


def answer(incentives: pd.DataFrame, *, regime: str, period: str, band: str) -> list[str]:
    """
    Say in words at which rates a day of work counted.

    Parameters
    ----------
    incentives, regime, period, band
        As for `rules`.

    Returns
    -------
    list of str
        Rates such as ``4 for 3``, ``no credit`` or ``at most 3 for 1``, each once; ``not known``
        where no source gives one. Errors are those of `rules`.
    """
    found = rules(incentives, regime=regime, period=period, band=band)
    rated = found[found["counted"] != ""]
    words = [in_words(row["counted"], row["at_most"]) for _, row in rated.iterrows()]
    return list(dict.fromkeys(words)) or [NOT_KNOWN]


def in_words(counted: str, at_most: bool = False) -> str:
    """
    Write a rate for readers.

    >>> in_words("4/3"), in_words("3/1", at_most=True), in_words("1/1")
    ('4 for 3', 'at most 3 for 1', 'no credit')
    """
    if fraction(counted) == 1:
        return "no credit"
    return f"{'at most ' if at_most else ''}{counted.replace('/', ' for ')}"


def _bands(words: str) -> list[str]:
    named = words.split(";")
    return list(BANDS) if ALL in named else named


def _holds(column: pd.Series, word: str) -> pd.Series:
    return column.map(lambda words: word in words.split(";")).astype(bool)


def _one_of(what: str, word: str, known: Sequence[str] | dict) -> None:
    if word not in known:
        raise ValueError(f"no {what} '{word}'; choose from {', '.join(known)}")
