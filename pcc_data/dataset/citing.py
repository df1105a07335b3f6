"""How a source is named: one line of plain text or of HTML; and the letter of an actor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from pcc_data.codes import load_codebook
from pcc_data.markup import Inside, items, joined, link, own, tag
from pcc_data.say import listed, say, stopped
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def data_line(data: Dataset | None = None, *, licence: bool = False, ringed: bool = False) -> str:
    """The line at the foot of pictures and sheets: the version of the data, the user's own records, and whose judgement
    the coding is. Without `data` only the project's are named."""
    line = _whose(data, licence, ringed)
    return line if data is None else coding_told(data, "line", line)


def coding_told(data: Dataset, kind: str, text: str) -> str:
    """A text, and of data with another coder's codes (`Dataset.coded_by`) in how many cases these stand, in the words
    for this `kind` of place: a line at a foot, what the data are about, a citation."""
    if "coder" not in data.cases:
        return text
    coded = data.cases[data.cases["coder"].notna()]
    told = {"coder": listed(sorted(coded["coder"].unique())), "rounds": rounds_of(coded)}
    return say(f"coded-by.{kind}", text=text, n=len(coded), total=len(data), kept=len(data) - len(coded), **told)


def rounds_of(coded: pd.DataFrame) -> str:
    """'rounds 2 and 3': of the cases of which another coder's codes stand in the table `cases`."""
    rounds = sorted(coded["round"].unique())
    return say("coded-by.rounds", n=len(rounds), rounds=listed(rounds))


def _whose(data: Dataset | None, licence: bool, ringed: bool) -> str:
    """Which data these are, and whose judgement the coding is."""
    own_ones, book = 0 if data is None else data.own, load_codebook()
    version = f"{book.dataset['name']} {book.version}"
    if data is not None and own_ones and own_ones == len(data):
        return say("data-line.yours", n=own_ones, version=version)
    named = f"{version}, {book.dataset['licence']}" if licence else version
    if own_ones and ringed:
        return say("data-line.ringed", n=own_ones, data=named)
    return say("data-line.both", n=own_ones, data=named) if own_ones else say("data-line.ours", data=named)


def sources_of(data: Dataset, case: str, ids: str) -> pd.DataFrame:
    """Rows of `data.sources` for ids joined by semicolons, in their order."""
    table = data.one("sources", case).set_index("source", drop=False)
    return table.loc[[source for source in ids.split(";") if source]]


def places(data: Dataset, cases: Iterable[str]) -> str:
    """'From Cádiz (weakened, 2025) and Terrassa (active, 2026)': where cases are and how they stand, each named once;
    a sentence without its full stop. Where a city has several cases, their names are told."""
    book, named = load_codebook(), []
    for case in dict.fromkeys(cases):
        row = data.cases.loc[case]
        name = row["name"] if (data.cases["city"] == row["city"]).sum() > 1 else row["city"]
        named.append(f"{name} ({book.phrase('status', row['status'])}, {row['status_as_of']})")
    return say("checklist.from", n=len(named), places=", ".join(named))


def note_key(case: str, row: Any) -> str:
    """What makes a source one in a list of notes: its address, or without one its place in its record."""
    return f"{case} {row.source}" if pd.isna(row.url) else row.url


def source_text(row: Any) -> str:
    """A source in one line of plain text."""
    where = "".join(f" {part}." for part in _found_at(row) if part)
    address = "" if pd.isna(row.url) else f" {row.url}"
    return f"{stopped(row.title)} {row.publisher}, {_year(row)}.{where}{address} [{_sort(row)}]"


def source_html(row: Any, short: bool = False) -> Markup:
    """A source in one line of HTML with its link, or with where it is kept; `short` leaves its language and kind
    out."""
    title = own(row.title) if pd.isna(row.url) else link(row.url, row.title)
    where: list[Inside] = [[" ", own(part), "."] for part in _found_at(row) if part]
    line = joined(title, stopped(row.title)[len(row.title) :], " ", own(row.publisher), f", {_year(row)}")
    if short:
        return Markup(joined(line, "." if where else "", where).removesuffix("."))
    return joined(line, ".", where, " ", tag("span", f"({_sort(row)})", css="pcc-quiet"))


def sources_html(rows: list[Any]) -> Markup:
    """Sources as a list; a sentence where there are none."""
    return items([source_html(row) for row in rows]) if rows else tag("p", say("source.none"), css="pcc-nothing")


def letter_html(code: Any) -> Markup:
    """The coloured letter of an actor; empty for codes without one."""
    if not code.letter:
        return Markup("")
    from pcc_data.colours import ink_on

    return tag("span", code.letter, css="pcc-letter", style=f"background:{code.colour};color:{ink_on(code.colour)}")


def _year(row: Any) -> str:
    return say("source.no-year") if pd.isna(row.year) else str(row.year)


def _found_at(row: Any) -> tuple[str, str]:
    """Where a source is kept, and when it was read."""
    where = "" if pd.isna(row.where) else str(row.where).rstrip(".")
    return where, "" if pd.isna(row.read_on) else say("source.read-on", day=str(row.read_on))


def _sort(row: Any) -> str:
    """Language, kind and, where it is told, how much of it was read. A language without a name keeps its code."""
    book, language = load_codebook(), teaching("languages").get(row.language, row.language)
    part = not (pd.isna(row.read) or row.read == "whole")
    read = book.phrase("sources.read", row.read) if part else ""
    return say("source.sort", language=language, kind=book.phrase("sources.kind", row.kind), part=part, read=read)
