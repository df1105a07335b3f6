"""Every control of every explorer in the notebooks of Practice, through its values."""

from __future__ import annotations

import pytest

from tests.browser.conftest import real_errors
from tests.browser.driving import every_control, notebooks_with_explorers

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", notebooks_with_explorers("2_practice"))
def test_every_control_answers_with_a_picture(notebook, name, tmp_path):
    opened = notebook(name)
    assert opened.cell_errors() == []
    assert every_control(opened, name, tmp_path) > 10
    assert real_errors(opened.errors) == []


def test_no_notebook_is_left_out():
    parts = [notebooks_with_explorers(part) for part in ("0_", "1_theory", "2_practice", "3_imagination", "4_")]
    assert all(parts[:4]) and [name for part in parts for name in part] == notebooks_with_explorers()
