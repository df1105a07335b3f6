"""Single values: what is wrong with one, and what is allowed in its place."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from pcc_data.codes import Codebook
from pcc_data.records.faults import shown
from pcc_data.records.kinds import FIRST_YEAR

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


class Leaf(NamedTuple):
    """How to hold a value of one kind to its rules; `allowed` says in words what may stand there."""

    problem: Callable[[Any, Codebook], Problem]
    allowed: str

    def words(self, book: Codebook) -> str:
        """`allowed` with the present year, up to which a record can look."""
        return self.allowed.format(now=this_year())


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
        return f"is no text (found {shown(value)})"
    if not value.strip():
        return "is empty" if at_least else None
    if len(value.strip()) < at_least:
        return f"is too short (found {shown(value)})"
    if _UNSEEN.search(value):
        return "holds an invisible character"
    tag = _TAG.search(value)
    return f"holds HTML (found {shown(tag[0])})" if tag else None


def _reserved(word: str) -> str:
    return (
        f"is the word that stands for a missing value in the tables (found {shown(word)}); say it in other words, or"
        " leave it out"
    )


def _long_text(value: Any, book: Codebook) -> Problem:
    return _text(value, book, at_least=8)


def _text_or_blank(value: Any, book: Codebook) -> Problem:
    return _text(value, book, at_least=0)


def _matching(pattern: str, what: str, longest: int) -> Callable[[Any, Codebook], Problem]:
    def problem(value: Any, book: Codebook) -> Problem:
        fits = isinstance(value, str) and len(value) <= longest and re.fullmatch(pattern, value)
        return None if fits else f"is no {what} (found {shown(value)})"

    return problem


def _whole(low: int, high: int | None, what: str) -> Callable[[Any, Codebook], Problem]:
    def problem(value: Any, book: Codebook) -> Problem:
        if is_whole(value) and low <= value <= (this_year() if high is None else high):
            return None
        return f"is no {what} (found {shown(value)})"

    return problem


def _number(low: float, high: float, what: str) -> Callable[[Any, Codebook], Problem]:
    def problem(value: Any, book: Codebook) -> Problem:
        if is_number(value) and math.isfinite(value) and low <= value <= high:
            return None
        return f"is no {what} (found {shown(value)})"

    return problem


def _yes_no(value: Any, book: Codebook) -> Problem:
    return None if isinstance(value, bool) else f"is neither true nor false (found {shown(value)})"


def _url(value: Any, book: Codebook) -> Problem:
    wrong = f"is no web address (found {shown(value)})"
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s<>\"\\]+", value) or _UNSEEN.search(value):
        return wrong
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return wrong
    return None if host and re.search(r"\w", host) else f"is a web address without a host (found {shown(value)})"


def _day(value: Any, book: Codebook) -> Problem:
    text = str(value) if is_whole(value) else value
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            if isinstance(text, str) and datetime.strptime(text, form).strftime(form) == text:
                return None
        except ValueError:
            continue
    return f"is no day (found {shown(value)})"


def _source_id(value: Any, book: Codebook) -> Problem:
    if value in RESERVED:
        return _reserved(value)
    return _matching("[a-z0-9][a-z0-9_-]{0,19}", "source id", 20)(value, book)


def _country(value: Any, book: Codebook) -> Problem:
    known = isinstance(value, str) and book.country_region(value)
    return None if known else f"is no country code (found {shown(value)})"


LEAVES: dict[str, Leaf] = {
    "slug": Leaf(_matching(SLUG.pattern, "id", 100), "small letters and digits joined by hyphens, the place first"),
    "text": Leaf(_text, "text without HTML (in quotes if it looks like a number, true or null)"),
    "long_text": Leaf(_long_text, "text of at least 8 characters, without HTML"),
    "text_or_blank": Leaf(_text_or_blank, "text without HTML, or null"),
    "year": Leaf(_whole(FIRST_YEAR, None, "year"), f"a year from {FIRST_YEAR} to {{now}}"),
    "year_ahead": Leaf(_whole(FIRST_YEAR, LAST_YEAR, "year"), f"a year from {FIRST_YEAR} to {LAST_YEAR}"),
    "month": Leaf(_whole(1, 12, "month"), "a number from 1 to 12"),
    "whole": Leaf(_whole(0, 10_000_000, "whole number"), "a whole number from 0 to 10,000,000"),
    "seats": Leaf(_whole(0, MOST_SEATS, "number of seats"), f"a whole number from 0 to {MOST_SEATS:,}"),
    "number": Leaf(_number(-_LARGEST, _LARGEST, "number"), "a number such as 1200 or 4.5, without separators or units"),
    "latitude": Leaf(_number(-90, 90, "latitude"), "degrees north, from -90 to 90"),
    "longitude": Leaf(_number(-180, 180, "longitude"), "degrees east, from -180 to 180"),
    "yes_no": Leaf(_yes_no, "true, false"),
    "url": Leaf(_url, "http:// or https:// and a host"),
    "language": Leaf(_matching(LANGUAGE, "language tag", 35), "a language tag (BCP 47), such as en, pt-BR, fil or ckb"),
    "day": Leaf(_day, "a day such as 2026-11-25, or a month or year such as 2026-11 or 2026 (in quotes)"),
    "country": Leaf(_country, "three capital letters (ISO 3166-1 alpha-3), such as DEU"),
    "source_id": Leaf(_source_id, "a short id such as s1"),
}
