"""Rules that the shape of a record cannot say: how its parts have to fit each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pcc_data.codes import Codebook
from pcc_data.errors import synonyms
from pcc_data.records.breach import Breach, breach, known
from pcc_data.records.cannot_vote import cannot_vote
from pcc_data.records.faults import Report, shown
from pcc_data.records.leaves import is_whole, this_year
from pcc_data.records.reading import BROKEN

FACTS = (
    "triggers",
    "boards",
    "votes",
    "promises",
    "spells",
    "indicators",
    "events",
    "challenges",
    "lessons",
    "set_off",
    "gaps",
)
"""Lists whose items name the sources they rest on."""

WORK = ("staff", "unpaid_work")

WITHOUT_ADDRESS = ("book", "interview", "archive", "document")
"""Kinds of source that need no web address."""

MONEY = ("investment", "annual_budget")

SHARES = ("community_share_pct", "community_seats_pct")

LONGEST_BEFORE = 100
"""Years by which an event may come before the start; earlier ones are slips of the pen."""


@dataclass
class Draft:
    """A record after the walk: values (BROKEN for those already reported), the line of each path, the file's stem."""

    values: dict[str, Any]
    lines: dict[str, int]
    book: Codebook
    stem: str

    def at(self, path: str) -> Any:
        """Value at a path of keys joined by dots, BROKEN when something on the way is."""
        value: Any = self.values
        for key in path.split("."):
            value = BROKEN if value is BROKEN else value[key]
        return value

    def items(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Path and value of every item of a list that could be read."""
        found = self.values[name]
        for number, item in enumerate([] if found is BROKEN else found, start=1):
            if item is not BROKEN:
                yield f"{name}[{number}]", item

    def group(self, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Path and value of every inner group of a group that could be read."""
        found = self.values[name]
        for key, item in ({} if found is BROKEN else found).items():
            if item is not BROKEN:
                yield f"{name}.{key}", item

    def line(self, path: str) -> int:
        """Line of a path, or of what holds it where it is missing."""
        while path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.lines[path]


Rule = Callable[[Draft], Iterator[Breach]]


def broken_rules(draft: Draft, report: Report) -> None:
    """Hold a record to every rule and report each breach."""
    for rule in RULES:
        for found in rule(draft):
            report.add(draft.line(found.path), *found)


def _id_is_file_name(draft: Draft) -> Iterator[Breach]:
    found = draft.values["id"]
    if known(found) and found != draft.stem:
        yield breach("id", "rule-id-of-file", found=shown(found), stem=shown(draft.stem))


def _years_in_order(draft: Draft) -> Iterator[Breach]:
    for first, last in (("start_year", "end_year"), ("start_year", "status_as_of"), ("end_year", "status_as_of")):
        before, after = draft.values[first], draft.values[last]
        if known(before, after) and before > after:
            yield breach(last, "rule-before", other=first, found=str(after), least=str(before))
    for path, item in draft.items("promises"):
        before, after = item["promised_in"], item["as_of"]
        if known(before, after) and before > after:
            yield breach(f"{path}.as_of", "rule-before", other="promised_in", found=str(after), least=str(before))


def _start_is_whole(draft: Draft) -> Iterator[Breach]:
    if draft.values["start_year"] is None and known(draft.values["start_precision"]):
        yield breach("start_precision", "rule-precision")


def _end_only_when_ended(draft: Draft) -> Iterator[Breach]:
    status = draft.values["status"]
    for field in ("end_year", "end_reason"):
        if known(status, draft.values[field]) and status != "ended":
            yield breach(field, "rule-not-ended", status=status)


def _place_is_somewhere(draft: Draft) -> Iterator[Breach]:
    place = draft.values["place"]
    if place is not BROKEN and place["latitude"] == 0 and place["longitude"] == 0:
        yield breach("place.latitude", "rule-at-sea")


def _codes_have_reasons(draft: Draft) -> Iterator[Breach]:
    given = draft.values["coding_basis"]
    for field, entry in draft.book.fields.items():
        value = draft.at(field) if entry.basis else BROKEN
        if given is BROKEN or value is BROKEN:
            continue
        coded = is_coded(draft.book, field, value)
        if coded and entry.basis == "needed" and field not in given:
            yield breach(f"coding_basis.{field}", "rule-no-basis", field=field, found=shown(value))
        if not coded and field in given:
            yield breach(f"coding_basis.{field}", "rule-no-code", field=field, found=shown(value))


def is_coded(book: Codebook, field: str, value: Any) -> bool:
    """Whether a field has a value that a basis can speak of: neither empty nor a code for 'not found'."""
    if not isinstance(value, str):
        return value is not None and value != []
    codes = book.codes(field)
    return value not in codes or codes[value].nothing != "not_found"


def _ratings_have_reasons(draft: Draft) -> Iterator[Breach]:
    for path, item in draft.group("outcomes"):
        rating, basis, sources = item["rating"], item["basis"], item["sources"]
        if rating is BROKEN:
            continue
        if rating is None and known(basis) and basis:
            yield breach(f"{path}.basis", "rule-no-rating")
        if rating is not None and not basis:
            yield breach(f"{path}.basis", "rule-rating-basis", rating=rating)
        if rating is not None and sources is not BROKEN and not sources:
            yield breach(f"{path}.sources", "rule-rating-sources", rating=rating)


def facts(draft: Draft) -> Iterator[tuple[str, dict[str, Any]]]:
    """Path and value of everything that names the sources it rests on and could be read."""
    for name in ("coding_basis", "outcomes"):
        yield from draft.group(name)
    for name in FACTS:
        yield from draft.items(name)
    for name in WORK:
        if known(draft.values[name]):
            yield name, draft.values[name]


def _sources_are_known(draft: Draft) -> Iterator[Breach]:
    sources = dict(draft.items("sources"))
    ids = [source["id"] for source in sources.values()]
    if draft.values["sources"] is BROKEN or len(ids) < len(draft.values["sources"]) or BROKEN in ids:
        return  # which ids there are is not known
    first: dict[str, str] = {}
    for path, found in zip(sources, ids, strict=True):
        if first.setdefault(found, path) != path:
            yield breach(f"{path}.id", "rule-source-twice", found=shown(found))
    for path, fact in facts(draft):
        for number, found in enumerate([] if fact["sources"] is BROKEN else fact["sources"], start=1):
            if found is not BROKEN and found not in first:
                values = {"found": shown(found), "first": ids[0], "last": ids[-1]}
                yield breach(f"{path}.sources[{number}]", "rule-no-source", found, tuple(ids), **values)


def _blocs_can_vote(draft: Draft) -> Iterator[Breach]:
    for name in ("boards", "votes"):
        for path, item in draft.items(name):
            if item["blocs"] is not BROKEN:
                yield from cannot_vote(item["blocs"], f"{path}.blocs")


def _seats_add_up(draft: Draft) -> Iterator[Breach]:
    for path, board in draft.items("boards"):
        blocs, total = board["blocs"], board["seats_total"]
        if total == 0 and (blocs is BROKEN or any(bloc is not BROKEN and bloc["seats"] is None for bloc in blocs)):
            yield breach(f"{path}.seats_total", "rule-no-seat")
        if blocs is BROKEN or BROKEN in blocs or not known(total, *(bloc["seats"] for bloc in blocs)):
            continue
        seats = sum(bloc["seats"] for bloc in blocs)
        if seats != total:
            yield breach(f"{path}.seats_total", "rule-seats-total", found=str(total), seats=str(seats))


def _results_fit_votes(draft: Draft) -> Iterator[Breach]:
    """A result is held against the blocs only where the seats and the vote of every bloc are known.

    A rejected motion may have had more votes for than against where more than a simple majority was needed; it is
    doubted only when two thirds of all seats were for it.
    """
    for path, vote in draft.items("votes"):
        blocs, result = vote["blocs"], vote["result"]
        if not known(blocs, result) or not blocs or BROKEN in blocs:
            continue
        if not all(is_whole(bloc["seats"]) and known(bloc["vote"]) and bloc["vote"] != "unknown" for bloc in blocs):
            continue
        seats = {way: sum(bloc["seats"] for bloc in blocs if bloc["vote"] == way) for way in ("for", "against")}
        cast = sum(bloc["seats"] for bloc in blocs)
        lost = result == "passed" and seats["for"] <= seats["against"]
        won = result == "rejected" and seats["for"] > seats["against"] and 3 * seats["for"] >= 2 * cast
        if lost or won:
            counted = {way: str(count) for way, count in seats.items()}
            other = "rejected" if lost else "passed"
            yield breach(f"{path}.result", "rule-result", result=result, other=other, **counted)


def _figures_make_sense(draft: Draft) -> Iterator[Breach]:
    for path, item in draft.items("indicators"):
        code, value, unit = item["code"], item["value"], item["unit"]
        if code in MONEY and known(unit) and not re.fullmatch("[A-Z]{3}", unit):
            among = tuple(synonyms().get("currency", ()))
            yield breach(f"{path}.unit", "rule-currency", unit, among, found=shown(unit))
        low, high = item["low"], item["high"]
        if (known(low, value) and low > value) or (known(high, value) and high < value):
            yield breach(f"{path}.value", "rule-range", found=shown(value))
        if code in SHARES and known(value) and not 0 <= value <= 100:
            yield breach(f"{path}.value", "rule-share", found=shown(value))


def _spells_fit(draft: Draft) -> Iterator[Breach]:
    """A spell has a code of its field; a field has at least two, which do not overlap."""
    of_field: dict[str, list[dict[str, Any]]] = {}
    for _, spell in draft.items("spells"):
        of_field.setdefault(str(spell["field"]), []).append(spell)
    for path, spell in draft.items("spells"):
        field, code, first, last = (spell[key] for key in ("field", "code", "from", "to"))
        codes = tuple(draft.book.codes(field)) if known(field) else ()
        if known(field, code) and code not in codes:
            told = {"field": field, "found": shown(code), "codes": ", ".join(codes)}
            yield breach(f"{path}.code", "rule-spell-code", code, codes, **told)
        if known(first, last) and last < first:
            yield breach(f"{path}.to", "rule-before", other="from", found=str(last), least=str(first))
        if known(field) and len(of_field[field]) == 1:
            yield breach(path, "rule-only-spell", field=field)
        before = True
        for other in of_field[str(field)] if known(field, first) else ():
            before = before and other is not spell
            if other is not spell and _overlap(spell, other, before):
                yield breach(f"{path}.to", "rule-overlap", field=field, year=str(other["from"]))


def _overlap(spell: dict[str, Any], later: dict[str, Any], again: bool) -> bool:
    """Whether a spell lasts beyond the year in which another begins, later or in the same year. Of two from the same
    year only the second is told, which comes `again`."""
    first, last, begins = spell["from"], spell["to"], later["from"]
    if not known(begins) or begins < first or (begins == first and not (again and _lasts(later))):
        return False
    return last is None or bool(known(last) and last > begins)


def _lasts(spell: dict[str, Any]) -> bool:
    """Whether a spell is longer than the year in which it begins."""
    return spell["to"] is None or bool(known(spell["to"]) and spell["to"] > spell["from"])


def _times_are_told(draft: Draft) -> Iterator[Breach]:
    """What has no year says in words when it was; a month belongs to a year."""
    for name in ("events", "votes"):
        for path, item in draft.items(name):
            if item["year"] is None and item["when"] is None:
                yield breach(f"{path}.year", "rule-no-time")
    months = [("events", "year", "month"), ("votes", "year", "month"), ("promises", "due", "due_month")]
    for name, year, month in months:
        for path, item in draft.items(name):
            if item[year] is None and known(item[month]):
                yield breach(f"{path}.{month}", "rule-month")


def _sources_can_be_found(draft: Draft) -> Iterator[Breach]:
    for path, source in draft.items("sources"):
        url, where, kind = source["url"], source["where"], source["kind"]
        if url is None and known(kind) and kind not in WITHOUT_ADDRESS:
            kinds = ", ".join(WITHOUT_ADDRESS)
            yield breach(f"{path}.url", "rule-address", kind=shown(kind), kinds=kinds)
        elif url is None and where is None:
            yield breach(f"{path}.where", "rule-where")


def _gaps_name_fields(draft: Draft) -> Iterator[Breach]:
    for path, gap in draft.items("gaps"):
        about = gap["about"]
        if known(about) and re.sub(r"\[\d+\]", "", about) not in draft.book.fields:
            yield breach(f"{path}.about", "rule-gap-about", about, tuple(draft.book.fields), found=shown(about))


def _counts_are_shares(draft: Draft) -> Iterator[Breach]:
    for path, vote in draft.items("votes"):
        counts = vote["counts"]
        if not known(counts):
            continue
        for key in ("for", "against", "abstain"):
            most = 100 if counts["unit"] == "percent" else None
            value = counts[key]
            if known(value) and (value < 0 or (most and value > most)):
                yield breach(f"{path}.counts.{key}", "rule-count", found=shown(value), percent=bool(most))


def _years_to_come_are_planned(draft: Draft) -> Iterator[Breach]:
    last = this_year()
    for path, item in draft.items("indicators"):
        year, kind = item["year"], item["kind"]
        if known(year, kind) and year > last and kind != "planned":
            yield breach(f"{path}.year", "rule-ahead", kind=kind, found=str(year), last=str(last))


RULES: tuple[Rule, ...] = (
    _spells_fit,
    _times_are_told,
    _sources_can_be_found,
    _gaps_name_fields,
    _counts_are_shares,
    _id_is_file_name,
    _years_in_order,
    _start_is_whole,
    _end_only_when_ended,
    _place_is_somewhere,
    _codes_have_reasons,
    _ratings_have_reasons,
    _sources_are_known,
    _blocs_can_vote,
    _seats_add_up,
    _years_to_come_are_planned,
    _results_fit_votes,
    _figures_make_sense,
)
