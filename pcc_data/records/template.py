"""`pcc new-case`: a commented record to fill in, with every field, its definition and its codes."""

from __future__ import annotations

import copy
import os
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from pcc_data.codes import NOTHING, Codebook, Field, said
from pcc_data.errors import not_allowed
from pcc_data.files.slug import marked, slug
from pcc_data.files.writing import write_whole
from pcc_data.paths import datasets_dir
from pcc_data.records.leaves import FILL_IN, LEAVES, words_for
from pcc_data.records.reading import key_path
from pcc_data.records.shape import (
    Basis,
    Outcome,
    Record,
    allowed_codes,
    core,
    fields_of,
    is_group,
    keys_of,
    kind_is,
    source_codebook,
)
from pcc_data.records.writing import SCHEMA, WIDTH, entry, in_one_line, in_order
from pcc_data.say import say

_NOTED = ("coding_basis", "outcomes")
"""Fields of which more is said than the codebook does: `template.note-…`."""
_SECTIONS = (
    "id",
    "start_year",
    "public_partners",
    "ownership_model",
    "boards",
    "coding_basis",
    "outcomes",
    "events",
    "sources",
)
"""Fields with which the sections of a short template begin: `template.section-…`."""
_IN_LINES = ("coding_basis", "outcomes", "events", "challenges", "lessons")
_PROSE = ("basis", "label", "text")
_NEARLY_ALWAYS = ("region", "start_year", "year", "url")
"""Keys that may be missing and mostly are not; so it is with every code that needs a basis."""
OWN = "extended"
_RARE = ("events.month", "sources.read", "sources.read_on")
"""Fields that a newcomer mostly has nothing to say of: null to begin with."""
_FOUND_BY = "sources.url"
"""Where a source is read. Only few kinds of source do without."""
_UNKNOWN = dict.fromkeys(("title", "publisher", "year", "where", "language"), FILL_IN)
_NO_ADDRESS = {"id": "s4", **_UNKNOWN, "kind": "book"}


def run_new_case(
    case: str,
    folder: Path | str,
    from_design: Mapping[str, Any] | None = None,
    out: Callable[[str], object] = print,
    short: bool = False,
) -> int:
    """The command `pcc new-case`: write `<case>.yaml` into a folder. 0 written, 2 not (the reason is told).

    `from_design` is a draft of a record whose values are taken over. Nothing is overwritten.
    """
    folder = Path(folder)
    file = folder / f"{case}.yaml"
    no_folder = say("new-case.no-folder", folder=str(folder)) if folder.exists() and not folder.is_dir() else ""
    problem = id_problem(case) or no_folder
    if problem:
        out(f"pcc new-case: {problem}")
        return 2
    return write_new(
        file, lambda: (short_template if short else template)(case, from_design, schema_address(folder)), out
    )


def write_new(file: Path, make: Callable[[], str | bytes], out: Callable[[str], object]) -> int:
    """Write what `make` gives into a new file, whose folder is made if need be. 0 written, 2 not (told why)."""
    try:
        text = make()
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text)
    except FileExistsError:
        out(f"pcc new-case: {say('new-case.there', file=str(file))}")
        return 2
    except (OSError, ValueError) as error:
        out(f"pcc new-case: {error}")
        return 2
    out(say("pcc.written", file=str(file)))
    return 0


def id_problem(case: str) -> str:
    """What is wrong with the id of a case, with a better one; empty when nothing is."""
    if not LEAVES["slug"](case, source_codebook()):
        return ""
    better = slug(case)
    hint = "none" if not better else "by-hand" if marked(better) and not case.isascii() else "try"
    return say("new-case.no-id", case=repr(case), allowed=words_for("slug"), better=better, hint=hint)


def schema_address(folder: Path) -> str:
    """Address of the schema for editors, as seen from a folder."""
    schema = datasets_dir() / "schema.json"
    try:
        return quote(
            Path(os.path.relpath(schema, folder.resolve())).as_posix()
        )  # an editor reads as far as the first space
    except ValueError:  # another drive
        return schema.as_uri()


def template(case: str, design: Mapping[str, Any] | None = None, schema: str = SCHEMA) -> str:
    """Text of a record to fill in; values of `design` stand where it has any. Raises ValueError for unknown fields."""
    book = source_codebook()
    values = {**_filled(fields_of(Record), _blank(book), design or {}, book), "id": case}
    head = [f"# yaml-language-server: $schema={schema}", *_said("template.head", FILL_IN)]
    parts = ["\n".join(head) + "\n"]
    for key, value in in_order(values).items():
        lines = [*_about(key, book), *entry(key, value), *_example(key, value, book)]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def short_template(case: str, design: Mapping[str, Any] | None = None, schema: str = SCHEMA) -> str:
    """Text of a record with no more than what a case has to tell, in sections. Raises ValueError for unknown fields."""
    book = source_codebook()
    needed = _needed(Record, _blank(book), book)
    values = {**_filled(fields_of(Record), needed, {"collection": OWN, **(design or {})}, book), "id": case}
    lines = [f"# yaml-language-server: $schema={schema}", *_said("template.head-short", FILL_IN)]
    for key, value in in_order(values).items():
        lines += ["", *_said(f"template.section-{key}")] if key in _SECTIONS else []
        lines += [f"{key}:", *_one_line_each(value)] if key in _IN_LINES else entry(key, value)
    return "\n".join(lines) + "\n"


def _needed(part: type[msgspec.Struct], blank: dict[str, Any], book: Codebook) -> dict[str, Any]:
    """A blank group without what may be missing, apart from the little that nearly every case has."""
    fields, kept = fields_of(part), {}
    always = (*_NEARLY_ALWAYS, *book.fields_with(basis="needed"))
    for key, value in blank.items():
        if not fields[key].required and key not in always:
            continue
        inner = core(fields[key].type)[0]
        item = core(inner.item_type)[0] if isinstance(inner, msgspec.inspect.ListType) else inner
        if isinstance(item, msgspec.inspect.StructType):
            several = isinstance(value, list)
            value = [_needed(item.cls, one, book) for one in value] if several else _needed(item.cls, value, book)
        kept[key] = value
    return kept


def _said(key: str, mark: str = "") -> list[str]:
    """A message as lines of comment."""
    return [f"# {line}".rstrip() for line in say(key, mark=mark).splitlines()]


def _one_line_each(group: Any) -> list[str]:
    """Each key of a group, or each item of a list, in one line of its own."""
    if isinstance(group, Mapping):
        return [f"  {key}: {in_one_line(value, _PROSE)}" for key, value in group.items()]
    return [f"  - {in_one_line(value, _PROSE)}" for value in group]


def _blank(book: Codebook) -> dict[str, Any]:
    """A record with nothing but FILL_IN, and short names for its sources."""
    blank = skeleton(Record, book)
    for number, source in enumerate(blank["sources"], start=1):
        source["id"] = f"s{number}"
    return blank


def skeleton(part: type[msgspec.Struct], book: Codebook, path: str = "") -> dict[str, Any]:
    """A group with FILL_IN for what has to be told, null for what often does not apply, [] for what may be missing."""
    return {key: _placeholder(field.type, book, key_path(path, key)) for key, field in fields_of(part).items()}


def _placeholder(kind: msgspec.inspect.Type, book: Codebook, path: str) -> Any:
    inner, extra, null = core(kind)
    if kind_is(inner, Outcome):
        return {"rating": None, "basis": None, "sources": []}
    if isinstance(inner, msgspec.inspect.StructType):
        return None if null else skeleton(inner.cls, book, path)
    if isinstance(inner, msgspec.inspect.DictType):
        based = [key for key in book.fields_with(basis="needed") if book.fields[key].nothing != "does_not_apply"]
        return {key: skeleton(Basis, book, path) for key in based}
    if isinstance(inner, msgspec.inspect.ListType):
        item = _placeholder(inner.item_type, book, path)
        return [copy.deepcopy(item) for _ in range(max(inner.min_length or 0, int(extra["unique"])))]
    blank = null and (path in _RARE or book.field(path).nothing == "does_not_apply")
    return None if blank and path != _FOUND_BY else FILL_IN


def _filled(
    fields: Mapping[str, msgspec.inspect.Field], blank: dict[str, Any], design: Mapping[str, Any], book: Codebook
) -> dict[str, Any]:
    """The blank of a group with the values of a design in it; what the design leaves open stays open."""
    filled = dict(blank)
    for key, value in design.items():
        if key not in fields:
            raise ValueError(not_allowed(key, fields, "field of a record"))
        inner = core(fields[key].type)[0]
        if is_group(inner) and isinstance(value, Mapping):
            filled[key] = _filled(keys_of(inner, book), blank.get(key) or {}, value, book)
        elif isinstance(inner, msgspec.inspect.ListType) and isinstance(value, str) and value:
            filled[key] = [value]  # a design names one where a case may have several
        elif value not in (None, [], ""):
            filled[key] = value
    return filled


def _example(key: str, value: Any, book: Codebook) -> list[str]:
    """What may be added to a field, as comment: an item where there is none, a group, a rare kind of source."""
    inner = core(fields_of(Record)[key].type)[0]
    if key == "sources":
        told, lines = say("template.add-source"), entry(key, [_NO_ADDRESS])[1:]
    elif value == [] and isinstance(inner, msgspec.inspect.ListType):
        item = _with_one_inside(_placeholder(inner.item_type, book, key), inner, book, key)
        items = [{**item, "to": FILL_IN}, item] if key == "spells" else [item]  # one spell tells of no change
        told, lines = say("template.add-item"), entry(key, items)
    elif value is None and isinstance(inner, msgspec.inspect.StructType):
        told, lines = say("template.add-group"), entry(key, skeleton(inner.cls, book, key))
    else:
        return []
    return [f"# {told}", *(f"# {line}" for line in lines)]


def _with_one_inside(item: Any, kind: msgspec.inspect.ListType, book: Codebook, path: str) -> Any:
    """The item with one entry in each of its own lists, and with its own groups."""
    inner = core(kind.item_type)[0]
    if not isinstance(inner, msgspec.inspect.StructType):
        return item
    for key, field in fields_of(inner.cls).items():
        below = core(field.type)[0]
        if isinstance(below, msgspec.inspect.ListType) and not item[key]:
            item[key] = [_placeholder(below.item_type, book, f"{path}.{key}")]
        elif isinstance(below, msgspec.inspect.StructType) and item[key] is None:
            item[key] = skeleton(below.cls, book, f"{path}.{key}")
    return item


def _about(key: str, book: Codebook) -> list[str]:
    """Comments above a field: what it is, what is inside it, and the codes that may be chosen."""
    told: set[tuple[str, ...]] = set()
    lines = _comment(f"{said(book.field(key).label)}. {_meaning(fields_of(Record)[key].type, book.field(key))}", 0)
    lines += _inside(fields_of(Record)[key].type, key, book, 0, told)
    return lines + (_comment(say(f"template.note-{key}"), 0) if key in _NOTED else [])


def _inside(kind: msgspec.inspect.Type, path: str, book: Codebook, depth: int, told: set[tuple[str, ...]]) -> list[str]:
    inner, extra, _ = core(kind)
    if isinstance(inner, msgspec.inspect.ListType):
        return _inside(inner.item_type, path, book, depth, told)
    if isinstance(inner, msgspec.inspect.DictType):  # the same for every field
        inner = core(inner.value_type)[0]
    if isinstance(inner, msgspec.inspect.StructType):
        return _keys(inner.cls, path, book, depth, told)
    if extra.get("kind") != "code":
        return []
    codes = allowed_codes(book, extra)
    if tuple(codes) in told:
        return _comment(say("template.codes-as-above"), depth + 1)
    told.add(tuple(codes))
    words = [f"{code}: {said(word.definition or word.label)}" for code, word in codes.items()]
    return [line for text in words for line in _comment(text, depth + 1)]


def _keys(part: type[msgspec.Struct], path: str, book: Codebook, depth: int, told: set[tuple[str, ...]]) -> list[str]:
    lines = []
    for key, field in fields_of(part).items():
        place = f"{path}.{key}" if f"{path}.{key}" in book.fields else f"outcomes.{key}"
        lines += _comment(f"{key}: {_meaning(field.type, book.field(place))}", depth + 1)
        if not kind_is(core(field.type)[0], Outcome) or not told:
            lines += _inside(field.type, place, book, depth + 1, told)
            told.add(("outcome",))
    return lines


def _meaning(kind: msgspec.inspect.Type, field: Field) -> str:
    """The definition of a field, and what null says there where it may stand."""
    null = core(kind)[2] and field.nothing
    return said(field.definition) + (f" (null: {NOTHING[field.nothing]})" if null else "")


def _comment(text: str, depth: int) -> list[str]:
    start = "# " + "  " * depth
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=start,
        subsequent_indent=start + "  " * bool(depth),
        break_long_words=False,
        break_on_hyphens=False,
    )
