"""Controls of the canvas: choices as buttons, several choices, and the blocs of a board. Nothing has to be typed but
names."""

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets
import traitlets

from pcc_data.codes import load_codebook, said
from pcc_data.controls.lines import Line, Number
from pcc_data.controls.makers import button, coded, toggle
from pcc_data.designs.blocks import answer, codes_of, question
from pcc_data.say import say

LEAST_ROWS = 4
MOST_ROWS = 20
Bloc = tuple[str, str, int, str]


def one_of(field: str) -> widgets.ToggleButtons:
    """Buttons of which one is pressed; the last one leaves the question open. Its value is an empty text: a button
    whose value is None never looks pressed."""
    book, codes = load_codebook(), codes_of(field)
    return widgets.ToggleButtons(
        description=question(field),
        options=[*((answer(field, code), code) for code in codes), (say("choices.open"), "")],
        value="",
        tooltips=[*(said(book.codes(field)[code].definition) for code in codes), say("choices.leave-open")],
        style={"button_width": "max-content"},
    )


class Choices(widgets.VBox):
    """Buttons of which any number is pressed. `value` is a tuple of codes in the codebook's order."""

    value = traitlets.Tuple()

    def __init__(self, field: str) -> None:
        book = load_codebook()
        self.buttons = {
            code: toggle(answer(field, code), tooltip=said(book.codes(field)[code].definition))
            for code in codes_of(field)
        }
        row = widgets.Box(list(self.buttons.values()))
        row.add_class("pcc-many")
        super().__init__([widgets.Label(say("choices.any-number", field=question(field))), row])
        for one in self.buttons.values():
            one.observe(lambda _: self._read(), "value")
        self.observe(lambda change: self._show(change["new"]), "value")

    def _read(self) -> None:
        self.value = tuple(code for code, one in self.buttons.items() if one.value)

    def _show(self, codes: Sequence[str]) -> None:
        with self.hold_trait_notifications():
            for code, one in self.buttons.items():
                one.value = code in codes


class Blocs(widgets.VBox):
    """Rows for the blocs of a board: name, side, seats and vote. `value` holds those with at least one seat."""

    value = traitlets.Tuple()

    def __init__(self) -> None:
        self._held = False
        self.rows: list[dict[str, Any]] = []
        self._made: list[dict[str, Any]] = []
        self._lines = widgets.VBox()
        more = button(say("choices.more"), "plus", lambda _: self._fit(min(len(self.rows) + 1, MOST_ROWS)))
        super().__init__([widgets.Label(say("choices.bloc")), self._lines, more])
        self._show(())
        self.observe(lambda change: self._held or self._show(change["new"]), "value")

    def _row(self, at: int) -> dict[str, Any]:
        name, side, *_ = _open_bloc(at)
        book = load_codebook()
        votes = [(book.label("votes.blocs.vote", vote), vote) for vote in codes_of("votes.blocs.vote")]
        votes = [(say("choices.undecided"), "unknown"), *votes]
        row = {
            "name": Line(say("choices.name", n=at + 1), "9rem", value=name),
            "side": _narrow(say("choices.side", n=at + 1), _sides(), side),
            "seats": Number(say("choices.seats", n=at + 1), "5rem", max=1000),
            "vote": _narrow(say("choices.vote", n=at + 1), votes, "unknown"),
        }
        for control in row.values():
            control.observe(lambda _: self._read(), "value")
        return row

    def _fit(self, count: int) -> None:
        """Show this many rows. Rows are only added and hidden: one that is built anew loses what is half typed in
        it."""
        for at in range(len(self._made), count):
            self._made.append(self._row(at))
            box = widgets.Box(list(self._made[at].values()))
            box.add_class("pcc-bloc")
            self._lines.children = (*self._lines.children, box)
        self.rows = self._made[:count]
        for at, box in enumerate(self._lines.children):
            box.layout.display = "" if at < count else "none"

    def _read(self) -> None:
        if not self._held:
            self._held = True
            found = (tuple(control.value for control in row.values()) for row in self.rows)
            self.value = tuple(bloc for bloc in found if bloc[2])
            self._held = False

    def _show(self, blocs: Sequence[Bloc]) -> None:
        self._held = True
        self._fit(max(LEAST_ROWS, len(blocs)))
        for at, row in enumerate(self._made):
            for control, value in zip(row.values(), blocs[at] if at < len(blocs) else _open_bloc(at), strict=True):
                control.value = value
        self._held = False


def _sides() -> list[tuple[str, str]]:
    """The sides as the canvas calls them, with their codes."""
    return [(answer("boards.blocs.side", code), code) for _, code in coded("boards.blocs.side")]


def _open_bloc(at: int) -> Bloc:
    """What stands in a row before anybody fills it in."""
    sides = _sides()
    name = sides[at][0] if at < len(sides) else say("choices.nameless", n=at + 1)
    return name, sides[min(at, len(sides) - 1)][1], 0, "unknown"


def _narrow(label: str, options: list[tuple[str, str]], value: str) -> widgets.Dropdown:
    """A list whose label is only heard: it stands at the head of the rows."""
    return widgets.Dropdown(
        description=label,
        options=options,
        value=value,
        style={"description_width": "0"},
        layout=widgets.Layout(width="max-content"),
    )
