"""The codes that a place of a record may hold."""

from __future__ import annotations

from typing import Any

from pcc_data.codes import Code, Codebook
from pcc_data.records.shape import Record, allowed_codes, core, fields_of, is_group, keys_of


def codes_at(book: Codebook, field: str) -> dict[str, Code]:
    """Codes that a dotted place of a record may hold; those of the codebook where it is no place of one code."""
    known, extra = fields_of(Record), dict[str, Any]()
    for part in field.split("."):
        if part not in known:
            return book.codes(field)
        inner, extra, _ = core(known[part].type)
        known = keys_of(inner, book) if is_group(inner) else {}
    return allowed_codes(book, extra) if extra.get("kind") == "code" else book.codes(field)
