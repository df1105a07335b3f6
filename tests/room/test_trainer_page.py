"""The trainer's page: the questions stand under the notebook that asks them."""

from __future__ import annotations

import re
from html import unescape

from pcc_data.quiz.questions import ballot_of, questions
from pcc_data.room.places import Places
from pcc_data.room.room_state import RoomState
from pcc_data.room.trainer_page import trainer_page


def groups(asked: dict[str, list[str]], ballots: dict) -> dict[str, list[str]]:
    """Ids of the questions in the list by the title over them."""
    page = str(trainer_page(RoomState("http://127.0.0.1:1", Places(1), ballots=ballots, asked=asked)))
    found = re.findall(r'<optgroup label="([^"]*)">(.*?)</optgroup>', page)
    return {unescape(title): re.findall(r'<option value="([^"]*)"', options) for title, options in found}


def test_each_question_stands_once_under_the_notebook_that_asks_it_first(data):
    ballots = {question.id: ballot_of(question) for question in questions("questions", data)}
    first, second, *rest = ballots
    found = groups({"One": [second, "a view"], "Two <b>": [first, second], "Three": []}, ballots)
    assert found == {"One": [second], "Two <b>": [first], "Other questions": rest}
    assert groups({"None": []}, ballots) == {}
