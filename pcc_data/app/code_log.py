"""Which codes changed with which version of the data: a log that grows by a version, and a page made from it.

The log (`codes_by_version.csv`) has one row a change: version, case, field, code. Played from the first version on, it
gives the codes of each. A version that is out keeps its codes: what changes them needs a new one.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from sys import intern
from typing import NamedTuple

from pcc_data.codes import Codebook
from pcc_data.say import say
from pcc_data.tables.export import csv_text
from pcc_data.tables.rows import Rows
from pcc_data.tables.spec import CODE_TABLES, DERIVED, columns_of

LOG, PAGE = "codes_by_version.csv", "CHANGELOG.md"
RELEASED = "released"
_TRIAL = "dev"
_KINDS = ("code", "codes", "year", "yes_no")
_HEAD = ("version", "case", "field", "code")
Codes = dict[tuple[str, str], str]


class Row(NamedTuple):
    """What a version says of a field of a case; no code where it no longer has one. A row without a case tells when the
    version was released."""

    version: str
    case: str
    field: str
    code: str


def codes_of(rows: Rows, book: Codebook) -> Codes:
    """Every code of every case, by case and field, in the order of both: what has codes, is a year, or yes or no;
    ratings; lists of codes, joined by semicolons in the order of the codebook."""
    found: Codes = {}
    why = {(case, field): reason for case, table, _, field, reason in rows["missing"] if table == "cases"}
    for at, column in enumerate(columns_of("cases", book), start=1):
        if column.field not in DERIVED and book.fields[column.field].type in _KINDS:
            for row in rows["cases"]:
                nothing = row[at] is None or row[at] == ""
                found[row[0], column.field] = why.get((row[0], column.name), "") if nothing else str(row[at])
    for case, domain, rating, *_ in rows["outcomes"]:
        found[case, f"outcomes.{domain}"] = "not_found" if rating is None else str(rating)
    for field, table in {**CODE_TABLES, "triggers": "triggers"}.items():
        found |= _lists(rows, field, table, book)
    return {(intern(case), field): intern(code) for (case, field), code in sorted(found.items())}  # equal texts once


def _lists(rows: Rows, field: str, table: str, book: Codebook) -> Codes:
    """The codes of a list, by case."""
    order = list(book.fields[columns_of(table, book)[0].field].codes)
    lists: dict[str, set[str]] = {}
    for case, code, *_ in rows[table]:
        lists.setdefault(case, set()).add(code)
    return {(case, field): ";".join(sorted(codes, key=order.index)) for case, codes in lists.items()}


def read_log(file: Path) -> list[Row]:
    """The rows of a log; none where there is no file. Raises ValueError with the line that is none of a log."""
    if not file.is_file():
        return []
    lines = list(csv.reader(io.StringIO(file.read_text("utf-8"), newline="")))
    for number, line in enumerate(lines or [[]], start=1):
        if len(line) != len(_HEAD) or (number == 1 and tuple(line) != _HEAD):
            raise ValueError(say("code-log.damaged", file=str(file), line=number))
    return [Row(*line) for line in lines[1:]]


def logged(log: Iterable[Row], codes: Codes, version: str, released: str) -> list[Row]:
    """The log with the version in use.

    Rows of a version under way (with `dev` in its name) are made anew each time, and go when another comes. Raises
    ValueError when a version that is out has other codes, or when the version is older than the last in the log.
    """
    kept = [row for row in log if row.version != version and not _under_way(row.version)]
    there = [row for row in log if row.version == version and row.case]
    fresh = _changes(codes_at(kept), codes, version)
    known = any(row.version == version for row in log)
    if known and not _under_way(version) and there != fresh:
        raise ValueError(_moved(codes_at([*kept, *there]), codes, version))
    if kept and not known and _numbers(version) <= _numbers(kept[-1].version):
        raise ValueError(say("code-log.older", version=version, last=kept[-1].version))
    return [*kept, Row(version, "", RELEASED, released), *fresh]


def codes_at(log: Iterable[Row]) -> Codes:
    """The codes after all rows of a log."""
    codes: Codes = {}
    _play(log, codes)
    return codes


def _play(log: Iterable[Row], codes: Codes) -> None:
    """Change codes as the rows of a log say."""
    for row in log:
        if row.case and row.code:
            codes[row.case, row.field] = row.code
        elif row.case:
            codes.pop((row.case, row.field), None)


def log_text(log: Iterable[Row]) -> str:
    """The log as CSV."""
    return csv_text(list(_HEAD), log)


def page_text(log: list[Row]) -> str:
    """The page for readers: version by version, the newest first."""
    parts, codes, changes = [], Codes(), list[Row]()
    for version, rows in groupby(log, key=lambda row: row.version):
        _play(changes, codes)
        day, *changes = rows
        parts.append("\n\n".join([f"## {version} ({day.code})", *_told(codes, changes)]))
    return "\n\n".join([say("code-log.head"), say("code-log.about", file=LOG), *reversed(parts)]) + "\n"


def _told(before: Codes, changes: list[Row]) -> list[str]:
    """What a version changed, in paragraphs."""
    old, new = {case for case, _ in before}, {row.case for row in changes}
    if not old:
        return [say("code-log.first", cases=len(new), codes=len(changes))]
    gone = _gone(before, changes)
    fields = {field for _, field in before}
    added, moved = sorted(new - old), [row for row in changes if row.case in old - gone and row.field in fields]
    told = [say("code-log.added", n=len(added), cases=added)] if added else []
    told += [say("code-log.gone", n=len(gone), cases=sorted(gone))] if gone else []
    fresh = sorted({row.field for row in changes if row.case in old} - fields)
    told += [say("code-log.fields", n=len(fresh), fields=fresh)] if fresh else []
    told += [say("code-log.moved", n=len(moved)), _table(before, moved)] if moved else []
    return told or [say("code-log.same")]


def _gone(before: Codes, changes: list[Row]) -> set[str]:
    """Cases that lost every code they had."""
    had, lost = defaultdict(set), defaultdict(set)
    for case, field in before:
        had[case].add(field)
    for row in changes:
        if not row.code:
            lost[row.case].add(row.field)
    return {case for case, fields in lost.items() if had[case] == fields}


def _table(before: Codes, moved: list[Row]) -> str:
    head = [say(f"code-log.{name}") for name in ("case", "field", "before", "after")]
    rows = [[row.case, row.field, before.get((row.case, row.field), ""), row.code] for row in moved]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _changes(before: Codes, after: Codes, version: str) -> list[Row]:
    """Rows that lead from some codes to others, in the order of cases and fields."""
    both = before | after  # keeps the order, in which most are already
    keys = sorted(key for key in both if before.get(key, "") != after.get(key, ""))
    return [Row(version, *key, after.get(key, "")) for key in keys]


def _moved(before: Codes, after: Codes, version: str) -> str:
    """What is wrong when codes are not those of their version, with an example, and what to do."""
    changes = _changes(before, after, version)
    first, nothing = changes[0], say("nothing.none")
    was, now = (codes.get((first.case, first.field)) or nothing for codes in (before, after))
    return say(
        "code-log.not-moved",
        version=version,
        trial=_next_trial(version),
        n=len(changes),
        cases=len({row.case for row in changes}),
        example=f"{first.case}, {first.field}: {was} → {now}",
    )


def _under_way(version: str) -> bool:
    return _TRIAL in version


def _next_trial(version: str) -> str:
    """A name for the version after this one, while it is under way."""
    first, second, *_ = (*_numbers(version), 0)
    return f"{first}.{second + 1}.0.{_TRIAL}0"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version.partition(_TRIAL)[0])))
