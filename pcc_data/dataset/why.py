"""Says who? The value of any field or fact of a case, the reason for it, since when it holds, and the sources it rests
on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from pcc_data.codes import NOTHING, Codebook, inside, load_codebook
from pcc_data.dataset.fact import ONE_OF, Fact
from pcc_data.dataset.facts import LISTS, Facts
from pcc_data.dataset.reason import Why
from pcc_data.say import say
from pcc_data.tables.spec import CODE_TABLES, DOMAINS, case_fields

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


_SHOWN = 12
_LEAST = 4  # letters of a name that need not be said in full


def why(data: Dataset, case: str, field: str | int) -> Why:
    """See `Dataset.why`. Raises ValueError for what the case does not have, or what may mean several things."""
    return explain(Facts(data, case), str(field))


def explain(facts: Facts, wanted: str) -> Why:
    """The answer of `why` from the facts of a case that are at hand already."""
    if wanted in _fields(facts.book):
        return _of_field(facts, wanted)
    wanted = wanted.strip().removeprefix("coding_basis.")
    for form in (wanted, re.sub(r"\.(rating|basis|sources)$", "", wanted)):
        found = _find(facts, form)
        if found is not None:
            return found
    raise ValueError(_unknown(facts, wanted))


@lru_cache(maxsize=8)
def _fields(book: Codebook) -> tuple[str, ...]:
    """Fields of which a case has one value (or one list of codes)."""
    single = (field for field in case_fields(book) if field not in CODE_TABLES)
    return (*single, *CODE_TABLES, *(f"outcomes.{domain}" for domain in DOMAINS))


def _find(facts: Facts, wanted: str) -> Why | None:
    """By address; then by a name that is said in full; then by a part of a name."""
    if wanted in _fields(facts.book):
        return _of_field(facts, wanted)
    if wanted == "place":
        return _of_place(facts)
    if wanted in LISTS or wanted in ONE_OF:
        return _of_list(facts, wanted)
    found = _by_address(facts, wanted)
    if found is not None:
        return found
    key, names = _plain(wanted), _names(facts)
    for fits in (key.__eq__, lambda name: name.startswith(key), lambda name: key in name):
        parts = {path: answer for name, found in names.items() if fits(name) for path, answer in found.items()}
        if parts:
            return _only(facts, wanted, parts)
        if len(key) < _LEAST:
            return None
    return None


def _names(facts: Facts) -> dict[str, dict[str, Callable[[], Why]]]:
    """What each field and fact of the case may be called, and the answers by address."""
    book, names = facts.book, {}

    def add(name: str, path: str, answer: Callable[[], Why]) -> None:
        names.setdefault(_plain(name), {})[path] = answer

    for field in _fields(book):
        for name in (field, field.split(".")[-1], book.label(field), field.replace("_", " ").split(".")[-1]):
            add(name, field, lambda field=field: _of_field(facts, field))
    for kind in (*LISTS, *ONE_OF):
        for name in (kind, book.label(kind)):
            add(name, kind, lambda kind=kind: _of_list(facts, kind))
        for whole in facts.told(kind):
            for fact in whole.walk():
                for name in fact.names:
                    add(name, fact.path, lambda fact=fact: _of_fact(facts, fact))
                    if name == str(fact.year) and kind == "events":
                        add(f"events.{name}", fact.path, lambda fact=fact: _of_fact(facts, fact))
    return names


def _plain(name: str) -> str:
    """A name without the differences that nobody means: case, spaces, how an accent is composed."""
    return " ".join(unicodedata.normalize("NFC", str(name)).casefold().split())


def _only(facts: Facts, wanted: str, found: dict[str, Callable[[], Why]]) -> Why:
    fields = [path for path in found if path in _fields(facts.book)]
    if len(found) == 1 or len(fields) == 1:
        return found[fields[0] if fields else next(iter(found))]()
    there = _candidates(facts, found)
    raise ValueError(say("why.several", wanted=repr(wanted), case=facts.case, there=there))


def _candidates(facts: Facts, paths: Iterable[str]) -> str:
    """Addresses with the beginning of what stands there."""
    told = {fact.path: fact for kind in (*LISTS, *ONE_OF) for whole in facts.told(kind) for fact in whole.walk()}
    paths = list(paths)
    shown = [f"{path} ({_short(told[path].text)})" if path in told else path for path in paths[:_SHOWN]]
    told = ", ".join(shown)
    return say("why.of-many", there=told, n=len(paths)) if len(paths) > _SHOWN else told


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39].rstrip()} …"


def _unknown(facts: Facts, wanted: str) -> str:
    """What to say of a name that nothing bears: the items there are, or the nearest name."""
    kind = re.split(r"[.\[]", wanted)[0]
    fields, about = _fields(facts.book), {"wanted": repr(wanted), "case": facts.case}
    if kind in ("roles", "outcomes", "place"):
        return say("why.unknown-part", **about, fields=", ".join(key for key in fields if key.startswith(f"{kind}.")))
    if kind in LISTS:
        there = _candidates(facts, [fact.path for fact in facts.told(kind)])
        return say("why.unknown-item", **about, any=bool(there), there=there, list=kind)
    names = {name: path for name, found in _names(facts).items() for path in found}
    close = get_close_matches(_plain(wanted), names, n=1, cutoff=0.75)
    guess = (names[close[0]] if close[0].count(" ") > 2 else repr(close[0])) if close else ""
    return say("why.unknown", **about, hint=bool(close), guess=guess, fields=", ".join(fields[:_SHOWN]))


def _of_field(facts: Facts, field: str) -> Why:
    """A field of which the case has one value."""
    code, value = _value(facts, field)
    told = (
        facts.outcomes[field.removeprefix("outcomes.")]
        if field.startswith("outcomes.")
        else facts.codings.get(field, {})
    )
    gaps = facts.gaps(field)
    basis, ids = told.get("basis"), told.get("sources") or ""
    if not basis:
        basis, ids = _without_basis(facts, field, code, bool(gaps))
    as_of = facts.book.field(field).as_of
    year = facts.row[as_of] if as_of and value not in NOTHING.values() else None
    when = "" if year is None else say("why.last-terms") if _over(facts, field) else say("fact.as-of", year=str(year))
    spells = facts.spells(field)
    return Why(facts.case, field, facts.book.label(field), value, basis, year, facts, ids, when, code, spells, gaps)


def _over(facts: Facts, field: str) -> bool:
    """Whether the field tells the last terms of a case that has ended."""
    return facts.row["status"] == "ended" and field != "status"


def _value(facts: Facts, field: str) -> tuple[str, str]:
    """Code (or the value itself) and what people read."""
    book = facts.book
    if field in CODE_TABLES:
        codes = [row["code"] for row in facts.rows(CODE_TABLES[field])]
        return ";".join(codes), ", ".join(book.label(field, code) for code in codes) or NOTHING["none"]
    if field.startswith("outcomes."):
        rating = facts.outcomes[field.removeprefix("outcomes.")]["rating"]
        code = "not_found" if rating is None else str(rating)
        return code, book.label(field, code) if rating is None else rating_in_words(code)
    code = facts.state(field)
    return code, book.label(field, code) if book.codes(field) or code in NOTHING else code


def rating_in_words(code: str) -> str:
    """A rating with the end of its scale: '1 of 3: limited'."""
    codes, label = load_codebook().codes("outcomes.rating"), load_codebook().label("outcomes.rating", code)
    most = max(int(one) for one in codes if one.isdigit())
    word = label.removeprefix(code).strip()
    return say("rating-told", n=int(code), most=most, word=inside(word))


def _without_basis(facts: Facts, field: str, code: str, gap: bool) -> tuple[str, str]:
    """What to say of a value for which the record gives no reason, and sources of facts that stand near it."""
    if code == "does_not_apply":
        return say("why.not-applying"), ""
    known = facts.book.codes(field).get(code) if field not in CODE_TABLES else None
    if code == "not_found" or (known and known.nothing == "not_found"):
        return say("why.not-found", gap=gap), ""
    if field in ("start_year", "end_year"):
        near = [event for event in facts.told("events") if event.row["year"] == int(code)]
        ids = dict.fromkeys(name for event in near for name in event.sources.split(";"))
        if near:
            said = "; ".join(event.row["label"].rstrip(".") for event in near)
            return say("why.events-of-year", events=said), ";".join(ids)
    if field == "status_as_of":
        row = facts.codings.get("status", {})
        return say("why.year-of-status"), row.get("sources") or ""
    return say("why.no-basis"), ""


def _of_place(facts: Facts) -> Why:
    row = facts.row
    value = ", ".join(str(row[part]) for part in ("city", "region", "country") if row[part])
    label, gaps = facts.book.label("place"), facts.gaps("place")
    return Why(facts.case, "place", label, value, say("why.no-basis"), None, facts, gaps=gaps)


def _of_list(facts: Facts, kind: str) -> Why:
    """A list of the record: its only item, or that there is none."""
    there, gaps = facts.told(kind), facts.gaps(kind)
    told = facts.codings.get(kind)
    if kind.endswith("_partners") and there:
        value = "; ".join(fact.said for fact in there)
        basis, ids = (told["basis"], told["sources"]) if told else (say("why.no-basis"), "")
        return Why(facts.case, kind, facts.book.label(kind), value, basis, None, facts, ids, gaps=gaps)
    if not there:
        basis = say("why.no-item", gap=bool(gaps))
        return Why(facts.case, kind, facts.book.label(kind), NOTHING["not_found"], basis, None, facts, gaps=gaps)
    if len(there) == 1:
        return _of_fact(facts, there[0])
    paths = _candidates(facts, [fact.path for fact in there])
    raise ValueError(say("why.which-item", case=facts.case, n=len(there), list=kind, there=paths))


def _by_address(facts: Facts, wanted: str) -> Why | None:
    """A fact by its address, or one of its values (`promises[1].due`)."""
    kind = re.split(r"[.\[]", wanted)[0]
    if kind not in LISTS and kind not in ONE_OF:
        return None
    if kind in LISTS and wanted.startswith(f"{kind}.") and len(facts.told(kind)) == 1:
        only = _by_address(facts, f"{kind}[1].{wanted.removeprefix(f'{kind}.')}")
        if only is not None:
            return only
    told = {fact.path: fact for whole in facts.told(kind) for fact in whole.walk()}
    if wanted in told:
        return _of_fact(facts, told[wanted])
    for path in sorted(told, key=len, reverse=True):
        key = wanted.removeprefix(f"{path}.").replace(".", "_")
        if wanted.startswith(f"{path}.") and key in told[path].row:
            return _of_part(facts, told[path], key, wanted)
    named = [fact for fact in told.values() if wanted.split(".", 1)[-1] in (fact.row.get("source"), *fact.names)]
    return (
        _only(facts, wanted, {fact.path: lambda fact=fact: _of_fact(facts, fact) for fact in named}) if named else None
    )


def _of_fact(facts: Facts, fact: Fact) -> Why:
    kind = fact.path.split("[")[0]
    basis, ids = fact.basis, fact.sources
    if kind == "sources":
        basis = _used(facts, fact.row["source"])
    elif kind.endswith("_partners"):
        told = facts.codings.get(kind, {})
        basis, ids = told.get("basis") or say("why.no-basis"), told.get("sources") or ""
    elif kind == "gaps":
        basis = say("why.of-gap", sources=bool(ids))
    said = fact.said.removesuffix(fact.basis).rstrip(": ") if fact.basis else fact.said
    when = say("fact.as-of", year=str(fact.year)) if fact.as_of and fact.year else ""
    when = "" if when in fact.remarks else when
    gaps = () if kind == "gaps" else facts.gaps(fact.path)
    return Why(
        facts.case,
        fact.path,
        fact.label,
        said,
        basis or say("why.recorded"),
        fact.year,
        facts,
        ids,
        when,
        "",
        (),
        gaps,
        fact.inner,
    )


def _of_part(facts: Facts, fact: Fact, key: str, wanted: str) -> Why:
    """One value inside a fact; its sources are those of the fact."""
    field = re.sub(r"\[\d+\]", "", wanted)
    label = facts.book.label(field) if field in facts.book.fields else key.replace("_", " ").capitalize()
    value, gaps = fact.row[key], facts.gaps(wanted)
    if value is None:
        kind = facts.book.fields[field].nothing if field in facts.book.fields else None
        basis = say("why.not-applying") if kind == "does_not_apply" else say("why.not-found", gap=bool(gaps))
        return Why(facts.case, wanted, label, NOTHING[kind or "not_found"], basis, None, facts, gaps=gaps)
    coded = field in facts.book.fields and facts.book.codes(field)
    said = facts.book.label(field, value) if coded else str(value)
    said = say("why.yes-no", value=value) if key == "binding" else said
    basis = say("why.part-of", whole=_short(fact.text))
    return Why(facts.case, wanted, label, said, basis, None, facts, fact.sources, gaps=gaps)


def _used(facts: Facts, source: str) -> str:
    """Which facts of the record rest on a source."""
    told = [
        fact.path
        for kind in (*LISTS, *ONE_OF)
        if kind != "sources"
        for fact in facts.told(kind)
        if source in fact.sources.split(";")
    ]
    coded = [field for field, row in facts.codings.items() if source in row["sources"].split(";")]
    rated = [f"outcomes.{name}" for name, row in facts.outcomes.items() if source in (row["sources"] or "").split(";")]
    places = [*coded, *rated, *told]
    return say("why.rests-on", any=bool(places), places=", ".join(places))
