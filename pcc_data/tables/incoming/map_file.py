"""The map that tells which column of a plain table is which field of a case."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pcc_data.codes import Codebook
from pcc_data.errors import plain_words
from pcc_data.records.faults import Report, printable, shown
from pcc_data.records.reading import MAX_BYTES, Node, key_path, plain, read
from pcc_data.say import say
from pcc_data.tables.incoming.cells import Sheet, Unreadable
from pcc_data.tables.incoming.layout import columns_to_fill
from pcc_data.tables.rows import SIDES
from pcc_data.tables.spec import SOURCE

_KEYS = ("sheet", "head_row", "case", "columns", "always", "source")
_FIELD = ("field", "codes", "basis")
_INDICATOR = ("indicator", "label", "unit", "year", "kind", "said_by", "about", "of_a_range")
_PARTNER = ("partner", "level", "legal_form", "kind", "part")
_ENDS = ("low", "high", "middle")


@dataclass
class Part:
    """What becomes of a column."""

    field: str = ""
    codes: Mapping[str, str] = dataclasses.field(default_factory=dict)
    basis: str = ""
    indicator: str = ""
    partner: str = ""
    ends: str = ""
    more: dict[str, Any] = dataclasses.field(default_factory=dict)

    def coded(self, value: Any) -> Any:
        """The code that the map gives for a value; the value itself when it gives none."""
        return self.codes.get(plain_words(str(value)), value) if plain_words(str(value)) else value

    def of_a_range(self, low: float | None, high: float | None) -> float | None:
        """The one value that shall stand for a span; None when the map does not say, or the span is open there."""
        if self.ends == "middle":
            return (low + high) / 2 if low is not None and high is not None else None
        return {"low": low, "high": high}.get(self.ends)


@dataclass
class Map:
    """A map that fits its table."""

    sheet: str
    case: list[str]
    columns: dict[str, Part]
    always: dict[str, Any]
    source: dict[str, Any]


def head_row(columns: Path) -> int:
    """The row that a map names as the head of the table; 1 when it names none. Raises OSError."""
    root, faults = read(columns.read_bytes()[: MAX_BYTES + 1], str(columns))
    found = root.value.get("head_row") if root is not None and not faults and isinstance(root.value, dict) else None
    return found.value if found is not None and isinstance(found.value, int) and found.value > 0 else 1


def read_map(columns: Path, sheets: list[Sheet], book: Codebook) -> Map:
    """The map in a file, held to the columns of the table and to the codebook. Raises Unreadable with every fault."""
    root, faults = read(columns.read_bytes()[: MAX_BYTES + 1], printable(str(columns)))
    report = Report(printable(str(columns)), list(faults))
    made = _Reading(report, book).map(root, sheets) if root is not None and isinstance(root.value, dict) else None
    if root is not None and made is None:
        report.add(root.line, "", say("shape.no-group", found=shown(plain(root))), _KEYS)
    if report.found or made is None:
        raise Unreadable("\n".join(map(str, report.faults())))
    return made


class _Reading:
    def __init__(self, report: Report, book: Codebook) -> None:
        self.report, self.book = report, book
        self.fields = [name for name in columns_to_fill("cases", book) if name != "case"]

    def map(self, root: Node, sheets: list[Sheet]) -> Map:
        """The map of a tree, with what is wrong in the report."""
        given = self._known(root, _KEYS, "")
        by_name = {sheet.name: sheet for sheet in sheets}
        chosen = given.get("sheet")
        name = self._one(chosen, by_name, "sheet") if chosen else sheets[0].name
        heads = by_name.get(name, sheets[0]).columns
        case = given.get("case", Node([], root.line))
        ids = case.value if isinstance(case.value, list) else [case]
        names = [self._one(node, heads, "case") for node in ids]
        if not names:
            self.report.add(case.line, "case", say("shape.missing"), say("incoming.case-of-map"))
        parts = {}
        for head, node in self._group(given.get("columns"), "columns", root).items():
            path = key_path("columns", head)
            if head not in heads:
                self.report.add(node.line, path, say("incoming.no-such-column", found=shown(head)), heads, head)
            parts[head] = self._part(node, path)
        always = self._group(given.get("always"), "always", None)
        for key, node in always.items():
            if key not in self.fields:
                self._no_field(node, key_path("always", key), key)
        source = self._known(given["source"], SOURCE, "source") if "source" in given else {}
        return Map(name, names, parts, _plain(always), _plain(source))

    def _no_field(self, node: Node, path: str, found: str) -> None:
        self.report.add(node.line, path, say("incoming.no-field", found=shown(found)), self.fields, found)

    def _group(self, node: Node | None, path: str, missing: Node | None) -> dict[str, Node]:
        if node is not None and isinstance(node.value, dict):
            return node.value
        if node is not None or missing is not None:
            line, found = (node.line, plain(node)) if node is not None else (1, None)
            self.report.add(line, path, say("shape.no-group", found=shown(found)))
        return {}

    def _known(self, node: Node, keys: Collection[str], path: str) -> dict[str, Node]:
        """The keys of a group that are known; others are told."""
        found = self._group(node, path, None)
        for key in [key for key in found if key not in keys]:
            told = say("shape.no-field", what="map", found=shown(key))
            self.report.add(found[key].line, key_path(path, key), told, keys, key)
        return {key: child for key, child in found.items() if key in keys}

    def _one(self, node: Node, among: Collection[str], path: str, problem: str = "incoming.no-such-column") -> str:
        if not isinstance(node.value, str) or node.value not in among:
            self.report.add(node.line, path, say(problem, found=shown(plain(node))), among, node.value)
        return str(node.value)

    def _part(self, node: Node, path: str) -> Part:
        if isinstance(node.value, str):
            if node.value.removeprefix("place.") not in self.fields:
                self._no_field(node, path, node.value)
            return Part(field=node.value.removeprefix("place."))
        if isinstance(node.value, dict) and "indicator" in node.value:
            return self._indicator(self._known(node, _INDICATOR, path), path)
        if isinstance(node.value, dict) and "partner" in node.value:
            given = self._known(node, _PARTNER, path)
            side = self._code(given.pop("partner"), SIDES, path)
            return Part(partner=side, more=_plain(given))
        given = self._known(node, _FIELD, path)
        of = given.get("field", Node(None, node.line))
        name = str(of.value).removeprefix("place.")
        if name not in self.fields:
            self._no_field(of, path, name)
            return Part()
        basis = given["basis"].value if "basis" in given else ""
        return Part(field=name, codes=self._codes(given.get("codes"), name, path), basis=str(basis or ""))

    def _indicator(self, given: dict[str, Node], path: str) -> Part:
        code = self._code(given.pop("indicator"), self.book.codes("indicators.code"), path)
        ends = self._code(given.pop("of_a_range"), _ENDS, path) if "of_a_range" in given else ""
        return Part(indicator=code, ends=ends, more=_plain(given))

    def _codes(self, node: Node | None, name: str, path: str) -> dict[str, str]:
        """Codes by the plain words of the values that stand for them."""
        found = {}
        for value, code in (self._group(node, f"{path}.codes", None) if node is not None else {}).items():
            key = name if name in self.book.fields else f"place.{name}"
            found[plain_words(value) or value] = self._code(code, self.book.codes(key), f"{path}.codes")
        return found

    def _code(self, node: Node, among: Collection[str], path: str) -> str:
        return self._one(node, among, path, "value-wrong.no-code")


def _plain(group: Mapping[str, Node]) -> dict[str, Any]:
    return {key: plain(node) for key, node in group.items()}
