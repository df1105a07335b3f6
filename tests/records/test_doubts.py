"""Warnings: one change to a sound record, one warning at the right place, and the record is good all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pcc_data.paths import datasets_dir
from pcc_data.records.checking import run_check
from pcc_data.records.doubts import degrees_outside
from pcc_data.records.writing import dump_record

OWN = "own-case"
Values = dict[str, Any]
BASIS = {"basis": "It says so.", "sources": ["s1"]}


def told(record: Values, folder: Path, **options: Any) -> tuple[int, list[str]]:
    """Exit code and lines of `pcc check` for one record."""
    file = folder / f"{record['id']}.yaml"
    file.write_text(dump_record(record), encoding="utf-8")
    lines: list[str] = []
    return run_check([file], lines.append, **options), lines


def lasted(start: int, as_of: int, rating: int = 3) -> Callable[[Values], None]:
    def change(record: Values) -> None:
        record.update(start_year=start, status_as_of=as_of, events=record["events"])
        record["outcomes"]["durability"] = {"rating": rating, **BASIS}

    return change


def counted(result: str, yes: float, no: float, unit: str = "people") -> Callable[[Values], None]:
    def change(record: Values) -> None:
        vote = {"year": 2012, "body": "Assembly", "motion": "A motion", "result": result, "sources": ["s1"]}
        record["votes"].insert(0, {**vote, "counts": {"for": yes, "against": no, "unit": unit}})

    return change


def ended(**more: Any) -> Callable[[Values], None]:
    def change(record: Values) -> None:
        record.update(status="ended", **more)
        if more.get("end_reason"):
            record["coding_basis"]["end_reason"] = BASIS

    return change


def at(code: str, latitude: float, longitude: float, country: str | None = None) -> Callable[[Values], None]:
    def change(record: Values) -> None:
        record["place"].update(
            country_code=code, latitude=latitude, longitude=longitude, country=country or record["place"]["country"]
        )

    return change


def address(number: int, url: str) -> Callable[[Values], None]:
    def change(record: Values) -> None:
        record["sources"][number]["url"] = url

    return change


def same_address(end: str = "") -> Callable[[Values], None]:
    def change(record: Values) -> None:
        record["sources"][3]["url"] = record["sources"][1]["url"].rstrip("/") + end

    return change


def thin(record: Values) -> None:
    record.update(indicators=[], gaps=[], events=record["events"][:3], sources=record["sources"][:3])
    for domain in list(record["outcomes"])[1:]:
        record["outcomes"][domain] = {"rating": None, "basis": None, "sources": []}
    cite(record, [source["id"] for source in record["sources"]])


def cite(part: Any, ids: list[str]) -> None:
    """Name these sources wherever a part of a record names any."""
    if isinstance(part, dict) and part.get("sources") and isinstance(part["sources"][0], str):
        part["sources"] = list(ids)
    for inside in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        cite(inside, ids)


DOUBTFUL: dict[str, tuple[Callable[[Values], None], str]] = {
    "3 after fourteen years": (
        lasted(2012, 2026),
        "outcomes.durability.rating: is 3 after 14 years (from 2012 to 2026)",
    ),
    "3 after one year": (lasted(2012, 2013), "outcomes.durability.rating: is 3 after 1 years"),
    "status older than its source": (
        lambda record: record.update(status_as_of=2012),
        "status_as_of: is older than a source of the status",
    ),
    "passed with fewer": (
        counted("passed", 40, 60),
        "votes[1].result (2012 A motion): does not fit its counts (found passed with 40 for and 60",
    ),
    "passed with as many": (
        counted("passed", 6, 6, "seats"),
        "does not fit its counts (found passed with 6 for and 6 against)",
    ),
    "rejected with two thirds": (
        counted("rejected", 70.5, 29.5, "percent"),
        "does not fit its counts (found rejected with 70.5 for",
    ),
    "ended without a year": (ended(end_reason="other"), "end_year: has no year, though the case ended"),
    "ended without a reason": (ended(end_year=2020), "end_reason: has no reason, though the case ended"),
    "north for south": (at("DEU", -51.3, 9.2), "place.latitude: lies"),
    "east for west": (at("SLV", 13.7, 89.2, "El Salvador"), "place.latitude: lies"),
    "latitude and longitude changed round": (at("DEU", 9.2, 51.3), "place.latitude: lies"),
    "code of another country": (at("AUT", 47.5, 14.5), "place.country_code: is not the code of Germany (found 'AUT')"),
    "code of another country by its local name": (
        at("NLD", 52.3, 5.3, "Deutschland"),
        "is not the code of Deutschland",
    ),
    "latitude and longitude the other way round": (at("DEU", 9.2, 51.3), "allowed: the two the other way round"),
    "a country by its local name": (at("DEU", 51.3, 9.2, "Deutschland"), "place.country: is another name of Germany"),
    "an address twice": (same_address(), "sources[4].url (s4): is the address of sources[2] too"),
    "an address twice but for a slash": (same_address("/"), "is the address of sources[2] too"),
    "a place holder": (address(2, "https://a.org/{{id}}"), "holds a place for something still to come"),
    "half a place holder": (address(2, "https://a.org/{{id"), "holds a place for something still to come"),
    "a source without a fact": (
        lambda record: record["sources"].append(record["sources"][0] | {"id": "s99", "url": "https://a.org/99"}),
        "(s99): is used by no fact (found 's99')",
    ),
    "a very early event": (lambda record: record["events"][0].update(year=1500), "events[1].year"),
    "a thin record": (
        thin,
        "the record is thin: indicators 0 of 3, events 3 of 5, sources 3 of 5, gaps 0 of 1, outcomes rated",
    ),
}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_is_doubtful_is_told_and_allowed(record, tmp_path, name):
    change, words = DOUBTFUL[name]
    record["id"] = OWN
    change(record)
    code, lines = told(record, tmp_path)
    warnings = [line for line in lines if ": warning: " in line]
    assert code == 0 and any(words in line for line in warnings), lines
    assert "1 record, no faults" in lines and any("by section" in line for line in lines)
    code, lines = told(record, tmp_path, strict=True)
    assert code == 1 and any(words in line and ": warning: " not in line for line in lines)


SOUND: dict[str, Callable[[Values], None]] = {
    "3 after fifteen years": lasted(2005, 2020),
    "2 after one year": lasted(2019, 2020, 2),
    "passed with more": counted("passed", 51, 49, "percent"),
    "rejected with a simple majority for": counted("rejected", 55, 45),
    "ended with year and reason": ended(end_year=2020, end_reason="merged"),
    "ended, and a gap says what is not known": lambda record: (
        ended(end_year=2020)(record),
        record["gaps"].append({"text": "Why it ended was not found.", "about": "end_reason", "sources": []}),
    )[0],
    "a point near the border": at("DEU", 47.9, 7.4),
    "an island of the Pacific": at("WSM", -13.83, -171.77, "Samoa"),
    "on the other side of 180 degrees": at("FJI", -16.8, -179.9, "Fiji"),
    "a country without an outline": at("REU", -21.1, 55.5, "Réunion"),
    "a country by its English name": at("TUR", 39.0, 35.2, "Turkey"),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_is_not_doubtful_is_not_warned_of(record, tmp_path, name):
    record["id"] = OWN
    SOUND[name](record)
    code, lines = told(record, tmp_path)
    assert code == 0 and not [line for line in lines if ": warning: " in line], lines


def test_an_id_of_the_collection_is_warned_of(record, tmp_path):
    code, lines = told(record, tmp_path)
    assert code == 0 and any("warning: id: is the id of a case of the collection" in line for line in lines)
    lines = []
    assert run_check([datasets_dir() / "cases" / f"{record['id']}.yaml"], lines.append) == 0
    assert not any("is the id of a case of the collection" in line for line in lines)


def test_faults_and_warnings_are_counted_apart_and_by_section(record, tmp_path):
    record.update(id=OWN, sector="enrgy", status_as_of=2012)
    record["boards"][0]["seats_total"] = 99
    record["sources"][2]["kind"] = "paper"
    code, lines = told(record, tmp_path)
    assert code == 1
    assert "3 faults in 1 of 1 record, by section: sector 1, boards 1, sources 1" in lines
    assert any(line.startswith("1 warning in 1 of 1 record, by section: status_as_of 1") for line in lines), lines


@pytest.mark.parametrize(
    ("country", "longitude", "latitude", "least", "most"),
    [
        ("DEU", 10, 51, 0, 0),
        ("DEU", 0, 51, 4, 7),
        ("NZL", 175.3, -37.8, 0, 0.6),
        ("RUS", -175, 66, 0, 1),
        ("SAM", 0, 0, None, None),
    ],
)
def test_degrees_outside_a_country(country, longitude, latitude, least, most):
    away = degrees_outside(country, longitude, latitude)
    assert away is None if least is None else least <= away <= most


def test_thin_records_are_told_of_in_one_line(record, tmp_path):
    thin(record)
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(dump_record(record | {"id": name}), encoding="utf-8")
    lines: list[str] = []
    assert run_check([tmp_path], lines.append) == 0
    assert not [line for line in lines if "the record is thin" in line] and "one and two" in "".join(lines)
    assert any(line.startswith("2 warnings in 2 of 2 records") for line in lines)


def test_every_source_of_the_project_is_used():
    lines: list[str] = []
    run_check([datasets_dir() / "cases"], lines.append)
    assert not [line for line in lines if "is used by no fact" in line] and any(": warning: " in line for line in lines)
