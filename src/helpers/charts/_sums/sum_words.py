"""Say in words what a sum shows: above its bars, on pointing, in the table, in the alt text."""

from __future__ import annotations

import textwrap

import pandas as pd

from helpers import sources, theme
from helpers.models.sums import span

#: Letters to a line of words: what a phone holds.
WIDTH = 40


def apart(lines: pd.DataFrame) -> tuple[pd.Series, pd.DataFrame, pd.DataFrame]:
    """Take a sum apart: the whole, its parts, what is computed."""
    role = lines["role"]
    known = role.isin(["whole", "part"])
    return lines[role == "whole"].iloc[0], lines[role == "part"], lines[~known]


def named(table: pd.DataFrame) -> pd.DataFrame:
    """Call parts that have one group in common, such as all prisoners, by their camps."""
    parts = table["role"] == "part"
    often = table[parts].duplicated(["sum", "group"], keep=False)
    chosen = often[often].index
    names = table.loc[chosen, "camp_id"].map(theme.camp_name)
    return table.assign(group=table["group"].where(~table.index.isin(chosen), names))


def heading(name: str, lines: pd.DataFrame) -> list[str]:
    """Write what stands above the bars of a sum, in lines that a phone holds."""
    bold = [f"<b>{line}</b>" for line in textwrap.wrap(name, WIDTH)]
    return bold + [line for part in _said(lines) for line in textwrap.wrap(part, WIDTH)]


def _said(lines: pd.DataFrame) -> tuple[str, str]:
    whole, parts, left = apart(lines)
    stated, added = (
        span(whole["low"], whole["high"]),
        span(parts["low"].sum(), parts["high"].sum()),
    )
    words = f"{stated} stated; its parts make {added}:"
    if len(parts) == 1:
        words = f"{stated} stated; its one part is {added}:"
    return words, "nothing left over" if left.empty else _left(left.iloc[0])


def _left(line: pd.Series) -> str:
    if line["role"] == "open":
        return f"between {line['group']}"
    return f"{span(line['low'], line['high'])} {line['group']}"


def inside(line: pd.Series) -> str:
    """Write the name of a part into its segment."""
    return line["group"] if line["role"] == "part" else ""


def hover(line: pd.Series) -> str:
    """Write what the reader sees on pointing at a segment."""
    computed = line["status"] == "computed"
    who = sources.short_list(sources.split(line["source_keys"]))
    known = theme.STATUSES["computed"] if computed else theme.status(line)
    number = "" if line["role"] == "open" else f"<b>{span(line['low'], line['high'])}</b> "
    return "<br>".join([number + line["group"], line["date_text"] or "undated", who, known])


def view(lines: pd.DataFrame) -> pd.DataFrame:
    """Build the table view: a line per whole, part and difference."""
    unit = " and ".join(dict.fromkeys(lines["unit"]))
    roles = {"whole": "the whole, as stated", "part": "part"}
    return pd.DataFrame(
        {
            "Sum": lines["sum"],
            "Line": [roles.get(role, "difference") for role in lines["role"]],
            "Group": lines["group"],
            "Date": lines["date_text"].where(lines["date_text"] != "", "undated"),
            unit.capitalize(): [
                span(low, high) for low, high in zip(lines["low"], lines["high"], strict=True)
            ],
            "Kind of number": lines["status"],
            "How known": lines["checked"].map(theme.CHECKED).fillna(""),
            "Source": [sources.short_list(sources.split(keys)) for keys in lines["source_keys"]],
            "Note": lines["note"],
            "row": lines["row"],
        }
    )


def alt(lines: pd.DataFrame) -> str:
    """Describe the chart: each sum with its whole, its parts and what is left."""
    said = [f"{name}: {' '.join(_said(sum_))}." for name, sum_ in lines.groupby("sum", sort=False)]
    many = f"{len(said)} sum{'s' * (len(said) != 1)}"
    return " ".join([f"Pairs of bars for {many}, a whole and its parts.", *said])
