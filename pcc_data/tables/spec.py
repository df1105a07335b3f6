"""Which tables there are, and which field of a record stands behind each column."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pcc_data.codes import Codebook


class Column(NamedTuple):
    """A column of a table: its name, the codebook's field behind it, and the value's place in an item of the record."""

    name: str
    field: str
    key: str


ROLES = ("initiative", "ownership", "governance", "capital", "running_costs", "delivery")
DOMAINS = (
    "access_and_affordability",
    "service_quality",
    "ecological_sustainability",
    "democratic_control",
    "local_economy",
    "social_inclusion",
    "durability",
)
DERIVED = ("world_region", "own")
"""Fields of cases that are not written in a record."""
MARKS = ("coder", "round")
"""Columns that `cases` has besides when codes of another coder stand there: whose codes a case has, missing where it
keeps its own."""
_GROUPS = ("", "place", "roles")
"""Groups of a record whose fields are columns of `cases`; the record itself is the first."""
_NO_COLUMN = ("list", "group", "slug")
SOURCE = ("title", "publisher", "year", "url", "where", "language", "kind", "read", "read_on")
COUNTS = ("for", "against", "abstain", "unit")


def _columns(table: str, *keys: str) -> tuple[Column, ...]:
    return tuple(Column(key.replace(".", "_"), f"{table}.{key}", key) for key in keys)


def _blocs(table: str, item: str, before: tuple[str, ...], blocs: tuple[tuple[str, str], ...]) -> tuple[Column, ...]:
    inner = tuple(Column(name, f"{table}.blocs.{key}", f"bloc.{key}") for name, key in blocs)
    return (
        Column(item, "row", item),
        *_columns(table, *before),
        *inner,
        Column("sources", f"{table}.sources", "sources"),
    )


_COLUMNS: dict[str, tuple[Column, ...]] = {
    "outcomes": (Column("domain", "domain", "domain"), *_columns("outcomes", "rating", "basis", "sources")),
    "indicators": _columns(
        "indicators", "code", "label", "value", "low", "high", "about", "unit", "year", "kind", "said_by", "sources"
    ),
    "events": _columns("events", "year", "month", "when", "type", "label", "sources"),
    "lessons": _columns("lessons", "theme", "text", "sources"),
    "challenges": _columns("challenges", "theme", "text", "sources"),
    "partners": (
        Column("side", "side", "side"),
        Column("name", "public_partners.name", "name"),
        Column("level", "public_partners.level", "level"),
        Column("legal_form", "community_partners.legal_form", "legal_form"),
        Column("kind", "other_partners.kind", "kind"),
        Column("part", "other_partners.part", "part"),
    ),
    "boards": _blocs(
        "boards",
        "board",
        ("name", "as_of", "seats_total", "binding", "majority", "power"),
        (("bloc", "name"), ("side", "side"), ("seats", "seats")),
    ),
    "votes": _blocs(
        "votes",
        "vote",
        ("year", "month", "when", "body", "motion", "result", *(f"counts.{part}" for part in COUNTS)),
        (("bloc", "name"), ("side", "side"), ("seats", "seats"), ("bloc_vote", "vote")),
    ),
    "promises": _columns(
        "promises",
        "what",
        "kind",
        "promised_by",
        "unit",
        "promised",
        "delivered",
        "promised_in",
        "due",
        "due_month",
        "as_of",
        "state",
        "sources",
    ),
    "codings": (
        Column("field", "field", "field"),
        Column("value", "value", "value"),
        Column("basis", "coding_basis.basis", "basis"),
        Column("sources", "coding_basis.sources", "sources"),
    ),
    "sources": (Column("source", "sources.id", "id"), *_columns("sources", *SOURCE)),
    "gaps": _columns("gaps", "text", "about", "sources"),
    "bases": (Column("code", "community_base", "code"),),
    "triggers": _columns("triggers", "code", "basis", "sources"),
    "spells": _columns("spells", "field", "code", "from", "to", "basis", "sources"),
    "set_off": _columns("set_off", "kind", "text", "year", "sources"),
    "work": (
        Column("kind", "work", "work"),
        Column("terms", "staff.terms", "terms"),
        Column("union", "staff.union", "union"),
        Column("text", "unpaid_work.text", "text"),
        Column("sources", "unpaid_work.sources", "sources"),
    ),
    "instruments": (Column("code", "public_instruments", "code"),),
    "contributions": (Column("code", "community_contributions", "code"),),
    "missing": (
        Column("table", "table", "table"),
        Column("row", "row", "row"),
        Column("field", "field", "field"),
        Column("why", "why", "why"),
    ),
}
TABLES = ("cases", *_COLUMNS)
"""Every table has the column `case` in front; `cases` has it as its index."""
CODE_TABLES = {columns[0].field: table for table, columns in _COLUMNS.items() if len(columns) == 1}
"""Fields with a list of codes, and the tables that have a row for each of them."""

OWN_CODES = {
    "domain": DOMAINS,
    "why": ("not_found", "does_not_apply"),
    "table": tuple(TABLES),
    "side": ("public", "community", "other"),
    "work": ("paid", "unpaid"),
}
"""Codes of columns that the tables add to the records."""


@lru_cache(maxsize=8)
def case_fields(book: Codebook) -> tuple[str, ...]:
    """Fields of which a case has one value, in the order of the codebook: the columns of `cases`."""
    kept = []
    for key, field in book.fields.items():
        several = field.type == "codes" and "mixed" not in field.codes  # "mixed" is what several are as one value
        if key.rpartition(".")[0] in _GROUPS and field.type not in _NO_COLUMN and not several:
            kept.append(key)
    return tuple(kept)


def columns_of(table: str, book: Codebook) -> tuple[Column, ...]:
    """The columns of a table, without `case`."""
    if table == "cases":
        return tuple(Column(field.removeprefix("place."), field, field) for field in case_fields(book))
    return _COLUMNS[table]
