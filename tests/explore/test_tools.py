"""The tools: one is chosen, its first sentence stands there, and its page can be printed."""

from __future__ import annotations

import base64
import re

import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.dataset.grounds import grounds
from pcc_data.pages.tool_sheet import all_tools, tool_sheet
from tests.test_notebooks import ROOT

TOOLS = all_tools()


@pytest.mark.parametrize("key", TOOLS)
def test_a_tool_shows_its_sentence_its_form_and_who_says_what(data, key):
    tool, html = TOOLS[key], pcc.explore.tools(data, key).picture.html
    assert escape(tool["aloud"]) in html and html.count("<h3>") == 1
    assert ("Ask a lawyer" in html) == bool(tool.get("lawyer"))
    behind = [ground for line in tool["lines"] for ground in grounds(data, line)]
    assert html.count("pcc-teller") == len(behind) and html.count("Says who?</summary>") == len(tool["lines"])
    assert all(escape(ground.text) in html for ground in behind)
    for block in tool["form"]:
        assert escape(block["ask"] if "ask" in block else block["heads"][0]) in html


def test_the_links_hold_the_pages(data):
    explorer = pcc.explore.tools(data)
    explorer.set(tool="lease")
    packed = re.findall(r'href="data:text/html;charset=utf-8;base64,([^"]+)"', explorer.picture.html)
    assert [base64.b64decode(page).decode() for page in packed] == [tool_sheet(data, "lease"), tool_sheet(data)]


def test_the_first_tool_opens_and_start_again_comes_back_to_it(data):
    explorer = pcc.explore.tools(data)
    first = explorer.picture.html
    explorer.set(tool="promises")
    assert explorer.picture.html != first
    explorer.start_again()
    assert explorer.picture.html == first


def test_an_unknown_tool_is_refused(data):
    with pytest.raises(ValueError, match="promises"):
        pcc.explore.tools(data, "promisses")


def test_the_notebook_counts_the_tools_and_those_for_a_lawyer():
    prose = (ROOT / "notebooks" / "2_practice" / "2_5_toolbox.ipynb").read_text(encoding="utf-8")
    assert len(TOOLS) == 8 and "Eight tools, one page each." in prose
    assert sum(bool(tool.get("lawyer")) for tool in TOOLS.values()) == 3 and "Three of them ask for a lawyer" in prose
