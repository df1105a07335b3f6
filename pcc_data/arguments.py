"""What a person hands to a function, held to what the function can use: the value itself, or an error that names the right one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from numbers import Real
from typing import Any

from pcc_data.errors import not_allowed


def composed(value: Any) -> Any:
    """A text with its accents composed (NFC), so that texts that look alike are alike; anything else as it is."""
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def one_of(found: Any, allowed: Iterable[str], what: str) -> str:
    """The allowed word that `found` is, however its accents are composed. Raises ValueError with the nearest word."""
    words = list(allowed)
    if isinstance(found, str):
        if found in words:
            return found
        alike = [word for word in words if composed(word) == composed(found)]
        if alike:
            return alike[0]
    raise ValueError(not_allowed(found, words, what))


def several(found: Any, allowed: Iterable[str], what: str) -> list[str]:
    """The allowed words that `found` lists, each once, in its order; one word alone is a list of one.

    Raises ValueError with the nearest word for one that is not allowed, and for anything that is no list.
    """
    words = list(allowed)
    if isinstance(found, str):
        found = [found]
    if isinstance(found, Mapping) or not isinstance(found, Iterable):
        raise ValueError(not_allowed(found, words, f"list of {what}s"))
    return list(dict.fromkeys(one_of(one, words, what) for one in found))


def is_number(value: Any) -> bool:
    """Whether it is a finite number; True and False are none."""
    return isinstance(value, Real) and type(value).__name__ not in ("bool", "bool_") and float("-inf") < value < float("inf")


def whole(value: Any, what: str, least: int = 0, most: int | None = None) -> int:
    """A whole number between two bounds; 4.0 is one, "4" and True are none. Raises ValueError that says what was found."""
    if is_number(value) and int(value) == value and least <= value and (most is None or value <= most):
        return int(value)
    span = f"whole numbers from {least:,}" + ("" if most is None else f" to {most:,}")
    meant = f" Did you mean {value.strip()}, without quotation marks?" if isinstance(value, str) and value.strip().isdecimal() else ""
    raise ValueError(f"{what} is {value!r}.{meant} Allowed: {span}.")


def weight(value: Any, what: str) -> float:
    """A finite number from 0. Raises ValueError that says what was found."""
    if is_number(value) and value >= 0:
        return float(value)
    raise ValueError(f"The weight of {what} is {value!r}; allowed: numbers from 0.")


def found_twice(names: Iterable[Any]) -> list[str]:
    """Names that occur more than once, in order; accents composed differently make no other name."""
    seen: dict[str, int] = {}
    for name in names:
        key = composed(str(name))
        seen[key] = seen.get(key, 0) + 1
    return [name for name, times in seen.items() if times > 1]
