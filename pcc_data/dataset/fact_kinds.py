"""How each kind of row of the tables becomes a fact in words: boards, votes, promises, figures, events and more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.codes import Codebook, load_codebook
from pcc_data.dataset.fact import Fact, Row, name_of
from pcc_data.say import figure_text, say

if TYPE_CHECKING:
    from pcc_data.dataset.facts import Facts

_YEAR_UNIT = re.compile(r"(year|date)( of .*)?$", re.I)


def dated(year: int | None, month: int | None = None, when: str | None = None) -> str:
    """'March 2012', '2012', the words that stand in place of a year, or ''. Words beside a year go into brackets."""
    date = "" if year is None else f"{month_name(month)} {year}" if month else str(year)
    return f"{date} ({when})" if date and when else date or when or ""


def month_name(month: float) -> str:
    """The name of a month, from 1."""
    return say(f"months.m{int(month)}")


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


def phrase_of(book: Codebook, field: str, code: str | None) -> str:
    """What a code of a field is called inside a sentence; empty where there is none."""
    return "" if code is None else book.phrase(field, code)


def some(*parts: str | None) -> tuple[str, ...]:
    """Those of some texts that say something."""
    return tuple(part for part in parts if part)


def _board(facts: Facts, row: Row, path: str, label: str) -> Fact:
    unknown = sum(bloc["seats"] is None for bloc in row["blocs"])
    split = "" if not unknown else "none" if unknown == len(row["blocs"]) else "part"
    year = row["as_of"]
    remarks = some(
        say("board-told.seats", n=row["seats_total"]),
        split and say("board-told.split", known=split),
        say("board-told.binding", binds=row["binding"]),
        phrase_of(facts.book, "boards.majority", row["majority"]),
        year and say("fact.as-of", year=str(year)),
    )
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
    seats = say("board-told.no-seats") if bloc["seats"] is None else say("board-told.seats", n=bloc["seats"])
    side = "" if bloc["side"] is None else book.label(f"{table}.blocs.side", bloc["side"])
    strong = ""
    if table == "votes":
        unknown = bloc["vote"] is not None and book.codes("votes.blocs.vote")[bloc["vote"]].nothing
        strong = say("vote-told.no-vote") if unknown else phrase_of(book, "votes.blocs.vote", bloc["vote"])
    year = row["year"] if table == "votes" else row["as_of"]
    text, names, label = f"{bloc['name']}: {seats}", (bloc["name"],), say("fact.bloc")
    return Fact(path, label, text, strong, some(side), row["sources"], "", year, table == "boards", names, (), bloc)


def _vote(facts: Facts, row: Row, path: str, label: str) -> Fact:
    when = dated(row["year"], row["month"], row["when"]) or say("fact.no-year")
    result = facts.book.phrase("votes.result", row["result"])
    blocs = tuple(
        _bloc(facts.book, bloc, f"{path}.blocs[{at}]", "votes", row) for at, bloc in enumerate(row["blocs"], start=1)
    )
    nobody = "" if blocs else say("vote-told.no-blocs")
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
    unit = row["counts_unit"]
    sign = " %" if unit == "percent" else ""
    parts = [
        say(f"vote-told.{way}", count=f"{figure_text(row[f'counts_{way}'])}{sign}")
        for way in ("for", "against", "abstain")
        if row[f"counts_{way}"] is not None
    ]
    head = "" if unit in (None, "percent") else f"{load_codebook().phrase('votes.counts.unit', unit)}: "
    return head + ", ".join(parts) if parts else ""


def _promise(facts: Facts, row: Row, path: str, label: str) -> Fact:
    late = overdue(row["state"], row["due"], row["as_of"], facts.knows_until)
    by = phrase_of(facts.book, "promises.promised_by", row["promised_by"])
    due = dated(row["due"], row["due_month"])
    remarks = some(
        phrase_of(facts.book, "promises.kind", row["kind"]),
        by and say("promise-told.by", who=by),
        row["promised_in"] and say("promise-told.in", year=str(row["promised_in"])),
        due and say("promise-told.due", when=due),
        _amount("promised", row["promised"], row["unit"]),
        _amount("delivered", row["delivered"], row["unit"]),
        row["as_of"] and say("fact.as-of", year=str(row["as_of"])),
    )
    unknown = facts.book.codes("promises.state")[row["state"]].nothing
    strong = say("promise-told.no-state") if unknown else facts.book.phrase("promises.state", row["state"])
    strong = say("promise-told.overdue", state=strong) if late else strong
    return Fact(
        path, label, row["what"], strong, remarks, row["sources"], "", row["as_of"], True, (row["what"],), (), row
    )


def _amount(part: str, value: float | None, unit: str | None) -> str:
    if value is None:
        return ""
    dates = unit and _YEAR_UNIT.match(unit)
    amount = f"{unit} {value:.0f}" if dates else f"{figure_text(value)} {unit or ''}".strip()
    return say(f"promise-told.{part}", amount=amount)


def value_in_words(value: float, low: float | None, high: float | None, about: str | None, unit: str) -> str:
    """A figure with its range and how exact it is: 'about 700 members, between 600 and 800'."""
    least, most = ("" if pd.isna(end) else figure_text(end) for end in (low, high))
    known = "both" if least and most else "low" if least else "high" if most else "none"
    exact = "exact" if pd.isna(about) else str(about)
    return say("figure-told.value", value=figure_text(value), unit=unit, about=exact, known=known, low=least, high=most)


def _figure(facts: Facts, row: Row, path: str, label: str) -> Fact:
    kind = "" if row["kind"] == "actual" else facts.book.phrase("indicators.kind", row["kind"])
    value = value_in_words(row["value"], row["low"], row["high"], row["about"], row["unit"])
    year = str(row["year"]) if row["year"] else say("fact.without-year")
    exact = say("figure-told.exact") if row["about"] == "exact" else ""
    remarks = some(year, kind, exact, row["said_by"] and say("figure-told.said-by", who=row["said_by"]))
    names = (row["label"], row["code"], facts.book.label("indicators.code", row["code"]))
    return Fact(
        path, label, f"{row['label']}: {value}", "", remarks, row["sources"], "", row["year"], False, names, (), row
    )


def _event(facts: Facts, row: Row, path: str, label: str) -> Fact:
    when = dated(row["year"], row["month"], row["when"]) or say("fact.no-year")
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
    remarks = some(kind, str(row["year"]) if row["year"] else say("fact.no-year"))
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
    ended = "" if row["to"] is None else str(row["to"])
    years = say("spell-told.years", first=str(row["from"]), last=ended, over=bool(ended))
    text = f"{facts.book.label(row['field'])}: {word}, {years}"
    return Fact(
        path, label, text, "", (), row["sources"], row["basis"], row["from"], row={**row, "word": word, "years": years}
    )


def work_facts(facts: Facts, kind: str) -> Iterator[Fact]:
    """The facts of paid staff, or of unpaid work."""
    wanted = {"staff": "paid", "unpaid_work": "unpaid"}[kind]
    for row in facts.rows("work"):
        if row["kind"] == wanted:
            told = {key: phrase_of(facts.book, f"staff.{key}", row[key]) for key in ("terms", "union")}
            remarks = some(*(what and say(f"work-told.{key}", what=what) for key, what in told.items()))
            yield Fact(kind, name_of(kind), row["text"], "", remarks, row["sources"], row={**row, "basis": row["text"]})


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
        some(about and say("fact.about", field=word)),
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
