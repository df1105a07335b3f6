"""What a record in the making lacks: filled with the mark that `pcc check` asks for, and told part by part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from pcc_data.codes import Codebook
from pcc_data.records.leaves import FILL_IN
from pcc_data.records.reading import BROKEN, Node, key_path
from pcc_data.records.rules import WITHOUT_ADDRESS, is_coded
from pcc_data.records.shape import Record, core, fields_of, is_group, keys_of
from pcc_data.say import say


class Completed:
    """One record held to what every record has: `lacks` lists the parts that were filled with a mark, in words.

    Optional parts that are empty are left out of the record, as people leave them out.
    """

    def __init__(self, tree: Node, book: Codebook, places: Sequence[tuple[str, str]]) -> None:
        self.book, self.places = book, places
        self.lacks: list[str] = []
        self._group(tree, fields_of(Record), "")
        self._reasons(tree)

    def _lacking(self, node: Node, path: str, empty: bool = False) -> Node:
        """A mark for what is lacking; where its cell is there and `empty`, the cell is told."""
        sheet, cell = self.places[node.line - 1]
        self.lacks.append(say("incoming.lack", part=path, sheet=sheet, cell=cell) if empty else path)
        return Node(FILL_IN, node.line)

    def _group(self, node: Node, known: dict[str, msgspec.inspect.Field], path: str, told: bool = True) -> None:
        """Complete a group in place. With `told` false what is lacking is told by who calls."""
        for key, entry in known.items():
            place = key_path(path, key)
            inner, _, null = core(entry.type)
            child = node.value.get(key)
            empty = child is None or child.value is None
            bare = empty or child.value == []  # type: ignore[union-attr]
            if isinstance(inner, msgspec.inspect.ListType) and not (bare and not entry.required):
                node.value[key] = self._list(child or Node([], node.line), inner, place, told)
            elif is_group(inner) and not (empty and (null or not entry.required)):
                node.value[key] = child = Node({}, node.line) if empty else child
                if isinstance(child.value, dict):  # type: ignore[union-attr]
                    self._inside(child, inner, place, told)  # type: ignore[arg-type]
            elif empty and entry.required and not null:
                node.value[key] = self._marked(child or node, place, told, child is not None)
            elif empty and entry.required:
                node.value[key] = child or Node(None, node.line)
            elif bare:
                node.value.pop(key, None)
        self._found_somewhere(node, path, told)

    def _inside(self, node: Node, inner: msgspec.inspect.Type, path: str, told: bool) -> None:
        """Complete what is inside a group; of reasons only those that are there."""
        if isinstance(inner, msgspec.inspect.StructType):
            self._group(node, keys_of(inner, self.book), path, told)
            if path.startswith("outcomes."):
                self._rated(node, path)
            return
        for key, child in node.value.items():
            if isinstance(child.value, dict):
                self._inside(child, core(inner.value_type)[0], f"{path}.{key}", told)  # type: ignore[attr-defined]

    def _list(self, node: Node, kind: msgspec.inspect.ListType, path: str, told: bool) -> Node:
        if not isinstance(node.value, list):
            return Node([], node.line) if node.value is None else node
        item = core(kind.item_type)[0]
        for number, child in enumerate(node.value, start=1):
            if is_group(item) and isinstance(child.value, dict):
                self._inside(child, item, f"{path}[{number}]", told)
        node.value = [child for child in node.value if child.value is not None]
        few = (kind.min_length or 0) - len(node.value)
        if few > 0 and told:
            self._few(node, path, few, is_group(item))
        for _ in range(few):
            fresh = Node({} if is_group(item) else FILL_IN, node.line)
            if is_group(item):
                self._inside(fresh, item, f"{path}[{len(node.value) + 1}]", False)
            node.value.append(fresh)
        return node

    def _few(self, node: Node, path: str, few: int, rows: bool) -> None:
        """Tell that a list is too short."""
        if rows:
            self.lacks.append(say("incoming.more-rows", part=path, n=few))
        else:
            self._lacking(node, path)

    def _found_somewhere(self, node: Node, path: str, told: bool) -> None:
        """An event or a vote needs a year or words for it; a source an address, or where it can be found."""
        section = path.partition("[")[0] if re.fullmatch(r"\w+\[\d+\]", path) else ""
        if section in ("events", "votes") and not (_has(node, "year") or _has(node, "when")):
            node.value["year"] = self._marked(node, f"{path}.year", told)
        if section == "sources" and not _has(node, "url"):
            key = "where" if node.value["kind"].value in WITHOUT_ADDRESS else "url"
            if not _has(node, key):
                node.value[key] = self._marked(node, f"{path}.{key}", told)

    def _marked(self, node: Node, path: str, told: bool, empty: bool = False) -> Node:
        return self._lacking(node, path, empty) if told else Node(FILL_IN, node.line)

    def _rated(self, node: Node, path: str) -> None:
        """A rating needs a reason and sources."""
        if node.value["rating"].value is None:
            return
        if not _has(node, "basis"):
            node.value["basis"] = self._lacking(node, f"{path}.basis")
        if not _has(node, "sources"):
            node.value["sources"] = Node([self._lacking(node, f"{path}.sources")], node.line)

    def _reasons(self, tree: Node) -> None:
        """Every code that needs a reason gets room for one; a reason for a field without a code stays, to be told."""
        given = tree.value["coding_basis"]
        wanted = []
        for field in self.book.fields_with(basis="needed"):
            value = _at(tree, field)
            if value in (None, BROKEN, FILL_IN) or field in given.value or not is_coded(self.book, field, value):
                continue
            fresh, every = Node({}, tree.line), core(fields_of(Record)["coding_basis"].type)[0]
            self._inside(fresh, core(every.value_type)[0], "", False)  # type: ignore[attr-defined]
            given.value[field] = fresh
            wanted.append(field)
        if wanted:
            self.lacks.append(say("incoming.reasons", fields=wanted))


def _has(node: Node, key: str) -> bool:
    child = node.value.get(key)
    return child is not None and child.value not in (None, "", [])


def _at(tree: Node, field: str) -> Any:
    """The plain value at a dotted field of a tree, None when it is not there."""
    node: Any = tree
    for part in field.split("."):
        node = node.value.get(part) if isinstance(node.value, dict) else None
        if node is None:
            return None
    return "list" if isinstance(node.value, list) and node.value else node.value or None
