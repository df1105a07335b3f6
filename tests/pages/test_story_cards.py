"""The stories on A5 cards, and the sorting stories on cards to cut out."""

from __future__ import annotations

import re
from html import unescape

import pytest

import pcc_data as pcc
from pcc_data.pages.sheets import find_browser, pdf
from pcc_data.pages.story_cards import story_cards
from pcc_data.pages.vignette_cards import vignette_cards
from pcc_data.teaching import teaching


def test_front_and_back_of_every_story(data):
    page = unescape(story_cards(data))
    stories = teaching("stories")
    assert "size: A5" in page
    assert "<script" not in page and "<details" not in page
    fronts = re.findall(r'<div class="front">(.*?)(?=<div class="back">)', page, re.S)
    backs = re.findall(r'<div class="back">(.*?)(?=<div class="front">|<footer>)', page, re.S)
    assert len(fronts) == len(backs) == len(stories)
    for story, front, back in zip(stories, fronts, backs, strict=True):
        row = data.cases.loc[story["case"]]
        status = f"{pcc.codebook.label('status', row['status'])}, {row['status_as_of']}."
        assert story["deal"]["text"].strip() in front
        assert story["turn"]["text"].strip() in back and story["turn"]["text"].strip() not in front
        assert status in back and status not in front
        assert all(text in back for text in data.one("set_off", story["case"])["text"])
        assert all(lesson["text"].strip() in back for lesson in story["lessons"])
        marks = {int(mark) for found in re.findall("<sup>([^<]+)</sup>", back) for mark in found.split(", ")}
        assert marks == set(range(1, back.split("<h2>Sources</h2>")[1].count("<li>") + 1))


@pytest.mark.skipif(find_browser() is None, reason="no Chromium to print with")
def test_each_back_is_printed_behind_its_front(data, tmp_path):
    pdf(story_cards(data), tmp_path / "cards.pdf")
    pages = len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "cards.pdf").read_bytes()))
    assert pages == 2 + 2 * len(teaching("stories")), "the cover with its back, then two sides a card"


def test_a_data_set_without_the_cases_is_refused(data):
    with pytest.raises(ValueError, match="Load all cases"):
        story_cards(data.only(["bologna-collaboration-pacts"]))


def test_every_sorting_story_has_a_card_and_the_key_stands_apart(data):
    page = unescape(vignette_cards(data))
    stories, tests = teaching("vignettes")["vignettes"], teaching("vignettes")["tests"]
    cards, key = page.split("Key: for the one who leads")
    for story in stories:
        assert story["text"].strip() in cards
        assert story["why"] in key and story["why"] not in cards and story["kind"] not in cards
    assert all(test in cards for test in tests.values())
    assert cards.count("☐ It is one") == len(stories)
    empty = cards.count("A story of our own")
    assert (len(stories) + empty) % 8 == 0 and empty < 8
