"""
Run the chapters again and save them in one normal form, so that a diff shows only what changed.

>>> python -m helpers.book.notebooks                       # doctest: +SKIP
>>> python -m helpers.book.notebooks chapters/karlag/prisoners.ipynb   # doctest: +SKIP
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from helpers import explore

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}

#: Metadata of a cell that belong to the text of the book; all else is a tool's trace.
KEPT = ("tags", "mystnb")

#: Outputs that make sense only while a kernel runs.
LIVE = ("application/vnd.jupyter.widget-view+json",)

SECONDS_PER_CELL = 60

#: The same for every cell: a diff shows no counting, and nbval does not take the cell for unrun.
EXECUTION_COUNT = 1


def run(notebook: nbformat.NotebookNode, folder: Path) -> nbformat.NotebookNode:
    """
    Execute a notebook from its first cell.

    Parameters
    ----------
    notebook : NotebookNode
        The notebook; changed and returned.
    folder : Path
        Folder in which its cells run.

    Raises
    ------
    CellExecutionError
        If a cell fails.
    """
    os.environ[explore.STATIC] = "1"
    client = NotebookClient(
        notebook,
        timeout=SECONDS_PER_CELL,
        kernel_name=KERNEL["name"],
        store_widget_state=False,
        resources={"metadata": {"path": str(folder)}},
        # how a kernel cuts what it prints into pieces is a matter of chance
        coalesce_streams=True,
    )
    return client.execute()


def normal(notebook: nbformat.NotebookNode) -> dict[str, Any]:
    """
    Put a notebook in normal form.

    Returns
    -------
    dict
        Without counting executions, widget state and traces of tools; cell ids by their order.
    """
    return {
        "cells": [_cell(cell, number) for number, cell in enumerate(notebook.cells, start=1)],
        "metadata": {"kernelspec": KERNEL, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _cell(cell: nbformat.NotebookNode, number: int) -> dict[str, Any]:
    metadata = {key: cell.metadata[key] for key in KEPT if cell.metadata.get(key)}
    kept: dict[str, Any] = {
        "cell_type": cell.cell_type,
        "id": f"cell-{number:02d}",
        "metadata": metadata,
        "source": cell.source.rstrip().splitlines(keepends=True),
    }
    if cell.cell_type == "code":
        kept["execution_count"] = EXECUTION_COUNT
        kept["outputs"] = [_output(output) for output in cell.outputs]
    return kept


def _output(output: nbformat.NotebookNode) -> dict[str, Any]:
    kept = json.loads(json.dumps(output))
    if "execution_count" in kept:
        kept["execution_count"] = EXECUTION_COUNT
    if "metadata" in kept:
        kept["metadata"] = {}
    for kind in LIVE:
        kept.get("data", {}).pop(kind, None)
    if "text" in kept:
        kept["text"] = kept["text"].splitlines(keepends=True)
    for kind, text in kept.get("data", {}).items():
        if isinstance(text, str):
            kept["data"][kind] = text.splitlines(keepends=True)
    return kept


def write(notebook: dict[str, Any], path: Path) -> None:
    """Write a notebook in normal form, its keys sorted; short lists stand on one line."""
    text = json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False)
    text = re.sub(r"\[\n\s+([^\[\]{}\"]*?)\n\s+\]", _one_line, text)
    path.write_text(text + "\n", encoding="utf-8")


def _one_line(found: re.Match[str]) -> str:
    return "[" + re.sub(r"\s*\n\s*", " ", found[1]) + "]"


def refresh(path: Path) -> bool:
    """
    Execute one notebook and save it.

    Returns
    -------
    bool
        Whether the file changed.
    """
    before = path.read_bytes()
    notebook = nbformat.reads(before.decode("utf-8"), as_version=4)
    write(normal(run(notebook, path.parent)), path)
    return path.read_bytes() != before


def main(arguments: list[str] | None = None) -> int:
    """Refresh the notebooks named, or all chapters."""
    parser = argparse.ArgumentParser(description="Execute notebooks and save them in normal form.")
    parser.add_argument("notebooks", nargs="*", type=Path, help="default: all")
    everything = [*Path("chapters").rglob("*.ipynb"), *Path("reference").glob("*.ipynb")]
    paths = parser.parse_args(arguments).notebooks or sorted(everything)
    failed = 0
    for path in paths:
        try:
            print(f"{path}: {'saved with new outputs' if refresh(path) else 'unchanged'}")
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            failed += 1
            print(f"{path}: not saved, a cell failed\n{error}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
