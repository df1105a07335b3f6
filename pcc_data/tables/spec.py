"""Which tables there are, and which field of a record stands behind each column."""

from __future__ import annotations

from typing import NamedTuple

from pcc_data.codes import BASIS_NEEDED


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
PLACE = ("city", "region", "country", "country_code", "latitude", "longitude", "reach")
CASE_FIELDS = (
    "name",
    "local_name",
    "collection",
    "scale",
    "sector",
    *(f"place.{part}" for part in PLACE),
    "world_region",
    "summary",
    "start_year",
    "start_precision",
    "end_year",
    "status",
    "status_as_of",
    "end_reason",
    "in_practice",
    "community_base",
    "ownership_model",
    *(f"roles.{role}" for role in ROLES),
    "participation_level",
    "decision_right",
    "surplus_use",
    "before",
    "public_duty",
    "own",
)
DERIVED = ("world_region", "own")
"""Fields of cases that are not written in a record."""
CODED = BASIS_NEEDED
"""Fields for which a record gives a basis of its own (besides the outcomes)."""


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


TABLES: dict[str, tuple[Column, ...]] = {
    "cases": tuple(Column(field.removeprefix("place."), field, field) for field in CASE_FIELDS),
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
"""Every table has the column `case` in front; `cases` has it as its index."""

OWN_CODES = {
    "domain": DOMAINS,
    "why": ("not_found", "does_not_apply"),
    "table": tuple(TABLES),
    "side": ("public", "community", "other"),
    "work": ("paid", "unpaid"),
}
"""Codes of columns that the tables add to the records."""
