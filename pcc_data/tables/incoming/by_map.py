"""Someone else's plain table as cases: a map tells which column is which field, and which value which code.

```yaml
case: [City, Name]              # columns of which the id is made, the place first
columns:
  Name: name
  Status: {field: status, codes: {Running: active, Closed: ended}, basis: So the directory lists it.}
  Budget: {indicator: annual_budget, label: Budget, unit: USD, kind: reported, of_a_range: low}
  Council: {partner: public, level: municipal}
always: {sector: housing, country: Belgium, country_code: BEL}
source: {title: Directory, publisher: Its publisher, year: 2024, url: "https://example.org", language: en, kind: web}
```
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pcc_data.codes import Codebook
from pcc_data.errors import plain_words
from pcc_data.files.slug import slug
from pcc_data.records.leaves import LEAVES
from pcc_data.records.shape import Record, allowed_codes, core, fields_of, keys_of
from pcc_data.say import say
from pcc_data.tables.export import csv_text, no_formula
from pcc_data.tables.incoming.amount import amount
from pcc_data.tables.incoming.cells import Cell, Row, Sheet, Unreadable
from pcc_data.tables.incoming.converted import converted
from pcc_data.tables.incoming.layout import LISTS
from pcc_data.tables.incoming.map_file import Map, Part, read_map
from pcc_data.tables.incoming.trees import Trees, grown
from pcc_data.tables.spec import columns_of

_SOURCE = "s1"
_HEAD = ["cell", "case", "column", "found", "why"]


def by_map(sheets: list[Sheet], columns: Path, book: Codebook) -> tuple[Trees, str]:
    """Trees of the cases in a plain table, and a CSV of all that could not be mapped.

    Raises Unreadable that lists every fault of the map.
    """
    layout = read_map(columns, sheets, book)
    sheet = next(one for one in sheets if one.name == layout.sheet)
    making = _Making(sheet, layout, book)
    for row in sheet.rows:
        making.row(row)
    if not making.tables["cases"].rows:
        raise Unreadable(say("incoming.no-row", sheet=sheet.name))
    trees = grown([table for table in making.tables.values() if table.rows], book)
    trees.places = [(sheet.name, place) for _, place in trees.places]
    trees.troubles = [type(one)((sheet.name, one.place[1]), *_rest(one)) for one in trees.troubles]
    for place, problem in sheet.faults:
        trees.wrong(sheet.name, place, "", problem)
    return trees, making.report()


def _rest(trouble: Any) -> tuple[str, str, str, str]:
    return trouble.column, trouble.problem, trouble.allowed, trouble.suggestion


class _Making:
    """Makes sheets in the layout of the data set out of the rows of a plain table."""

    def __init__(self, sheet: Sheet, layout: Map, book: Codebook) -> None:
        self.sheet, self.layout, self.book = sheet, layout, book
        names = ("cases", "partners", "codings", "indicators", "sources")
        self.tables = {name: Sheet(name, comma=sheet.comma) for name in names}
        for name, table in self.tables.items():
            table.columns = {column.name: "" for column in columns_of(name, book) if column.name != "id"} | {"case": ""}
        self.tables["cases"].columns |= dict.fromkeys(LISTS, "")
        self.left: list[tuple[str, str, str, str, str]] = []
        self.taken: dict[str, str] = {}

    def row(self, row: Row) -> None:
        """One case, unless the row has no name for one or that of another."""
        place = next(iter(row.values())).place
        case = self._id(row)
        first = self.taken.get(case)
        if not case or first:
            told = say("incoming.same-id", first=first) if first else say("incoming.no-name")
            found = "; ".join(str(cell.value) for cell in row.values() if _full(cell))
            self.left.append((place, case, say("incoming.whole-row"), found, told))
            return
        self.taken[case] = place
        fields: Row = {"case": Cell(case, place)}
        for name, value in self.layout.always.items():
            fields[name] = Cell(value, place)
        for name, part in self.layout.columns.items():
            cell = row.get(name, Cell(None, place))
            if cell.trouble:
                self._leave(case, name, cell, cell.trouble)
            elif cell.value is not None:
                self._part(case, name, part, cell, fields)
        if "start_year" not in fields:
            fields.pop("start_precision", None)  # nothing that could be precise
        self.tables["cases"].rows.append(fields)
        if self.layout.source:
            about = {"case": Cell(case, place), "source": Cell(_SOURCE, place)}
            about |= {key: Cell(value, place) for key, value in self.layout.source.items()}
            self.tables["sources"].rows.append(about)

    def _id(self, row: Row) -> str:
        """An id of the columns that the map names, the town once; empty where one of them is."""
        named = [row.get(name, Cell(None, "")) for name in self.layout.case]
        words = [slug(str(cell.value)) if cell.value is not None and not cell.trouble else "" for cell in named]
        if "" in words:
            return ""
        kept = [word for at, word in enumerate(words) if not any(word in more for more in words[at + 1 :])]
        return slug("-".join(kept))

    def report(self) -> str:
        """A CSV of what stays behind: cells that no field could take, then columns that are not in the map."""
        rows = list(self.left)
        used = {*self.layout.columns, *self.layout.case}
        for name, place in self.sheet.columns.items():
            full = [row[name] for row in self.sheet.rows if name in row and _full(row[name])]
            if name not in used and full:
                rows.append((place, "", name, "", say("incoming.not-in-map", n=len(full))))
        if not rows:
            return ""
        return csv_text(_HEAD, [tuple(_harmless(str(part)) for part in row) for row in rows])

    def _leave(self, case: str, name: str, cell: Cell, why: str) -> None:
        self.left.append((cell.place, case, name, str(cell.value), why))

    def _part(self, case: str, name: str, part: Part, cell: Cell, fields: Row) -> None:
        if part.indicator:
            self._indicator(case, name, part, cell)
        elif part.partner:
            self._partner(case, part, cell, name)
        elif part.field in LISTS:
            self._list(case, name, part, cell, fields)
        else:
            self._field(case, name, part, cell, fields)

    def _field(self, case: str, name: str, part: Part, cell: Cell, fields: Row) -> None:
        column = next(one for one in columns_of("cases", self.book) if one.name == part.field)
        known, value = fields_of(Record), part.coded(cell.value)
        for key in column.key.split(".")[:-1]:
            known = keys_of(core(known[key].type)[0], self.book)
        extra = core(known[column.key.rpartition(".")[2]].type)[1]
        made, why = converted(value, extra, self.book, self.sheet.comma)
        made = (
            " ".join(made.split()) if isinstance(made, str) and extra["kind"] != "code" else made
        )  # line ends in a cell
        if extra["kind"] == "code" and str(made) not in allowed_codes(self.book, extra):
            why = say("incoming.no-code-in-map")
        elif extra["kind"] != "code":
            why = why or LEAVES[extra["kind"]](made, self.book) or ""
        if why:
            self._leave(case, name, cell, why)
            return
        fields[part.field] = cell._replace(value=made)
        if part.basis and self.book.fields[column.field].basis:
            told = {"case": case, "field": column.field, "basis": part.basis, "sources": self._source()}
            self.tables["codings"].rows.append({key: Cell(one, cell.place) for key, one in told.items()})

    def _list(self, case: str, name: str, part: Part, cell: Cell, fields: Row) -> None:
        codes = self.book.codes(part.field)
        whole = part.coded(cell.value)
        words = [whole] if whole != cell.value else [word.strip() for word in str(cell.value).split(";")]
        plain = {plain_words(code): code for code in codes}
        found = [plain.get(plain_words(str(part.coded(word)))) for word in words]
        for word, code in zip(words, found, strict=True):
            if code is None and word:
                self._leave(case, name, cell._replace(value=word), say("incoming.no-code-in-map"))
        kept = [code for code in dict.fromkeys(found) if code]
        if kept:
            fields[part.field] = cell._replace(value=";".join(kept))

    def _partner(self, case: str, part: Part, cell: Cell, name: str) -> None:
        why = LEAVES["text"](str(cell.value), self.book)
        if why:
            self._leave(case, name, cell, why)
            return
        told = {"case": case, "side": part.partner, "name": " ".join(str(cell.value).split()), **part.more}
        self.tables["partners"].rows.append({key: Cell(one, cell.place) for key, one in told.items()})

    def _indicator(self, case: str, name: str, part: Part, cell: Cell) -> None:
        unit = str(part.more.get("unit", ""))
        text = f"{cell.value}0" if isinstance(cell.value, float) else str(cell.value)  # a number has one reading
        found = amount(text, unit, self.sheet.comma) if not isinstance(cell.value, bool) else None
        if found is None:
            self._leave(case, name, cell, say("incoming.no-amount", unit=unit or "-"))
            return
        value = found.value if found.value is not None else part.of_a_range(found.low, found.high)
        if value is None:
            self._leave(case, name, cell, say("incoming.a-range"))
            return
        told = {"case": case, "code": part.indicator, "value": _whole(value), "low": _whole(found.low),
                "high": _whole(found.high), **part.more, "sources": self._source()}  # fmt: skip
        self.tables["indicators"].rows.append({key: Cell(one, cell.place) for key, one in told.items()})

    def _source(self) -> str | None:
        return _SOURCE if self.layout.source else None


def _harmless(text: str) -> str:
    """A cell of the report: no formula, and a number as it is."""
    return text if re.fullmatch(r"[-+]?[\d.,]+", text) else no_formula(text)


def _full(cell: Cell) -> bool:
    return cell.value is not None or bool(cell.trouble)


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value
