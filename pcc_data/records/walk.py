"""Hold a value tree to the shape of a record: every key, type and code, each fault with its line."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import NODEFAULT

from pcc_data.codes import Codebook
from pcc_data.errors import nearest, synonyms
from pcc_data.files.slug import slug
from pcc_data.records.faults import MOST_FAULTS, Report, shown
from pcc_data.records.leaves import FILL_IN, LEAVES, words_for
from pcc_data.records.reading import BROKEN, Node, key_path
from pcc_data.records.shape import Record, Shape, allowed_codes, core, fields_of, is_group, keys_of
from pcc_data.records.suggested import suggested
from pcc_data.say import say

Values = dict[str, Any]
Fields = dict[str, msgspec.inspect.Field]
_NAMES = ("id", "name", "label", "what", "motion", "code", "text")
"""Keys by the first of which an item of a list is called, after its year."""
_LONGEST_NAME = 40


_Core = tuple[msgspec.inspect.Type, dict[str, Any], bool]
_cores: dict[int, tuple[msgspec.inspect.Type, _Core]] = {}
"""What `core` found, by the identity of the type, which stays as long as it is kept here."""


def _core(kind: msgspec.inspect.Type) -> _Core:
    """As `core`, found once: each record asks a thousand times."""
    if id(kind) not in _cores:
        _cores[id(kind)] = kind, core(kind)
    return _cores[id(kind)][1]


class Walk:
    """One walk over a record, or over a draft whose shape is `part` and which is called `what`. `lines` tells the line
    of every path afterwards.

    Faulty values become BROKEN, so that the rules can pass over them and no fault is told twice.
    """

    def __init__(self, report: Report, book: Codebook, part: type[Shape] = Record, what: str = "record") -> None:
        self.report = report
        self.book = book
        self.part, self.what = part, what
        self.lines: dict[str, int] = {"": 1}

    def record(self, root: Node) -> Values | None:
        """The record as plain values with defaults filled in, or None when the text is no record at all."""
        if not isinstance(root.value, dict):
            problem = say("shape.no-record", what=self.what, found=shown(root.value))
            self.report.add(root.line, "", problem, say("shape.lines"))
            return None
        return self._group(root, fields_of(self.part), "")

    def _value(self, node: Node, kind: msgspec.inspect.Type, path: str) -> Any:
        self.lines[path] = node.line
        inner, extra, null = _core(kind)
        if node.value is BROKEN:
            return BROKEN
        if node.value is None and null:
            return None
        if "kind" in extra and extra["kind"] != "list":
            return self._leaf(node, extra, null, path)
        if is_group(inner):
            return self._group(node, keys_of(inner, self.book), path)
        if isinstance(inner, msgspec.inspect.ListType):
            return self._list(node, inner, extra, path)
        return self._leaf(node, extra, null, path)

    def _wrong(self, node: Node, path: str, problem: str, allowed: Any = "", meant: object = None, **words: Any) -> Any:
        self.report.add(node.line, path, problem, allowed, meant, **words)
        return BROKEN

    def _group(self, node: Node, known: Fields, path: str) -> Any:
        if not isinstance(node.value, dict):
            return self._wrong(node, path, say("shape.no-group", found=shown(node.value)), known)
        given = self._keys(node, known, path)
        values: Values = {key: self._value(child, known[key].type, key_path(path, key)) for key, child in given.items()}
        for key, field in known.items():
            if key in given:
                continue
            if key in node.lost:
                values[key] = BROKEN
            elif field.required:
                values[key] = self._wrong(node, key_path(path, key), say("shape.missing"), self._allowed(field.type))
            elif field.default is not NODEFAULT:
                values[key] = field.default
            elif field.default_factory is not NODEFAULT:
                values[key] = field.default_factory()
        return values

    def _keys(self, node: Node, known: Fields, path: str) -> dict[str, Node]:
        """Nodes by known key. A misspelt key is told once and then taken for the missing key that it resembles."""
        if node.value.keys() <= known.keys():
            return node.value
        given = {key: child for key, child in node.value.items() if key in known}
        for key, child in node.value.items():
            if key in known:
                continue
            full = len(self.report.found) >= MOST_FAULTS
            problem = say("shape.no-field", what=self.what, found=shown(key))
            self.report.add(child.line, key_path(path, key), problem, known, key)
            meant = None if full or len(key) > 60 else nearest(key, known)
            if meant and meant not in given:
                given[meant] = child
        return given

    def _list(self, node: Node, kind: msgspec.inspect.ListType, extra: Values, path: str) -> Any:
        if not isinstance(node.value, list):
            return self._wrong(node, path, say("shape.no-list", found=shown(node.value)), say("shape.list", least=0))
        for number, child in enumerate(node.value, start=1):
            if isinstance(child.value, dict):
                self.report.items[f"{path}[{number}]"] = _called(child.value)
        values = [
            self._value(child, kind.item_type, f"{path}[{number}]") for number, child in enumerate(node.value, start=1)
        ]
        if extra.get("unique"):
            self._no_doubles(node, values, path)
        if len(values) < (kind.min_length or 0):
            told = say("shape.too-few", found=len(values)), say("shape.at-least", least=kind.min_length)
            return self._wrong(node, path, *told)
        return values

    def _no_doubles(self, node: Node, values: list[Any], path: str) -> None:
        seen = set()
        for number, value in enumerate(values, start=1):
            if value is not BROKEN and value in seen:
                line = node.value[number - 1].line
                self.report.add(line, f"{path}[{number}]", say("shape.twice", found=shown(value)), say("shape.once"))
            elif value is not BROKEN:
                seen.add(value)

    def _leaf(self, node: Node, extra: Values, null: bool, path: str) -> Any:
        value = node.value
        if isinstance(value, str) and FILL_IN in value:
            return self._wrong(node, path, say("value-wrong.fill-in"), self._words(extra, null))
        if value is None:
            return self._wrong(node, path, say("value-wrong.empty"), self._words(extra, null))
        if extra["kind"] == "code":
            # a rating is a whole number, its code in the codebook the same number as a word; 1.0 and true are neither
            codes = allowed_codes(self.book, extra)
            if type(value) is extra["base"] and str(value) in codes:
                return value
            labels = {code: tuple(entry.label.values()) for code, entry in codes.items()}
            problem = say("value-wrong.no-code", found=shown(value))
            return self._wrong(node, path, problem, self._words(extra, null), value, also=labels)
        wrong = LEAVES[extra["kind"]](value, self.book)
        if wrong:
            among = self._among(extra["kind"])
            name = extra["kind"] == "slug" and isinstance(value, str)
            guess = slug(value) if name else suggested(value, extra["kind"])
            words = self._words(extra, null)
            return self._wrong(node, path, wrong, words, value if among else None, among=among, guess=guess)
        return value.strip() if isinstance(value, str) else value

    def _among(self, kind: str) -> list[str]:
        """Words of which one may have been meant, for kinds of values that have few."""
        if kind == "country":
            return [country for region in self.book.world_regions.values() for country in region.countries]
        return list(synonyms().get(kind, ()))

    def _words(self, extra: Values, null: bool) -> list[str]:
        codes = allowed_codes(self.book, extra) if extra["kind"] == "code" else [words_for(extra["kind"])]
        return [*codes, *(["null"] if null else [])]

    def _allowed(self, kind: msgspec.inspect.Type) -> Any:
        inner, extra, null = _core(kind)
        if is_group(inner):
            return say("shape.group", keys=", ".join(keys_of(inner, self.book)))
        if isinstance(inner, msgspec.inspect.ListType):
            return say("shape.list", least=inner.min_length or 0)
        return self._words(extra, null)


def _called(item: dict[str, Node]) -> str:
    """What people call an item of a list: the id of a source, the year and label of an event, the name of a board."""
    key = next((key for key in _NAMES if _words_at(item, key)), "")
    found = [_words_at(item, part) for part in ("year", key) if part and (part != "year" or key != "id")]
    name = " ".join(word for word in found if word is not None and FILL_IN not in word)
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _words_at(item: dict[str, Node], key: str) -> str | None:
    """A text or whole number at a key as text, None where there is none."""
    value = item[key].value if key in item else None
    return str(value).strip() if isinstance(value, (str, int)) else None
