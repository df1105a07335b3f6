"""Every notebook: clean when committed, one skeleton, and calls instead of algorithms. Running them is nbval's part."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted(path for path in (ROOT / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
PARTS = [path for path in NOTEBOOKS if path.parent.name[0].isdigit()]
RESEARCH = [path for path in PARTS if path.parent.name == "4_research"]
"""Notebooks for a reader at a desk: they have no short path for a room, and what is taken home is a table, no strip of
paper."""
ROOM = [path for path in PARTS if path not in RESEARCH]
TRAINERS = ROOT / "notebooks" / "0_for_trainers.ipynb"
NO_LESSONS = {
    "0_start_here": "leads to the others: nothing is guessed there, and nothing is left to check or to take home",
    "0_for_trainers": "is read by who leads: its questions are for other people, so it asks and covers nothing itself",
}
"""Notebooks without a guess, a self-check and a strip to take home, and why."""


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def markdown(notebook) -> str:
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def code(notebook) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_notebooks():
    assert len(NOTEBOOKS) >= 2


def test_all_are_lessons_but_those_that_say_why_not():
    assert {path.stem for path in NOTEBOOKS} - {path.stem for path in PARTS} == set(NO_LESSONS)
    for path in NOTEBOOKS:
        text = path.read_text(encoding="utf-8")
        assert ("**Guess" in text) == ("self_check" in text) == (path in PARTS), path.stem


def test_valid_and_committed_without_outputs_or_widget_state(notebook):
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells)
    assert "widgets" not in notebook.metadata
    assert notebook.metadata.kernelspec.name == "python3"


def test_one_title_and_headings_in_order(notebook):
    levels = [len(marks) for marks in re.findall(r"(?m)^(#+) ", markdown(notebook))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_code_cells_are_short_calls(notebook):
    for cell in code(notebook):
        assert len(cell.splitlines()) <= 12
        assert not re.search(r"(?m)^\s*(def|class|for|while) ", cell), cell
        assert "pyplot" not in cell and "http" not in cell


def test_it_imports_the_package_once(notebook):
    assert sum("import pcc_data as pcc" in cell for cell in code(notebook)) == 1


@pytest.mark.parametrize("path", [*PARTS, TRAINERS], ids=lambda path: path.stem)
def test_objectives_match_the_sections(path):
    text = markdown(nbformat.read(path, as_version=4))
    assert "**Time:**" in text and "**For:**" in text
    objectives = re.findall(r"(?m)^\d+\. ", text.split("\n## ")[0])
    sections = [
        name
        for name in re.findall(r"(?m)^## (.+)$", text)
        if name not in ("Summary", "What's next", "Check yourself", "Take it home")
    ]
    assert len(objectives) == len(sections), (objectives, sections)
    assert path == TRAINERS or text.index("## Summary") < text.index("## What's next")


def test_links_between_notebooks_lead_somewhere():
    for path in NOTEBOOKS:
        for target in re.findall(r"\]\(([^)#]+\.ipynb)\)", markdown(nbformat.read(path, as_version=4))):
            assert (path.parent / target).resolve().is_file(), (path.name, target)


def test_every_teaching_file_says_each_thing_once():
    import yaml

    from pcc_data.paths import datasets_dir

    class Strict(yaml.SafeLoader):
        def construct_mapping(self, node, deep=False):
            keys = [self.construct_object(key, deep=True) for key, _ in node.value]
            assert len(keys) == len(set(map(str, keys))), (
                node.start_mark.name,
                [key for key in keys if keys.count(key) > 1],
            )
            return super().construct_mapping(node, deep)

    for file in (datasets_dir() / "teaching").glob("*.yaml"):
        yaml.load(file.read_text(encoding="utf-8"), Loader=Strict)


def test_self_checks_ask_about_the_data_of_their_notebook():
    for path in PARTS:
        asked = [cell for cell in code(nbformat.read(path, as_version=4)) if "self_check" in cell]
        number = "_".join(path.stem.split("_")[:2])
        assert asked == [f'pcc.explore.self_check("{number}", data)'], path.name


def test_every_notebook_for_a_room_ends_with_a_strip_to_take_home():
    for path in ROOM:
        number = "_".join(path.stem.split("_")[:2])
        found = nbformat.read(path, as_version=4)
        assert [cell for cell in code(found) if "take_home" in cell] == [f'pcc.explore.take_home(data, "{number}")']
        text = markdown(found)
        assert text.index("## Check yourself") < text.index("## Take it home") < text.index("## Summary")


def test_texts_name_the_section_to_which_they_point_back():
    """On a projector a section is a screen, and what stands above it is on another one."""
    for path in ROOM:
        for line in markdown(nbformat.read(path, as_version=4)).splitlines():
            assert not re.search(r"\babove\b", line), (path.stem, line)


NEEDS_OTHERS = re.compile(
    r"your neighbour|[Cc]ount hands|[Dd]iscuss|Each of you|Everybody shows|[Aa]ll tables agree|[Ee]ach table has|"
    r"the tables have|two tables|as a room|one play the|and a room"
)
BY_ONESELF = re.compile(r"\b[Aa]lone\b")


@pytest.mark.parametrize("path", ROOM, ids=lambda path: path.stem)
def test_who_reads_alone_has_something_to_do_where_a_room_talks(path):
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown"]
    paragraphs = [part for cell in cells[1:] for part in cell.source.split("\n\n")]
    asked = [part for part in paragraphs if NEEDS_OTHERS.search(part)]
    assert asked and not [part for part in asked if not BY_ONESELF.search(part)]


@pytest.mark.parametrize("path", RESEARCH, ids=lambda path: path.stem)
def test_a_notebook_for_research_checks_what_was_learned_before_it_sums_up(path):
    text = markdown(nbformat.read(path, as_version=4))
    assert text.index("## Check yourself") < text.index("## Summary")
    assert "take_home" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "notebooks"),
    [
        (("climate", "inclusion", "public ownership", "democratic", "local knowledge"), ("1_1", "3_3")),
        (("surplus", "staff", "unpaid work", "women", "tenders"), ("2_1", "2_5", "3_1")),
    ],
)
def test_what_it_is_about_stands_in_the_text(words, notebooks):
    for path in PARTS:
        if path.stem.startswith(notebooks):
            text = " ".join(markdown(nbformat.read(path, as_version=4)).replace("*", "").split()).lower()
            assert [word for word in words if word not in text] == [], path.stem
