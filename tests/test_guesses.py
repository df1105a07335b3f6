"""No answer before its guess: with every cell run, nothing on the page tells what an open guess asks for."""

from __future__ import annotations

import ast
import itertools
import re
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import pytest

import pcc_data as pcc
from pcc_data import explore
from pcc_data.charts import Chart
from pcc_data.controls.covered import Covered
from pcc_data.drawing.chart import Guessed
from tests.test_notebooks import PARTS

GUESS = re.compile(r"\*\*Guess (first|again)\.\*\*")
ASKING = {
    "code_blind",
    "dilemmas",
    "everyday",
    "gallery",
    "hands_up",
    "is_it_one",
    "place_it",
    "play",
    "predict",
    "stories",
    "studio",
    "what_next",
    "build_one",
    "toolbox",
    "two_hands",
}
"""Explorers that show nothing of their answer until somebody has guessed, sorted, chosen or pressed a button; tests in
`tests/explore` hold that."""
OPEN: dict[tuple[str, str], str] = {
    ("3_1_our_town", "What does our town need?"): "it asks what the readers want; the collection does not know",
    ("3_1_our_town", "The fate card"): "the card stands in the canvas, and tells its end when it is answered",
    ("3_2_gallery", "Among the real cases"): "the gallery of the first section shows it when a button is pressed",
    ("3_2_gallery", "Shared and different"): "the gallery of the first section shows it when a button is pressed",
}
"""Guesses below which nothing is shown, by notebook and section, with the reason."""


class Cell(NamedTuple):
    """A cell, run: the section in which it stands, what it is, and what it shows."""

    section: str
    source: str
    shown: Any


def run(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Cell]:
    """The cells of a notebook after *Run All Cells*; designs would be saved in `folder`."""
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {}
    cells, section = [], ""
    for cell in nbformat.read(path, as_version=4).cells:
        heading = re.findall(r"(?m)^## (.+)$", cell.source) if cell.cell_type == "markdown" else []
        section = heading[0] if heading else section
        cells.append(Cell(section, cell.source, _shown(cell.source, names) if cell.cell_type == "code" else None))
    return cells


def _shown(source: str, names: dict[str, Any]) -> Any:
    lines = ast.parse(source).body
    last = lines.pop() if lines and isinstance(lines[-1], ast.Expr) else None
    exec(compile(ast.Module(lines, []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None


def in_sight(cell: Cell) -> str:
    """What people read in a cell when it has run: nothing that is covered or folded."""
    if not isinstance(cell.shown, Guessed | Covered):
        html = _html(cell.shown) if cell.shown is not None else cell.source
        return words(re.sub(r"(?s)<details.*?</details>", " ", html))
    return ""


def _html(shown: Any) -> str:
    if isinstance(shown, explore.Explorer) or hasattr(shown, "static"):
        return str(shown.static())
    return str(shown.html() if isinstance(shown, Chart) else getattr(shown, "_repr_html_", lambda: repr(shown))())


def covered(cell: Cell) -> str:
    """The sentences with which what is covered in a cell answers: the text twin of its first picture, or its title."""
    html = str(cell.shown.html if isinstance(cell.shown, Guessed) else cell.shown.panel.static())
    told = re.search(r"(?s)<figcaption>(.*?)</figcaption>", html) or re.search(r"(?s)<h[34]>(.*?)</h[34]>", html)
    return words(told[1]) if told else words(html)


def waits(cell: Cell) -> bool:
    """Whether it shows nothing before somebody has guessed."""
    asking = re.search(r"explore\.(\w+)\(", cell.source)
    return isinstance(cell.shown, Guessed | Covered) or (asking is not None and asking[1] in ASKING)


def words(html: str) -> str:
    """The text of a piece of a page, or of a cell."""
    plain = re.sub(r'(?s)<style.*?</style>|<p class="pcc-live">.*?</p>|<[^>]+>', " ", html)
    return re.sub(r"\s+", " ", unescape(plain).replace("*", "")).strip()


def counts(text: str) -> set[str]:
    """'14 of 27' and the like: not all of all, and not of a handful, where two counts may be the same by chance."""
    found = re.finditer(r"\b(\d+) of (?:the )?(\d+)\b", text)
    return {one[0] for one in found if one[1] != one[2] and int(one[2]) > 9}


@pytest.fixture(scope="module", params=PARTS, ids=lambda path: path.stem)
def notebook(request, tmp_path_factory):
    with pytest.MonkeyPatch.context() as monkeypatch:
        return request.param.stem, run(request.param, tmp_path_factory.mktemp("run"), monkeypatch)


def test_what_answers_a_guess_is_covered(notebook):
    name, cells = notebook
    for at, cell in enumerate(cells):
        if cell.shown is None and GUESS.search(cell.source) and (name, cell.section) not in OPEN:
            below = list(itertools.takewhile(lambda one: one.shown is not None, cells[at + 1 :]))
            assert below, (name, cell.section)
            assert all(map(waits, below)), f"{name}, {cell.section}: the answer stands below its guess"


def test_no_other_cell_gives_it_away(notebook):
    name, cells = notebook
    seen = {at: in_sight(cell) for at, cell in enumerate(cells)}
    for cell in cells:
        if isinstance(cell.shown, Guessed | Covered):
            answer = covered(cell)
            assert answer, (name, cell.section)
            for at, text in seen.items():
                told = [part for part in re.split(r"(?<=[.?!]) ", answer) if len(part.split()) > 4 and part in text]
                assert not told, f"{name}, cell {at} says what {cell.section} asks for: {told}"
                numbers = counts(answer.split(". ")[0]) & counts(text)
                assert not numbers, f"{name}, cell {at} tells {numbers}, which {cell.section} asks for"


def test_the_answer_is_found_where_it_stands_open(data):
    chart = pcc.charts.topics(data, "challenges")
    cell = Cell("", "", chart)
    assert covered(Cell("", "", chart.after_guess())) in in_sight(cell)
    assert not in_sight(Cell("", "", chart.after_guess()))
