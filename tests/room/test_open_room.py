"""What a room has waiting before anybody enters."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pcc_data.app.find_notebook import find_notebook
from pcc_data.pages.run_lines import asked_in, commands_of, lengths, run_lines
from pcc_data.paths import START
from pcc_data.quiz.guesses import guesses
from pcc_data.room import open_room as module
from tests.test_notebooks import ROOT

FIRST, SECOND = "notebooks/2_practice/2_1_ten_experiences.ipynb", "notebooks/1_theory/1_2_who_decides.ipynb"


@pytest.mark.parametrize(
    ("asked", "waiting"),
    [
        (["2_1", "1_2"], {FIRST: 5, SECOND: 1}),
        (["0_start_here", "2_1", "1_2"], {f"notebooks/{START}": 1, FIRST: 5, SECOND: 1}),
        (["0_start_here"], {f"notebooks/{START}": 5}),
    ],
)
def test_most_places_wait_with_the_first_notebook_that_is_not_the_start_page(asked, waiting, monkeypatch):
    told = []
    monkeypatch.setattr(module, "live_server", lambda root, ready, **more: told.append(ready) or SimpleNamespace())
    files = [find_notebook(name) for name in asked]
    module.open_room(ROOT, files, "127.0.0.1", 1, visitors=5)
    assert told == [waiting]


@pytest.mark.parametrize("length", lengths())
def test_the_room_of_a_plan_asks_its_guesses_in_their_order(length, monkeypatch):
    monkeypatch.setattr(module, "live_server", lambda root, ready, **more: SimpleNamespace())
    files = [find_notebook(name) for name in commands_of(length)["room"].split()[1:]]
    room = module.open_room(ROOT, files, "127.0.0.1", 1, visitors=1).room
    named = [line.texts["guess"] for line in run_lines(length) if "guess" in line.texts]
    listed = [one for ids in room.asked.values() for one in ids]
    assert [one for one in listed if one in named] == named and set(listed) <= set(room.ballots)
    asked = {room.ballots[one].ask for one in named}
    assert asked == {asked_in(line.texts) for line in run_lines(length)} - {""}
    for label, ids in room.asked.items():
        assert label.endswith(", core path") == any(one in guesses() for one in ids), label
    assert set(guesses()) & set(room.ballots) == set(guesses()) & set(listed), "none of a notebook that is not here"
