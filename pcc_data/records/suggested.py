"""The number that was probably meant where a text or a date stands."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

WHOLE = ("year", "year_ahead", "month", "whole", "seats")
NUMBERS = ("number", "latitude", "longitude")
_YEARS = range(1500, 2301)
_DAY_ZERO = date(1899, 12, 30)
"""From here a spreadsheet counts the days of a date."""
_DATE = re.compile(r"(?:\d{1,2}[./-]){1,2}(\d{4})|(\d{4})-\d{1,2}(?:-\d{1,2})?")


def suggested(value: Any, kind: str) -> str:
    """The number that was probably meant by a text such as `1,234.50`, `€ 12`, `c. 1990` or `about 2,000`, or by a
    date; empty when none is."""
    if isinstance(value, date) and kind in WHOLE:
        return _of_date(value, kind)
    if not isinstance(value, str) or kind not in (*WHOLE, *NUMBERS):
        return ""
    written = _DATE.fullmatch(value.strip())
    if written and kind in ("year", "year_ahead"):
        return written[1] or written[2]
    text = re.sub(r"(?<=\d)[\s'’](?=\d{3}(?!\d))", "", value)
    found = re.findall(r"-?\d+(?:[.,]\d+)*" if kind in NUMBERS else r"\d+(?:[.,]\d{3})*(?!\d)", text)
    if len(found) != 1:
        return ""
    number = _written(found[0], kind)
    if kind in ("year", "year_ahead"):
        return number if re.fullmatch(r"\d{4}", number) else ""
    return number


def _of_date(value: date, kind: str) -> str:
    """The month or year of a date; a year that a cell in the format of a date took for a number of days."""
    if kind == "month":
        return str(value.month)
    day = value.date() if isinstance(value, datetime) else value
    days = (day - _DAY_ZERO).days
    return str(days if kind in ("year", "year_ahead") and days in _YEARS else value.year)


def _written(number: str, kind: str) -> str:
    """A number with signs between its figures as a record writes it."""
    if kind in ("latitude", "longitude"):
        return number.replace(",", ".") if number.count(",") + number.count(".") < 2 else ""
    for thousands, decimal in ((",", "."), (".", ",")):
        if re.fullmatch(rf"-?[1-9]\d{{0,2}}(?:\{thousands}\d{{3}})+(?:\{decimal}\d+)?", number):
            return number.replace(thousands, "").replace(decimal, ".")
    return number.replace(",", ".") if number.count(",") + number.count(".") < 2 else ""
