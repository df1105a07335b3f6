"""Cards of stories and cases, one, two and four to a sheet; the blank canvas; documents bound into one."""

from __future__ import annotations

import re
from html import unescape

import pytest

from pcc_data.designs.blocks import BLOCKS, answer, codes_of
from pcc_data.pages.bound import bound
from pcc_data.pages.canvas import blank_canvas
from pcc_data.pages.cards import cards
from pcc_data.pages.sheets import page
from pcc_data.teaching import teaching

TWO = ("cadiz-energy-boards", "wolfhagen-energy-cooperative")


def sheets(html: str) -> list[list[str]]:
    """The cells of each side of paper."""
    return [re.split('<div class="side-of-card">', one)[1:] for one in re.split(r'<div class="sheet[ "]', html)[1:]]


@pytest.mark.parametrize(("each", "paper"), [(1, "size: A5;"), (2, "size: A4 landscape;"), (4, "size: A4;")])
def test_every_story_has_its_front_and_its_back(data, each, paper):
    html, stories = unescape(cards(data, (), each)), teaching("stories")
    assert paper in html and "<script" not in html and "<details" not in html
    sides = sheets(html)
    assert len(sides) == 2 * -(-len(stories) // each) and all(len(side) <= each for side in sides)
    for at, story in enumerate(stories):
        front, back = sides[2 * (at // each)], sides[2 * (at // each) + 1]
        assert story["deal"]["text"].strip() in front[at % each] and story["turn"]["text"].strip() not in "".join(front)
        assert story["turn"]["text"].strip() in "".join(back)


def test_backs_meet_their_fronts_when_the_sheet_is_turned(data):
    stories = teaching("stories")
    for each in (2, 4):
        back = sheets(unescape(cards(data, (), each)))[1]
        assert stories[1]["turn"]["text"].strip() in back[0] and stories[0]["turn"]["text"].strip() in back[1]
    last = sheets(unescape(cards(data, (), 2)))[-1]
    assert stories[-1]["turn"]["text"].strip() in last[1]  # an odd one: its back lies on the other side


@pytest.mark.parametrize("each", [1, 2, 4])
def test_any_cases(data, each):
    html = unescape(cards(data, TWO, each))
    for case in TWO:
        assert data.cases.at[case, "summary"] in html and data.cases.at[case, "name"] in html
    assert "Joint enterprise" in html and html.count("data-line") - 1 == len(TWO)


def test_what_cannot_be_printed_is_refused(data):
    with pytest.raises(ValueError, match="cadiz-energy-boards"):
        cards(data, ["cadiz-energy-board"])
    with pytest.raises(ValueError, match="3 cards to a sheet"):
        cards(data, (), 3)
    with pytest.raises(ValueError, match="Load all cases"):
        cards(data.only(["bologna-collaboration-pacts"]))


def test_the_canvas_holds_every_block_and_every_choice(data):
    html = unescape(blank_canvas(data))
    assert "size: A3 landscape;" in html
    assert all(block.ask in html for block in BLOCKS)
    for code in codes_of("public_instruments"):
        assert f"☐\xa0{answer('public_instruments', code)}" in html


def test_bound_documents_keep_paper_and_look():
    one = page("One", "<style>.a { color: red; }</style><p class='a'>1</p>", foot="f")
    two = page("Two", "<p>2</p>", paper="a3", landscape=True, foot="f")
    html = bound([one, two])
    assert html.count("<html") == 1 and html.count("<h1>") == 2 and html.count("<article") == 2
    assert re.search(r"@page doc1 \{ size: A4;", html) and re.search(r"@page doc2 \{ size: A3 landscape;", html)
    assert "#doc2 { page: doc2; }" in html and "@scope (#doc1)" in html
    first = html.split("@scope (#doc1)")[1].split("@page doc2")[0]
    assert ":scope {" in first and "body {" not in first and ".a { color: red; }" in first
