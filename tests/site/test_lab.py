"""The chapters in a real JupyterLab: the same call gives live widgets there."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from reading import PATIENCE

from helpers.explore import STATIC

CELL = """\
from helpers import charts, data
from helpers.explore import explore
camps = data.load("camp_population")
explore(charts.population, camps, camp=["karlag", "steplag", "astrakhan", "kazitlag"])
"""

TRIES = 5


def free_port() -> int:
    """Ask the machine for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """A JupyterLab on a notebook with one explorer; its address."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    nbformat.write(notebook, tmp_path / "explorer.ipynb")
    port = free_port()
    options = ("--no-browser", "--allow-root", "--ServerApp.token=", f"--port={port}")
    # the page has states instead of widgets; another test may have asked for them
    environment = {name: value for name, value in os.environ.items() if name != STATIC}
    home = {
        "JUPYTER_CONFIG_DIR": str(tmp_path / "config"),
        "JUPYTER_RUNTIME_DIR": str(tmp_path / "run"),
    }
    running = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options, "--ServerApp.ip=127.0.0.1"],
        cwd=tmp_path,
        env={**environment, **home},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    for line in running.stderr:  # the server says when it is ready
        if "is running at" in line:
            break
    # read on, or a full pipe would stop the server
    Thread(target=running.stderr.read, daemon=True).start()
    yield f"http://127.0.0.1:{port}"
    running.terminate()
    running.wait(timeout=30)


def run_first_cell(page: Page, until: Locator) -> None:
    """Run the first cell again and again: what is run before the kernel answers is lost."""
    for _ in range(TRIES):
        page.locator(".jp-Notebook .jp-Cell .cm-content").first.click()
        page.keyboard.press("Shift+Enter")
        with contextlib.suppress(PlaywrightTimeout):
            until.wait_for(timeout=PATIENCE)
            return
    pytest.fail(f"the cell gave nothing in {TRIES} tries")


def test_an_explorer_is_alive_in_jupyterlab(lab: str, browser: Browser):
    """The widget redraws the chart for another camp, with the kernel behind it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(4 * PATIENCE)  # a kernel starts, on a busy machine
    # a slow start may ask which kernel to take, or say that something is not ready yet
    page.add_locator_handler(
        page.locator("dialog.jp-Dialog"), lambda shown: shown.locator(".jp-mod-accept").click()
    )
    page.goto(f"{lab}/lab/tree/explorer.ipynb?reset")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    camps = page.locator(".jp-OutputArea select")
    run_first_cell(page, until=camps)
    chart = page.locator(".jp-OutputArea .js-plotly-plot")
    chart.first.wait_for()
    highest = "(plot) => Math.max(...plot.data.flatMap((trace) => Array.from(trace.y)))"
    karlag = chart.first.evaluate(highest)
    camps.select_option("steplag")
    page.wait_for_function(
        f"(before) => {{ const plot = document.querySelector('.jp-OutputArea .js-plotly-plot');"
        f" return plot && plot.data && ({highest})(plot) !== before; }}",
        arg=karlag,
    )

    assert karlag > chart.first.evaluate(highest) > 0
    page.close()
