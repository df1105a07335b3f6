"""Makers of controls: each with a visible label, as wide as its words."""

from collections.abc import Callable, Iterable
from typing import Any

import ipywidgets as widgets

from pcc_data.codes import load_codebook
from pcc_data.say import say


def dropdown(
    label: str, options: list[tuple[str, Any]], value: Any = None, width: str | None = "max-content"
) -> widgets.Dropdown:
    """A dropdown with a visible label."""
    return widgets.Dropdown(
        description=label,
        options=options,
        value=options[0][1] if value is None else value,
        style={"description_width": "initial"},
        layout=widgets.Layout(width=width, max_width="100%"),
    )


def refill(control: widgets.Dropdown, options: list[tuple[str, Any]]) -> None:
    """Another list to choose from; what was chosen stays chosen where it is in there."""
    kept = control.value
    with control.hold_sync():  # the page never sees the new list with an old choice
        control.options = options
        control.value = kept if kept in [value for _, value in options] else options[0][1]


def codes_list(label: str, field: str, every: str, width: str | None = "max-content") -> widgets.Dropdown:
    """A dropdown of the codes of a field of the codebook; its first entry, called `every`, is the empty text."""
    return dropdown(label, [(every, ""), *coded(field)], width=width)


def coded(field: str) -> list[tuple[str, str]]:
    """Label and code of every code of a field."""
    book = load_codebook()
    return [(book.label(field, code), code) for code in book.codes(field)]


def in_words(message: str, codes: Iterable[str]) -> list[tuple[str, str]]:
    """Each code with what the catalogue calls it (`message-code`)."""
    return [(say(f"{message}-{code}"), code) for code in codes]


def toggles(label: str, options: list[tuple[str, Any]], value: Any = None) -> widgets.ToggleButtons:
    """A row of buttons of which one is pressed."""
    return widgets.ToggleButtons(
        description=label,
        options=options,
        value=options[0][1] if value is None else value,
        style={"description_width": "initial", "button_width": "max-content"},
    )


def button(
    text: str, icon: str = "", pressed: Callable[[Any], Any] | None = None, *, tooltip: str | None = None
) -> widgets.Button:
    """A button as wide as its words; `pressed` gets the button when it is pressed."""
    made = widgets.Button(description=text, icon=icon, tooltip=tooltip, layout=_as_wide_as_its_words())
    if pressed is not None:
        made.on_click(pressed)
    return made


def toggle(text: str, icon: str = "", *, tooltip: str | None = None) -> widgets.ToggleButton:
    """A button that stays pressed; its value tells whether it is."""
    return widgets.ToggleButton(description=text, icon=icon, tooltip=tooltip, layout=_as_wide_as_its_words())


def tick(text: str, value: bool = False, *, tooltip: str | None = None) -> widgets.Checkbox:
    """A box to tick, as wide as its words."""
    return widgets.Checkbox(
        description=text, value=value, tooltip=tooltip, indent=False, layout=_as_wide_as_its_words()
    )


def controls_row(*parts: widgets.Widget, css: tuple[str, ...] = (), **layout: Any) -> widgets.Box:
    """Controls beside one another; where there is no more room they go on below."""
    row = widgets.Box(parts, layout=widgets.Layout(**layout))
    for name in ("pcc-controls", *css):
        row.add_class(name)
    return row


def _as_wide_as_its_words() -> widgets.Layout:
    return widgets.Layout(width="max-content")
