"""Small real books, built by the real Jupyter Book: what instructors do, what goes wrong."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

from small import Book, cards, drawn

LOAD = "from helpers import charts, data\ncamps = data.load('camp_population')"
#: The count of January 1949, which is drawn once though it stands under two names.
COUNT = "karlag-1949-01,karlag,prisoners,persons,actual,{0},{0}"
CHART = "charts.population(camps, camp='karlag')"


def test_an_edited_table_gives_a_new_number(book: Book):
    """After an edit of a CSV the next build shows the new number, in the chart and in the card."""
    book.write("[65,673](row:camp_population/karlag-1949-01)", f">>> {LOAD}", f">>> {CHART}")
    before = book.page()
    book.edit(COUNT.format(65673), COUNT.format(65674))
    after = book.page()

    assert "<b>65,673</b> prisoners" in drawn(before)
    assert "65,673 persons: prisoners" in str(cards(before))
    assert "<b>65,674</b> prisoners" in drawn(after)
    assert "65,674 persons: prisoners" in str(cards(after))


def test_any_plotly_figure_draws_without_our_metadata(book: Book):
    """Plain plotly.express and any trace type become a chart; a plain widget says how to run it."""
    book.write(
        ">>> import plotly.express as px\nimport plotly.graph_objects as go",
        ">>> px.sunburst(names=['a', 'b'], parents=['', 'a'], values=[2, 1])",
        ">>> px.line(x=[1, 2], y=[3, 4], title='Two points')",
        ">>> link = {'source': [0], 'target': [1], 'value': [1]}\n"
        "go.Figure(go.Sankey(node={'label': ['a', 'b']}, link=link))",
        ">>> import ipywidgets\nipywidgets.IntSlider(value=7, description='year')",
        ">>> ipywidgets.interactive(lambda year: print('year is', year), year=(1930, 1960))",
    )
    page = book.page()

    assert 3 == page.count('class="steppe-chart"')
    assert "Chart “Two points” (scatter); its author gave no description." in page
    assert "<p>year: 7</p>" in page
    assert "<pre>year is 1945\n</pre>" in page
    assert 2 == page.count("This control works in a running notebook")
    assert "widget-state" not in page


def test_the_same_book_gives_the_same_bytes(book: Book):
    """Building twice from nothing gives the same page."""
    book.write(f">>> {LOAD}", f">>> {CHART}", ">>> import ipywidgets\nipywidgets.IntSlider()")
    first = book.page()
    shutil.rmtree(book.folder / "_build")

    assert first == book.page()


def test_a_number_without_its_row_stops_the_build(book: Book):
    """A link to a row that does not exist is named, with its place."""
    book.write("Karlag held [65,673](row:camp_population/karlag-1949-13).")
    done = book.build()

    assert done.returncode != 0
    assert "no row 'karlag-1949-13' in camp_population" in done.stdout + done.stderr


def test_an_unknown_source_stops_the_build(book: Book):
    """A source that the bibliography does not know is named, with the nearest key."""
    book.write("So it was {src}`zemskov19911`.")
    done = book.build()

    assert done.returncode != 0
    assert "did you mean 'zemskov1991'?" in done.stdout + done.stderr


def test_a_broken_table_stops_the_build_in_words(book: Book):
    """All faults are named, with file, row, column, value and remedy; after a good build too."""
    book.write("Nothing.")
    book.page()
    book.edit("actual,65673,65673", 'actual,"65,673",65673')
    book.edit("zemskov1991", "zemskov19911")
    done = book.build()
    said = done.stdout + done.stderr

    assert done.returncode != 0
    assert "value_min is '65,673'; write numbers without separators: 65673" in said
    assert "'zemskov19911' is not in references.bib; did you mean 'zemskov1991'?" in said


def test_a_failing_cell_stops_every_build(book: Book):
    """A chapter with a failing cell is never called built, not at the second try either."""
    book.write(">>> 1 / 0")

    assert book.build().returncode != 0
    assert book.build().returncode != 0


def test_nbval_fails_until_a_notebook_holds_the_new_number(book: Book):
    """After an edit of a CSV nbval fails; saved again in normal form, the notebook passes."""
    book.write(f">>> {LOAD}", f">>> {CHART}")
    environment = {**os.environ, "STEPPE_DATA": str(book.folder / "data")}

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-m", *command]
        return subprocess.run(
            words, cwd=book.folder, env=environment, capture_output=True, text=True, check=False
        )

    save = ("helpers.book.notebooks", "chapter.ipynb")
    check = ("pytest", "--nbval", "chapter.ipynb", "-q", "-p", "no:cacheprovider")
    run(*save)
    saved = run(*check)
    book.edit(COUNT.format(65673), COUNT.format(65674))
    stale = run(*check)
    run(*save)

    assert saved.returncode == 0, saved.stdout
    assert stale.returncode == 1
    assert "Cell outputs differ" in stale.stdout
    assert run(*check).returncode == 0


def test_a_saved_notebook_changes_only_where_its_numbers_do(book: Book):
    """The diff of a notebook saved again after one edit is the edited number, and no more."""
    book.write(f">>> {LOAD}", f">>> {CHART}")
    environment = {**os.environ, "STEPPE_DATA": str(book.folder / "data")}
    path = book.folder / "chapter.ipynb"
    texts = []
    for value in ("65673", "65674"):
        book.edit(COUNT.format(65673), COUNT.format(value))
        subprocess.run(
            [sys.executable, "-m", "helpers.book.notebooks", str(path)], env=environment, check=True
        )
        texts.append(path.read_text("utf-8").splitlines())
    changed = [new for old, new in zip(*texts, strict=True) if old != new]

    assert changed
    assert all("65674" in line or "65,674" in line for line in changed)
    assert json.loads("\n".join(texts[1]))["nbformat"] == 4
