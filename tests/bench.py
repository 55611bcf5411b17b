"""
Time the build of the book beside stock Jupyter Book on the same chapters: `make bench`.

Stock means Jupyter Book as it comes, without helpers.book: its charts stay blank, its roles and
directives unknown. Both build in a copy, cold; then one line of prose is edited in ours.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("chapters", "data", "reference", "index.md", "_toc.yml", "_config.yml", "CITATION.cff")

STOCK = """\
title: The Steppe Camps
only_build_toc_files: true
execute: {execute_notebooks: cache, timeout: 60}
bibtex_bibfiles: [data/references.bib]
"""

ROUNDS = 3


def copy(folder: Path) -> Path:
    """Copy what a build needs."""
    for name in PARTS:
        source = ROOT / name
        make = shutil.copytree if source.is_dir() else shutil.copy
        make(source, folder / name)
    return folder


def build(folder: Path) -> float:
    """Build a book and return the seconds it took."""
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", ".", "--quiet"]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"the build failed, its time means nothing\n{done.stdout}{done.stderr}")
    return time.perf_counter() - start


def cold(folder: Path) -> float:
    """Build from nothing."""
    shutil.rmtree(folder / "_build", ignore_errors=True)
    return build(folder)


def edit(folder: Path) -> None:
    """Add a sentence to one chapter, as an instructor would."""
    path = sorted(folder.glob("chapters/**/*.ipynb"))[0]
    notebook = json.loads(path.read_text("utf-8"))
    cell = next(cell for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    cell["source"].append("\n\nOne more sentence.")
    path.write_text(json.dumps(notebook), "utf-8")


def main() -> None:
    """Print the times and the two ratios that have a bar."""
    with tempfile.TemporaryDirectory() as ours, tempfile.TemporaryDirectory() as stock:
        mine, plain = copy(Path(ours)), copy(Path(stock))
        (plain / "_config.yml").write_text(STOCK)
        times = [(cold(mine), cold(plain)) for _ in range(ROUNDS)]
        book, bare = (min(column) for column in zip(*times, strict=True))
        edit(mine)
        edited = build(mine)
    print(f"The book, cold:           {book:5.1f} s")
    print(f"Stock Jupyter Book, cold: {bare:5.1f} s")
    print(f"Ratio:                    {book / bare:5.2f}   (bar: 1.30)")
    print(f"One line of prose edited: {edited:5.1f} s (bar: 5.0)")


if __name__ == "__main__":
    main()
