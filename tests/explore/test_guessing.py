"""Guess, then look; count hands; check what stuck: driven through every question and option."""

from __future__ import annotations

import nbformat
import pytest
from markupsafe import escape

import pcc_data as pcc
from pcc_data.explore._kit.guess_input import GuessInput
from pcc_data.quiz.questions import ballot_of, questions
from pcc_data.room.section_minutes import sections
from pcc_data.teaching import core_sections, teaching
from tests.test_notebooks import PARTS


def shown(explorer) -> str:
    html = explorer.picture.html
    assert "<svg" in html and "pcc-error" not in html
    return html


def slot(explorer):
    """The controls of the question that is asked."""
    return explorer.children[1].children[2].children[1]


def give(control, guess) -> None:
    """Answer as a user does: press the button of a choice, else set the controls and press the button below."""
    if control.question.kind == "choice":
        control.control.value = guess
        return
    if control.question.kind == "number":
        control.control.value = control.question.range[1]  # a slider has to be moved before it counts
        control.control.value = guess
    else:
        for place, value in zip(control.places, guess, strict=True):
            place.value = value
    control.confirm.click()


@pytest.fixture(scope="module")
def asked(data):
    return {one.id: one for one in questions("questions", data)}


def guesses_of(one):
    if one.kind == "number":
        low, high, step = one.range
        return [type(step)(value) if step % 1 else int(value) for value in (low, low + step, high)]
    return list(one.labels) if one.kind == "choice" else [tuple(one.labels), tuple(reversed(one.labels))]


def test_every_question_and_guess_then_the_answer(data, asked):
    explorer = pcc.explore.predict(data)
    assert [key for _, key in explorer.controls["question"].options] == list(asked)
    for key, one in asked.items():
        explorer.controls["question"].value = key
        assert explorer.controls["shown"].value is False and escape(one.why) not in shown(explorer)
        for guess in guesses_of(one):
            give(slot(explorer), guess)
            explorer.controls["shown"].value = True
            assert escape(one.why) in shown(explorer)
            assert escape(pcc.charts.guess(data, one, guess).text) in shown(explorer)
            explorer.controls["shown"].value = False
            assert escape(one.why) not in shown(explorer) and "Show the answer" in shown(explorer)


def test_guesses_stay_with_their_questions_until_start_again(data, asked):
    explorer = pcc.explore.predict(data)
    before = shown(explorer)
    give(slot(explorer), 33)
    explorer.controls["question"].value = "most-endings"
    assert "No guess yet" in shown(explorer)
    explorer.controls["question"].value = "binding-vote"
    assert "Your guess: 33 percent" in shown(explorer)
    explorer.start_again()
    assert shown(explorer) == before and before in explorer.static() and slot(explorer).guess is None


def test_the_answer_of_the_next_question_is_not_given_away(data, asked):
    explorer, pages = pcc.explore.predict(data), []
    explorer.controls["shown"].value = True
    explorer.picture.observe(lambda change: pages.append(change["new"]), "html")
    following = list(asked)[1]
    explorer.controls["question"].value = following
    assert len(pages) == 1 and escape(asked[following].why) not in pages[0]


def test_an_untouched_slider_is_no_guess(data):
    explorer = pcc.explore.predict(data, "still-active")
    assert explorer.controls["question"].layout.display == "none"
    explorer.controls["shown"].value = True
    assert "The data say" in shown(explorer) and "No guess was given" in shown(explorer)


def test_an_order_stays_an_order_while_it_is_changed(data, asked):
    explorer = pcc.explore.predict(data, "troubled-sectors")
    control = slot(explorer)
    control.places[0].value = control.places[3].value
    assert sorted(control.read()) == sorted(asked["troubled-sectors"].labels)


def test_says_who_where_the_answer_rests_on_one_record(data):
    explorer = pcc.explore.predict(data, "hectares-delivered")
    assert "Says who?" not in shown(explorer)
    explorer.controls["shown"].value = True
    assert "Says who?" in shown(explorer)


def test_data_of_one_s_own_are_asked_what_they_can_answer(data):
    some = data.filter(sector="energy")
    keys = [key for _, key in pcc.explore.predict(some).controls["question"].options]
    assert "binding-vote" in keys and "hectares-delivered" not in keys
    with pytest.raises(ValueError, match="no case to ask about"):
        pcc.explore.predict(data.only([]))
    with pytest.raises(ValueError, match="binding-vote"):
        pcc.explore.predict(data, "binding-vot")


@pytest.mark.parametrize(
    "key", ["most-endings", "binding-vote", "troubled-sectors", "hectares-delivered", "durability-in-care"]
)
def test_hands_of_each_option_then_the_data(data, asked, key):
    explorer = pcc.explore.hands_up(data, key)
    counts = {name: control for name, control in explorer.controls.items() if name != "shown"}
    for at, control in enumerate(counts.values()):
        control.value = at + 1
    total = sum(range(len(counts) + 1))
    assert f"{total} hands" in shown(explorer) and escape(asked[key].explain) not in shown(explorer)
    explorer.controls["shown"].value = True
    told = ballot_of(asked[key]).explain
    assert "the data say" in shown(explorer) and escape(told) in shown(explorer)
    assert f"say {asked[key].answer_said()}. {asked[key].answer_said()}." not in shown(explorer)
    explorer.start_again()
    assert "No hand was raised" in shown(explorer) and "the data say" not in shown(explorer)


def test_a_vote_without_a_right_answer_needs_no_data():
    explorer = pcc.explore.hands_up(options=["Yes", "No <never>"], ask="Shall we?")
    explorer.controls["n1"].value = 5
    assert "Most hands (5 of 5) went to No &lt;never&gt;" in shown(explorer).replace("\n", " ")
    assert explorer.controls["shown"].layout.display == "none"


@pytest.mark.parametrize(
    "wrong", [{}, {"key": "most-endings", "options": ["A"]}, {"options": ["A", "A"]}, {"key": "most-ending"}]
)
def test_wrong_calls_of_hands_up_say_what_to_do(data, wrong):
    with pytest.raises(ValueError, match=r"hands_up\(|read the same|most-endings"):
        pcc.explore.hands_up(data, **wrong)


def test_a_slider_that_nobody_moved_is_no_answer(data, asked):
    one = next(question for question in asked.values() if question.kind == "number")
    control = GuessInput(one)
    control.confirm.click()
    assert control.confirm.disabled and control.confirm.tooltip and control.guess is None
    control.control.value = one.range[1]
    control.confirm.click()
    assert not control.confirm.disabled and control.guess == one.range[1]
    control.show(None)
    assert control.confirm.disabled and control.guess is None, "start again: it waits anew"
    control.show(one.range[0])
    assert not control.confirm.disabled, "a guess given before may be checked again"


@pytest.mark.parametrize("key", ["1_1", "1_2", "1_3"])
def test_theory_asks_at_most_for_one_number_and_never_takes_the_taught_mistake(data, key):
    asked = questions(f"self_check_{key}", data)
    assert sum(one.kind == "number" for one in asked) <= 1
    for one in asked:
        if one.kind == "choice":
            assert [one.judge(value) for value in one.labels].count(True) == 1, one.id


CORES = {key: core for key in teaching("minutes")["notebooks"] if (core := core_sections(key))}


@pytest.mark.parametrize("key", CORES)
def test_a_self_check_begins_on_the_core_path_and_says_where_it_leaves_it(data, key):
    check, core = pcc.explore.self_check(key, data), CORES[key]
    on = [one.section in core for one in check.asked]
    assert on[0] and on == sorted(on, reverse=True)
    path = next(path for path in PARTS if path.stem.startswith(key))
    headings = {name for name, _, _ in sections(nbformat.read(path, as_version=4).cells)}
    pages = (check.static(), check.printed.sheet(), check.printed.key())
    heads = [child.value for child in check.children if "</b>" in getattr(child, "value", "")]
    for one, is_core, head in zip(check.asked, on, heads, strict=True):
        assert one.section in headings
        assert not {name for name in headings if f"“{name}”" in one.hint} - {one.section}, one.id
        told = f"<b>Beyond the core path, “{escape(one.section)}”: {escape(one.ask)}</b>"
        assert all((told in page) == (not is_core) and (escape(one.ask) in page) for page in pages), one.id
        assert ("Beyond the core path" in head) == (not is_core)


@pytest.mark.parametrize("key", ["2_1", "2_3"])
def test_self_check_gives_hints_then_the_reason(data, key):
    check = pcc.explore.self_check(key, data)
    for at, (one, control, said) in enumerate(zip(check.asked, check.inputs, check.feedback, strict=True)):
        wrong = next(guess for guess in guesses_of(one) if not one.judge(guess))
        give(control, wrong)
        assert escape(one.hint) in said.html and escape(one.explain) not in said.html and not check.right(at)
        give(control, one.right[0] if one.kind == "choice" else one.answer.value)
        assert "Right" in said.html and escape(one.explain) in said.html and check.right(at)
    assert "Three of three answered rightly, none at the first try" in check.picture.said
    check.start_again()
    assert not any(check.tries) and not any(said.html for said in check.feedback)
    assert all(escape(one.ask) in check.static() and escape(one.explain) not in check.static() for one in check.asked)
