"""What a city can bring: choose roles or public instruments, see which cases show them together and how those cases
stand."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from pcc_data import charts
from pcc_data.analysis.city_roles import LEVELS, caution, in_use, named, roles
from pcc_data.codes import load_codebook, said
from pcc_data.errors import pick
from pcc_data.explore._kit.case_below import case_below, opened
from pcc_data.explore._kit.controls import controls_row, toggle, toggles
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import filters
from pcc_data.markup import details, items
from pcc_data.pages.card import Card

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

LOOK_AT = (
    "What can our city bring? Press one or more. Which cases show them together, and how do those cases stand? Click a"
    " mark to open its case."
)
VIEWS = [("How they stand", "status"), ("Combinations", "combinations")]


def city(data: Dataset, view: str = "status") -> Explorer:
    """The six roles of a city and its ten public instruments: which cases show which together, and how they stand.

    `view` opens on status or combinations. Raises ValueError for another view.
    """
    pick(view, [key for _, key in VIEWS], "view")
    buttons = {
        f"{level}:{code}": _button(name, meaning)
        for level in LEVELS
        for code, (name, meaning) in _buttons(level).items()
    }
    controls = {
        "level": toggles("Choose", [("Roles", "roles"), ("Instruments", "instruments")]),
        **buttons,
        "view": toggles("Show", VIEWS, view),
        **filters("sector"),
    }
    _follow(controls["level"], buttons)
    return case_below(
        data,
        LOOK_AT,
        controls,
        _drawn,
        _opened,
        listed="16rem",
        row=["level", controls_row(*buttons.values(), width="100%"), "view", "sector", "case"],
    )


def _buttons(level: str) -> dict[str, tuple[str, str]]:
    """Name and meaning of each role or public instrument."""
    if level == "roles":
        return {key: (role.name, role.means) for key, role in roles().items()}
    codes = load_codebook().codes("public_instruments")
    return {code: (name, said(codes[code].definition)) for code, name in named(level).items()}


def _button(name: str, meaning: str) -> widgets.ToggleButton:
    """A button that stays pressed, and shows it by a tick and not by its shade alone."""
    button = toggle(name, tooltip=meaning)
    button.add_class("pcc-tick")
    button.observe(lambda change: setattr(button, "icon", "check" if change["new"] else ""), "value")
    return button


def _follow(level: widgets.ToggleButtons, buttons: dict[str, widgets.ToggleButton]) -> None:
    """Show the buttons of the chosen level only; those of the other are released."""

    def show(_: Any = None) -> None:
        for key, button in buttons.items():
            here = key.startswith(level.value)
            button.layout.display = None if here else "none"
            button.value = button.value and here

    level.observe(show, "value")
    show()


def _drawn(some: Dataset, level: str, view: str, **pressed: bool) -> str:
    chosen = [key.partition(":")[2] for key, on in pressed.items() if on and key.startswith(level)]
    used = in_use(some, level)
    together = some.only(used.index[used[chosen].all(axis=1)]) if chosen else some
    if view == "combinations":
        picture = (
            charts.instrument_combinations(together, level).html()
            if len(together)
            else empty("Release a button, or choose all sectors.")
        )
    elif not len(some):
        picture = empty("Choose all sectors.")
    else:
        picture = (charts.used_together(some, chosen, level) if chosen else charts.city_roles(some, level)).html()
    return picture + (_which(together, len(some)) if chosen else "") + _meanings()


def _which(together: Dataset, total: int) -> str:
    """The cases that show all that was chosen, by name, status by status."""
    book, status = load_codebook(), together.cases["status"]
    entries = [
        f"<b>{escape(book.label('status', code))}</b> ({(status == code).sum()}): "
        f"{escape('; '.join(together.cases['name'][status == code].sort_values()) or 'none')}"
        for code in book.codes("status")
    ]
    return details(f"Which {len(together)} of {total} cases are these?", items(entries), key="which")


def _meanings() -> str:
    """The roles in words, with the instruments that belong to each."""
    book = load_codebook()
    parts = []
    for role in roles().values():
        labels = ", ".join(book.label("public_instruments", code) for code in role.instruments)
        parts.append(
            f"<dt>{escape(role.name)}</dt><dd>{escape(role.means)} <span class='pcc-quiet'>{escape(labels)}.</span>"
            f" <i>{escape(role.ask)}</i></dd>"
        )
    return details(
        "What the six roles mean",
        f'<dl class="pcc-facts">{"".join(parts)}</dl><p>{escape(caution())}</p>',
        key="meanings",
    )


def _opened(card: Card, **_: Any) -> str:
    """The case that was chosen: what it is, how it stands, what the public side brings, and who says so."""
    book = load_codebook()
    held = set(card.data.one("instruments", card.case)["code"].astype(str))
    brings = [
        f"<b>{escape(role.name)}</b>:"
        f" {escape(', '.join(book.label('public_instruments', code) for code in role.instruments if code in held))}"
        for role in roles().values()
        if held & set(role.instruments)
    ]
    more = (
        f"<h4>What the public side brings</h4>{items(brings)}<p class='pcc-quiet'>A record lists public instruments"
        f" without a reason for each; they rest on the sources of the whole record.</p>{card.all_sources()}"
    )
    return opened(card, ("status", "in_practice", "end_reason"), more)
