"""Change numbers by one digit, to learn whether a check would see it."""

from __future__ import annotations

import re


def changed(text: str) -> list[str]:
    """
    Write a text again with each digit in turn changed from d to d + 1 (9 to 0).

    A change that would give a number of several digits a leading zero is left out.
    """
    others = []
    for match in re.finditer(r"\d", text):
        place, digit = match.start(), int(match[0])
        begins = not re.search(r"[\d,.]$", text[:place]) and re.match(
            r"[\d,.]*\d", text[place + 1 :]
        )
        if digit == 9 and begins:
            continue
        others.append(f"{text[:place]}{(digit + 1) % 10}{text[place + 1 :]}")
    return others
