"""The checklists: every line rests on recorded lessons or challenges, and the page can be printed."""

from __future__ import annotations

import base64
import re

import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.dataset.grounds import TEXTS, grounds
from pcc_data.explore._checklist import checklist_page
from pcc_data.teaching import teaching

LISTS = teaching("checklists")
LINES = [(who, line) for who, content in LISTS.items() for group in content["groups"] for line in group["lines"]]


@pytest.mark.parametrize(("who", "line"), LINES, ids=[f"{who}-{at}" for at, (who, _) in enumerate(LINES)])
def test_every_line_rests_on_texts_of_the_cases_it_names(data, who, line):
    assert len({part["case"] for part in line["from"]}) >= 2 or len(line["from"]) >= 2
    for part in line["from"]:
        texts = list(data.one(part["kind"], part["case"])[TEXTS[part["kind"]]].dropna())
        assert sum(part["says"] in text for text in texts) == 1, part
        assert len(part["says"].split()) >= 3 and line["text"] not in texts


def test_grounds_are_the_records_own_words_with_sources(data):
    for _, line in LINES:
        found = grounds(data, line)
        assert [ground.case for ground in found] == [part["case"] for part in line["from"]]
        assert all(
            part["says"] in ground.text and ground.sources for part, ground in zip(line["from"], found, strict=True)
        )


def test_both_sides_have_lessons_from_cases_that_no_longer_simply_go_on():
    for who in LISTS:
        cases = {part["case"] for other, line in LINES if other == who for part in line["from"]}
        assert len(cases) >= 20


@pytest.mark.parametrize("who", LISTS)
def test_lines_stand_with_their_places_status_words_and_sources(data, who):
    explorer = pcc.explore.checklist(data, who)
    html = explorer.picture.html
    for other, line in LINES:
        assert (escape(line["text"]) in html) == (other == who)
        for ground in grounds(data, line) if other == who else []:
            row = data.cases.loc[ground.case]
            name = row["name"] if (data.cases["city"] == row["city"]).sum() > 1 else row["city"]
            assert (
                f"{escape(name)} ({pcc.codebook.label('status', row['status']).lower()}, {row['status_as_of']})" in html
            )
            assert escape(ground.text) in html
            for source in ground.sources.split(";"):
                table = data.one("sources", ground.case).set_index("source")
                assert escape(table.at[source, "title"]) in html
    cases = {part["case"] for other, line in LINES if other == who for part in line["from"]}
    assert f"of {len(cases)} of {len(data)} cases" in html


def test_the_link_holds_the_page(data):
    explorer = pcc.explore.checklist(data, "community")
    packed = re.search(r'href="data:text/html;charset=utf-8;base64,([^"]+)"', explorer.picture.html)[1]
    assert base64.b64decode(packed).decode() == checklist_page(data, "community")
    explorer.set(who="council")
    assert escape(LISTS["council"]["title"]) in explorer.picture.html


@pytest.mark.parametrize("who", LISTS)
def test_page_numbers_its_sources_and_has_room_to_write(data, who):
    page = checklist_page(data, who)
    lines = [line for other, line in LINES if other == who]
    assert page.count("☐ in place") == page.count('class="write"') == len(lines)
    marks = {int(mark) for found in re.findall("<sup>([^<]+)</sup>", page) for mark in found.split(", ")}
    sources = page.split("<h2>Sources</h2>")[1].split("</ol>")[0].count("<li>")
    assert (
        marks == set(range(1, sources + 1))
        and "<script" not in page
        and ", nan" not in page.split("<h2>Sources</h2>")[1]
    )


def test_cases_that_are_not_in_the_data_are_left_out_and_said_so(data):
    html = pcc.explore.checklist(data.only(["cadiz-energy-boards"])).picture.html
    assert "Its cases are not in this data set." in html and "From Cádiz (weakened" in html and "Terrassa (" not in html


def test_another_list_is_refused(data):
    with pytest.raises(ValueError, match="community"):
        pcc.explore.checklist(data, "comunity")


def test_staff_union_surplus_and_unpaid_work_are_on_the_lists_with_how_seldom_they_are_told(data):
    counted = {(who, line["counted"]) for who, line in LINES if "counted" in line}
    assert counted == {
        ("council", "terms"),
        ("council", "unpaid"),
        ("community", "union"),
        ("community", "unpaid"),
        ("community", "surplus"),
    }
    html, page = pcc.explore.checklist(data).picture.html, checklist_page(data, "council")
    terms = data.work.loc[data.work["terms"].notna(), "case"].nunique()
    assert 0 < terms < len(data) / 4
    for text in (html, page):
        assert f"Terms of the paid staff: told in {terms} of {len(data)} records." in text


def test_each_ground_says_who_tells_it(data):
    for who in LISTS:
        html = pcc.explore.checklist(data, who).picture.html
        assert html.count("pcc-teller") == sum(len(line["from"]) for other, line in LINES if other == who)


def test_a_line_may_rest_on_what_is_told_of_work_or_on_a_reason(data):
    line = {"from": [{"case": "cadiz-energy-boards", "kind": "codings", "says": "no such words anywhere"}]}
    assert grounds(data, line) == []
    with pytest.raises(ValueError, match="lessons"):
        grounds(data, {"from": [{"case": "cadiz-energy-boards", "kind": "lesson", "says": "x"}]})
