"""Kinds of single values and lists in a record, with the bounds that a type can tell; `leaves` holds the rest of their
rules."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

FIRST_YEAR = 1


def code(field: str, base: type = str, without: tuple[str, ...] = ()) -> Any:
    """Type of a value that must be a code of the codebook's `field`; `without` names codes that this place lacks."""
    return Annotated[base, Meta(extra={"kind": "code", "codes": field, "base": base, "without": without})]


def _leaf(base: Any, kind: str, **bounds: Any) -> Any:
    return Annotated[base, Meta(extra={"kind": kind}, **bounds)]


def many(item: Any, at_least: int = 0, unique: bool = False) -> Any:
    """A list of such items, at least so many; with `unique` none may stand in it twice."""
    return Annotated[list[item], Meta(min_length=at_least or None, extra={"kind": "list", "unique": unique})]


Slug = _leaf(str, "slug", pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)
Text = _leaf(str, "text", min_length=1)
LongText = _leaf(str, "long_text", min_length=8)
TextOrBlank = _leaf(str, "text_or_blank")
Year = _leaf(int, "year", ge=FIRST_YEAR)
YearAhead = _leaf(int, "year_ahead", ge=FIRST_YEAR)
Month = _leaf(int, "month", ge=1, le=12)
Whole = _leaf(int, "whole", ge=0, le=10_000_000)
Seats = _leaf(int, "seats", ge=0, le=10_000)
Number = _leaf(int | float, "number")
Latitude = _leaf(float, "latitude", ge=-90, le=90)
Longitude = _leaf(float, "longitude", ge=-180, le=180)
YesNo = _leaf(bool, "yes_no")
Url = _leaf(str, "url", pattern="^https?://")
Language = _leaf(str, "language", pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
Day = _leaf(str | int, "day")
Country = _leaf(str, "country", pattern="^[A-Z]{3}$")
SourceId = _leaf(str, "source_id", pattern="^[a-z0-9][a-z0-9_-]{0,19}$")
Sources = many(SourceId, at_least=1, unique=True)
