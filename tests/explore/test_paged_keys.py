"""What turns pages on a screen tells all of them in a key."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data.analysis.sequences import places, stages, steps
from pcc_data.analysis.taken_back import NOT_ACTIVE, taken_back
from pcc_data.dataset.citing import places as places_of
from pcc_data.dataset.grounds import grounds
from pcc_data.teaching import teaching
from tests.test_guesses import words


def key_of(shown) -> str:
    return words(shown.printed.key())


def test_all_eight_questions_stand_in_the_key_of_the_case_that_was_asked(data):
    shown = pcc.explore.ask_a_case(data, "terrassa-taigua-water-observatory")
    key, principles = key_of(shown), teaching("design_principles")["principles"]
    assert data.cases.at["terrassa-taigua-water-observatory", "name"] in key and len(principles) == 8
    for at, one in enumerate(principles, 1):
        assert words(f"{at}. {one['name']}. {one['question']}") in key
    never = [one["name"] for one in principles if not one["look_at"]]
    assert never and all(name in key.rpartition("Where all records are silent")[2] for name in never)


def test_all_names_and_letters_stand_in_the_key(data):
    key, content = key_of(pcc.explore.glossary(data)), teaching("glossary")
    for term in content["terms"]:
        assert term["term"] in key and words(term["means"]) in key
    for one in content["letters"]:
        assert one["letters"] in key and one["words"] in key and one["partner"] in key


def test_all_tools_with_their_first_sentence_and_their_command_stand_in_the_key(data):
    key, tools = key_of(pcc.explore.tools(data)), teaching("tools")["tools"]
    for tool in tools:
        assert tool["title"] in key and tool["aloud"] in key
        assert all(words(line["text"]) in key for line in tool["lines"])
    assert key.count("Ask a lawyer") == sum(tool.get("lawyer", False) for tool in tools) == 3
    assert "pcc handout tools" in key


@pytest.mark.parametrize("who", ["council", "community"])
def test_all_lines_of_a_checklist_stand_in_its_key_with_place_and_teller(data, who):
    key = key_of(pcc.explore.checklist(data, who))
    for group in teaching("checklists")[who]["groups"]:
        for line in group["lines"]:
            near = places_of(data, (ground.case for ground in grounds(data, line)))
            assert words(line["text"]) in key and words(near) in key
    assert "Told by" in key


def test_all_steps_of_all_five_places_stand_in_the_key(data):
    key = key_of(pcc.explore.sequences(data))
    assert all(words(step.text) in key for step in steps(data).itertuples())
    assert len(places()) == 5 and all(words(place["reading"]) in key for place in places().values())


def test_what_was_seen_at_each_stage_stands_in_the_key_alone(data):
    shown = pcc.explore.stages(data)
    sheet, key = words(shown.printed.sheet()), key_of(shown)
    seen = [ground for line in teaching("stages")["stages"] for ground in grounds(data, line)]
    assert len(seen) > 10 and all(words(one.text) in key and words(one.text) not in sheet for one in seen)
    five = [words(step.text) for step in steps(data).itertuples()]  # the next key tells all of them, with their stages
    assert not [text for text in five if text in key or text in sheet]
    assert all(stage.name in key and stage.means in sheet for stage in stages().values() if stage.means)


def test_what_everybody_took_back_and_every_end_stand_in_the_key(data):
    key = key_of(pcc.explore.setbacks(data))
    assert all(words(row.text) in key for row in taken_back(data.filter(status=list(NOT_ACTIVE))).itertuples())
    ended = data.filter(status="ended").cases
    assert len(ended) and all(data.why(case, "end_reason").basis in key for case in ended.index)


def test_every_step_of_the_road_map_stands_in_the_key_with_where_it_was_seen(data):
    shown = pcc.explore.road_map(data)
    sheet, key = words(shown.printed.sheet()), key_of(shown)
    for step in teaching("road_map")["steps"]:
        assert words(step["text"]) in key and words(step["text"]) in sheet
        assert all(words(ground.text) in key for ground in grounds(data, step))
    assert "Seen in" not in sheet and "2_5" in key


def test_each_fate_card_stands_before_what_happened(data):
    key = key_of(pcc.explore.play(data, "hearing"))
    for card in teaching("fate_cards")["cards"]:
        assert -1 < key.index(words(card["card"])) < key.index(words(card["happened"]))


def test_all_five_tests_name_the_cases_in_doubt(data):
    from pcc_data.analysis.five_tests import TESTS, five_tests

    key, found = key_of(pcc.explore.five_tests(data)), five_tests(data)
    assert all(words(text) in key for text in teaching("vignettes")["tests"].values())
    for test in TESTS:
        assert all(data.cases.at[case, "city"] in key for case in found.index[found[test] != "holds"])


def test_all_three_views_of_who_decides_stand_in_the_key(data):
    assert pcc.explore.who_decides(data).printed.key().count("<svg") == 3


def test_a_story_has_its_place_and_its_scene_and_the_first_is_the_one_that_was_opened(data):
    from pcc_data.explore import stories

    case = "terrassa-taigua-water-observatory"
    printed = stories(data, case).printed
    told = {story["case"]: story for story in teaching("stories")}
    for part in (printed.sheet(), printed.key()):
        text = words(part)
        at = {one: text.index(words(story["title"])) for one, story in told.items()}
        assert min(at, key=at.get) == case
        for one, story in told.items():
            head = text[at[one] + len(words(story["title"])) :]
            assert data.cases.at[one, "city"] in head[:40] and data.cases.at[one, "country"] in head[:80]
        assert all(words(story["scene"]["text"]) in text for story in told.values())
