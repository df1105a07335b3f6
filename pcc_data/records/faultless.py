"""Records in which reading and shape find nothing to tell, read at a third of the cost: without lines and paths.

Nearly all records of a collection are of this kind. Where anything may have to be told, `reading` and `walk` go through
the record with care; they alone find faults, and a test holds that both agree.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec
import yaml
from msgspec import NODEFAULT
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from pcc_data.codes import Codebook
from pcc_data.records.leaves import FILL_IN, LEAVES
from pcc_data.records.reading import LOADER, MAX_BYTES, MAX_DEPTH, scalar, unseen
from pcc_data.records.shape import Record, allowed_codes, core, fields_of, is_group, keys_of

Fit = Callable[[Any], Any]
"""The value that a place of a record holds, from what was read; raises _Unsure where it may be faulty."""


class _Unsure(Exception):
    """Something may have to be told."""


def faultless(data: bytes | str, book: Codebook) -> dict[str, Any] | None:
    """The values of a record as a walk leaves them; None where a careful look may find something to tell."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    try:
        text = raw.decode("utf-8")
        if len(raw) > MAX_BYTES or unseen(text) or FILL_IN in text:
            return None
        return _fit_of_record(book)(_document(LOADER(text).get_event))
    except (UnicodeDecodeError, yaml.YAMLError, _Unsure):
        return None


Events = Callable[[], Any]


def _document(next_event: Events) -> Any:
    """The one value of a text."""
    next_event()
    if next_event().__class__ is not yaml.DocumentStartEvent:
        raise _Unsure
    value = _value(next_event(), next_event, 1)
    next_event()
    if next_event().__class__ is not yaml.StreamEndEvent:
        raise _Unsure
    return value


def _value(event: Any, next_event: Events, depth: int) -> Any:
    if event.anchor or event.tag or depth > MAX_DEPTH:  # what refers to an anchor has one too
        raise _Unsure
    kind = event.__class__
    if kind is ScalarEvent:
        return _plain(event.value) if event.implicit[0] else event.value
    if kind is MappingStartEvent:
        return _group(next_event, depth + 1)
    assert kind is SequenceStartEvent
    found = []
    while (event := next_event()).__class__ is not SequenceEndEvent:
        found.append(_value(event, next_event, depth + 1))
    return found


def _group(next_event: Events, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    while (event := next_event()).__class__ is ScalarEvent:
        key = event.value
        if event.anchor or event.tag or key in found:
            raise _Unsure
        found[key] = _value(next_event(), next_event, depth)
    if event.__class__ is not MappingEndEvent:
        raise _Unsure
    return found


def _plain(word: str) -> Any:
    try:
        return scalar(word)
    except ValueError:
        raise _Unsure from None


@lru_cache(maxsize=8)  # a folder has one codebook, and a record asks at a thousand places
def _fit_of_record(book: Codebook) -> Fit:
    return _fit_of_group(fields_of(Record), book)


def _fit_of(kind: msgspec.inspect.Type, book: Codebook) -> Fit:
    inner, extra, null = core(kind)
    if extra.get("kind", "list") != "list":
        fit = _fit_of_code(book, extra) if extra["kind"] == "code" else _fit_of_leaf(LEAVES[extra["kind"]], book)
    elif is_group(inner):
        fit = _fit_of_group(keys_of(inner, book), book)
    else:
        assert isinstance(inner, msgspec.inspect.ListType)
        fit = _fit_of_list(_fit_of(inner.item_type, book), inner.min_length or 0, extra.get("unique", False))
    return (lambda value: None if value is None else fit(value)) if null else fit


def _fit_of_group(fields: dict[str, msgspec.inspect.Field], book: Codebook) -> Fit:
    fits = {key: _fit_of(field.type, book) for key, field in fields.items()}
    absent = {key: instead for key, field in fields.items() if (instead := _instead_of(field)) is not None}

    def fit(value: Any) -> Any:
        if value.__class__ is not dict or not value.keys() <= fits.keys():
            raise _Unsure
        made = {key: fits[key](child) for key, child in value.items()}
        for key, instead in absent.items():
            if key not in made:
                made[key] = instead()
        return made

    return fit


def _instead_of(field: msgspec.inspect.Field) -> Callable[[], Any] | None:
    """What makes the value of a key that is missing; None where it stays away."""
    if field.required:
        return _refuse
    if field.default_factory is not NODEFAULT:
        return field.default_factory
    return None if field.default is NODEFAULT else lambda: field.default


def _refuse() -> Any:
    raise _Unsure


def _fit_of_list(item: Fit, least: int, unique: bool) -> Fit:
    def fit(value: Any) -> Any:
        if value.__class__ is not list or len(value) < least:
            raise _Unsure
        made = [item(one) for one in value]
        if unique and len(set(made)) < len(made):
            raise _Unsure
        return made

    return fit


def _fit_of_code(book: Codebook, extra: dict[str, Any]) -> Fit:
    codes, base = allowed_codes(book, extra), extra["base"]

    def fit(value: Any) -> Any:
        if value.__class__ is not base or str(value) not in codes:
            raise _Unsure
        return value

    return fit


def _fit_of_leaf(problem: Callable[[Any, Codebook], str | None], book: Codebook) -> Fit:
    def fit(value: Any) -> Any:
        if value is None or problem(value, book):
            raise _Unsure
        return value.strip() if value.__class__ is str else value

    return fit
