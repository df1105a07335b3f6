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


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def markdown(notebook) -> str:
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def code(notebook) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_notebooks():
    assert len(NOTEBOOKS) >= 2


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


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_objectives_match_the_sections(path):
    text = markdown(nbformat.read(path, as_version=4))
    assert "**Time:**" in text and "**For:**" in text
    objectives = re.findall(r"(?m)^\d+\. ", text.split("\n## ")[0])
    sections = [
        name for name in re.findall(r"(?m)^## (.+)$", text) if name not in ("Summary", "What's next", "Check yourself")
    ]
    assert len(objectives) == len(sections), (objectives, sections)
    assert text.index("## Summary") < text.index("## What's next")


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


def test_times_told_on_the_first_page_and_in_the_readme_are_those_of_the_notebooks():
    times = {
        path.stem: re.search(r"\*\*Time:\*\* (?:(\d+) to )?(\d+) minutes", markdown(nbformat.read(path, as_version=4)))
        for path in PARTS
    }
    longest = {name: int(found[2]) for name, found in times.items() if found}
    assert set(longest) == set(times)
    assert {name for name, minutes in longest.items() if minutes > 20} == {"3_1_our_town", "3_2_gallery"}
    assert longest["3_1_our_town"] == 45
    assert "15 to 20 minutes" in markdown(nbformat.read(ROOT / "notebooks" / "0_start_here.ipynb", as_version=4))
    assert "15 to 20 minutes each; a canvas for groups takes 45" in (ROOT / "README.md").read_text(encoding="utf-8")
