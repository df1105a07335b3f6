"""The strip to take home."""

from __future__ import annotations

import re

import pytest

import pcc_data as pcc
from pcc_data.pages.strip import strip
from pcc_data.teaching import teaching
from tests.test_notebooks import ROOM


def test_every_notebook_for_a_room_has_one_with_its_own_title():
    told = teaching("take_home")["notebooks"]
    titles = {}
    for path in ROOM:
        titles["_".join(path.stem.split("_")[:2])] = re.search(r'"# (.+?)\\n"', path.read_text(encoding="utf-8"))[1]
    assert {key: one["title"] for key, one in told.items()} == titles
    assert len({one["begin"] for one in told.values()}) == len(told)


def test_what_was_written_is_on_the_strip_and_the_rest_has_room(data):
    page = strip(data, "1_2", {"sentence": "A list of questions <b>", "doubt": "", "ask": ""})
    assert "A list of questions &lt;b&gt;" in page and page.count('class="write"') == 10
    assert strip(data, "1_2").count('class="write"') == 15
    assert teaching("take_home")["notebooks"]["1_2"]["begin"] in strip(data, "1_2")


def test_the_link_follows_the_lines(data):
    explorer = pcc.explore.take_home(data, "2_4")
    empty = explorer.picture.html
    explorer.controls["doubt"].value = "Who signs?"
    assert explorer.picture.html != empty and "download=" in explorer.picture.html
    explorer.start_again()
    assert explorer.picture.html == empty
    with pytest.raises(ValueError, match="2_4"):
        pcc.explore.take_home(data, "2_44")
