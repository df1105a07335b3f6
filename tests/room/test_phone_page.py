"""The page of a phone: no end of a story in sight before its guess."""

from __future__ import annotations

from bs4 import BeautifulSoup

import pcc_data as pcc
from pcc_data.quiz.guesses import guesses
from pcc_data.room.phone_page import phone_page
from pcc_data.say import say
from pcc_data.teaching import teaching

TURNS = {story["case"]: " ".join(story["turn"]["text"].split()) for story in teaching("stories")}


def stories(*numbers: str) -> dict[str, BeautifulSoup]:
    """The stories on the page of a room with these notebooks, by their case."""
    page = BeautifulSoup(
        str(phone_page(pcc.load(), {f"part/{number}_name.ipynb": "Title" for number in numbers})), "html.parser"
    )
    return dict(zip(TURNS, page.select(".story"), strict=True))


def test_each_end_waits_for_a_guess():
    for case, story in stories("2_1").items():
        assert TURNS[case] in " ".join(story.select_one(".after[hidden]").get_text().split())
        assert len(story.select("[data-guess]")) == 4 and len(story.select(".after")) == 1
        assert not story.select("details details [data-guess]")


def test_an_end_that_the_room_guesses_in_another_notebook_waits_until_then():
    voted = {guess.case: guess.notebook for guess in guesses().values() if guess.case}
    assert set(voted) < set(TURNS)
    for waiting, number in voted.items():
        for case, story in stories("2_1", number).items():
            folded = story.select_one("details details:has([data-guess]) > summary")
            assert bool(folded) == (case == waiting)
            if folded:
                assert folded.get_text() == say("room.later-open") and story.select("details details .after")
