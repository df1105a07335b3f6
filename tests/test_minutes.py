"""Minutes told to people: counted from what there is to read, guess, look at and discuss, never wished for."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from pcc_data.room.section_minutes import section_minutes
from pcc_data.room.section_minutes import sections as headed
from pcc_data.teaching import teaching
from tests.test_notebooks import PARTS, RESEARCH, ROOM, ROOT, TRAINERS, code, markdown

MINUTES = teaching("minutes")
PLANS = teaching("run_of_show")["plans"]
CORE = (12, 15)  # minutes of a core path; the canvas takes longer
CANVAS = 20


def key(path: Path) -> str:
    return "_".join(path.stem.split("_")[:2])


def sections(path: Path, explain: str = "explain") -> dict[str, float]:
    """Minutes that each section takes, and that `minutes.yaml` tells of no section that is not there."""
    told = MINUTES["notebooks"][key(path)]
    cells = nbformat.read(path, as_version=4).cells
    headings = {name for name, _, _ in headed(cells)}
    unknown = {*told.get("tasks", {}), *told.get("play", {})} - headings
    assert not unknown, (path.name, unknown)
    return section_minutes(cells, key(path), explain)


def core(number: str) -> float:
    """Minutes of the core path of a notebook."""
    path = next(path for path in PARTS if key(path) == number)
    found = sections(path)
    return sum(found[name] for name in MINUTES["notebooks"][number]["core"])


def test_every_notebook_has_its_minutes_and_those_for_a_room_a_core_path():
    assert set(MINUTES["notebooks"]) == {key(path) for path in PARTS}
    assert {number for number, told in MINUTES["notebooks"].items() if "core" in told} == {key(path) for path in ROOM}
    assert set(MINUTES["core_minutes"]) == {key(path) for path in ROOM}


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_the_time_told_is_the_time_counted(path):
    told, found = MINUTES["notebooks"][key(path)], sections(path)
    assert told["room"] == pytest.approx(sum(found.values()), abs=3), found
    assert told["alone"] == pytest.approx(sum(sections(path, "think").values()), abs=3)
    first = " ".join(nbformat.read(path, as_version=4).cells[0].source.split())
    play = "".join(f"; the play takes {minutes} more" for minutes in told.get("play", {}).values())
    assert f"**Time:** {told['alone']} minutes alone, {told['room']} in a room{play}." in first
    assert ("**Core path**" in first) == (path in ROOM)


@pytest.mark.parametrize("path", ROOM, ids=lambda path: path.stem)
def test_a_core_path_fits_a_room(path):
    told, found = MINUTES["notebooks"][key(path)], sections(path)
    low, high = (CANVAS, CANVAS) if key(path) == "3_1" else CORE
    assert low - 0.5 <= core(key(path)) <= high + 0.5, {name: found[name] for name in told["core"]}
    first = " ".join(nbformat.read(path, as_version=4).cells[0].source.split())
    names = ", ".join(f"*{name}*" for name in told["core"])
    end = "" if names.endswith("?*") else "."  # a heading that asks has its mark
    assert f"**Core path** ({round(core(key(path)))} minutes): {names}{end} **In this notebook" in first


@pytest.mark.parametrize("number", MINUTES["core_minutes"])
def test_a_core_path_takes_what_is_counted(number):
    assert MINUTES["core_minutes"][number] == round(core(number))


def test_the_core_path_tells_the_five_tests_that_later_notebooks_use():
    path = next(path for path in PARTS if key(path) == "1_1")
    cells = nbformat.read(path, as_version=4).cells
    told = " ".join(text for name, _, text in headed(cells) if name in MINUTES["notebooks"]["1_1"]["core"])
    listed = re.findall(r"(?m)^\d\. (.+)$", told.split("**Five tests.**")[1])
    assert len(listed) == len(teaching("vignettes")["tests"])


def test_what_a_trainer_reads_takes_what_is_told():
    notebook = nbformat.read(TRAINERS, as_version=4)
    rates, text = MINUTES["rates"], markdown(notebook)
    shown = sum("pcc.explore" in cell for cell in code(notebook))
    told = int(re.search(r"\*\*Time:\*\* (\d+) minutes to read", text)[1])
    assert told == pytest.approx(
        len(re.findall(r"\w+", text)) / rates["words_a_minute"] + shown * rates["picture"], abs=1
    )
    start = markdown(nbformat.read(ROOT / "notebooks" / "0_start_here.ipynb", as_version=4))
    row = next(line for line in start.splitlines() if TRAINERS.name in line)
    assert row.endswith(f"| {told} minutes |")


def test_a_play_takes_what_its_own_page_says():
    plays = {"1_2": "cadiz_play", "2_4": "promise_wall", "3_1": "fate_cards"}
    for number, file in plays.items():
        minutes = sum(step["minutes"] for step in teaching(file)["steps"])
        assert list(MINUTES["notebooks"][number]["play"].values()) == [minutes]


def test_the_first_page_and_the_readme_tell_the_same():
    start = markdown(nbformat.read(ROOT / "notebooks" / "0_start_here.ipynb", as_version=4))
    for path in ROOM:
        told = MINUTES["notebooks"][key(path)]
        row = next(line for line in start.splitlines() if f"{path.stem}.ipynb" in line and line.count("|") == 6)
        assert f"{told['alone']} / {told['room']}" in row
    minutes = [step["minutes"] if "minutes" in step else core(step["core"]) for step in PLANS["90"]["steps"]]
    assert re.findall(r" (\d+)(?=[,.])", start.split("core paths only:")[1].split("That makes")[0]) == [
        str(round(part)) for part in minutes
    ]
    assert f"That makes {round(sum(minutes))};" in start
    shortest, longest = (end(MINUTES["notebooks"][key(path)]["room"] for path in ROOM) for end in (min, max))
    assert f"{shortest} to {longest} minutes" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_page_leads_to_all_notebooks_for_research_or_to_none():
    start = markdown(nbformat.read(ROOT / "notebooks" / "0_start_here.ipynb", as_version=4))
    rows = {path: [line for line in start.splitlines() if f"{path.stem}.ipynb" in line] for path in RESEARCH}
    assert len(set(map(bool, rows.values()))) <= 1, [path.stem for path, lines in rows.items() if not lines]
    for path, lines in rows.items():
        told = MINUTES["notebooks"][key(path)]
        assert not lines or any(f"| {told['alone']} / {told['room']} |" in line for line in lines), path.stem
