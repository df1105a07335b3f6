"""Two hands, what a good one has, dilemmas, the five tests: each line rests on a record, and no answer comes first."""

from __future__ import annotations

import pytest
from markupsafe import escape

from pcc_data import explore
from pcc_data.analysis.five_tests import TESTS, five_tests
from pcc_data.dataset.grounds import grounds
from pcc_data.explore._dilemmas import SIDES
from pcc_data.explore._two_hands import HANDS
from pcc_data.teaching import teaching

DEEDS = teaching("two_hands")["deeds"]
GOOD = teaching("characteristics")["characteristics"]
DILEMMAS = teaching("dilemmas")["dilemmas"]
LINES = {
    **{f"hand {deed['id']}": deed for deed in DEEDS},
    **{f"{one['id']} {side}": one[side] for one in GOOD for side in ("has", "lacked")},
    **{f"{one['id']} {side}": one[side] for one in DILEMMAS for side in SIDES},
}


@pytest.mark.parametrize("name", LINES)
def test_every_line_rests_on_a_text_of_its_case(data, name):
    line = LINES[name]
    found = grounds(data, line)
    assert [ground.case for ground in found] == [part["case"] for part in line["from"]], "each found once"
    assert len({part["case"] for part in line["from"]}) == 1
    assert all(ground.sources and ground.text != line["text"] for ground in found)
    assert all(len(part["says"].split()) >= 3 for part in line["from"])


@pytest.mark.parametrize("name", LINES)
def test_lines_are_plain(name):
    line = LINES[name]
    for text in (line["text"], line.get("why", ""), line.get("claim", "")):
        for sentence in text.replace(";", ".").split(". "):
            assert len(sentence.split()) <= 25, sentence


def test_both_hands_of_about_eight_cases(data):
    cases = {deed["from"][0]["case"] for deed in DEEDS}
    assert 7 <= len(cases) <= 9 and {deed["hand"] for deed in DEEDS} == set(HANDS)
    assert {data.cases.at[case, "country"] for case in cases} >= {"Chile", "Argentina", "Spain", "Kenya", "India"}
    assert all(4 <= sum(deed["hand"] == hand for deed in DEEDS) <= 9 for hand in HANDS)


def test_a_hand_is_told_after_the_answer_only(data):
    explorer = explore.two_hands(data)
    for deed in DEEDS:
        explorer.set(story=deed["id"])
        page = explorer.picture.html
        assert escape(deed["why"]) not in page and "Says who?" not in page
        for hand in HANDS:
            explorer.controls["answer"].value = hand
            page = explorer.picture.html
            assert escape(deed["why"]) in page and "Says who?" in page
            assert ("So says the record" in page) == (hand == deed["hand"])
            assert all(escape(ground.text) in page for ground in grounds(data, deed))
    assert f"of {len(DEEDS)} answered" in page and "What does each hand need from the other?" in page


def test_eight_essentials_with_a_case_that_has_and_one_that_lacked_it(data):
    assert len(GOOD) == 8 and len({one["clause"] for one in GOOD}) == 8
    explorer = explore.characteristics(data)
    for one in GOOD:
        explorer.set(which=one["id"])
        page = explorer.picture.html
        assert one["has"]["from"][0]["case"] != one["lacked"]["from"][0]["case"]
        assert all(escape(one[side]["text"]) in page for side in ("has", "lacked")) and page.count("Says who?") >= 2


def test_five_dilemmas_tell_the_other_side_first(data):
    assert len(DILEMMAS) == 5
    explorer = explore.dilemmas(data)
    for one in DILEMMAS:
        explorer.set(which=one["id"], lean="")
        assert all(escape(one[side]["text"]) not in explorer.picture.html for side in SIDES)
        for lean, other in (SIDES, SIDES[::-1]):
            explorer.set(lean=lean)
            page = explorer.picture.html
            assert page.index(escape(one[other]["text"])) < page.index(escape(one[lean]["text"]))
    explorer.controls["lean"].value = "first"
    explorer.controls["which"].value = DILEMMAS[0]["id"]
    assert explorer.controls["lean"].value == "", "the next dilemma gives nothing away"


def test_doubtful_cases_are_named_with_what_their_codes_say(data):
    explorer, table = explore.five_tests(data), five_tests(data)
    for test in TESTS:
        explorer.set(test=test)
        page = explorer.picture.html
        doubtful = table.index[table[test] != "holds"]
        assert all(escape(data.cases.at[case, "name"]) in page for case in doubtful)
        assert ("That is how they were chosen" in page) == (not len(doubtful))
        assert page.count(f'data-key="doubt:{test}:') == table[test].isin(["in_part", "does_not"]).sum()
    assert "independent coders agreed too little on Public duty" in page
    explorer.picture.picked = "joint"
    explorer.picture.picks += 1
    assert explorer.controls["test"].value == "joint"


def test_on_paper_everything_stands_and_no_answer(data):
    hands, stories = str(explore.two_hands(data).static()), str(explore.is_it_one(data).static())
    assert all(escape(deed["text"]) in hands and escape(deed["why"]) not in hands for deed in DEEDS)
    told = teaching("vignettes")["vignettes"]
    assert all(escape(story["text"].strip()) in stories and escape(story["why"]) not in stories for story in told)
    good = str(explore.characteristics(data).static())
    assert all(escape(one["lacked"]["text"]) in good for one in GOOD)


def test_lines_whose_cases_are_not_in_the_data_say_so(data):
    few = data.only(["cadiz-energy-boards"])
    assert "Its case is not in this data set" in explore.two_hands(few).picture.html
    assert explore.characteristics(few).picture.html.count("Its case is not in this data set") == 2
