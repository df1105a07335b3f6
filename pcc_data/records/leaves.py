"""Single values: what is wrong with one, and what is allowed in its place."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from pcc_data.codes import Codebook
from pcc_data.records.faults import shown
from pcc_data.records.kinds import FIRST_YEAR
from pcc_data.say import say

FILL_IN = "FILL_IN"
"""Stands in a new template wherever a value is still to come."""
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TAG = re.compile(r"</?[a-z][\w-]{0,20}(?=\s*/?>|\s+[\w:-]+\s*=)|<!--|<!doctype|<\?xml", re.IGNORECASE)
"""What only HTML looks like; a sign for "less than" before a word is a text like any other."""
RESERVED = ("not_found", "does_not_apply")
"""Words that stand in the tables for a missing value: a text that is one of them is marked there, an id cannot be."""
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_LARGEST = 10**15
LAST_YEAR = 2300
"""The latest year for which something can be planned."""
MOST_SEATS = 10_000
MOST_BLOCS = 40
"""Of a board or a vote."""
LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"

Problem = str | None
Leaf = Callable[[Any, Codebook], Problem]
"""How to hold a value of one kind to its rules: what is wrong with it, or None."""


def words_for(kind: str) -> str:
    """What may stand in the place of a value of this kind, in words."""
    first, last = str(FIRST_YEAR), str(LAST_YEAR)
    return say(f"value.{kind}", now=str(this_year()), first=first, last=last, seats=MOST_SEATS)


def _no(kind: str, value: Any) -> str:
    return say("value-wrong.kind", kind=kind, found=shown(value))


def this_year() -> int:
    """The year on this computer's clock: what has happened did not happen later."""
    return date.today().year


def is_whole(value: Any) -> bool:
    """Whether a value is a whole number (true and false are none)."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: Any) -> bool:
    """Whether a value is a number, finite or not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(value: Any, book: Codebook, at_least: int = 1) -> Problem:
    if not isinstance(value, str):
        return _no("text", value)
    if not value.strip():
        return say("value-wrong.empty") if at_least else None
    if len(value.strip()) < at_least:
        return say("value-wrong.short", found=shown(value))
    if not value.isprintable() and _UNSEEN.search(value):  # the first is far faster
        return say("value-wrong.unseen")
    tag = _TAG.search(value) if "<" in value else None
    return say("value-wrong.html", found=shown(tag[0])) if tag else None


def _long_text(value: Any, book: Codebook) -> Problem:
    return _text(value, book, at_least=8)


def _text_or_blank(value: Any, book: Codebook) -> Problem:
    return _text(value, book, at_least=0)


def _matching(pattern: str, kind: str, longest: int) -> Leaf:
    fullmatch = re.compile(pattern).fullmatch

    def problem(value: Any, book: Codebook) -> Problem:
        fits = isinstance(value, str) and len(value) <= longest and fullmatch(value)
        return None if fits else _no(kind, value)

    return problem


def _whole(low: int, high: int | None, kind: str) -> Leaf:
    def problem(value: Any, book: Codebook) -> Problem:
        fits = is_whole(value) and low <= value <= (this_year() if high is None else high)
        return None if fits else _no(kind, value)

    return problem


def _number(low: float, high: float, kind: str) -> Leaf:
    def problem(value: Any, book: Codebook) -> Problem:
        fits = is_number(value) and math.isfinite(value) and low <= value <= high
        return None if fits else _no(kind, value)

    return problem


def _yes_no(value: Any, book: Codebook) -> Problem:
    return None if isinstance(value, bool) else say("value-wrong.yes-no", found=shown(value))


def _url(value: Any, book: Codebook) -> Problem:
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s<>\"\\]+", value) or _UNSEEN.search(value):
        return _no("url", value)
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return _no("url", value)
    return None if host and re.search(r"\w", host) else say("value-wrong.no-host", found=shown(value))


def _day(value: Any, book: Codebook) -> Problem:
    text = str(value) if is_whole(value) else value
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            if isinstance(text, str) and datetime.strptime(text, form).strftime(form) == text:
                return None
        except ValueError:
            continue
    return _no("day", value)


_short_name = _matching("[a-z0-9][a-z0-9_-]{0,19}", "source_id", 20)


def _source_id(value: Any, book: Codebook) -> Problem:
    if value in RESERVED:
        return say("value-wrong.reserved", found=shown(value))
    return _short_name(value, book)


def _country(value: Any, book: Codebook) -> Problem:
    known = isinstance(value, str) and book.country_region(value)
    return None if known else _no("country", value)


LEAVES: dict[str, Leaf] = {
    "slug": _matching(SLUG.pattern, "slug", 100),
    "text": _text,
    "long_text": _long_text,
    "text_or_blank": _text_or_blank,
    "year": _whole(FIRST_YEAR, None, "year"),
    "year_ahead": _whole(FIRST_YEAR, LAST_YEAR, "year"),
    "month": _whole(1, 12, "month"),
    "whole": _whole(0, 10_000_000, "whole"),
    "seats": _whole(0, MOST_SEATS, "seats"),
    "number": _number(-_LARGEST, _LARGEST, "number"),
    "latitude": _number(-90, 90, "latitude"),
    "longitude": _number(-180, 180, "longitude"),
    "yes_no": _yes_no,
    "url": _url,
    "language": _matching(LANGUAGE, "language", 35),
    "day": _day,
    "country": _country,
    "source_id": _source_id,
}
