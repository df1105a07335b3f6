"""One answer a phone, the last one counts, nothing is kept."""

from __future__ import annotations

import pcc_data as pcc
from pcc_data.quiz.questions import Ballot, ballot_of, questions
from pcc_data.room.hands import Hands
from pcc_data.room.picture_of_hands import picture_of_hands

BALLOT = Ballot("Which?", {"a": "One", "b": "Two"}, ("Two",))


def test_the_last_answer_of_a_phone_counts():
    hands = Hands()
    hands.open("which", BALLOT)
    for visitor, option in (("ann", 0), ("bo", 1), ("ann", 1)):
        assert hands.answer(visitor, hands.number, option)
    assert hands.answered == 2 and hands.counts == {"One": 0, "Two": 2} and hands.given("ann") == 1


def test_answers_that_do_not_fit_are_not_counted():
    hands = Hands()
    assert not hands.answer("ann", 0, 0)
    hands.open("which", BALLOT)
    assert not any(
        hands.answer("ann", *given) for given in ((hands.number - 1, 0), (hands.number, 2), (hands.number, -1))
    )
    hands.revealed = True
    assert not hands.answer("ann", hands.number, 0) and hands.answered == 0


def test_hands_that_the_trainer_counts_stand_beside_those_of_the_phones():
    hands = Hands()
    hands.open("which", BALLOT)
    hands.answer("ann", hands.number, 0)
    assert hands.type(0, 4) and hands.type(1, 9) and hands.type(1, 2)
    assert hands.counts == {"One": 5, "Two": 2} and hands.answered == 1
    assert not any(hands.type(*given) for given in ((2, 1), (0, -1), (0, 1000)))


def test_a_new_question_forgets_everything():
    hands = Hands()
    hands.open("which", BALLOT)
    before = hands.number
    hands.answer("ann", before, 0)
    hands.type(0, 4)
    hands.clear()
    assert hands.ballot is None and hands.answered == 0 and hands.counts == {} and not hands.answer("ann", before, 0)
    hands.open("which", BALLOT)
    assert hands.counts == {"One": 0, "Two": 0} and hands.number > before


def test_they_are_drawn_beside_what_the_data_say():
    data = pcc.load()
    ballot = ballot_of(questions("questions", data, ["binding-vote-ten"])[0])
    counts = dict.fromkeys(ballot.options.values(), 0) | {ballot.right[0]: 7}
    drawn = str(picture_of_hands(ballot, counts))
    assert f"the data say {ballot.right[0]} (7 of 7 hands)" in drawn and ballot.explain in drawn
    assert pcc.settings.settings.style == "screen"
