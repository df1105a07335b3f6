"""What a person hands to a function, held to what the function can use: the value itself, or an error that names the
right one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from numbers import Real
from typing import Any

import pandas as pd

from pcc_data.errors import not_allowed

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)


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


def is_missing(value: Any) -> bool:
    """Whether a single value is None, NaN, NaT or <NA>."""
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, Real) and value != value)


def listed(values: Any) -> list[Any]:
    """What was given as a list: one value alone, also a text, is a list of one."""
    many = isinstance(values, Iterable) and not isinstance(values, (str, bytes, Mapping))
    return list(values) if many else [values]


def number_of(value: Any, what: str) -> float:
    """A finite number, also when it comes as a text such as "2010". Raises ValueError that says what was found."""
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        value = float(value)
    if is_number(value):
        return int(value) if int(value) == value else float(value)
    year = getattr(value, "year", None)  # of a date
    meant = f" Did you mean {year}?" if is_number(year) and "year" in what else ""
    raise ValueError(f"{value!r} is no {what}.{meant} Allowed: a number, not_found or does_not_apply.")


def text_of(value: Any, what: str) -> str:
    """A text with its accents composed. Raises ValueError for anything else."""
    if isinstance(value, str):
        return composed(value)
    raise ValueError(f"{value!r} is no {what}. Allowed: a text, not_found or does_not_apply.")


def yes_or_no(value: Any, what: str) -> bool:
    """True or False. Raises ValueError for anything else, with the one that was probably meant."""
    if type(value).__name__ in ("bool", "bool_"):
        return bool(value)
    meant = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(
        str(value).strip().lower()
    )
    raise ValueError(
        f"{value!r} is no {what}." + (f" Did you mean {meant}?" if meant is not None else "") + " Allowed: True, False."
    )


def several(found: Any, allowed: Iterable[str], what: str) -> list[str]:
    """The allowed words that `found` lists, each once, in its order; one word alone is a list of one.

    Raises ValueError with the nearest word for one that is not allowed.
    """
    words = list(allowed)
    return list(dict.fromkeys(one_of(one, words, what) for one in listed(found)))


def is_number(value: Any) -> bool:
    """Whether it is a finite number; True and False are none."""
    return (
        isinstance(value, Real)
        and type(value).__name__ not in ("bool", "bool_")
        and float("-inf") < value < float("inf")
    )


def whole(value: Any, what: str, least: int = 0, most: int | None = None) -> int:
    """A whole number between two bounds; 4.0 is one, "4" and True are none. Raises ValueError that says what was
    found."""
    if is_number(value) and int(value) == value and least <= value and (most is None or value <= most):
        return int(value)
    span = f"whole numbers from {least:,}" + ("" if most is None else f" to {most:,}")
    meant = (
        f" Did you mean {value.strip()}, without quotation marks?"
        if isinstance(value, str) and value.strip().isdecimal()
        else ""
    )
    raise ValueError(f"{what} is {value!r}.{meant} Allowed: {span}.")


def checked_weight(value: Any, what: str) -> float:
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
