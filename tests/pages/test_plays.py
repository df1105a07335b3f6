"""The plays: what they rest on, their clock, and that nothing is told before its step, on paper and on the screen."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.pages.hearing import hearing
from pcc_data.pages.nine_chairs import nine_chairs
from pcc_data.pages.plays import PLAYS, minutes, play_content, promise_of, votes_of
from pcc_data.pages.promise_wall import promise_wall
from pcc_data.teaching import teaching
from tests.teaching_texts import reads_easily, rests_on

CADIZ, FATE, WALL = (teaching(name) for name in PLAYS.values())
TAKES = {"nine_chairs": 25, "hearing": 40, "promise_wall": 20}


@pytest.fixture(scope="module")
def by_id(records):
    return {record["id"]: record for record in records}


def texts(found) -> list[str]:
    if isinstance(found, dict):
        return [text for key, part in found.items() if key not in ("case", "sources", "theme") for text in texts(part)]
    if isinstance(found, list):
        return [text for part in found for text in texts(part)]
    return [found] if isinstance(found, str) and found[-1:] in ".?!" else []


@pytest.mark.parametrize("name", PLAYS)
def test_a_play_keeps_its_time_and_reads_easily(data, name):
    content = play_content(data, name)
    assert minutes(content) == TAKES[name]
    reads_easily(texts(content))
    assert all(step["minutes"] > 0 and step["say"] and step["moves"] for step in content["steps"])


def test_every_text_of_cadiz_rests_on_the_record(by_id):
    record = by_id[CADIZ["case"]]
    for part in (CADIZ["story"], CADIZ["rule"], *CADIZ["next"]):
        rests_on(record, part["text"], part["sources"])
    for role in CADIZ["roles"]:
        rests_on(record, f"{role['want']} {role['know']}", role["sources"])
    assert all(rests_on(record, str(step["year"]), step["sources"]) is None for step in CADIZ["next"])


def test_the_chairs_are_the_seats_of_the_recorded_votes(data):
    chairs = [role["bloc"] for role in CADIZ["roles"] if "bloc" in role]
    assert len(chairs) == 9 and len(CADIZ["roles"]) == 11
    counts = {}
    for month, number in CADIZ["votes"].items():
        rows = data.one("votes", CADIZ["case"]).query(f"year == {CADIZ['year']} and month == {number}")
        assert dict(zip(rows["bloc"], rows["seats"], strict=True)) == pd.Series(chairs).value_counts().to_dict()
        found = votes_of(data, CADIZ, month)
        counts[month] = [sum(found[chair] == vote for chair in chairs) for vote in ("for", "against", "unknown")]
    assert counts == {"march": [4, 5, 0], "june": [5, 3, 1]}


@pytest.mark.parametrize("card", FATE["cards"], ids=lambda card: card["case"])
def test_a_fate_card_tells_a_challenge_of_its_case_without_its_name(by_id, card):
    record = by_id[card["case"]]
    rests_on(record, f"{card['card']} {card['happened']}", card["sources"])
    themes = [one for one in record["challenges"] if one["theme"] == card["theme"]]
    assert any(set(one["sources"]) <= set(card["sources"]) for one in themes)
    place = " ".join(str(record["place"].get(part) or "") for part in ("city", "region", "country"))
    assert not set(re.findall(r"[A-Z]\w+", place)) & set(re.findall(r"[A-Z]\w+", card["card"]))
    assert "you" in card["card"].lower()


def test_there_are_twenty_cards_of_twenty_cases_and_ten_promises_of_the_ten(data):
    assert len({card["case"] for card in FATE["cards"]}) == len(FATE["cards"]) == 20
    ten = data.cases.index[data.cases["collection"] == "report"]
    assert sorted(entry["case"] for entry in WALL["promises"]) == sorted(ten)


@pytest.mark.parametrize("entry", WALL["promises"], ids=lambda entry: entry["case"])
def test_a_promise_is_one_of_the_record(data, by_id, entry):
    found = [one for one in by_id[entry["case"]]["promises"] if entry["says"] in one["what"]]
    assert len(found) == 1
    rests_on(by_id[entry["case"]], f"{entry['what']} {entry['line']}", entry["sources"])
    assert set(entry["sources"]) == set(found[0]["sources"])
    told = promise_of(data, entry)
    assert told["year"] == str(found[0]["promised_in"])
    assert told["state"] == pcc.codebook.label("promises.state", found[0]["state"])


def walk(explorer) -> list[str]:
    """What stands on every step, from the first to the last; what is folded included."""
    onward, shown = next(part for part in explorer.row.children if part.description == "Next step"), []
    while not onward.disabled:
        shown.append(unescape(explorer.picture.html))
        onward.click()
    return [*shown, unescape(explorer.picture.html)]


def folded(step: str) -> str:
    return " ".join(re.findall(r"(?s)<details.*</details>", step))


def test_votes_and_what_followed_come_with_their_steps(data):
    steps = walk(pcc.explore.play(data, "nine_chairs"))
    assert len(steps) == len(CADIZ["steps"])
    for text, at in (("4 for, 5 against", 2), ("5 for, 3 against", 4), (CADIZ["next"][0]["text"][:40], 5)):
        assert [step for step, html in enumerate(steps) if text in html] == [at]
        assert text in folded(steps[at])


def test_what_happened_to_a_fate_card_comes_with_its_step(data):
    explorer = pcc.explore.play(data, "hearing")
    explorer.controls["card"].value = 3
    steps, card = walk(explorer), FATE["cards"][2]
    assert [at for at, html in enumerate(steps) if card["card"] in html] == [3, 4, 5, 7]
    assert [at for at, html in enumerate(steps) if card["happened"] in html] == [7]
    assert card["happened"] in folded(steps[7])


def test_what_was_delivered_comes_before_who_owed_it(data):
    steps = walk(pcc.explore.play(data, "promise_wall"))
    for entry in WALL["promises"]:
        assert [at for at, html in enumerate(steps) if entry["what"] in html] == [0, 1]
        assert [at for at, html in enumerate(steps) if entry["line"] in html] == [2]
        assert [at for at, html in enumerate(steps) if f"<td>{entry['owed']}</td>" in html] == [3]


def test_back_and_start_again(data):
    explorer = pcc.explore.play(data)
    first, buttons = explorer.picture.html, {part.description: part for part in explorer.row.children}
    assert buttons["Step back"].disabled
    buttons["Next step"].click()
    buttons["Next step"].click()
    buttons["Step back"].click()
    assert "Step 2 of" in explorer.picture.html
    explorer.start_again()
    assert explorer.picture.html == first


@pytest.mark.parametrize("make", [nine_chairs, hearing, promise_wall], ids=lambda make: make.__name__)
def test_a_page_numbers_its_sources_and_has_all_cards(data, make):
    page = unescape(make(data))
    content = play_content(data, make.__name__)
    assert "size: A4" in page and "<script" not in page and "<details" not in page
    marks = {int(mark) for found in re.findall("<sup>([^<]+)</sup>", page) for mark in found.split(", ")}
    assert marks == set(range(1, page.split("<h2>Sources</h2>")[1].count("<li>") + 1))
    for role in content.get("roles", ()):
        assert role["name"] in page and role["want"].strip() in page
    for card in content.get("cards", ()):
        assert page.index(card["card"]) < page.index(card["happened"])
    for entry in content.get("promises", ()):
        assert page.index(entry["what"]) < page.index(entry["line"]) < page.rindex("A promise of our town")


def test_cases_that_are_not_in_the_data_are_left_out_or_named(data):
    some = data.only(["hong-kong-viva-blue-house", "rome-autorecupero-cooperatives"])
    assert len(play_content(some, "hearing")["cards"]) == len(play_content(some, "promise_wall")["promises"]) == 1
    with pytest.raises(ValueError, match="Load all cases"):
        pcc.explore.play(some, "nine_chairs")
    with pytest.raises(ValueError, match="promise_wall"):
        pcc.explore.play(data, "promise_wal")
