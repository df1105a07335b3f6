"""Questions with feedback at the end of a notebook."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.controls.live import Printed
from pcc_data.controls.panel import Panel, on_paper, prompt
from pcc_data.controls.picture import Picture
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.asking import data_or_all, says_who
from pcc_data.explore._kit.guess_input import GuessInput
from pcc_data.markup import items, joined, say_html, tag
from pcc_data.pages.space import space_for
from pcc_data.quiz.questions import Question, questions
from pcc_data.say import say, stopped
from pcc_data.teaching import core_sections


def self_check(key: str, data: Dataset | None = None) -> SelfCheck:
    """Questions with feedback at the end of a notebook, from `datasets/teaching/self_check_<key>.yaml`.

    Questions on a section beyond the core path of the notebook say so. `data` defaults to the project's cases.
    Raises ValueError for an unknown key or a fault in the file.
    """
    known = data_or_all(data)
    return SelfCheck(known, questions(f"self_check_{key}", known), core_sections(key))


class SelfCheck(Panel):
    """Questions below one another. A wrong answer brings a hint and may be tried again; the right one is explained."""

    def __init__(self, data: Dataset, asked: list[Question], core: Collection[str]) -> None:
        super().__init__(say("self-check.forget"))
        self.data, self.asked, self.core = data, asked, core
        self.printed = Printed(self._sheet, self._key)
        self.inputs = [GuessInput(question) for question in asked]
        self.feedback = [Picture() for _ in asked]
        self.tries: list[list[Any]] = [[] for _ in asked]
        parts: list[widgets.Widget] = []
        for at, (one, given, said) in enumerate(zip(asked, self.inputs, self.feedback, strict=True)):
            given.observe(self.guarded(partial(self._answered, at), said), "guess")
            parts += [prompt(say("self-check.ask", at=at + 1, total=len(asked), ask=self._ask(one))), given, said]
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
        if question.judge(guess):
            told, shown = say("self-check.right-said", explain=question.explain), self._right(question)
        else:
            told, shown = say("self-check.wrong-said", hint=question.hint), self._wrong(question, guess)
        said.html = str(tag("div", shown, css="pcc-feedback"))
        said.said = told + " " * (len(self.tries[at]) % 2)  # what is said twice is only heard if it differs
        self._tell()

    def _right(self, question: Question) -> Markup:
        right = tag("p", say_html("self-check.right", explain=question.explain))
        return joined(right, says_who(self.data, question))

    def _wrong(self, question: Question, guess: Any) -> Markup:
        told = stopped(question.said(guess))
        return tag("p", say_html("self-check.wrong", guess=told, hint=question.hint))

    def _ask(self, one: Question) -> str:
        """A question, with the section that it is about where that lies beyond the core path."""
        beyond = bool(one.section and self.core) and one.section not in self.core
        return say("self-check.on", beyond=beyond, section=one.section, ask=one.ask)

    def _tell(self) -> None:
        done = [at for at in range(len(self.asked)) if self.right(at)]
        first = sum(len(self.tries[at]) == 1 for at in done)
        text = say("self-check.begin", n=len(self.asked))
        if any(self.tries):
            text = say("self-check.done", done=len(done), total=len(self.asked), first=first)
        self.picture.html, self.picture.said = str(tag("p", text, css="pcc-quiet")), text

    def _sheet(self) -> Markup:
        """The questions with room for the answers."""
        return items(
            [joined(tag("p", tag("b", self._ask(one))), space_for(one)) for one in self.asked], "ol", "pcc-asked"
        )

    def _key(self) -> Markup:
        """The right answers, why, and the hint for who is wrong."""
        parts = []
        for one in self.asked:
            said = one.answer_said().rstrip(".")
            told = {"answer": stopped(said), "explain": one.why}
            answer = tag("p", say_html("on-paper.answer", **told))
            hint = tag("p", say_html("on-paper.hint", hint=one.hint), css="pcc-quiet")
            parts.append(joined(tag("p", tag("b", self._ask(one))), answer, hint, says_who(self.data, one)))
        return items(parts, "ol", "pcc-asked")

    def static(self) -> Markup:
        """The questions with their options as HTML, for export and print. Answers are not in it."""
        parts = []
        for one in self.asked:
            labels = [joined(label) for _, label in one.options]
            blank = tag("p", say("self-check.blank", unit=one.unit))
            parts.append(joined(tag("p", tag("b", self._ask(one))), items(labels) if labels else blank))
        return on_paper(items(parts, "ol"), tag("p", say("self-check.on-paper"), css="pcc-quiet"))
