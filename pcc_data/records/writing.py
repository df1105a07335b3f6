"""Write a record as YAML that people can read and edit, and that `reading` reads back exactly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import msgspec
import yaml

from pcc_data.records.reading import scalar
from pcc_data.records.shape import Record, core, fields_of

WIDTH = 100
SCHEMA = "../schema.json"
_SAFE_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]")
_UNSAFE = re.compile(r": |:$| #|^---|^\.\.\.|^\s|\s$")
_ID = re.compile("[A-Za-z][A-Za-z0-9_]{0,6}")
_YAML_11 = yaml.SafeLoader.yaml_implicit_resolvers
_SHORT_YES_NO = ("y", "Y", "n", "N")  # some readers of YAML 1.1 take these for true and false
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def dump_record(record: Mapping[str, Any], schema: str = SCHEMA) -> str:
    """The record, whole or in draft, as YAML text: keys in the order of the shape, long texts folded.

    `schema` is the address of `schema.json` for editors that complete while one types. Reading the text gives the
    same values, whole numbers and fractions apart. Raises TypeError for values that a record cannot hold.
    """
    text = f"# yaml-language-server: $schema={schema}\n"
    apart = True
    for key, value in in_order(record).items():
        lines = entry(key, value)
        text += ("\n" if apart or len(lines) > 1 else "") + "\n".join(lines) + "\n"
        apart = len(lines) > 1
    return text


def in_order(values: Mapping[str, Any], part: type[msgspec.Struct] = Record) -> dict[str, Any]:
    """The same values with the keys of each group in the order of the shape; unknown keys come last."""
    fields = fields_of(part)
    keys = [key for key in fields if key in values] + [key for key in values if key not in fields]
    return {key: _ordered(values[key], fields[key].type) if key in fields else values[key] for key in keys}


def entry(key: str, value: Any, indent: int = 0) -> list[str]:
    """Lines of `key: value`, moved right by `indent` spaces."""
    return _attached(" " * indent + _scalar_text(key) + ":", value, indent)


def _ordered(value: Any, kind: msgspec.inspect.Type) -> Any:
    inner = core(kind)[0]
    if isinstance(inner, msgspec.inspect.StructType) and isinstance(value, Mapping):
        return in_order(value, inner.cls)
    if isinstance(inner, msgspec.inspect.ListType) and isinstance(value, list):
        return [_ordered(item, inner.item_type) for item in value]
    return value


def _attached(head: str, value: Any, indent: int) -> list[str]:
    """Lines of a value that follows `head`, the key or the dash in front of it."""
    inside = indent + 2
    if isinstance(value, Mapping) and value:
        return [head, *(line for key, child in value.items() for line in entry(key, child, inside))]
    if isinstance(value, list | tuple) and value:
        flow = _flow(value)
        if flow and len(head) + len(flow) < WIDTH:
            return [f"{head} {flow}"]
        return [head, *(line for child in value for line in _item(child, inside))]
    if isinstance(value, str) and len(head) + len(value) + 1 > WIDTH and _can_fold(value):
        return [f"{head} >-", *_folded(value, inside)]
    return [f"{head} {_scalar_text(value)}"]


def _item(value: Any, indent: int) -> list[str]:
    dash = " " * indent + "-"
    if isinstance(value, Mapping) and value:
        lines = [line for key, child in value.items() for line in entry(key, child, indent + 2)]
        return [dash + lines[0][indent + 1 :], *lines[1:]]
    if isinstance(value, list | tuple) and value:  # a list in a list: the inner dashes stand under the outer one
        return [dash, *(line for child in value for line in _item(child, indent + 2))]
    return _attached(dash, value, indent)


def _flow(values: Any) -> str:
    """A list of source ids in one line, or nothing when these are no ids."""
    ids = all(isinstance(value, str) and _ID.fullmatch(value) and _is_plain(value) for value in values)
    return f"[{', '.join(values)}]" if ids else ""


def _can_fold(text: str) -> bool:
    return " " in text and text.isprintable() and text == text.strip()


def _folded(text: str, indent: int) -> list[str]:
    """Lines that YAML folds back into the text: they break at single spaces only."""
    lines = [""]
    for word in re.split(r"(?<! ) (?! )", text):
        if lines[-1] and indent + len(lines[-1]) + 1 + len(word) > WIDTH:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return [" " * indent + line for line in lines]


def _scalar_text(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        written = float.__repr__(value)
        return {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}.get(written, written)
    if isinstance(value, str):
        return value if _is_plain(value) else _quoted(value)
    if isinstance(value, Mapping | list | tuple):
        return "{}" if isinstance(value, Mapping) else "[]"
    raise TypeError(f"A record cannot hold {value!r}.")


def _is_plain(text: str) -> bool:
    """Whether a text needs no quotes and no reader of YAML 1.1 or 1.2 takes it for something else."""
    if not text or not text.isprintable() or not _SAFE_START.match(text) or _UNSAFE.search(text):
        return False
    if text in _SHORT_YES_NO:
        return False
    rules = _YAML_11.get(text[0], []) + _YAML_11.get(None, [])
    if any(pattern.match(text) for _, pattern in rules):
        return False
    try:
        return isinstance(scalar(text), str)
    except ValueError:
        return False


def _quoted(text: str) -> str:
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign == " " or sign.isprintable():
        return sign
    number = ord(sign)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
