"""The eight tools: every line rests on the records, and each is one page to write on."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape

from pcc_data.analysis.city_roles import roles
from pcc_data.dataset.grounds import TEXTS, grounds
from pcc_data.pages import sheets
from pcc_data.pages.tool_sheet import all_tools, form_rows, tool_sheet
from pcc_data.teaching import teaching

TOOLS = all_tools()
LINES = [(key, line) for key, tool in TOOLS.items() for line in tool["lines"]]
SCENES = [(scene["id"], scene) for scene in teaching("tools")["scenes"]]
LAWYER = ("consent", "lease", "tenders")
PAGE = re.compile(rb"/Type\s*/Page\b")


def test_there_are_eight_and_three_ask_for_a_lawyer():
    assert len(TOOLS) == 8 and tuple(key for key, tool in TOOLS.items() if tool.get("lawyer")) == LAWYER
    assert all(2 <= len(tool["lines"]) <= 5 and tool["minutes"] and tool["aloud"][-1] == "?" for tool in TOOLS.values())


@pytest.mark.parametrize(("key", "line"), [*LINES, *SCENES], ids=lambda value: value if isinstance(value, str) else "")
def test_every_line_rests_on_one_text_of_each_case_it_names(data, key, line):
    for part in line["from"]:
        texts = list(data.one(part["kind"], part["case"])[TEXTS[part["kind"]]].dropna())
        assert sum(part["says"] in text for text in texts) == 1, part
        assert len(part["says"].split()) >= 3


@pytest.mark.parametrize(("key", "line"), LINES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_number_in_a_line_stands_in_the_records_words(data, key, line):
    said = " ".join(ground.text for ground in grounds(data, line))
    text = re.sub(r"^(Clause|Terms?) \d+( and \d+)?\.", "", line["text"])
    assert set(re.findall(r"\d+", text)) <= set(re.findall(r"\d+", said))
    assert line["text"] not in said and all(len(part.split()) <= 25 for part in re.split(r"[.?] ", line["text"]))


@pytest.mark.parametrize("key", TOOLS)
def test_a_sheet_holds_its_parts(data, key):
    tool, html = TOOLS[key], tool_sheet(data, key)
    assert escape(tool["title"]) in html and escape(tool["aloud"]) in html and escape(tool["when"]) in html
    assert ("Ask a lawyer before you sign" in html) == (key in LAWYER)
    for line in tool["lines"]:
        assert escape(line["text"]) in html
    empty = html.count("<td></td>") + html.count('class="write"')
    assert empty >= 8, "no room to write"
    marks = {int(mark) for found in re.findall("<sup>([^<]+)</sup>", html) for mark in found.split(", ")}
    notes = html.split("<h2>Sources</h2>")[1].split("</ol>")[0].count("<li>")
    assert marks == set(range(1, notes + 1)) and "<script" not in html


def test_the_first_asks_for_the_six_roles(data):
    rows = form_rows(TOOLS["roles"]["form"][0])
    assert len(rows) == 6 and all(role.name in row for role, row in zip(roles().values(), rows, strict=True))


@pytest.mark.skipif(sheets.find_browser() is None, reason="no Chromium on this computer")
@pytest.mark.parametrize(("key", "pages"), [*((key, 1) for key in TOOLS), (None, len(TOOLS) + 1)])
def test_each_is_one_page_and_all_stand_behind_a_list_of_them(data, tmp_path, key, pages):
    sheets.pdf(tool_sheet(data, key), tmp_path / "tool.pdf")
    assert len(PAGE.findall((tmp_path / "tool.pdf").read_bytes())) == pages


def test_cases_that_are_not_in_the_data_are_not_named(data):
    html = tool_sheet(data.only(["cadiz-energy-boards"]), "power")
    assert "From Cádiz (weakened" in html and "From London" not in html


def test_an_unknown_tool_names_the_nearest(data):
    with pytest.raises(ValueError, match="lease"):
        tool_sheet(data, "leese")
