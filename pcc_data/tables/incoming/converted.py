"""A cell as the value of a record that it stands for, by the kind of value that its place asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from pcc_data.codes import Codebook
from pcc_data.errors import plain_words
from pcc_data.records.faults import shown
from pcc_data.records.leaves import FILL_IN
from pcc_data.records.shape import allowed_codes
from pcc_data.records.suggested import NUMBERS, WHOLE
from pcc_data.say import say

_WHOLE = re.compile(r"[-+]?\d{1,18}(?:\.0+)?")
_NUMBER = re.compile(r"[-+]?(?:\d{1,18}(?:\.\d{1,18})?|\.\d{1,18})(?:[eE][-+]?\d{1,2})?")
_COMMA = re.compile(r"[-+]?\d+,\d+")
_TWO_WAYS = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}")
"""1.234 and 1,234 are a thousand to one half of the world, and a little more than one to the other."""
_YES_NO = {"true": True, "yes": True, "wahr": True, "false": False, "no": False, "falsch": False}

Taken = tuple[Any, str]
"""A value, and what is wrong with the cell in words ("" when nothing is known to be)."""


def converted(value: Any, extra: dict[str, Any], book: Codebook, comma: bool = False, exported: bool = False) -> Taken:
    """The value of a cell for a place of the shape. What fits no kind comes back as it is: the rules tell of it.

    `comma` allows decimals with a comma. `exported` says that numbers are as an export writes them, which has a full
    stop before decimals. What the spreadsheet turned into a date or into true, and a number that can be read in two
    ways, is told.
    """
    if value is None or (isinstance(value, str) and FILL_IN in value):
        return None, ""
    kind = extra["kind"]
    if isinstance(value, date):  # a datetime is one
        return _of_date(value, kind)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 and kind not in NUMBERS:
        value = int(value)
    if kind == "code":
        return _code(value, extra, book), ""
    if kind in WHOLE:
        return int(float(value)) if isinstance(value, str) and _WHOLE.fullmatch(value) else value, ""
    if kind in NUMBERS:
        return _number(value, comma, kind, exported)
    if kind == "yes_no":
        return _YES_NO.get(value.casefold(), value) if isinstance(value, str) else value, ""
    if kind == "day":
        return int(value) if isinstance(value, str) and re.fullmatch(r"\d{4}", value) else value, ""
    if isinstance(value, bool):
        return value, say("incoming.true", found=shown(value))
    if isinstance(value, str):
        return value, ""
    return (str(value), "") if isinstance(value, int | float) else (None, say("incoming.no-text-cell"))


def _of_date(value: date, kind: str) -> Taken:
    if kind == "day":
        return value.strftime("%Y-%m-%d"), ""
    day = value.date() if isinstance(value, datetime) else value
    return None, say("incoming.date", found=day.isoformat())


def _code(value: Any, extra: dict[str, Any], book: Codebook) -> Any:
    """The code that a cell names: the code itself or its label, in any letters."""
    codes = allowed_codes(book, extra)
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if text not in codes:
        plain = plain_words(text)
        of_code = [code for code in codes if plain_words(code) == plain]
        of_label = [code for code, entry in codes.items() if plain in map(plain_words, entry.label.values())]
        found = of_code or of_label
        text = found[0] if len(found) == 1 and plain else text
    make: Callable[[str], Any] = extra["base"]
    return make(text) if text in codes else value


def _number(value: Any, comma: bool, kind: str, exported: bool) -> Taken:
    if not isinstance(value, str):
        return value, ""
    if kind == "number" and _TWO_WAYS.fullmatch(value) and not (exported and "." in value and value[-1] != "0"):
        return value, _two_readings(value)
    text = value.replace(",", ".") if comma and _COMMA.fullmatch(value) else value
    if not _NUMBER.fullmatch(text):
        return value, ""
    number = float(text)
    return (int(number) if re.fullmatch(r"[-+]?\d+", text) else number), ""


def _two_readings(value: str) -> str:
    """That a number can be read in two ways, and how to write each so that it cannot: a decimal with other than three
    figures."""
    whole, decimals = re.split("[.,]", value)
    fraction = decimals.rstrip("0")
    decimal = f"{whole}.{decimals}0" if len(fraction) == 3 else f"{whole}.{fraction}" if fraction else whole
    return say("incoming.two-readings", found=shown(value), thousands=whole + decimals, decimal=decimal)
