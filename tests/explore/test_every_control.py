"""Every control of every explorer in the notebooks, through its values, without a browser: here, or in a test of its
own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pcc_data.controls.covered import Covered
from pcc_data.controls.panel import Panel
from tests.explore.driving import Driver
from tests.test_guesses import run
from tests.test_notebooks import PARTS

ELSEWHERE = {
    "board": "test_theory.py::test_every_board_and_every_replay_opens_under_every_rule",
    "build_one": "test_theory.py::test_all_values_of_all_controls_make_something",
    "cases": "test_case_by_case.py::test_every_view_of_every_case_draws",
    "co_production": "test_theory.py::test_all_views_sectors_and_groups",
    "compare": "test_comparing.py::test_every_control_through_all_its_values",
    "courses": "test_aftermath.py::test_courses_through_all_controls",
    "is_it_one": "test_theory.py::test_every_answer_to_every_story_gets_its_feedback",
    "outcome_wheel": "test_weights.py::test_every_weight_and_group_through_its_values",
    "outcomes": "test_profiling.py::test_all_controls_through_their_values",
    "place_it": "test_theory.py::test_every_case_has_a_dossier_and_a_place",
    "predict": "test_guessing.py::test_every_question_and_guess_then_the_answer",
    "setbacks": "test_structural.py::test_every_view_and_sector_with_an_opened_case",
    "side_by_side": "test_pairing.py::test_every_view_for_many_pairs",
    "studio": "test_studio.py::test_every_choice_changes_the_design_and_never_fails",
    "toolbox": "test_toolboxes.py::test_every_value_of_every_filter",
    "what_next": "test_aftermath.py::test_every_case_can_be_revealed",
    "who_decides": "test_theory.py::test_all_views_sectors_and_groups",
}
"""Explorers with a test of their own that goes through all values of their controls, also of long lists."""
CALL = re.compile(r"pcc\.explore\.(\w+)\(")


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.stem)
def test_every_control_answers_with_a_picture(path, tmp_path, monkeypatch):
    driven, met = 0, set()
    for cell in run(path, tmp_path, monkeypatch):
        shown = cell.shown.panel if isinstance(cell.shown, Covered) else cell.shown
        if isinstance(shown, Panel) and (call := CALL.search(cell.source)[1]) not in ELSEWHERE:
            driver = Driver(shown)
            (driver.glance if call in met else driver.drive)()  # again in one notebook: it only opens on another view
            met.add(call)
            driven += len(driver.touched)
    assert driven > 2


@pytest.mark.parametrize("place", ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_is_driven_elsewhere_is(place):
    file, name = place.split("::")
    assert f"def {name}(" in (Path(__file__).parent / file).read_text("utf-8")
