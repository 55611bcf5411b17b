"""
Search and filters for any list on a page, without a kernel and by keyboard.

How to use it::

    items = [
        Item(html="<p>…</p>", anchor="claim-text-s0-001", values={"verdict": ["plausible"]}),
        Item(html="<p>…</p>", anchor="term-itl", values={"letter": ["i"]}, words="ИТЛ lager"),
    ]
    filters = [Filter("verdict", "Verdict"), Filter("text", "Text", {"slides": "Karlag slides"})]
    html = finder(items, filters, noun="claims")

An item stays if it fits every choice and its text, with `words`, holds every word searched; case
and accents do not matter, and ``1500000`` finds ``1,500,000``. Several values of one filter make an
item fit each of them. An item without a value fits only "all".

The page's address presets the form and follows it: ``?verdict=plausible&q=dolinka``. A hash that
names an item, ``#claim-text-s0-001``, shows it, by emptying the form if need be.

A short list stands in the page and is complete without scripts. A long one is packed
(`finder(..., packed=True, instead=...)`): the script unpacks it and shows ten items, and fifty
more at each press of a button. `instead` is the HTML that stands there before, and leads readers
without scripts to a static page.

An element with the attribute ``data-head`` holds what an item says: in a packed list, items with
the words there come first. The script puts a link to the item beside it.

A list of its own form (groups, a chart) can do without `finder()`: it needs the classes and
attributes of ``templates/finder.html``, and each item the class ``steppe-item`` and ``data-``
values as `attributes()` writes them. A group, class ``steppe-group``, vanishes with its last item.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections import Counter
from dataclasses import dataclass, field

from markupsafe import Markup, escape
from sphinx.application import Sphinx

from helpers.book.figure import TEMPLATES, deflated

#: Items that a packed list shows at first, and how many more a press of the button brings.
FIRST, STEP = 10, 50

#: A packed list in a page.
PACKED = re.compile(r'<script type="text/plain" class="steppe-packed">([^<]*)</script>')


@dataclass(frozen=True)
class Item:
    """
    One thing in the list.

    Parameters
    ----------
    html : str
        What stands in the list, as safe HTML without the element around it.
    values : dict of str to list of str
        For each filter the values that the item has.
    anchor : str
        Id of the item, unique on the page; empty for none.
    words : str
        More words by which it is found, such as other spellings.
    """

    html: str
    values: dict[str, list[str]] = field(default_factory=dict)
    anchor: str = ""
    words: str = ""


@dataclass(frozen=True)
class Filter:
    """
    One choice in the form.

    Parameters
    ----------
    name : str
        Name of the values, and of the parameter in the page's address: small letters.
    label : str
        What the reader sees.
    words : dict of str to str
        Values in the order of the choice, with the words that the reader sees. If empty, the
        values stand for themselves, in the order of the alphabet.
    """

    name: str
    label: str
    words: dict[str, str] = field(default_factory=dict)


def setup(app: Sphinx) -> None:
    """Put the script beside the pages."""
    app.add_js_file("finder.js", loading_method="defer")


def finder(
    items: list[Item],
    filters: list[Filter],
    noun: str,
    *,
    name: str = "finder",
    packed: bool = False,
    instead: str = "",
) -> str:
    """
    Write a form, a count and a list as HTML.

    Parameters
    ----------
    items : list of Item
        In the order in which they are shown.
    filters : list of Filter
        The choices beside the search; values that no item has are left out.
    noun : str
        What the items are, in the plural: "claims".
    name : str
        Id of the box, unique on the page.
    packed : bool
        Whether the list is deflated, for hundreds of items.
    instead : str
        Safe HTML that stands in place of a packed list where no script runs.
    """
    parts = [element(item) for item in items]
    return TEMPLATES.get_template("finder.html").render(
        name=name,
        noun=noun,
        filters=[(one, choices(items, one)) for one in filters],
        total=len(items),
        first=FIRST,
        step=STEP,
        parts=[] if packed else parts,
        payload=deflated("".join(parts)) if packed else "",
        instead=Markup(instead),
    )


def choices(items: list[Item], chosen: Filter) -> list[tuple[str, str, int]]:
    """
    List the values of a filter, the words for each and the number of items that have it.

    Raises
    ------
    ValueError
        If an item has a value for which the filter has no words.
    """
    counts = Counter(value for item in items for value in item.values.get(chosen.name, []))
    words = chosen.words or {value: value for value in sorted(counts, key=str.casefold)}
    if unknown := sorted(set(counts) - set(words)):
        raise ValueError(f"filter '{chosen.name}': no words for {', '.join(unknown)}")
    return [(value, said, counts[value]) for value, said in words.items() if counts[value]]


def element(item: Item) -> Markup:
    """Write one item as an element of the list."""
    return Markup("<li{}>{}</li>").format(attributes(item), Markup(item.html))


def attributes(item: Item) -> Markup:
    """Write what the script must know of an item as attributes of its element."""
    named = {"id": item.anchor, "class": "steppe-item", "data-words": item.words}
    named |= {f"data-{name}": "|".join(values) for name, values in item.values.items()}
    return Markup("").join(
        Markup(' {}="{}"').format(name, escape(value)) for name, value in named.items() if value
    )


def unpacked(page: str) -> str:
    """
    Write a page with its packed lists as the script shows them, for whoever looks for anchors.

    Parameters
    ----------
    page : str
        HTML of a built page.
    """
    return PACKED.sub(lambda found: json.loads(zlib.decompress(base64.b64decode(found[1]))), page)
