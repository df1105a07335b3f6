"""Controls of the canvas: choices as buttons, several choices, and the blocs of a board. Nothing has to be typed but names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets
import traitlets

from pcc_data.codes import load_codebook, said

OPEN = "Not decided"  # its value is an empty text: a button whose value is None never looks pressed
LEAST_ROWS, MOST_ROWS = 4, 20
Bloc = tuple[str, str, int, str]


def codes_of(field: str, without: Sequence[str] = ()) -> list[str]:
    """Codes of a field that one can choose: those that say something."""
    return [code for code, entry in load_codebook().codes(field).items() if entry.nothing != "not_found" and code not in without]


def one_of(field: str, label: str, without: Sequence[str] = ()) -> widgets.ToggleButtons:
    """Buttons of which one is pressed; the last one leaves the question open (an empty text)."""
    book, codes = load_codebook(), codes_of(field, without)
    return widgets.ToggleButtons(
        description=label,
        options=[*((book.label(field, code), code) for code in codes), (OPEN, "")],
        value="",
        tooltips=[*(said(book.codes(field)[code].definition) for code in codes), "Leave it open"],
        style={"button_width": "max-content"},
    )


def line(label: str, hint: str = "", width: str = "100%") -> widgets.Text:
    """A line to write in, with a visible label."""
    layout = widgets.Layout(width=width, max_width="100%")
    return widgets.Text(description=label, placeholder=hint, continuous_update=False, style={"description_width": "initial"}, layout=layout)


class Choices(widgets.VBox):
    """Buttons of which any number is pressed. `value` is a tuple of codes in the codebook's order."""

    value = traitlets.Tuple()

    def __init__(self, field: str, label: str) -> None:
        book = load_codebook()
        self.buttons = {
            code: widgets.ToggleButton(
                description=book.label(field, code),
                tooltip=said(book.codes(field)[code].definition),
                layout=widgets.Layout(width="max-content"),
            )
            for code in codes_of(field)
        }
        row = widgets.Box(list(self.buttons.values()))
        row.add_class("pcc-many")
        super().__init__([widgets.Label(f"{label} (any number)"), row])
        for button in self.buttons.values():
            button.observe(lambda _: self._read(), "value")
        self.observe(lambda change: self._show(change["new"]), "value")

    def _read(self) -> None:
        self.value = tuple(code for code, button in self.buttons.items() if button.value)

    def _show(self, codes: Sequence[str]) -> None:
        with self.hold_trait_notifications():
            for code, button in self.buttons.items():
                button.value = code in codes


class Blocs(widgets.VBox):
    """Rows for the blocs of a board: name, side, seats and vote. `value` holds those with at least one seat."""

    value = traitlets.Tuple()

    def __init__(self) -> None:
        self._held = False
        self.rows: list[dict[str, Any]] = []
        self._lines = widgets.VBox()
        more = widgets.Button(description="One more bloc", icon="plus", layout=widgets.Layout(width="max-content"))
        more.on_click(lambda _: self._fit(min(len(self.rows) + 1, MOST_ROWS)))
        super().__init__([widgets.Label("Each bloc: name, side, seats, vote"), self._lines, more])
        self._show(())
        self.observe(lambda change: self._held or self._show(change["new"]), "value")

    def _row(self, at: int) -> dict[str, Any]:
        book, narrow = load_codebook(), {"description_width": "0"}
        sides = list(book.codes("boards.blocs.side"))
        side = sides[min(at, len(sides) - 1)]
        votes = [(book.label("votes.blocs.vote", vote), vote) for vote in codes_of("votes.blocs.vote")]
        row = {
            "name": widgets.Text(
                value=_name(at), description=f"Name of bloc {at + 1}", continuous_update=False, style=narrow, layout=_wide("9rem")
            ),
            "side": widgets.Dropdown(
                options=[(book.label("boards.blocs.side", code), code) for code in sides],
                value=side,
                description=f"Side of bloc {at + 1}",
                style=narrow,
                layout=_wide("8.5rem"),
            ),
            "seats": widgets.BoundedIntText(
                value=0, min=0, max=1000, description=f"Seats of bloc {at + 1}", style=narrow, layout=_wide("5rem")
            ),
            "vote": widgets.Dropdown(
                options=[("undecided", "unknown"), *votes], description=f"Vote of bloc {at + 1}", style=narrow, layout=_wide("8.5rem")
            ),
        }
        for control in row.values():
            control.observe(lambda _: self._read(), "value")
        return row

    def _fit(self, count: int) -> None:
        self.rows = [*self.rows[:count], *(self._row(at) for at in range(len(self.rows), count))]
        self._lines.children = [widgets.Box(list(row.values())) for row in self.rows]
        for line_ in self._lines.children:
            line_.add_class("pcc-bloc")

    def _read(self) -> None:
        if not self._held:
            self._held = True
            found = (tuple(control.value for control in row.values()) for row in self.rows)
            self.value = tuple(bloc for bloc in found if bloc[2])
            self._held = False

    def _show(self, blocs: Sequence[Bloc]) -> None:
        self._held = True
        self.rows = []
        self._fit(max(LEAST_ROWS, len(blocs)))
        for row, bloc in zip(self.rows, blocs, strict=False):
            for control, value in zip(row.values(), bloc, strict=True):
                control.value = value
        self._held = False


def _name(at: int) -> str:
    labels = [said(entry.label) for entry in load_codebook().codes("boards.blocs.side").values()]
    return labels[at] if at < len(labels) else f"Bloc {at + 1}"


def _wide(width: str) -> widgets.Layout:
    return widgets.Layout(width=width)
