"""How each kind of row of the tables becomes a fact in words: boards, votes, promises, figures, events and more."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.codes import Codebook, load_codebook
from pcc_data.dataset.fact import Fact, Row, name_of
from pcc_data.say import figure_text, say

if TYPE_CHECKING:
    from pcc_data.dataset.facts import Facts

Parts = dict[str, Any]
"""What a fact is made of, by the names of its attributes; its sources and its row are those of the table."""
_YEAR_UNIT = re.compile(r"(year|date)( of .*)?$", re.I)


def dated(year: int | None, month: int | None = None, when: str | None = None) -> str:
    """'March 2012', '2012', the words that stand in place of a year, or ''. Words beside a year go into brackets."""
    date = "" if year is None else f"{month_name(month)} {year}" if month else str(year)
    return f"{date} ({when})" if date and when else date or when or ""


def month_name(month: float) -> str:
    """The name of a month, from 1."""
    return say(f"months.m{int(month)}")


def start_in_words(year: Any, precision: Any) -> str:
    """'2013', 'about 1992', 'by 1998' or 'start not found'."""
    if pd.isna(year):
        return say("life-lines.no-start")
    return say("life-lines.start", year=str(year), precision="exact" if pd.isna(precision) else precision)


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


def _board(facts: Facts, row: Row, path: str) -> Parts:
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
    return {
        "text": f"{row['name']}: {row['power']}",
        "remarks": remarks,
        "year": year,
        "as_of": True,
        "names": (row["name"],),
        "inner": _blocs(facts.book, row, path, "boards"),
    }


def _blocs(book: Codebook, row: Row, path: str, table: str) -> tuple[Fact, ...]:
    """The blocs of a board or of a vote."""
    year, made = row["year"] if table == "votes" else row["as_of"], []
    for at, bloc in enumerate(row["blocs"], start=1):
        seats = say("board-told.no-seats") if bloc["seats"] is None else say("board-told.seats", n=bloc["seats"])
        side = "" if bloc["side"] is None else book.label(f"{table}.blocs.side", bloc["side"])
        unknown = bloc["vote"] is not None and book.codes("votes.blocs.vote")[bloc["vote"]].nothing
        vote = say("vote-told.no-vote") if unknown else phrase_of(book, "votes.blocs.vote", bloc["vote"])
        made.append(
            Fact(
                f"{path}.blocs[{at}]",
                say("fact.bloc"),
                f"{bloc['name']}: {seats}",
                vote,
                some(side),
                row["sources"],
                year=year,
                as_of=table == "boards",
                names=(bloc["name"],),
                row=bloc,
            )
        )
    return tuple(made)


def _vote(facts: Facts, row: Row, path: str) -> Parts:
    when = dated(row["year"], row["month"], row["when"]) or say("fact.no-year")
    blocs = _blocs(facts.book, row, path, "votes")
    return {
        "text": f"{row['body']}: {row['motion']}",
        "strong": facts.book.phrase("votes.result", row["result"]),
        "remarks": some(when, _count(row), "" if blocs else say("vote-told.no-blocs")),
        "year": row["year"],
        "names": (row["motion"], row["body"]),
        "inner": blocs,
    }


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


def _promise(facts: Facts, row: Row, path: str) -> Parts:
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
    what = row["what"]
    return {"text": what, "strong": strong, "remarks": remarks, "year": row["as_of"], "as_of": True, "names": (what,)}


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


def _figure(facts: Facts, row: Row, path: str) -> Parts:
    kind = "" if row["kind"] == "actual" else facts.book.phrase("indicators.kind", row["kind"])
    value = value_in_words(row["value"], row["low"], row["high"], row["about"], row["unit"])
    year = str(row["year"]) if row["year"] else say("fact.without-year")
    exact = say("figure-told.exact") if row["about"] == "exact" else ""
    remarks = some(year, kind, exact, row["said_by"] and say("figure-told.said-by", who=row["said_by"]))
    names = (row["label"], row["code"], facts.book.label("indicators.code", row["code"]))
    return {"text": f"{row['label']}: {value}", "remarks": remarks, "year": row["year"], "names": names}


def _event(facts: Facts, row: Row, path: str) -> Parts:
    when = dated(row["year"], row["month"], row["when"]) or say("fact.no-year")
    remarks = (facts.book.label("events.type", row["type"]),)
    names = some(row["label"], str(row["year"]) if row["year"] else "", row["when"])
    return {"text": f"{when}: {row['label']}", "remarks": remarks, "year": row["year"], "names": names}


def _themed(facts: Facts, row: Row, path: str) -> Parts:
    theme = facts.book.label(f"{path.split('[')[0]}.theme", row["theme"])
    return {"text": row["text"], "remarks": (theme,), "names": (row["text"],)}


def _trigger(facts: Facts, row: Row, path: str) -> Parts:
    word = facts.book.label("triggers.code", row["code"])
    return {"text": f"{word}: {row['basis']}", "basis": row["basis"], "names": (row["code"], word)}


def _set_off(facts: Facts, row: Row, path: str) -> Parts:
    kind, year = facts.book.label("set_off.kind", row["kind"]), row["year"]
    remarks = (kind, str(year) if year else say("fact.no-year"))
    return {"text": row["text"], "remarks": remarks, "year": year, "names": (row["text"], row["kind"], kind)}


def _spell(facts: Facts, row: Row, path: str) -> Parts:
    codes = facts.book.codes(row["field"])
    word = facts.book.label(row["field"], row["code"]) if row["code"] in codes else row["code"]
    ended = "" if row["to"] is None else str(row["to"])
    years = say("spell-told.years", first=str(row["from"]), last=ended, over=bool(ended))
    text = f"{facts.book.label(row['field'])}: {word}, {years}"
    return {"text": text, "basis": row["basis"], "year": row["from"], "row": {**row, "word": word, "years": years}}


def _work(facts: Facts, row: Row, path: str) -> Parts:
    told = {key: phrase_of(facts.book, f"staff.{key}", row[key]) for key in ("terms", "union")}
    remarks = some(*(what and say(f"work-told.{key}", what=what) for key, what in told.items()))
    return {"text": row["text"], "remarks": remarks, "row": {**row, "basis": row["text"]}}


def _partner(facts: Facts, row: Row, path: str) -> Parts:
    kind = path.split("[")[0]
    column = {"public_partners": "level", "community_partners": "legal_form", "other_partners": "kind"}[kind]
    word = facts.book.label(f"{kind}.{column}", row[column])
    return {"text": row["name"], "remarks": some(word, row["part"]), "sources": "", "names": (row["name"],)}


def _source(facts: Facts, row: Row, path: str) -> Parts:
    names = some(row["source"], row["title"], row["url"])
    return {"text": row["title"], "sources": row["source"], "year": row["year"], "names": names}


def _gap(facts: Facts, row: Row, path: str) -> Parts:
    about = row["about"]
    key = re.sub(r"\[\d+\]", "", about) if about else ""
    word = facts.book.label(key) if key in facts.book.fields else about
    word = f"{word}, {about}" if about and about != key else word
    return {"text": row["text"], "remarks": some(about and say("fact.about", field=word)), "names": (row["text"],)}


_MAKERS: dict[str, Callable[[Facts, Row, str], Parts]] = {
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
    "public_partners": _partner,
    "community_partners": _partner,
    "other_partners": _partner,
    "staff": _work,
    "unpaid_work": _work,
}


def fact_of(facts: Facts, kind: str, row: Row, path: str) -> Fact:
    """A row of the tables as a fact; `kind` is the list of the record that it stands in, or staff or unpaid_work."""
    parts = _MAKERS[kind](facts, row, path)
    return Fact(path, name_of(kind), **{"sources": row.get("sources") or "", "row": row, **parts})
