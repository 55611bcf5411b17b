"""
Say where a reader can report an error; the settings are ``steppe_corrections`` in `_config.yml`.

`report.js` writes the message when a link ``a.steppe-report`` is followed. Where the settings
name no address it shows the message to be copied; without scripts the link leads to the page of
corrections.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.docutils import SphinxDirective

#: The settings, and what each must look like.
SETTINGS = {
    "tracker": (r"https?://\S+", "an address that begins with https://"),
    "email": (r"[^@\s,?&]+@[^@\s,?&]+\.[^@\s,?&]+", "an address such as name@example.org"),
}


def setup(app: Sphinx) -> None:
    """Register settings, directive and script."""
    app.add_config_value("steppe_corrections", dict.fromkeys(SETTINGS, ""), "env", dict)
    app.connect("config-inited", check_settings)
    # after the metadata of the page, to which the addresses are added
    app.connect("html-page-context", tell_pages, priority=600)
    app.add_directive("corrections-address", CorrectionsAddress)
    app.add_js_file("report.js", loading_method="defer")


def check_settings(_app: Sphinx, config: Config) -> None:
    """
    Refuse settings that would lead readers nowhere.

    Raises
    ------
    ConfigError
        With the setting, what stands there and what to write.
    """
    for name, value in config.steppe_corrections.items():
        if name not in SETTINGS:
            choices = ", ".join(SETTINGS)
            raise ConfigError(
                f"_config.yml: steppe_corrections has no setting '{name}'; choose from {choices}"
            )
        pattern, wanted = SETTINGS[name]
        if value and not re.fullmatch(pattern, str(value)):
            raise ConfigError(
                f"_config.yml: steppe_corrections: {name} is '{value}'; "
                f"write {wanted}, or leave it empty"
            )


def addresses(config: Config) -> dict[str, str]:
    """Name the addresses that are set, by kind."""
    return {name: value for name in SETTINGS if (value := config.steppe_corrections.get(name))}


def tell_pages(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Hand the addresses to the script of every page."""
    told = [(f"steppe-{name}", value) for name, value in addresses(app.config).items()]
    context["steppe_metadata"] = [*context.get("steppe_metadata", []), *told]


class CorrectionsAddress(SphinxDirective):
    """Say where a report goes, according to the settings."""

    def run(self) -> list[nodes.Node]:
        """Write one paragraph."""
        return [nodes.raw("", f"<p>{sentence(addresses(self.config))}</p>", format="html")]


def sentence(known: dict[str, str]) -> str:
    """
    Name the addresses to a reader, as HTML.

    Parameters
    ----------
    known : dict
        Addresses by kind; empty where a copy of the book names none.
    """
    links = []
    if "tracker" in known:
        address = escape(known["tracker"])
        links.append(f'the <a href="{address}">list of reports of the project</a>')
    if "email" in known:
        address = escape(known["email"])
        links.append(f'<a href="mailto:{address}">{address}</a>')
    if links:
        return f"Reports about this copy of the book go to {' or to '.join(links)}."
    return (
        "This copy of the book names no address for reports. "
        "Whoever gave you the book can be written to: a teacher, a library, the web site on which "
        "it stands."
    )
