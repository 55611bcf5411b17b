from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "helpers"
MODULES = sorted(PACKAGE.rglob("*.py"))

#: What each room of the package may import of the others; a new room is entered here.
ALLOWED = {
    "sources": set(),
    "theme": {"sources"},
    "units": {"sources"},
    "data": {"sources"},
    "models": {"theme", "units"},
    "charts": {"theme", "data", "sources", "models", "units"},
    "explore": {"charts", "theme"},
    "book": {"charts", "data", "explore", "sources", "theme"},
}

#: The most lines of a cell in a chapter: what fits on a screen.
CELL_LINES = 25

#: Folders and files of the repository, without what is built or installed.
TRACKED = (".ci", "binder", "chapters", "data", "reference", "src", "teaching", "tests")
IGNORED = {"__pycache__", ".ipynb_checkpoints", "steppe_camps.egg-info"}
TEXTS = {
    ".bib",
    ".cff",
    ".css",
    ".csv",
    ".html",
    ".ipynb",
    ".js",
    ".json",
    ".md",
    ".py",
    ".toml",
    ".txt",
    ".yml",
    "",
}

#: A path that exists on one machine only.
MACHINE_PATH = re.compile(r"(?<![\w./:-])/(?:home|Users|root|work|tmp)/\w|[A-Z]:\\+Users\\")


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the full names that a module imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def public(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Yield the public functions, classes and methods of a module."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, node
            for inner in node.body if isinstance(node, ast.ClassDef) else []:
                if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                    yield f"{node.name}.{inner.name}", inner


def code_cells(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the code of every chapter, with its place."""
    for path in sorted(root.glob("chapters/**/*.ipynb")):
        if ".ipynb_checkpoints" in path.parts:
            continue
        for number, cell in enumerate(json.loads(path.read_text("utf-8"))["cells"], start=1):
            if cell["cell_type"] == "code":
                yield f"{path.name}, cell {number}", "".join(cell["source"])


def files(root: Path) -> Iterator[Path]:
    """Yield the texts of the repository."""
    for path in sorted(root.iterdir()):
        inside = path.rglob("*") if path.name in TRACKED else [path]
        for found in inside:
            if found.is_file() and found.suffix in TEXTS and not IGNORED & set(found.parts):
                yield found


@pytest.mark.parametrize(
    ("room", "banned"),
    [
        ("sources", "pandas plotly ipywidgets sphinx"),
        ("theme", "plotly ipywidgets sphinx"),
        ("data", "plotly ipywidgets sphinx"),
        ("units", "plotly ipywidgets sphinx"),
        ("models.stays", "plotly ipywidgets sphinx"),
        ("models.food", "plotly ipywidgets sphinx"),
        ("models.food_balance", "plotly ipywidgets sphinx"),
        ("models.fields", "plotly ipywidgets sphinx"),
        ("models.mortality", "plotly ipywidgets sphinx"),
        ("models.shares", "plotly ipywidgets sphinx"),
        ("models.sums", "plotly ipywidgets sphinx"),
        ("models.totals", "plotly ipywidgets sphinx"),
        ("charts", "ipywidgets sphinx docutils"),
        ("explore", "sphinx docutils"),
    ],
)
def test_a_lower_room_never_pulls_in_an_upper_one(room, banned):
    """A table can be loaded without plotly, and a chart drawn without widgets or Sphinx."""
    code = f"import sys, helpers.{room}; print(*(set({banned.split()}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )

    assert "" == done.stdout.strip()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_run_one_way(path):
    """A room imports only the rooms below it, and no private module of another room."""
    room = room_of(path)
    ours = [
        name.split(".")
        for name in imported(ast.parse(path.read_text("utf-8")))
        if name.startswith("helpers.")
    ]
    foreign = [name for name in ours if name[1] != room]

    if room != "__init__":
        assert room in ALLOWED, f"say in tests/test_architecture.py what {room} may import"
        assert set() == {name[1] for name in foreign} - ALLOWED[room]
    assert [] == [name for name in foreign if any(part.startswith("_") for part in name)]


def test_the_rooms_form_no_circle():
    """Every room can be reached from above only: the directions have an order."""
    order: list[str] = []
    while len(order) < len(ALLOWED):
        free = [
            room for room, below in ALLOWED.items() if room not in order and below <= set(order)
        ]
        assert free, f"a circle among {sorted(set(ALLOWED) - set(order))}"
        order += free

    assert "book" == order[-1]


def test_the_package_imports_nothing():
    """`import helpers` costs nothing: the file holds a docstring only."""
    (only,) = ast.parse((PACKAGE / "__init__.py").read_text("utf-8")).body

    assert isinstance(only, ast.Expr)
    assert isinstance(only.value, ast.Constant)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_everything_public_is_explained_and_annotated(path):
    """Module, class, function and method have a docstring, each argument and answer a type."""
    tree = ast.parse(path.read_text("utf-8"))
    silent = [] if ast.get_docstring(tree) else ["the module"]
    bare = []
    for name, node in public(tree):
        if not ast.get_docstring(node):
            silent.append(name)
        if isinstance(node, ast.FunctionDef):
            given = node.args
            every = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
            bare += [
                f"{name}({one.arg})"
                for one in every
                if one and not one.annotation and one.arg not in ("self", "cls")
            ]
            bare += [] if node.returns else [f"{name} ->"]

    assert ([], []) == (silent, bare)


def test_chapters_hold_no_control_that_dies_with_its_kernel(root):
    """`FigureWidget` weighs 5 MB and `@interact` leaves a dead slider; neither is in a chapter."""
    banned = re.compile(r"FigureWidget|@interact|\binteract(?:ive|_manual)?\(")

    assert [] == [place for place, code in code_cells(root) if banned.search(code)]


def test_chapters_have_short_cells(root):
    """A cell fits on a screen; what is longer belongs in the package."""
    assert [] == [
        f"{place}: {len(code.splitlines())} lines"
        for place, code in code_cells(root)
        if len(code.splitlines()) > CELL_LINES
    ]


def test_chapters_import_what_is_meant_for_them(root):
    """No chapter needs the Sphinx side, a private module, a star or an installation."""
    banned = re.compile(
        r"helpers\.book|from helpers import .*\bbook\b|helpers\.\w+\._|import \*|^[!%]\s*pip", re.M
    )

    assert [] == [place for place, code in code_cells(root) if banned.search(code)]


def test_chapters_read_no_network_and_write_no_file(root):
    """A chapter runs offline and changes nothing but its own outputs."""
    banned = re.compile(r"https?://|urlopen|requests\.|\.to_csv\(|\.write_\w+\(|open\(")

    assert [] == [place for place, code in code_cells(root) if banned.search(code)]


def test_no_file_names_a_path_of_one_machine(root):
    """What is in the repository works in any folder."""
    found = [
        f"{path.relative_to(root)}, line {number}: {match[0]}"
        for path in files(root)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if (match := MACHINE_PATH.search(line))
    ]

    assert [] == found


@pytest.mark.parametrize("parts", [("home", "someone"), ("tmp", "x"), ("Users", "someone")])
def test_a_path_of_one_machine_would_be_found(parts):
    """The pattern sees such paths, and leaves addresses on the web alone."""
    path = "/" + "/".join(parts)

    assert MACHINE_PATH.search(f'File "{path}/chapter.py"')
    assert not MACHINE_PATH.search(f"https://example.org{path}/chapter.html")
