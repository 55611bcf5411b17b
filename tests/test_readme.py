"""The README keeps its word: its targets exist, its plain lines run, its files are there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXTS = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md")}
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


def blocks(text: str) -> list[str]:
    """List the lines of the blocks that show commands."""
    return [
        line
        for block in re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
    ]


COMMANDS = [line for text in TEXTS.values() for line in blocks(text) if line[:1].isalpha()]
PLAIN = [
    line for line in COMMANDS if line.split()[0] in ("pip", "jupyter-book", "pytest", "playwright")
]


def test_every_target_that_is_named_exists():
    """`make something` in the texts is a target of the Makefile."""
    words = " ".join(TEXTS.values())
    named = {
        target
        for found in re.findall(r"(?:`|^)make ((?:[a-z-]+ ?)+)", words, re.MULTILINE)
        for target in found.split()
    }

    assert {"book", "test", "notebooks", "check-data"} <= named
    assert set() == named - TARGETS


def test_every_target_is_explained_by_make_itself():
    """`make` without a target lists each one with a sentence."""
    # a make inside `make test` would add lines of its own
    make = ["make", "--no-print-directory"]
    said = subprocess.run(make, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert TARGETS == {line.split()[0] for line in said.splitlines()}


def test_ci_runs_the_test_command_of_the_readme():
    """What CI runs is what the README tells everybody to run."""
    assert "make test" in blocks(TEXTS["README.md"])
    assert "make test" in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_files_and_pictures_that_are_linked_exist():
    """Each link to a file of the repository finds it."""
    linked = [
        link
        for text in TEXTS.values()
        for link in re.findall(r"\]\(([^)]+)\)", text)
        if not link.startswith(("http", "row:"))
    ]

    assert linked
    assert [] == [link for link in linked if not (ROOT / link).exists()]


def test_the_environment_is_that_of_the_plain_pip_line():
    """`pip install -r requirements.txt`, which the Makefile calls too, gave what is pinned."""
    pinned = re.findall(r"^([\w-]+)==(\S+)$", (ROOT / "requirements.txt").read_text(), re.MULTILINE)

    assert "pip install -r requirements.txt" in PLAIN
    assert "-r requirements.txt" in MAKEFILE
    assert len(pinned) >= 5
    assert pinned == [(name, metadata.version(name)) for name, _ in pinned]


def test_the_plain_build_line_builds_the_book(tmp_path: Path):
    """`jupyter-book build .` gives the landing page and the chapters, without make."""
    line = next(line for line in PLAIN if line.startswith("jupyter-book"))
    run(line, "--path-output", str(tmp_path))

    assert (tmp_path / "_build" / "html" / "index.html").exists()
    assert list((tmp_path / "_build" / "html" / "chapters").rglob("*.html"))


@pytest.mark.parametrize("line", [line for line in PLAIN if line.startswith("pytest")])
def test_a_plain_test_line_finds_the_chapters(line: str):
    """The plain pytest lines collect the chapters' cells."""
    assert ".ipynb::Cell" in run(line, "--collect-only", "-q", "-p", "no:cacheprovider")


def run(line: str, *more: str) -> str:
    """Run a line of the README with the tools of this environment."""
    tool, *words = shlex.split(line)
    command = [str(Path(sys.executable).with_name(tool)), *words, *more]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout
