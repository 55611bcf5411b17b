"""
Find a Chromium for the page tests, or install one: `make browser`.

In this order: the one that CHROMIUM names, one on the machine, Playwright's own, Debian's package
(where the user is root and apt is at hand); else say what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

#: Chromium asks its maker's hosts for news at every start unless it is told not to.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def find() -> str | None:
    """Name a Chromium on this machine, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or _playwrights_own()


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> str | None:
    """Try Playwright's own Chromium, then Debian's package."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(command, check=False, capture_output=True, timeout=600)
    if not find() and shutil.which("apt-get") and os.geteuid() == 0:
        for words in (["update"], ["install", "-y", "chromium"]):
            subprocess.run(["apt-get", "-qq", *words], check=False, capture_output=True)
    return find()


def main() -> int:
    """Say which browser the tests will use."""
    path = find()
    if not path:
        print("No Chromium here; installing one ...")
        path = install()
    if not path:
        print(
            "The page tests need Chromium, Chrome or Playwright's own. Install one "
            "(Debian, Ubuntu: apt install chromium; elsewhere: playwright install chromium) "
            "or name it in the variable CHROMIUM.",
            file=sys.stderr,
        )
        return 1
    print(f"Browser for the page tests: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
