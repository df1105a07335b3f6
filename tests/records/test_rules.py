"""Each rule refuses what it is there for: one change to a sound record, one fault at the right place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pcc_data.records.checking import check_text
from pcc_data.records.writing import dump_record
from tests.records.conftest import CASE

Values = dict[str, Any]


def _set(path: str, value: Any) -> Callable[[Values], None]:
    """A change that puts a value at a path of keys and numbers (from 0), such as `boards.0.seats_total`."""

    def change(record: Values) -> None:
        *way, last = path.split("/")
        for key in way:
            record = record[int(key)] if isinstance(record, list) else record[key]
        record[int(last) if isinstance(record, list) else last] = value

    return change


def _drop(path: str) -> Callable[[Values], None]:
    def change(record: Values) -> None:
        *way, last = path.split("/")
        for key in way:
            record = record[int(key)] if isinstance(record, list) else record[key]
        del record[int(last) if isinstance(record, list) else last]

    return change


def _all(*changes: Callable[[Values], None]) -> Callable[[Values], None]:
    def change(record: Values) -> None:
        for one in changes:
            one(record)

    return change


def _votes(result: str, **seats: int) -> Callable[[Values], None]:
    blocs = [{"name": way, "seats": number, "vote": way.rstrip("_")} for way, number in seats.items()]
    return _all(_set("votes/0/result", result), _set("votes/0/blocs", blocs))


def _board(*seats: int) -> Callable[[Values], None]:
    blocs = [{"name": f"Bloc {number}", "side": "public", "seats": held} for number, held in enumerate(seats)]
    return _all(_set("boards/0/blocs", blocs), _set("boards/0/seats_total", sum(seats)))


def _bloc_names(where: str, *names: str) -> Callable[[Values], None]:
    return _all(*(_set(f"{where}/0/blocs/{number}/name", name) for number, name in enumerate(names)))


def _counts(unit: str, yes: float, no: float) -> Callable[[Values], None]:
    return _set("votes/0/counts", {"for": yes, "against": no, "unit": unit})


def _spells(*spells: tuple[str, str, int, int | None]) -> Callable[[Values], None]:
    keys = ("field", "code", "from", "to")
    return _set(
        "spells",
        [{**dict(zip(keys, spell, strict=True)), "basis": "So it was.", "sources": ["s1"]} for spell in spells],
    )


THIS_YEAR = date.today().year
INDICATOR = {
    "code": "investment",
    "label": "Money",
    "value": 5,
    "unit": "EUR",
    "year": 2012,
    "kind": "actual",
    "sources": ["s1"],
}
UNUSED = {
    "id": "s99",
    "title": "A",
    "publisher": "B",
    "year": None,
    "url": "https://a.org",
    "language": "en",
    "kind": "ngo",
}

BREACHES: dict[str, tuple[Callable[[Values], None], str, str]] = {
    # the shape
    "missing key": (_drop("sector"), "sector", "is missing; allowed: water, energy"),
    "missing list": (_drop("votes"), "votes", "is missing"),
    "missing group": (_drop("place"), "place", "is missing; allowed: a group of city"),
    "unknown key": (_set("colour", "red"), "colour", "is no field of a record (found the key 'colour')"),
    "misspelt key": (lambda record: record.update(sumary=record.pop("summary")), "sumary", "did you mean summary?"),
    "misspelt inner key": (
        lambda record: record["place"].update(lattitude=record["place"].pop("latitude")),
        "place.lattitude",
        "did you mean latitude?",
    ),
    "code": (_set("status", "actve"), "status", "(found 'actve'); allowed: active, weakened"),
    "nearest code": (_set("status", "actve"), "status", "did you mean active?"),
    "code is a number": (_set("sector", 5), "sector", "found 5"),
    "own income elsewhere": (_set("roles/capital", "own_income"), "roles.capital", "is no code"),
    "code null": (_set("sector", None), "sector", "is empty"),
    "code twice": (
        lambda record: record["public_instruments"].append("equity_stake"),
        "public_instruments[4]",
        "there twice",
    ),
    "code in a list": (
        _set("public_instruments/0", "lease"),
        "public_instruments[1]",
        "did you mean lease_or_use_right?",
    ),
    "rating too high": (_set("outcomes/durability/rating", 4), "outcomes.durability.rating", "found 4"),
    "rating true": (_set("outcomes/durability/rating", True), "outcomes.durability.rating", "found true"),
    "rating as text": (_set("outcomes/durability/rating", "1"), "outcomes.durability.rating", "did you mean 1?"),
    "rating with a fraction": (_set("outcomes/durability/rating", 1.0), "outcomes.durability.rating", "found 1.0"),
    "short name": (_set("name", "Solar"), "name", "is too short (found 'Solar'); allowed: text of at least 8"),
    "short summary": (_set("summary", "Solar"), "summary", "is too short"),
    "empty text": (_set("events/0/label", " "), "events[1].label", "is empty"),
    "text is a number": (_set("events/0/label", 2012), "events[1].label", "is no text (found 2012)"),
    "text is a list": (_set("gaps/0/text", ["a"]), "gaps[1].text", "is no text (found a list of 1)"),
    "script": (
        _set("summary", "Good <script>alert(1)</script>"),
        "summary",
        "holds HTML (found '<script'); allowed: text",
    ),
    "tag": (_set("gaps/0/text", "Some <b>bold</b> word"), "gaps[1].text", "holds HTML"),
    "open tag": (_set("gaps/0/text", "An <img src=x onerror=y"), "gaps[1].text", "holds HTML (found '<img')"),
    "closing tag": (_set("gaps/0/text", "Some bold</b> word"), "gaps[1].text", "holds HTML (found '</b')"),
    "tag in capitals": (_set("gaps/0/text", "A<BR/>b"), "gaps[1].text", "holds HTML (found '<BR')"),
    "comment": (_set("gaps/0/text", "A <!-- hidden --> word"), "gaps[1].text", "holds HTML"),
    "invisible": (_set("gaps/0/text", "A\u202eB\x00"), "gaps[1].text", "invisible"),
    "still to fill in": (_set("gaps/0/text", "FILL_IN"), "gaps[1].text", "still to be filled in"),
    "year as text": (_set("start_year", "2012"), "start_year", "is no year (found '2012'); allowed: a year from 1 to"),
    "year in quotes": (_set("status_as_of", "2024"), "status_as_of", "did you mean 2024?"),
    "year as a date": (_set("start_year", "12.03.2011"), "start_year", "did you mean 2011?"),
    "two years": (_set("start_year", "2011 or 2012"), "start_year", "allowed: a year from 1 to"),
    "decimals with a comma": (_set("place/latitude", "51,3"), "place.latitude", "did you mean 51.3?"),
    "a figure in words": (_set("indicators/0/value", "about 2,000"), "indicators[1].value", "did you mean 2000?"),
    "a figure with full stops": (
        _set("indicators/0/value", "1.250.000"),
        "indicators[1].value",
        "did you mean 1250000?",
    ),
    "year too early": (_set("events/0/year", 0), "events[1].year", "is no year (found 0)"),
    "year to come": (_set("status_as_of", THIS_YEAR + 1), "status_as_of", f"to {THIS_YEAR}"),
    "planned too far ahead": (_set("indicators/0/year", 9999), "indicators[1].year", "is no year (found 9999)"),
    "due too far ahead": (_set("promises/0/due", 9999), "promises[1].due", "is no year (found 9999)"),
    "actual figure to come": (
        _set("indicators/0", INDICATOR | {"year": THIS_YEAR + 4}),
        "indicators[1].year",
        f"lies ahead, but the figure is actual (found {THIS_YEAR + 4})",
    ),
    "figure below its range": (
        _set("indicators/0", INDICATOR | {"low": 6}),
        "indicators[1].value",
        "lies outside low and high (found 5)",
    ),
    "figure above its range": (
        _set("indicators/0", INDICATOR | {"high": 4.5}),
        "indicators[1].value",
        "lies outside low and high",
    ),
    "event without a time": (
        _set("events/0/year", None),
        "events[1].year",
        "is missing, and nothing tells when it was",
    ),
    "vote without a time": (
        _all(_set("votes/0/year", None), _set("votes/0/month", None)),
        "votes[1].year",
        "nothing tells when it was",
    ),
    "month without a year": (
        _all(_set("events/0/year", None), _set("events/0/when", "in spring"), _set("events/0/month", 4)),
        "events[1].month",
        "is given without a year",
    ),
    "due month without a year": (_set("promises/0/due_month", 4), "promises[1].due_month", "is given without a year"),
    "share above a hundred": (
        _counts("percent", 101, 3),
        "votes[1].counts.for",
        "is no such count (found 101); allowed: 0 to 100",
    ),
    "count below zero": (_counts("people", 3, -1), "votes[1].counts.against", "is no such count (found -1)"),
    "count in another unit": (_counts("voices", 3, 1), "votes[1].counts.unit", "allowed: seats, people, percent"),
    "one spell alone": (_spells(("status", "active", 2012, None)), "spells[1]", "is the only spell of status"),
    "spell with a code of another field": (
        _spells(("status", "active", 2012, 2015), ("status", "shared", 2015, None)),
        "spells[2].code",
        "is no code of status (found 'shared')",
    ),
    "spell backwards": (
        _spells(("status", "active", 2012, 2011), ("status", "weakened", 2015, None)),
        "spells[1].to",
        "lies before from (found 2011 and 2012)",
    ),
    "spells that overlap": (
        _spells(("status", "active", 2012, 2018), ("status", "weakened", 2015, None)),
        "spells[1].to",
        "overlaps with the spell of status from 2015",
    ),
    "spells that begin in the same year": (
        _spells(("status", "active", 2012, 2018), ("status", "weakened", 2012, None)),
        "spells[2].to",
        "overlaps with the spell of status from 2012",
    ),
    "spell of a field that has none": (
        _spells(("sector", "water", 2012, None)),
        "spells[1].field",
        "is no code of this field",
    ),
    "press without an address": (
        _set("sources/0/url", None),
        "sources[1].url",
        "only book, interview, archive, document need none",
    ),
    "book that cannot be found": (
        _all(_set("sources/0/url", None), _set("sources/0/kind", "book")),
        "sources[1].where",
        "is missing, and there is no address",
    ),
    "read on no day": (_set("sources/0/read_on", "2026-13-01"), "sources[1].read_on", "is no day (found '2026-13-01')"),
    "gap about no field": (_set("gaps/0/about", "start_yaer"), "gaps[1].about", "did you mean start_year?"),
    "gap with an unknown source": (
        _set("gaps/0/sources", ["s199"]),
        "gaps[1].sources[1]",
        "is no source of this record",
    ),
    "before without basis": (
        _drop("coding_basis/before"),
        "coding_basis.before",
        "is missing, but before is coded (found 'public')",
    ),
    "duty without basis": (
        _drop("coding_basis/public_duty"),
        "coding_basis.public_duty",
        "is missing, but public_duty",
    ),
    "private side by another word": (
        _set("boards/0/blocs/0/side", "bank"),
        "boards[1].blocs[1].side",
        "did you mean private?",
    ),
    "community base twice": (_set("community_base", ["users", "users"]), "community_base[2]", "is there twice"),
    "no community base": (_set("community_base", []), "community_base", "at least 1"),
    "month": (_set("votes/0/month", 13), "votes[1].month", "found 13"),
    "month zero": (_set("votes/0/month", 0), "votes[1].month", "from 1 to 12"),
    "seats below zero": (_set("votes/0/blocs/0/seats", -1), "votes[1].blocs[1].seats", "found -1"),
    "seats absurd": (_set("votes/0/blocs/0/seats", 10**18), "votes[1].blocs[1].seats", "is no number of seats"),
    "figure as text": (_set("indicators/0/value", "1,000"), "indicators[1].value", "is no number (found '1,000')"),
    "figure true": (_set("indicators/0/value", True), "indicators[1].value", "found true"),
    "not finite": (_set("indicators/0/value", float("inf")), "indicators[1].value", "found inf"),
    "not a number": (_set("promises/0/promised", float("nan")), "promises[1].promised", "found nan"),
    "yes or no": (_set("boards/0/binding", "yes"), "boards[1].binding", "did you mean true?"),
    "latitude": (_set("place/latitude", 91.5), "place.latitude", "from -90 to 90"),
    "longitude": (_set("place/longitude", -181), "place.longitude", "found -181"),
    "country": (_set("place/country_code", "DE"), "place.country_code", "did you mean DEU?"),
    "country small": (_set("place/country_code", "deu"), "place.country_code", "did you mean DEU?"),
    "country by name": (_set("place/country_code", "Deutschland"), "place.country_code", "did you mean DEU?"),
    "country by two letters": (_set("place/country_code", "UK"), "place.country_code", "did you mean GBR?"),
    "code by its label": (_set("surplus_use", "Paid to members"), "surplus_use", "did you mean members?"),
    "code by its sense": (
        _set("public_partners/0/level", "municipality"),
        "public_partners[1].level",
        "did you mean municipal?",
    ),
    "script address": (_set("sources/0/url", "javascript:alert(1)"), "sources[1].url", "is no web address"),
    "file address": (_set("sources/0/url", "ftp://a.org/b"), "sources[1].url", "is no web address"),
    "no host": (_set("sources/0/url", "https:///page"), "sources[1].url", "without a host"),
    "address with a blank": (_set("sources/0/url", "https://a.org/a b"), "sources[1].url", "is no web address"),
    "address that breaks out": (
        _set("sources/0/url", 'https://a.org/"onclick="x'),
        "sources[1].url",
        "is no web address",
    ),
    "broken address": (_set("sources/0/url", "http://[::1"), "sources[1].url", "is no web address"),
    "language": (_set("sources/0/language", "German"), "sources[1].language", "BCP 47"),
    "language with an underline": (_set("sources/0/language", "pt_BR"), "sources[1].language", "such as en, pt-BR"),
    "source id": (_set("sources/0/id", "s;1"), "sources[1].id", "is no source id"),
    "list is a text": (_set("gaps", "none"), "gaps", "is no list (found 'none'); allowed: a list, or [] for none"),
    "list is null": (_set("boards", None), "boards", "is no list (found nothing)"),
    "group is a list": (_set("roles", ["public"]), "roles", "is no group of keys"),
    "item is a text": (_set("events/0", "2012 founding"), "events[1]", "is no group of keys"),
    "two events": (
        lambda record: record.update(events=record["events"][:2]),
        "events",
        "too few entries (found 2); allowed: at least 3",
    ),
    "no challenge": (_set("challenges", []), "challenges", "at least 1"),
    "no lesson": (_set("lessons", []), "lessons", "at least 1"),
    "no public partner": (_set("public_partners", []), "public_partners", "at least 1"),
    "no community partner": (_set("community_partners", []), "community_partners", "at least 1"),
    "two sources": (lambda record: record.update(sources=record["sources"][:2]), "sources", "at least 3"),
    "no bloc": (_set("boards/0/blocs", []), "boards[1].blocs", "at least 1"),
    "fact without source": (_set("promises/0/sources", []), "promises[1].sources", "at least 1"),
    "source twice in a fact": (_set("promises/0/sources", ["s1", "s1"]), "promises[1].sources[2]", "there twice"),
    "unknown domain": (_set("outcomes/durabilty", {"rating": None}), "outcomes.durabilty", "did you mean durability?"),
    # the rules
    "id and file": (
        _set("id", "wolfhagen"),
        "id",
        f"differs from the name of the file (found 'wolfhagen'); allowed: '{CASE}'",
    ),
    "id no slug": (_set("id", "Wolfhagen Energy"), "id", "is no id"),
    "end before start": (_all(_set("status", "ended"), _set("end_year", 2010)), "end_year", "lies before start_year"),
    "end after as-of": (_all(_set("status", "ended"), _set("end_year", 2021)), "status_as_of", "lies before end_year"),
    "as-of before start": (_set("status_as_of", 2011), "status_as_of", "2012 or later"),
    "promise before": (_set("promises/0/promised_in", 2016), "promises[1].as_of", "lies before promised_in"),
    "precision alone": (_set("start_year", None), "start_precision", "is given, but start_year is not"),
    "end year, active": (_set("end_year", 2019), "end_year", "but the status is weakened"),
    "nowhere": (_all(_set("place/latitude", 0), _set("place/longitude", 0.0)), "place.latitude", "both 0"),
    "code without basis": (
        _drop("coding_basis/status"),
        "coding_basis.status",
        "is missing, but status is coded (found 'weakened')",
    ),
    "role without basis": (
        _drop("coding_basis/roles.capital"),
        "coding_basis.roles.capital",
        "is missing, but roles.capital",
    ),
    "right without basis": (_drop("coding_basis/decision_right"), "coding_basis.decision_right", "is missing"),
    "basis without code": (
        _set("surplus_use", None),
        "coding_basis.surplus_use",
        "gives a reason, but surplus_use is not coded",
    ),
    "basis of unknown": (_set("roles/delivery", "unknown"), "coding_basis.roles.delivery", "found 'unknown'"),
    "basis of no field": (
        _set("coding_basis/colour", {"basis": "x", "sources": ["s1"]}),
        "coding_basis.colour",
        "no field",
    ),
    "basis empty": (_set("coding_basis/status/basis", ""), "coding_basis.status.basis", "is empty"),
    "rating without basis": (
        _set("outcomes/durability/basis", None),
        "outcomes.durability.basis",
        "is missing, but there is a rating",
    ),
    "rating with blank basis": (_set("outcomes/durability/basis", ""), "outcomes.durability.basis", "one sentence"),
    "rating without source": (
        _set("outcomes/durability/sources", []),
        "outcomes.durability.sources",
        "names no source",
    ),
    "basis without rating": (
        _set("outcomes/durability/rating", None),
        "outcomes.durability.basis",
        "there is no rating",
    ),
    "unknown source": (_set("events/0/sources", ["s199"]), "events[1].sources[1]", "did you mean s19?"),
    "source id twice": (
        lambda record: record["sources"].append(UNUSED | {"id": "s1"}),
        "sources[38].id",
        "there twice",
    ),
    "seats": (_set("boards/0/blocs/1/seats", 6), "boards[1].seats_total", "(found 9); allowed: 8"),
    "two blocs of one name": (
        _bloc_names("boards", "Town", "Town"),
        "boards[1].blocs[2].name",
        "is there twice (found 'Town')",
    ),
    "two blocs in other letters": (_bloc_names("boards", "TOWN ", "town"), "boards[1].blocs[2].name", "is there twice"),
    "two blocs with accents composed otherwise": (
        _bloc_names("boards", "Pr\u00e9sents", "Pre\u0301sents"),
        "boards[1].blocs[2].name",
        "twice",
    ),
    "two blocs with other blanks": (
        _bloc_names("boards", "Town  side", "Town\u00a0side"),
        "boards[1].blocs[2].name",
        "is there twice",
    ),
    "two voters of one name": (
        _bloc_names("votes", "Left", "left"),
        "votes[1].blocs[2].name",
        "a name of its own for each bloc",
    ),
    "a board without seats": (_board(0, 0), "boards[1].blocs", "holds no seat at all; allowed: at least one seat"),
    "a vote without seats": (_votes("rejected", **{"for": 0, "against": 0}), "votes[1].blocs", "holds no seat at all"),
    "too many blocs": (_board(*[1] * 41), "boards[1].blocs", "has too many entries (found 41); allowed: at most 40"),
    "too many seats": (
        _votes("rejected", **{"for": 5_000, "against": 5_001}),
        "votes[1].blocs",
        "has too many seats together (found 10,001); allowed: at most 10,000",
    ),
    "passed against a majority": (
        _votes("passed", **{"for": 3, "against": 4}),
        "votes[1].result",
        "passed with 3 for and 4 against",
    ),
    "passed with a tie": (_votes("passed", **{"for": 4, "against": 4}), "votes[1].result", "does not fit the blocs"),
    "rejected by nobody": (_votes("rejected", **{"for": 8, "abstain": 1}), "votes[1].result", "allowed: passed"),
    "rejected against two thirds": (_votes("rejected", **{"for": 8, "against": 4}), "votes[1].result", "does not fit"),
    "money in no currency": (
        _set("indicators/0", INDICATOR | {"unit": "euros"}),
        "indicators[1].unit",
        "did you mean EUR?",
    ),
    "money in a sign": (_set("indicators/0", INDICATOR | {"unit": "£"}), "indicators[1].unit", "did you mean GBP?"),
    "money in what nobody knows": (
        _set("indicators/0", INDICATOR | {"unit": "thalers"}),
        "indicators[1].unit",
        "such as EUR",
    ),
    "share above the whole": (_set("indicators/0/value", 101), "indicators[1].value", "from 0 to 100"),
}


@pytest.mark.parametrize("name", BREACHES)
def test_one_change_is_one_fault(name, record, faults_of):
    change, field, told = BREACHES[name]
    change(record)
    faults = faults_of(record)
    assert [fault.field for fault in faults] == [field], [str(fault) for fault in faults]
    assert told in str(faults[0])


def test_ended_only_fields(record, faults_of):
    record["end_reason"] = "merged"
    assert [fault.field for fault in faults_of(record)] == ["end_reason", "coding_basis.end_reason"]


ALLOWED: dict[str, Callable[[Values], None]] = {
    "event after the status": _set("events/0/year", 2026),
    "event long before the start": _set("events/0/year", 1238),
    "event without a year": _all(
        _set("events/0/year", None), _set("events/0/when", "before the war"), _set("events/1/month", 4)
    ),
    "a planned figure to come": _set("indicators/0", INDICATOR | {"year": 2030, "kind": "planned"}),
    "a range": _set("indicators/0", INDICATOR | {"low": 4, "high": 6, "about": "about", "said_by": "public"}),
    "a promise that is due": _all(
        _set("promises/0/due", 2030), _set("promises/0/due_month", 6), _set("promises/0/kind", "deadline")
    ),
    "a count of votes": _all(
        _counts("people", 120, 80),
        _set("votes/0/year", None),
        _set("votes/0/month", None),
        _set("votes/0/when", "one day"),
    ),
    "seats whose split is not known": _all(_set("boards/0/blocs/0/seats", None), _set("boards/0/binding", None)),
    "a book": _all(
        _set("sources/0/url", None), _set("sources/0/kind", "book"), _set("sources/0/where", "Town library, 2011")
    ),
    "a day": _all(_set("sources/0/read", "abstract"), _set("sources/0/read_on", "2026-11-25")),
    "a year as a day": _set("sources/0/read_on", 2026),
    "languages by region": _all(
        *(_set(f"sources/{at}/language", tag) for at, tag in enumerate(("pt-BR", "fil", "ckb", "zh-Hant-TW")))
    ),
    "a gap with field and sources": _all(_set("gaps/0/about", "roles.capital"), _set("gaps/0/sources", ["s1"])),
    "several bases": _set("community_base", ["users", "volunteers", "indigenous_people"]),
    "a private owner": _all(
        _set("roles/ownership", "private"), _set("boards/0/blocs/0/side", "private"), _drop("spells")
    ),
    "a basis for any field": _all(
        *(
            _set(f"coding_basis/{field}", {"basis": "x", "sources": ["s1"]})
            for field in ("start_year", "scale", "community_base")
        )
    ),
    "another partner": _set("other_partners", [{"name": "A bank", "kind": "private", "part": "lends"}]),
    "a reserved word as a text": _set("gaps/0/text", "not_found"),
    "reach": _set("place/reach", "several_countries"),
    "rejected for want of a qualified majority": _votes("rejected", **{"for": 7, "against": 5}),
    "passed with an unknown bloc": _votes("passed", **{"for": 3, "against": 4, "unknown": 5}),
    "passed with absent members": _votes("passed", **{"for": 3, "absent": 9}),
    "rejected with a tie": _votes("rejected", **{"for": 3, "against": 3}),
    "no blocs": _set("votes/0/blocs", []),
    "forty blocs": _board(*[1] * 40),
    "ten thousand seats": _board(9_000, 1_000),
    "a bloc without seats": _board(3, 0),
    "a name in a board and in a vote": _all(_bloc_names("boards", "Town"), _bloc_names("votes", "Town")),
    "nothing said otherwise": _set("gaps/0/text", "not found"),
    "a comparison before a word": _set("gaps/0/text", "Rents stay low where income <AMI of the town."),
    "a comparison without blanks": _set("summary", "Losses fell, x<y in every year, and a<b = c."),
    "a comparison and its contrary": _set("gaps/0/text", "Costs of a<b and c>d, 5<6>4, <3 and <- too."),
    "a comparison sign": _set("gaps/0/text", "Fewer than 5 < 6 and 7 > 6, a <- b"),
    "a second paragraph": _set("summary", "First paragraph of two.\n\nSecond paragraph."),
    "no boards": _set("boards", []),
    "unknown base": _set("community_base", ["unknown"]),
    "base of format 1": _set("community_base", "unknown"),
    "whole degrees": _set("place/latitude", 51),
    "role unknown": _all(_set("roles/delivery", "unknown"), _drop("coding_basis/roles.delivery")),
    "right not found": _all(_set("decision_right", None), _drop("coding_basis/decision_right")),
    "ended": _all(_set("status", "ended"), _set("end_year", 2015)),
    "a port": _set("sources/0/url", "http://a.org:8080/x?y=1&z[]=2"),
    "figures left out": _set("votes/0/month", None),
    "a spell of one year": _spells(("status", "active", 2012, 2012), ("status", "weakened", 2012, None)),
    "spells one after the other": _spells(("status", "weakened", 2015, None), ("status", "active", 2012, 2015)),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_what_is_legitimate_passes(name, record, faults_of):
    ALLOWED[name](record)
    assert faults_of(record) == []


def test_lines_are_those_of_the_values(record):
    record["boards"][0]["blocs"][1]["seats"] = 6
    record["outcomes"]["durability"]["rating"] = 9
    record["coding_basis"].pop("status")
    text = dump_record(record)
    lines = {fault.field: text.splitlines()[fault.line - 1].strip() for fault in check_text(text, f"{CASE}.yaml")[1]}
    assert lines == {
        "boards[1].seats_total": "seats_total: 9",
        "outcomes.durability.rating": "rating: 9",
        "coding_basis.status": "coding_basis:",
    }


def test_text_around_is_taken_off(text):
    folded = text.replace("summary: >-", "summary: >")
    record, faults = check_text(folded, f"{CASE}.yaml")
    assert not faults and record.summary.endswith("to agree.")
