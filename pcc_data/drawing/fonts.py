"""Fonts for texts in any script: named for the browser, and looked for on this computer for a PNG or a PDF."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from unicodedata import category

from matplotlib.figure import Figure
from matplotlib.font_manager import findSystemFonts, fontManager, get_font
from matplotlib.text import Text

from pcc_data.drawing.texts import MEASURE

_LATIN = (MEASURE, "Verdana", "Arial", "Helvetica", "sans-serif")
_RIGHT_TO_LEFT = ("Noto Sans Arabic", "Noto Sans Hebrew")
_SOUTH_ASIAN = ("Noto Sans Thai", "Noto Sans Devanagari", "Leelawadee UI", "Thonburi", "Nirmala UI")
_CHINESE = ("Noto Sans CJK SC", "Noto Sans CJK JP", "PingFang SC", "Hiragino Sans", "Microsoft YaHei")
_EAST_ASIAN = (*_CHINESE, "Yu Gothic", "Malgun Gothic")
_EMOJI = ("Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", "Noto Emoji")
_SCRIPTS = (*_RIGHT_TO_LEFT, *_SOUTH_ASIAN, *_EAST_ASIAN, *_EMOJI)
FOR_BROWSERS = ", ".join(f"'{name}'" if " " in name else name for name in (*_LATIN, *_SCRIPTS))
"""CSS: the generic name stands before the fonts of scripts, so that no font of emoji is asked for figures."""


@contextmanager
def fonts_for(figure: Figure) -> Iterator[list[str]]:
    """Set the texts of a figure in fonts of this computer while it is drawn; gives the signs that none of them has."""
    texts = figure.findobj(Text)
    before = [text.get_fontfamily() for text in texts]
    families, missing = _families({sign for text in texts for sign in text.get_text()})
    for text in texts:
        text.set_fontfamily(families)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph .* missing from font")  # one sentence is said instead
            yield missing
    finally:
        for text, family in zip(texts, before, strict=True):
            text.set_fontfamily(family)


def _families(signs: set[str]) -> tuple[list[str], list[str]]:
    """Families that together have the signs, the font of measure first, and the signs that remain."""
    missing = {sign for sign in signs if category(sign)[0] not in "CZ" and not 0xFE00 <= ord(sign) <= 0xFE0F}
    found = []
    for look_again in (False, True):
        for name in _installed(look_again):
            held = missing & _signs(name) if missing else set()
            if held or name == MEASURE:
                found.append(name)
                missing -= held
        if not missing:
            break
    return list(dict.fromkeys(found)), sorted(missing)


def _installed(look_again: bool) -> list[str]:
    """Families of this computer: the font of measure, those named above, and all others. `look_again`: also those that
    matplotlib's list, made when it was first used, does not know yet.
    """
    if look_again:
        known = {str(entry.fname) for entry in fontManager.ttflist}
        for path in findSystemFonts():
            if path not in known:
                _add(path)
    names = {entry.name for entry in fontManager.ttflist}
    return [MEASURE, *(name for name in _SCRIPTS if name in names), *sorted(names - {MEASURE, *_SCRIPTS})]


def _add(path: str) -> None:
    try:
        fontManager.addfont(path)
    except (OSError, RuntimeError):  # no font that matplotlib reads, such as one of coloured emoji
        return


@cache
def _signs(family: str) -> frozenset[str]:
    """What the upright font of a family can draw; nothing where its file is gone."""
    entries = [entry for entry in fontManager.ttflist if entry.name == family and entry.style == "normal"]
    try:
        return frozenset(
            map(chr, get_font(min(entries, key=lambda entry: abs(int(entry.weight) - 400)).fname).get_charmap())
        )
    except (OSError, RuntimeError, ValueError):
        return frozenset()
