"""How each kind of row of the tables becomes a fact in words: boards, votes, promises, figures, events and more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.codes import Codebook, load_codebook
from pcc_data.dataset.fact import ONE_OF, Fact, Row
from pcc_data.say import figure_text

if TYPE_CHECKING:
    from pcc_data.dataset.facts import Facts

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

_YEAR_UNIT = re.compile(r"(year|date)( of .*)?$", re.I)

_ABOUT = {"about": "about ", "at_least": "at least ", "at_most": "at most "}

_SAID_BY = {
    "public": "said by the public side",
    "community": "said by the community",
    "independent": "said by an independent source",
    "press": "said by the press",
    "court": "said by a court",
}


def dated(year: int | None, month: int | None = None, when: str | None = None) -> str:
    """'March 2012', '2012', the words that stand in place of a year, or ''. Words beside a year go into brackets."""
    date = "" if year is None else f"{MONTHS[int(month) - 1]} {year}" if month else str(year)
    return f"{date} ({when})" if date and when else date or when or ""


def overdue(state: str, due: int | None, as_of: int | None, status_as_of: int) -> bool:
    """Whether a promise was still open when it should have been kept: pending, and due before the year up to which the
    record knows of it (its own `as_of`, else the one of the status)."""
    return state == "pending" and due is not None and due < (as_of or status_as_of)


def with_blocs(rows: list[Row], number: str) -> list[Row]:
    """Rows of boards or votes, one an item, with its blocs under `blocs`."""
    items: dict[int, Row] = {}
    for row in rows:
        item = items.setdefault(row[number], {**row, "blocs": []})
        if row["bloc"] is not None:
            item["blocs"].append(
                {"name": row["bloc"], "side": row["side"], "seats": row["seats"], "vote": row.get("bloc_vote")}
            )
    return list(items.values())


def label_of(book: Codebook, field: str, code: str | None) -> str:
    """Label of a code of a field; empty where there is none."""
    return "" if code is None else book.label(field, code)


def some(*parts: str | None) -> tuple[str, ...]:
    """Those of some texts that say something."""
    return tuple(part for part in parts if part)


def counted(number: int, word: str) -> str:
    """A number with its noun, in the plural where it is not one."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _board(facts: Facts, row: Row, path: str, label: str) -> Fact:
    unknown = sum(bloc["seats"] is None for bloc in row["blocs"])
    split = "" if not unknown else "split not known" if unknown == len(row["blocs"]) else "split known in part"
    binding = {None: "whether its decisions bind was not found", True: "its decisions bind"}.get(
        row["binding"], "its decisions do not bind"
    )
    majority = label_of(facts.book, "boards.majority", row["majority"]).lower()
    year = row["as_of"]
    remarks = some(counted(row["seats_total"], "seat"), split, binding, majority, f"as of {year}" if year else "")
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
    seats = "seats not known" if bloc["seats"] is None else counted(bloc["seats"], "seat")
    vote = label_of(book, "votes.blocs.vote", bloc["vote"]).lower() if table == "votes" else ""
    side = label_of(book, f"{table}.blocs.side", bloc["side"])
    strong = {"not found": "vote not found"}.get(vote, vote)
    year = row["year"] if table == "votes" else row["as_of"]
    text = f"{bloc['name']}: {seats}"
    return Fact(
        path, "Bloc", text, strong, some(side), row["sources"], "", year, table == "boards", (bloc["name"],), (), bloc
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
        some(when, _count(row), nobody),
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
    by = label_of(facts.book, "promises.promised_by", row["promised_by"]).lower()
    due = dated(row["due"], row["due_month"])
    remarks = some(
        label_of(facts.book, "promises.kind", row["kind"]).lower(),
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
    remarks = some(year, kind, "exact figure" if row["about"] == "exact" else "", _SAID_BY.get(row["said_by"] or ""))
    names = (row["label"], row["code"], facts.book.label("indicators.code", row["code"]))
    return Fact(
        path, label, f"{row['label']}: {value}", "", remarks, row["sources"], "", row["year"], False, names, (), row
    )


def _event(facts: Facts, row: Row, path: str, label: str) -> Fact:
    when = dated(row["year"], row["month"], row["when"]) or "year not found"
    kind = facts.book.label("events.type", row["type"])
    names = some(row["label"], str(row["year"]) if row["year"] else "", row["when"])
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
    remarks = some(kind, str(row["year"]) if row["year"] else "year not found")
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


def work_facts(facts: Facts, kind: str) -> Iterator[Fact]:
    """The facts of paid staff, or of unpaid work."""
    wanted = {"staff": "paid", "unpaid_work": "unpaid"}[kind]
    for row in facts.rows("work"):
        if row["kind"] == wanted:
            terms, union = (label_of(facts.book, f"staff.{key}", row[key]) for key in ("terms", "union"))
            remarks = some(terms and f"terms: {terms.lower()}", union and f"unions: {union.lower()}")
            yield Fact(kind, ONE_OF[kind], row["text"], "", remarks, row["sources"], row={**row, "basis": row["text"]})


def partner_fact(book: Codebook, row: Row, path: str, label: str, kind: str) -> Fact:
    """A partner with its kind."""
    column = {"public_partners": "level", "community_partners": "legal_form", "other_partners": "kind"}[kind]
    word = book.label(f"{kind}.{column}", row[column])
    return Fact(path, label, row["name"], "", some(word, row["part"]), names=(row["name"],), row=row)


def _source(facts: Facts, row: Row, path: str, label: str) -> Fact:
    names = some(row["source"], row["title"], row["url"])
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
        some(about and f"about: {word}"),
        row["sources"] or "",
        names=(row["text"],),
        row=row,
    )


MAKE = {
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
