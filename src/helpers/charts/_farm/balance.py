"""What the camp grew for each prisoner and day, beside what the ration promised."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from helpers import theme, units
from helpers.charts._farm.marks import inputs, joined, rounded, shelved
from helpers.charts.shared.record import record
from helpers.models import food_balance as model
from helpers.models import stays


class Food(NamedTuple):
    """A line: label, what the camp is said to have made, what the ration gave of it."""

    label: str
    made: tuple[str, ...]
    given: tuple[str, ...]


FOODS = (
    Food("grain, grown", ("wheat",), ("bread", "groats and pasta", "wheat flour")),
    Food(
        "potatoes and vegetables, grown",
        ("potatoes", "vegetables, melons and fruit"),
        ("potatoes and vegetables",),
    ),
    Food("milk, sent away", ("milk",), ("milk",)),
    Food("butter, sent away; ration: any fat", ("butter",), ("fats",)),
)

#: How many prisoners: a round number, or the numbers known year by year.
COUNTED = "counted"


def food_balance(
    production: pd.DataFrame,
    rations: pd.DataFrame,
    population: pd.DataFrame,
    factors: pd.DataFrame,
    *,
    camp: str = "karlag",
    ration: str = "nkvd-0437-1941-average",
    prisoners: int | str = 50_000,
) -> go.Figure:
    """
    Draw what a camp made and what its prisoners were promised, in g per prisoner and day.

    Parameters
    ----------
    production : DataFrame
        ``karlag_production``: ``harvest`` and ``delivered`` of one span of years.
    rations : DataFrame
        ``rations``: products of the ration, g per day.
    population : DataFrame
        ``camp_population``, as ``stays.prisoner_years`` needs it.
    factors : DataFrame
        ``unit_conversions``.
    camp : str, optional
        ``camp_id`` of the camp.
    ration : str, optional
        ``ration_id`` of the norm.
    prisoners : int or str, optional
        Head count, the same in every year, or ``counted``: the greatest number known of each
        year.

    Returns
    -------
    Figure
        Two bars to a food, from zero. The grain of the ration is bread turned back into grain,
        with groats and flour as they are.

    Raises
    ------
    ValueError
        If the ration is not in the table, or the number of prisoners makes no sense.
    """
    norm = rations[(rations["ration_id"] == ration) & (rations["measure"] == "ration")]
    if norm.empty:
        raise ValueError(f"no ration '{ration}' in the table")
    ours = production[
        (production["camp_id"] == camp) & production["measure"].isin(["harvest", "delivered"])
    ]
    days, known = _days(ours, population, prisoners, camp)
    marks = [mark for food in FOODS for mark in _pair(food, ours, norm, days, factors, known)]
    figure, height = shelved(marks, "g for each prisoner and day", room=1.9)
    rows = inputs(production, rations, population, factors, links=[mark["row"] for mark in marks])
    alt = _alt(marks, norm.iloc[0], prisoners)
    return record(figure, rows, _table(marks), alt=alt, height=height)


def _days(
    ours: pd.DataFrame, population: pd.DataFrame, prisoners: int | str, camp: str
) -> tuple[float, str]:
    """Count person-days, with the rows behind a counted number."""
    span = ours[ours["product"] == "wheat"].iloc[0]
    first, last = span["date_start"], span["date_end"]
    if prisoners != COUNTED:
        return model.person_days(float(prisoners), first, last), ""
    years = stays.prisoner_years(population, camp)
    used = years[years["year"].between(first.year, last.year)]
    return model.counted_days(years, first.year, last.year), joined(used["row"])


def _pair(
    food: Food,
    ours: pd.DataFrame,
    norm: pd.DataFrame,
    days: float,
    factors: pd.DataFrame,
    known: str,
) -> list[dict[str, Any]]:
    made = _made(ours[ours["product"].isin(food.made)], days, factors)
    given, used = _given(norm[norm["product"].isin(food.given)], factors)
    amount = rounded(float(made["value_min"].sum()), 3)
    least = "at least " if (made["qualifier"] == "at_least").any() else ""
    text = f"{least}{theme.number(amount)}"
    ratio = f": {theme.number(model.times(amount, given), 1)} times" if given else ""
    mark = {"heading": "", "label": food.label, "unread": False}
    about = f"<br>{food.label}<br>g for each prisoner and day"
    end = ratio or "; none in the norm"
    own = {
        **mark,
        "x": amount,
        "text": f"{text}{end}",
        "style": "computed",
        "hover": f"<b>{text}</b>{about}<br>{theme.STATUSES['computed']}",
        "row": joined([*made["row"], known]),
    }
    # bread turned into grain and several foods together are no number of the norm
    kind = "prescribed" if len(used) == 1 else "computed"
    norms = {
        **mark,
        "x": given,
        "text": f"{theme.number(given)} promised",
        "style": kind,
        "hover": f"<b>{theme.number(given)}</b>{about}<br>{theme.STATUSES[kind]}",
        "row": joined(used),
    }
    return [own, norms] if given else [own]


def _made(rows: pd.DataFrame, days: float, factors: pd.DataFrame) -> pd.DataFrame:
    milk = rows["unit"] == "litres"
    if milk.all():
        rows = units.in_unit(rows, "kg", factors, "milk")
    return model.grown(rows, days, factors)


def _given(rows: pd.DataFrame, factors: pd.DataFrame) -> tuple[float, list[str]]:
    total, used = 0.0, []
    for _, row in rows.iterrows():
        amount = float(row["value_min"])
        if row["product"] == "bread":
            used += ["unit_conversions/bread-from-grain"]
            amount = model.grain_of(amount, factors)
        total += amount
        used.append(row["row"])
    return rounded(total, 3), used


def _table(marks: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Food": [mark["label"] for mark in marks],
            "g for each prisoner and day": [mark["x"] for mark in marks],
            "In words": [mark["text"] for mark in marks],
            "Kind of number": [mark["style"] for mark in marks],
            "row": [mark["row"] for mark in marks],
        }
    )


def _alt(marks: list[dict[str, Any]], norm: pd.Series, prisoners: int | str) -> str:
    heads = (
        "the greatest number of prisoners known in each year"
        if prisoners == COUNTED
        else f"{theme.number(prisoners)} prisoners"
    )
    labels = dict.fromkeys(mark["label"] for mark in marks)
    said = "; ".join(
        f"{label}: {', '.join(mark['text'] for mark in marks if mark['label'] == label)}"
        for label in labels
    )
    return (
        f"Pairs of bars, g for each prisoner and day with {heads}: what the farm is said to have "
        f"grown or sent away, and the ration of {norm['date_text']}. {said}. "
        "Meat has no unit and no bar."
    )
