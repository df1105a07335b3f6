"""The two switches that hold for a whole session: the style of pictures and the language of labels."""

from __future__ import annotations

from dataclasses import dataclass

from pcc_data.errors import pick

STYLES = ("screen", "projector", "print")


@dataclass
class Settings:
    """State of the session. Change it with `use_style` and `set_language`."""

    style: str = "screen"
    language: str = "en"


settings = Settings()


def use_style(name: str) -> None:
    """Draw pictures from now on for the `screen`, the `projector` (big type) or for `print`.

    Raises ValueError for another name.
    """
    settings.style = pick(name, STYLES, "style")


def set_language(code: str) -> None:
    """Show labels in the language `code` (ISO 639-1); a label that lacks it is shown in English.

    Raises ValueError when the codebook holds no label in that language.
    """
    from pcc_data.codes import load_codebook

    settings.language = pick(code, load_codebook().languages, "language")
