"""What a city can bring: choose roles or public instruments, see which cases show them together and how those cases
stand."""

from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.city_roles import LEVELS, caution, in_use, named, roles
from pcc_data.codes import load_codebook, said
from pcc_data.controls.makers import controls_row, in_words, toggle, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.errors import pick
from pcc_data.explore._kit.case_below import case_below, opened
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import filters, none_left
from pcc_data.markup import details, items, joined, say_html, tag, terms
from pcc_data.pages.card import Card
from pcc_data.say import say

VIEWS = ("status", "combinations")


def city_roles(data: Dataset, view: str = "status") -> Explorer:
    """The six roles of a city and its ten public instruments: which cases show which together, and how they stand.

    `view` opens on status or combinations. Raises ValueError for another view.
    """
    pick(view, VIEWS, "view")
    buttons = {
        f"{level}:{code}": _button(name, meaning)
        for level in LEVELS
        for code, (name, meaning) in _buttons(level).items()
    }
    controls = {
        "level": toggles(say("explore-city-roles.level"), in_words("explore-city-roles.level", LEVELS)),
        **buttons,
        "view": toggles(say("explore-city-roles.view"), in_words("explore-city-roles.view", VIEWS), view),
        **filters("sector"),
    }
    _follow(controls["level"], buttons)
    return case_below(
        data,
        say("explore-city-roles.look"),
        controls,
        _drawn,
        _opened,
        listed="16rem",
        of_none=True,
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


def _drawn(some: Dataset, level: str, view: str, **pressed: bool) -> Markup:
    chosen = [key.partition(":")[2] for key, on in pressed.items() if on and key.startswith(level)]
    used = in_use(some, level)
    together = some.only(used.index[used[chosen].all(axis=1)]) if chosen else some
    if view == "combinations" and len(together):
        picture = charts.instrument_combinations(together, level).html()
    elif view == "combinations":
        picture = empty(say("explore-city-roles.release"))
    elif len(some):
        picture = (charts.used_together(some, chosen, level) if chosen else charts.city_roles(some, level)).html()
    else:
        picture = none_left(["sector"])
    return joined(picture, _which(together, len(some)) if chosen else "", _meanings())


def _which(together: Dataset, total: int) -> Markup:
    """The cases that show all that was chosen, by name, status by status."""
    book, entries = load_codebook(), []
    for code in book.codes("status"):
        names = together.cases["name"][together.cases["status"] == code].sort_values()
        head = say_html("explorer.names", what=book.label("status", code), n=len(names))
        entries.append(joined(head, "; ".join(names) or say("none")))
    return details(say("explore-city-roles.which", n=len(together), total=total), items(entries), key="which")


def _meanings() -> Markup:
    """The roles in words, with the instruments that belong to each."""
    book, parts = load_codebook(), []
    for role in roles().values():
        labels = ", ".join(book.label("public_instruments", code) for code in role.instruments)
        told = (role.means, " ", tag("span", f"{labels}.", css="pcc-quiet"), " ", tag("i", role.ask))
        parts.append((role.name, told))
    return details(say("explore-city-roles.meanings"), joined(terms(parts), tag("p", caution())), key="meanings")


def _opened(card: Card, **_: Any) -> Markup:
    """The case that was chosen: what it is, how it stands, what the public side brings, and who says so."""
    book, brings = load_codebook(), []
    held = set(card.data.one("instruments", card.case)["code"].astype(str))
    for role in roles().values():
        labels = [book.label("public_instruments", code) for code in role.instruments if code in held]
        if labels:
            brings.append(say_html("explore-city-roles.brought", role=role.name, instruments=", ".join(labels)))
    return opened(
        card,
        ("status", "in_practice", "end_reason"),
        tag("h4", say("explore-city-roles.brings")),
        items(brings),
        tag("p", say("explore-city-roles.no-reason"), css="pcc-quiet"),
        card.all_sources(),
    )
