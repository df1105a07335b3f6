"""All that is recorded of one case, fact by fact, each in words, with its address, its sources and its own year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from pcc_data.codes import Codebook, load_codebook
from pcc_data.say import figure_text

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LISTS = {
    "boards": "Board",
    "votes": "Vote",
    "promises": "Promise",
    "indicators": "Figure",
    "events": "Event",
    "lessons": "Lesson",
    "challenges": "Challenge",
    "triggers": "Trigger",
    "set_off": "What it set off",
    "spells": "Spell",
    "sources": "Source",
    "gaps": "Gap",
    "public_partners": "Public partner",
    "community_partners": "Community partner",
    "other_partners": "Other partner",
}
"""Lists of a record and what one of their items is called."""
ONE_OF = {"staff": "Paid staff", "unpaid_work": "Unpaid work"}
"""Groups of a record that are there once or not at all."""
_YEAR_UNIT = re.compile(r"(year|date)( of .*)?$", re.I)
_ABOUT = {"about": "about ", "at_least": "at least ", "at_most": "at most "}
_SAID_BY = {
    "public": "said by the public side",
    "community": "said by the community",
    "independent": "said by an independent source",
    "press": "said by the press",
    "court": "said by a court",
}
Row = dict[str, Any]


@dataclass(frozen=True)
class Fact:
    """One recorded fact. `path` is its address, such as `votes[2].blocs[1]`; `strong` is what became of it, `remarks`
    what else is told of it, `sources` ids joined by semicolons, `basis` the record's own reason, `names` what it may be
    called."""

    path: str
    label: str
    text: str
    strong: str = ""
    remarks: tuple[str, ...] = ()
    sources: str = ""
    basis: str = ""
    year: int | None = None
    as_of: bool = False
    names: tuple[str, ...] = ()
    inner: tuple[Fact, ...] = ()
    row: Row = field(default_factory=dict)

    @property
    def said(self) -> str:
        """The fact in one line of plain text."""
        remarks = f" ({', '.join(self.remarks)})" if self.remarks else ""
        return f"{self.text}{' – ' if self.strong else ''}{self.strong}{remarks}"

    def walk(self) -> Iterator[Fact]:
        """The fact and those inside it."""
        yield self
        for part in self.inner:
            yield from part.walk()


class Facts:
    """The tables of one case as plain rows: a missing value is None. Every table is cut out once, when it is asked
    for."""

    def __init__(self, data: Dataset, case: str) -> None:
        self.data = data
        self.case = case
        self.book = load_codebook()
        self._rows: dict[str, list[Row]] = {}
        self._told: dict[str, tuple[Fact, ...]] = {}

    def frame(self, table: str) -> pd.DataFrame:
        """Rows of a table that belong to the case."""
        frame = getattr(self.data, table)
        if table == "cases":
            return frame.loc[[self.case]]
        at = np.flatnonzero((frame["case"] == self.case).to_numpy(bool))
        together = len(at) and at[-1] - at[0] + 1 == len(
            at
        )  # as the tables are built: a slice costs much less than a choice
        return frame.iloc[at[0] : at[-1] + 1] if together else frame.iloc[at]

    def rows(self, table: str) -> list[Row]:
        """Rows of a table that belong to the case, as dicts."""
        if table not in self._rows:
            frame = self.frame(table)
            columns = [
                [None if value is pd.NA or value != value else value for value in frame[name].tolist()]
                for name in frame
            ]
            self._rows[table] = [dict(zip(frame, values, strict=True)) for values in zip(*columns, strict=True)]
        return self._rows[table]

    @cached_property
    def row(self) -> Row:
        """The case's own row."""
        return self.rows("cases")[0]

    @cached_property
    def _sources(self) -> dict[str, SimpleNamespace]:
        return {row["source"]: SimpleNamespace(**row) for row in self.rows("sources")}

    def sources(self, ids: str | None = None) -> list[SimpleNamespace]:
        """Sources for ids joined by semicolons, in their order, with the columns of `data.sources`; without ids all of
        them."""
        return list(self._sources.values()) if ids is None else [self._sources[name] for name in ids.split(";") if name]

    @cached_property
    def codings(self) -> dict[str, Row]:
        """Reason and sources by field, where the record gives them."""
        return {row["field"]: row for row in self.rows("codings")}

    @cached_property
    def outcomes(self) -> dict[str, Row]:
        """Rating, reason and sources by domain."""
        return {row["domain"]: row for row in self.rows("outcomes")}

    @cached_property
    def knows_until(self) -> int:
        """Year of the newest source that shows how the case stands."""
        return int(self.row["status_as_of"])

    def years(self) -> str:
        """'since 2012', 'about 1998–2015', '1990 or earlier–end not found'."""
        year, precision = self.row["start_year"], self.row["start_precision"]
        start = {"about": f"about {year}", "by": f"{year} or earlier"}.get(precision or "", str(year))
        start = "start not found" if year is None else start
        if self.row["status"] == "ended":
            return f"{start}–{'end not found' if self.row['end_year'] is None else self.row['end_year']}"
        return start if year is None else f"since {start}"

    def state(self, field: str) -> str:
        """One case's code in a coded field, or not_found / does_not_apply."""
        value = self.row[field.removeprefix("place.")]
        if value is not None:
            return str(value)
        record = {**self.row, "status": str(self.row["status"])}
        return self.book.field(field).nothing_in(record) or "does_not_apply"

    def told(self, kind: str) -> tuple[Fact, ...]:
        """The facts of one of the LISTS or of ONE_OF."""
        if kind not in self._told:
            self._told[kind] = tuple(self._made(kind))
        return self._told[kind]

    def spells(self, field: str) -> tuple[Fact, ...]:
        """Years in which a field had its codes, in order of time; empty where nothing is told of a change."""
        return tuple(fact for fact in self.told("spells") if fact.row["field"] == field)

    def gaps(self, path: str) -> tuple[Fact, ...]:
        """Gaps of the record that are about a fact, about what holds it, or about a part of it."""
        return tuple(fact for fact in self.told("gaps") if fact.row["about"] and meets(fact.row["about"], path))

    def _made(self, kind: str) -> Iterator[Fact]:
        if kind in ONE_OF:
            yield from _work(self, kind)
        elif kind.endswith("_partners"):
            rows = [row for row in self.rows("partners") if row["side"] == kind.removesuffix("_partners")]
            for number, row in enumerate(rows, start=1):
                yield _partner(self.book, row, f"{kind}[{number}]", LISTS[kind], kind)
        else:
            rows = _with_blocs(self.rows(kind), kind[:-1]) if kind in ("boards", "votes") else self.rows(kind)
            for number, row in enumerate(rows, start=1):
                yield _MAKE[kind](self, row, f"{kind}[{number}]", LISTS[kind])


def meets(about: str, path: str) -> bool:
    """Whether two addresses of fields are the same, or one lies inside the other; a list without a number means all
    items."""
    for one, other in zip(_steps(about), _steps(path), strict=False):
        if one[0] != other[0] or (one[1] and other[1] and one[1] != other[1]):
            return False
    return True


def _steps(path: str) -> list[tuple[str, str]]:
    return [(name, number) for name, number in re.findall(r"([^.\[\]]+)(?:\[(\d+)\])?", path)]


def dated(year: int | None, month: int | None = None, when: str | None = None) -> str:
    """'March 2012', '2012', the words that stand in place of a year, or ''. Words beside a year go into brackets."""
    date = "" if year is None else f"{MONTHS[int(month) - 1]} {year}" if month else str(year)
    return f"{date} ({when})" if date and when else date or when or ""


def in_order(events: pd.DataFrame) -> pd.DataFrame:
    """Events in the order of time, with a column `at`: their year, or for one without a year that of the event before
    it in the record (of the one after it, where there is none); missing where no event has a year."""
    at = events["year"].ffill().bfill()
    return events.assign(at=at).sort_values("at", kind="stable")


def overdue(state: str, due: int | None, as_of: int | None, status_as_of: int) -> bool:
    """Whether a promise was still open when it should have been kept: pending, and due before the year up to which the
    record knows of it (its own `as_of`, else the one of the status)."""
    return state == "pending" and due is not None and due < (as_of or status_as_of)


def _with_blocs(rows: list[Row], number: str) -> list[Row]:
    """Rows of boards or votes, one an item, with its blocs under `blocs`."""
    items: dict[int, Row] = {}
    for row in rows:
        item = items.setdefault(row[number], {**row, "blocs": []})
        if row["bloc"] is not None:
            item["blocs"].append(
                {"name": row["bloc"], "side": row["side"], "seats": row["seats"], "vote": row.get("bloc_vote")}
            )
    return list(items.values())


def _label(book: Codebook, field: str, code: str | None) -> str:
    return "" if code is None else book.label(field, code)


def _some(*parts: str | None) -> tuple[str, ...]:
    return tuple(part for part in parts if part)


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _board(facts: Facts, row: Row, path: str, label: str) -> Fact:
    unknown = sum(bloc["seats"] is None for bloc in row["blocs"])
    split = "" if not unknown else "split not known" if unknown == len(row["blocs"]) else "split known in part"
    binding = {None: "whether its decisions bind was not found", True: "its decisions bind"}.get(
        row["binding"], "its decisions do not bind"
    )
    majority = _label(facts.book, "boards.majority", row["majority"]).lower()
    year = row["as_of"]
    remarks = _some(_counted(row["seats_total"], "seat"), split, binding, majority, f"as of {year}" if year else "")
    blocs = tuple(
        _bloc(facts.book, bloc, f"{path}.blocs[{at}]", "boards", row) for at, bloc in enumerate(row["blocs"], start=1)
    )
    return Fact(
        path,
        label,
        f"{row['name']}: {row['power']}",
        "",
        remarks,
        row["sources"],
        "",
        year,
        True,
        (row["name"],),
        blocs,
        row,
    )


def _bloc(book: Codebook, bloc: Row, path: str, table: str, row: Row) -> Fact:
    seats = "seats not known" if bloc["seats"] is None else _counted(bloc["seats"], "seat")
    vote = _label(book, "votes.blocs.vote", bloc["vote"]).lower() if table == "votes" else ""
    side = _label(book, f"{table}.blocs.side", bloc["side"])
    strong = {"not found": "vote not found"}.get(vote, vote)
    year = row["year"] if table == "votes" else row["as_of"]
    text = f"{bloc['name']}: {seats}"
    return Fact(
        path, "Bloc", text, strong, _some(side), row["sources"], "", year, table == "boards", (bloc["name"],), (), bloc
    )


def _vote(facts: Facts, row: Row, path: str, label: str) -> Fact:
    when = dated(row["year"], row["month"], row["when"]) or "year not found"
    result = facts.book.label("votes.result", row["result"]).lower()
    blocs = tuple(
        _bloc(facts.book, bloc, f"{path}.blocs[{at}]", "votes", row) for at, bloc in enumerate(row["blocs"], start=1)
    )
    nobody = "" if blocs else "who voted how was not found"
    text = f"{row['body']}: {row['motion']}"
    names = (row["motion"], row["body"])
    return Fact(
        path,
        label,
        text,
        result,
        _some(when, _count(row), nobody),
        row["sources"],
        "",
        row["year"],
        False,
        names,
        blocs,
        row,
    )


def _count(row: Row) -> str:
    """'seats: 12 for, 5 against, 1 abstained'; empty where it was not counted."""
    words = {"counts_for": "for", "counts_against": "against", "counts_abstain": "abstained"}
    unit = row["counts_unit"]
    sign = " %" if unit == "percent" else ""
    parts = [f"{figure_text(row[key])}{sign} {word}" for key, word in words.items() if row[key] is not None]
    head = "" if unit in (None, "percent") else f"{load_codebook().label('votes.counts.unit', unit).lower()}: "
    return head + ", ".join(parts) if parts else ""


def _promise(facts: Facts, row: Row, path: str, label: str) -> Fact:
    late = overdue(row["state"], row["due"], row["as_of"], facts.knows_until)
    state = facts.book.label("promises.state", row["state"]).lower()
    by = _label(facts.book, "promises.promised_by", row["promised_by"]).lower()
    due = dated(row["due"], row["due_month"])
    remarks = _some(
        _label(facts.book, "promises.kind", row["kind"]).lower(),
        f"promised by: {by}" if by else "",
        f"promised in {row['promised_in']}" if row["promised_in"] else "",
        f"due {due}" if due else "",
        _amount("promised", row["promised"], row["unit"]),
        _amount("delivered", row["delivered"], row["unit"]),
        f"as of {row['as_of']}" if row["as_of"] else "",
    )
    strong = {"not found": "what became of it was not found"}.get(state, state) + (", overdue" if late else "")
    return Fact(
        path, label, row["what"], strong, remarks, row["sources"], "", row["as_of"], True, (row["what"],), (), row
    )


def _amount(word: str, value: float | None, unit: str | None) -> str:
    if value is None:
        return ""
    if unit and _YEAR_UNIT.match(unit):
        return f"{word} {unit} {value:.0f}"
    return f"{word} {figure_text(value)} {unit or ''}".strip()


def value_in_words(value: float, low: float | None, high: float | None, about: str | None, unit: str) -> str:
    """A figure with its range and how exact it is: 'about 700 members, between 600 and 800'."""
    ends = [None if pd.isna(end) else figure_text(end) for end in (low, high)]
    low_end, high_end = ends
    between = (
        f", between {low_end} and {high_end}"
        if all(ends)
        else f", {low_end} or more"
        if low_end
        else f", up to {high_end}"
    )
    between = between if any(ends) else ""
    word = "" if pd.isna(about) else _ABOUT.get(str(about), "")
    return f"{word}{figure_text(value)} {unit}{between}"


def _figure(facts: Facts, row: Row, path: str, label: str) -> Fact:
    kind = "" if row["kind"] == "actual" else facts.book.label("indicators.kind", row["kind"]).lower()
    value = value_in_words(row["value"], row["low"], row["high"], row["about"], row["unit"])
    year = str(row["year"]) if row["year"] else "no year"
    remarks = _some(year, kind, "exact figure" if row["about"] == "exact" else "", _SAID_BY.get(row["said_by"] or ""))
    names = (row["label"], row["code"], facts.book.label("indicators.code", row["code"]))
    return Fact(
        path, label, f"{row['label']}: {value}", "", remarks, row["sources"], "", row["year"], False, names, (), row
    )


def _event(facts: Facts, row: Row, path: str, label: str) -> Fact:
    when = dated(row["year"], row["month"], row["when"]) or "year not found"
    kind = facts.book.label("events.type", row["type"])
    names = _some(row["label"], str(row["year"]) if row["year"] else "", row["when"])
    return Fact(
        path, label, f"{when}: {row['label']}", "", (kind,), row["sources"], "", row["year"], False, names, (), row
    )


def _themed(facts: Facts, row: Row, path: str, label: str) -> Fact:
    theme = facts.book.label(f"{path.split('[')[0]}.theme", row["theme"])
    return Fact(path, label, row["text"], "", (theme,), row["sources"], names=(row["text"],), row=row)


def _trigger(facts: Facts, row: Row, path: str, label: str) -> Fact:
    word = facts.book.label("triggers.code", row["code"])
    return Fact(
        path, label, f"{word}: {row['basis']}", "", (), row["sources"], row["basis"], names=(row["code"], word), row=row
    )


def _set_off(facts: Facts, row: Row, path: str, label: str) -> Fact:
    kind = facts.book.label("set_off.kind", row["kind"])
    remarks = _some(kind, str(row["year"]) if row["year"] else "year not found")
    return Fact(
        path,
        label,
        row["text"],
        "",
        remarks,
        row["sources"],
        "",
        row["year"],
        False,
        (row["text"], row["kind"], kind),
        (),
        row,
    )


def _spell(facts: Facts, row: Row, path: str, label: str) -> Fact:
    codes = facts.book.codes(row["field"])
    word = facts.book.label(row["field"], row["code"]) if row["code"] in codes else row["code"]
    years = f"since {row['from']}" if row["to"] is None else f"{row['from']} to {row['to']}"
    text = f"{facts.book.label(row['field'])}: {word}, {years}"
    return Fact(
        path, label, text, "", (), row["sources"], row["basis"], row["from"], row={**row, "word": word, "years": years}
    )


def _work(facts: Facts, kind: str) -> Iterator[Fact]:
    wanted = {"staff": "paid", "unpaid_work": "unpaid"}[kind]
    for row in facts.rows("work"):
        if row["kind"] == wanted:
            terms, union = (_label(facts.book, f"staff.{key}", row[key]) for key in ("terms", "union"))
            remarks = _some(terms and f"terms: {terms.lower()}", union and f"unions: {union.lower()}")
            yield Fact(kind, ONE_OF[kind], row["text"], "", remarks, row["sources"], row={**row, "basis": row["text"]})


def _partner(book: Codebook, row: Row, path: str, label: str, kind: str) -> Fact:
    column = {"public_partners": "level", "community_partners": "legal_form", "other_partners": "kind"}[kind]
    word = book.label(f"{kind}.{column}", row[column])
    return Fact(path, label, row["name"], "", _some(word, row["part"]), names=(row["name"],), row=row)


def _source(facts: Facts, row: Row, path: str, label: str) -> Fact:
    names = _some(row["source"], row["title"], row["url"])
    return Fact(path, label, row["title"], "", (), row["source"], "", row["year"], names=names, row=row)


def _gap(facts: Facts, row: Row, path: str, label: str) -> Fact:
    about = row["about"]
    key = re.sub(r"\[\d+\]", "", about) if about else ""
    word = facts.book.label(key) if key in facts.book.fields else about
    word = f"{word}, {about}" if about and about != key else word
    return Fact(
        path,
        label,
        row["text"],
        "",
        _some(about and f"about: {word}"),
        row["sources"] or "",
        names=(row["text"],),
        row=row,
    )


_MAKE = {
    "boards": _board,
    "votes": _vote,
    "promises": _promise,
    "indicators": _figure,
    "events": _event,
    "lessons": _themed,
    "challenges": _themed,
    "triggers": _trigger,
    "set_off": _set_off,
    "spells": _spell,
    "sources": _source,
    "gaps": _gap,
}
