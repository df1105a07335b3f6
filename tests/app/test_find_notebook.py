"""A notebook is found as people name it, and one that is not whole is told before anything opens."""

from __future__ import annotations

import pytest

from pcc_data.app.cli import main
from pcc_data.app.find_notebook import find_notebook, notebooks
from pcc_data.app.notebooks_dir import notebooks_dir
from pcc_data.say import say


def test_by_its_file_its_name_or_its_number():
    file = notebooks_dir() / "2_practice" / "2_1_ten_experiences.ipynb"
    assert {find_notebook(asked) for asked in (file, str(file), "2_1", "2_1_ten_experiences")} == {file}
    assert find_notebook("0_start_here") not in notebooks() and file in notebooks()


@pytest.mark.parametrize(
    ("asked", "told"), [("1_2_who_decide", "Did you mean 1_2_who_decides?"), ("canvass", "Did you mean canvas?")]
)
def test_what_is_not_there_is_told_with_the_nearest_name(asked, told):
    with pytest.raises(FileNotFoundError, match="no such notebook") as refused:
        find_notebook(asked, also=["canvas"])
    assert told in str(refused.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"cells": 3}', "\x00", "no notebook"])
@pytest.mark.parametrize("command", ["lab", "open", "present", "room", "handout"])
def test_no_command_opens_what_is_no_whole_notebook(tmp_path, capsys, command, text):
    file = tmp_path / "cut.ipynb"
    file.write_text(text)
    assert main([command, str(file)]) == 2
    assert capsys.readouterr().err == f"pcc {command}: {say('find-notebook.damaged', file=str(file))}\n"


def test_a_file_in_another_encoding_is_told_too(tmp_path, capsys):
    file = tmp_path / "other.ipynb"
    file.write_bytes('{"cells": ["é"]}'.encode("latin-1"))
    assert main(["handout", str(file)]) == 2
    assert "git restore notebooks" in capsys.readouterr().err
