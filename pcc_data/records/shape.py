"""The shape of a record, field by field. Labels, definitions and allowed codes are in the codebook."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from msgspec import Struct

from pcc_data.codes import Code, Codebook, read_codebook
from pcc_data.paths import datasets_dir
from pcc_data.records.kinds import (
    Country,
    Day,
    Language,
    Latitude,
    Longitude,
    LongText,
    Month,
    Number,
    Seats,
    Slug,
    SourceId,
    Sources,
    Text,
    TextOrBlank,
    Url,
    Year,
    YearAhead,
    YesNo,
    code,
    many,
)


class Shape(Struct, forbid_unknown_fields=True):
    """Base of all parts of a record: keys that are not listed are faults."""


class Place(Shape, kw_only=True):
    """Where the case is; of a wide area its seat or centre."""

    city: Text
    region: Text | None = None
    country: Text
    country_code: Country
    latitude: Latitude
    longitude: Longitude
    reach: code("place.reach") | None = None


class PublicPartner(Shape, kw_only=True):
    """A public body in the collaboration."""

    name: Text
    level: code("public_partners.level")


class CommunityPartner(Shape, kw_only=True):
    """An organisation of the community in the collaboration."""

    name: Text
    legal_form: code("community_partners.legal_form")


class OtherPartner(Shape, kw_only=True):
    """Who takes part and is neither the public side nor the organised community."""

    name: Text
    kind: code("other_partners.kind")
    part: Text | None = None


class Roles(Shape, kw_only=True):
    """Who holds each of six roles. Only running costs can be met by what the service itself earns."""

    initiative: code("roles.initiative", without=("own_income",))
    ownership: code("roles.ownership", without=("own_income",))
    governance: code("roles.governance", without=("own_income",))
    capital: code("roles.capital", without=("own_income",))
    running_costs: code("roles.running_costs")
    delivery: code("roles.delivery", without=("own_income",))


class Bloc(Shape, kw_only=True):
    """Seats of a board that one side or group holds; null where the split is unknown."""

    name: Text
    side: code("boards.blocs.side")
    seats: Seats | None


class Board(Shape, kw_only=True):
    """A governing body; where the seats of all its blocs are known they add up to `seats_total`."""

    name: Text
    as_of: Year | None = None
    seats_total: Seats
    blocs: many(Bloc, at_least=1)
    binding: YesNo | None
    majority: code("boards.majority") | None = None
    power: Text
    sources: Sources


class VoteBloc(Shape, kw_only=True):
    """How one group voted."""

    name: Text
    side: code("votes.blocs.side") | None = None
    seats: Seats | None = None
    vote: code("votes.blocs.vote")


class Counts(Shape, kw_only=True, rename={"for_": "for"}):
    """How many were for, against and neither; in seats, people or per cent."""

    for_: Number
    against: Number
    abstain: Number | None = None
    unit: code("votes.counts.unit")


class Vote(Shape, kw_only=True):
    """A recorded vote; `when` tells in words what `year` cannot."""

    year: Year | None = None
    month: Month | None = None
    when: Text | None = None
    body: Text
    motion: Text
    result: code("votes.result")
    counts: Counts | None = None
    blocs: many(VoteBloc) = []
    sources: Sources


class Promise(Shape, kw_only=True):
    """What was promised, and what was delivered."""

    what: Text
    kind: code("promises.kind") | None = None
    promised_by: code("promises.promised_by") | None = None
    unit: Text | None = None
    promised: Number | None = None
    delivered: Number | None = None
    promised_in: Year | None = None
    due: YearAhead | None = None
    due_month: Month | None = None
    as_of: Year | None = None
    state: code("promises.state")
    sources: Sources


class Basis(Shape, kw_only=True):
    """Why a code was given, in one sentence, and the sources it rests on."""

    basis: Text
    sources: Sources


class Trigger(Shape, kw_only=True):
    """What set the collaboration in motion."""

    code: code("triggers.code")
    basis: Text
    sources: Sources


class SetOff(Shape, kw_only=True):
    """What outlives the case or goes beyond it."""

    kind: code("set_off.kind")
    text: Text
    year: Year | None = None
    sources: Sources


class Staff(Shape, kw_only=True):
    """Terms of the paid staff and where their unions stand."""

    terms: code("staff.terms") | None = None
    union: code("staff.union") | None = None
    basis: Text
    sources: Sources


class UnpaidWork(Shape, kw_only=True):
    """Who works unpaid, at what, how long."""

    text: Text
    sources: Sources


class Spell(Shape, kw_only=True, rename={"from_": "from"}):
    """Years in which a field had a code; `to` is null while it still has it."""

    field: code("spells.field")
    code: Text
    from_: Year
    to: Year | None = None
    basis: Text
    sources: Sources


class Indicator(Shape, kw_only=True):
    """A figure with its unit, year, kind and sources."""

    code: code("indicators.code")
    label: Text
    value: Number
    low: Number | None = None
    high: Number | None = None
    about: code("indicators.about") | None = None
    unit: Text
    year: YearAhead | None = None
    kind: code("indicators.kind")
    said_by: code("indicators.said_by") | None = None
    sources: Sources


class Outcome(Shape, kw_only=True):
    """A rating from 0 to 3 with its basis and sources; null where no evidence was found."""

    rating: code("outcomes.rating", int) | None
    basis: TextOrBlank | None = None
    sources: many(SourceId, unique=True) = []


class Outcomes(Shape, kw_only=True):
    """The seven domains in which outcomes are rated."""

    access_and_affordability: Outcome
    service_quality: Outcome
    ecological_sustainability: Outcome
    democratic_control: Outcome
    local_economy: Outcome
    social_inclusion: Outcome
    durability: Outcome


class Event(Shape, kw_only=True):
    """One point of the timeline; `when` tells in words what `year` cannot."""

    year: Year | None
    month: Month | None = None
    when: Text | None = None
    type: code("events.type")
    label: Text
    sources: Sources


class Challenge(Shape, kw_only=True):
    """What made it hard."""

    text: Text
    theme: code("challenges.theme")
    sources: Sources


class Lesson(Shape, kw_only=True):
    """What others can learn from it."""

    text: Text
    theme: code("lessons.theme")
    sources: Sources


class Source(Shape, kw_only=True):
    """A public source that was read; without an address it says where it can be found."""

    id: SourceId
    title: Text
    publisher: Text
    year: Year | None = None
    url: Url | None = None
    where: Text | None = None
    language: Language
    kind: code("sources.kind")
    read: code("sources.read") | None = None
    read_on: Day | None = None


class Gap(Shape, kw_only=True):
    """What could not be established, or where sources disagree."""

    text: Text
    about: Text | None = None
    sources: many(SourceId, unique=True) = []


class Record(Shape, kw_only=True):
    """One case."""

    id: Slug
    name: LongText
    local_name: Text | None = None
    collection: code("collection")
    scale: code("scale")
    sector: code("sector")
    place: Place
    summary: LongText
    start_year: Year | None = None
    end_year: Year | None = None
    start_precision: code("start_precision") | None
    status: code("status")
    status_as_of: Year
    end_reason: code("end_reason") | None
    in_practice: code("in_practice")
    public_partners: many(PublicPartner, at_least=1)
    community_partners: many(CommunityPartner, at_least=1)
    other_partners: many(OtherPartner) = []
    community_base: many(code("community_base"), at_least=1, unique=True)
    ownership_model: code("ownership_model")
    roles: Roles
    participation_level: code("participation_level") | None
    decision_right: code("decision_right") | None
    before: code("before") | None = None
    triggers: many(Trigger) = []
    public_duty: code("public_duty") | None = None
    boards: many(Board)
    votes: many(Vote)
    promises: many(Promise)
    surplus_use: code("surplus_use") | None
    public_instruments: many(code("public_instruments"), unique=True)
    community_contributions: many(code("community_contributions"), unique=True)
    coding_basis: dict[str, Basis]
    spells: many(Spell) = []
    indicators: many(Indicator) = []
    outcomes: Outcomes
    events: many(Event, at_least=3)
    challenges: many(Challenge, at_least=1)
    lessons: many(Lesson, at_least=1)
    set_off: many(SetOff) = []
    staff: Staff | None = None
    unpaid_work: UnpaidWork | None = None
    sources: many(Source, at_least=3)
    gaps: many(Gap)


_GROUPS = (msgspec.inspect.StructType, msgspec.inspect.DictType)


@cache
def fields_of(part: type[Struct]) -> dict[str, msgspec.inspect.Field]:
    """The fields of a part of a record by the key that a record uses, with their types."""
    info = msgspec.inspect.type_info(part)
    return {field.encode_name: field for field in info.fields}  # type: ignore[attr-defined]


def keys_of(kind: msgspec.inspect.Type, book: Codebook) -> dict[str, msgspec.inspect.Field]:
    """The fields of a group by key: those of its part of the shape; of `coding_basis` those that may have a basis."""
    if isinstance(kind, msgspec.inspect.StructType):
        return fields_of(kind.cls)
    assert isinstance(kind, msgspec.inspect.DictType)
    return {
        key: msgspec.inspect.Field(key, key, kind.value_type, required=False)
        for key, field in book.fields.items()
        if field.basis
    }


def is_group(kind: msgspec.inspect.Type) -> bool:
    """Whether a type is a group of keys: a part of a record, or one entry a field."""
    return isinstance(kind, _GROUPS)


def core(kind: msgspec.inspect.Type) -> tuple[msgspec.inspect.Type, dict[str, Any], bool]:
    """A type without its wrapping: the type itself, what its Meta says, and whether null is allowed."""
    extra: dict[str, Any] = {}
    null = False
    while isinstance(kind, msgspec.inspect.Metadata | msgspec.inspect.UnionType):
        if isinstance(kind, msgspec.inspect.Metadata):
            extra, kind = {**extra, **(kind.extra or {})}, kind.type
            continue
        rest = [part for part in kind.types if not isinstance(part, msgspec.inspect.NoneType)]
        null = null or len(rest) < len(kind.types)
        if len(rest) > 1:  # a whole number or one with a fraction
            break
        kind = rest[0]
    return kind, extra, null


def allowed_codes(book: Codebook, extra: dict[str, Any]) -> dict[str, Code]:
    """Codes that a place of the shape may hold, in the codebook's order."""
    codes = book.codes(extra["codes"])
    return {name: entry for name, entry in codes.items() if name not in extra["without"]} if extra["without"] else codes


@cache
def source_codebook() -> Codebook:
    """The codebook as written by hand, so that a new code can be used before `pcc build` has run."""
    return read_codebook(datasets_dir() / "codebook.yaml")


def kind_is(kind: msgspec.inspect.Type, part: type[Struct]) -> bool:
    """Whether a type is a certain part of a record."""
    return isinstance(kind, msgspec.inspect.StructType) and kind.cls is part
