"""Guess first, then look; count hands in the room; check at the end what stuck. Answers are computed from the data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from pcc_data import charts
from pcc_data.answers import read_teaching
from pcc_data.cards import Card
from pcc_data.charts.words import number
from pcc_data.explore.base import Explorer, dropdown, log, problem
from pcc_data.explore.inputs import GuessInput
from pcc_data.explore.lines import Number
from pcc_data.explore.memory import memory, recalled, remember
from pcc_data.explore.picture import Picture
from pcc_data.html import details, items, page_style
from pcc_data.questions import Ballot, Question, ballot_of, question, questions
from pcc_data.settings import settings

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset


_FILE = "questions"
_LOOK = "Guess first. Then show the answer: the guess stays beside it. What surprises you?"


def predict(data: Dataset, key: str | Sequence[str] | None = None) -> Explorer:
    """Guess, then see the answer that the data give, with the guess still drawn beside it.

    `key` is the id of a question in `datasets/teaching/questions.yaml` or several; left out, all questions that these data can
    answer are asked. Raises ValueError for an unknown id, or when no question can be answered.
    """
    asked = {question.id: question for question in _asked(data, key)}
    inputs = {name: GuessInput(question, "This is my guess") for name, question in asked.items()}
    choice = dropdown("Question", [(_short(question.ask), name) for name, question in asked.items()], width="44rem")
    if len(asked) == 1:
        choice.layout.display = "none"
    given, slot = memory(), widgets.VBox(layout=widgets.Layout(width="100%"))
    shown = widgets.ToggleButton(
        description="Show the answer", tooltip="Show the answer", icon="eye", layout=widgets.Layout(width="max-content")
    )

    def turn() -> None:
        shown.value = False
        slot.children = [_prompt(asked[choice.value]), inputs[choice.value]]

    explorer = Explorer(
        _LOOK,
        {"question": choice, "shown": shown, "given": given},
        lambda question, shown, given: _guessed(data, asked[question], recalled(given).get(question), shown),
        first={"question": turn},
    )
    _kept(explorer, inputs, given)
    turn()
    row = explorer.children[1]
    row.children = [choice, given, slot, shown, row.children[-1]]
    return explorer


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
        return questions(_FILE, data, [key] if isinstance(key, str) else list(key))
    found, faults = [], []
    for part in read_teaching(_FILE):
        try:
            found.append(question(part, data))
        except ValueError as error:  # own data need not hold the case that a question is about
            faults.append(f"{part['id']}: {error}")
    if not found:
        raise ValueError("These data answer none of the questions.\n" + "\n".join(faults))
    return found


def _short(text: str, longest: int = 64) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def _prompt(asked: Question) -> widgets.HTML:
    return widgets.HTML(f'<div class="pcc mathjax_ignore"><p><b>{escape(asked.ask)}</b></p></div>')


def _guessed(data: Dataset, asked: Question, guess: Any, shown: bool) -> str:
    guess = tuple(guess) if isinstance(guess, list) else guess
    drawn = charts.guess(data, asked, guess, shown=shown).html()
    if not shown:
        next_step = "Press <i>Show the answer</i> when everybody has guessed." if guess is not None else f"{_HOW[asked.kind]}"
        return f"{drawn}<p>{next_step}</p>"
    none = "" if guess is not None else "<p>No guess was given. Press <i>Start again</i> to make one.</p>"
    return f"{drawn}{none}{says_who(data, asked)}"


_HOW = {
    "choice": "Press the button of your guess.",
    "number": "Move the slider, then press <i>This is my guess</i>.",
    "order": "Choose what stands in each place, then press <i>This is my guess</i>.",
}


def hands_up(data: Dataset | None = None, key: str | None = None, *, options: Sequence[str] = (), ask: str = "") -> Explorer:
    """Count hands in a room: type the number for each option, then show what the data say beside them.

    `key` is the id of a question in `datasets/teaching/questions.yaml` (an order asks for its first place, a number for one of
    five ranges). With `options` and `ask` instead it is a vote without a right answer, and needs no data.
    Raises ValueError for an unknown id, for both or neither of `key` and `options`, and for options that are equal.
    """
    if (key is None) == (not options):
        raise ValueError(
            "Give the id of a question and the data, or options and what is asked: hands_up(data, 'binding-vote') or "
            "hands_up(options=['Yes', 'No'], ask='Shall we?')."
        )
    if len(set(options)) < len(options):
        raise ValueError("Two options read the same.")
    ballot = Ballot(ask, {text: text for text in options}) if key is None else ballot_of(_one(data, key))
    counts = {f"n{at}": Number(label, max=9999) for at, label in enumerate(ballot.options.values())}
    shown = widgets.ToggleButton(
        description="Show the data", tooltip="Show the data", icon="eye", layout=widgets.Layout(width="max-content")
    )
    if key is None:
        shown.layout.display = "none"
    look = f"{ballot.ask} Count the hands for each option and type the numbers."
    return Explorer(look, {**counts, "shown": shown}, lambda shown, **raised: _counted(data, ballot, list(raised.values()), shown))


def _one(data: Dataset | None, key: str) -> Question:
    return questions(_FILE, _data(data), [key])[0]


def _data(data: Dataset | None) -> Dataset:
    if data is not None:
        return data
    from pcc_data.dataset import load

    return load()


def _counted(data: Dataset | None, ballot: Ballot, raised: list[int], shown: bool) -> str:
    labels = list(ballot.options.values())
    held = dict(zip(labels, raised, strict=True))
    if not shown or ballot.question is None:
        return charts.hands(ballot.ask, held).html()
    counts = {ballot.options[value]: count for value, count in ballot.counts.items()}
    drawn = charts.hands(ballot.ask, held, right=ballot.right, counts=counts, explain=ballot.question.explain)
    return drawn.html() + says_who(_data(data), ballot.question)


def says_who(data: Dataset, asked: Question) -> str:
    """Reason and sources behind the answer, folded; empty where the answer is a count over cases."""
    if asked.says_who:
        return details("Says who?", data.why(*asked.says_who).body(), key=f"who:{asked.id}")
    found = asked.answer
    return Card(data, found.case).says_who(found.sources, f"who:{asked.id}") if found.case and found.sources else ""


def self_check(key: str, data: Dataset | None = None) -> SelfCheck:
    """Questions with feedback at the end of a notebook, from `datasets/teaching/self_check_<key>.yaml`.

    `data` defaults to the project's cases. Raises ValueError for an unknown key or a fault in the file.
    """
    known = _data(data)
    return SelfCheck(known, questions(f"self_check_{key}", known))


class SelfCheck(widgets.VBox):
    """Questions below one another. A wrong answer brings a hint and may be tried again; the right one is explained."""

    def __init__(self, data: Dataset, asked: list[Question]) -> None:
        self.data, self.asked = data, asked
        self.inputs = [GuessInput(question) for question in asked]
        self.feedback = [Picture() for _ in asked]
        self.score = Picture()
        self.tries: list[list[Any]] = [[] for _ in asked]
        self._resetting = False
        again = widgets.Button(
            description="Start again", icon="undo", tooltip="Forget all answers", layout=widgets.Layout(width="max-content")
        )
        again.on_click(lambda _: self.start_again())
        parts: list[widgets.Widget] = []
        for at, (one, given, said) in enumerate(zip(asked, self.inputs, self.feedback, strict=True)):
            given.observe(lambda change, at=at: self._answered(at, change["new"]), "guess")
            parts += [widgets.HTML(self._prompt(at, one)), given, said]
        super().__init__([*parts, self.score, again])
        self.add_class("pcc-explorer")
        if settings.style == "projector":
            self.add_class("pcc-big")
        self._tell()

    def start_again(self) -> None:
        """Forget all answers."""
        self._resetting = True
        try:
            for at, (given, said) in enumerate(zip(self.inputs, self.feedback, strict=True)):
                given.show(None)
                said.html, said.said, self.tries[at] = "", "", []
        finally:
            self._resetting = False
        self._tell()

    def right(self, at: int) -> bool:
        """Whether the question with this place has been answered rightly."""
        return any(self.asked[at].judge(guess) for guess in self.tries[at])

    def _prompt(self, at: int, question: Question) -> str:
        return f'<div class="pcc mathjax_ignore"><p><b>{at + 1} of {len(self.asked)}. {escape(question.ask)}</b></p></div>'

    def _answered(self, at: int, guess: Any) -> None:
        if guess is None or self._resetting:
            return
        try:
            self.tries[at].append(guess)
            question, said = self.asked[at], self.feedback[at]
            said.html = self._right(question) if question.judge(guess) else self._wrong(question, guess)
            said.said = (f"Right. {question.explain}" if question.judge(guess) else f"Not yet. {question.hint}") + " " * (
                len(self.tries[at]) % 2
            )
            self._tell()
        except Exception as error:  # whatever goes wrong, the page stays alive
            log.exception("A self check's handler failed")
            self.feedback[at].html = problem(error)

    def _right(self, question: Question) -> str:
        return f'<div class="pcc-feedback"><p><b>✔ Right.</b> {escape(question.explain)}</p>{says_who(self.data, question)}</div>'

    def _wrong(self, question: Question, guess: Any) -> str:
        return (
            f'<div class="pcc-feedback"><p><b>✘ Not yet.</b> You said: {escape(question.said(guess).rstrip("."))}. {escape(question.hint)} '
            "Then try again.</p></div>"
        )

    def _tell(self) -> None:
        done = [at for at in range(len(self.asked)) if self.right(at)]
        if not any(self.tries):
            text = f"{number(len(self.asked)).capitalize()} questions. A wrong answer costs nothing: you get a hint and try again."
        else:
            first = sum(len(self.tries[at]) == 1 for at in done)
            text = f"{number(len(done)).capitalize() if done else 'None'} of {number(len(self.asked))} answered rightly, {number(first) if first else 'none'} at the first try."
        self.score.html, self.score.said = f'<p class="pcc-quiet">{escape(text)}</p>', text

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        shown = bundle[0] if isinstance(bundle, tuple) else bundle
        if shown:
            shown["text/html"] = self.static()
        return bundle

    def static(self) -> str:
        """The questions with their options as HTML, for export and print. Answers are not in it."""
        parts = []
        for one in self.asked:
            labels = [escape(label) for _, label in one.options]
            blank = f"<p>Your answer: ________ {escape(one.unit)}</p>"
            parts.append(f"<p><b>{escape(one.ask)}</b></p>{items(labels) if labels else blank}")
        note = "To answer and get feedback, open the notebook and choose Run ▸ Run All Cells."
        return f'{page_style()}<div class="pcc mathjax_ignore">{items(parts, "ol")}<p class="pcc-quiet">{note}</p></div>'
