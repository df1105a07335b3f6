"""How a source is named: one line of plain text or of HTML; and the letter of an actor."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.codes import load_codebook
from pcc_data.markup import items, link, own
from pcc_data.say import records_in_words

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def data_line(data: Dataset | None = None, *, licence: bool = False) -> str:
    """The line at the foot of pictures and sheets: the version of the data, the user's own records, and whose judgement
    the coding is. Without `data` only the project's are named."""
    own_ones, book = 0 if data is None else data.own, load_codebook()
    version = f"{book.dataset['name']} {book.version}"
    if data is not None and own_ones and own_ones == len(data):
        return f"Data: {records_in_words(own_ones)} of your own. The coding is yours, by the codebook of {version}."
    named = f"{version}, {book.dataset['licence']}" if licence else version
    if own_ones:
        return (
            f"Data: {named} and {records_in_words(own_ones)} of your own. The coding is this project's and yours, not"
            " the report's."
        )
    return f"Data: {named}. The coding is this project's own, not the report's."


def sources_of(data: Dataset, case: str, ids: str) -> pd.DataFrame:
    """Rows of `data.sources` for ids joined by semicolons, in their order."""
    table = data.one("sources", case).set_index("source", drop=False)
    return table.loc[[source for source in ids.split(";") if source]]


def note_key(case: str, row: Any) -> str:
    """What makes a source one in a list of notes: its address, or without one its place in its record."""
    return f"{case} {row.source}" if pd.isna(row.url) else row.url


def source_text(row: Any) -> str:
    """A source in one line of plain text."""
    where = "".join(f" {part}." for part in _found_at(row) if part)
    address = "" if pd.isna(row.url) else f" {row.url}"
    return f"{row.title}. {row.publisher}, {_year(row)}.{where}{address} [{_sort(row)}]"


def source_html(row: Any, short: bool = False) -> str:
    """A source in one line of HTML with its link, or with where it is kept; `short` leaves its language and kind
    out."""
    title = own(row.title) if pd.isna(row.url) else link(row.url, row.title)
    where = "".join(f" {own(part)}." for part in _found_at(row) if part)
    line = f"{title}. {own(row.publisher)}, {_year(row)}"
    if short:
        return f"{line}{'.' if where else ''}{where.rstrip('.')}"
    return f'{line}.{where} <span class="pcc-quiet">({escape(_sort(row))})</span>'


def sources_html(rows: list[Any]) -> str:
    """Sources as a list; a sentence where there are none."""
    return items([source_html(row) for row in rows]) if rows else '<p class="pcc-nothing">No source is named.</p>'


def letter_html(code: Any) -> str:
    """The coloured letter of an actor; empty for codes without one."""
    if not code.letter:
        return ""
    from pcc_data.colours import ink_on

    return f'<span class="pcc-letter" style="background:{code.colour};color:{ink_on(code.colour)}">{code.letter}</span>'


def _year(row: Any) -> str:
    return "no year" if pd.isna(row.year) else str(row.year)


def _found_at(row: Any) -> tuple[str, str]:
    """Where a source is kept, and when it was read."""
    where = "" if pd.isna(row.where) else str(row.where).rstrip(".")
    return where, "" if pd.isna(row.read_on) else f"Read on {row.read_on}"


def _sort(row: Any) -> str:
    """Language, kind and, where it is told, how much of it was read."""
    book = load_codebook()
    read = "" if pd.isna(row.read) or row.read == "whole" else f", read: {book.label('sources.read', row.read).lower()}"
    return f"{row.language}, {book.label('sources.kind', row.kind).lower()}{read}"
