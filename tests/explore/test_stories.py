"""The ten experiences as stories: what they rest on, and that their turn waits for a guess."""

from __future__ import annotations

import base64
import re
from html import unescape

import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.pages.story_cards import AFTER, BEFORE, story_cards
from pcc_data.quiz.guesses import ENDS
from pcc_data.teaching import teaching
from tests.teaching_texts import reads_easily, rests_on
from tests.test_notebooks import ROOT

STORIES = teaching("stories")
PARTS = (*BEFORE, *AFTER)
SECOND = "rennes-sustainable-food-urban-agriculture"


def named(story) -> str:
    return story["case"]


@pytest.fixture(scope="module")
def by_id(records):
    return {record["id"]: record for record in records}


def test_the_ten_of_the_report_are_told_and_rennes_twice(data):
    ten = set(data.cases.index[data.cases["collection"] == "report"])
    assert len(ten) == 10
    assert {story["case"] for story in STORIES} == ten | {SECOND}
    assert len(STORIES) == 11


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_every_part_rests_on_its_sources(by_id, story):
    record = by_id[story["case"]]
    told = [story[part] for part in PARTS] + story["lessons"]
    for part in told:
        rests_on(record, part["text"], part["sources"])
    rests_on(record, story["voice"]["says"], story["voice"]["sources"])
    assert len(story["lessons"]) == 2
    assert story["question"].endswith("?")


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_a_story_takes_a_minute_and_reads_easily(story):
    told = [*(story[part]["text"] for part in PARTS), story["question"]]
    assert 100 <= sum(len(text.split()) for text in told) <= 140
    lessons = [lesson["text"] for lesson in story["lessons"]]
    reads_easily([*told, story["closest"]["why"], story["voice"]["says"], *lessons])


def guessed(explorer, guess: str) -> str:
    explorer.picture.picked = f"guess:{guess}"
    explorer.picture.picks += 1
    return explorer.picture.html


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_the_turn_waits_for_a_guess(data, story):
    explorer = pcc.explore.stories(data, story["case"])
    hidden = [story[part]["text"].strip() for part in AFTER] + [story["question"], story["voice"]["says"].strip()]
    hidden += [lesson["text"].strip() for lesson in story["lessons"]] + [story["closest"]["why"]]
    opening = explorer.picture.html
    assert all(escape(story[part]["text"].strip()) in opening for part in BEFORE)
    assert not [text for text in hidden if escape(text) in opening]
    shown = guessed(explorer, "stopped")
    assert all(escape(text) in shown for text in hidden)
    assert f"<b>{pcc.say.say('stories.guess-stopped')}</b>" in shown


def test_who_begins_reads_the_title_before_the_map(data):
    html = pcc.explore.stories(data).picture.html
    assert html.index("<h3") < html.rindex('"guess:') < html.index("<svg")


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_the_end_that_came_closest_is_told_after_the_guess_whichever_it_was(data, story):
    explorer = pcc.explore.stories(data, story["case"])
    for end in ENDS:
        text = re.sub("<[^>]+>", "", unescape(guessed(explorer, end)))
        told = re.search(r"Closest, in our reading: (.+?)\. " + re.escape(story["closest"]["why"]), text)[1]
        named_there = {one for one in ENDS if f"“{pcc.say.say(f'stories.guess-{one}')}”" in told}
        assert named_there == set(story["closest"]["ends"]) and 1 <= len(named_there) <= 2


@pytest.mark.parametrize("story", STORIES, ids=named)
def test_the_end_that_came_closest_fits_the_record(data, story):
    """It rests on the turn and on today: no figure of its own, and what was stopped or went well is coded so."""
    ends, status = set(story["closest"]["ends"]), data.cases.at[story["case"], "status"]
    promises = data.promises[data.promises["case"] == story["case"]]["state"]
    assert not re.search(r"\d", story["closest"]["why"])
    if "stopped" in ends:
        assert status != "active"
    if status == "stalled":
        assert ends & {"stopped", "smaller"}
    if ends <= {"works", "larger"}:
        assert status == "active" and "broken" not in set(promises)


def test_another_story_hides_its_turn_again(data):
    explorer = pcc.explore.stories(data)
    guessed(explorer, ENDS[0])
    explorer.picture.picked = "next"
    explorer.picture.picks += 1
    second = STORIES[1]
    assert explorer.controls["case"].value == second["case"]
    assert escape(second["scene"]["text"].strip()) in explorer.picture.html
    assert escape(second["turn"]["text"].strip()) not in explorer.picture.html
    guessed(explorer, ENDS[1])
    explorer.picture.picked = SECOND
    explorer.picture.picks += 1
    assert explorer.controls["case"].value == SECOND
    assert explorer.controls["guess"].value == ""


def test_status_stands_beside_what_it_set_off_and_lessons_say_who_tells_them(data):
    html = unescape(guessed(pcc.explore.stories(data, "recoleta-popular-pharmacy"), "larger"))
    set_off = data.one("set_off", "recoleta-popular-pharmacy")
    assert all(text in html for text in set_off["text"])
    assert html.index("<dt>Status</dt>") < html.index("<dt>What it set off</dt>")
    assert html.count("Told by ") == 3  # a voice and two lessons


def test_the_link_prints_every_story(data):
    explorer = pcc.explore.stories(data)
    packed = re.search(r'href="data:text/html;charset=utf-8;base64,([^"]+)"', explorer.children[-1].value)[1]
    assert base64.b64decode(packed).decode() == story_cards(data)


def test_an_own_data_set_without_these_cases_says_so(data):
    with pytest.raises(ValueError, match="Load all cases"):
        pcc.explore.stories(data.only(["bologna-collaboration-pacts"]))
    with pytest.raises(ValueError, match="cadiz-energy-boards"):
        pcc.explore.stories(data, "cadiz-energy")


def test_the_first_practice_notebook_asks_for_money_work_and_women():
    text = (ROOT / "notebooks" / "2_practice" / "2_1_ten_experiences.ipynb").read_text(encoding="utf-8")
    for word in ("surplus", "staff", "unpaid work", "women", "tenders"):
        assert word in text


def test_each_of_the_ten_is_marked_when_the_answer_is_shown(data):
    explorer = pcc.explore.predict(data, "binding-vote-ten")
    assert "✔" not in explorer.picture.html
    explorer.controls["shown"].value = True
    rows = re.findall(r'<tr><th scope="row"><bdi>(.*?)</bdi></th><td>(.) ', explorer.picture.html)
    ten = data.filter(collection="report").cases
    signs = {"not_found": "?", "none": "✘", "informs": "✘", "must_be_considered": "✘"}
    right = data.filter(collection="report").state("decision_right").astype(str)
    assert sorted(rows) == sorted((city, signs.get(right[case], "✔")) for case, city in ten["city"].items())
    assert sum(sign == "✔" for _, sign in rows) == 6


def test_where_many_cases_were_asked_none_is_named(data):
    explorer = pcc.explore.predict(data, "public-before")
    explorer.controls["shown"].value = True
    assert "one by one" not in explorer.picture.html
