"""The road map on one side of A3: what was picked, room for the rest, sources."""

from __future__ import annotations

import re

import pytest
from markupsafe import escape

from pcc_data.dataset.grounds import grounds
from pcc_data.pages.road_map import FACTS, Plan, road_map
from pcc_data.pages.sheets import find_browser, pdf
from pcc_data.teaching import teaching

CONTENT = teaching("road_map")
STEPS = {step["id"]: step for step in CONTENT["steps"]}
TIMES = [time["id"] for time in CONTENT["times"]]
EVERY = Plan(tuple(STEPS), dict.fromkeys(TIMES, "Own words " * 8), "Hódmezővásárhely", "that the council answers " * 6)
PLANS = {"every": EVERY, "few": Plan(("statute",), {"days": "Ask"}, "Ort"), "none": Plan()}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_a_step_has_its_facts_and_rests_on_texts_of_the_records(data, records, step):
    assert step["time"] in TIMES and step["text"].endswith(".") and all(step[key] for key in FACTS)
    by_id = {record["id"]: record for record in records}
    for part in step["from"]:
        words = "label" if part["kind"] == "events" else "text"
        texts = [entry[words] for entry in by_id[part["case"]][part["kind"]]]
        assert sum(part["says"] in text for text in texts) == 1, part
        assert len(part["says"].split()) >= 3 and step["text"] not in texts
    found = grounds(data, step)
    assert [ground.case for ground in found] == [part["case"] for part in step["from"]]
    assert all(ground.sources for ground in found)


def test_the_bank_has_steps_for_each_time():
    assert 12 <= len(STEPS) <= 16 and [step["time"] for step in STEPS.values()] == sorted(
        (step["time"] for step in STEPS.values()), key=TIMES.index
    )


def test_what_was_picked_stands_on_the_page_with_its_facts_and_nothing_else(data):
    page = road_map(data, Plan(("one-form", "statute"), {"election": "<Our> step"}, "A & B", "that <it> ends"))
    assert "size: A3 landscape" in page and "<script" not in page
    for key, step in STEPS.items():
        assert (escape(step["text"]) in page) == (key in ("one-form", "statute"))
    assert all(escape(STEPS["statute"][key]) in page for key in FACTS) and "Seen in Bologna and San Juan." in page
    assert "&lt;Our&gt; step" in page and "A &amp; B" in page and "that &lt;it&gt; ends" in page
    assert page.count('class="step"') == 2 and page.count('class="open"') == 3 + 2 + 2


@pytest.mark.parametrize("name", PLANS)
def test_sources_are_numbered_footnotes(data, name):
    page = road_map(data, PLANS[name])
    marks = {int(mark) for found in re.findall("<sup>([^<]+)</sup>", page) for mark in found.split(", ")}
    listed = page.split("<h2>Sources</h2>")[1].split("</ol>")[0].count("<li>") if marks else 0
    assert marks == set(range(1, listed + 1)) and bool(marks) == bool(PLANS[name].steps)


@pytest.mark.skipif(find_browser() is None, reason="no Chromium on this computer")
@pytest.mark.parametrize("name", PLANS)
def test_it_is_one_page_whatever_was_picked(data, name, tmp_path):
    pdf(road_map(data, PLANS[name]), tmp_path / "map.pdf")
    made = (tmp_path / "map.pdf").read_bytes()
    assert len(re.findall(rb"/Type /Page\b", made)) == 1
