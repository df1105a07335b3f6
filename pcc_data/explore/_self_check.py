"""Questions with feedback at the end of a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from pcc_data.explore._kit.asking import data_or_all, says_who
from pcc_data.explore._kit.explorer import log, problem
from pcc_data.explore._kit.guess_input import GuessInput
from pcc_data.explore._kit.picture import Picture
from pcc_data.markup import items, page_style
from pcc_data.quiz.questions import Question, questions
from pcc_data.say import number
from pcc_data.settings import settings

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def self_check(key: str, data: Dataset | None = None) -> SelfCheck:
    """Questions with feedback at the end of a notebook, from `datasets/teaching/self_check_<key>.yaml`.

    `data` defaults to the project's cases. Raises ValueError for an unknown key or a fault in the file.
    """
    known = data_or_all(data)
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
            description="Start again",
            icon="undo",
            tooltip="Forget all answers",
            layout=widgets.Layout(width="max-content"),
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
        return (
            f'<div class="pcc mathjax_ignore"><p><b>{at + 1} of {len(self.asked)}. {escape(question.ask)}</b></p></div>'
        )

    def _answered(self, at: int, guess: Any) -> None:
        if guess is None or self._resetting:
            return
        try:
            self.tries[at].append(guess)
            question, said = self.asked[at], self.feedback[at]
            said.html = self._right(question) if question.judge(guess) else self._wrong(question, guess)
            said.said = (
                f"Right. {question.explain}" if question.judge(guess) else f"Not yet. {question.hint}"
            ) + " " * (len(self.tries[at]) % 2)
            self._tell()
        except Exception as error:  # whatever goes wrong, the page stays alive
            log.exception("A self check's handler failed")
            self.feedback[at].html = problem(error)

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
        return (
            f'{page_style()}<div class="pcc mathjax_ignore">{items(parts, "ol")}<p class="pcc-quiet">{note}</p></div>'
        )
