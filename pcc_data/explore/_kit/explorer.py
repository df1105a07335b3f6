"""What every explorer shares: controls, a picture that follows them, a fresh start, and errors in plain words."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import contextmanager
from functools import partial
from threading import Timer
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup
from traitlets import HasTraits

from pcc_data.controls.live import Printed
from pcc_data.controls.makers import controls_row
from pcc_data.controls.panel import Panel, on_paper, prompt
from pcc_data.markup import page_style, say_html, tag
from pcc_data.say import say
from pcc_data.settings import settings

REMEMBERED = 100  # states kept ready per explorer: a workshop goes back and forth between a few dozen

Draw = Callable[..., str]


class Explorer(Panel):
    """Controls above a picture. `draw(**values)` gets the value of each control by name and returns HTML.

    Buttons may stand among the controls; they have no value. So may other objects with a `value` that nobody sees and
    the picture depends on. `first` gives steps that run when a control has changed and before the picture follows,
    such as filling another control's list. Start again leaves the controls named in `lasting` as they are. What is
    picked in the picture goes to `on_pick`, or into the control named by `chosen`, whose value is marked in the
    picture.

    From top to bottom: the `prompt` (what to look at), the `row` of controls with the button that starts again
    (`again`), what stands `above` the picture, the `picture` with its sentence, its numbers and its "says who?", and
    what stands `below` it. In the row stand all controls in their order, unless `row` gives others: names of controls,
    or widgets. Where no kernel runs, the opening view stands as plain HTML, or `paper` in its place; what is `printed`
    stands on a worksheet and in its key.
    """

    def __init__(
        self,
        look_at: str,
        controls: Mapping[str, HasTraits],
        draw: Draw,
        *,
        on_pick: Callable[[str], None] | None = None,
        chosen: str | None = None,
        first: Mapping[str, Callable[[], None]] | None = None,
        lasting: Collection[str] = (),
        row: Iterable[str | widgets.Widget] | None = None,
        above: Iterable[widgets.Widget] = (),
        below: Iterable[widgets.Widget] = (),
        paper: str = "",
        printed: Printed | None = None,
        before: str = "",
    ) -> None:
        super().__init__(say("explorer.back-to-opening"))
        self.controls = {name: control for name, control in controls.items() if control.has_trait("value")}
        self.look_at, self.printed, self.before = look_at, printed, before
        self._draw, self._chosen, self._held = draw, chosen, False
        self._ready: OrderedDict[tuple, str] = OrderedDict()
        self._opening = {name: value for name, value in self.values().items() if name not in lasting}
        self.prompt = prompt(look_at, page_style())
        parts = controls.values() if row is None else [controls.get(part, part) for part in row]
        self.row = controls_row(*(part for part in parts if isinstance(part, widgets.Widget)), self.again)
        self.children = [self.prompt, self.row, *above, self.picture, *below]
        for name, control in self.controls.items():
            control.observe(self.guarded(partial(self._changed, (first or {}).get(name))), "value")
        self._on_pick = on_pick or (lambda key: self.set(**{chosen: key}) if chosen else None)
        self.picture.observe(self.guarded(lambda _: self._on_pick(self.picture.picked)), "picks")
        self.redraw()
        self._static = paper or self.picture.html

    def values(self) -> dict[str, Any]:
        """Value of every control by its name."""
        return {name: control.value for name, control in self.controls.items()}

    def _changed(self, step: Callable[[], None] | None, _: Any) -> None:
        if step is not None:
            with self.held():
                step()
        self.redraw()

    def set(self, **values: Any) -> None:
        """Set several controls and draw once."""
        with self.held():
            for name, value in values.items():
                self.controls[name].value = value
        self.redraw()

    def start_again(self) -> None:
        """Back to the opening view."""
        self.set(**self._opening)

    @contextmanager
    def held(self):
        """Draw nothing while several controls change."""
        before, self._held = self._held, True
        try:
            yield
        finally:
            self._held = before

    def redraw(self) -> None:
        """Show the picture for the values of the controls; a state seen before is shown at once."""
        if self._held:
            return
        values = self.values()
        state = (settings.style, settings.language, *(tuple(v) if isinstance(v, list) else v for v in values.values()))
        if state not in self._ready:
            with self._telling_when_slow():
                self._ready[state] = str(self._draw(**values))
            if len(self._ready) > REMEMBERED:
                self._ready.popitem(last=False)
        self._ready.move_to_end(state)
        self.picture.html = self._ready[state]
        if self._chosen:
            self.picture.chosen = values[self._chosen]

    @contextmanager
    def _telling_when_slow(self):
        late = Timer(0.5, setattr, (self.picture, "busy", True))
        late.daemon = True
        late.start()
        try:
            yield
        finally:
            late.cancel()
            self.picture.busy = False

    def __repr__(self) -> str:
        return say("explorer.in-words", look=self.look_at)

    def static(self) -> Markup:
        """The opening view as HTML, for export, print and preview."""
        note = tag("p", say("explorer.opening"), css="pcc-live")
        return on_paper(note, tag("p", tag("b", self.look_at)), Markup(self._static))


def empty(widen: str) -> Markup:
    """What stands in place of a picture when no case matches; `widen` says what to change."""
    return tag("div", tag("p", say_html("explorer.empty", widen=widen)), css="pcc-empty")
