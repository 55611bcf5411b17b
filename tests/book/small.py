"""A small real book, built by the real Jupyter Book."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

import nbformat

ROOT = Path(__file__).resolve().parents[2]
TABLE = "camp_population.csv"


@dataclass
class Book:
    """A book of one chapter with tables of its own."""

    folder: Path

    def write(self, *cells: str) -> None:
        """Write the chapter: a text for Markdown, `>>> code` for code."""
        made = [
            nbformat.v4.new_code_cell(cell.removeprefix(">>> "))
            if cell.startswith(">>> ")
            else nbformat.v4.new_markdown_cell(cell)
            for cell in ("# Chapter", *cells)
        ]
        notebook = nbformat.v4.new_notebook(cells=made)
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(notebook, self.folder / "chapter.ipynb")

    def build(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Build with warnings as errors, as `make book` does."""
        command = Path(sys.executable).with_name("jupyter-book")
        environment = {**os.environ, "STEPPE_DATA": str(self.folder / "data")}
        return subprocess.run(
            [str(command), "build", ".", "-W", "--keep-going", *options],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def page(self) -> str:
        """Build and hand out the chapter's HTML."""
        done = self.build()
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        return (self.folder / "_build" / "html" / "chapter.html").read_text("utf-8")

    def edit(self, before: str, after: str, table: str = TABLE) -> None:
        """Change a piece of a table, once."""
        path = self.folder / "data" / table
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")


def drawn(html: str) -> str:
    """Unpack the JSON that the script of a page draws."""
    packed = re.findall(r'class="steppe-payload">([^<]+)<', html)
    return "".join(zlib.decompress(base64.b64decode(part)).decode() for part in packed)


def cards(html: str) -> dict[str, list[str]]:
    """Unpack what the numbers of a page show, by the address to which they lead."""
    (packed,) = re.findall(r'id="steppe-cards">([^<]+)<', html)
    return json.loads(zlib.decompress(base64.b64decode(packed)))
