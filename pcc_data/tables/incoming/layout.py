"""How a workbook of cases is laid out: the tables of the data set, a sheet each, and what is left out of them."""

from __future__ import annotations

from collections.abc import Iterable

from pcc_data.codes import Codebook
from pcc_data.errors import plain_words
from pcc_data.tables.spec import CODE_TABLES, columns_of

LISTS = tuple(CODE_TABLES)
"""Fields with a list of codes: a cell among the cases may hold them too, parted by semicolons."""
NOT_READ = ("missing", "help", "codes")
"""Sheets that tell nothing new of a case."""
COMPUTED = {"codings": ("value",), "cases": ("world_region", "own")}
"""Columns that an export computes; they are passed over."""


def columns_in(table: str, book: Codebook) -> tuple[str, ...]:
    """Columns that a sheet may have, `case` first."""
    more = [name for name in LISTS if name != "community_base"] if table == "cases" else []
    names = [column.name for column in columns_of(table, book) if column.name != "id"]
    return tuple(dict.fromkeys(["case", *names, *more]))


def columns_to_fill(table: str, book: Codebook) -> tuple[str, ...]:
    """The same columns without what is computed: those of a template."""
    return tuple(name for name in columns_in(table, book) if name not in COMPUTED.get(table, ()))


def in_letters(found: str, names: Iterable[str]) -> str | None:
    """The name that `found` is, in any letters and with any signs between its words."""
    plain = plain_words(found)
    return next((name for name in names if name == found or plain_words(name) == plain), None)
