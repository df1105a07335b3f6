"""Write a record as YAML that people can read and edit, and that `reading` reads back exactly."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import takewhile
from typing import Any, NamedTuple

import msgspec
import yaml

from pcc_data.records.reading import scalar
from pcc_data.records.shape import Record, core, fields_of, is_group, keys_of, source_codebook

WIDTH = 100
SCHEMA = "../schema.json"
_SAFE_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]")
_UNSAFE = re.compile(r": |:$| #|^---|^\.\.\.|^\s|\s$")
_ID = re.compile("[A-Za-z][A-Za-z0-9_]{0,6}")
_YAML_11 = yaml.SafeLoader.yaml_implicit_resolvers
_SHORT_YES_NO = ("y", "Y", "n", "N")  # some readers of YAML 1.1 take these for true and false
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}

Trail = tuple[str | int, ...]
"""Keys and numbers (from 0) that lead to a value of a record; () is the record itself."""


class Comments(NamedTuple):
    """Comments that go with a value: lines above its key or dash, the end of its first line, lines below all of it.

    Each begins with #; an empty line is "". Those of the record itself stand at the head and the end of the file.
    """

    above: tuple[str, ...] = ()
    beside: str = ""
    below: tuple[str, ...] = ()


Notes = Mapping[Trail, Comments]
_NO_NOTES: Notes = {}
_NONE = Comments()


def dump_record(record: Mapping[str, Any], schema: str = SCHEMA, notes: Notes = _NO_NOTES) -> str:
    """The record, whole or in draft, as YAML text: keys in the order of the shape, long texts folded.

    `schema` is the address of `schema.json` for editors that complete while one types; `notes` are comments to be
    written with their values. Reading the text gives the same values, whole numbers and fractions apart. Raises
    TypeError for values that a record cannot hold.
    """
    own = notes.get((), _NONE)
    lines = [f"# yaml-language-server: $schema={schema}", *own.above]
    apart = True
    for key, value in in_order(record).items():
        above = notes.get((key,), _NONE).above
        part = entry(key, value, 0, notes)
        high = len(part) > 1 + len(above)
        lines += [*([""] if apart or high or above else []), *part]
        apart = high
    return "\n".join(_one_empty_line([*lines, "", *own.below])) + "\n"


def in_order(values: Mapping[str, Any], part: type[msgspec.Struct] = Record) -> dict[str, Any]:
    """The same values with the keys of each group in the order of the shape, and those of fields with a basis in that
    of the codebook; unknown keys come last."""
    return _by_key(values, fields_of(part))


def _by_key(values: Mapping[str, Any], fields: Mapping[str, msgspec.inspect.Field]) -> dict[str, Any]:
    keys = [key for key in fields if key in values] + [key for key in values if key not in fields]
    return {key: _ordered(values[key], fields[key].type) if key in fields else values[key] for key in keys}


def entry(key: str, value: Any, indent: int = 0, notes: Notes = _NO_NOTES, group: Trail = ()) -> list[str]:
    """Lines of `key: value`, a key of the group at `group`, moved right by `indent` spaces, with its comments."""
    path = (*group, key)
    return _noted(
        _attached(" " * indent + _scalar_text(key) + ":", value, indent, notes, path), indent, notes.get(path)
    )


def in_one_line(value: Any, quoted: Collection[str] = ()) -> str:
    """A value in one line; texts of the keys that are `quoted` stand in quotes, so that any text can be typed there."""
    if isinstance(value, Mapping):
        prose = {key for key, child in value.items() if key in quoted and isinstance(child, str)}
        texts = [_quoted(child) if key in prose else in_one_line(child, quoted) for key, child in value.items()]
        return "{" + ", ".join(f"{_scalar_text(key)}: {text}" for key, text in zip(value, texts, strict=True)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(in_one_line(child, quoted) for child in value) + "]"
    return _quoted(value) if isinstance(value, str) and not _ID.fullmatch(value) else _scalar_text(value)


def _ordered(value: Any, kind: msgspec.inspect.Type) -> Any:
    inner = core(kind)[0]
    if is_group(inner) and isinstance(value, Mapping):
        return _by_key(value, keys_of(inner, source_codebook()))
    if isinstance(inner, msgspec.inspect.ListType) and isinstance(value, list):
        return [_ordered(item, inner.item_type) for item in value]
    return value


def _noted(lines: list[str], indent: int, own: Comments | None) -> list[str]:
    """The lines of a value with its comments."""
    if own is None:
        return lines
    start = " " * indent
    above, below = ([start + line if line else "" for line in part] for part in (own.above, own.below))
    return [*above, lines[0] + (f"  {own.beside}" if own.beside else ""), *lines[1:], *below]


def _one_empty_line(lines: list[str]) -> list[str]:
    """The lines without empty ones at the end, and with one where there were several."""
    kept = [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
    return kept if kept[-1] else kept[:-1]


def _attached(head: str, value: Any, indent: int, notes: Notes, path: Trail) -> list[str]:
    """Lines of a value that follows `head`, the key or the dash in front of it."""
    inside = indent + 2
    if isinstance(value, Mapping) and value:
        return [head, *(line for key, child in value.items() for line in entry(key, child, inside, notes, path))]
    if isinstance(value, list | tuple) and value:
        flow = "" if any((*path, at) in notes for at in range(len(value))) else _flow(value)
        if flow and len(head) + len(flow) < WIDTH:
            return [f"{head} {flow}"]
        return [head, *_items(value, inside, notes, path)]
    if isinstance(value, str) and len(head) + len(value) + 1 > WIDTH and _can_fold(value):
        return [f"{head} >-", *_folded(value, inside)]
    return [f"{head} {_scalar_text(value)}"]


def _items(values: Any, indent: int, notes: Notes, path: Trail) -> list[str]:
    return [line for at, child in enumerate(values) for line in _item(child, indent, notes, (*path, at))]


def _item(value: Any, indent: int, notes: Notes, path: Trail) -> list[str]:
    own, dash = notes.get(path, _NONE), " " * indent + "-"
    if not isinstance(value, Mapping | list | tuple) or not value:
        return _noted(_attached(dash, value, indent, notes, path), indent, own)
    if isinstance(value, Mapping):
        lines = [line for key, child in value.items() for line in entry(key, child, indent + 2, notes, path)]
    else:
        lines = _items(value, indent + 2, notes, path)
    over = [line.strip() for line in takewhile(lambda line: not line or line.lstrip().startswith("#"), lines)]
    own = own._replace(above=(*own.above, *over))  # no comment stands between a dash and what is first behind it
    lines = lines[len(over) :]
    if isinstance(value, Mapping):
        return _noted([dash + lines[0][indent + 1 :], *lines[1:]], indent, own)
    own = own._replace(above=(*own.above, *filter(None, [own.beside])), beside="")
    return _noted([dash, *lines], indent, own)  # a list in a list: the inner dashes stand under the outer one


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
