"""From rows to records in the making: one tree of values for each case, in which each value knows its cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from pcc_data.codes import Codebook
from pcc_data.errors import nearest
from pcc_data.records.faults import shown
from pcc_data.records.leaves import words_for
from pcc_data.records.reading import BROKEN, Node
from pcc_data.records.shape import Record, core, fields_of, is_group, keys_of
from pcc_data.records.suggested import NUMBERS, WHOLE, suggested
from pcc_data.say import say
from pcc_data.tables.incoming.cells import Cell, Row, Sheet
from pcc_data.tables.incoming.converted import converted
from pcc_data.tables.incoming.layout import LISTS, NOT_READ, columns_in, in_letters
from pcc_data.tables.rows import PLAIN, SIDES
from pcc_data.tables.spec import CODE_TABLES, DERIVED, TABLES, Column, columns_of

Place = tuple[str, str]
"""Sheet and cell."""


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a cell, told before any record is made of it."""

    place: Place
    column: str
    problem: str
    allowed: str = ""
    suggestion: str = ""


@dataclass
class Trees:
    """Trees of all cases by id; `places` tells the cell of each line of a tree, counted from 1."""

    book: Codebook
    found: dict[str, Node] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    def line(self, sheet: str, place: str) -> int:
        """A line for a cell."""
        self.places.append((sheet, place))
        return len(self.places)

    def wrong(self, sheet: str, place: str, column: str, problem: str, allowed: str = "", meant: str = "") -> None:
        """Note what is wrong with a cell."""
        self.troubles.append(Trouble((sheet, place), column, problem, allowed, meant))


def grown(sheets: list[Sheet], book: Codebook) -> Trees:
    """Trees of the cases in a list of sheets, as `pcc new-case --xlsx` and `pcc export` lay them out.

    One sheet of any name is taken for the cases. What cannot be taken is told in `troubles`.
    """
    trees = Trees(book)
    named = {in_letters(sheet.name, TABLES) or sheet.name: sheet for sheet in sheets}
    if "cases" not in named and len(sheets) == 1:
        named = {"cases": sheets[0]}
    _told_while_reading(trees, named)
    if "cases" not in named:
        trees.wrong(next(iter(named), "-"), "", "", say("incoming.no-cases"), ", ".join(TABLES[:-1]))
        return trees
    tables = {name: _renamed(trees, name, sheet) for name, sheet in named.items() if name in TABLES}
    _Cases(trees, tables["cases"]).grow()
    for name in [name for name in TABLES if name in tables and name not in ("cases", *NOT_READ)]:
        _Table(trees, name, tables[name]).grow()
    return trees


def _told_while_reading(trees: Trees, named: dict[str, Sheet]) -> None:
    """What was found while reading, and sheets that are no table."""
    for name, sheet in named.items():
        if name in NOT_READ:
            continue
        if name not in TABLES:
            meant = nearest(name, TABLES) or ""
            trees.wrong(sheet.name, "", "", say("incoming.no-sheet"), ", ".join(TABLES[:-1]), meant)
            continue
        for place, problem in sheet.faults:
            trees.wrong(sheet.name, place, "", problem)


def _renamed(trees: Trees, name: str, sheet: Sheet) -> Sheet:
    """The sheet with its columns named as those of the table; a column that the table does not have is told."""
    known = columns_in(name, trees.book)
    names: dict[str, str] = {}
    for head, place in sheet.columns.items():
        column = in_letters(head, known)
        if column is None and name not in NOT_READ:
            meant = nearest(head, known) or ""
            trees.wrong(sheet.name, place, "", say("incoming.no-column", found=shown(head)), ", ".join(known), meant)
        elif column is not None:
            names[head] = column
    if "case" not in names.values() and name not in NOT_READ:
        trees.wrong(sheet.name, "", "", say("incoming.no-case-column"), ", ".join(known))
    rows = [{names[head]: cell for head, cell in row.items() if head in names} for row in sheet.rows]
    columns = {names[head]: place for head, place in sheet.columns.items() if head in names}
    return replace(sheet, rows=rows, faults=[], columns=columns)


class _Reader:
    """What reading the cases and reading the lists share."""

    def __init__(self, trees: Trees, sheet: Sheet) -> None:
        self.trees, self.sheet = trees, sheet

    def leaf(self, cell: Cell, kind: msgspec.inspect.Type, column: str) -> Node:
        """The value of a cell for a type of the shape."""
        line = self.trees.line(self.sheet.name, cell.place)
        if cell.trouble:
            self.trees.wrong(self.sheet.name, cell.place, column, cell.trouble)
            return Node(BROKEN, line)
        extra = core(kind)[1]
        value, wrong = converted(cell.value, extra, self.trees.book, self.sheet.comma, self.sheet.exported)
        told = bool(wrong) and isinstance(value, str)  # both readings
        meant = "" if told or not (wrong or isinstance(value, str)) else suggested(cell.value, extra["kind"])
        if wrong or (meant and extra["kind"] in (*WHOLE, *NUMBERS)):
            kind_of = "year" if extra["kind"] == "year_ahead" else extra["kind"]
            problem = wrong or say("value-wrong.kind", kind=kind_of, found=shown(cell.value))
            allowed = words_for(extra["kind"])
            self.trees.wrong(self.sheet.name, cell.place, column, problem, allowed, meant)
            return Node(BROKEN, line)
        return Node(value, line)

    def several(self, cell: Cell, kind: msgspec.inspect.Type, column: str) -> Node:
        """A list of words in one cell, parted by semicolons or commas."""
        item = core(kind)[0].item_type  # type: ignore[attr-defined]
        if cell.trouble or not isinstance(cell.value, str):
            node = self.leaf(cell, item, column)
            return Node([] if node.value is None else [node], node.line) if not cell.trouble else node
        words = [word.strip() for word in re.split("[;,]", cell.value) if word.strip()]
        parts = [self.leaf(cell._replace(value=word), item, column) for word in words]
        return Node(parts, self.trees.line(self.sheet.name, cell.place))

    def place(self, row: Row) -> str:
        """The first cell of a row."""
        return next(iter(row.values())).place


class _Cases(_Reader):
    """The sheet of cases."""

    def grow(self) -> None:
        """One tree a row."""
        for row in self.sheet.rows:
            cell = row.get("case", Cell(None, self.place(row)))
            node = self.leaf(cell, fields_of(Record)["id"].type, "case")
            if not isinstance(node.value, str):
                if node.value is None:
                    self.trees.wrong(self.sheet.name, cell.place, "case", say("incoming.no-id"))
                continue
            if node.value in self.trees.found:
                first = self.trees.places[self.trees.found[node.value].line - 1][1]
                told = say("incoming.case-twice", found=shown(node.value), first=first)
                self.trees.wrong(self.sheet.name, cell.place, "case", told)
                continue
            self.trees.found[node.value] = self._tree(row, node)

    def _tree(self, row: Row, case: Node) -> Node:
        tree = Node({"id": case}, case.line)
        for column in columns_of("cases", self.trees.book):
            if column.name in row and column.field not in (*DERIVED, *LISTS, "id"):
                group, kind = _inside(tree, column.key, self.trees.book)
                group.value[column.key.rpartition(".")[2]] = self.leaf(row[column.name], kind, column.name)
        for name in LISTS:
            if name in row and row[name].value != "mixed":  # the codes stand in a sheet of their own
                tree.value[name] = self.several(row[name], fields_of(Record)[name].type, name)
        return tree


def _inside(tree: Node, key: str, book: Codebook) -> tuple[Node, msgspec.inspect.Type]:
    """The group that a dotted key stands in, made where it is not there yet, and the type of its value."""
    known = fields_of(Record)
    *groups, last = key.split(".")
    for part in groups:
        tree = tree.value.setdefault(part, Node({}, tree.line))
        known = keys_of(core(known[part].type)[0], book)
    return tree, known[last].type


class _Table(_Reader):
    """A sheet of a list: each row belongs to the case that it names."""

    def __init__(self, trees: Trees, name: str, sheet: Sheet) -> None:
        super().__init__(trees, sheet)
        self.name = name
        self.columns = columns_of(name, trees.book)
        self.before: dict[tuple[str, Any], tuple[Node, Row]] = {}

    def grow(self) -> None:
        """Add every row to the tree of its case."""
        take: dict[str, Callable[[Node, Row], None]] = {
            "outcomes": self._outcome,
            "partners": self._partner,
            "boards": self._bloc,
            "votes": self._bloc,
            "codings": self._coding,
            "work": self._work,
        }
        of_codes = {table: name for name, table in CODE_TABLES.items()}
        fresh: set[tuple[str, str]] = set()
        for row in self.sheet.rows:
            tree = self._case(row)
            if tree is None:
                continue
            if self.name in PLAIN:
                self._items(tree, self.name).append(self._item(row, self.name, self.columns))
            elif self.name in of_codes:
                key = of_codes[self.name]
                if (tree.value["id"].value, key) not in fresh:
                    tree.value[key] = Node([], tree.line)  # the sheet of its own counts, not the cell among the cases
                fresh.add((tree.value["id"].value, key))
                kind = core(fields_of(Record)[key].type)[0].item_type  # type: ignore[attr-defined]
                tree.value[key].value.append(self.leaf(self._cell(row, "code"), kind, "code"))
            else:
                take[self.name](tree, row)

    def _cell(self, row: Row, column: str) -> Cell:
        return row.get(column) or Cell(None, self.place(row))

    def _case(self, row: Row) -> Node | None:
        """The tree of the case that a row names."""
        cell = self._cell(row, "case")
        case = cell.value if isinstance(cell.value, str) else None
        if case and not cell.trouble:
            # an id with capitals or blanks is told once, where it stands among the cases
            spelt = case if case in self.trees.found else in_letters(case, self.trees.found)
            if spelt is not None:
                return self.trees.found[spelt]
        problem = cell.trouble or (say("incoming.no-such-case", found=shown(case)) if case else say("incoming.no-id"))
        meant = (nearest(case, self.trees.found) or "") if case else ""
        self.trees.wrong(self.sheet.name, cell.place, "case", problem, "", meant)
        return None

    def _items(self, tree: Node, key: str) -> list[Node]:
        return tree.value.setdefault(key, Node([], tree.line)).value

    def _item(self, row: Row, key: str, columns: tuple[Column, ...]) -> Node:
        """An item of a list, by the columns of its table."""
        kind = core(core(fields_of(Record)[key].type)[0].item_type)[0]  # type: ignore[attr-defined]
        return self._group(row, kind, {column.key: column.name for column in columns})

    def _group(self, row: Row, kind: msgspec.inspect.Type, names: dict[str, str]) -> Node:
        """A group of keys from a row; `names` gives the column of each key."""
        known = keys_of(kind, self.trees.book)
        node = Node({}, self.trees.line(self.sheet.name, self.place(row)))
        for key, name in names.items():
            cell = self._cell(row, name)
            if key not in known:
                if cell.value is not None:
                    self.trees.wrong(self.sheet.name, cell.place, name, say("incoming.not-here"), ", ".join(known))
                continue
            inner = core(known[key].type)[0]
            take = self.several if isinstance(inner, msgspec.inspect.ListType) else self.leaf
            node.value[key] = take(cell, known[key].type, name)
        return node

    def _chosen(self, row: Row, column: str, among: tuple[str, ...]) -> str | None:
        """A word of a column that tells what kind of row this is."""
        cell = self._cell(row, column)
        word = in_letters(cell.value, among) if isinstance(cell.value, str) and not cell.trouble else None
        if word is None:
            empty = cell.value is None and not cell.trouble
            problem = say("value-wrong.empty") if empty else say("value-wrong.no-code", found=shown(cell.value))
            meant = nearest(cell.value, among) or ""
            self.trees.wrong(self.sheet.name, cell.place, column, problem, ", ".join(among), meant)
        return word

    def _partner(self, tree: Node, row: Row) -> None:
        side = self._chosen(row, "side", SIDES)
        if side:
            names = {column.key: column.name for column in self.columns if column.name != "side"}
            kind = core(core(fields_of(Record)[f"{side}_partners"].type)[0].item_type)[0]  # type: ignore[attr-defined]
            self._items(tree, f"{side}_partners").append(self._group(row, kind, names))

    def _under(self, tree: Node, group: str, key: str | None, row: Row, column: str, names: dict[str, str]) -> None:
        """Put a row under a key of a group of the record, where nothing stands yet."""
        if key is None:
            return
        inner = core(fields_of(Record)[group].type)[0] if group else None
        known = keys_of(inner, self.trees.book) if inner else fields_of(Record)
        within = tree.value.setdefault(group, Node({}, tree.line)) if group else tree
        if key in within.value:
            cell = self._cell(row, column)
            first = self.trees.places[within.value[key].line - 1][1]
            told = say("incoming.row-twice", found=shown(cell.value), first=first)
            self.trees.wrong(self.sheet.name, cell.place, column, told)
        elif key not in known or not is_group(core(known[key].type)[0]):
            cell = self._cell(row, column)
            meant = nearest(key, known) or ""
            told = say("shape.no-field", what="record", found=shown(key))
            self.trees.wrong(self.sheet.name, cell.place, column, told, ", ".join(known), meant)
        else:
            within.value[key] = self._group(row, core(known[key].type)[0], names)

    def _outcome(self, tree: Node, row: Row) -> None:
        domains = tuple(fields_of(core(fields_of(Record)["outcomes"].type)[0].cls))  # type: ignore[attr-defined]
        key = self._chosen(row, "domain", domains)
        self._under(tree, "outcomes", key, row, "domain", _same("rating", "basis", "sources"))

    def _coding(self, tree: Node, row: Row) -> None:
        known = keys_of(core(fields_of(Record)["coding_basis"].type)[0], self.trees.book)
        key = self._chosen(row, "field", tuple(known))
        self._under(tree, "coding_basis", key, row, "field", _same("basis", "sources"))

    def _work(self, tree: Node, row: Row) -> None:
        key = self._chosen(row, "kind", ("paid", "unpaid"))
        if key == "paid":
            self._under(tree, "", "staff", row, "kind", {**_same("terms", "union", "sources"), "basis": "text"})
        elif key:
            self._under(tree, "", "unpaid_work", row, "kind", _same("text", "sources"))

    def _bloc(self, tree: Node, row: Row) -> None:
        """A row of boards or votes is a bloc of one. Rows of one number, or without numbers of one name, belong
        together; what they say of the whole stands in the first, and no other may contradict it."""
        number = self.columns[0].name
        mark = self._cell(row, number).value or self._cell(row, "name" if self.name == "boards" else "motion").value
        mark = str(int(mark)) if isinstance(mark, float) and mark.is_integer() else str(mark)
        whole = self.before.get((tree.value["id"].value, mark))
        if whole is None:
            node = self._new_whole(tree, row)
            self.before[tree.value["id"].value, mark] = (node, row)
        else:
            node = whole[0]
            self._agrees(row, whole[1])
        names = {column.key.partition(".")[2]: column.name for column in self.columns if column.key.startswith("bloc.")}
        if any(self._cell(row, name).value is not None for name in names.values()):
            part = core(fields_of(Record)[self.name].type)[0].item_type  # type: ignore[attr-defined]
            blocs = core(keys_of(core(part)[0], self.trees.book)["blocs"].type)[0]
            bloc = core(blocs.item_type)[0]  # type: ignore[attr-defined]
            node.value["blocs"].value.append(self._group(row, bloc, names))

    def _new_whole(self, tree: Node, row: Row) -> Node:
        part = core(core(fields_of(Record)[self.name].type)[0].item_type)[0]  # type: ignore[attr-defined]
        own = {column.key: column.name for column in self.columns[1:] if "." not in column.key}
        node = self._group(row, part, own)
        counts = {c.key.partition(".")[2]: c.name for c in self.columns if c.key.startswith("counts.")}
        if any(self._cell(row, name).value is not None for name in counts.values()):
            kind = core(keys_of(part, self.trees.book)["counts"].type)[0]
            node.value["counts"] = self._group(row, kind, counts)
        node.value["blocs"] = Node([], node.line)
        self._items(tree, self.name).append(node)
        return node

    def _agrees(self, row: Row, first: Row) -> None:
        blocs = {column.name for column in self.columns if column.key.startswith("bloc.")}
        for name in row.keys() - blocs - {"case"}:
            mine, theirs = self._cell(row, name), self._cell(first, name)
            if mine.value is not None and mine.value != theirs.value:
                told = say("incoming.differs", found=shown(mine.value), first=theirs.place, other=shown(theirs.value))
                self.trees.wrong(self.sheet.name, mine.place, name, told)


def _same(*keys: str) -> dict[str, str]:
    return {key: key for key in keys}
