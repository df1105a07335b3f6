"""The JSON Schema of a record, for completion in an editor: the shape with the codebook's codes, labels and
definitions."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from pcc_data.codes import Codebook, Field, said
from pcc_data.records.shape import Outcome, Record, allowed_codes, core, fields_of, keys_of, kind_is, source_codebook
from pcc_data.say import say


def json_schema(book: Codebook | None = None) -> dict[str, Any]:
    """JSON Schema of a record with codes, labels and definitions of the codebook, for completion in an editor.

    The same codebook gives the same schema on every run; `book` defaults to the codebook as written by hand.
    """
    book = book or source_codebook()
    schema = msgspec.json.schema(Record)
    _describe(schema["$defs"], Record, "", book)
    about = {
        "title": say("schema.title", title=said(book.dataset["title"])),
        "description": said(book.dataset["description"]),
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **about, **schema}


def _describe(parts: dict[str, Any], part: type[Struct], prefix: str, book: Codebook) -> None:
    """Add what the codebook says to the schemas of a part and of all parts inside it (`prefix`: its place)."""
    for key, field in fields_of(part).items():
        place = parts[part.__name__]["properties"][key]
        kind, extra, null = core(field.type)
        if isinstance(kind, msgspec.inspect.ListType):
            if extra["unique"]:
                place["uniqueItems"] = True
            kind, extra, null = core(kind.item_type)
            _bound(place["items"], extra, null, book)
        else:
            _bound(place, extra, null, book)
        if f"{prefix}{key}" in book.fields:
            codes = allowed_codes(book, extra) if extra.get("kind") == "code" else {}
            lines = [f"- {word}: {said(entry.label)}. {said(entry.definition)}" for word, entry in codes.items()]
            place |= _about(book.fields[f"{prefix}{key}"], *lines)
        if isinstance(kind, msgspec.inspect.DictType):
            entry, based = place.pop("additionalProperties"), keys_of(kind, book)
            place["properties"] = {name: entry | _about(book.fields[name]) for name in based}
            place["additionalProperties"] = False
            kind = core(kind.value_type)[0]
        if isinstance(kind, msgspec.inspect.StructType):  # an outcome is described once, for every domain
            _describe(parts, kind.cls, prefix if kind_is(kind, Outcome) else f"{prefix}{key}.", book)


def _about(field: Field, *lines: str) -> dict[str, str]:
    return {"title": said(field.label), "description": "\n".join([said(field.definition), *lines])}


def _bound(place: dict[str, Any], extra: dict[str, Any], null: bool, book: Codebook) -> None:
    """Narrow the schema of a value to what the codebook allows."""
    if extra.get("kind") == "code":
        for key in ("type", "anyOf"):
            place.pop(key, None)
        place["enum"] = [*map(extra["base"], allowed_codes(book, extra)), *([None] if null else [])]
    elif extra.get("kind") == "country":
        place["enum"] = sorted(country for region in book.world_regions.values() for country in region.countries)
    elif extra.get("kind") == "language":
        place["examples"] = ["en", "es", "pt-BR"]
