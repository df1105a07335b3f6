"""Every control of every explorer in the notebooks, through its values."""

from __future__ import annotations

import pytest

from tests.browser.conftest import real_errors
from tests.browser.driving import every_control, notebooks_with_explorers

pytestmark = pytest.mark.browser
NOTEBOOKS = notebooks_with_explorers()
FEW = {"4_research": 3}
"""So many controls at least are touched in a notebook of a part; ten elsewhere."""


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_control_answers_with_a_picture(notebook, name, tmp_path):
    opened = notebook(name)
    assert opened.cell_errors() == []
    assert every_control(opened, name, tmp_path) > FEW.get(name.partition("/")[0], 10)
    assert real_errors(opened.errors) == []


def test_every_part_has_notebooks_that_are_driven():
    assert {name[0] for name in NOTEBOOKS} == {"0", "1", "2", "3", "4"}
