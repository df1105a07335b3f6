"""Warnings: what is allowed in a record, and is nevertheless often a slip. A record with warnings is a good record."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from pcc_data.errors import plain_words, synonyms
from pcc_data.paths import datasets_dir
from pcc_data.records.breach import Breach, breach, known
from pcc_data.records.faults import Report, shown
from pcc_data.records.reading import BROKEN
from pcc_data.records.rules import FACTS, LONGEST_BEFORE, WORK, Draft, facts
from pcc_data.say import listed, say

LASTING = 15
"""Years that a rating of 3 for durability needs, by the codebook."""
FAR = 1.0
"""Degrees by which a point may lie outside its country: outlines are coarse, and islands are small."""
THIN = {"indicators": 3, "events": 5, "sources": 5, "challenges": 2, "lessons": 2, "gaps": 1}
"""How many of each a record that is not thin has."""
RATED = 2
LACKING = 3
"""A record is thin when it lacks so many of these."""

Point = tuple[float, float]
Side = tuple[Point, Point]
Doubt = Callable[[Draft], Iterator[Breach]]


def doubts(draft: Draft, report: Report) -> None:
    """Report everything in a record that is allowed but doubtful, as warnings."""
    for doubt in DOUBTS:
        for found in doubt(draft):
            report.add(draft.line(found.path), found.path, found.problem, found.allowed, warning=True)


def _lasted_long_enough(draft: Draft) -> Iterator[Breach]:
    rating = draft.at("outcomes.durability")
    start, end, known_to = (draft.values[key] for key in ("start_year", "end_year", "status_as_of"))
    last = end if known(end) else known_to
    if rating is not BROKEN and rating["rating"] == 3 and known(start, last) and last - start < LASTING:
        years = {"n": str(last - start), "start": str(start), "last": str(last), "needed": LASTING}
        yield breach("outcomes.durability.rating", "doubt-durability", **years)


def _status_is_the_newest(draft: Draft) -> Iterator[Breach]:
    """The year of the status is that of the newest source behind it."""
    basis, as_of = draft.at("coding_basis"), draft.values["status_as_of"]
    if (
        basis is BROKEN
        or basis.get("status") in (None, BROKEN)
        or not known(as_of)
        or basis["status"]["sources"] is BROKEN
    ):
        return
    years = {source["id"]: source["year"] for _, source in draft.items("sources")}
    newest = max((years[name] for name in basis["status"]["sources"] if known(years.get(name))), default=None)
    if newest is not None and newest > as_of:
        yield breach("status_as_of", "doubt-status-year", found=str(as_of), newest=str(newest))


def _results_fit_counts(draft: Draft) -> Iterator[Breach]:
    """A motion passed with fewer votes for than against, or rejected with two thirds for it."""
    for path, vote in draft.items("votes"):
        counts, result = vote["counts"], vote["result"]
        if not known(counts, result) or not known(counts["for"], counts["against"]):
            continue
        yes, no = counts["for"], counts["against"]
        if (result == "passed" and yes <= no) or (result == "rejected" and yes > no and yes >= 2 * no):
            told = {"result": result, "for": shown(yes), "against": shown(no)}
            yield breach(f"{path}.result", "doubt-result", **told)


def _endings_are_told(draft: Draft) -> Iterator[Breach]:
    """An ended case tells when and why it ended, or says under gaps that this was not found."""
    if draft.values["status"] != "ended":
        return
    about = {gap["about"] for _, gap in draft.items("gaps")}
    for field in ("end_year", "end_reason"):
        if draft.values[field] is None and field not in about:
            yield breach(field, "doubt-ending", field=field)


def _point_lies_in_country(draft: Draft) -> Iterator[Breach]:
    place = draft.values["place"]
    if place is BROKEN or not known(place["latitude"], place["longitude"], place["country_code"]):
        return
    away = degrees_outside(place["country_code"], place["longitude"], place["latitude"])
    if away is not None and away > FAR:
        found = f"{place['latitude']}, {place['longitude']}"
        country = place["country_code"]
        turned = degrees_outside(country, place["latitude"], place["longitude"])
        told = {"country": country, "found": found, "turned": turned is not None and turned <= FAR}
        yield breach("place.latitude", "doubt-outside", away=f"{away:.0f}", **told)


def _country_has_its_code(draft: Draft) -> Iterator[Breach]:
    place = draft.values["place"]
    if place is BROKEN or not known(place["country"], place["country_code"]):
        return
    name, code = plain_words(place["country"]), place["country_code"]
    meant = _codes_by_country().get(name, [])
    if meant and code not in meant:
        told = {"country": place["country"], "found": shown(code), "codes": listed(meant, "or")}
        yield breach("place.country_code", "doubt-country", **told)
    names = synonyms()["place.country_code"][code] if code in meant else []
    english = names[1] if len(names) > 1 else ""
    if english and plain_words(english) != name:
        yield breach("place.country", "doubt-country-name", country=english, found=shown(place["country"]))


@cache
def _codes_by_country() -> dict[str, list[str]]:
    """The codes that the name of a country stands for."""
    found: dict[str, list[str]] = {}
    for code, names in synonyms().get("place.country_code", {}).items():
        for name in {plain_words(name) for name in names}:
            found.setdefault(name, []).append(code)
    return found


def _addresses_are_whole_and_differ(draft: Draft) -> Iterator[Breach]:
    first: dict[str, str] = {}
    for path, source in draft.items("sources"):
        url = source["url"]
        if not known(url):
            continue
        if "{{" in url or "}}" in url:
            yield breach(f"{path}.url", "doubt-address", found=shown(url))
        other = first.setdefault(url.rstrip("/"), path)
        if other != path:
            yield breach(f"{path}.url", "doubt-address-twice", other=other)


def _sources_are_used(draft: Draft) -> Iterator[Breach]:
    """Whoever writes a record step by step notes a source before the facts; a finished record uses each."""
    used = {name for _, fact in facts(draft) for name in ([] if fact["sources"] is BROKEN else fact["sources"])}
    ids = {path: source["id"] for path, source in draft.items("sources")}
    if BROKEN in used or not used <= set(ids.values()) or not _whole(draft):
        return  # what could not be read may use it
    for path, found in ids.items():
        if found is not BROKEN and found not in used:
            yield breach(f"{path}.id", "doubt-source-unused", found=shown(found))


def _whole(draft: Draft) -> bool:
    """Whether every list of sources could be read."""
    parts = [draft.values[name] for name in ("coding_basis", "outcomes", *FACTS, *WORK)]
    items = [item for part in parts if isinstance(part, list) for item in part]
    items += [item for part in parts[:2] if part is not BROKEN for item in part.values()]
    items += [item for item in parts[-len(WORK) :] if item is not None]
    return BROKEN not in (*parts, *items) and all(item["sources"] is not BROKEN for item in items)


def _events_are_near(draft: Draft) -> Iterator[Breach]:
    start = draft.values["start_year"]
    for path, item in draft.items("events"):
        if known(start, item["year"]) and item["year"] < start - LONGEST_BEFORE:
            told = {"n": LONGEST_BEFORE, "found": str(item["year"]), "least": str(start - LONGEST_BEFORE)}
            yield breach(f"{path}.year", "doubt-early", **told)


def _is_not_thin(draft: Draft) -> Iterator[Breach]:
    if any(draft.values[name] is BROKEN for name in (*THIN, "outcomes")):
        return
    there = {name: len(draft.values[name]) for name in THIN}
    lacks = [
        say("doubt-thin.list", list=name, n=count, least=THIN[name])
        for name, count in there.items()
        if count < THIN[name]
    ]
    rated = sum(known(outcome["rating"]) for _, outcome in draft.group("outcomes"))
    lacks += [say("doubt-thin.rated", n=rated, least=RATED)] if rated < RATED else []
    if len(lacks) >= LACKING:
        yield breach("", "doubt-thin", lacks=", ".join(lacks))


DOUBTS: tuple[Doubt, ...] = (
    _lasted_long_enough,
    _status_is_the_newest,
    _results_fit_counts,
    _endings_are_told,
    _point_lies_in_country,
    _country_has_its_code,
    _addresses_are_whole_and_differ,
    _sources_are_used,
    _events_are_near,
    _is_not_thin,
)


class _Ring(NamedTuple):
    """A closed line around land: its sides, and the least and the largest of its longitudes and latitudes."""

    sides: list[Side]
    box: tuple[float, float, float, float]


def degrees_outside(country: str, longitude: float, latitude: float) -> float | None:
    """How far a point lies outside a country, in degrees; 0 inside, None where no outline is known."""
    rings = _rings(country)
    if rings is None:
        return None
    away = math.inf
    # a country on both sides of 180 degrees; the nearest box first, as one further away than a ring found has no nearer
    places = [
        (_from_box(ring.box, longitude - turn, latitude), turn, ring) for turn in (0, 360, -360) for ring in rings
    ]
    for least, turn, ring in sorted(places, key=lambda place: place[0]):
        if least > away or not away:
            break
        away = min(away, _outside(ring.sides, longitude - turn, latitude))
    return away


@cache
def _outlines() -> dict[str, list[list[float]]]:
    return json.loads((datasets_dir() / "country_outlines.json").read_text(encoding="utf-8"))["countries"]


@cache
def _rings(country: str) -> list[_Ring] | None:
    """The outlines of a country, None where none is known."""
    lines = _outlines().get(country)
    return None if lines is None else [_ring(list(zip(line[::2], line[1::2], strict=True))) for line in lines]


def _ring(points: list[Point]) -> _Ring:
    xs, ys = zip(*points, strict=True)
    return _Ring(list(zip(points, points[1:] + points[:1], strict=True)), (min(xs), max(xs), min(ys), max(ys)))


def _from_box(box: tuple[float, float, float, float], x: float, y: float) -> float:
    """Distance of a point from a box; 0 inside."""
    west, east, south, north = box
    return math.hypot(max(west - x, 0.0, x - east), max(south - y, 0.0, y - north))


def _outside(sides: list[Side], x: float, y: float) -> float:
    """Distance of a point from a ring; 0 inside (an odd number of sides lies to its right)."""
    inside = sum((ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax for (ax, ay), (bx, by) in sides) % 2
    return 0.0 if inside else min(_from_side(a, b, x, y) for a, b in sides)


def _from_side(a: Point, b: Point, x: float, y: float) -> float:
    (ax, ay), (bx, by) = a, b
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if not length else max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    return math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
