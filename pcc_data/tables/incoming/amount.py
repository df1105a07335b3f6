"""Amounts as people write them into a cell: `1,200,000`, `$1.5 million`, `$10-20 million`, `100+`, `???`."""

from __future__ import annotations

import re
from typing import NamedTuple

_SCALES = {
    "thousand": 1e3, "tsd": 1e3, "k": 1e3,
    "million": 1e6, "millions": 1e6, "mio": 1e6, "mn": 1e6, "m": 1e6,
    "billion": 1e9, "billions": 1e9, "bn": 1e9, "b": 1e9,
}  # fmt: skip
_SIGNS = {"€": ("EUR",), "£": ("GBP",), "₹": ("INR",), "¥": ("JPY", "CNY"), "₩": ("KRW",), "₱": ("PHP",)}
_NO_DOLLAR = tuple(code for codes in _SIGNS.values() for code in codes)
_CURRENCY = re.compile("[$€£₹¥₩₱]|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_NUMBER = r"\d+(?:[ ,.'’]\d+)*"
_SCALE = r"(?:\s*(thousand|tsd\.?|millions?|mio\.?|mn|billions?|bn|[kmb])\b)?"
_LEAST = r"(?P<least>>=?|≥|over|more than|at least|from)?"
_MOST = r"(?P<most><=?|≤|under|less than|at most|up to)?"
_ABOUT = r"(?:about|around|approx\.?|circa|c\.|ca\.?|~|≈)?\s*"
_SPAN = rf"(?P<first>{_NUMBER}){_SCALE}\s*(?:(?:-|–|—|to|bis)\s*(?P<last>{_NUMBER}){_SCALE})?\s*(?P<plus>\+)?"
_FORM = re.compile(rf"{_LEAST}{_MOST}\s*{_ABOUT}{_SPAN}", re.IGNORECASE)


class Amount(NamedTuple):
    """A figure, or the ends of a span; what is not known is None."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


def amount(text: str, unit: str = "", comma: bool = False) -> Amount | None:
    """What a cell tells of an amount in `unit`; None when it tells none, or one in another currency.

    `comma` says that decimals have a comma and thousands a full stop. An amount that can be read in two ways is none.
    """
    found = _CURRENCY.findall(text)
    if len(unit) == 3 and unit.isupper() and not all(_fits(sign, unit) for sign in found):
        return None
    bare = " ".join(_CURRENCY.sub(" ", text).split())
    form = _FORM.fullmatch(bare)
    if form is None:
        return None
    scales = [_SCALES[word.lower().strip(".")] if word else None for word in (form[4], form[6])]
    first, last = (_number(form[part], comma, any(scales)) for part in ("first", "last"))
    if first is None:
        return None
    if form["last"]:
        if last is None:
            return None
        low, high = first * (scales[0] or scales[1] or 1), last * (scales[1] or scales[0] or 1)
        return Amount(None, low, high) if low <= high else None
    value = first * (scales[0] or 1)
    if form["plus"] or form["least"]:
        return Amount(None, value, None)
    return Amount(None, None, value) if form["most"] else Amount(value)


def _fits(sign: str, unit: str) -> bool:
    return unit not in _NO_DOLLAR if sign == "$" else unit in _SIGNS.get(sign, (sign,))


def _number(text: str | None, comma: bool, scaled: bool) -> float | None:
    """The number that figures with signs between them stand for; None when the signs tell nothing clear, as in 1.234,
    which is a thousand to many, unless it is `scaled`, as in 1.234 million."""
    if text is None:
        return None
    text = re.sub(r"[ '’]", "", text)
    thousands, decimal = (".", ",") if comma else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{decimal}\d+)?", text):
        text = text.replace(thousands, "")
    elif not scaled and re.fullmatch(rf"[1-9]\d{{0,2}}\{decimal}\d{{3}}", text):
        return None
    text = text.replace(decimal, ".")
    return float(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else None
