"""What every explorer shares: controls, a picture that follows them, a fresh start, and errors in plain words."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from functools import partial
from html import escape
from threading import Timer
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from pcc_data.codes import load_codebook
from pcc_data.explore._kit.picture import Picture
from pcc_data.markup import page_style
from pcc_data.settings import settings

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

log = logging.getLogger("pcc_data")
REMEMBERED = 100  # states kept ready per explorer: a workshop goes back and forth between a few dozen

Draw = Callable[..., str]


class Explorer(widgets.VBox):
    """Controls above a picture. `draw(**values)` gets the value of each control by name and returns HTML.

    Buttons may stand among the controls; they have no value. `extra` widgets come after the controls. `first` gives
    steps that run when a control has changed and before the picture follows, such as filling another control's list.

    From top to bottom: what to look at, controls to narrow it down, the picture with its sentence, its numbers and its
    "says who?", and a button that starts again. Where no kernel runs, the opening view stands as plain HTML.
    """

    def __init__(
        self,
        look_at: str,
        controls: Mapping[str, widgets.Widget],
        draw: Draw,
        *,
        on_pick: Callable[[str], None] | None = None,
        extra: tuple[widgets.Widget, ...] = (),
        first: Mapping[str, Callable[[], None]] | None = None,
    ) -> None:
        self.controls = {name: control for name, control in controls.items() if control.has_trait("value")}
        self.picture = Picture()
        self.look_at = look_at
        self._draw, self._held = draw, False
        self._ready: OrderedDict[tuple, str] = OrderedDict()
        self._opening = self.values()
        again = widgets.Button(
            description="Start again",
            icon="undo",
            tooltip="Back to the opening view",
            layout=widgets.Layout(width="max-content"),
        )
        again.on_click(self.guarded(lambda _: self.start_again()))
        prompt = widgets.HTML(f'{page_style()}<div class="pcc mathjax_ignore"><p><b>{escape(look_at)}</b></p></div>')
        row = widgets.Box([*controls.values(), *extra, again])
        row.add_class("pcc-controls")
        super().__init__([prompt, row, self.picture])
        self.add_class("pcc-explorer")
        if settings.style == "projector":
            self.add_class("pcc-big")
        for name, control in self.controls.items():
            control.observe(self.guarded(partial(self._changed, (first or {}).get(name))), "value")
        if on_pick is not None:
            self.picture.observe(self.guarded(lambda _: on_pick(self.picture.picked)), "picks")
        self.redraw()
        self._static = self.picture.html

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
                self._ready[state] = self._draw(**values)
            if len(self._ready) > REMEMBERED:
                self._ready.popitem(last=False)
        self._ready.move_to_end(state)
        self.picture.html = self._ready[state]

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

    def guarded(self, handler: Callable[[Any], None]) -> Callable[[Any], None]:
        """The handler, with any error shown as a sentence in the picture and its detail in the log."""

        def run(event: Any) -> None:
            try:
                handler(event)
            except Exception as error:  # whatever goes wrong, the page stays alive
                log.exception("An explorer's handler failed")
                self.picture.html = problem(error)

        return run

    def __repr__(self) -> str:
        return f"Explorer: {self.look_at} (Open it in a notebook to use it.)"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data:
            data["text/html"] = self.static()
        return bundle

    def static(self) -> str:
        """The opening view as HTML, for export, print and preview."""
        note = "This is the opening view. To use the controls, choose Run ▸ Run All Cells in the notebook."
        return (
            f'{page_style()}<div class="pcc mathjax_ignore"><p class="pcc-live">{note}</p>'
            f"<p><b>{escape(self.look_at)}</b></p>{self._static}</div>"
        )


def problem(error: Exception) -> str:
    """An error as a sentence in the page."""
    said = str(error) if isinstance(error, ValueError) else f"Something went wrong here ({type(error).__name__})."
    return (
        f'<div class="pcc-error" role="alert"><p>{escape(said)}</p><p>Choose something else, or press Start'
        " again.</p></div>"
    )


def empty(widen: str) -> str:
    """What stands in place of a picture when no case matches; `widen` says what to change."""
    return f'<div class="pcc-empty"><p><b>No case matches.</b> {escape(widen)}</p></div>'


def dropdown(
    label: str, options: list[tuple[str, Any]], value: Any = None, width: str = "max-content"
) -> widgets.Dropdown:
    """A dropdown with a visible label."""
    return widgets.Dropdown(
        description=label,
        options=options,
        value=options[0][1] if value is None else value,
        style={"description_width": "initial"},
        layout=widgets.Layout(width=width, max_width="100%"),
    )


def codes_list(label: str, field: str, every: str, width: str = "max-content") -> widgets.Dropdown:
    """A dropdown of the codes of a field of the codebook; its first entry, called `every`, is the empty text."""
    book = load_codebook()
    return dropdown(label, [(every, ""), *((book.label(field, code), code) for code in book.codes(field))], width=width)


def toggles(label: str, options: list[tuple[str, Any]], value: Any = None) -> widgets.ToggleButtons:
    """A row of buttons of which one is pressed."""
    return widgets.ToggleButtons(
        description=label,
        options=options,
        value=options[0][1] if value is None else value,
        style={"description_width": "initial", "button_width": "max-content"},
    )


def placed(city: str, name: str) -> str:
    """The name of a case with its town in front, so that a list of cases reads by towns."""
    return name if name.startswith(city) else f"{city}: {name}"


def case_options(data: Dataset, *order: str) -> list[tuple[str, str]]:
    """Name and id of every case for a list to choose from, sorted by these columns (left out: as the names read)."""
    rows = data.cases.sort_values(list(order)) if order else data.cases
    names = [
        (placed(city, name), str(case)) for case, city, name in zip(rows.index, rows["city"], rows["name"], strict=True)
    ]
    return names if order else sorted(names)


def some_cases(data: Dataset) -> Dataset:
    """The same data. Raises ValueError where there is no case to choose."""
    if not len(data):
        raise ValueError("These data hold no case. Widen the filter that made them.")
    return data
