"""The fate card on the canvas: drawn, answered by a clause, and only then told to its end."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import traitlets
from markupsafe import Markup

from pcc_data.controls.lines import Line
from pcc_data.controls.makers import button, controls_row, toggle
from pcc_data.controls.picture import Picture
from pcc_data.dataset.dataset import Dataset
from pcc_data.designs import Design
from pcc_data.designs.fate import card_of, next_card
from pcc_data.markup import joined, page_style, tag
from pcc_data.pages.card import Card
from pcc_data.say import say


class FateBox(widgets.VBox):
    """Draws a card for the design that `drawn` returns. `value` holds the case it comes from, what it says and the
    answer; it is empty before a card is drawn. What really happened is told when there is an answer, or on demand."""

    value = traitlets.Tuple()

    def __init__(self, data: Dataset, drawn: Callable[[], Design]) -> None:
        self._data, self._drawn, self._held = data, drawn, False
        self.drawing = button(say("fate.draw"), "random", lambda _: self.draw())
        self.card, self.story = Picture(), Picture()
        self.answer = Line(say("fate.answer"), hint=say("fate.hint"), kind="area")
        self.telling = toggle(say("fate.happened"), "eye")
        self.answer.observe(lambda _: self._read(), "value")
        self.telling.observe(lambda _: self._show(), "value")
        super().__init__([controls_row(self.drawing), self.card, self.answer, self.telling, self.story])
        self.observe(lambda _: self._show(), "value")
        self._show()

    def draw(self) -> None:
        """The next card of the design's deck, without an answer."""
        card = next_card(self._data, self._drawn(), self.value[0] if self.value else None)
        self.telling.value = False
        self.value = (card.case, card.card, "")

    def _read(self) -> None:
        if self.value and not self._held:
            self.value = (*self.value[:2], self.answer.value.strip())

    def _show(self) -> None:
        """Card, answer and story as `value` has them."""
        case, card, answer = self.value or ("", "", "")
        self.drawing.description = say("fate.another" if case else "fate.draw")
        self.card.html = str(self._card(card)) if case else ""
        self._held = True
        if self.answer.value.strip() != answer:
            self.answer.value = answer
        self._held = False
        if not case:
            self.telling.value = False
        told = bool(case) and (bool(answer) or self.telling.value)
        self.story.html = str(self._story(case)) if told else ""
        for part, seen in ((self.answer, bool(case)), (self.telling, bool(case) and not answer)):
            part.layout.display = "" if seen else "none"

    def _card(self, card: str) -> Markup:
        inside = (tag("p", tag("b", say("fate.head"))), tag("p", card))
        return joined(page_style(), tag("div", inside, css="pcc pcc-story mathjax_ignore"))

    def _story(self, case: str) -> Markup:
        """What really happened, with its case and sources where the data hold it."""
        found = card_of(case)
        if found is None:
            return tag("p", say("fate.no-card"))
        parts: list[Any] = [tag("p", tag("b", say("fate.happened"))), tag("p", found.happened)]
        if case in self._data.cases.index:
            card = Card(self._data, case)
            parts += [tag("p", card.title(), css="pcc-quiet"), card.says_who(found.sources, f"fate:{case}")]
        return tag("div", parts, tag("p", say("fate.compare")), css="pcc-feedback", role="status")
