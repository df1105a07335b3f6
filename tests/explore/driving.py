"""Touch every control of an explorer without a browser, and look after each touch at what the explorer then shows.

The way is that of `tests/browser/driving.py`, which does the same with mouse and keyboard through a few values of each
control; here all values up to `MOST` are set.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

import ipywidgets as widgets

from pcc_data.controls.panel import Panel
from pcc_data.controls.picture import Picture

MOST = 6  # entries of a list that are all tried; of a longer one the first, the last and four between
PICKS = 3  # marks chosen in a picture, spread over it; other tests in tests/explore choose them all
APART = re.compile("Start again|Save|Print|Replace it|^Open$")
"""Buttons that write, print or read files; they have tests of their own."""
_MARKS = re.compile(r"<(?:path|use|text)\b")
_BUTTON = re.compile(r"(?s)<button.*?</button>")
_PICK = re.compile(r'data-pick="([^"]+)"')


def some(values: list, most: int) -> list:
    """At most that many of the values, spread from the first to the last."""
    if len(values) <= most:
        return list(values)
    return [values[round(at * (len(values) - 1) / (most - 1))] for at in range(most)]


def in_sight(widget: widgets.Widget) -> Iterator[widgets.Widget]:
    """A widget and all that lie in it, but for what is hidden."""
    layout = getattr(widget, "layout", None)
    if layout is not None and (layout.display == "none" or layout.visibility == "hidden"):
        return
    yield widget
    for child in getattr(widget, "children", ()):
        yield from in_sight(child)


def filled(picture: Picture) -> bool:
    """Whether a picture has a drawing, or at least a sentence."""
    drawings = re.findall(r"(?s)<svg[^>]*pcc-svg.*?</svg>", picture.html)
    if drawings:
        return all(len(_MARKS.findall(drawing)) > 3 for drawing in drawings)
    return len(re.sub(r"(?s)<style.*?</style>|<[^>]+>", "", picture.html).strip()) > 20


class Driver(logging.Handler):
    """Goes through the controls of one explorer."""

    def __init__(self, explorer: Panel) -> None:
        super().__init__(logging.WARNING)
        self.explorer = explorer
        self.known: set[int] = set()
        self.touched: list[str] = []
        self.logged: list[str] = []
        self.filled: list[Picture] = []

    def emit(self, record: logging.LogRecord) -> None:
        """What a handler logs is a fault."""
        self.logged.append(record.getMessage())

    def drive(self) -> None:
        """Everything there is to touch, then *Start again*, which leads back to the opening view."""
        self._from_opening(self.all)

    def glance(self) -> None:
        """Each control of the opening view once, and *Start again*: for an explorer that stands in a notebook again."""
        self._from_opening(self.each_once)

    def all(self) -> None:
        """What is in sight through all its values, marks in pictures, and what they bring."""
        self.through(self.fresh())
        self.pick()
        self.through(self.fresh())

    def each_once(self) -> None:
        """One value of each control that is in sight."""
        for control in self.fresh():
            if control in list(in_sight(self.explorer)) and not getattr(control, "disabled", False):
                self.look(f"{name_of(control)}: {next(touches(control))}")

    def _from_opening(self, steps: Callable[[], None]) -> None:
        logging.getLogger("pcc_data").addHandler(self)
        try:
            self.filled = [one for one in self.pictures() if filled(one)]
            self.look("opening")
            opening = self.says()
            steps()
            self.explorer.again.click()
            self.look("Start again")
            assert self.says() == opening, self.told("it does not look as at the opening")
        finally:
            logging.getLogger("pcc_data").removeHandler(self)

    def through(self, controls: list[widgets.Widget]) -> None:
        """Each of these controls through its values; what a value brings is driven while it is there."""
        for control in controls:
            if control not in list(in_sight(self.explorer)) or getattr(control, "disabled", False):
                self.known.discard(id(control))  # another control took it away; it is met again when it comes back
                continue
            for value in touches(control):
                self.look(f"{name_of(control)}: {value}")
                self.through(self.fresh())

    def fresh(self) -> list[widgets.Widget]:
        """Controls in sight that were not there before. Buttons are last: they lead away from the opening view."""
        found = [one for one in in_sight(self.explorer) if _kind(one) and id(one) not in self.known]
        found = [one for one in found if not getattr(one, "disabled", False) and not _apart(one)]
        self.known.update(map(id, found))
        return sorted(found, key=lambda one: isinstance(one, widgets.Button))

    def pictures(self) -> list[Picture]:
        """The pictures in sight."""
        return [one for one in in_sight(self.explorer) if isinstance(one, Picture)]

    def pick(self) -> None:
        """Choose marks in the pictures."""
        names = [(one, name) for one in self.pictures() for name in dict.fromkeys(_PICK.findall(one.html))]
        for picture, name in some(names, PICKS):
            if f'data-pick="{name}"' in picture.html:  # a choice may lead to another picture
                picture._pick(picture, {"pick": name}, [])
                self.look(f"picked {name}")

    def says(self) -> list[str]:
        """What the pictures say, but for the buttons in them: what was put into a toolbox stays there."""
        return [_BUTTON.sub("", one.html) for one in self.pictures()]

    def look(self, touched: str) -> None:
        """What is wrong: errors in plain words or in the log, and pictures that were filled and are bare now."""
        self.touched.append(touched)
        shown = self.pictures()
        wrong = [one.html for one in shown if "pcc-error" in one.html] + self.logged
        wrong += [f"a bare picture: {one.html[:200]}" for one in self.filled if one in shown and not filled(one)]
        if self.filled and not any(map(filled, shown)):
            wrong.append("no picture")
        assert not wrong, self.told(str(wrong))

    def told(self, wrong: str) -> str:
        """What went wrong after which touches."""
        return f"{wrong} after {' / '.join(self.touched[-4:])}"


def name_of(control: Any) -> str:
    """What a control says of itself."""
    return control.description or control.tooltip or type(control).__name__


def _apart(control: widgets.Widget) -> bool:
    return isinstance(control, widgets.Button) and bool(APART.search(control.description))


def _kind(widget: widgets.Widget) -> type | None:
    return next((kind for kind in _TOUCHES if isinstance(widget, kind)), None)


def touches(control: widgets.Widget) -> Iterator[Any]:
    """A control through its values, each as it is set. It ends where it began."""
    yield from _TOUCHES[_kind(control)](control)


def _choice(control: Any) -> Iterator[Any]:
    first = control.index
    for at in [*(at for at in some(list(range(len(control.options))), MOST) if at != first), first]:
        control.index = at
        yield control.label


def _group(control: Any) -> Iterator[Any]:
    first = control.index
    others = [at for at in range(len(control.options)) if at != first]
    for at in others + ([] if first is None else [first]):
        control.index = at
        yield control.label


def _toggle(control: Any) -> Iterator[Any]:
    for _ in range(2):
        control.value = not control.value
        yield control.value


def _button(control: Any) -> Iterator[Any]:
    control.click()
    yield "pressed"


def _slider(control: Any) -> Iterator[Any]:
    for value in (control.min, control.max):
        control.value = value
        yield value


def _ends(control: Any) -> Iterator[Any]:
    for at in (0, len(control.options) - 1):
        control.index = at
        yield control.label


def _number(control: Any) -> Iterator[Any]:
    first = control.value
    for value in (int(f"{first}2"), first):
        control.value = value
        yield value


def _text(control: Any) -> Iterator[Any]:
    first = control.value
    for value in (f"{first}2", first):
        control.value = value
        yield value


_TOUCHES: dict[type, Callable[[Any], Iterator[Any]]] = {
    widgets.Dropdown: _choice,
    widgets.Select: _choice,
    widgets.ToggleButtons: _group,
    widgets.RadioButtons: _group,
    widgets.ToggleButton: _toggle,
    widgets.Checkbox: _toggle,
    widgets.SelectionSlider: _ends,
    widgets.IntSlider: _slider,
    widgets.FloatSlider: _slider,
    widgets.IntText: _number,
    widgets.BoundedIntText: _number,
    widgets.Text: _text,
    widgets.Textarea: _text,
    widgets.Button: _button,
}
