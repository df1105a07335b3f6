"""Questions with feedback at the end of a notebook."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from pcc_data.explore._kit.asking import data_or_all, says_who
from pcc_data.explore._kit.guess_input import GuessInput
from pcc_data.explore._kit.panel import Panel, on_paper, prompt
from pcc_data.explore._kit.picture import Picture
from pcc_data.markup import items
from pcc_data.quiz.questions import Question, questions
from pcc_data.say import number

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def self_check(key: str, data: Dataset | None = None) -> SelfCheck:
    """Questions with feedback at the end of a notebook, from `datasets/teaching/self_check_<key>.yaml`.

    `data` defaults to the project's cases. Raises ValueError for an unknown key or a fault in the file.
    """
    known = data_or_all(data)
    return SelfCheck(known, questions(f"self_check_{key}", known))


class SelfCheck(Panel):
    """Questions below one another. A wrong answer brings a hint and may be tried again; the right one is explained."""

    def __init__(self, data: Dataset, asked: list[Question]) -> None:
        super().__init__("Forget all answers")
        self.data, self.asked = data, asked
        self.inputs = [GuessInput(question) for question in asked]
        self.feedback = [Picture() for _ in asked]
        self.tries: list[list[Any]] = [[] for _ in asked]
        parts: list[widgets.Widget] = []
        for at, (one, given, said) in enumerate(zip(asked, self.inputs, self.feedback, strict=True)):
            given.observe(self.guarded(partial(self._answered, at), said), "guess")
            parts += [widgets.HTML(prompt(f"{at + 1} of {len(asked)}. {one.ask}")), given, said]
        self.children = [*parts, self.picture, self.again]
        self._tell()

    def start_again(self) -> None:
        """Forget all answers."""
        for at, (given, said) in enumerate(zip(self.inputs, self.feedback, strict=True)):
            given.show(None)
            said.html, said.said, self.tries[at] = "", "", []
        self._tell()

    def right(self, at: int) -> bool:
        """Whether the question with this place has been answered rightly."""
        return any(self.asked[at].judge(guess) for guess in self.tries[at])

    def _answered(self, at: int, change: dict[str, Any]) -> None:
        guess, question, said = change["new"], self.asked[at], self.feedback[at]
        if guess is None:
            return
        self.tries[at].append(guess)
        right = question.judge(guess)
        said.html = self._right(question) if right else self._wrong(question, guess)
        told = f"Right. {question.explain}" if right else f"Not yet. {question.hint}"
        said.said = told + " " * (len(self.tries[at]) % 2)  # what is said twice is only heard if it differs
        self._tell()

    def _right(self, question: Question) -> str:
        return (
            '<div class="pcc-feedback"><p><b>✔ Right.</b>'
            f" {escape(question.explain)}</p>{says_who(self.data, question)}</div>"
        )

    def _wrong(self, question: Question, guess: Any) -> str:
        return (
            f'<div class="pcc-feedback"><p><b>✘ Not yet.</b> You said: {escape(question.said(guess).rstrip("."))}.'
            f" {escape(question.hint)} Then try again.</p></div>"
        )

    def _tell(self) -> None:
        done = [at for at in range(len(self.asked)) if self.right(at)]
        if not any(self.tries):
            text = (
                f"{number(len(self.asked)).capitalize()} questions. A wrong answer costs nothing: you get a hint and"
                " try again."
            )
        else:
            first = sum(len(self.tries[at]) == 1 for at in done)
            text = (
                f"{number(len(done)).capitalize() if done else 'None'} of {number(len(self.asked))} answered rightly,"
                f" {number(first) if first else 'none'} at the first try."
            )
        self.picture.html, self.picture.said = f'<p class="pcc-quiet">{escape(text)}</p>', text

    def static(self) -> str:
        """The questions with their options as HTML, for export and print. Answers are not in it."""
        parts = []
        for one in self.asked:
            labels = [escape(label) for _, label in one.options]
            blank = f"<p>Your answer: ________ {escape(one.unit)}</p>"
            parts.append(f"<p><b>{escape(one.ask)}</b></p>{items(labels) if labels else blank}")
        note = "To answer and get feedback, open the notebook and choose Run ▸ Run All Cells."
        return on_paper(f'{items(parts, "ol")}<p class="pcc-quiet">{note}</p>')
