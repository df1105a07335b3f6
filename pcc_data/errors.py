"""Errors that say what was found, what is allowed and what was probably meant."""

from __future__ import annotations

import re
import sys
import unicodedata
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any


class RecordsError(ValueError):
    """Records that break the rules; its text lists every fault with file and line."""


WHOLE_LIST = 40
"""Up to so many allowed words are all told; of more, the nearest ones."""

_NEAREST = 12
_LONGEST = 120  # signs of what was found that are compared
_SIGNS = re.compile(r"[\W_]+")
_PACKAGE = str(Path(__file__).parent)


def warn(text: str) -> None:
    """A UserWarning that names the line of who called the package, however deep in it the warning was found."""
    frame, level = sys._getframe(1), 2
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        frame, level = frame.f_back, level + 1
    warnings.warn(text, stacklevel=level)


def nearest(found: object, allowed: Iterable[str], also: Mapping[str, Iterable[str]] | None = None) -> str | None:
    """The allowed word that was probably meant, or None when no word is near enough to name it.

    In this order: the same word in other letters; a word of the same sense (`datasets/synonyms.yaml`, where countries
    are too; `also` gives more of them by allowed word); the one spelt nearly so; the only one that holds it as a part.
    """
    wanted = plain_words(str(found)[:_LONGEST]) if isinstance(found, str | int) and not isinstance(found, bool) else ""
    if not wanted:
        return None
    words: dict[str, str] = {}
    for word in allowed:
        words.setdefault(plain_words(word), word)
    names = {plain_words(name): word for word, more in (also or {}).items() for name in more}
    senses = _senses(words)
    return (
        words.get(wanted)
        or names.get(wanted)
        or senses.get(wanted)
        or _spelt_like(wanted, words)
        or _spelt_like(wanted, names)
        or _spelt_like(wanted, senses)
        or _holding(wanted, words)
    )


def not_allowed(found: object, allowed: Iterable[str], what: str) -> str:
    """One sentence: `found` is no `what`, these are, and the nearest one."""
    allowed = list(allowed)
    guess = nearest(found, allowed)
    return (
        f"{found!r} is no {what}. "
        + (f"Did you mean {guess!r}? " if guess else "")
        + f"Allowed: {listed(allowed, found)}."
    )


def pick(found: str, allowed: Iterable[str], what: str) -> str:
    """`found` itself when it is allowed; otherwise ValueError with the nearest allowed word."""
    allowed = list(allowed)
    if not isinstance(found, str) or found not in allowed:  # no code is a number, a list, or missing
        raise ValueError(not_allowed(found, allowed, what))
    return found


def listed(words: Iterable[str], found: object = None) -> str:
    """Words joined by commas. Of a long list those that are most like `found`, or the first ones, and how many there
    are."""
    words = list(words)
    if len(words) <= WHOLE_LIST:
        return ", ".join(words)
    if not isinstance(found, str) or not plain_words(found):
        return f"{', '.join(words[:_NEAREST])} … ({len(words)} in all)"
    wanted = plain_words(found[:_LONGEST])
    first = nearest(found, words)
    near = sorted(words, key=lambda word: (word != first, -_likeness(wanted, plain_words(word))))
    return f"{', '.join(near[:_NEAREST])} … (nearest first; {len(words)} in all)"


def plain_words(text: str) -> str:
    """A text as it is compared: small letters without accents, one blank for whatever is between words."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return _SIGNS.sub(" ", re.sub(r"(?<=\w)[.'’](?=\w|$)", "", bare)).strip() or bare.strip()


@cache
def synonyms() -> dict[str, dict[str, tuple[str, ...]]]:
    """Other words for codes, by field and code; of `place.country_code` the two letters and the names of each country.

    Empty when the file is missing or damaged: an error is being told, and that one has to come out.
    """
    import yaml

    from pcc_data.paths import datasets_dir

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every word stays a text: NO is Norway
    try:
        found = yaml.load((datasets_dir() / "synonyms.yaml").read_text(encoding="utf-8"), Loader=loader)
        return {field: {code: tuple(words) for code, words in codes.items()} for field, codes in found.items()}
    except (OSError, ValueError, AttributeError, TypeError, yaml.YAMLError):
        return {}


@cache
def _codes_by_sense() -> tuple[dict[str, str], ...]:
    """For each field with synonyms: the code that each word stands for."""
    return tuple(
        {plain_words(word): code for code, words in codes.items() for word in (code, *words)}
        for codes in synonyms().values()
    )


def _senses(words: Mapping[str, str]) -> dict[str, str]:
    """Every other word for one of the allowed `words`, out of the lists that deal with most of them."""
    found: dict[str, str] = {}
    for codes in _codes_by_sense():
        here = {codes[plain]: word for plain, word in words.items() if plain in codes}
        if 2 * len(here) > min(len(words), len(set(codes.values()))):
            found |= {plain: here[code] for plain, code in codes.items() if code in here}
    return found


def _spelt_like(wanted: str, words: Mapping[str, str]) -> str | None:
    """What stands for the word that is spelt most like `wanted`. Short words have to be much closer than long ones."""
    letters = Counter(wanted)
    near = []
    for plain, word in words.items():
        most = _slips(min(len(plain), len(wanted)))
        if abs(len(plain) - len(wanted)) <= most and (letters - Counter(plain)).total() <= most:
            slips = _distance(wanted, plain)
            if slips <= most:
                near.append((slips, -_likeness(wanted, plain), word))
    near.sort()
    if len(wanted) <= 3 and len({word for _, _, word in near}) > 1:
        return None
    return near[0][2] if near else None


def _slips(length: int) -> int:
    """Slips of the pen that a word of so many letters may have."""
    return 0 if length < 3 else 1 if length < 6 else 2 if length < 13 else 3


def _distance(one: str, other: str) -> int:
    """Letters to put in, leave out, change or swap with the next to make one word of the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        last, before, row = before, row, [at]
        for to, sign in enumerate(other, start=1):
            steps = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != sign))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == sign:
                steps = min(steps, last[to - 2] + 1)
            row.append(steps)
    return row[-1]


def _holding(wanted: str, words: Mapping[str, str]) -> str | None:
    """The only word that has `wanted` as a part, or is a part of it; parts are whole words or begin one."""
    if len(wanted) < 3:
        return None
    start = f" {wanted.removesuffix('s')}" if len(wanted) > 3 else f" {wanted} "
    found = [word for plain, word in words.items() if start in f" {plain} "]
    found = found or [word for plain, word in words.items() if len(plain) > 3 and f" {plain} " in f" {wanted} "]
    return found[0] if len(found) == 1 else None


def _likeness(wanted: str, plain: str) -> float:
    """How alike two words are, from 0; above 1 when one has the other as a part."""
    part = wanted in plain or (len(plain) > 3 and plain in wanted)
    return SequenceMatcher(None, wanted, plain, autojunk=False).ratio() + part
