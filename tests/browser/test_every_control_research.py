"""Every control of every explorer in the notebooks of Research, through its values."""

from __future__ import annotations

import pytest

from tests.browser.conftest import real_errors
from tests.browser.driving import every_control, notebooks_with_explorers

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", notebooks_with_explorers("4_research"))
def test_every_control_answers_with_a_picture(notebook, name, tmp_path):
    opened = notebook(name)
    assert opened.cell_errors() == []
    assert every_control(opened, name, tmp_path) > 3
    assert real_errors(opened.errors) == []
