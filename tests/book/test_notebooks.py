from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import v4

from helpers import explore
from helpers.book import notebooks
from helpers.book.notebooks import normal, write

WIDGET = "application/vnd.jupyter.widget-view+json"
PLOTLY = "application/vnd.plotly.v1+json"


def output(**data: Any) -> nbformat.NotebookNode:
    return v4.new_output("execute_result", data, execution_count=7, metadata={"tool": "trace"})


@pytest.fixture
def chapter() -> nbformat.NotebookNode:
    """Build a notebook as JupyterLab leaves it."""
    figure = {
        "data": [{"x": [1949, None, 1950], "y": [65673, None, 0.5]}],
        "layout": {"meta": {"sources": ["a"]}},
    }
    bundle = {WIDGET: {"model_id": "3f2a"}, PLOTLY: figure, "text/plain": "population\nby camp"}
    drawn = v4.new_code_cell(
        "explore(charts.population, camps)  \n\n",
        execution_count=7,
        metadata={
            "tags": ["hide-input"],
            "collapsed": True,
            "mystnb": {"figure": {"name": "fig-a"}},
        },
        outputs=[output(**bundle)],
    )
    printed = v4.new_code_cell(
        "print(1)\nprint(2)", outputs=[v4.new_output("stream", name="stdout", text="1\n2\n")]
    )
    words = v4.new_markdown_cell(
        "# Прискорбно\n\nThe list [ 1, 2 ] and [ sic ].", metadata={"tags": []}
    )
    return v4.new_notebook(
        cells=[words, drawn, printed],
        metadata={
            "widgets": {"state": {"3f2a": {}}},
            "kernelspec": {"name": "venv", "display_name": "My Python"},
            "toc": {},
        },
    )


def saved(chapter: nbformat.NotebookNode, path: Path) -> dict[str, Any]:
    write(normal(chapter), path)
    return json.loads(path.read_text("utf-8"))


def test_normal_form_is_its_own_normal_form(chapter, tmp_path):
    """Saving twice changes nothing."""
    first, second = tmp_path / "first.ipynb", tmp_path / "second.ipynb"
    write(normal(chapter), first)
    write(normal(nbformat.read(first, as_version=4)), second)

    assert first.read_bytes() == second.read_bytes()


def test_normal_form_is_a_valid_notebook(chapter, tmp_path):
    """Every tool that reads notebooks reads the chapters."""
    path = tmp_path / "chapter.ipynb"
    write(normal(chapter), path)

    assert nbformat.validate(nbformat.read(path, as_version=4)) is None
    assert chapter.cells[0].source == nbformat.read(path, as_version=4).cells[0].source


def test_normal_form_drops_what_needs_a_kernel(chapter, tmp_path):
    """The view of a widget and its state go; figure and text stay."""
    kept = saved(chapter, tmp_path / "chapter.ipynb")

    assert [PLOTLY, "text/plain"] == list(kept["cells"][1]["outputs"][0]["data"])
    assert "3f2a" not in json.dumps(kept)
    assert {"kernelspec", "language_info"} == set(kept["metadata"])


def test_normal_form_counts_no_executions(chapter, tmp_path):
    """How often a cell was run is no news; 1 tells nbval that it was."""
    _, drawn, printed = saved(chapter, tmp_path / "chapter.ipynb")["cells"]

    assert [1, 1, 1] == [
        drawn["execution_count"],
        drawn["outputs"][0]["execution_count"],
        printed["execution_count"],
    ]


def test_normal_form_keeps_tags_and_captions_only(chapter, tmp_path):
    """Traces of tools leave the metadata, empty tags too; ids say the place."""
    words, drawn, printed = saved(chapter, tmp_path / "chapter.ipynb")["cells"]

    assert {"tags": ["hide-input"], "mystnb": {"figure": {"name": "fig-a"}}} == drawn["metadata"]
    assert {} == words["metadata"] == printed["metadata"] == drawn["outputs"][0]["metadata"]
    assert ["cell-01", "cell-02", "cell-03"] == [cell["id"] for cell in (words, drawn, printed)]


def test_normal_form_leaves_the_text_alone(chapter, tmp_path):
    """Source stands line by line without blank lines at its end, in its own script and brackets."""
    words, drawn, _ = saved(chapter, tmp_path / "chapter.ipynb")["cells"]

    assert ["# Прискорбно\n", "\n", "The list [ 1, 2 ] and [ sic ]."] == words["source"]
    assert ["explore(charts.population, camps)"] == drawn["source"]
    assert "Прискорбно" in (tmp_path / "chapter.ipynb").read_text("utf-8")


def test_texts_of_outputs_stand_line_by_line(chapter, tmp_path):
    """A diff shows the printed line that changed."""
    _, drawn, printed = saved(chapter, tmp_path / "chapter.ipynb")["cells"]

    assert ["1\n", "2\n"] == printed["outputs"][0]["text"]
    assert ["population\n", "by camp"] == drawn["outputs"][0]["data"]["text/plain"]


def test_lists_of_numbers_stand_on_one_line(chapter, tmp_path):
    """The values of a trace are one line of the file, lists of texts are not."""
    write(normal(chapter), tmp_path / "chapter.ipynb")
    lines = [line.strip() for line in (tmp_path / "chapter.ipynb").read_text("utf-8").splitlines()]

    assert '"x": [1949, null, 1950],' in lines
    assert '"y": [65673, null, 0.5]' in lines
    assert '"hide-input"' in lines


def test_keys_are_sorted_and_the_file_ends_in_a_line(chapter, tmp_path):
    """The same notebook gives the same bytes, whatever tool wrote it."""
    path = tmp_path / "chapter.ipynb"
    write(normal(chapter), path)
    text = path.read_text("utf-8")
    levels: list[list[str]] = []
    json.loads(text, object_pairs_hook=lambda pairs: levels.append([key for key, _ in pairs]))

    assert len(levels) > 10
    assert [] == [keys for keys in levels if keys != sorted(keys)]
    assert text.endswith("}\n")


def test_a_chapter_is_run_and_saved_and_then_unchanged(tmp_path, monkeypatch, capsys):
    """Running again gives the same bytes; the cells run beside the notebook, for the page."""
    monkeypatch.delenv(explore.STATIC, raising=False)
    path = tmp_path / "chapter.ipynb"
    cell = "import os, pathlib\nprint(6 * 7, os.environ['STEPPE_STATIC'], pathlib.Path.cwd().name)"
    nbformat.write(v4.new_notebook(cells=[v4.new_code_cell(cell)]), path)

    first = notebooks.main([str(path)])
    text = path.read_text("utf-8")
    second = notebooks.main([str(path)])

    assert (0, 0) == (first, second)
    assert [f"42 1 {tmp_path.name}\n"] == json.loads(text)["cells"][0]["outputs"][0]["text"]
    assert text == path.read_text("utf-8")
    assert f"{path}: saved with new outputs\n{path}: unchanged\n" == capsys.readouterr().out


def test_a_chapter_with_a_failing_cell_is_reported_and_not_saved(tmp_path, monkeypatch, capsys):
    """The file stays as it was, the message has the cell's error, the answer is 1."""
    monkeypatch.delenv(explore.STATIC, raising=False)
    path = tmp_path / "chapter.ipynb"
    nbformat.write(v4.new_notebook(cells=[v4.new_code_cell("camps = 1 / 0")]), path)
    before = path.read_bytes()

    code = notebooks.main([str(path)])

    said = capsys.readouterr().err
    assert 1 == code
    assert before == path.read_bytes()
    assert f"{path}: not saved, a cell failed" in said
    assert "camps = 1 / 0" in said
    assert "ZeroDivisionError" in said


def test_a_chapter_that_hangs_does_not_stop_the_others(tmp_path, monkeypatch, capsys):
    """A cell without an end is reported like one that fails, and the next chapter is run."""
    monkeypatch.delenv(explore.STATIC, raising=False)
    monkeypatch.setattr(notebooks, "SECONDS_PER_CELL", 1)
    hangs, runs = tmp_path / "hangs.ipynb", tmp_path / "runs.ipynb"
    nbformat.write(v4.new_notebook(cells=[v4.new_code_cell("while True:\n    pass")]), hangs)
    nbformat.write(v4.new_notebook(cells=[v4.new_markdown_cell("Words.")]), runs)

    code = notebooks.main([str(hangs), str(runs)])

    said = capsys.readouterr()
    assert 1 == code
    assert f"{hangs}: not saved, a cell failed" in said.err
    assert f"{runs}: saved" in said.out
