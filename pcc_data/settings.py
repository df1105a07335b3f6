"""What holds for a whole session: the style of pictures, the language of labels, and the codes of the user's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from pcc_data.errors import pick
from pcc_data.paths import catalogues

STYLES = ("screen", "projector", "print", "phone")
STYLE_VARIABLE = "PCC_STYLE"
"""Variable of the environment that names the style to begin with; another word than a style is passed over."""
FIRST = "en"
"""The language in which everything is said."""
LANGUAGE_VARIABLE = "PCC_LANGUAGE"
"""Variable of the environment that names the language to begin with; one without a catalogue is passed over."""
PAGE_VARIABLE = "QUERY_STRING"
"""Variable in which Voilà hands a kernel what stands behind the question mark of its page's address."""


ROOM_VARIABLE = "PCC_ROOM"
"""Variable of the environment that says that visitors of a room use this machine."""


def shared() -> bool:
    """Whether visitors of a room use this machine: then nothing is written on it but designs into their folder."""
    return bool(os.environ.get(ROOM_VARIABLE))


def _first_style() -> str:
    """The style that the address of a live page asks for, or the variable, or the one for a screen."""
    return next((one for one in (*_asked("style"), os.environ.get(STYLE_VARIABLE, "")) if one in STYLES), STYLES[0])


def _first_language() -> str:
    """The language that the address of a live page asks for, or the variable, if there is a catalogue of it."""
    wanted = (*_asked("language"), os.environ.get(LANGUAGE_VARIABLE, ""))
    return next((one for one in wanted if one in catalogues()), FIRST)


def _asked(name: str) -> list[str]:
    return parse_qs(os.environ.get(PAGE_VARIABLE, "")).get(name, [])


@dataclass
class Settings:
    """State of the session. Change it with `use_style` and `set_language`; `load` notes own codes, as JSON by their
    folder."""

    style: str = field(default_factory=_first_style)
    language: str = field(default_factory=_first_language)
    own_codes: dict[str, str] = field(default_factory=dict)


settings = Settings()


def use_style(name: str) -> None:
    """Draw pictures from now on for the `screen`, the `projector` (big type), for `print` or for a
    `phone` (narrow).

    Raises ValueError for another name.
    """
    settings.style = pick(name, STYLES, "style")


@contextmanager
def in_style(name: str) -> Iterator[None]:
    """Draw within this block in another style than the session's."""
    before = settings.style
    try:
        use_style(name)
        yield
    finally:
        settings.style = before
