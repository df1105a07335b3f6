"""Guess first, then see the answer that the data give."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data import charts
from pcc_data.codes import load_codebook, said_briefly
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import dropdown, toggle
from pcc_data.controls.memory import memory, recalled, remember
from pcc_data.controls.panel import prompt
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.asking import QUESTIONS, says_who
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.guess_input import GuessInput
from pcc_data.markup import joined, own, say_html, tag
from pcc_data.pages.space import space_for
from pcc_data.pages.table import table
from pcc_data.quiz.questions import Question, question, questions
from pcc_data.quiz.teaching_files import read_teaching
from pcc_data.say import say


def predict(data: Dataset, key: str | Sequence[str] | None = None) -> Explorer:
    """Guess, then see the answer that the data give, with the guess still drawn beside it.

    `key` is the id of a question in `datasets/teaching/questions.yaml` or several; left out, all questions that these
    data can answer are asked. Raises ValueError for an unknown id, or when no question can be answered.
    """
    asked = {question.id: question for question in _asked(data, key)}
    inputs = {name: GuessInput(question, say("predict.confirm")) for name, question in asked.items()}
    names = [(_short(question.ask), name) for name, question in asked.items()]
    choice = dropdown(say("predict.question"), names, width="44rem")
    if len(asked) == 1:
        choice.layout.display = "none"
    given, slot = memory(), widgets.VBox(layout=widgets.Layout(width="100%"))
    shown = toggle(say("predict.show"), "eye", tooltip=say("predict.show"))

    def turn() -> None:
        shown.value = False
        slot.children = [prompt(asked[choice.value].ask), inputs[choice.value]]

    explorer = Explorer(
        say("predict.look"),
        {"question": choice, "shown": shown, "given": given},
        lambda question, shown, given: _guessed(data, asked[question], recalled(given).get(question), shown),
        first={"question": turn},
        row=["question", "given", slot, "shown"],
        printed=Printed(lambda: _to_fill_in(asked), lambda: joined(_answered(data, one) for one in asked.values())),
    )
    _kept(explorer, inputs, given)
    turn()
    return explorer


def _to_fill_in(asked: dict[str, Question]) -> Markup:
    """The questions, each with room for a guess."""
    return joined(tag("section", tag("p", tag("b", one.ask)), space_for(one)) for one in asked.values())


def _answered(data: Dataset, asked: Question) -> Markup:
    """The answer to a question as a picture, and who says so."""
    return joined(charts.guess(data, asked).html(), _each(data, asked), says_who(data, asked))


def _kept(explorer: Explorer, inputs: dict[str, GuessInput], given: widgets.Text) -> None:
    """Each guess goes into the memory `given`; when that is emptied, the inputs are, too."""

    def keep(change: dict, name: str) -> None:
        if change["new"] is not None:
            remember(given, **{name: change["new"]})

    def forget(change: dict) -> None:
        if not recalled(change["new"]):
            for control in inputs.values():
                control.show(None)

    for name, control in inputs.items():
        control.observe(explorer.guarded(partial(keep, name=name)), "guess")
    given.observe(explorer.guarded(forget), "value")


def _asked(data: Dataset, key: str | Sequence[str] | None) -> list[Question]:
    if not len(data):
        raise ValueError("There is no case to ask about: the data set is empty.")
    if key is not None:
        return questions(QUESTIONS, data, [key] if isinstance(key, str) else list(key))
    found, faults = [], []
    for part in read_teaching(QUESTIONS):
        try:
            found.append(question(part, data))
        except ValueError as error:  # own data need not hold the case that a question is about
            faults.append(f"{part['id']}: {error}")
    if not found:
        raise ValueError("These data answer none of the questions.\n" + "\n".join(faults))
    return found


def _short(text: str, longest: int = 64) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def _guessed(data: Dataset, asked: Question, guess: Any, shown: bool) -> Markup:
    guess = tuple(guess) if isinstance(guess, list) else guess
    drawn = charts.guess(data, asked, guess, shown=shown).html()
    if not shown:
        step = f"predict.how-{asked.kind}" if guess is None else "predict.guessed"
        return joined(drawn, tag("p", say_html(step)))
    none = tag("p", say_html("predict.no-guess")) if guess is None else ""
    return joined(drawn, none, _each(data, asked), says_who(data, asked))


def _each(data: Dataset, asked: Question) -> Markup:
    """Where few cases were asked: each with its value, what that means, and whether it was counted."""
    found, book = asked.answer, load_codebook()
    coded = [name for name in found.asked if name in book.fields and book.codes(name)]
    if not found.marks or not coded:
        return Markup()
    rows = []
    for case, mark in sorted(found.marks.items(), key=lambda one: data.cases.at[one[0], "city"]):
        told = [_value(data, case, name) for name in coded]
        rows.append((own(data.cases.at[case, "city"]), say(f"predict-each.mark-{mark}"), *told))
    heads = [say("explorer.case"), say("predict-each.counted"), *(book.label(name) for name in coded)]
    return joined(tag("h4", say("predict-each.title", n=len(rows))), table(heads, rows))


def _value(data: Dataset, case: str, field: str) -> Markup:
    """A code of a case and what it means."""
    book, code = load_codebook(), data.state_of(case, field)
    meaning = said_briefly(book.codes(field)[code].definition) if code in book.codes(field) else ""
    return joined(tag("b", book.label(field, code)), " ", tag("span", meaning, css="pcc-quiet"))
