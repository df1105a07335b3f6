"""What a room has waiting before anybody enters."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pcc_data.app.find_notebook import find_notebook
from pcc_data.paths import START
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
