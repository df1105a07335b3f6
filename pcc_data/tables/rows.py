"""From a record to the rows of every table."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from pcc_data.codes import Codebook
from pcc_data.tables.spec import CODE_TABLES, DERIVED, DOMAINS, TABLES, Column, case_fields, columns_of

Rows = dict[str, list[tuple]]


def table_rows(records: list[dict[str, Any]], book: Codebook, own: Container[str] = ()) -> Rows:
    """Rows of all tables, sorted by case; a missing value is None, and the table `missing` tells why.

    `own` holds the ids of the records that are the user's own.
    """
    tables: Rows = {name: [] for name in TABLES}
    columns = {name: columns_of(name, book) for name in TABLES}
    keys = {name: [column.key for column in columns[name]] for name in TABLES}
    whys = {name: [_always(column, book) for column in columns[name]] for name in TABLES}
    missing = tables["missing"]
    for record in sorted(records, key=lambda record: record["id"]):
        case = record["id"]
        for name, items in _items(record, book, case in own).items():
            for number, item in enumerate(items, start=1):
                row = list(map(item.get, keys[name]))
                tables[name].append((case, *row))
                for column, always, value in zip(columns[name], whys[name], row, strict=True):
                    if value is None or value == "":
                        why = always or why_missing(record, book, column, row)
                        missing.append((case, name, number, column.name, why))
    return tables


def _always(column: Column, book: Codebook) -> str | None:
    """Why a value of a column is missing, where that is the same in every row: looked up once, not a hundred times a
    record."""
    field = book.fields.get(column.field)
    depends = column.field.partition(".")[0] in _OF_SOME_ROWS or (field is not None and field.nothing_when)
    return None if depends else (field.nothing if field else None) or "does_not_apply"


SIDES = ("public", "community", "other")
_OF_SOME_ROWS = (*(f"{side}_partners" for side in SIDES), "staff")
"""Parts of a record that a table holds beside others."""
PLAIN = (
    "indicators",
    "events",
    "lessons",
    "challenges",
    "promises",
    "sources",
    "gaps",
    "triggers",
    "spells",
    "set_off",
)
"""Lists of a record whose items are the rows of the table of that name."""


def _items(record: dict[str, Any], book: Codebook, own: bool) -> dict[str, list[dict[str, Any]]]:
    return {
        "cases": [{**_flat(record, book), "own": own}],
        "outcomes": [{"domain": domain, **_joined(record["outcomes"][domain])} for domain in DOMAINS],
        **{name: [_joined(item) for item in record[name]] for name in PLAIN},
        "partners": [{"side": side, **partner} for side in SIDES for partner in record[f"{side}_partners"]],
        "boards": _blocs(record["boards"], "board"),
        "votes": _blocs(record["votes"], "vote"),
        "codings": [
            {"field": field, "value": _word(coded(record, field)), **_joined(told)}
            for field, told in record["coding_basis"].items()
        ],
        **{table: [{"code": code} for code in record[field]] for field, table in CODE_TABLES.items()},
        "work": _work(record),
    }


def _work(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Paid staff and unpaid work, where something is told of them."""
    staff, unpaid = record["staff"], record["unpaid_work"]
    rows = [{**_joined(staff), "work": "paid", "text": staff["basis"]}] if staff else []
    return rows + ([{**_joined(unpaid), "work": "unpaid"}] if unpaid else [])


def _word(value: Any) -> Any:
    """A value as one word: codes of a list, or the names of partners, joined by semicolons."""
    if not isinstance(value, list):
        return value
    return ";".join(item["name"] if isinstance(item, dict) else item for item in value)


def coded(record: dict[str, Any], field: str) -> Any:
    """Value at a dotted field key of a record, such as `roles.governance`."""
    value: Any = record
    for part in field.split("."):
        value = value[part]
    return value


def _flat(record: dict[str, Any], book: Codebook) -> dict[str, Any]:
    flat = {field: coded(record, field) for field in case_fields(book) if field not in DERIVED}
    flat["community_base"] = record["community_base"][0] if len(record["community_base"]) == 1 else "mixed"
    flat["world_region"] = book.country_region(record["place"]["country_code"])
    return flat


def _joined(item: dict[str, Any]) -> dict[str, Any]:
    return {**item, "sources": ";".join(item["sources"])} if "sources" in item else item


def _blocs(items: list[dict[str, Any]], number: str) -> list[dict[str, Any]]:
    """One row a bloc; an item without known blocs keeps one row with the bloc's columns empty."""
    rows = []
    for count, item in enumerate(items, start=1):
        whole = {**_joined(item), **{f"counts.{key}": value for key, value in (item.get("counts") or {}).items()}}
        for bloc in item["blocs"] or [{}]:
            rows.append({**whole, number: count, **{f"bloc.{key}": value for key, value in bloc.items()}})
    return rows


def why_missing(record: dict[str, Any], book: Codebook, column: Column, row: list[Any]) -> str:
    """not_found or does_not_apply, as the codebook says of the field behind a column; what belongs to another kind of
    row than this one does not apply."""
    if _of_others(column.field, row):
        return "does_not_apply"
    field = book.fields.get(column.field)
    return (field.nothing_in(record) if field else None) or "does_not_apply"


def _of_others(field: str, row: list[Any]) -> bool:
    part = field.split(".")[0]
    partner_of_others = part.endswith("_partners") and row[0] in SIDES and part != f"{row[0]}_partners"
    return partner_of_others or (part == "staff" and row[0] == "unpaid")
