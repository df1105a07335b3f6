"""How a question is answered: buttons for a choice, a slider for a number, a list for each place of an order."""

from typing import Any

import ipywidgets as widgets
import traitlets

from pcc_data.controls.makers import button, dropdown
from pcc_data.quiz.questions import Question
from pcc_data.say import has, say


class GuessInput(widgets.VBox):
    """Controls for the answer to one question. `guess` is None until one is given, and never a mere opening position:
    a choice counts when its button is pressed, an order when the button below it is, a number only when its slider was
    moved before."""

    guess = traitlets.Any(None, allow_none=True)

    def __init__(self, question: Question, confirm: str = "") -> None:
        self.question = question
        self._held = False
        parts = {"choice": self._choice, "number": self._number, "order": self._order}[question.kind]()
        if question.kind != "choice":
            self.confirm = button(confirm or say("guess-input.check"), "check", lambda _: self._checked())
            parts.append(self.confirm)
            self._wait(question.kind == "number")
        super().__init__(parts)
        self.add_class("pcc-input")

    def read(self) -> Any:
        """What the controls stand at."""
        if self.question.kind == "order":
            return tuple(place.value for place in self.places)
        return self.control.value

    def show(self, guess: Any) -> None:
        """Set the controls to a guess given before, or back to the opening position (None)."""
        self._held = True
        try:
            if self.question.kind == "order":
                for place, value in zip(self.places, guess or self.question.labels, strict=True):
                    place.value = value
            elif self.question.kind == "number":
                self.control.value = self.question.range[0] if guess is None else guess
                self._wait(guess is None)
            else:
                self.control.value = guess
            self.guess = guess
        finally:
            self._held = False

    def _checked(self) -> None:
        if not self.confirm.disabled:
            self._give(self.read())

    def _wait(self, waits: bool) -> None:
        """Whether the button waits until somebody moves the slider."""
        self.confirm.disabled = waits
        self.confirm.tooltip = say("guess-input.move-first") if waits else None

    def _give(self, guess: Any) -> None:
        # A second press on the same wrong answer is an answer too: it must be noticed.
        self.guess = None
        self.guess = guess

    def _choice(self) -> list[widgets.Widget]:
        self.control = widgets.ToggleButtons(options=self._options(), value=None, style={"button_width": "max-content"})
        self.control.tooltip = self.question.ask
        self.control.add_class("pcc-choices")
        self.control.observe(
            lambda change: None if self._held or change["new"] is None else self._give(change["new"]), "value"
        )
        return [self.control]

    def _number(self) -> list[widgets.Widget]:
        low, high, step = self.question.range
        whole = all(float(part).is_integer() for part in (low, high, step))
        kind, turn = (widgets.IntSlider, int) if whole else (widgets.FloatSlider, float)
        self.control = kind(
            value=turn(low),
            min=turn(low),
            max=turn(high),
            step=turn(step),
            continuous_update=False,
            description=say("guess-input.answer", unit=self.question.unit or "none"),
            style={"description_width": "initial"},
            layout=widgets.Layout(width="36rem", max_width="100%"),
        )
        self.control.observe(lambda _: None if self._held else self._wait(False), "value")
        return [self.control]

    def _order(self) -> list[widgets.Widget]:
        self.places = []
        for at, value in enumerate(self.question.labels, start=1):
            word = f"guess-input.place-{at}"
            label = say(word) if has(word) else say("guess-input.place", at=at)
            place = dropdown(label, self._options(), value)
            place.style.description_width = "5.5em"
            place.observe(self._swap, "value")
            self.places.append(place)
        return [widgets.Box(self.places, layout=widgets.Layout(flex_flow="wrap"))]

    def _options(self) -> list[tuple[str, Any]]:
        return [(label, value) for value, label in self.question.options]

    def _swap(self, change: dict) -> None:
        """Keep the places an order: what stood here goes to where the new one stood."""
        if self._held:
            return
        other = next(
            (place for place in self.places if place is not change["owner"] and place.value == change["new"]), None
        )
        if other is not None:
            other.value = change["old"]
